"""Leads → what is found behind them: bytes to keep, and, where they are reports, to read."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import BinaryIO

from corroborate import collect
from corroborate.errors import CollectError
from corroborate.model.capturing import Condition, Fetched, Medium, Member
from corroborate.model.document import Capture, Lead
from corroborate.model.ids import CaptureId
from corroborate.model.issue import Issue, IssueKind
from corroborate.ports import Archives, EvidenceStore, Web

_ANY = Condition()


@dataclass(frozen=True, slots=True)
class Find:
    """Bytes behind a lead. `within` is the collection they stood in, `archived_at` when that was made.

    What is no report is kept and not read: an export as a whole, a feed.
    """

    lead: Lead
    content: bytes
    is_report: bool = True
    within: CaptureId | None = None
    archived_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes behind a lead that are in the evidence already, kept in a stream for their size, and no report.

    `within` is the collection whose report they belong to.
    """

    lead: Lead
    capture: Capture
    within: CaptureId | None = None


@dataclass(frozen=True, slots=True)
class Lost:
    """What could not be had of what a lead points at, in words."""

    lead: Lead
    message: str

    @property
    def issue(self) -> Issue:
        """Return the doubt that the case keeps of it."""
        location = self.lead.location
        told = self.message if self.message.startswith(location) else f"{location}: {self.message}"
        return Issue(IssueKind.UNREADABLE, "collect", (location,), told)


@dataclass(frozen=True, slots=True)
class Finder:
    """Follows leads to files, standard input, the web (None: not from here), and into the collections there.

    What is too large to be held goes into the evidence as it is read, where there is a case.
    """

    archives: Archives
    web: Web | None
    stdin: BinaryIO | None = None
    evidence: EvidenceStore | None = None

    def finds(self, leads: Iterable[Lead]) -> Iterator[Find | Kept | Lost]:
        """Yield what is behind each lead, in order, a collection before what stands in it; what is lost too."""
        for lead in leads:
            try:
                yield from self._fetched(lead) if collect.is_web(lead.location) else self._opened(lead)
            except CollectError as error:
                yield Lost(lead, str(error))

    def _opened(self, lead: Lead) -> Iterator[Find | Kept | Lost]:
        with collect.opened(lead, self.stdin) as file:
            media_type = collect.archive_type(file, self.archives)
            if media_type is not None:
                yield from self._archived(lead, file, media_type)
                return
            if self.evidence is not None and collect.is_large(file):
                yield _kept(lead, file, self.evidence)
            content = collect.whole(file, lead)
        within = collect.members(content, collect.sniff(content, lead.location), lead.location)
        if within is None:
            yield Find(lead, content)
            return
        yield Find(lead, content, is_report=False)
        yield from self._members(within, lead, CaptureId(hashlib.sha256(content).hexdigest()))

    def _archived(
        self, lead: Lead, file: BinaryIO, media_type: str, within: CaptureId | None = None
    ) -> Iterator[Find | Kept | Lost]:
        """Yield what is in a web archive, record by record; of the copy in the evidence, which nobody changes."""
        if self.evidence is None:
            yield from self._members(self.archives.members(file, media_type), lead, None)
            return
        kept = _kept(lead, file, self.evidence, within)
        yield kept
        with self.evidence.open(kept.capture.id) as own:
            yield from self._members(self.archives.members(own, media_type), lead, kept.capture.id)

    def _members(
        self, members: Iterable[Member | Medium | str], lead: Lead, within: CaptureId | None
    ) -> Iterator[Find | Kept | Lost]:
        for member in members:
            if isinstance(member, Medium):
                yield from self._medium(member, within)
            else:
                yield _member(member, lead, within) if isinstance(member, Member) else Lost(lead, member)

    def _medium(self, medium: Medium, within: CaptureId | None) -> Iterator[Find | Kept | Lost]:
        """Yield a file that belongs to a report, and what stands in it where it is a web archive."""
        try:
            for found in self._kept_medium(medium.lead, within):
                yield found
                if isinstance(found, Kept) and medium.sha256 not in {None, found.capture.id}:
                    words = f"these are not the bytes that were archived: their SHA-256 was {medium.sha256}"
                    yield Lost(medium.lead, words)
        except CollectError as error:
            yield Lost(medium.lead, str(error))

    def _kept_medium(self, lead: Lead, within: CaptureId | None) -> Iterator[Find | Kept | Lost]:
        with collect.opened(lead) as file:
            media_type = collect.archive_type(file, self.archives)
            if media_type is not None:  # its pages say themselves whose they are, and of when
                yield from self._archived(Lead(lead.name, lead.location), file, media_type, within)
            elif self.evidence is not None:
                yield _kept(lead, file, self.evidence, within)

    def _fetched(self, lead: Lead) -> Iterator[Find | Lost]:
        yield from followed(lead, self.get(lead.location))

    def get(self, url: str, condition: Condition = _ANY) -> Fetched:
        """Return what stands at a web address; a CollectError where nothing was exchanged, or nothing may be."""
        if self.web is None:
            raise CollectError(f"{url} stands on the web: add it to a case, which keeps what is fetched")
        return self.web.get(url, condition)


def followed(lead: Lead, fetched: Fetched) -> Iterator[Find | Lost]:
    """Yield the archive of what was exchanged for a lead, and the report that came; an issue where none did."""
    holder = CaptureId(hashlib.sha256(fetched.archive).hexdigest())
    yield Find(
        replace(lead, name=f"{lead.name}.warc", location=f"{lead.location}#warc"), fetched.archive, is_report=False
    )
    if fetched.problem is not None:
        yield Lost(lead, fetched.problem)
    if fetched.body is not None:
        told = replace(lead, url=lead.url or fetched.final_url)
        yield Find(told, fetched.body, within=holder, archived_at=fetched.at)


def _kept(lead: Lead, file: BinaryIO, evidence: EvidenceStore, within: CaptureId | None = None) -> Kept:
    capture = collect.capture_of(file, lead)
    evidence.keep_file(file, capture.id)
    file.seek(0)
    return Kept(lead, capture, within)


def _member(member: Member, holder: Lead, within: CaptureId | None) -> Find:
    lead = Lead(
        name=member.name or collect.web_name(member.url or member.place),
        location=f"{holder.location}#{member.place}",
        publisher=holder.publisher or member.publisher,
        published=holder.published or member.published,
        url=holder.url or member.url,
        language=holder.language or member.language,
    )
    return Find(lead, member.content, within=within, archived_at=member.archived_at)
