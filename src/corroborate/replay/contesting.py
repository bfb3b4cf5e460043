"""Judgements that came with a package, held against the case's own: where they contradict, a person decides."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from corroborate.model.amendment import value_of
from corroborate.model.ids import CaptureId, JudgementId
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.judgement import Judgement, Verdict, in_force

# Verdicts of which one contradicts the other, where both are said of the same.
_CONTRARY = (
    {Verdict.ACCEPT, Verdict.REJECT},
    {Verdict.ACCEPT, Verdict.WITHHOLD},
    {Verdict.SAME, Verdict.DIFFERENT},
)
_Place = tuple[CaptureId, int, int]


def contested(judgements: Sequence[Judgement], imported: AbstractSet[JudgementId]) -> Mapping[JudgementId, Judgement]:
    """Return the judgements that do not hold since one of them came with a package, each with the one that does.

    They contradict where the imported one takes back what was decided here, or says something else of the same words.
    Until a person undoes either, what was decided here holds, but what is withheld by anybody stays so.
    """
    mine = {judgement.id: judgement for judgement in judgements if judgement.id not in imported}
    theirs = [judgement for judgement in judgements if judgement.id in imported]
    back = {one.id: mine[JudgementId(of)] for one in theirs for of in _taken_back(one) if JudgementId(of) in mine}
    standing = in_force([judgement for judgement in judgements if judgement.id not in back])
    own = [judgement for judgement in standing if judgement.id in mine]
    against = ((one, other) for one in standing if one.id in imported for other in own if _contradict(one, other))
    return back | dict(_loser_first(one, other) for one, other in against)


def doubts(judgements: Iterable[Judgement], against: Mapping[JudgementId, Judgement]) -> tuple[Issue, ...]:
    """Return an issue for each judgement that is contested."""
    return tuple(_doubt(one, against[one.id]) for one in judgements if one.id in against)


def _loser_first(imported: Judgement, own: Judgement) -> tuple[JudgementId, Judgement]:
    return (own.id, imported) if imported.verdict is Verdict.WITHHOLD else (imported.id, own)


def _doubt(loser: Judgement, holder: Judgement) -> Issue:
    said, holds = (
        f"'{one.verdict}'{f' ({one.value})' if one.value else ''} by {one.author}" for one in (loser, holder)
    )
    message = (
        f"{said} contradicts {holds}, and one of the two came with a package. The latter holds until a person decides:"
        f" `judge undo {holder.id}` lets the other hold, `judge undo {loser.id}` leaves it so."
    )
    return Issue(IssueKind.CONTESTED_JUDGEMENT, "replay", (loser.id, holder.id), message)


def _taken_back(judgement: Judgement) -> tuple[str, ...]:
    if judgement.verdict is Verdict.UNDO:
        return judgement.subjects
    return (judgement.replaces,) if judgement.replaces else ()


def _contradict(one: Judgement, other: Judgement) -> bool:
    """Say whether two judgements say different things of the same words."""
    shared = sum(not here.isdisjoint(there) for here in _sides(one) for there in _sides(other))
    if {one.verdict, other.verdict} in _CONTRARY:
        return shared > (one.verdict in {Verdict.SAME, Verdict.DIFFERENT})
    if one.verdict is not other.verdict or not shared:
        return False
    match one.verdict:
        case Verdict.FIX_BOUND:
            return _bound(one) == _bound(other) and one.value != other.value
        case Verdict.FIX_GRADE:
            return _methodology(one) == _methodology(other) and one.value != other.value
        case Verdict.CORRECT:
            mine, theirs = _corrected(one), _corrected(other)
            return any(mine[name] != theirs[name] for name in mine.keys() & theirs.keys())
        case _:
            return False


def _sides(judgement: Judgement) -> list[set[_Place]]:
    """Return the places of the words that a judgement speaks of, subject by subject."""
    sides: dict[str, set[_Place]] = {}
    for anchor in judgement.anchors:
        sides.setdefault(anchor.subject, set()).add((anchor.capture, anchor.span.start, anchor.span.end))
    return list(sides.values())


def _bound(judgement: Judgement) -> str:
    """Return which bound is fixed: "killed civilians low" of "killed civilians low 12"."""
    return (judgement.value or "").rpartition(" ")[0]


def _methodology(judgement: Judgement) -> str:
    """Return by which methodology a grade is fixed: "ucdp" of "ucdp Event"."""
    return (judgement.value or "").partition(" ")[0]


def _corrected(judgement: Judgement) -> Mapping[str, object]:
    amendment = judgement.amendment
    return {name: value_of(amendment.claim, name) for name in amendment.fields} if amendment else {}
