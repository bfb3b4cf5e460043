"""What all claims of a case come to, made of what was added since where all else still stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corroborate.grade import Agreement, Methodology
from corroborate.model.claim import Claim
from corroborate.model.document import Document
from corroborate.model.ids import JudgementId
from corroborate.model.judgement import Judgement, Verdict, in_force
from corroborate.model.memory import JUDGEMENTS, Change, Doubt
from corroborate.model.record import Fold
from corroborate.ports import CaseStore, Nothing, Standing
from corroborate.replay import contested, doubts

_OF_INCIDENTS = frozenset(
    {Verdict.ACCEPT, Verdict.WITHHOLD, Verdict.EXCLUDE_ORIGIN, Verdict.FIX_BOUND, Verdict.FIX_GRADE}
)
_OF_NO_WORDS = frozenset({Verdict.UNDO, Verdict.CONFIDENTIAL})  # they speak of judgements, or of who may see what


@dataclass(frozen=True, slots=True)
class Folding:
    """Folds a case by a version of the program, a methodology and norms."""

    store: CaseStore
    program: str
    methodology: Methodology
    norms: Sequence[Agreement]

    @property
    def maker(self) -> str:
        """Return the names and versions of all that folds are made by."""
        return ", ".join((self.program, self.methodology.maker, *(one.maker for one in self.norms)))

    def renew(self) -> Fold | None:
        """Have the store hold what all claims come to; return that where all of it had to be made anew, else None.

        Where nothing but reports was added, and judgements on what incidents come to, only what these touch is made.
        What another methodology made is left.
        """
        as_of = self.store.sequence()
        maker, made_of = self.store.folded() or ("", as_of)
        if made_of == as_of and maker.startswith(f"{self.program}, "):
            return None
        added = self._added() if maker == self.maker else None
        if added is not None and self.store.refold(added, maker, as_of, afresh=False):
            return None
        whole = self._change(self.store.claims(), self.store.judgements())
        # Where somebody adds reports meanwhile, it is not kept: what was true a moment ago is told, the next who asks
        # folds again.
        self.store.refold(whole, self.maker, as_of, afresh=True)
        return self._fold(whole, as_of)

    def whole(self, claims: Sequence[Claim], judgements: Sequence[Judgement]) -> Fold:
        """Return what these claims and judgements come to, and keep nothing."""
        return self._fold(self._change(claims, judgements), self.store.sequence())

    def holding(self, judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
        """Return the judgements that no other contests."""
        against = contested(judgements, self.store.taken_over())
        return tuple(judgement for judgement in judgements if judgement.id not in against)

    def _change(self, claims: Sequence[Claim], judgements: Sequence[Judgement]) -> Change:
        return self._made(claims, judgements, spoken_of(claims, self.holding(judgements), self.store), Nothing())

    def _added(self) -> Change | None:
        """Return what added reports and judgements change; None where more was done, or one speaks of the other."""
        since, judgements = self.store.since(), self.store.judgements()
        said = [one for one in judgements if one.subjects and one.verdict not in _OF_NO_WORDS]
        if since is None or not all(one.anchors for one in said):
            return None
        before = [one for one in judgements if one.id not in since.judgements]
        if since.judgements and self._linking(before) != self._linking(judgements):
            return None
        captures = sorted({anchor.capture for one in said for anchor in one.anchors})
        documents = self.store.documents_of(captures)
        if not set(since.documents).isdisjoint(document.id for document in documents):
            return None
        with self.store.snapshot():
            standing = self.store.standing()
            return self._made(standing.claims_of(since.documents), judgements, documents, standing)

    def _linking(self, judgements: Sequence[Judgement]) -> frozenset[JudgementId]:
        """Return the judgements that hold and bear on more than what single incidents come to."""
        return frozenset(one.id for one in in_force(self.holding(judgements)) if not _is_of_incidents(one))

    def _made(
        self,
        claims: Sequence[Claim],
        judgements: Sequence[Judgement],
        documents: Sequence[Document],
        standing: Standing,
    ) -> Change:
        from corroborate import pipeline  # noqa: PLC0415  # the stages take 0.1 s to load, and most commands fold nothing

        rules = pipeline.Rules(self.holding(judgements), self.methodology, self.norms, documents)
        change = pipeline.fold_added(claims, rules, standing)
        contests = doubts(judgements, contested(judgements, self.store.taken_over()))
        return replace(change, doubts=(*change.doubts, *(Doubt(issue, (JUDGEMENTS,)) for issue in contests)))

    def _fold(self, change: Change, as_of: int) -> Fold:
        issues = tuple(doubt.issue for doubt in change.doubts)
        return Fold(change.incidents, change.tallies, issues, self.maker, as_of)


def _is_of_incidents(judgement: Judgement) -> bool:
    """Say whether a judgement leaves the claims as they are, and to every incident its own."""
    if judgement.verdict in _OF_NO_WORDS:
        return True
    of_incidents = bool(judgement.anchors) and all(anchor.is_member for anchor in judgement.anchors)
    return of_incidents and judgement.verdict in _OF_INCIDENTS


def spoken_of(claims: Sequence[Claim], judgements: Sequence[Judgement], store: CaseStore) -> tuple[Document, ...]:
    """Return the reports in which judgements have to be looked for: those put right, those that are read anew."""
    known = {claim.id for claim in claims}
    anchors = ((judgement, anchor) for judgement in judgements for anchor in judgement.anchors)
    captures = {anchor.capture for judgement, anchor in anchors if judgement.amendment or anchor.claim not in known}
    return store.documents_of(sorted(captures)) if captures else ()
