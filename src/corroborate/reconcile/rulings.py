"""What people have ruled on an incident's figures: origins that do not count, bounds that are fixed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corroborate.model.casualty import Effect, People
from corroborate.model.figures import FixedBound
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.judgement import Judgement, Verdict, in_force
from corroborate.model.names import fold

_PARTS = 4
BoundKey = tuple[Effect, People, str]


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rulings that concern one incident: the origins left out, and the bounds that are fixed, the last of each.

    `idle` are doubts about rulings that change nothing any more.
    """

    excluded: frozenset[str]
    fixed: tuple[FixedBound, ...]
    idle: tuple[Issue, ...]


def rulings_on(
    subjects: Collection[str], judgements: Sequence[Judgement], origins: Collection[str], effects: Collection[Effect]
) -> Rulings:
    """Return the rulings on an incident: those that name it, one of its claims, or (an origin) no subject at all.

    `origins` are those whose word its claims are, `effects` what they tell of harm.

    A bound is written as effect, people, "low" or "high", and number: "killed civilians low 12".
    """
    excluded: set[str] = set()
    bounds: dict[BoundKey, FixedBound] = {}
    idle: list[Issue] = []
    for judgement in in_force(judgements):
        if judgement.subjects and not set(judgement.subjects) & set(subjects):
            continue
        if judgement.verdict is Verdict.EXCLUDE_ORIGIN and judgement.value:
            named = {origin for origin in origins if fold(origin) == fold(judgement.value)}
            excluded |= named
            if judgement.subjects and not named:
                idle.append(_idle(judgement, f"{judgement.value} tells nothing of this incident any more"))
        elif judgement.verdict is Verdict.FIX_BOUND and judgement.subjects:
            parsed = bound_of(judgement.value or "")
            if parsed is not None:
                bounds[parsed[0]] = FixedBound(*parsed[0], parsed[1], judgement.id)
                if parsed[0][0] not in effects:
                    idle.append(_idle(judgement, f"nobody tells of people {parsed[0][0]} any more"))
    return Rulings(frozenset(excluded), tuple(bounds.values()), tuple(idle))


def unreadable(judgements: Sequence[Judgement]) -> tuple[Issue, ...]:
    """Return a doubt for each fixed bound that is not written as it has to be."""
    return tuple(
        _idle(judgement, "it is not of the form 'killed civilians low 12'")
        for judgement in in_force(judgements)
        if judgement.verdict is Verdict.FIX_BOUND and bound_of(judgement.value or "") is None
    )


def _idle(judgement: Judgement, why: str) -> Issue:
    message = (
        f"The judgement '{judgement.verdict} {judgement.value}' by {judgement.author} changes nothing: {why}."
        f" `judge undo {judgement.id}` takes it back."
    )
    return Issue(IssueKind.STALE_JUDGEMENT, "reconcile", (judgement.id, *judgement.subjects), message)


def bound_of(value: str) -> tuple[BoundKey, int] | None:
    """Return which end of which range is fixed, and at what ("killed civilians low 12"); None for other words."""
    parts = value.split()
    if len(parts) != _PARTS or parts[0] not in set(Effect) or parts[1] not in set(People):
        return None
    if parts[2] not in {"low", "high"} or not parts[3].isdecimal():
        return None
    return (Effect(parts[0]), People(parts[1]), parts[2]), int(parts[3])
