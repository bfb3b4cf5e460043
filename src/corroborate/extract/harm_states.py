"""Frames of harm whose trigger is a state: the dead and the missing, the wounded in hospital, people under rubble."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.extract.agreement import agreeing, is_subject
from corroborate.extract.clauses import left_so, subject_of
from corroborate.extract.coordination import list_before
from corroborate.extract.drafting import (
    MARKS,
    Draft,
    are_told,
    draft_of,
    is_unreal,
    joint_effect,
    listed,
    past_degree,
    points_back,
)
from corroborate.extract.groups import (
    Group,
    Units,
    chain_end,
    counts_people,
    group_at,
    is_known_people,
    is_name,
    people_start,
)
from corroborate.extract.happening import fills, lie_there
from corroborate.extract.harm_owners import borne_by
from corroborate.extract.harmed import sufferers
from corroborate.extract.lexicon import Sense, rule_words
from corroborate.extract.rules import begins
from corroborate.extract.supposing import UNREAL, is_taken_back
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import NOBODY, Effect

_FOUND = rule_words("found")
_FEARED = rule_words("feared")
_VICTIMS = rule_words("victims")
_STAYING = rule_words("staying")
_SURVIVORS = rule_words("survivors")


@begins(senses=("effect",), at=UnitKind.STATE)
def state(units: Units, at: int) -> Iterator[Draft]:
    """H05: "left five men dead", "dozens of dead and injured", "two are missing"; not "the dead"."""
    unit = units[at]
    sense = unit.sense("effect")
    if sense is None:
        return
    joint = joint_effect(units, at)
    kind, trigger = joint or (Effect(sense.value), at)
    index = at - 1
    while index >= 0 and (
        units[index].kind is UnitKind.ADVERB
        or units[index].word in ("who", "that", "which")
        or (units[index].kind is UnitKind.VERB and units[index].lemma in _FOUND)
    ):
        if units[index].negated or units[index].modal in UNREAL:
            return
        index -= 1
    left = left_so(units, at)
    ahead = units[at + 1] if at + 1 < len(units) else unit
    feared = ahead.voice is Voice.PASSIVE and ahead.lemma in _FEARED  # "more dead |were feared| to be buried"
    if feared or is_taken_back(units, at) or (left and is_unreal(units, left[0])):
        return
    subject = left[1] if left else _who_is(units, index + 1, at) if index >= 0 else ()
    if subject and _can_be_found(units[subject[-1]], told=index < at - 1):
        if (
            index > 0
            and units[index].word == "the"
            and units[index - 1].word == "of"
            and not units[subject[-1]].quantity
        ):
            return  # "relatives of |the missing|"
        for draft in listed(units, subject, trigger, kind, "H05-state"):
            yield borne_by(units, at, draft)


def _who_is(units: Units, first: int, at: int) -> tuple[int, ...]:
    """Return who is in a state: the subject of a finite verb that finds them so, or who stands before the state."""
    verb = next((index for index in range(first, at) if units[index].kind is UnitKind.VERB), first)
    subject = subject_of(units, verb)
    head = subject[-1] if subject else verb
    sure = is_known_people(units[head]) or (is_name(units[head]) and units[head - 1].kind is not UnitKind.PREPOSITION)
    return subject if sure or units[verb].voice is not Voice.PASSIVE else agreeing(units, verb, subject)


def _can_be_found(unit: Unit, *, told: bool) -> bool:
    """Say whether a group can be dead, wounded, missing: people, or after a verb ("was found") one person by name."""
    return (counts_people(unit) or (told and is_name(unit))) and not points_back(unit)


@begins(inner=("effect", "harm-verb"), at=UnitKind.NOUN)
def inner_state(units: Units, at: int) -> Iterator[Draft]:
    """H08: "6.5 million internally displaced people", "found a wounded man"; not "three old men"."""
    unit = units[at]
    inner = next((sense for sense in unit.inner if _is_state(sense, unit)), None)
    if inner is None or _says_who(unit) or not unit.sense("people") or unit.determiner in ("the", "these", "those"):
        return
    counted = unit.quantity is not None or unit.determiner == "another"
    effect = Effect(inner.value)
    if effect is Effect.MISSING and _are_found(units, at):
        return  # "the body of a |missing| man"
    told = (unit.determiner in ("a", "an") and not unit.plural) or _is_met(units, at)
    group = group_at(units, at) if counted or told else None
    if group is not None:
        share = _share(units, at) if counted else None
        if share is not None:
            yield draft_of(units, replace(share, people=group.people, inherits=False), at, effect, "H08-inner-state")
        yield draft_of(units, group, at, effect, "H08-inner-state")


def _are_found(units: Units, at: int) -> bool:
    """Say whether people are those whose bodies the words before them tell."""
    body = units[at - 2].sense("effect") if at > 1 and units[at - 1].word == "of" else None
    return body is not None and body.detail == "body"


def _is_state(sense: Sense, unit: Unit) -> bool:
    """Say whether a word before people tells what befell them: "|dead| boys", "|kidnap| victims"; not "|death| row"."""
    if sense.domain == "effect":
        return sense.detail == "state" or unit.word in _VICTIMS
    return sense.domain == "harm-verb" and sense.value != Effect.TRAPPED  # "besieged people" tells who they are


def _share(units: Units, at: int) -> Group | None:
    """Return the number told before a whole: "|1.1 million| of Utopia's 6.5 million displaced people"."""
    owner = at > 1 and units[at - 1].kind is UnitKind.NOUN and units[at - 1].proper  # "Utopia's"
    number = at - 2 - owner
    if number < 0 or units[number + 1].word != "of":
        return None
    quantity = units[number].quantity
    return group_at(units, number) if quantity is not None and quantity.numeral and not units[number].word else None


def _says_who(unit: Unit) -> bool:
    """Say whether a participle tells who people are, not what is told of them: "displaced families"."""
    return any(
        sense.domain == "harm-verb" and sense.value == Effect.DISPLACED and sense.detail == "vt" for sense in unit.inner
    )


def _is_met(units: Units, at: int) -> bool:
    """Say whether people without a number are the object of a verb that tells what happened: "found |dead boys|"."""
    verb = units[at - 1] if at else units[at]
    plain = not units[at].determiner and units[at].plural
    met = verb.kind is UnitKind.VERB and verb.voice is not Voice.PASSIVE and not is_unreal(units, at - 1)
    return plain and (met or fills(units, at) or lie_there(units, at) or _is_carried(units, at))


def _is_carried(units: Units, at: int) -> bool:
    """Say whether the verb behind people tells that they are brought away: "|wounded men| were rushed to hospital"."""
    verb = next((i for i in range(at + 1, min(at + _NEAR, len(units))) if units[i].kind is UnitKind.VERB), at)
    return units[verb].lemma in _CARRIED and units[verb].voice is Voice.PASSIVE and not is_unreal(units, verb)


@begins("under", "beneath", at=UnitKind.PREPOSITION)
def buried(units: Units, at: int) -> Iterator[Draft]:
    """H11: "people remained under the rubble", "a family under the debris"; not "papers under the rubble"."""
    if units[at].word not in ("under", "beneath") or at + 1 >= len(units) or units[at + 1].word not in _RUINS:
        return
    index = at - 1
    while index >= 0 and (
        units[index].kind is UnitKind.ADVERB
        or units[index].word == "from"  # "pulling victims from under the rubble"
        or (units[index].kind is UnitKind.VERB and units[index].lemma in _STAYING)
        or (units[index].lemma in _THOUGHT and units[index].voice is Voice.PASSIVE)
    ):
        index -= 1
    if index < 0 or units[index].kind is not UnitKind.NOUN or not is_known_people(units[index]):
        return
    subject = list_before(units, people_start(units, index))
    last = units[subject[-1]]
    told = last.quantity is not None or last.determiner in ("a", "an")
    if told and subject[0] and units[subject[0] - 1].lemma in _PULLED | _SAVED:
        return  # "pulled four people from under the rubble"
    if subject[0] > 1 and units[subject[0] - 1].word == "of" and units[subject[0] - 2].sense("effect"):
        return  # "the bodies of eight people from under the rubble"
    if not points_back(units[subject[-1]]) and not units[subject[-1]].pronoun:
        yield from listed(units, subject, at, Effect.TRAPPED, "H11-buried")


_SEEN_SO = rule_words("leaving_behind") | rule_words("showing")
_SYMPTOMS = rule_words("symptoms")


@begins("with", at=UnitKind.PREPOSITION)
def marked(units: Units, at: int) -> Iterator[Draft]:
    """H18: "two drivers with injuries", "found a man with a gunshot wound"; not "two drivers with papers"."""
    if units[at].word != "with" or at + 1 >= len(units):
        return
    named = past_degree(units, at + 1)
    head = at - 1
    while head > 0 and units[head].kind is UnitKind.ADVERB:
        head -= 1
    marks = named < len(units) and units[named].word in MARKS | _SYMPTOMS and not units[named].is_none
    if not marks or head < 0 or not is_known_people(units[head]) or units[head].pronoun:
        return
    found = units[head].determiner in ("a", "an") and head and units[head - 1].lemma in _SEEN_SO
    counted = units[head].quantity is not None and not (units[head].plural and units[head].word in MARKS)
    if counted or found:
        yield from listed(units, list_before(units, head), at, Effect.INJURED, "H18-marked")


_THOUGHT = rule_words("thought")
_CARRIED = rule_words("carried")


@begins(*_CARRIED, at=UnitKind.VERB)
def to_hospital(units: Units, at: int) -> Iterator[Draft]:
    """H19: "six people were taken to hospital"; not "they were taken to hospital"."""
    unit = units[at]
    if unit.lemma not in _CARRIED or unit.voice is not Voice.PASSIVE or is_unreal(units, at):
        return
    there = next((i for i in range(at + 1, min(at + 5, len(units))) if units[i].kind is UnitKind.NOUN), None)
    if there is None or units[there - 1].word not in ("to", "in", "into", "at"):
        return
    place = units[there].sense("object")
    subject = agreeing(units, at, subject_of(units, at))
    counted = is_subject(units, at, subject) and all(units[index].quantity is not None for index in subject)
    if place is not None and place.value == "hospital" and counted and is_known_people(units[subject[-1]]):
        yield from listed(units, subject, at, Effect.INJURED, "H19-to-hospital")


_PULLED = rule_words("pulled")
_SAVED = rule_words("saved")
_RUINS = rule_words("ruins")
_NEAR = 5  # units behind people in which the rubble is told, or that they live


@begins(*_PULLED, at=UnitKind.VERB)
def pulled(units: Units, at: int) -> Iterator[Draft]:
    """H36: "pulled four people from the rubble", "a girl was dug out alive"; not "pulled victims from the rubble"."""
    unit = units[at]
    if unit.lemma not in _PULLED or is_unreal(units, at):
        return
    groups, behind = sufferers(units, at)
    if not are_told(units, groups):
        return
    near = units[behind - 1 : behind + _NEAR]
    head = units[groups[0]]
    told = head.quantity is not None or head.determiner in ("a", "an") or not (head.determiner or head.plural)
    living = any(one.word == "alive" for one in near) or units[groups[0]].word in _SURVIVORS
    buried_in = told and any(one.word in _RUINS for one in near) and not any(one.word == "dead" for one in near)
    if living or buried_in:
        yield from listed(units, groups, at, Effect.RESCUED, "H36-pulled")


UPROOTED = "H37-uprooted"


_UPROOTED = rule_words("uprooted")
_SHELTERING = rule_words("sheltering")
_STAYING_THERE = rule_words("staying_there")


def _shelters(units: Units, at: int) -> bool:
    """Say whether the displaced are told to be somewhere: "is home to |2,000 displaced people|", "who live there"."""
    before = units[max(0, at - 2) : at]
    houses = bool(before) and before[-1].kind is UnitKind.VERB and before[-1].lemma in _SHELTERING
    at_home = [one.word for one in before] in (["home", "to"], ["shelter", "to"], ["refuge", "to"])
    behind = units[chain_end(units, at) :][:2]
    stay = any(one.lemma in _STAYING_THERE and not one.negated for one in behind)
    return (houses and not is_unreal(units, at - 1)) or at_home or stay


def _come_from(units: Units, at: int) -> bool:
    """Say whether people without a number or article are told where they left: "|evacuees| from two towns"."""
    return at + 1 < len(units) and units[at + 1].word == "from" and not units[at].determiner


_LEAVING = frozenset(("evacuees",))


@begins(*_UPROOTED, inner=("harm-verb",), at=UnitKind.NOUN)
def uprooted(units: Units, at: int) -> Iterator[Draft]:
    """H37: "2,000 refugees", "a camp hosts 900 displaced people"; not "helping 2,000 refugees to return"."""
    unit = units[at]
    if not (unit.word in _UPROOTED or (_says_who(unit) and unit.sense("people") and _shelters(units, at))):
        return
    if unit.quantity is None and not (unit.word in _LEAVING and _come_from(units, at)):
        return
    if (unit.quantity is not None and unit.quantity.count == NOBODY) or unit.determiner == "the":
        return
    if at and (units[at - 1].kind is UnitKind.INCLUDING or is_unreal(units, at - 1)):
        return
    ahead = next((one for one in units[at + 1 : at + _NEAR] if one.kind is UnitKind.VERB), None)
    group = group_at(units, at)
    if group is not None and not (ahead is not None and (ahead.modal or ahead.negated)):
        yield draft_of(units, group, at, Effect.DISPLACED, UPROOTED)
