"""Documents and doubts → what the page shows of the reports behind a record."""

from dataclasses import dataclass
from pathlib import PurePath

from corroborate.model.document import Document
from corroborate.model.ids import ClaimId
from corroborate.model.issue import Issue
from corroborate.model.record import Record
from corroborate.publish.evidence import Shelf
from corroborate.publish.words import day, word

_OPENING = 260  # code points of a report's opening that the list of reports shows


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report that the record rests on."""

    anchor: str
    name: str
    title: str
    publisher: str
    published: str
    language: str
    url: str
    sha256: str
    opening: str
    claims: int
    sightings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssueView:
    """An open doubt, with links to what it concerns."""

    kind: str
    stage: str
    message: str
    quote: str
    subjects: tuple[tuple[str, str], ...]


def report_view(document: Document, record: Record, shelf: Shelf) -> ReportView:
    """Return what the page shows of a report: what it is, and the custody of its bytes."""
    found = f" (date from: {document.published_from})" if document.published_from else ""
    published = day(document.published) + found if document.published else "no date found"
    seen = [s for s in record.sightings if s.capture == document.capture]
    return ReportView(
        anchor=document.id,
        name=document.name,
        title=document.title or "",
        publisher=document.publisher or "publisher not named",
        published=published,
        language=document.language or "",
        url=document.url or "",
        sha256=document.capture,
        opening=_opening(document),
        claims=sum(c.document == document.id for c in shelf.claims.values()),
        sightings=tuple(
            f"{_place(s.lead.location)}, {day(s.seen_at)} {s.seen_at:%H:%M} UTC, by {s.collector} with {s.tool}"
            for s in seen
        ),
    )


def issue_view(issue: Issue, names: dict[str, str], shelf: Shelf) -> IssueView:
    """Return what the page shows of a doubt."""
    subjects = [_subject(subject, names, shelf) for subject in issue.subjects]
    quote = issue.span.quote if issue.span else ""
    return IssueView(word("issue", issue.kind), issue.stage, issue.message, quote, tuple(dict.fromkeys(subjects)))


def _subject(subject: str, names: dict[str, str], shelf: Shelf) -> tuple[str, str]:
    """Return where a subject stands on the page (nowhere: "") and what it is called there."""
    number = shelf.numbers.get(ClaimId(subject))
    if number:
        return subject, f"E{number}"
    return (subject, names[subject]) if subject in names else ("", subject)


def _opening(document: Document) -> str:
    """Return how a report begins, after its title."""
    body = document.text.removeprefix(document.title or "").strip()
    lines = "\n".join(line for line in body.split("\n") if line.strip())
    return lines if len(lines) <= _OPENING else lines[: lines.rfind(" ", 0, _OPENING)] + " …"


def _place(location: str) -> str:
    """Return where bytes were found; of a file its name alone, since folders tell of the person who collected it."""
    return location if "://" in location else PurePath(location).name
