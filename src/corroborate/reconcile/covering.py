"""Which incidents a total covers, and what they come to: tied to it, never added to it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from corroborate.model.casualty import Effect, People
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, IncidentId
from corroborate.model.incident import Incident
from corroborate.model.mention import Attack, Content, Damage, DamagedObject, Harm, Method, Weapon
from corroborate.model.nearness import holds
from corroborate.model.situation import Interval, Location

_TOXIC = frozenset({Weapon.CHLORINE, Weapon.SARIN, Weapon.CHEMICAL})
_ANY = frozenset({Effect.KILLED, Effect.INJURED, Effect.CASUALTIES, Method.OTHER})  # any attack may be among these
_ANY_METHOD = re.compile(r"\bbombard|\bviolence|\bfighting", re.IGNORECASE)  # does not say by which method


class Coverable:
    """The incidents of a case by their first day, with the kinds of thing that were damaged in each."""

    def __init__(self, incidents: Iterable[Incident], claims: Mapping[ClaimId, Claim]) -> None:
        """Sort the incidents that have a day."""
        dated = [(one.when.start, one.id, one) for one in incidents if one.when is not None]
        dated.sort(key=lambda known: known[:2])
        self._starts = [start for start, _, _ in dated]
        self._incidents = [one for _, _, one in dated]
        self._damaged: dict[IncidentId, frozenset[DamagedObject]] = {
            one.id: frozenset(c.object for claim in one.claims if isinstance(c := claims[claim].content, Damage))
            for one in self._incidents
        }

    def covered(
        self, counted: Sequence[Claim], acts: Sequence[Claim], when: Interval | None, where: Location
    ) -> tuple[Incident, ...]:
        """Return the incidents inside a span and an area that can be among what claims count, done by these acts."""
        if when is None:
            return ()
        kinds, methods = _kinds(counted), _methods(acts)
        toxic = any(set(claim.weapons) & _TOXIC for claim in (*counted, *acts))
        return tuple(
            one
            for one in self._inside(when)
            if holds(where, one.where) and self._is_among(one, kinds) and _one_means(one, methods, toxic=toxic)
        )

    def _inside(self, when: Interval) -> Iterator[Incident]:
        first, last = bisect_left(self._starts, when.start), bisect_right(self._starts, when.end)
        for one in self._incidents[first:last]:
            if one.when is not None and one.when.end <= when.end:
                yield one

    def _is_among(self, one: Incident, kinds: Collection[Effect | Method | DamagedObject]) -> bool:
        told = {figure.effect for figure in one.figures} | set(one.methods) | self._damaged[one.id]
        return bool(set(kinds) & (told | _ANY))


def least(covered: Iterable[Incident], content: Content) -> int:
    """Return what incidents come to at the least, in what a total counts: people, else attacks or things, one each."""
    if not isinstance(content, Harm):
        return sum(1 for _ in covered)
    return sum(_least_harm(one, content.effect, content.people) for one in covered)


def _least_harm(one: Incident, effect: Effect, people: People) -> int:
    lows = [r.low.value or 0 for r in one.ranges if r.effect is effect and people in {r.people, People.PEOPLE}]
    return max(lows, default=0)


def _kinds(counted: Sequence[Claim]) -> frozenset[Effect | Method | DamagedObject]:
    kinds: set[Effect | Method | DamagedObject] = set()
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


def _one_means(one: Incident, methods: Collection[Method], *, toxic: bool) -> bool:
    """Say whether an incident can be among what is counted: poison gas is no air strike."""
    if toxic:
        return bool(set(one.weapons) & _TOXIC) or Method.CHEMICAL_ATTACK in one.methods
    others = set(one.methods) - {Method.OTHER}
    return not methods or not others or bool(others & set(methods))
