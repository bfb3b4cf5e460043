"""Relative clauses between people and their verb: whom they tell of, and who stands in them."""

from corroborate.extract.groups import Units, is_known_people
from corroborate.extract.units import UnitKind


def before_relative(units: Units, at: int) -> int:
    """Return the people of a relative clause ending at a verb ("a boy whose name is not known |was killed")."""
    for index in range(at, max(0, at - _CLAUSE), -1):
        opener = units[index].word in ("who", "which", "whom") or units[index].determiner == "whose"
        if opener and units[index - 1].kind is UnitKind.NOUN:
            return index - 1 if is_known_people(units[index - 1]) else -1
    return -1


_CLAUSE = 10  # units that a relative clause may take


def is_governed(units: Units, at: int) -> bool:
    """Say whether a pronoun ends a relative clause, and is no subject: "three nuns who worked with |them| (were)"."""
    led = at > 1 and units[at - 1].kind in (UnitKind.PREPOSITION, UnitKind.VERB) and units[at - 1].word != "of"
    return led and units[at].pronoun and units[at].word in _GOVERNED and before_relative(units, at) >= 0


_GOVERNED = frozenset(("them", "him", "us", "me"))


def beside_role(units: Units, found: tuple[int, ...]) -> tuple[int, ...]:
    """Return people with those whom a relative clause tells of, not what they are there.

    "|two men| who were acting as her guards and |a clerk| (were hurt)".
    """
    if len(found) < _PAIR or not found[0] or units[found[0] - 1].word != "as":
        return found
    head = before_relative(units, found[0] - 1)
    return (head, *found[1:]) if head >= 0 else found


_PAIR = 2
