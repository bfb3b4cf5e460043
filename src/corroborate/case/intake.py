"""Adding reports: bytes are kept, read in any number of processes, and written one whole report at a time.

The order of the work makes it safe to kill: the bytes lie in the evidence before the database knows them, and a
report is in the database with everything that was read from it, or not at all. What is there already is passed by.
"""

import hashlib
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import BinaryIO

from corroborate import collect
from corroborate.case.agreement import Names, agreed, disagreements, writable
from corroborate.case.finding import Find, Finder, Kept, Lost
from corroborate.collect import Custody
from corroborate.errors import CollectError
from corroborate.model.document import Capture, Lead, Sighting
from corroborate.model.erasure import forgotten
from corroborate.model.ids import CaptureId
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.record import Intake, Reading
from corroborate.ports import Calendars, CaseStore, EvidenceStore, Failed, Gazetteer, Runner, TimeAuthority

FAILED = "failed"  # as maker: the reading holds nothing and is tried again by the next `add`


@dataclass(frozen=True, slots=True)
class Job:
    """A report to be read: its bytes, None where an earlier reading still holds, and what is said of it beforehand."""

    capture: Capture
    sighting: Sighting
    lead: Lead
    content: bytes | None


_Keeping = tuple[Job, Callable[[], str]]  # a report that is read, and what waits until its bytes are kept


@dataclass(frozen=True, slots=True)
class Told:
    """A step that is done: the report's name, what came of it, and its place among all."""

    name: str
    claims: int
    issues: tuple[Issue, ...]
    done: int
    total: int


Progress = Callable[[Told], None]


@dataclass(slots=True)
class Summary:
    """What an `add` came to, in reports: newly read, seen again elsewhere, known before, not readable.

    `kept` counts what is evidence and no report: web archives, exports, pictures.
    """

    read: int = 0
    again: int = 0
    known: int = 0
    unreadable: int = 0
    kept: int = 0
    claims: int = 0
    issues: list[Issue] = field(default_factory=list)

    @property
    def reports(self) -> int:
        """Return how many reports were given."""
        return self.read + self.again + self.known + self.unreadable


