"""The means of a harm as its own sentence names them: beside it, as who or what did it, behind "by"."""

from collections.abc import Iterator

from corroborate.extract.drafting import Draft
from corroborate.extract.force import (
    HANDLED,
    Units,
    carrier,
    first_joined,
    is_acted_on,
    is_of_other_time,
    means_of,
    object_of,
    skip,
    weapons_in,
)
from corroborate.extract.lexicon import rule_words
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import Effect
from corroborate.model.mention import Weapon

Weapons = tuple[Weapon, ...]

_BESIDE = 4  # units around a harm in which a weapon belongs to it
_REACH = 12  # units behind a harm in which "by …" may tell its means
_BEARING = rule_words("bearing_arms")
_TELLING = rule_words("telling")
_UNARMED = (Effect.DETAINED, Effect.ABDUCTED, Effect.DISPLACED, Effect.RESCUED, Effect.MISSING)


def weapons_of(units: Units, draft: Draft) -> Weapons:
    """Return the weapons that its sentence gives a harm, the nearest words first; none where none are told."""
    first, last = _first_beside(units, draft.first), _last_beside(units, draft.last)
    armed = (at for at in range(first, last) if means_of(units[at]))
    suffering = (at for at in armed if at == draft.group or _is_suffered(units, at, draft.group))
    beside = weapons_in(units, first, last, but=frozenset(suffering))
    named = beside or _of_shots(units, draft.trigger)
    if (named and named != (Weapon.OTHER,)) or draft.effect in _UNARMED:
        return named
    return of_doer(units, draft.trigger) or named


def _first_beside(units: Units, first: int) -> int:
    """Return where the words before a harm begin that may name its means: behind force of another time."""
    near = range(first - 1, max(0, first - _BESIDE) - 1, -1)
    return next((at + 1 for at in near if is_of_other_time(units, at)), max(0, first - _BESIDE))


def _last_beside(units: Units, last: int) -> int:
    """Return where the words behind a harm end that may name its means: with the force that did it."""
    near = range(last, min(last + _BESIDE, len(units)))
    return next((at + 1 for at in near if units[at].sense("attack") is not None and not _goes_on(units, at)), near.stop)


def _goes_on(units: Units, at: int) -> bool:
    """Say whether more force, or its means, is joined to a noun of force: "|rocket attacks| and sniper fire"."""
    joint = units[at + 1] if at + 1 < len(units) else units[at]
    return joint.kind in (UnitKind.CONJUNCTION, UnitKind.INCLUDING) or joint.word in _JOINTS


_JOINTS = frozenset((",", "with", "using", "include"))


def _is_suffered(units: Units, at: int, harmed: int | None) -> bool:
    """Say whether something is done with weapons, or the harmed have them, or have them for a name.

    "Killed rebels armed with |rifles|", "killed 75 fighters, including |suicide bombers|".
    """
    among = units[at - 1].kind is UnitKind.INCLUDING if at else False
    held = among or (harmed is not None and carrier(units, at, _BEARING) == harmed)
    return held or is_acted_on(units, at)


def _of_shots(units: Units, at: int) -> Weapons:
    """Return small arms for people told to be shot: "|shot and killed|", "shot and |wounded|", "|gunned down|"."""
    joined = at > 1 and units[at - 1].kind is UnitKind.CONJUNCTION
    verbs = (units[at], units[at - 2]) if joined else (units[at],)
    shot = any(unit.kind is UnitKind.VERB and unit.lemma.split()[:1] in (["shoot"], ["gun"]) for unit in verbs)
    return (Weapon.SMALL_ARMS,) if shot else ()


def of_doer(units: Units, at: int) -> Weapons:
    """Return the weapons that did what a verb tells: its subject, or what "by" names where the subject suffered it."""
    verb = units[at]
    if verb.kind is not UnitKind.VERB:
        return ()
    suffered = verb.voice is Voice.PASSIVE or (verb.voice is Voice.BARE and object_of(units, at) is None)
    doers = _behind(units, at) if suffered else _before(units, at)
    told = [weapons_in(units, first_joined(units, doer), doer + 1) for doer in doers]
    nearest = next(iter(told), ())
    blown = (Weapon.SUICIDE_BOMB,) if any(Weapon.SUICIDE_BOMB in weapons for weapons in told) else ()
    both = dict.fromkeys((*blown, *nearest))
    return tuple(weapon for weapon in both if weapon is not Weapon.OTHER or len(both) == 1)


def _behind(units: Units, at: int) -> Iterator[int]:
    """Yield what "by" names, phrases of place and time passed: "killed in the village on Tuesday |by gunmen|"."""
    index = skip(units, at + 1)
    while index + 1 < min(at + _REACH, len(units)) and units[index].kind is UnitKind.PREPOSITION:
        if units[index].word == "by":
            yield index + 1
            return
        index = skip(units, index + (2 if units[index + 1].kind is UnitKind.NOUN else 1))


def _before(units: Units, at: int) -> Iterator[int]:
    """Yield the weapons that do what a verb tells, from it to its subject, phrases and insertions passed.

    "|Gunmen| believed to be rebels killed", "|a mine|, left by the army, killed", "|a bomb| went off, killing two and
    wounding six"; not "troops seized rifles in the town, killing".
    """
    index = at - 1
    if index > 0 and units[index].kind is UnitKind.CONJUNCTION:
        index = next((i for i in range(index - 1, -1, -1) if units[i].kind is UnitKind.VERB), -1)
        index = index if units[index].voice is units[at].voice else -1
    while index >= 0:
        unit, before = units[index], skip(units, first_joined(units, index) - 1, -1)
        if unit.kind is UnitKind.NOUN:
            governor = units[before] if before >= 0 else None
            if unit.sense("weapon") is not None and _does(unit, governor):
                yield index
            if governor is None or not (_governs(governor) or _is_inserted(units, index, at)):
                return
        elif unit.kind is UnitKind.SUBORDINATOR or unit.word in _ENDS:
            return
        index -= 1


_ENDS = frozenset((".", ":", ";", "–"))


def _governs(unit: Unit) -> bool:
    return unit.kind in (UnitKind.PREPOSITION, UnitKind.VERB)


def _is_inserted(units: Units, at: int, verb: int) -> bool:
    """Say whether an insertion opens with a noun group and closes before a verb: "a device |(IED)| planted there"."""
    closing = _CLOSING.get(units[at - 1].word) if at else None
    return any(unit.word == closing for unit in units[at + 1 : verb])


_CLOSING = {",": ",", "(": ")"}


def _does(weapon: Unit, governor: Unit | None) -> bool:
    """Say whether a weapon does harm itself, or by a verb of force: not "with rifles", "seized rifles"."""
    if governor is None or not _governs(governor):
        return True
    forceful = governor.sense("attack-verb") is not None and governor.lemma not in HANDLED
    used = forceful and weapon.sense("people") is None
    return governor.kind is UnitKind.VERB and (used or governor.lemma in _TELLING)
