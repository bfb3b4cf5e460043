"""Sentences of a test, read as the stage of extraction reads them."""

from collections.abc import Iterable

from corroborate.extract import extract
from corroborate.extract.chunking import units
from corroborate.extract.drafting import Draft
from corroborate.extract.harm import drafts
from corroborate.extract.line import Line
from corroborate.extract.parts import with_parts
from corroborate.extract.units import Unit
from corroborate.model.casualty import Count, Qualifier
from corroborate.model.document import Document, Passage, document_id
from corroborate.model.ids import CaptureId
from corroborate.model.mention import Harm, Mention
from corroborate.read.passages import passages

_CAPTURE = CaptureId("0" * 64)


def report(text: str) -> Document:
    """Return a text as a document without a publication date."""
    return Document(document_id(_CAPTURE, text), _CAPTURE, "report", text, tuple(passages(text)), "test")


def sentence(text: str) -> Passage:
    """Return a text that is one passage."""
    (passage,) = passages(text)
    return passage


def chunked(text: str) -> tuple[Unit, ...]:
    """Return the units of a sentence."""
    return units(sentence(text))


def line(text: str) -> Line:
    """Return a sentence as the rules see it."""
    return Line(chunked(text), sentence(text))


def drafted(text: str) -> list[Draft]:
    """Return the harm that a sentence tells by itself, its parts included."""
    parsed = line(text)
    return with_parts(parsed.units, drafts(parsed))


def harm_in(text: str) -> list[Mention]:
    """Return the harm that a report tells, in text order."""
    return [mention for mention in extract(report(text))[0] if isinstance(mention.content, Harm)]


def brief(mentions: Iterable[Mention]) -> list[str]:
    """Return harm as a reader checks it: "killed 5 civilians", "injured dozens" being "injured vague people"."""
    return [
        f"{mention.content.effect} {bounds(mention.content.count)} {mention.content.people}"
        for mention in mentions
        if isinstance(mention.content, Harm)
    ]


def bounds(count: Count) -> str:
    """Return a count in a few signs: "5", "~5", "29+", "..40", "30..40", "vague", "none"."""
    match count.qualifier:
        case Qualifier.VAGUE | Qualifier.NONE:
            return str(count.qualifier)
        case Qualifier.EXACT:
            return f"{count.low}"
        case Qualifier.ABOUT:
            return f"~{count.low}"
        case _:
            return f"{count.low or ''}..{count.high or ''}"