@dataclass(frozen=True, slots=True)
class Makers:
    """What makes readings and folds, by name and version: what an earlier one made is made again."""

    reading: str
    fold: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What a case needs of the world; `runner` gives one that suits so many reports."""

    store: CaseStore
    evidence: EvidenceStore
    custody: Custody
    finder: Callable[[BinaryIO | None], Finder]
    runner: Callable[[int], Runner]
    read: Callable[[Job], Reading | None]
    makers: Makers
    gazetteer: Callable[[], Gazetteer]
    authority: Callable[[], TimeAuthority]
    calendars: Callable[[], Calendars]


class Adding:
    """One run of adding reports to a case."""

    def __init__(self, desk: Desk, progress: Progress, *, anew: bool, stdin: BinaryIO | None) -> None:
        self._desk = desk
        self._progress = progress
        self._anew = anew
        self._stdin = stdin
        self._names = Names(desk.store.sightings())
        self._pending: dict[CaptureId, list[Sighting]] = defaultdict(list)
        self._forgotten = forgotten(desk.store.audit())
        self.summary = Summary()
        self._total = 0

    def run(self, found: Sequence[Lead | Issue]) -> Summary:
        """Add the leads, in order; tell each report once it is written."""
        leads = [lead for lead in found if isinstance(lead, Lead)]
        for doubt in found:
            if isinstance(doubt, Issue):
                self._note(doubt)
        return self._work(self._jobs(self._desk.finder(self._stdin).finds(leads)), len(leads))

    def take(self, finds: Iterable[Find | Kept | Lost]) -> Summary:
        """Add what was found, in order, to what the run has added so far."""
        return self._work(self._jobs(finds), self.summary.reports)

    def again(self, captures: Sequence[Capture]) -> Summary:
        """Read captures of the case again, from the evidence that was kept."""
        return self._work(self._kept(captures), len(captures))

    def _work(self, jobs: Iterable[_Keeping], total: int) -> Summary:
        self._total = total
        under_way: deque[_Keeping] = deque()
        runner = self._desk.runner(total)
        for result in runner.map(self._desk.read, self._watched(jobs, under_way)):
            job, kept = under_way.popleft()
            kept()  # the bytes lie in the evidence before the database knows of them
            self._file(job, result)
        return self.summary

    @staticmethod
    def _watched(jobs: Iterable[_Keeping], under_way: deque[_Keeping]) -> Iterator[Job]:
        for job, kept in jobs:
            under_way.append((job, kept))
            yield job

    def _jobs(self, finds: Iterable[Find | Kept | Lost]) -> Iterator[_Keeping]:
        for found in finds:
            if isinstance(found, Lost):
                self.summary.unreadable += 1
                self._note(found.issue)
                self._tell(found.lead.name, 0, ())
                continue
            if isinstance(found, Kept):
                lead = self._names.named(found.lead, found.capture.id, found.within)
                seen = collect.sighting(found.capture, lead, self._desk.custody)
                self._shelve(found.capture, replace(seen, within=found.within))
                continue
            self._total = max(self._total, self.summary.reports + 1)  # a collection holds more than one
            if self._forgotten and hashlib.sha256(found.content).hexdigest() in self._forgotten:
                self._refuse(found.lead)
                continue
            kept = self._desk.evidence.keep_meanwhile(found.content)
            capture, sighting = self._seen(found)
            job = self._job(capture, sighting, found.content) if found.is_report else None
            if job is not None:
                yield job, kept
                continue
            kept()
            if not found.is_report:
                self._shelve(capture, sighting)

    def _kept(self, captures: Iterable[Capture]) -> Iterator[_Keeping]:
        custody = self._desk.custody
        for capture in captures:
            sightings = self._desk.store.sightings(capture.id)
            if self._desk.store.reader(capture.id) is None:
                continue  # no report: a web archive, an export, a picture
            try:
                content = self._desk.evidence.fetch(capture.id)
            except CollectError as error:
                self.summary.unreadable += 1
                self._note(Issue(IssueKind.UNREADABLE, "collect", (capture.id,), str(error)))
                self._tell(sightings[0].lead.name, 0, ())
                continue
            now = custody.clock.now()
            last = replace(sightings[-1], seen_at=now, collector=custody.collector, tool=custody.tool)
            yield Job(capture, last, agreed(sightings), content), partial(str, capture.id)

    def _shelve(self, capture: Capture, sighting: Sighting) -> None:
        """File what is evidence and no report."""
        self._desk.store.file(Intake(capture, sighting, None, self._desk.makers.reading))
        self.summary.kept += 1

    def _seen(self, found: Find) -> tuple[Capture, Sighting]:
        capture, seen = collect.capture(found.content, found.lead, self._desk.custody)
        lead = self._names.named(found.lead, capture.id, found.within)
        return capture, replace(seen, lead=lead, within=found.within, archived_at=found.archived_at)

    def _job(self, capture: Capture, sighting: Sighting, content: bytes) -> Job | None:
        """Return what is to be read; None for what was read before."""
        store, pending = self._desk.store, self._pending[capture.id]
        before = [*store.sightings(capture.id), *pending]
        is_read = bool(pending) or store.reader(capture.id) == self._desk.makers.reading
        if is_read and not self._anew and any(sighting.lead == earlier.lead for earlier in before):
            self.summary.known += 1
            self._tell(sighting.lead.name, 0, ())
            return None
        lead_now = agreed([*before, sighting])
        pending.append(sighting)
        holds = is_read and not self._anew and lead_now == agreed(before)
        return Job(capture, sighting, lead_now, None if holds else content)

    def _file(self, job: Job, result: Reading | Failed | None) -> None:
        reading, maker = result, self._desk.makers.reading
        if isinstance(reading, Failed):
            reading, maker = failure(job, reading), FAILED
        if reading is not None:
            sightings = [*self._desk.store.sightings(job.capture.id), job.sighting]
            reading = replace(reading, issues=(*reading.issues, *disagreements(sightings)))
        self._desk.store.file(Intake(job.capture, job.sighting, reading, maker))
        self._count(reading)
        claims, issues = (len(reading.claims), reading.issues) if reading else (0, ())
        self._tell(job.sighting.lead.name, claims, issues)

    def _count(self, reading: Reading | None) -> None:
        if reading is None:
            self.summary.again += 1
            return
        self.summary.read += reading.document is not None
        self.summary.unreadable += reading.document is None
        self.summary.claims += len(reading.claims)
        self.summary.issues.extend(reading.issues)

    def _note(self, issue: Issue) -> None:
        subjects = tuple(map(writable, issue.subjects))
        issue = replace(issue, subjects=subjects, message=writable(issue.message))
        custody = self._desk.custody
        self._desk.store.note(issue, custody.collector, custody.clock.now())
        self.summary.issues.append(issue)

    def _refuse(self, lead: Lead) -> None:
        """Tell that something is not taken again; what it is called is not kept, for that was forgotten too."""
        told = f"{lead.name}: it was forgotten on purpose, and is not taken again (`corroborate verify` tells why)"
        self.summary.issues.append(Issue(IssueKind.UNREADABLE, "collect", (lead.location,), told))
        self.summary.unreadable += 1
        self._tell(lead.name, 0, ())

    def _tell(self, name: str, claims: int, issues: tuple[Issue, ...]) -> None:
        self._progress(Told(name, claims, issues, self.summary.reports, self._total))


def failure(job: Job, failed: Failed) -> Reading:
    """Return the reading of a report that broke the program: nothing but the doubt that it did."""
    message = (
        f"{job.sighting.lead.location}: reading it failed ({failed.error} at {failed.place})."
        " The other reports are not touched; a report of this defect is welcome."
    )
    return Reading(None, (), (Issue(IssueKind.FAILURE, "read", (job.capture.id, job.lead.name), message),))
