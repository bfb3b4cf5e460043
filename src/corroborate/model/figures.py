"""The figures that origins give of an incident's harm, and the ranges that they make."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from corroborate.model.casualty import Bound, CasualtyRange, Count, Effect, People, Qualifier
from corroborate.model.ids import ClaimId, JudgementId

LEAST = "least-low-of-credible-origins"
LISTED = "persons-told-one-by-one"
GREATEST = "greatest-stated-figure"
UNSAID = "no-number-stated"
FIXED = "fixed-by-person"


@dataclass(frozen=True, slots=True)
class Figure:
    """What one origin says now of one effect and people, its earlier figures being replaced.

    `claim` tells it; `told` are the claims of that day that tell the same count; `listed` people that the origin tells
    of one by one. `part_of` names the people of whom the group is an explicit share. `conceded` says that a party
    tells of harm that it did itself, `excluded` that a person left the origin out.
    """

    effect: Effect
    people: People
    origin: str
    count: Count
    claim: ClaimId
    told: tuple[ClaimId, ...]
    listed: tuple[ClaimId, ...] = ()
    part_of: People | None = None
    conceded: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class FixedBound:
    """An end ("low", "high") of the range of an effect and people that a person fixed by a judgement."""

    effect: Effect
    people: People
    edge: str
    value: int
    judgement: JudgementId


Group = tuple[Effect, People]
Bounding = Callable[[Sequence[Figure]], Bound]


def stated_low(count: Count) -> int:
    """Return the least that a count allows: "up to 40" allows none."""
    return count.low or 0


def stated_high(count: Count) -> int:
    """Return the greatest number that the words state, though they may leave the top open."""
    return count.high if count.high is not None else stated_low(count)


def is_open(count: Count) -> bool:
    """Say whether a count leaves the top open."""
    return count.high is None


def is_numbered(figure: Figure) -> bool:
    """Say whether a figure is a number, be it a bound, and no vague words."""
    return figure.count.qualifier is not Qualifier.VAGUE


def least(figures: Sequence[Figure]) -> Bound:
    """Return the least low of the figures, or the number of persons that one passage tells one by one, if greater."""
    listed = max((figure.listed for figure in figures), key=len)
    lowest = min(stated_low(figure.count) for figure in figures)
    if len(listed) > lowest:
        return Bound(len(listed), LISTED, listed)
    return Bound(lowest, LEAST, telling(figures, lowest, stated_low))


def greatest(figures: Sequence[Figure]) -> Bound:
    """Return the greatest number that any figure states."""
    highest = max(stated_high(figure.count) for figure in figures)
    return Bound(highest, GREATEST, telling(figures, highest, stated_high))


def telling(figures: Iterable[Figure], value: int, bound: Callable[[Count], int]) -> tuple[ClaimId, ...]:
    """Return the claims of the figures whose count has this bound."""
    return tuple(claim for figure in figures if bound(figure.count) == value for claim in figure.told)


def grouped(figures: Iterable[Figure]) -> Mapping[Group, tuple[Figure, ...]]:
    """Return the figures by effect and people, in the order in which they stand."""
    groups: dict[Group, list[Figure]] = {}
    for figure in figures:
        groups.setdefault((figure.effect, figure.people), []).append(figure)
    return {group: tuple(members) for group, members in groups.items()}


def not_conceded(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the figures that are no concessions; all of them where nobody who is not left out gives another."""
    others = tuple(figure for figure in figures if not figure.conceded)
    return others if any(not figure.excluded for figure in others) else tuple(figures)


def casualty_range(  # noqa: PLR0913  # a group, its figures, what people fixed; the rules of the bounds by name
    group: Group,
    figures: Sequence[Figure],
    fixed: Iterable[FixedBound] = (),
    *,
    low: Bounding = least,
    high: Bounding = greatest,
    best: Bounding | None = None,
) -> CasualtyRange:
    """Return the range over the figures of one effect and people that are not excluded; none is averaged or added.

    Where every origin was excluded, or none gives a number, both bounds stay empty. A fixed end moves the other one
    where they would cross, and a fixed high closes the range.
    """
    credible = [figure for figure in figures if not figure.excluded]
    numbered = [figure for figure in credible if is_numbered(figure)]
    bottom, top = (low(numbered), high(numbered)) if numbered else (Bound(None, UNSAID, ()),) * 2
    if bottom.value is not None and top.value is not None and bottom.value > top.value:
        top = bottom
    ruled = {one.edge: one for one in fixed if (one.effect, one.people) == group}
    bottom, top = _fixed(ruled.get("low"), bottom), _fixed(ruled.get("high"), top)
    if bottom.value is not None and top.value is not None and bottom.value > top.value:
        bottom, top = (bottom, bottom) if "low" in ruled else (top, top)
    return CasualtyRange(
        effect=group[0],
        people=group[1],
        low=bottom,
        high=top,
        open="high" not in ruled and (not numbered or any(is_open(figure.count) for figure in numbered)),
        origins=tuple(figure.origin for figure in credible),
        part_of=next((figure.part_of for figure in figures if figure.part_of), None),
        best=best(numbered) if best and numbered else None,
    )


def _fixed(ruling: FixedBound | None, computed: Bound) -> Bound:
    if ruling is None:
        return computed
    otherwise = f"fixed by a person, else {'no figure' if computed.value is None else computed.value}"
    return Bound(ruling.value, f"{FIXED} {ruling.judgement}", computed.claims, otherwise)
