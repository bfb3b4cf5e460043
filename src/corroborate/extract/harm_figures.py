"""Frames of harm told as figures: "Injured: 4,877" in a table, "the victims numbered 213"."""

from collections.abc import Iterator

from corroborate.extract.coordination import coordinated
from corroborate.extract.drafting import Draft, any_effect, listed
from corroborate.extract.groups import Units, described, people_of
from corroborate.extract.harm_tolls import given_number, reached
from corroborate.extract.rules import begins
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import Effect, People


@begins(senses=("harm-verb", "effect"), at=(UnitKind.VERB, UnitKind.NOUN, UnitKind.STATE))
def keyed(units: Units, at: int) -> Iterator[Draft]:
    """H23: "Dead: 192", "Injured: 4,877", "Killed: 12 soldiers"; not "the dead: two men"."""
    effect = any_effect(units[at])
    if effect is None or at + 2 >= len(units) or units[at + 1].word != ":" or units[at].determiner:
        return
    if units[at].kind is UnitKind.VERB and _is_told_of(units, at):
        return
    number = units[at + 2]
    bare = not number.word or (at + 3 < len(units) and units[at + 3].word == ":")  # "Dead: 192 Injured: …"
    if at == 0 and number.determiner in ("a", "an") and number.sense("people") is not None:
        yield from listed(units, tuple(coordinated(units, at + 2)), at, effect, "H23-keyed")
    if number.quantity is None or not number.quantity.numeral or units[at].quantity is not None:
        return
    if _is_harm_of_its_own(units, at + 2, effect):
        return
    if not bare and at == 0 and number.sense("people") is not None:
        yield from listed(units, tuple(coordinated(units, at + 2)), at, effect, "H23-keyed")
    elif bare:
        people, count = described(units[at]), number.quantity.count
        yield Draft(at, at + 3, at, effect, people or People.PEOPLE, count, "H23-keyed", people is None, group=at + 2)


def _is_told_of(units: Units, at: int) -> bool:
    """Say whether a verb tells of people counted before it, and is no key: "seven people |were killed|: four in A"."""
    before = units[at - 1].quantity if at and units[max(0, at - 2)].word != ":" else None
    return bool(units[at].auxiliary) or (before is not None and before.numeral)


def is_value(units: Units, at: int) -> bool:
    """Say whether a bare number at an index belongs to the key before it: "Dead: |192| Injured"; not to a speaker."""
    bare = units[at].quantity is not None and not units[at].word
    return bare and at > 1 and units[at - 1].word == ":" and _is_key(units[at - 2]) and not _is_clause(units, at)


def _is_clause(units: Units, at: int) -> bool:
    """Say whether a number begins what somebody says, and is no value of a table: "Police: |3| killed in blast"."""
    key = any(unit.word == ":" for unit in units[at + 1 : at + 3])
    return not key and (any_effect(units[at - 2]) is None or _is_harm_of_its_own(units, at, any_effect(units[at - 2])))


def _is_harm_of_its_own(units: Units, at: int, keyed: Effect | None) -> bool:
    """Say whether the word behind a number tells another harm than its key: "Casualties: |4| killed"; no next key."""
    behind = units[at + 1] if at + 1 < len(units) else units[at]
    key = at + 2 < len(units) and units[at + 2].word == ":"
    return not key and any_effect(behind) not in (None, keyed)


def _is_key(unit: Unit) -> bool:
    """Say whether a unit names a figure of a table; "Urgent: 3 injured" opens with none."""
    return any_effect(unit) is not None or unit.sense("people") is not None


@begins("victims", senses=("effect", "harm-verb"), at=(UnitKind.NOUN, UnitKind.STATE, UnitKind.VERB))
def numbered(units: Units, at: int) -> Iterator[Draft]:
    """H24: "the victims in Hama numbered 213", "the wounded, numbering 40,"; not "the victims said 12 left"."""
    effect = _summed(units, at)
    if effect is None or units[at].quantity is not None:
        return
    step = given_number(units, at)
    number = None if step is None else units[step].quantity
    if step is not None and number is not None:
        people, count = people_of(units, at) or People.PEOPLE, reached(units, step, number.count)
        yield Draft(at, step + 1, at, effect, people, count, "H24-numbered", group=step)


def _summed(units: Units, at: int) -> Effect | None:
    """Return what befell those whom a number may sum up: victims, the dead, the wounded."""
    unit = units[at]
    if unit.word == "victims":
        return Effect.CASUALTIES
    named = unit.voice is Voice.BARE and not unit.auxiliary and at > 0 and units[at - 1].word == "the"
    return any_effect(unit) if unit.kind is UnitKind.STATE or (unit.kind is UnitKind.VERB and named) else None
