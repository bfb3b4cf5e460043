"""What a mention takes from the attack that it belongs to: its author and its weapons.

A report tells the author and the means of an event once and goes on about it; a mention without its own takes those of the
nearest attack that has them: of its passage first, then before it, then after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corroborate.model.mention import Attack, Blame, Kind, Mention, Verification, Weapon

_BEFORE = 2  # passages before a mention in which its attack may stand; measured on the labelled reports
_AFTER = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention and the number of its passage."""

    mention: Mention
    passage: int


def inherited(placed: Sequence[Placed]) -> list[Mention]:
    """Return the mentions in the same order, each with the author and weapons that its attack lends it."""
    attacks = [other for other in placed if isinstance(other.mention.content, Attack)]
    return [_filled(one, attacks) for one in placed]


def _filled(one: Placed, attacks: Sequence[Placed]) -> Mention:
    mention = one.mention
    if isinstance(mention.content, Blame | Verification):
        return mention
    by = mention.by or next((other.mention.by for other in _nearest(one, attacks) if other.mention.by), ())
    weapons = mention.weapons or _weapons(one, attacks)
    return replace(mention, by=by, weapons=weapons) if (by, weapons) != (mention.by, mention.weapons) else mention


def _nearest(one: Placed, attacks: Sequence[Placed]) -> list[Placed]:
    near = [other for other in attacks if other is not one and -_AFTER <= one.passage - other.passage <= _BEFORE]
    return sorted(
        near, key=lambda other: (abs(one.passage - other.passage), other.passage > one.passage, _distance(one, other))
    )


def _distance(one: Placed, other: Placed) -> int:
    return abs(one.mention.span.start - other.mention.span.start)


def _weapons(one: Placed, attacks: Sequence[Placed]) -> tuple[Weapon, ...]:
    """Return the weapons of the attack told in the passage, else of the one before; an attack keeps to its own words."""
    if one.mention.kind is Kind.ATTACK:
        return ()
    for other in _nearest(one, attacks):
        if other.mention.weapons:
            return other.mention.weapons
    return ()
