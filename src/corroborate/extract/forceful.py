"""Verbs that tell of force only beside certain words: "captured the town", but not "captured on video"."""

from corroborate.extract.actors import is_actor
from corroborate.extract.force import Units, is_noun, words_of
from corroborate.extract.units import Unit, UnitKind, Voice

_CAPTURE = frozenset("capture recapture retake seize".split())
_AROUND = frozenset("besiege surround encircle blockade".split())
_DOWNING = frozenset(("down", "shoot down", "intercept"))
_AGENT = 3  # units behind a participle within which "by" names who does it
_RELATIVE = frozenset(("which", "that"))


def is_forceful(units: Units, at: int, subject: int | None, target: int | None) -> bool:
    """Say whether a verb of force tells of force beside its subject and its target."""
    unit = units[at]
    thing = units[target] if target is not None else None
    if unit.lemma in _CAPTURE:
        return _is_taken(units, target) and not _is_one_of(units, subject, "records")
    if unit.lemma == "take":
        return target is not None and _is_land(units, target) and (_has_agent(units, at) or _acts(units, subject))
    if unit.lemma == "gas" and unit.word in ("gas", "gases"):
        return False  # "oil and gas facilities"
    if unit.lemma in _AROUND and unit.voice in (Voice.BARE, Voice.ING):
        return _acts(units, subject) or _has_agent(units, at)
    if unit.lemma in _DOWNING:
        return unit.word != "down" and thing is not None and _is_craft(units, target)
    if unit.lemma == "execute" and thing is not None and thing.sense("attack") is not None:
        return False  # "jets executed four air strikes"
    if unit.lemma == "strike" and (_is_one_of(units, target, "pacts") or _is_one_of(units, subject, "pacts")):
        return False  # "an agreement struck in May"
    return not (subject is not None and units[subject].word == "it" and unit.lemma in ("hit", "strike"))


def _is_taken(units: Units, target: int | None) -> bool:
    """Say whether what is captured is neither people nor means nor "it"."""
    if target is None:
        return False
    thing = _counted(units, target)
    pronoun = thing.pronoun and thing.word not in _RELATIVE
    return not pronoun and not any(thing.sense(d) for d in ("people", "weapon", "harm-verb"))


def _is_land(units: Units, target: int) -> bool:
    """Say whether a verb takes a stretch of land ("took the village", "Palmyra, which was taken by rebels")."""
    thing = units[target]
    if thing.word in _RELATIVE:
        thing = next((unit for unit in reversed(units[:target]) if unit.kind is UnitKind.NOUN), thing)
    area = thing.sense("object")
    return thing.proper if area is None else area.detail == "area"


def _acts(units: Units, subject: int | None) -> bool:
    return subject is not None and is_actor(units[subject])


def _is_craft(units: Units, target: int | None) -> bool:
    thing = _counted(units, target) if target is not None else None
    return thing is not None and any(thing.sense(d) for d in ("object", "weapon", "actor"))


def _counted(units: Units, at: int) -> Unit:
    """Return the noun group that counts: of "one of its jets" the jets."""
    unit = units[at]
    partial = not unit.senses and not unit.proper and at + 1 < len(units) and units[at + 1].word == "of"
    return units[at + 2] if partial and is_noun(units, at + 2) else unit


def _has_agent(units: Units, at: int) -> bool:
    """Say whether "by" and somebody who acts stand behind a participle ("civilians besieged |by rebels|")."""
    for index in range(at + 1, min(at + _AGENT, len(units) - 1)):
        if units[index].word == "by":
            return is_actor(units[index + 1])
    return False


def _is_one_of(units: Units, at: int | None, kind: str) -> bool:
    return at is not None and units[at].lemma in words_of(kind)
