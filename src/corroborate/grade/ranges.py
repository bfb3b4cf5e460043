"""The ranges that a methodology makes of an incident's figures: which count, for whom, and how each end arises."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from corroborate.grade.bounds import BOUNDS, OPEN, number_of
from corroborate.grade.evidence import Evidence
from corroborate.grade.methodology import FigureRules, Methodology, RangeRule, WordUse
from corroborate.grade.wording import count_of, taken_for
from corroborate.model.casualty import Bound, CasualtyRange, Count, People
from corroborate.model.claim import Claim
from corroborate.model.figures import (
    UNSAID,
    Figure,
    FixedBound,
    Group,
    casualty_range,
    grouped,
    is_numbered,
    not_conceded,
    stated_high,
    stated_low,
)
from corroborate.model.ids import ClaimId
from corroborate.model.source import SourceKind

Notes = Mapping[ClaimId, str]


@dataclass(frozen=True, slots=True)
class _Considered:
    """The figures of an incident, as stated and with vague words as what they are taken for; why, by claim.

    `alone` are the claims whose words count only where nobody gives a number.
    """

    stated: tuple[Figure, ...]
    figures: tuple[Figure, ...]
    notes: Notes
    alone: frozenset[ClaimId]
    kinds: Mapping[ClaimId, SourceKind]
    claims: Mapping[ClaimId, Claim]

    def is_word(self, figure: Figure) -> bool:
        return figure.claim in self.notes


def ranges(evidence: Evidence, methodology: Methodology) -> tuple[CasualtyRange, ...]:
    """Return the ranges of an incident under a methodology, in its order; each bound with its claims and rule."""
    considered = _considered(evidence, methodology)
    found: list[CasualtyRange] = []
    for rule in methodology.ranges:
        for group in _groups(rule, [figure for figure in considered.figures if not figure.excluded]):
            members = _members(group, rule, considered, methodology.figures)
            whole = next((one for one in found if (one.effect, one.people) == (group[0], People.PEOPLE)), None)
            found.append(_range(group, rule, members, evidence.incident.fixed, whole.best if whole else None))
    return tuple(found)


def _considered(evidence: Evidence, methodology: Methodology) -> _Considered:
    figures: list[Figure] = []
    notes: dict[ClaimId, str] = {}
    alone: set[ClaimId] = set()
    use = methodology.figures.words
    for figure in evidence.incident.figures:
        taken = None
        if not is_numbered(figure) and use is not WordUse.NEVER:
            taken = taken_for(figure, methodology.words, evidence.claims, evidence.incident.methods)
        figures.append(taken[0] if taken else figure)
        if taken:
            notes |= dict.fromkeys(taken[0].told, f"{taken[1].words} as {taken[1].count.words}")
            alone |= {taken[0].claim} if taken[1].alone or use is WordUse.ALONE else set()
    kinds = {figure.claim: evidence.kind(evidence.claims[figure.claim]) for figure in figures}
    return _Considered(evidence.incident.figures, tuple(figures), notes, frozenset(alone), kinds, evidence.claims)


def _groups(rule: RangeRule, figures: Sequence[Figure]) -> Iterable[Group]:
    """Return the groups that a rule makes ranges for: its own, where any part of it is told, or each that is told."""
    told = list(grouped(figures))
    if rule.people is None:
        return [group for group in told if group[0] in rule.effects]
    parts = {rule.people, *rule.parts}
    return [
        (effect, rule.people)
        for effect in rule.effects
        if any(group[0] is effect and group[1] in parts for group in told)
    ]


def _members(
    group: Group, rule: RangeRule, considered: _Considered, use: FigureRules
) -> tuple[tuple[Figure, ...], Notes]:
    """Return the figures that make a range, and what is to be told of them."""
    told = [f for f in considered.figures if f.effect is group[0] and not f.excluded]
    stated = [figure for figure in told if is_numbered(figure) and not considered.is_word(figure)]
    counting = {figure.origin for figure in stated}
    worded = [f for f in told if considered.is_word(f) and f.origin not in counting]
    if stated:
        worded = [figure for figure in worded if figure.claim not in considered.alone]
    members, notes = _gathered(group, rule, [*stated, *worded], considered.claims)
    if not members:
        return tuple(f for f in considered.stated if (f.effect, f.people) == group and not is_numbered(f)), {}
    credible = [f for f in members if considered.kinds[f.claim] not in use.left_out] or members
    counted = tuple(credible) if use.conceded_counts else not_conceded(credible)
    return counted, {**considered.notes, **notes}


def _gathered(
    group: Group, rule: RangeRule, pool: Sequence[Figure], claims: Mapping[ClaimId, Claim]
) -> tuple[list[Figure], Notes]:
    """Return the figures of a group; origins that give none of it, or less than of a part, speak by its parts.

    They do where nobody gives a figure of the whole, or where their part is greater than any.
    """
    by_origin: dict[str, list[Figure]] = {}
    for figure in pool:
        if figure.people in {group[1], *rule.parts}:
            by_origin.setdefault(figure.origin, []).append(figure)
    wholes: list[Figure] = []
    parts: list[tuple[Figure, str]] = []
    for _, given in sorted(by_origin.items()):
        own = [figure for figure in given if figure.people is group[1]]
        of_parts = [figure for figure in given if figure.people is not group[1]]
        least_whole = max((stated_low(part.count) for part in of_parts), default=0)
        if own and stated_high(own[0].count) >= least_whole:
            listed = _one_by_one(own[0], given, claims)
            wholes.append(replace(own[0], listed=listed) if len(listed) > len(own[0].listed) else own[0])
        else:
            parts.append(_from_parts(group[1], rule, of_parts))
    most = max((stated_high(figure.count) for figure in wholes), default=-1)
    added = [(figure, note) for figure, note in parts if stated_low(figure.count) > most]
    notes = {claim: note for figure, note in added for claim in figure.told}
    return [*wholes, *(figure for figure, _ in added)], notes


def _one_by_one(figure: Figure, given: Iterable[Figure], claims: Mapping[ClaimId, Claim]) -> tuple[ClaimId, ...]:
    """Return the single persons of whom an origin tells in one passage, in whatever group: "a nurse and a patient"."""
    there = claims[figure.claim]
    single = [
        other.claim
        for other in given
        if other.count == Count.exactly(1)
        and other.part_of is None
        and (claims[other.claim].document, claims[other.claim].passage.start) == (there.document, there.passage.start)
    ]
    return tuple(single) if len(single) > 1 else ()


def _from_parts(people: People, rule: RangeRule, parts: Sequence[Figure]) -> tuple[Figure, str]:
    """Return an origin's word on the whole: the sum of groups that share nobody, else its greatest part."""
    groups = ([part for part in parts if part.people in group] for group in rule.disjoint)
    apart = max(groups, key=lambda group: sum(stated_low(part.count) for part in group), default=[])
    most = max(parts, key=lambda part: (stated_low(part.count), stated_high(part.count)))
    low = sum(stated_low(part.count) for part in apart)
    if not apart[1:] or low <= stated_low(most.count):  # one group is no sum
        return replace(most, people=people, part_of=None), f"told of {most.people} alone"
    highs = [part.count.high for part in apart]
    high = None if None in highs else sum(filter(None, highs))
    told = tuple(claim for part in apart for claim in part.told)
    note = " and ".join(f"{part.people} ({part.count.words})" for part in apart)
    return replace(most, people=people, part_of=None, count=count_of(low, high), told=told, listed=()), note


