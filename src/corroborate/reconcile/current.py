"""The figure that each origin gives now: a later one takes the place of its earlier one, with the history kept."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corroborate.model.casualty import Count, Effect, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.figures import Figure, Group
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Update
from corroborate.model.mention import Attack, Damage, Harm

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
    """Return the current figure of each origin for one effect and people, and what replaced what.

    The latest report that gives a number decides; words without a number never take a number's place. Of several
    figures in one day's reports the greatest counts: the others are told of a part, or earlier.
    """
    wholes = {claim.id for claim in claims}
    by_origin: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_origin[voice[claim.id]].append(claim)
    figures, history = [], []
    for origin in sorted(by_origin):
        days: dict[int, list[Claim]] = defaultdict(list)
        for claim in by_origin[origin]:
            days[as_told(claim)[0]].append(claim)
        steps = [_figure(group, origin, days[day], wholes) for day in sorted(days)]
        numbered = [step for step in steps if step.count.qualifier is not Qualifier.VAGUE] or steps[-1:]
        figures.append(numbered[-1])
        before: Figure | None = None
        for step in numbered:
            if before is None or _differs(before, step):
                history.append(Update(origin, step.claim, before.claim if before else None))
                before = step
    return tuple(figures), tuple(history)


def part_of(claims: Iterable[Claim], by_id: Mapping[ClaimId, Claim]) -> People | None:
    """Return the people of whom these claims are an explicit share, None where they are no share of others."""
    for claim in claims:
        whole = by_id.get(claim.part_of) if claim.part_of else None
        if whole is not None and isinstance(whole.content, Harm) and isinstance(claim.content, Harm):
            other_people = whole.content.people is not claim.content.people
            if whole.content.effect is claim.content.effect and other_people:
                return whole.content.people
    return None


def _figure(group: Group, origin: str, claims: Sequence[Claim], wholes: set[ClaimId]) -> Figure:
    """Return what one origin says on one day."""
    totals = [claim for claim in claims if claim.part_of not in wholes] or list(claims)
    best = min(totals, key=lambda claim: (-(count_of(claim).low or 0), _PRECISION.index(count_of(claim).qualifier)))
    same = tuple(claim.id for claim in claims if count_of(claim) == count_of(best))
    return Figure(*group, origin, count_of(best), best.id, same, _listed(claims))


def _listed(claims: Sequence[Claim]) -> tuple[ClaimId, ...]:
    """Return the longest list of single persons that one passage tells one by one ("a father, his son")."""
    lists: dict[tuple[str, int], dict[tuple[int, int], ClaimId]] = defaultdict(dict)
    for claim in claims:
        if count_of(claim) == Count.exactly(1):
            lists[claim.document, claim.passage.start][claim.span.start, claim.span.end] = claim.id
    longest = max(lists.values(), key=len, default={})
    return tuple(longest.values()) if len(longest) > 1 else ()


def _differs(one: Figure, other: Figure) -> bool:
    return (one.count.low, one.count.high) != (other.count.low, other.count.high)


def count_of(claim: Claim) -> Count:
    """Return the count of a claim about harm, attacks or damage; one, exactly, for any other claim."""
    content = claim.content
    return content.count if isinstance(content, Harm | Attack | Damage) else Count.exactly(1)
