"""Things harmed, told by a noun or adjective: damage to homes, the rubble of a school, burnt cars."""

from collections.abc import Iterator

from corroborate.extract.damaging import is_real
from corroborate.extract.lexicon import rule_words
from corroborate.extract.line import Line
from corroborate.extract.rules import begins
from corroborate.extract.things import DamageDraft, Thing, list_from, thing_at, told, words_of
from corroborate.extract.units import UnitKind, Voice
from corroborate.model.casualty import VAGUE
from corroborate.model.mention import DamagedObject

_REACH = 6  # units around a noun of damage within which its verb stands
_SUSTAINING = rule_words("sustaining")
_BEFALLING = rule_words("befalling")


@begins(senses=("damage",), at=UnitKind.NOUN)
def damage_to(line: Line, at: int) -> Iterator[DamageDraft]:
    """D10: "damage to homes and cars", "the destruction of a school", "damage was caused to a number of houses"."""
    if not _is_damage(line, at):
        return
    behind = _past_caused(line, at + 1)
    bearing = line.skip(at - 1, back=True)
    if line.is_verb(bearing) and line.units[bearing].lemma in _SUSTAINING and is_real(line, bearing):
        owner = line.subject(_governing(line, bearing))
        thing = thing_at(line, owner) if owner is not None else None
        if thing is not None and thing.named:
            yield from told((thing,), at, "D10-suffered")
            return
    if line.is_verb(behind) and line.units[behind].lemma in _BEFALLING and line.is_noun(behind + 1):
        yield from told((t for t in list_from(line, behind + 1) if t.named), at, "D10-affected")
        return
    if line.word(behind) not in ("to", "of", "in", "on", "at", "inside") or not line.is_noun(behind + 1):
        yield from _bare(line, at)
        return
    things = tuple(list_from(line, behind + 1))
    weapons = line.units[behind + 1].any_sense("weapon") is not None
    apart = (line.word(at) == "destruction" and weapons) or line.word(behind) in ("at", "inside")
    unnamed = bool(things) and not things[0].named  # "the |destruction of toxic gas|", "damage |at the site|"
    if things and not things[0].area and not (apart and unnamed):
        yield from told(things, at, "D10-damage-to")
    elif not weapons and _is_told(line, at) and (line.word(behind) in ("in", "to") or things):
        place = Thing(at, behind + 2, DamagedObject.OTHER, VAGUE if not things else things[0].count, named=False)
        yield DamageDraft(at, behind + 2, at, place, "D10-damage-in")


def _is_damage(line: Line, at: int) -> bool:
    """Say whether a noun of damage opens: not denied, and not the first of two ("damage and |destruction|")."""
    unit = line.units[at]
    if unit.sense("damage") is None or unit.is_none or _is_of_none(line, at):
        return False
    joined = at + 2 < len(line.units) and line.units[at + 1].kind is UnitKind.CONJUNCTION and line.is_noun(at + 2)
    doubled = joined and line.units[at + 2].sense("damage") is not None
    return not doubled and line.word(at - 1) != "without"


def _is_of_none(line: Line, at: int) -> bool:
    """Say whether damage is denied with what stands before it: "did not cause |damage|", "no deaths or |damage|"."""
    before = line.skip(at - 1, back=True)
    if line.is_verb(before):
        return line.units[before].lemma in words_of("cause") and not is_real(line, before)
    joined = line.word(before) in ("or", "nor") and line.is_noun(before - 1)
    return joined and (line.units[before - 1].is_none or line.units[before - 1].determiner == "any")


def _governing(line: Line, at: int) -> int:
    """Return the verb whose subject sustains something: for "closed after |sustaining| damage" the one before it."""
    tied = line.units[at - 1].kind in (UnitKind.PREPOSITION, UnitKind.SUBORDINATOR)
    tied = tied and line.units[at].voice is Voice.ING
    return next((i for i in range(at - 2, -1, -1) if line.is_verb(i)), at) if tied else at


def _past_caused(line: Line, at: int) -> int:
    """Step over "was (also) caused" to what follows it."""
    done = line.is_verb(at) and is_real(line, at) and line.word(at + 1) == "done"
    at += done
    caused = done or (line.is_verb(at) and line.units[at].lemma in words_of("cause") and is_real(line, at))
    return line.skip(at + 1) if caused and line.word(line.skip(at + 1)) in ("to", "on") else at


def _is_told(line: Line, at: int) -> bool:
    near = range(max(0, at - _REACH), min(len(line.units), at + 3))
    verbs = (i for i in near if line.is_verb(i) and line.units[i].lemma in words_of("cause"))
    return any(is_real(line, i) or line.units[i].modal == "to" for i in verbs)


def _bare(line: Line, at: int) -> Iterator[DamageDraft]:
    """D11: "caused material damage", "only material damage was reported": to things not named."""
    if _is_told(line, at):
        yield DamageDraft(at, at + 1, at, Thing(at, at + 1, DamagedObject.OTHER, VAGUE, named=False), "D11-damage")


@begins(of=lambda: words_of("ruined"), at=UnitKind.NOUN)
def ruined(line: Line, at: int) -> Iterator[DamageDraft]:
    """D12: "a collapsed building", "burnt-out cars", "three damaged houses"; "wrecked or burnt cars"."""
    unit = line.units[at]
    if unit.is_none:
        return
    before = {token.folded for token in line.tokens[unit.first : unit.last - 1]}
    thing = thing_at(line, at)
    known = thing is not None and thing.named and not thing.area and unit.determiner not in ("the", "its", "their")
    if thing is not None and known and before & words_of("ruined"):
        yield from told((thing,), at, "D12-ruined")


@begins(of=lambda: words_of("undoing"))
def undone(line: Line, at: int) -> Iterator[DamageDraft]:
    """D14: "the collapse of two blocks", "the demolition of a house"; not "the collapse of the truce"."""
    denied = any(unit.is_none or unit.determiner == "any" for unit in line.units[max(0, at - 1) : at + 1])
    undoes = line.word(at) in words_of("undoing") and not line.is_verb(at) and not denied
    if undoes and line.word(at + 1) == "of" and line.is_noun(at + 2):
        things = list_from(line, at + 2)
        yield from told((thing for thing in things if thing.named and not thing.area), at, "D14-undone")


@begins(of=lambda: words_of("holes"), at=UnitKind.NOUN)
def holed(line: Line, at: int) -> Iterator[DamageDraft]:
    """D16: "left a hole in the roof of a shop", "a crater in the runway"; not "a hole in the budget"."""
    if line.word(at) not in words_of("holes") or line.word(at + 1) not in ("in", "through") or line.units[at].is_none:
        return
    made = line.skip(at - 1, back=True)
    if not line.is_verb(made) or is_real(line, made):
        yield from told((t for t in list_from(line, at + 2) if t.named and not t.area), at, "D16-holed")


@begins(of=lambda: words_of("rubble"), at=UnitKind.NOUN)
def rubble_of(line: Line, at: int) -> Iterator[DamageDraft]:
    """D13: "under the rubble of a house", "the ruins of a school", "the wreckage of a bus"."""
    if line.word(at) not in words_of("rubble") or line.word(at + 1) != "of":
        return
    thing = thing_at(line, at + 2)
    if thing is not None and thing.named and not thing.area:
        yield from told((thing,), at, "D13-rubble")
