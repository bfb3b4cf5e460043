"""Frames of harm whose trigger is a noun: deaths, killings, bodies, tolls."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.extract.coordination import coordinated, is_full_name
from corroborate.extract.drafting import (
    MARKS,
    Draft,
    any_effect,
    is_unreal,
    listed,
    points_back,
)
from corroborate.extract.groups import (
    Units,
    chain_end,
    described,
    is_force,
    is_known_people,
    people_of,
)
from corroborate.extract.happening import (
    RECOVER,
    RESULT,
    TIDINGS,
    are_seen,
    is_brought_about,
    is_told,
    is_under_way,
    there_are,
)
from corroborate.extract.harm_owners import bearer, befallen, whose
from corroborate.extract.harm_tolls import is_toll
from corroborate.extract.lexicon import Sense, rule_words
from corroborate.extract.rules import begins
from corroborate.extract.supposing import is_taken_back, is_untold
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import NOBODY, VAGUE, Count, Effect, People

_DEFINITE = frozenset(("the", "their", "his", "her", "its", "these", "those"))
_CASES = rule_words("cases")
_OF = frozenset(("of", "to", "among"))
_OF_OR_FOR = _OF | {"for"}  # people are arrested and jailed for deeds
_DEEDS = frozenset(("deed", "doing", "driven", "body", "massacre", "loss"))  # forms of `effects.tsv` that H06 reads


def _leads(units: Units, at: int) -> bool:
    """Say whether a deed opens its sentence as the subject of what follows: "|The killing| of two nuns shocked"."""
    return at == 0 or (at == 1 and units[0].word == ",")


@begins(*_CASES, senses=("effect",), at=UnitKind.NOUN)
def deed(units: Units, at: int) -> Iterator[Draft]:
    """H06: "nine deaths", "the killing of two men", "the genocide of 5,000 Yazidis", "a massacre"; not "the deaths"."""
    unit = units[at]
    sense = unit.any_sense("effect") if unit.word in _CASES else unit.sense("effect")
    if sense is None or not (sense.detail in _DEEDS or _bears_toll(units, at)):
        return
    if sense.detail == "driven" and not (is_brought_about(units, at) or is_under_way(units, at)):
        return  # "agreed on |the evacuation| of the town"
    if sense.detail == "loss" and _is_of_things(units, at):
        return
    if _none_told(units, at) and sense.detail in ("deed", "loss"):
        people, last = _deed_people(units, at)
        yield Draft(at - 1, last, at, Effect(sense.value), people or People.PEOPLE, NOBODY, "H06-counted-deed")
        return
    if is_untold(units, at) or (at > 1 and _joined_deeds(units, at - 2)):
        return
    effect = _joined_deeds(units, at) or Effect(sense.value)
    victims = _victims(units, at, sense)
    if victims is not None:
        gone = sense.detail == "loss" and not unit.plural  # "we mourn |the loss| of three colleagues"
        yield from listed(units, victims, at, Effect.KILLED if gone else effect, "H06-deed-of")
    elif sense.detail != "doing":
        yield from _counted_deed(units, at, effect, sense.detail)


def _victims(units: Units, at: int, sense: Sense) -> tuple[int, ...] | None:
    """Return whom the words behind a deed name: "the killing of |two men|"; none where they were told before it."""
    unit, behind = units[at], _past_setting(units, at + 1)
    if behind + 1 < len(units) and _leads_on(units, behind, sense) and units[behind + 1].kind is UnitKind.NOUN:
        objects = tuple(coordinated(units, behind + 1, governed=_leads(units, at)))
        cases = at > 1 and units[at - 1].word == "of" and units[at - 2].word in ("cases", "case")
        if not cases and is_known_people(units[objects[0]]) and unit.quantity is None:
            named_before = points_back(units[objects[0]]) or (
                sense.detail == "massacre" and unit.determiner == "the" and units[objects[0]].quantity is None
            )
            return () if named_before else objects
        fatal = sense.detail == "doing" and sense.value == Effect.KILLED  # "the flight of 12 jets" is no harm
        if (sense.detail == "deed" or fatal) and _one_named(units, behind + 1, unit) and units[behind].word == "of":
            return (
                behind + 1,
                *(one for one in objects[1:] if _is_told(units[one])),
            )
    lost = unit.quantity is None and sense.detail == "deed" and behind < len(units)  # "the death four men"
    if lost and units[behind].quantity is not None and units[behind].sense("people"):
        return tuple(coordinated(units, behind))
    return None


def _is_told(unit: Unit) -> bool:
    """Say whether one more of those whom a deed befell is a person, and not the age of the one before."""
    return (is_known_people(unit) and bool(unit.word)) or is_full_name(unit)


def _leads_on(units: Units, at: int, sense: Sense) -> bool:
    """Say whether a word behind a deed leads to whom it befell: "killing |of|", "a massacre |against| 14 men"."""
    if units[at].word == "against":
        return sense.detail == "massacre" and units[at + 1].quantity is not None
    return units[at].word in (_OF if sense.value == Effect.DETAINED else _OF_OR_FOR)


def _past_setting(units: Units, at: int) -> int:
    """Return the index of the "of" behind a time, a place or an agent: "the killing |on Monday in Hama| of two men".

    The index itself where none stands behind them.
    """
    step = at
    behind = at + 2
    joint = behind < len(units) and units[at].kind is UnitKind.CONJUNCTION and units[behind].word == "of"
    if joint and _is_deed(units[at + 1]) and not _joined_deeds(units, at + 1):
        return behind  # "the abduction |and murder| of two nuns"
    while step + 1 < len(units) and units[step].word != "of":
        unit, led = units[step], units[step + 1]
        place = unit.word in _PLACING and led.proper and not led.quantity
        span = unit.word in _PLACING and led.word in ("past", "last")  # "during |the past| 72 hours"
        if place or span or (unit.word == "by" and is_force(led)):
            step += 2
        elif unit.kind is UnitKind.ADVERB or unit.word in _TIMES or led.kind is UnitKind.ADVERB:
            step += 1  # "on |Friday night|", "|three| years ago", "on |5| May"
        elif unit.word in _PLACING and led.quantity is not None and not led.word:
            step += 1
        else:
            return at
    ahead = units[step + 1] if step + 1 < len(units) else units[at - 1]
    told = ahead.quantity is not None or units[step - 1].kind is UnitKind.ADVERB or is_full_name(ahead)
    return step if told else at


def _is_deed(unit: Unit) -> bool:
    """Say whether a noun without an article tells what was done beside another deed: "arrest and |torture| of"."""
    bare = unit.kind is UnitKind.NOUN and not (unit.determiner or unit.quantity or unit.proper or unit.pronoun)
    return bare and not unit.sense("people") and not unit.sense("object")


_PLACING = frozenset(("in", "on", "at", "near", "outside", "inside", "around", "during", "since"))
_TIMES = rule_words("parts_of_time")


@begins(senses=("effect",), at=UnitKind.NOUN)
def body(units: Units, at: int) -> Iterator[Draft]:
    """H26: "the body of Karim Noor was found", "the pilot's body was found"; not "the body was found"."""
    unit = units[at]
    sense = unit.sense("effect")
    if sense is None or sense.detail != "body" or unit.quantity is not None or is_taken_back(units, at):
        return
    of = at + 2 < len(units) and units[at + 1].word == "of" and units[at + 2].kind is UnitKind.NOUN
    if of and not is_known_people(units[at + 2]):
        found = tuple(coordinated(units, at + 2, inserted=unit.plural))
        if _one_named(units, at + 2, replace(unit, plural=False)) and _is_met(units, at, chain_end(units, found[-1])):
            yield from listed(units, found, at, Effect.KILLED, "H26-body")
    elif not of and _is_met(units, at, at + 1):
        yield from befallen(units, at, Effect.KILLED, "H26-body")
        if unit.owner is None and unit.determiner in ("a", "an", "another"):
            yield Draft(at, at + 1, at, Effect.KILLED, People.PEOPLE, Count.exactly(1), "H26-body", inherits=True)


def _is_met(units: Units, at: int, behind: int) -> bool:
    """Say whether a body is told to have been found, before it or behind it."""
    near = (*range(max(0, at - 1), at), *range(behind, min(behind + 2, len(units))))
    verbs = (i for i in near if units[i].kind is UnitKind.VERB and units[i].lemma in RECOVER)
    return any(not is_unreal(units, verb) for verb in verbs)


def _one_named(units: Units, at: int, deed_noun: Unit) -> bool:
    """Say whether a deed befell one person called by name, or a number of people of an unknown word."""
    head = units[at]
    plain = not any(head.sense(domain) for domain in ("attack", "object", "weapon", "group", "effect"))
    counted = head.quantity is not None and head.quantity.numeral
    named = head.proper and not head.plural and head.quantity is None and not head.senses  # "the Deputy Governor" too
    several = at + 1 < len(units) and (units[at + 1].kind is UnitKind.CONJUNCTION or units[at + 1].word == ",")
    # "the murders of |Noor| and of Hill", "the murders of |Noor|, Hill and Gray"
    return plain and deed_noun.quantity is None and (counted or (named and (several or not deed_noun.plural)))


def _is_of_things(units: Units, at: int) -> bool:
    """Say whether what was lost is a thing: "heavy losses |of military equipment|", "|territorial| losses"."""
    of = at + 2 < len(units) and units[at + 1].word in ("of", "in", "to") and units[at + 2].kind is UnitKind.NOUN
    lost = units[at + 2].sense("object") if of else None
    return lost is not None and not is_known_people(units[at + 2])


def _joined_deeds(units: Units, at: int) -> Effect | None:
    """Return casualties where one number, or one phrase, tells of two deeds: "20 deaths and injuries".

    At the one that is counted, or the one that the phrase stands behind: "the death and |injury| of 20"; else None.
    """
    quantity = units[at].quantity
    other = at - 2 if quantity is None else at + 2
    if not 0 <= other < len(units) or units[(at + other) // 2].kind is not UnitKind.CONJUNCTION:
        return None
    counts = quantity is not None and quantity.numeral
    tells = counts or (at + 1 < len(units) and units[at + 1].word in _OF)
    deeds = {sense.value for sense in (units[at].sense("effect"), units[other].sense("effect")) if sense is not None}
    both = units[other].quantity is None and deeds == {Effect.KILLED, Effect.INJURED}
    return Effect.CASUALTIES if tells and both else None


def _counted_deed(units: Units, at: int, effect: Effect, form: str) -> Iterator[Draft]:
    count = _deed_count(units, at, form)
    if count is None:
        return
    people, last = _deed_people(units, at)
    quantity = units[at].quantity
    more = quantity is not None and quantity.more
    yield Draft(at, last, at, effect, people or People.PEOPLE, count, "H06-counted-deed", people is None, more=more)


def _deed_people(units: Units, at: int) -> tuple[People | None, int]:
    """Return whom a noun of harm concerns, by a word before it or a phrase behind it, and the index behind both."""
    if (inner := described(units[at])) is not None:
        return inner, at + 1
    if any(sense.domain == "actor" or sense.value == "armed_group" for sense in units[at].inner):
        return People.COMBATANTS, at + 1  # "six |rebel| deaths", "two |Taliban| casualties"
    borne = whose(units, at)
    if borne is not None:
        return borne
    return bearer(units, at), at + 1


def _none_told(units: Units, at: int) -> bool:
    """Say whether a plural of harm is said not to have come: "without casualties", "caused no damage or |injuries|"."""
    return units[at].plural and units[at].quantity is None and _is_ruled_out(units, at)


def _is_ruled_out(units: Units, at: int) -> bool:
    """Say whether a noun stands behind "without", "no reports of", or another noun that is ruled out."""
    if at <= 0:
        return False
    before, head = units[at - 1], units[max(0, at - 2)]
    alike = head.any_sense("damage") or head.any_sense("effect")  # not "no homes and injuries", "no gains or losses"
    apart = before.word in ("or", "nor") and units[at].lemma != "loss"
    if apart or (before.word in ("or", "nor", "and") and alike):
        return head.is_none or head.determiner == "neither" or _is_ruled_out(units, at - 2)
    if before.word == "of":
        return head.lemma in TIDINGS and (head.is_none or _is_ruled_out(units, at - 2))
    if before.word == "in" and units[at].determiner in ("", "any"):
        before, head = head, units[max(0, at - 3)]
    if before.kind is UnitKind.VERB and before.lemma in RESULT:
        if before.negated and not before.modal and "only" not in before.adverbs:
            return True  # "did not result in any |casualties|"
        before = head  # "without causing any |injuries|"
    return before.word == "without"


def _bears_toll(units: Units, at: int) -> bool:
    """Say whether somebody is told to suffer a toll without a number: "suffered |a heavy death toll|"."""
    return is_toll(units[at]) and units[at].determiner in ("a", "an") and bearer(units, at) is not None


def _deed_count(units: Units, at: int, form: str) -> Count | None:
    """Return how many a noun of harm counts; None where it tells of nothing that happened."""
    unit = units[at]
    cases = units[at - 2] if at > 1 and units[at - 1].word == "of" and units[at - 2].word in ("cases", "case") else unit
    counts = unit.quantity is not None and (unit.word == "wounds" or not unit.quantity.numeral)
    on_one_body = unit.word in ("wounds", "burns") and counts  # "received 18 bullet |wounds|"
    joined = at > 1 and units[at - 1].kind is UnitKind.CONJUNCTION and units[at - 2].word in MARKS
    if unit.word in MARKS and at and (on_one_body or joined or units[at - 1].word in ("with", "from", "of", "by")):
        return None  # "found dead with multiple wounds", "suffered burns and |wounds|"
    if unit.determiner == "both":
        return Count.exactly(2)
    if cases.quantity is not None:
        return VAGUE if form == "massacre" else cases.quantity.count  # "four massacres" number no dead
    if form == "toll":
        return VAGUE
    if form == "body" and unit.plural and unit.determiner not in _DEFINITE and are_seen(units, at):
        return VAGUE
    if form == "deed" and not unit.plural and unit.determiner in ("a", "an", "one", "another"):
        return Count.exactly(1) if unit.word in _ONE_BODY and is_brought_about(units, at) else None
    massacre = form == "massacre" and unit.determiner in ("a", "an", "another", "new")
    told = is_told(units, at)
    uncounted = unit.plural and unit.determiner not in _DEFINITE and told
    if uncounted or (massacre and not _told_with_number(units, at)):
        return VAGUE
    return None


def _told_with_number(units: Units, at: int) -> bool:
    """Say whether another word of the passage tells the dead of a massacre."""
    near = range(max(0, at - _BESIDE), min(len(units), at + _BESIDE))
    return any(index != at and any_effect(units[index]) is Effect.KILLED for index in near)


_BESIDE = 40  # units around a massacre in which its dead are told


@begins("victims", at=UnitKind.NOUN)
def no_victims(units: Units, at: int) -> Iterator[Draft]:
    """H83: "there were no victims", "the blast left no victims"; not "no victims were named"."""
    unit = units[at]
    if unit.word == "victims" and unit.is_none and (there_are(units, at) or is_brought_about(units, at)):
        yield Draft(at, at + 1, at, Effect.CASUALTIES, People.PEOPLE, NOBODY, "H83-no-victims")


@begins(senses=("effect",), at=(UnitKind.STATE, UnitKind.NOUN))
def uncounted_states(units: Units, at: int) -> Iterator[Draft]:
    """H38: "reports of dead and wounded", "a raid caused martyrs and wounded"; not "the dead and wounded"."""
    first = units[at]
    sense = first.sense("effect")
    martyrs = first.kind is UnitKind.NOUN and sense is not None and sense.detail == "body" and first.plural
    if not (martyrs or first.kind is UnitKind.STATE) or first.quantity is not None or first.determiner in _DEFINITE:
        return
    if at and (units[at - 1].kind is UnitKind.NOUN or units[at - 1].word == "counting"):
        return  # "left dozens |dead and wounded|", "nine casualties, counting |dead and wounded|"
    told = [at]
    while (
        told[-1] + 2 < len(units)
        and units[told[-1] + 1].kind is UnitKind.CONJUNCTION
        and _is_state(units, told[-1] + 2)
    ):
        told.append(told[-1] + 2)
    last = told[-1] + 1
    named = last < len(units) and units[last].sense("people") is not None
    people = people_of(units, last) if named else None  # "dead and injured |farmers|"
    if len(told) == 1 or not (is_brought_about(units, at) or there_are(units, at)):
        return
    for index in told:
        effect = any_effect(units[index])
        if effect is not None:
            yield Draft(index, index + 1, index, effect, people or People.PEOPLE, VAGUE, "H38-uncounted-states")


def _is_state(units: Units, at: int) -> bool:
    """Say whether a bare word for a state, or a participle that stands for one, is at an index."""
    unit = units[at]
    bare = unit.kind is UnitKind.STATE or (unit.kind is UnitKind.VERB and unit.voice is Voice.BARE)
    return bare and any_effect(unit) is not None and not unit.auxiliary


_ONE_BODY = rule_words("one_body")