def _range(
    group: Group,
    rule: RangeRule,
    members: tuple[Sequence[Figure], Notes],
    fixed: Iterable[FixedBound],
    cap: Bound | None,
) -> CasualtyRange:
    figures, notes = members
    made = casualty_range(group, figures, fixed, low=BOUNDS[rule.low], high=BOUNDS[rule.high])
    stated = made.high.value is not None
    low, high = _noted(made.low, notes), _noted(made.high, notes)
    best = _noted(_best(made, rule.best, figures, cap), notes) if rule.best else None
    return replace(made, low=low, high=high, best=best, open=made.open and (rule.high in OPEN or not stated))


def _best(made: CasualtyRange, rule: str, figures: Sequence[Figure], cap: Bound | None) -> Bound:
    """Return the likeliest figure: inside the range, and, for a part, not above that of the whole."""
    most = None if cap is None else cap.value
    allowed = [f for f in figures if is_numbered(f) and (most is None or number_of(f) <= most)]
    if not allowed:
        return Bound(None, UNSAID, ())
    best = BOUNDS[rule](allowed)
    if made.low.value is not None and best.value is not None and best.value < made.low.value:
        return made.low
    if made.high.value is not None and best.value is not None and best.value > made.high.value:
        return made.high
    return best


def _noted(bound: Bound, notes: Notes) -> Bound:
    told = sorted({notes[claim] for claim in bound.claims if claim in notes})
    return replace(bound, note="; ".join(filter(None, (bound.note, *told))))
