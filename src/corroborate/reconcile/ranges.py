"""The range in which the sources put a harm: by the rules of DESIGN, "How a range is made"."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from corroborate.model.casualty import Bound, CasualtyRange, Count, Effect, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.mention import Harm
from corroborate.reconcile.current import Figure
from corroborate.reconcile.rulings import Rulings

LEAST = "least-low-of-credible-origins"
LISTED = "persons-told-one-by-one"
GREATEST = "greatest-stated-figure"
UNSAID = "no-number-stated"


def casualty_range(
    group: tuple[Effect, People], figures: Sequence[Figure], part_of: People | None, rulings: Rulings
) -> CasualtyRange:
    """Return the range over the current figures of the credible origins; no figure is averaged or added.

    Where every origin was excluded by a person, both bounds stay empty.
    """
    credible = [figure for figure in figures if figure.origin not in rulings.excluded]
    numbered = [figure for figure in credible if figure.count.qualifier is not Qualifier.VAGUE]
    low, high = _low(numbered), _high(numbered)
    if low.value is not None and high.value is not None and low.value > high.value:
        high = Bound(low.value, low.rule, low.claims)
    low, high = rulings.fixed(*group, "low", low), rulings.fixed(*group, "high", high)
    return CasualtyRange(
        effect=group[0],
        people=group[1],
        low=low,
        high=high,
        open=not numbered or any(is_open(figure.count) for figure in numbered),
        origins=tuple(figure.origin for figure in credible),
        part_of=part_of,
    )


def stated_low(count: Count) -> int:
    """Return the least that a count allows: "up to 40" allows none."""
    return count.low or 0


def stated_high(count: Count) -> int:
    """Return the greatest number that the words state, though they may leave the top open."""
    return count.high if count.high is not None else stated_low(count)


def is_open(count: Count) -> bool:
    """Say whether a count leaves the top open."""
    return count.high is None


def part_of(claims: Iterable[Claim], by_id: Mapping[ClaimId, Claim]) -> People | None:
    """Return the people of whom these claims are an explicit share, None where they are no share of others."""
    for claim in claims:
        whole = by_id.get(claim.part_of) if claim.part_of else None
        if whole is not None and isinstance(whole.content, Harm) and isinstance(claim.content, Harm):
            other_people = whole.content.people is not claim.content.people
            if whole.content.effect is claim.content.effect and other_people:
                return whole.content.people
    return None


def _low(figures: Sequence[Figure]) -> Bound:
    if not figures:
        return Bound(None, UNSAID, ())
    listed = max((figure.listed for figure in figures), key=len)
    least = min(stated_low(figure.count) for figure in figures)
    if len(listed) > least:
        return Bound(len(listed), LISTED, listed)
    return Bound(least, LEAST, _telling(figures, least, stated_low))


def _high(figures: Sequence[Figure]) -> Bound:
    if not figures:
        return Bound(None, UNSAID, ())
    greatest = max(stated_high(figure.count) for figure in figures)
    return Bound(greatest, GREATEST, _telling(figures, greatest, stated_high))


def _telling(figures: Iterable[Figure], value: int, bound: Callable[[Count], int]) -> tuple[ClaimId, ...]:
    return tuple(claim for figure in figures if bound(figure.count) == value for claim in figure.told)
