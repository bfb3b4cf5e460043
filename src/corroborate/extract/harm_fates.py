"""Frames of harm in which what became of people is told by where they are left: unknown, out of touch, in hospital."""

from collections.abc import Iterator

from corroborate.extract.agreement import agreeing
from corroborate.extract.clauses import subject_of
from corroborate.extract.coordination import coordinated
from corroborate.extract.drafting import Draft, are_told, is_unreal, listed, points_back
from corroborate.extract.groups import Units, chain_end, is_known_people
from corroborate.extract.lexicon import rule_words
from corroborate.extract.rules import begins
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import Effect

_LOST_FROM_SIGHT = rule_words("lost_from_sight")
_UNKNOWN = rule_words("unknown")
_NEAR = 6  # units behind people in which their fate is said to be unknown: "on both sides is still unknown"
_STAYING = rule_words("staying")
_SHARES = (["of", "them"], ["of", "whom"])  # a share of those told before, which `parts.py` reads
_LEFT = 2  # units before a condition: who is in it, and "in"
_BATTLES = rule_words("battles")
_LOSING_TOUCH = rule_words("losing_touch")


@begins(*_LOST_FROM_SIGHT, at=UnitKind.NOUN)
def fate(units: Units, at: int) -> Iterator[Draft]:
    """H39: "the fate of six men is unknown", "whereabouts of two men remain unclear"; not "the fate of the deal"."""
    if units[at].word not in _LOST_FROM_SIGHT or at + 2 >= len(units) or units[at + 1].word != "of":
        return
    groups = _told(units, at + 2)
    if not groups:
        return
    near = units[chain_end(units, groups[-1]) :][:_NEAR]
    known = next((not one.negated for one in near if one.lemma == "know"), None)
    stays = any(one.lemma in _STAYING and not one.negated for one in near)
    if known is False or (known is None and stays and any(one.word in _UNKNOWN for one in near)):
        yield from listed(units, groups, at, Effect.MISSING, "H39-fate")


@begins(*_LOSING_TOUCH, at=UnitKind.VERB)
def out_of_touch(units: Units, at: int) -> Iterator[Draft]:
    """H40: "contact was lost with 15 fishermen", "nothing was heard from two men"; not "lost touch with reality"."""
    unit = units[at]
    if unit.lemma not in _LOSING_TOUCH or is_unreal(units, at):
        return
    lost = unit.lemma == "lose"
    first, behind = units[max(0, at - 1)], at + 1
    if lost and unit.voice is not Voice.PASSIVE and behind < len(units):
        first, behind = units[behind], behind + 1
    opened = first.word in (("contact", "touch", "communication") if lost else ("nothing", "word"))
    if not opened or behind + 1 >= len(units) or units[behind].word not in ("with", "from", "of"):
        return
    groups = _told(units, behind + 1)
    if groups:
        yield from listed(units, groups, at, Effect.MISSING, "H40-out-of-touch")


@begins("see", "hear", at=UnitKind.VERB)
def not_seen(units: Units, at: int) -> Iterator[Draft]:
    """H80: "two men have not been seen since", "a man was not heard from again"; not "two men have been seen"."""
    unit = units[at]
    if unit.lemma not in ("see", "hear") or unit.voice is not Voice.PASSIVE or unit.modal or not unit.negated:
        return
    lost = any(one.word in ("since", "again") for one in units[at + 1 : at + 3])
    groups = agreeing(units, at, subject_of(units, at)) if lost else ()
    if groups and all(is_known_people(units[index]) for index in groups):
        yield from listed(units, groups, at, Effect.MISSING, "H80-not-seen")


@begins("survive", at=UnitKind.VERB)
def not_survived(units: Units, at: int) -> Iterator[Draft]:
    """H43: "her husband did not survive", "two men did not survive the crash"; not "many would not survive"."""
    unit = units[at]
    if unit.lemma != "survive" or not unit.negated or unit.modal or unit.voice is not Voice.ACTIVE:
        return
    groups = agreeing(units, at, subject_of(units, at))
    if groups and is_known_people(units[groups[-1]]) and not _is_vague(units[groups[-1]]):
        yield from listed(units, groups, at, Effect.KILLED, "H43-not-survived")


def _told(units: Units, at: int) -> tuple[int, ...]:
    """Return the people listed from an index on, where all are sure and counted; none where they were told before."""
    if units[at].kind is not UnitKind.NOUN or not is_known_people(units[at]) or units[at].pronoun:
        return ()
    groups = tuple(coordinated(units, at))
    counted = all(units[index].quantity is not None or units[index].determiner in ("a", "an") for index in groups)
    return groups if counted and not points_back(units[groups[-1]]) else ()


@begins("belong", at=UnitKind.VERB)
def belonged(units: Units, at: int) -> Iterator[Draft]:
    """H72: "the body belonged to a teacher", "the bodies belong to 12 men"; not "the house belonged to a teacher"."""
    verb = units[at]
    if verb.lemma != "belong" or is_unreal(units, at) or at + 2 >= len(units) or units[at + 1].word != "to":
        return
    subject = range(max(0, at - _NEAR), at)
    bodies = any((sense := units[i].sense("effect")) is not None and sense.detail == "body" for i in subject)
    groups = _told(units, at + 2) if bodies else ()
    yield from listed(units, groups, at, Effect.KILLED, "H72-belonged")


@begins("fall", at=UnitKind.VERB)
def fallen(units: Units, at: int) -> Iterator[Draft]:
    """H50: "two soldiers fell in battle", "three guards fell in clashes"; not "two soldiers fell in line"."""
    verb = units[at]
    behind = units[at + 2].word if at + 2 < len(units) and units[at + 1].word == "in" else ""
    if verb.lemma != "fall" or behind not in _BATTLES or is_unreal(units, at):
        return
    groups = subject_of(units, at)
    if are_told(units, groups):
        yield from listed(units, groups, at, Effect.KILLED, "H50-fallen")


@begins(senses=("effect",), at=UnitKind.NOUN)
def condition(units: Units, at: int) -> Iterator[Draft]:
    """H41: "two are in critical condition", "a boy is in intensive care"; not "many are in critical condition"."""
    sense = units[at].sense("effect")
    if sense is None or sense.detail != "condition" or at < _LEFT or units[at - 1].word != "in":
        return
    verb = at - 2
    while verb > 0 and units[verb].kind is UnitKind.ADVERB:
        verb -= 1
    stays = units[verb].lemma in _STAYING and not is_unreal(units, verb)
    told = units[verb].quantity is not None or units[verb].word == "another"
    groups = subject_of(units, verb) if stays else (verb,) if told else ()
    if groups and _is_vague(units[groups[-1]]):
        return  # of the injured told before
    share = [one.word for one in units[groups[-1] + 1 : verb]] in _SHARES if groups else False
    if not share and are_told(units, groups):
        yield from listed(units, groups, at, Effect(sense.value), "H41-condition")


def _is_vague(unit: Unit) -> bool:
    """Say whether a group is a bare word for a number ("many")."""
    return not unit.word and unit.quantity is not None and not unit.quantity.numeral
