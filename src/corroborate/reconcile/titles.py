"""Names of incidents and tallies, as a person would say them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from corroborate.model.casualty import Qualifier
from corroborate.model.claim import Claim
from corroborate.model.mention import Attack, Damage, DamagedObject, Harm, Method, Weapon
from corroborate.model.situation import Interval, Location
from corroborate.reconcile.means import weapons_told

_Value = TypeVar("_Value")
_ATTACKS = {
    Method.AIRSTRIKE: ("Air strike", "Air strikes"),
    Method.SHELLING: ("Shelling", "Shelling"),
    Method.MISSILE_STRIKE: ("Missile strike", "Missile strikes"),
    Method.CHEMICAL_ATTACK: ("Chemical attack", "Chemical attacks"),
    Method.BOMBING: ("Bombing", "Bombings"),
    Method.DRONE_ATTACK: ("Drone attack", "Drone attacks"),
    Method.SHOOTING: ("Shooting", "Shootings"),
    Method.GROUND_ASSAULT: ("Ground assault", "Ground assaults"),
    Method.EXECUTION: ("Execution", "Executions"),
    Method.SIEGE: ("Siege", "Sieges"),
    Method.SHOOTDOWN: ("Aircraft shot down", "Aircraft shot down"),
    Method.OTHER: ("Attack", "Attacks"),
}
_AGENTS = {Weapon.CHLORINE: "Chlorine attack", Weapon.SARIN: "Sarin attack"}
_OBJECTS = {
    DamagedObject.HOSPITAL: "Medical facility hit",
    DamagedObject.SCHOOL: "School hit",
    DamagedObject.HOME: "Homes hit",
    DamagedObject.MARKET: "Market hit",
    DamagedObject.WORSHIP: "Place of worship hit",
    DamagedObject.AID: "Aid hit",
    DamagedObject.VEHICLE: "Vehicle hit",
    DamagedObject.INFRASTRUCTURE: "Infrastructure hit",
    DamagedObject.MILITARY: "Military target hit",
    DamagedObject.OTHER: "Damage",
}


def incident_title(members: Sequence[Claim], when: Interval | None, where: Location) -> str:
    """Return what happened, where and when: "Chlorine attack, Saraqeb, Idlib — 4 February 2018"."""
    return f"{', '.join([_what(members), *where.names[:2]])} — {span_words(when)}"


def tally_title(members: Sequence[Claim], when: Interval | None, where: Location) -> str:
    """Return what is counted, where and over which span: "Killed, Eastern Ghouta — 1–14 January 2018"."""
    counted = next(claim.content for claim in members if isinstance(claim.content, Harm | Attack | Damage))
    if isinstance(counted, Harm):
        what = str(counted.effect).capitalize()
    elif isinstance(counted, Damage):
        what = _OBJECTS[counted.object]
    else:
        agent = _agent(members)
        what = f"{_AGENTS[agent]}s" if agent is not None else _ATTACKS[_usual(_methods(members))][1]
    return f"{', '.join([what, *where.names[:2]])} — {span_words(when)}"


def span_words(when: Interval | None) -> str:
    """Return a span of days as words.

    >>> from datetime import date
    >>> from corroborate.model.situation import Granularity
    >>> span_words(Interval(date(2018, 2, 4), date(2018, 2, 5), Granularity.DAYS))
    '4–5 February 2018'
    """
    if when is None:
        return "no day given"
    start, end = when.start, when.end
    if start == end:
        return f"{start.day} {start:%B %Y}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day} {end:%B %Y}"
    first = f"{start.day} {start:%B}" if start.year == end.year else f"{start.day} {start:%B %Y}"
    return f"{first} – {end.day} {end:%B %Y}"


def _what(members: Sequence[Claim]) -> str:
    methods = _methods(members)
    agent = _agent(members)
    if agent is not None and (Method.CHEMICAL_ATTACK in methods or not methods or agent in weapons_told(members)):
        return _AGENTS[agent]
    if methods:
        method = _usual(methods)
        counts = [c.content.count for c in members if isinstance(c.content, Attack) and c.content.method is method]
        single = any(count.qualifier is Qualifier.EXACT and count.high == 1 for count in counts)
        return _ATTACKS[method][0 if single or method is Method.CHEMICAL_ATTACK else 1]
    objects = [claim.content.object for claim in members if isinstance(claim.content, Damage)]
    if objects:
        return _OBJECTS[_usual(objects)]
    effects = [claim.content.effect for claim in members if isinstance(claim.content, Harm)]
    return f"People {_usual(effects)}" if effects else "Statement"


def _methods(members: Iterable[Claim]) -> list[Method]:
    found = [claim.content.method for claim in members if isinstance(claim.content, Attack)]
    return [method for method in found if method is not Method.OTHER] or found


def _agent(members: Iterable[Claim]) -> Weapon | None:
    agents = [weapon for claim in members for weapon in claim.weapons if weapon in _AGENTS]
    return _usual(agents) if agents else None


def _usual(values: Sequence[_Value]) -> _Value:
    """Return the most frequent, the first named of several."""
    counted = Counter(values)
    return max(values, key=lambda value: (counted[value], -values.index(value)))
