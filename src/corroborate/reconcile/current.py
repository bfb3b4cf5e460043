"""The figure that each origin gives now: a later one takes the place of its earlier one, with the history kept.

A figure takes the place of one of the same scope alone. A later report may tell of a part, or repeat what its origin
said before: neither changes the figure.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from corroborate.model.casualty import Count, Effect, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.figures import Figure, Group, stated_low
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Change, Update
from corroborate.model.mention import Attack, Damage, Harm
from corroborate.model.names import fold
from corroborate.model.nearness import Nearness, holds, nearness

Scope = Callable[[Claim, Claim], bool]
_PRECISION = (
    Qualifier.EXACT,
    Qualifier.NONE,
    Qualifier.RANGE,
    Qualifier.ABOUT,
    Qualifier.AT_LEAST,
    Qualifier.MORE_THAN,
    Qualifier.AT_MOST,
    Qualifier.LESS_THAN,
    Qualifier.VAGUE,
)


def harm_groups(members: Sequence[Claim]) -> Mapping[Group, tuple[Claim, ...]]:
    """Return the harm claims of a cluster by effect and people, both in the order of their words."""
    groups: dict[Group, list[Claim]] = defaultdict(list)
    for claim in members:
        if isinstance(claim.content, Harm):
            groups[claim.content.effect, claim.content.people].append(claim)
    effects, kinds = list(Effect), list(People)
    ordered = sorted(groups, key=lambda key: (effects.index(key[0]), kinds.index(key[1])))
    return {key: tuple(sorted(groups[key], key=as_told)) for key in ordered}


def as_told(claim: Claim) -> tuple[int, str, int, str]:
    """Return the order in which claims became known: by publication, then by place in the report."""
    return (claim.published.toordinal() if claim.published else 0, claim.document, claim.span.start, claim.id)


def current(
    group: Group, claims: Sequence[Claim], voice: Mapping[ClaimId, str]
) -> tuple[tuple[Figure, ...], tuple[Update, ...]]:
    """Return the current figure of each origin for one effect and people, and what replaced what."""
    by_origin: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_origin[voice[claim.id]].append(claim)
    figures: list[Figure] = []
    history: list[Update] = []
    for origin in sorted(by_origin):
        told = by_origin[origin]
        now, updates = latest(origin, told, is_part)
        that_day = [claim for claim in told if claim.published == now.published]
        same = tuple(claim.id for claim in that_day if _one_count(claim, now))
        figures.append(Figure(*group, origin, count_of(now), now.id, same, _listed(that_day)))
        history += updates
    return tuple(figures), tuple(history)


def outgrown(figures: Sequence[Figure], claims: Mapping[ClaimId, Claim]) -> tuple[Update, ...]:
    """Return the figures of all people whose origin has since counted more of some of them, with what replaces each.

    Who said nine people, and later says thirteen civilians, does not say nine any more.
    """
    found: list[Update] = []
    for whole in figures:
        parts = [
            part for part in figures if _exceeds(part, whole) and _is_later(claims[part.claim], claims[whole.claim])
        ]
        if parts:
            most = max(parts, key=lambda part: (stated_low(part.count), part.claim))
            found.append(Update(whole.origin, most.claim, whole.claim, Change.RAISED))
    return tuple(found)


def _exceeds(part: Figure, whole: Figure) -> bool:
    """Say whether an origin's figure of some people is above all that its figure of all people allows."""
    if whole.people is not People.PEOPLE or part.people is People.PEOPLE:
        return False
    if (part.origin, part.effect) != (whole.origin, whole.effect) or whole.count.high is None:
        return False
    return stated_low(part.count) > whole.count.high


def _is_later(one: Claim, other: Claim) -> bool:
    return as_told(one)[0] > as_told(other)[0]


