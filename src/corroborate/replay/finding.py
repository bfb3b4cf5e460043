"""Where a claim stood that was judged → the claim that stands there now."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields

from corroborate.model.claim import Claim
from corroborate.model.document import Document
from corroborate.model.ids import CaptureId, ClaimId
from corroborate.model.judgement import Anchor
from corroborate.model.mention import Content, kind_of
from corroborate.model.span import Span


class Finder:
    """Finds claims again in the reports that judgements speak of."""

    def __init__(self, claims: Sequence[Claim], documents: Sequence[Document]) -> None:
        """Take all claims, and the reports in whose words claims are looked for."""
        self._claims = {claim.id: claim for claim in claims}
        self._documents = {document.capture: document for document in documents}
        captures = {document.id: document.capture for document in documents}
        self._of: dict[CaptureId, list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.document in captures:
                self._of[captures[claim.document]].append(claim)

    def document(self, capture: CaptureId) -> Document | None:
        """Return the report as it is read now, None where it was not given."""
        return self._documents.get(capture)

    def holds(self, claim: str) -> bool:
        """Say whether there is a claim of this id."""
        return claim in self._claims

    def find(self, anchor: Anchor) -> Claim | None:
        """Return the claim of the same kind on the same words: the same one, else the one that says most of the same.

        None where no claim there shares half of the shorter words and says at least half of the same. Where the text
        was read otherwise, words are compared instead of places.
        """
        if anchor.claim in self._claims:
            return self._claims[anchor.claim]
        near = [c for c in self._of[anchor.capture] if c.kind is kind_of(anchor.content) and self._shares(c, anchor)]
        alike = [claim for claim in near if claim.span == anchor.span or _said_again(claim.content, anchor.content)]
        return min(alike, key=lambda claim: _difference(claim, anchor), default=None)

    def _shares(self, claim: Claim, anchor: Anchor) -> bool:
        document = self._documents[anchor.capture]
        if anchor.span.holds_in(document.text):
            return 2 * _shared(claim.span, anchor.span) >= min(len(claim.span.quote), len(anchor.span.quote))
        return anchor.span.quote in claim.passage.quote


def _agreeing(one: Content, other: Content) -> int:
    return sum(getattr(one, field.name) == getattr(other, field.name) for field in fields(one))


def _said_again(one: Content, other: Content) -> bool:
    return 2 * _agreeing(one, other) >= len(fields(one))


def _difference(claim: Claim, anchor: Anchor) -> tuple[int, int, int, ClaimId]:
    """Return how much a claim differs from what stood there: in what it says, in its words, in its place."""
    apart = abs(claim.span.start - anchor.span.start)
    return -_agreeing(claim.content, anchor.content), -_shared(claim.span, anchor.span), apart, claim.id


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
