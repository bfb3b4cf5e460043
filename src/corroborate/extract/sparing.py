"""Verbs of harm that harm nobody where they stand: compared, repeated, aimed, or told of those who did the harm."""

from corroborate.extract.groups import Units, chain_end, is_known_people, people_of
from corroborate.extract.lexicon import rule_words
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import People

_FLED = rule_words("fled")
_SENT_OUT = rule_words("sent_out")
_ENVOYS = rule_words("envoys")
_SURE_ONLY = rule_words("sure_only")
_NEAR = 5  # units behind a verb in which it is told how often
_PATIENTS = rule_words("patients")
_ARRESTING = rule_words("arresting")
_HABITS = rule_words("habits")
_ARRESTERS = rule_words("arresters")
_FILMED = rule_words("filmed")
_ESCAPED_FROM = rule_words("escaped_from")
_ILLNESSES = rule_words("illnesses")


def spares(units: Units, at: int, groups: tuple[int, ...]) -> bool:
    """Say whether the groups that a verb of harm governs are told of without having been harmed by it."""
    unit = units[at]
    if not groups or _is_compared(units, at) or _is_total(units, at, groups[0]):
        return True
    head = units[groups[-1]]
    if unit.lemma == "shoot" and unit.voice is Voice.PASSIVE:
        return head.word in _FILMED or _is_missed(units, at)
    sure = any(is_known_people(units[group]) or _is_person(units[group]) for group in groups)
    if unit.lemma in _SURE_ONLY and unit.voice is Voice.PASSIVE and not sure:
        return True  # "profits were hurt"
    if unit.lemma == "treat":
        return (head.word in _PATIENTS and head.quantity is None) or _is_care(units, at, groups)
    if unit.lemma == "bury":
        return not _is_trapped(units, at)
    if unit.lemma in _SENT_OUT:
        driven_back = people_of(units, groups[-1]) is People.COMBATANTS  # from positions, not from home
        return driven_back or head.word in _ENVOYS or (_is_foreign(head) and not _is_mass(head))
    if unit.lemma == "evacuate":
        return _is_for_care(units, at)
    if unit.lemma == "flee":
        return head.word in _FLED or unit.modal in ("may", "might", "could") or _is_escape(units, at)
    return unit.lemma in _ARRESTING and (_makes_arrests(unit, head) or _is_often(units, at))


def _makes_arrests(verb: Unit, head: Unit) -> bool:
    """Say whether who stands before a bare verb arrested others: "three men |police| arrested on Monday"."""
    return verb.voice is Voice.BARE and head.word in _ARRESTERS and head.quantity is None


def _is_care(units: Units, at: int, groups: tuple[int, ...]) -> bool:
    """Say whether people are treated for an illness, or are who doctors always treat: "has treated |children|"."""
    behind = max(at + 1, chain_end(units, groups[-1]))
    ill = [one.word for one in units[behind : behind + 2]]
    if ill[:1] == ["for"] and set(ill[1:]) & _ILLNESSES:
        return True
    head = units[groups[-1]]
    anybody = head.plural and head.quantity is None and not head.determiner and not head.inner
    return anybody and "have" in units[at].auxiliary.split() and units[at].voice is Voice.ACTIVE


def _is_escape(units: Units, at: int) -> bool:
    """Say whether who flees leaves no home: "captured while |fleeing|", "|fled| the scene", "|fled| from police"."""
    meanwhile = units[at].voice is Voice.ING and at > 0 and units[at - 1].word in ("while", "when", "as")
    ahead = at + 1 + (at + 1 < len(units) and units[at + 1].word == "from")
    return meanwhile or (ahead < len(units) and units[ahead].word in _ESCAPED_FROM)


def _is_missed(units: Units, at: int) -> bool:
    """See "was |shot at| by guards", and leave "was shot at a gate", "was shot at 11 p.m."."""
    if at + 1 >= len(units) or units[at + 1].word != "at":
        return False
    behind = units[at + 2] if at + 2 < len(units) else None
    return behind is None or (behind.kind in _BREAKS and behind.word not in ("around", "about"))


def _is_trapped(units: Units, at: int) -> bool:
    """Say whether people are buried under something, and not in a grave."""
    behind = [unit.word for unit in units[at + 1 : at + 4]]
    return any(
        word in ("under", "beneath", "alive", "underneath", "up to", "by", "below") for word in behind[:2]
    ) or any(word in _RUINS for word in behind)


_RUINS = rule_words("heaps")
_BREAKS = frozenset((UnitKind.PREPOSITION, UnitKind.SIGN, UnitKind.CONJUNCTION, UnitKind.SUBORDINATOR))


def _is_foreign(unit: Unit) -> bool:
    return any(sense.domain == "people" and sense.detail == "nation" for sense in unit.senses)


def _is_mass(unit: Unit) -> bool:
    """Say whether so many are sent out of a country that they are driven from their homes."""
    return unit.quantity is not None and (unit.quantity.count.low is None or unit.quantity.count.low >= _MASS)


_MASS = 50  # people


def _is_person(unit: Unit) -> bool:
    return unit.proper and not unit.senses and not unit.determiner


def _is_compared(units: Units, at: int) -> bool:
    """See "killed |more people than|": how many is not told."""
    first = next((index for index in range(at + 1, len(units)) if units[index].kind is UnitKind.NOUN), at)
    if units[first - 1].word not in ("more", "fewer", "less"):
        return False
    behind = chain_end(units, first)
    return behind < len(units) and units[behind].word == "than"


def _is_total(units: Units, at: int, group: int) -> bool:
    """See "air raids |shot up to| 4,361": what rose is no victim."""
    unit = units[group]
    bare = unit.quantity is not None and not unit.word and unit.quantity.count.low is None
    return units[at].lemma == "shoot" and bare and group == at + 1


def _is_for_care(units: Units, at: int) -> bool:
    """See "was evacuated |to a hospital|", "evacuated for |treatment|": nobody flees."""
    near = units[at + 1 : at + _NEAR]
    if not near or near[0].word not in ("to", "into", "for"):
        return False
    return any(one.word in _CARE or ((seen := one.sense("object")) and seen.value == "hospital") for one in near)


_CARE = rule_words("care")


def _is_often(units: Units, at: int) -> bool:
    """See "was arrested |more than a dozen times|": a person's past, and no arrest of its own."""
    for unit in units[at + 1 : at + _NEAR]:
        if unit.kind in (UnitKind.SIGN, UnitKind.VERB) or (unit.kind is UnitKind.PREPOSITION and unit.word != "than"):
            return False
        if unit.word in _HABITS:
            return True
    return False
