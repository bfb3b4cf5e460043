"""Words that share one noun of force: "|missile| and drone strikes", "|air|, land and |sea| attacks"."""

from collections.abc import Sequence

from corroborate.extract.force import Units, is_noun
from corroborate.extract.lexicon import Sense, lexicon
from corroborate.extract.units import Unit

_JOINS = frozenset(("and", "&", ",", "or", "/"))


def sharers(units: Units, at: int) -> Sequence[tuple[int, Sense]]:
    """Return the noun groups before a noun of force that are cut short before it, the first of them first.

    Each comes with what it tells together with the noun ("rocket and sniper attacks": that of "rocket attacks").
    """
    found: list[tuple[int, Sense]] = []
    left = at
    while not units[left].determiner and left > 1 and units[left - 1].word in _JOINS and is_noun(units, left - 2):
        left -= 2
        sense = _together(units[left], units[at])
        if sense is None:
            break
        found.insert(0, (left, sense))
    return found


def _together(cut: Unit, whole: Unit) -> Sense | None:
    """Return what a word tells together with the last word of a noun of force, None where they make none."""
    apart = cut.plural or cut.quantity is not None or cut.sense("attack") is not None
    if apart or not cut.word or (whole.plural and cut.determiner in ("a", "an")):
        return None
    phrase = (*cut.word.split(), whole.word.split()[-1])
    width, readings = lexicon().longest(phrase, 0)
    known = (sense for sense in readings.head_senses if sense.domain == "attack")
    return next(known, None) if width == len(phrase) else None
