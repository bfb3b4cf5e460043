"""What holds of the reading of any report, whatever its bytes."""

from collections.abc import Iterator

from corroborate.model.claim import Claim
from corroborate.model.document import Document, unmarked
from corroborate.model.record import Reading
from corroborate.read.tokens import fold, seen

_BULLETS = "•·*‣"
_FIRST_SYMBOL = "\u2190"  # arrows, shapes, emoji lie from here on


def is_left_out(stretch: str) -> bool:
    """Say whether a stretch between passages or tokens holds nothing that anybody reads: no word, number or stop."""
    others = (sign for sign in seen(stretch) if not sign.isspace() and sign not in _BULLETS)
    return all(sign >= _FIRST_SYMBOL and not sign.isalnum() for sign in others)


def violations(reading: Reading) -> Iterator[str]:
    """Yield in words what does not hold: spans, order, shares, ids, intervals, passages."""
    document = reading.document
    if document is None:
        if reading.claims:
            yield "claims without a document"
        if not reading.issues:
            yield "no document, and no issue that says why"
        return
    yield from _of_document(document)
    ids = [claim.id for claim in reading.claims]
    if len(ids) != len(set(ids)):
        yield "two claims of one id"
    if [claim.span.start for claim in reading.claims] != sorted(claim.span.start for claim in reading.claims):
        yield "claims out of text order"
    for claim in reading.claims:
        yield from (f"{what}: {claim}" for what in _of_claim(claim, document, set(ids)))
    for issue in reading.issues:
        if issue.span is not None and not issue.span.holds_in(document.text):
            yield f"the words of a doubt do not stand in the text: {issue}"


def _of_document(document: Document) -> Iterator[str]:
    end, text = 0, unmarked(document.text)
    for passage in document.passages:
        if not end <= passage.start < passage.end <= len(document.text):
            yield f"passages overlap or leave the text: {passage.start}, {passage.end}"
        end = passage.end
        if any(fold(seen(text[token.start : token.end])) != token.folded for token in passage.tokens):
            yield "a token does not stand in the text"


def _of_claim(claim: Claim, document: Document, ids: set[str]) -> Iterator[str]:
    if not claim.span.holds_in(document.text):
        yield "the quote does not stand in the text"
    if not claim.passage.holds_in(document.text) or not claim.passage.covers(claim.span):
        yield "the passage does not hold the quote"
    if claim.part_of is not None and (claim.part_of not in ids or claim.part_of == claim.id):
        yield "a share of no claim of the report"
    when = claim.situation.when
    if when is not None and when.end < when.start:
        yield "an interval that ends before it begins"
    if claim.attribution.cue is not None and not claim.attribution.cue.holds_in(document.text):
        yield "the cue does not stand in the text"
    if not claim.rules[0] or not claim.maker:
        yield "no rule or no maker"
