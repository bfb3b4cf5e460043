"""Asking who says what stands in a text: the words of one mention, through the stage of attribution."""

from corroborate.attribute import attribute
from corroborate.model.attribution import Attribution
from corroborate.model.casualty import Count, Effect, People
from corroborate.model.document import Capture, Document, document_id
from corroborate.model.ids import CaptureId
from corroborate.model.mention import Content, Harm, Mention
from corroborate.model.span import Span
from corroborate.read.passages import passages

HARM = Harm(Effect.KILLED, People.PEOPLE, Count.exactly(5))


def report(text: str, publisher: str | None = "Gazette") -> Document:
    capture = Capture(CaptureId("a" * 64), 1, "text/plain")
    return Document(
        id=document_id(capture.id, text),
        capture=capture.id,
        name="report",
        text=text,
        passages=tuple(passages(text)),
        reader="test",
        publisher=publisher,
    )


def mention(document: Document, quote: str, content: Content = HARM) -> Mention:
    start = document.text.index(quote)
    span = Span.cut(document.text, start, start + len(quote))
    return Mention(span, content, span, "test")


def said(text: str, quote: str, content: Content = HARM, publisher: str | None = "Gazette") -> Attribution:
    document = report(text, publisher)
    claims, _ = attribute(document, (mention(document, quote, content),), {})
    return claims[0].attribution


def chain(text: str, quote: str, content: Content = HARM, publisher: str | None = "Gazette") -> list[str]:
    return [source.name for source in said(text, quote, content, publisher).sources]
