"""The means of a series of attacks, lent to what else a report tells of it.

"Two died in shelling of Ayn on Monday … the army fired dozens of rockets at Ayn": the shelling, and the harm that it
did, are those of the rockets. How a series was carried out holds for all that is told of it; how one bomb was dropped
does not, but for the drone, which is what an attack comes from as one source tells it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from corroborate.model.casualty import Count, Effect
from corroborate.model.claim import Claim
from corroborate.model.mention import Attack, Damage, Harm, Method, Weapon
from corroborate.model.party import party_of
from corroborate.model.situation import Interval

_Event = tuple[Interval, str]
_AIR, _GROUND, _PLANTED = frozenset(("air",)), frozenset(("ground",)), frozenset(("planted",))
_WAYS = {
    Method.AIRSTRIKE: _AIR,
    Method.MISSILE_STRIKE: _AIR,
    Method.DRONE_ATTACK: _AIR,
    Method.SHELLING: _GROUND,
    Method.BOMBING: _PLANTED,
    Method.OTHER: _AIR | _GROUND | _PLANTED,
}
_HURT = (Effect.KILLED, Effect.INJURED, Effect.CASUALTIES)


def armed(claims: Sequence[Claim]) -> list[Claim]:
    """Return claims in their order, those that name no means with those that the series of their event has."""
    attacks = _Attacks(claims)
    told = [(claim, attacks.means_of(claim) if _lacks(claim) else ()) for claim in claims]
    return [replace(claim, weapons=means) if means else claim for claim, means in told]


def _lacks(claim: Claim) -> bool:
    """Say whether a claim could name means and names none."""
    hurt = isinstance(claim.content, Harm) and claim.content.effect in _HURT
    return not claim.weapons and (hurt or isinstance(claim.content, Attack | Damage))


class _Attacks:
    """The attacks of a report that have a day, by their day, and by their day and place; made once a report."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        """Take in the claims of a report."""
        self._by_day: dict[Interval, list[tuple[int, frozenset[str]]]] = {}
        self._by_event: dict[_Event, list[Claim]] = {}
        for claim in sorted(claims, key=lambda claim: claim.span.start):
            event = _event(claim)
            if isinstance(claim.content, Attack) and event is not None:
                self._by_day.setdefault(event[0], []).append((claim.span.start, _ways(claim)))
                self._by_event.setdefault(event, []).append(claim)

    def means_of(self, claim: Claim) -> tuple[Weapon, ...]:
        """Return the one means that the attacks of the event of a claim have, where a series has it; none else."""
        event = _event(claim)
        if event is None:
            return ()
        ways = _ways(claim) if isinstance(claim.content, Attack) else self._nearest_ways(claim)
        alike = [one for one in self._by_event.get(event, ()) if _ways(one) & ways and _can_be_one(one, claim)]
        means = {one.weapons for one in alike if one.weapons not in ((), (Weapon.OTHER,))}
        lent = len(means) == 1 and any(_lends(one, claim) for one in alike)
        return means.pop() if lent else ()

    def _nearest_ways(self, claim: Claim) -> frozenset[str]:
        """Return how the attack was carried out that is told nearest to harm or damage of its day."""
        there = self._by_day.get(claim.situation.when, []) if claim.situation.when else []
        at = bisect_left(there, (claim.span.start,))
        near = there[max(0, at - 1) : at + 1]
        return min(near, key=lambda one: abs(one[0] - claim.span.start), default=(0, frozenset[str]()))[1]


def _event(claim: Claim) -> _Event | None:
    """Return the day and the nearest name of the place of a claim, None where it has no day."""
    situation = claim.situation
    return None if situation.when is None else (situation.when, next(iter(situation.where.names), ""))


def _ways(claim: Claim) -> frozenset[str]:
    """Return the ways in which an attack may have been carried out; none for a fight and the like."""
    return _WAYS.get(claim.content.method, frozenset()) if isinstance(claim.content, Attack) else frozenset()


def _can_be_one(attack: Claim, claim: Claim) -> bool:
    """Say whether a claim can be of an attack: of one party, and not told beside it ("missile attacks and |raids|")."""
    parties = [{party_of(name) for name in one.by} for one in (attack, claim)]
    beside = isinstance(claim.content, Attack) and attack.passage == claim.passage
    return not beside and (not all(parties) or bool(parties[0] & parties[1]))


def _lends(attack: Claim, claim: Claim) -> bool:
    """Say whether an attack tells the means of all of its event: a series of attacks, or the drone of one source.

    Gas, barrels, cluster bombs and fire are a part of what is dropped in a series, and told for that.
    """
    series = isinstance(attack.content, Attack) and attack.content.count != Count.exactly(1)
    craft = Weapon.DRONE in attack.weapons and attack.attribution.sources == claim.attribution.sources
    return bool(attack.weapons) and _PARTIAL.isdisjoint(attack.weapons) and (series or craft)


_TOXIC = (Weapon.CHEMICAL, Weapon.CHLORINE, Weapon.SARIN)
_PARTIAL = frozenset((*_TOXIC, Weapon.BARREL_BOMB, Weapon.CLUSTER_MUNITION, Weapon.INCENDIARY))