def latest(origin: str, claims: Sequence[Claim], is_less: Scope) -> tuple[Claim, tuple[Update, ...]]:
    """Return the claim of an origin that holds its current figure, and what replaced what on the way to it.

    The latest day on which it gives a number decides; words without a number never take a number's place. Of several
    figures in one day's reports the greatest counts: the others are told of a part, or earlier. `is_less` says of a
    later, lower figure whether it is of less than the one before.
    """
    numbered = [claim for claim in claims if count_of(claim).qualifier is not Qualifier.VAGUE] or claims[-1:]
    days: dict[int, list[Claim]] = defaultdict(list)
    for claim in numbered:
        days[as_told(claim)[0]].append(claim)
    first, *later = sorted(days)
    now, told = _greatest(days[first]), list(days[first])
    history = [Update(origin, now.id, None, Change.FIRST)]
    for day in later:
        fresh = [claim for claim in days[day] if not _is_echo(origin, claim, told)]
        told += days[day]
        step = _greatest(fresh) if fresh else now
        change = _change(now, step)
        if change is Change.LOWERED and is_less(now, step):
            continue
        if not _one_count(now, step):
            history.append(Update(origin, step.id, now.id, change))
        now = step
    return now, tuple(history)


def is_part(before: Claim, later: Claim) -> bool:
    """Say whether a later figure is told of less than an earlier one: a spot in its area, or another place."""
    where, spot = before.situation, later.situation
    if not (where.place_is_told and spot.place_is_told):
        return False
    if nearness(where.where, spot.where) in {Nearness.APART, Nearness.FAR}:
        return True
    return holds(where.where, spot.where) and not holds(spot.where, where.where)


def _change(before: Claim, later: Claim) -> Change:
    old, new = _number(before), _number(later)
    return Change.RAISED if new > old else Change.LOWERED if new < old else Change.RESTATED


def _number(claim: Claim) -> int:
    """Return the one number that stands for a count: its low end, else its high one."""
    count = count_of(claim)
    return count.low if count.low is not None else count.high or 0


def _is_echo(origin: str, later: Claim, told: Sequence[Claim]) -> bool:
    """Say whether another's report repeats a figure that its origin gave before, replaced since or not."""
    return fold(later.printer) != fold(origin) and any(_one_count(later, old) for old in told)


def _greatest(claims: Sequence[Claim]) -> Claim:
    """Return what one origin says on one day; shares of what it says beside them stand back."""
    wholes = {claim.id for claim in claims}
    totals = [claim for claim in claims if claim.part_of not in wholes] or list(claims)
    return min(totals, key=lambda claim: (-(count_of(claim).low or 0), _PRECISION.index(count_of(claim).qualifier)))


def _one_count(one: Claim, other: Claim) -> bool:
    a, b = count_of(one), count_of(other)
    return (a.low, a.high) == (b.low, b.high)


def part_of(claims: Iterable[Claim], by_id: Mapping[ClaimId, Claim]) -> People | None:
    """Return the people of whom these claims are an explicit share, None where they are no share of others."""
    for claim in claims:
        whole = by_id.get(claim.part_of) if claim.part_of else None
        if whole is not None and isinstance(whole.content, Harm) and isinstance(claim.content, Harm):
            other_people = whole.content.people is not claim.content.people
            if whole.content.effect is claim.content.effect and other_people:
                return whole.content.people
    return None


def _listed(claims: Sequence[Claim]) -> tuple[ClaimId, ...]:
    """Return the longest list of single persons that one passage tells one by one ("a father, his son")."""
    lists: dict[tuple[str, int], dict[tuple[int, int], ClaimId]] = defaultdict(dict)
    for claim in claims:
        if count_of(claim) == Count.exactly(1):
            lists[claim.document, claim.passage.start][claim.span.start, claim.span.end] = claim.id
    longest = max(lists.values(), key=len, default={})
    return tuple(longest.values()) if len(longest) > 1 else ()


def count_of(claim: Claim) -> Count:
    """Return the count of a claim about harm, attacks or damage; one, exactly, for any other claim."""
    content = claim.content
    return content.count if isinstance(content, Harm | Attack | Damage) else Count.exactly(1)
