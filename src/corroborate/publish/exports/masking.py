"""What tells of a withheld incident is blacked out where the same report tells of other things."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from corroborate.model.claim import Claim
from corroborate.model.document import Document
from corroborate.model.ids import ClaimId, DocumentId


class Secret:
    """The sentences that tell of what is withheld, by report."""

    def __init__(self, claims: Iterable[Claim], withheld: Collection[ClaimId]) -> None:
        """Take all claims, and the ids of those that are withheld."""
        self._told: dict[DocumentId, list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.id in withheld:
                self._told[claim.document].append(claim)

    def kept_from(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Return the claims without the withheld words around their own; none whose own words are among them."""
        kept = []
        for claim in claims:
            told = self._told.get(claim.document, ())
            if not any(claim.span.overlaps(one.span) for one in told):
                beside = any(claim.passage.overlaps(one.passage) for one in told)
                kept.append(replace(claim, passage=claim.span) if beside else claim)
        return tuple(kept)

    def masked(self, document: Document, shown: Sequence[Claim]) -> Document:
        """Return a report with the withheld sentences blacked out, but for the words of claims that are shown."""
        told = self._told.get(document.id, ())
        if not told:
            return document
        signs, title = list(document.text), document.title
        for passage in (claim.passage for claim in told):
            signs[passage.start : passage.end] = passage.masked.quote
            title = None if title and (passage.quote in title or title in passage.quote) else title
        for span in (claim.span for claim in shown if claim.document == document.id):
            signs[span.start : span.end] = span.quote
        return replace(document, text="".join(signs), title=title)
