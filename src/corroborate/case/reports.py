"""Reading reports without a case: nothing is kept."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from corroborate import collect
from corroborate.case.agreement import writable
from corroborate.case.finding import Find, Finder, Lost
from corroborate.case.intake import Job, failure
from corroborate.collect import Custody
from corroborate.model.document import Lead
from corroborate.model.record import Reading
from corroborate.ports import Failed, Runner


def read_reports(
    leads: Sequence[Lead],
    custody: Custody,
    runner: Runner,
    read: Callable[[Job], Reading | None],
    finder: Finder,
) -> Iterator[tuple[Lead, Reading]]:
    """Yield what each report gives, in order; one that cannot be had or read gives an issue and nothing else."""
    waiting: list[tuple[Lead, Job | Reading]] = []

    def jobs() -> Iterator[Job]:
        for found in finder.finds(leads):
            if isinstance(found, Lost):
                waiting.append((found.lead, Reading(None, (), (found.issue,))))
            elif isinstance(found, Find) and found.is_report:
                lead = replace(found.lead, name=writable(found.lead.name))
                capture, sighting = collect.capture(found.content, lead, custody)
                job = Job(capture, sighting, lead, found.content)
                waiting.append((lead, job))
                yield job

    for result in runner.map(read, jobs()):
        yield from _unread(waiting)
        lead, job = waiting.pop(0)
        if isinstance(result, Failed) and isinstance(job, Job):
            yield lead, failure(job, result)
        elif isinstance(result, Reading):
            yield lead, result
    yield from _unread(waiting)


def _unread(waiting: list[tuple[Lead, Job | Reading]]) -> Iterator[tuple[Lead, Reading]]:
    while waiting and isinstance(waiting[0][1], Reading):
        lead, reading = waiting.pop(0)
        if isinstance(reading, Reading):
            yield lead, reading
