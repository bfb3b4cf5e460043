"""What was known on a past day: the reports that had been published by then, and what people decided on them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corroborate.model.claim import Claim
from corroborate.model.document import Document, Sighting
from corroborate.model.ids import CaptureId, DocumentId
from corroborate.model.issue import Issue
from corroborate.model.judgement import PAIRS, Judgement, Verdict
from corroborate.ports import CaseStore

_FINDINGS = frozenset({Verdict.FIX_BOUND, Verdict.FIX_GRADE})
_OVER_ALL = frozenset(
    {"replay", "link", "reconcile", "grade"}
)  # stages whose doubts are of all claims, and computed anew


@dataclass(frozen=True, slots=True)
class Past:
    """A past day, and what of a case was known on it. Of several sightings of a report the first counts.

    A report was known from the day of its publication on; where that is not told, from the day on which it was first
    seen. What people decided later holds for it too, for it says how the reports are to be read and who may read them;
    but a bound or a grade that a person fixed later is a finding, which nobody knew then.
    """

    day: date
    captures: frozenset[CaptureId]
    reports: frozenset[DocumentId]

    def claims(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Return the claims that had been made."""
        return tuple(claim for claim in claims if claim.document in self.reports)

    def documents(self, documents: Iterable[Document]) -> tuple[Document, ...]:
        """Return the reports that had been published."""
        return tuple(document for document in documents if document.id in self.reports)

    def sightings(self, sightings: Iterable[Sighting]) -> tuple[Sighting, ...]:
        """Return the sightings of what had been published, whenever it was seen."""
        return tuple(sighting for sighting in sightings if sighting.capture in self.captures)

    def judgements(self, judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
        """Return the judgements on what had been published, but for the findings of later days."""
        return tuple(cut for one in judgements if (cut := self._cut(one)) is not None)

    def issues(self, issues: Iterable[Issue], claims: Iterable[Claim], folded: Sequence[Issue]) -> tuple[Issue, ...]:
        """Return the doubts about what had been published: of reading it, and of all of it together."""
        known = {*self.captures, *self.reports, *(claim.id for claim in claims)}
        read = (one for one in issues if one.stage not in _OVER_ALL and known.intersection(one.subjects))
        return tuple(sorted((*read, *folded), key=lambda one: (one.subjects[:1], one.kind, one.id)))

    def _cut(self, judgement: Judgement) -> Judgement | None:
        """Return a judgement with those of its subjects that were known; None where too few were."""
        if judgement.verdict in _FINDINGS and judgement.made_at.date() > self.day:
            return None
        anchors = tuple(anchor for anchor in judgement.anchors if anchor.capture in self.captures)
        if len(anchors) == len(judgement.anchors):
            return judgement
        told = {anchor.subject for anchor in anchors}
        if not told or (judgement.verdict in PAIRS and len(told) == 1):
            return None
        subjects = tuple(subject for subject in judgement.subjects if subject in told)
        return replace(judgement, subjects=subjects, anchors=anchors, replayed=judgement.id)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a case keeps; where there is a past day, no more of it than was known then."""

    store: CaseStore
    past: Past | None

    def documents(self, ids: Sequence[DocumentId] | None = None) -> tuple[Document, ...]:
        """Return what was read, of these ids or all, by name."""
        documents = self.store.documents(ids)
        return self.past.documents(documents) if self.past else documents

    def sightings(self) -> tuple[Sighting, ...]:
        """Return where and when each report was seen, in order."""
        sightings = self.store.sightings()
        return self.past.sightings(sightings) if self.past else sightings

    def claims(self) -> tuple[Claim, ...]:
        """Return all claims as they were read."""
        claims = self.store.claims()
        return self.past.claims(claims) if self.past else claims

    def judgements(self) -> tuple[Judgement, ...]:
        """Return what people decided, in order."""
        judgements = self.store.judgements()
        return self.past.judgements(judgements) if self.past else judgements


def past(day: date, documents: Iterable[Document], sightings: Iterable[Sighting]) -> Past:
    """Return what was known on a day."""
    seen: dict[CaptureId, date] = {}
    for sighting in sightings:
        seen.setdefault(sighting.capture, sighting.seen_at.date())
    known = [one for one in documents if (one.published or seen.get(one.capture, date.max)) <= day]
    return Past(day, frozenset(one.capture for one in known), frozenset(one.id for one in known))
