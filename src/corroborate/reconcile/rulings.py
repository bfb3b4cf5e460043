"""What people have ruled on an incident's figures: origins that do not count, bounds that are fixed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corroborate.model.casualty import Effect, People
from corroborate.model.figures import FixedBound
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.judgement import Judgement, Verdict, in_force
from corroborate.model.names import fold

_PARTS = 4
_Key = tuple[Effect, People, str]


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rulings that concern one incident: the origins left out, and the bounds that are fixed, the last of each."""

    excluded: frozenset[str]
    fixed: tuple[FixedBound, ...]


def rulings_on(subjects: Collection[str], judgements: Sequence[Judgement], origins: Collection[str]) -> Rulings:
    """Return the rulings on an incident: those that name it, one of its claims, or (an origin) no subject at all.

    A bound is written as effect, people, "low" or "high", and number: "killed civilians low 12".
    """
    excluded: set[str] = set()
    bounds: dict[_Key, FixedBound] = {}
    for judgement in in_force(judgements):
        if judgement.subjects and not set(judgement.subjects) & set(subjects):
            continue
        if judgement.verdict is Verdict.EXCLUDE_ORIGIN and judgement.value:
            excluded |= {origin for origin in origins if fold(origin) == fold(judgement.value)}
        elif judgement.verdict is Verdict.FIX_BOUND and judgement.subjects:
            parsed = _bound(judgement.value or "")
            if parsed is not None:
                bounds[parsed[0]] = FixedBound(*parsed[0], parsed[1], judgement.id)
    return Rulings(frozenset(excluded), tuple(bounds.values()))


def unreadable(judgements: Sequence[Judgement]) -> tuple[Issue, ...]:
    """Return a doubt for each fixed bound that is not written as it has to be."""
    return tuple(
        Issue(
            IssueKind.FAILURE,
            "reconcile",
            (judgement.id, *judgement.subjects),
            f"The fixed bound {judgement.value!r} is not of the form 'killed civilians low 12', and changes nothing.",
        )
        for judgement in in_force(judgements)
        if judgement.verdict is Verdict.FIX_BOUND and _bound(judgement.value or "") is None
    )


def _bound(value: str) -> tuple[_Key, int] | None:
    parts = value.split()
    if len(parts) != _PARTS or parts[0] not in set(Effect) or parts[1] not in set(People):
        return None
    if parts[2] not in {"low", "high"} or not parts[3].isdecimal():
        return None
    return (Effect(parts[0]), People(parts[1]), parts[2]), int(parts[3])
