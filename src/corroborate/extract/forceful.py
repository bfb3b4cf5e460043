"""Verbs that tell of force only beside certain words: "captured the town", but not "captured on video"."""

from collections.abc import Callable

from corroborate.extract.actors import is_actor
from corroborate.extract.force import Units, is_noun, words_of
from corroborate.extract.units import Unit, UnitKind, Voice

_AGENT = 3  # units behind a participle within which "by" names who does it
_RELATIVE = frozenset(("which", "that"))


def is_forceful(units: Units, at: int, subject: int | None, target: int | None) -> bool:
    """Say whether a verb of force tells of force beside its subject and its target."""
    unit = units[at]
    for verbs, test in _TESTS:
        if unit.lemma in verbs:
            return test(units, at, subject, target)
    return True


def _captures(units: Units, _: int, subject: int | None, target: int | None) -> bool:
    return _is_taken(units, target) and not _is_one_of(units, subject, "records")


def _takes(units: Units, at: int, subject: int | None, target: int | None) -> bool:
    return target is not None and _is_land(units, target) and (_has_agent(units, at) or _acts(units, subject))


def _engages(units: Units, _: int, __: int | None, target: int | None) -> bool:
    return _acts(units, target)


def _fights(units: Units, _: int, __: int | None, target: int | None) -> bool:
    return target is None or units[target].word not in words_of("evil")  # "to fight terrorism"


def _hangs(units: Units, _: int, __: int | None, target: int | None) -> bool:
    thing = units[target] if target is not None else None
    return thing is not None and (thing.pronoun or thing.proper or thing.sense("people") is not None)


def _gasses(units: Units, at: int, _: int | None, __: int | None) -> bool:
    return units[at].word not in ("gas", "gases")  # "oil and gas facilities"


def _surrounds(units: Units, at: int, subject: int | None, _: int | None) -> bool:
    clear = units[at].voice not in (Voice.BARE, Voice.ING)  # "two besieged towns", "the villages surrounding it"
    return clear or _acts(units, subject) or _has_agent(units, at)


def _downs(units: Units, at: int, _: int | None, target: int | None) -> bool:
    return units[at].word != "down" and target is not None and _is_craft(units, target)


def _executes(units: Units, _: int, __: int | None, target: int | None) -> bool:
    return target is None or units[target].sense("attack") is None  # "jets executed four air strikes"


def _strikes(units: Units, at: int, subject: int | None, target: int | None) -> bool:
    agent = next((units[i + 1] for i in range(at + 1, min(at + _AGENT, len(units) - 1)) if units[i].word == "by"), None)
    if agent is not None and agent.word in words_of("diffuse") and agent.sense("weapon") is None:
        return False  # "hit by a drought"
    if units[at].lemma == "strike" and (_is_one_of(units, target, "pacts") or _is_one_of(units, subject, "pacts")):
        return False  # "an agreement struck in May"
    return subject is None or units[subject].word != "it"  # the attack told before


def _is_ousted(units: Units, at: int, subject: int | None, target: int | None) -> bool:
    """Say whether a verb of driving out tells of forces or land: not "ousted premier", "we were pushed out"."""
    if target is None or (units[target].pronoun and units[target].word not in ("them", "they", "it")):
        return False
    armed = is_actor(units[target]) or _is_land(units, target)
    return armed or _acts(units, subject) or _has_agent(units, at)


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


def _is_craft(units: Units, target: int) -> bool:
    return any(_counted(units, target).sense(d) for d in ("object", "weapon", "actor"))


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


_TESTS: tuple[tuple[frozenset[str], Callable[[Units, int, int | None, int | None], bool]], ...] = (
    (frozenset(("capture", "recapture", "retake", "seize")), _captures),
    (frozenset(("take",)), _takes),
    (frozenset(("oust", "push out", "push back", "drive out", "drive back", "cut off", "rout")), _is_ousted),
    (frozenset(("engage",)), _engages),
    (frozenset(("fight", "battle", "combat")), _fights),
    (frozenset(("gas",)), _gasses),
    (frozenset(("hang",)), _hangs),
    (frozenset(("besiege", "surround", "encircle", "blockade")), _surrounds),
    (frozenset(("down", "shoot down", "intercept")), _downs),
    (frozenset(("execute",)), _executes),
    (frozenset(("hit", "strike")), _strikes),
)
