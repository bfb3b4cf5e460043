"""The means of an event: what one mention of an attack leaves out and another of the same event tells.

"A car bomb went off … the explosion killed nine": the explosion is that of the car bomb. A mention that names no
means, or only a vague one, takes that of the nearest mention of the same event. Two mentions are of one event where
they are of one method, neither their authors nor their places set them apart, and one number or one author ties them.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from corroborate.extract.force import AGENTS
from corroborate.model.casualty import Count
from corroborate.model.mention import Mention, Method, Weapon
from corroborate.model.party import party_of

Weapons = tuple[Weapon, ...]


class Forceful(Protocol):
    """An attack as this lending sees it."""

    @property
    def mention(self) -> Mention:
        """Return the mention itself, its method settled."""
        ...

    @property
    def method(self) -> Method:
        """Return its settled method."""
        ...

    @property
    def passage(self) -> int:
        """Return the number of its passage."""
        ...

    @property
    def names(self) -> frozenset[str]:
        """Return the names in it and right behind it."""
        ...

    @property
    def days(self) -> frozenset[str]:
        """Return the words for days of its passage."""
        ...

    @property
    def is_many(self) -> bool:
        """Say whether it is more than one attack, or a number that is left open."""
        ...

    @property
    def tolls(self) -> frozenset[Count]:
        """Return the numbers that its passage tells."""
        ...


def lent(attacks: Sequence[Forceful]) -> Iterator[Weapons]:
    """Yield the weapons of each attack: its own, else those of its event, else the only ones that are told."""
    alone = _only_means(attacks)
    for at, one in enumerate(attacks):
        own = one.mention.weapons
        if own and own not in _VAGUE:
            yield _of_agent(own, attacks, at) if Weapon.CHEMICAL in own and AGENTS.isdisjoint(own) else own
        else:
            found = next(
                (weapons for weapons in _offers(attacks, at) if not own or is_sharper(weapons, one.mention)), own
            )
            yield found or alone.get(one.method, ())


def _of_agent(own: Weapons, attacks: Sequence[Forceful], at: int) -> Weapons:
    """Return the weapons of an attack with gas, the gas by its name where its event tells that: "chlorine"."""
    agents = (weapon for weapons in _offers(attacks, at) for weapon in weapons if weapon in AGENTS)
    agent = next(agents, Weapon.CHEMICAL)
    return tuple(dict.fromkeys(agent if weapon is Weapon.CHEMICAL else weapon for weapon in own))


def _only_means(attacks: Sequence[Forceful]) -> dict[Method, Weapons]:
    """Return the means of a method that a report tells of one event, where all that name means name the same.

    A mention of another day than the first one's is of another event.
    """
    days: dict[Method, frozenset[str]] = {}
    named: dict[Method, set[Weapons]] = {}
    for one in attacks:
        if one.days:
            days.setdefault(one.method, one.days)
        other_day = bool(one.days) and days[one.method].isdisjoint(one.days)
        weapons = one.mention.weapons
        if weapons and weapons != (Weapon.OTHER,) and not other_day:
            named.setdefault(one.method, set()).add(weapons)
    return {method: next(iter(means)) for method, means in named.items() if method in _ONE_EVENT and len(means) == 1}


_ONE_EVENT = (Method.BOMBING,)  # air strikes and shelling go on, with means that change


def is_sharper(weapons: Weapons, mention: Mention) -> bool:
    """Say whether weapons are a sharper word for those of a mention: a car bomb for "a bomb", not for "a landmine"."""
    own, words = mention.weapons, mention.span.quote.casefold()
    if (own == (Weapon.MINE_IED,) and "bomb" not in words) or (own == (Weapon.ARTILLERY,) and "artillery" in words):
        return False
    if Weapon.CHEMICAL in own and not AGENTS.isdisjoint(weapons):
        return set(own) - {Weapon.CHEMICAL} <= set(weapons)  # "a barrel of gas", told elsewhere to have been chlorine
    more = set(weapons) > set(own) and set(weapons) == {Weapon.CAR_BOMB, Weapon.SUICIDE_BOMB}
    return (bool(own) and more) or not _SHARPER.get(own, frozenset()).isdisjoint(weapons)


_FARTHEST = 40  # attacks before and behind that may lend theirs: work grows with the length of a report, no faster
_NEAR = 3  # passages within which a vague word for means is that of a sharper one
_SHARPER: dict[Weapons, frozenset[Weapon]] = {
    (Weapon.MINE_IED,): frozenset((Weapon.CAR_BOMB, Weapon.SUICIDE_BOMB)),
    (Weapon.ARTILLERY,): frozenset((Weapon.ROCKET, Weapon.MORTAR)),
}
_VAGUE = frozenset((*_SHARPER, (Weapon.CHEMICAL,), (Weapon.SUICIDE_BOMB,), (Weapon.CAR_BOMB,)))


def _offers(attacks: Sequence[Forceful], at: int) -> Iterator[Weapons]:
    """Yield the weapons that other mentions of the event of an attack name, the nearest first."""
    one = attacks[at]
    for step in range(1, min(len(attacks), _FARTHEST)):
        for index in (at - step, at + step):
            if 0 <= index < len(attacks) and attacks[index].mention.weapons and _is_one(one, attacks[index]):
                yield attacks[index].mention.weapons


def _is_one(left: Forceful, right: Forceful) -> bool:
    """Say whether two mentions are of one event, the left one being that which takes."""
    if left.method is not right.method or left.method is Method.GROUND_ASSAULT:
        return False
    mine, its = _parties(left), _parties(right)
    if mine and its and mine.isdisjoint(its):
        return False
    if left.mention.weapons:
        return abs(left.passage - right.passage) <= _NEAR
    if left.names and right.names and left.names.isdisjoint(right.names):
        return False
    if left.passage != right.passage and not left.tolls.isdisjoint(right.tolls):
        return True
    bomb = right.mention.weapons == (Weapon.MINE_IED,) and "bomb" in right.mention.span.quote.casefold()
    if bomb and left.is_many == right.is_many and not left.names.isdisjoint(right.names):
        return True
    if left.method is Method.AIRSTRIKE and left.names.isdisjoint(right.names):
        return False  # an air force strikes at many places in a day
    return not mine.isdisjoint(its)


def _parties(one: Forceful) -> frozenset[str]:
    return frozenset(party_of(name).casefold() for name in one.mention.by)
