"""Reading reports without a case: nothing is kept."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from corroborate import collect
from corroborate.case.agreement import writable
from corroborate.case.intake import Job, failure
from corroborate.collect import Custody
from corroborate.errors import CollectError
from corroborate.model.document import Lead
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.record import Reading
from corroborate.ports import Failed, Runner


def read_reports(
    leads: Sequence[Lead],
    custody: Custody,
    runner: Runner,
    read: Callable[[Job], Reading | None],
    *,
    stdin: BinaryIO | None = None,
) -> Iterator[tuple[Lead, Reading]]:
    """Yield what each report gives, in order; one that cannot be had or read gives an issue and nothing else."""
    waiting: list[tuple[Lead, Job | Reading]] = []

    def jobs() -> Iterator[Job]:
        for given_lead in leads:
            lead = replace(given_lead, name=writable(given_lead.name))
            given = _job(lead, custody, stdin)
            waiting.append((lead, given))
            if isinstance(given, Job):
                yield given

    for result in runner.map(read, jobs()):
        yield from _unread(waiting)
        lead, job = waiting.pop(0)
        if isinstance(result, Failed) and isinstance(job, Job):
            yield lead, failure(job, result)
        elif isinstance(result, Reading):
            yield lead, result
    yield from _unread(waiting)


def _job(lead: Lead, custody: Custody, stdin: BinaryIO | None) -> Job | Reading:
    try:
        content = collect.fetch(lead, stdin)
    except CollectError as error:
        return Reading(None, (), (Issue(IssueKind.UNREADABLE, "collect", (lead.location,), str(error)),))
    capture, sighting = collect.capture(content, lead, custody)
    return Job(capture, sighting, lead, content)


def _unread(waiting: list[tuple[Lead, Job | Reading]]) -> Iterator[tuple[Lead, Reading]]:
    while waiting and isinstance(waiting[0][1], Reading):
        lead, reading = waiting.pop(0)
        if isinstance(reading, Reading):
            yield lead, reading
