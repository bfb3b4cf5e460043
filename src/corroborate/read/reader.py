"""Capture → document: the format chosen, what the lead says weighed against what the page says."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from corroborate.model.document import Capture, Document, Lead, Passage, PassageKind, document_id
from corroborate.model.issue import Issue, IssueKind
from corroborate.ports import Confinement, Unparsed
from corroborate.read.language import UNDETERMINED, language
from corroborate.read.parts import Doubt, Parts
from corroborate.read.passages import passages
from corroborate.read.plain import read_plain
from corroborate.read.relevance import is_relevant

LARGEST = 64_000_000  # bytes; more is preserved, but not read
# Code points: what lies beyond is kept and shown, but not read for claims. A long book has a million; the stages behind
# need some 200 times the memory of the words they read.
MOST_READ = 1_000_000
_EMPTY = "application/x-empty"
READ_LANGUAGES = frozenset({"en"})
_EARLIEST = date(1990, 1, 1)  # no page is older; an earlier day is a default value of some site's software
_NO_WORD = re.compile(r"[\W_]+")


# The libraries behind these two take two thirds of a second to load, which who reads plain text need not wait for.
def _html(content: bytes) -> Parts | Doubt:
    from corroborate.read.html import read_html  # noqa: PLC0415  # its parser takes half a second to load, which plain text need not wait for

    return read_html(content)


def _pdf(content: bytes) -> Parts | Doubt:
    from corroborate.read.pdf import read_pdf  # noqa: PLC0415  # its parser is slow to load, which plain text need not wait for

    return read_pdf(content)


@dataclass(frozen=True, slots=True)
class _Format:
    """How one format is read, under which name and version; whether where its parser can be stopped."""

    named: str
    reader: Callable[[bytes], Parts | Doubt]
    is_confined: bool = False


_FORMATS: Mapping[str, _Format] = {
    "text/plain": _Format("plain-1", read_plain),
    "text/html": _Format("html-1", _html, is_confined=True),
    "application/pdf": _Format("pdf-1", _pdf, is_confined=True),
}


def read(
    capture: Capture, content: bytes, lead: Lead, confinement: Confinement | None = None
) -> tuple[Document | None, tuple[Issue, ...]]:
    """Return the document in the bytes, and the doubts about it; None, and why, where there is none to be had.

    No bytes make it raise. What the lead says overrules what the page says of itself; where the two differ, an
    issue tells both. Formats that can be made to break their parser are parsed in `confinement`, where there is one.
    """
    named, parts = _parts(capture, content, confinement)
    if isinstance(parts, Doubt):
        return None, (_issue(parts, lead, capture),)
    document = _document(capture, lead, parts, named)
    doubts = (*parts.doubts, *_conflicts(lead, parts), *_gaps(document))
    return document, tuple(_issue(doubt, lead, capture, document) for doubt in doubts)


def _parts(capture: Capture, content: bytes, confinement: Confinement | None) -> tuple[str, Parts | Doubt]:
    if capture.media_type == _EMPTY or not content.strip():
        return "", Doubt(IssueKind.EMPTY, "the file is empty")
    if len(content) > LARGEST:
        return "", Doubt(
            IssueKind.TOO_LARGE, f"{len(content)} bytes are more than the {LARGEST} that are read of one report"
        )
    if capture.media_type not in _FORMATS:
        message = f"{capture.media_type} is not read: plain text, HTML and PDF are. Save it as one of these."
        return "", Doubt(IssueKind.UNREADABLE, message)
    form = _FORMATS[capture.media_type]
    parts = confinement.parse(form.reader, content) if confinement and form.is_confined else form.reader(content)
    if isinstance(parts, Unparsed):
        return form.named, Doubt(IssueKind.UNREADABLE, f"{parts.reason}. Save its text, or print it to a new PDF")
    if isinstance(parts, Parts) and not parts.text.strip():
        return form.named, Doubt(IssueKind.EMPTY, "there is no text in it")
    return form.named, parts


def _document(capture: Capture, lead: Lead, parts: Parts, named: str) -> Document:
    found = _plausible(parts.published)
    told = lead.language or parts.language
    text = _beginning(parts.text)
    may_tell = is_relevant(text)  # menus and all; below, of the report's own words
    read_passages = tuple(passages(text, told, bare=not may_tell))
    own = _own_text(parts.text, read_passages)
    return Document(
        id=document_id(capture.id, parts.text),
        capture=capture.id,
        name=lead.name,
        text=parts.text,
        passages=read_passages,
        reader=named,
        title=parts.title or _headline(parts.text, read_passages),
        publisher=lead.publisher or parts.publisher,
        published=lead.published or found,
        published_from="manifest" if lead.published else "meta" if found else "",
        url=lead.url or parts.url,
        language=(told or language(own)).casefold().partition("-")[0],
        relevant=may_tell and is_relevant(own),
    )


def _beginning(text: str) -> str:
    """Return as much of a text as is read for claims, cut at a line's end or a space where there is one."""
    if len(text) <= MOST_READ:
        return text
    cut = max(text.rfind("\n", MOST_READ // 2, MOST_READ), text.rfind(" ", MOST_READ - 1000, MOST_READ))
    return text[: cut if cut > 0 else MOST_READ]


def _plausible(day: date | None) -> date | None:
    return day if day and day >= _EARLIEST else None


def _own_text(text: str, found: tuple[Passage, ...]) -> str:
    own = (text[passage.start : passage.end] for passage in found if passage.kind is not PassageKind.ASIDE)
    return "\n".join(own)


def _headline(text: str, found: tuple[Passage, ...]) -> str | None:
    """Return the first line that is the report's own, or as much of it as is a headline; None where it is none."""
    first = next((passage for passage in found if passage.kind is not PassageKind.ASIDE), None)
    if first is None or first.kind is not PassageKind.HEADLINE:
        return None
    own = [passage for passage in found if (passage.paragraph, passage.kind) == (first.paragraph, first.kind)]
    return text[own[0].start : own[-1].end]


def _conflicts(lead: Lead, parts: Parts) -> Iterator[Doubt]:
    found = _plausible(parts.published)
    if lead.published and found and lead.published != found:
        yield _conflict("publication date", lead.published.isoformat(), found.isoformat())
    is_address = parts.publisher is not None and "." in parts.publisher  # a host's name tells no publisher's
    if lead.publisher and parts.publisher and not is_address and not _alike(lead.publisher, parts.publisher):
        yield _conflict("publisher", lead.publisher, parts.publisher)


def _conflict(what: str, told: str, found: str) -> Doubt:
    return Doubt(IssueKind.METADATA_CONFLICT, f"{what}: told {told}, the page says {found}; what was told holds")


def _alike(told: str, found: str) -> bool:
    short, long = sorted((_NO_WORD.sub("", told).casefold(), _NO_WORD.sub("", found).casefold()), key=len)
    return short in long


def _gaps(document: Document) -> Iterator[Doubt]:
    if len(document.text) > MOST_READ:
        message = f"only the first {MOST_READ} of {len(document.text)} characters are read for claims. Split the file"
        yield Doubt(IssueKind.TOO_LARGE, message)
    if document.published is None:
        message = "no publication date is told or found: days such as “on Sunday” stay open. Give it in a manifest"
        yield Doubt(IssueKind.NO_PUBLICATION_DATE, message)
    if document.language not in READ_LANGUAGES:
        spoken = (
            "an undetermined language" if document.language == UNDETERMINED else f"the language `{document.language}`"
        )
        message = f"the report is in {spoken}: claims are read from English only; the report is kept"
        yield Doubt(IssueKind.LANGUAGE, message)


def _issue(doubt: Doubt, lead: Lead, capture: Capture, document: Document | None = None) -> Issue:
    subjects = (document.id, lead.name) if document else (capture.id, lead.name)
    return Issue(doubt.kind, "read", subjects, f"{lead.name}: {doubt.message}")
