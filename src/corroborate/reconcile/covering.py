"""Which incidents a total covers, and what they come to: tied to it, never added to it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corroborate.model.casualty import Effect, People
from corroborate.model.claim import Claim
from corroborate.model.figures import casualty_range, grouped, not_conceded
from corroborate.model.ids import ClaimId, IncidentId, TallyId
from corroborate.model.incident import Incident, Tally
from corroborate.model.mention import Attack, Damage, Harm, Method, Weapon
from corroborate.model.nearness import holds
from corroborate.model.situation import Interval, Location
from corroborate.reconcile.current import count_of

_TOXIC = frozenset({Weapon.CHLORINE, Weapon.SARIN, Weapon.CHEMICAL})
_ANY = frozenset({Effect.KILLED, Effect.INJURED, Effect.CASUALTIES, Method.OTHER})  # any attack may be among these
_ANY_METHOD = re.compile(r"\bbombard|\bviolence|\bfighting", re.IGNORECASE)  # does not say by which method


@dataclass(frozen=True, slots=True)
class Coverable:
    """What totals ask of an incident with a day: `kinds` of harm, attack and damage, and the `least` of its harm."""

    id: IncidentId
    when: Interval
    where: Location
    methods: tuple[Method, ...]
    is_toxic: bool
    kinds: frozenset[str]
    least: tuple["Least", ...]


@dataclass(frozen=True, slots=True)
class Least:
    """How many people an incident harmed at the least, of one effect and group."""

    effect: Effect
    people: People
    number: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What a row of a tally counts: people of a group and effect, else attacks or things; and the most it says."""

    effect: Effect | None
    people: People | None
    most: int | None

    def least(self, one: Coverable) -> int:
        """Return what an incident comes to in this at the least: people, else one attack or thing."""
        if self.effect is None:
            return 1
        lows = (low for low in one.least if low.effect is self.effect and self.people in {low.people, People.PEOPLE})
        return max((low.number for low in lows), default=0)


@dataclass(frozen=True, slots=True)
class Measure:
    """What a tally with a span asks of incidents to cover them: `kinds` and `methods` where it says; and its rows."""

    id: TallyId
    when: Interval
    where: Location
    kinds: frozenset[str]
    methods: frozenset[Method]
    is_toxic: bool
    rows: tuple[Counted, ...]

    def covers(self, one: Coverable) -> bool:
        """Say whether an incident lies inside the span and area, and can be among what is counted, by the same acts."""
        inside = self.when.start <= one.when.start and one.when.end <= self.when.end
        return inside and holds(self.where, one.where) and bool(self.kinds & (one.kinds | _ANY)) and self._meant(one)

    def _meant(self, one: Coverable) -> bool:
        """Say whether an incident can be among what is counted by its means: poison gas is no air strike."""
        if self.is_toxic:
            return one.is_toxic
        others = set(one.methods) - {Method.OTHER}
        return not self.methods or not others or bool(others & self.methods)


def coverable(one: Incident, claims: Mapping[ClaimId, Claim]) -> Coverable | None:
    """Return an incident as totals see it, whatever methodology graded it; None where it has no day."""
    if one.when is None:
        return None
    damaged = (c.object for claim in one.claims if isinstance(c := claims[claim].content, Damage))
    ranges = (casualty_range(group, not_conceded(given), one.fixed) for group, given in grouped(one.figures).items())
    return Coverable(
        one.id,
        one.when,
        one.where,
        one.methods,
        is_toxic=bool(set(one.weapons) & _TOXIC) or Method.CHEMICAL_ATTACK in one.methods,
        kinds=frozenset((*(figure.effect for figure in one.figures), *one.methods, *damaged)),
        least=tuple(Least(r.effect, r.people, r.low.value) for r in ranges if r.low.value),
    )


def measure(tally: Tally, counted: Sequence[Claim], acts: Sequence[Claim], rows: Sequence[Claim]) -> Measure | None:
    """Return by what a tally covers incidents; None where it has no span, and covers none.

    `counted` are the claims that it shows, `acts` the attacks by which that was done, `rows` the current claim of each.
    """
    if tally.when is None:
        return None
    toxic = any(set(claim.weapons) & _TOXIC for claim in (*counted, *acts))
    told = tuple(map(_counted, rows))
    return Measure(tally.id, tally.when, tally.where, _kinds(counted), _methods(acts), toxic, told)


def cover(tally: Tally, by: Measure, gone: Sequence[Coverable], come: Sequence[Coverable]) -> Tally:
    """Return a tally with what it covers since some incidents are gone and others have come."""
    lost = [one for one in gone if one.id in tally.covers]
    won = [one for one in come if by.covers(one)]
    covers = (set(tally.covers) - {one.id for one in lost}) | {one.id for one in won}
    rows = tuple(
        replace(row, covered=row.covered - sum(map(counted.least, lost)) + sum(map(counted.least, won)))
        for row, counted in zip(tally.rows, by.rows, strict=True)
    )
    return replace(tally, covers=tuple(sorted(covers)), rows=rows)


def _counted(claim: Claim) -> Counted:
    content = claim.content
    if isinstance(content, Harm):
        return Counted(content.effect, content.people, content.count.high)
    return Counted(None, None, count_of(claim).high)


def _kinds(counted: Sequence[Claim]) -> frozenset[str]:
    kinds: set[str] = set()
    for claim in counted:
        match claim.content:
            case Harm(effect=effect):
                kinds.add(effect)
            case Attack(method=method):
                kinds.add(method)
            case Damage(object=harmed):
                kinds.add(harmed)
            case _:
                pass
    return frozenset(kinds)


def _methods(acts: Sequence[Claim]) -> frozenset[Method]:
    """Return by which methods alone what is counted was done; none where some words leave that open."""
    told = [(c.method, claim.span.quote) for claim in acts if isinstance(c := claim.content, Attack)]
    if any(method is Method.OTHER or _ANY_METHOD.search(words) for method, words in told):
        return frozenset()
    return frozenset(method for method, _ in told)
