"""Frames of harm whose trigger is a verb: passive, active, reduced, intransitive, with a certain object."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.extract.agreement import agreeing
from corroborate.extract.clauses import BESIDE, has_elided_object, is_of_things, left_so, patients, subject_of
from corroborate.extract.coordination import coordinated, is_full_name
from corroborate.extract.drafting import (
    Draft,
    any_effect,
    effect_of,
    is_unreal,
    joint_effect,
    listed,
    points_back,
)
from corroborate.extract.groups import (
    Units,
    chain_end,
    counts_people,
    household,
    is_known_people,
    is_name,
    is_people,
    people_of,
)
from corroborate.extract.harm_figures import is_value
from corroborate.extract.harm_owners import attacked, borne_by
from corroborate.extract.lexicon import rule_words, word_classes
from corroborate.extract.rules import begins
from corroborate.extract.sparing import spares
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import NOBODY, Effect, People

_EXECUTING = rule_words("executing")
_DUTIES = word_classes("force_words.tsv")["duties"]
_OF_THINGS_TOO = rule_words("of_things_too")


@begins(senses=("harm-verb",), at=UnitKind.VERB)
def nobody(units: Units, at: int) -> Iterator[Draft]:
    """H09: "nobody was hurt", "neither Noor nor his wife was hurt"; not "a man was hurt"."""
    unit = units[at]
    effect = effect_of(unit)
    if effect is None or unit.voice is not Voice.PASSIVE or at == 0:
        return
    first = _first_of_none(units, at - 1)
    if first is not None:
        before = units[at - 1]
        people = people_of(units, at - 1) if before.word not in ("nobody", "one") else None
        mixed = first < at - 1 and units[first].word not in ("neither", before.word)  # "neither Noor nor |his wife|"
        kind, trigger = joint_effect(units, at) or (effect[0], at)
        known = None if mixed else people
        yield Draft(first, trigger + 1, trigger, kind, known or People.PEOPLE, NOBODY, "H09-nobody")


def _first_of_none(units: Units, at: int) -> int | None:
    """Return where a subject begins that is said to be nobody, its last noun at an index; None for somebody."""
    unit = units[at]
    if unit.kind is not UnitKind.NOUN:
        return None
    if unit.word == "nobody" or unit.determiner == "neither" or (unit.quantity and unit.quantity.count == NOBODY):
        return at
    joined = at > 1 and units[at - 2].kind is UnitKind.NOUN
    nor = joined and units[at - 1].word == "nor"
    return at - 2 if nor or (joined and units[at - 1].word == "of" and units[at - 2].word == "neither") else None


@begins(senses=("harm-verb",), at=UnitKind.VERB)
def passive(units: Units, at: int) -> Iterator[Draft]:
    """H01: "five people were killed", "two have been wounded"; not "five could be killed"."""
    unit = units[at]
    effect = effect_of(unit)
    if effect is None or unit.voice is not Voice.PASSIVE or effect[1] == "vi" or is_unreal(units, at):
        return
    if is_of_things(units, at):
        return
    subject = agreeing(units, at, subject_of(units, at))
    if unit.lemma in _EXECUTING and not (subject and _counted(units[subject[-1]])):
        return  # "most were executed" is an attack only, by the annotation guidelines
    joint = joint_effect(units, at)
    kind, trigger = joint or (effect[0], at)
    if subject and (points_back(units[subject[-1]]) or not _can_suffer(units[subject[-1]], kind)):
        return
    if spares(units, at, subject):
        return
    yield from listed(units, subject, trigger, kind, "H01-passive")


def _counted(unit: Unit) -> bool:
    """Say whether a group is counted by a numeral, or is one person."""
    known = is_known_people(unit) and not unit.senses if unit.proper else unit.sense("people") is not None
    one = (known or is_full_name(unit)) and not (unit.plural or unit.pronoun or unit.quantity)
    return one or (unit.quantity is not None and unit.quantity.numeral) or unit.determiner in ("a", "an")


def _are_told_of(unit: Unit) -> bool:
    """Say whether people are told of for the first time, be it without a number: "executed |militants|"."""
    return unit.plural and not (unit.determiner or unit.pronoun) and bool(unit.word) and is_known_people(unit)


def _can_suffer(unit: Unit, effect: Effect) -> bool:
    """Say whether a subject can suffer an effect: things are stranded and buried too, so people must be sure."""
    return is_known_people(unit) or effect not in (Effect.TRAPPED, Effect.DISPLACED, Effect.RESCUED)


@begins(senses=("harm-verb",), at=UnitKind.VERB)
def active(units: Units, at: int) -> Iterator[Draft]:
    """H02: "strikes killed five people and wounded dozens", "killing two"; not "strikes may kill five"."""
    unit = units[at]
    effect = effect_of(unit)
    if effect is None or effect[1] != "vt" or unit.voice is Voice.PASSIVE or is_unreal(units, at):
        return
    if unit.voice is Voice.BARE and (has_elided_object(units, at) or _modifies(units, at)):
        return
    joint = joint_effect(units, at)
    kind, trigger = joint or (effect[0], at)
    objects = patients(units, at, trigger, fatal=kind is Effect.KILLED)
    if not objects or not _plausible(units, objects[0], units[trigger]) or _ends_in_death(units, objects[-1]):
        return
    if spares(units, at, objects):
        return
    if unit.lemma == "evacuate" and any(sense.value == Effect.INJURED for sense in units[objects[0]].inner):
        return  # "evacuated five wounded": taken to be treated
    executed = units[objects[0]]
    if unit.lemma in _EXECUTING and (executed.word in _DUTIES or not (_counted(executed) or _are_told_of(executed))):
        return  # "executed two search warrants"
    for draft in listed(units, objects, trigger if joint else at, kind, "H02-active"):
        met = attacked(units, at) if draft.inherits and not draft.more else None
        yield replace(draft, people=met, inherits=False) if met else draft


def _ends_in_death(units: Units, at: int) -> bool:
    """Say whether words behind an object tell that it was killed: "shot him |dead|", "stabbed a man |to death|"."""
    behind = chain_end(units, at)
    if behind + 1 < len(units) and units[behind].word == "to":
        return units[behind + 1].word == "death"
    return behind < len(units) and units[behind].word == "dead"


def _modifies(units: Units, at: int) -> bool:
    """Say whether a participle only describes the people behind it ("of |displaced| families")."""
    names = at > 0 and units[at - 1].word in ("those", "all those")  # "as well as those |killed| 160 people were hurt"
    return names or (at > 0 and units[at - 1].kind is UnitKind.PREPOSITION)


def _plausible(units: Units, at: int, verb: Unit) -> bool:
    """Say whether an object can be people: surely after "kill" and the like, by its own words after other verbs."""
    unit = units[at]
    if unit.kind is not UnitKind.NOUN:
        return False
    if is_known_people(unit):
        return not (unit.pronoun and unit.word in ("who", "whom", "them", "themselves"))
    if verb.lemma in _OF_THINGS_TOO:
        return verb.lemma == "shoot" and is_full_name(unit)
    group = unit.sense("group")
    if group is not None and group.value == "state":
        return False  # "strangle |Utopia|"
    if household(units, at) is not None:
        return True  # "killing its |crew of three|"
    if unit.proper or unit.quantity is not None or unit.determiner in ("a", "an"):
        return is_people(unit)
    if verb.lemma in _OF_PERSONS and unit.plural and not unit.determiner and not unit.senses:
        return unit.word not in _NO_PERSONS
    owned = unit.determiner in ("the", "his", "her", "their") and not unit.plural
    return owned and effect_of(verb) == (Effect.KILLED, "vt") and verb.lemma in _MORTAL and is_people(unit)


_MORTAL = rule_words("mortal")
_OF_PERSONS = rule_words("of_persons")
_NO_PERSONS = rule_words("of_jails")
_PAST_TENSE_BEHIND = frozenset(("who", "which", "that", "he", "she", "they", "we", "i", "you", "it"))


@begins(senses=("harm-verb",), at=UnitKind.VERB)
def reduced(units: Units, at: int) -> Iterator[Draft]:
    """H03: "eight killed in raid", "dozens wounded", "two men killed on Sunday"; not "they killed time"."""
    unit = units[at]
    effect = effect_of(unit)
    if effect is None or unit.voice is not Voice.BARE or effect[1] == "vi" or is_unreal(units, at):
        return
    if effect[1] == "vp" and at + 1 < len(units) and units[at + 1].kind is UnitKind.NOUN:
        return  # "locals burned tyres"
    ahead = units[at + 1].word if at + 1 < len(units) else ""
    if _dies(units, at) or (unit.lemma in _EXECUTING and ahead in _DUTIES):
        return  # "officers executed two search warrants"
    if at and (units[at - 1].word in _PAST_TENSE_BEHIND or _is_governed(units, at)):
        return  # "a medic who treated them", "they buried": a past tense
    besieged = unit.lemma == "besiege" and not (at and units[at - 1].lemma in _STAYING)  # "12,000 remain |besieged|"
    if besieged or (unit.lemma == "shoot" and ahead in _SHOT_AT and not _is_shot_there(units, at)):
        return  # "the besieged" is no claim; who shoots at something is not shot
    joint = joint_effect(units, at)
    kind, trigger = joint or (effect[0], at)
    left = left_so(units, at)
    if left and is_unreal(units, left[0]):
        return  # "is set to see 300 people evacuated"
    subject = left[1] if left else subject_of(units, at)
    people = subject and (any(counts_people(units[index]) for index in subject) or _is_one_more(units, at))
    people = people or (bool(subject) and _is_found(units, at) and _is_one_called(units[subject[-1]], kind))
    if not subject or not people or is_value(units, subject[0]) or _is_taken_for_care(units, at):
        return
    if _has_own_object(units, trigger, subject) or points_back(units[subject[-1]]) or spares(units, at, subject):
        return
    more = _is_one_more(units, at)
    for draft in listed(units, subject, trigger, kind, "H03-reduced"):
        yield replace(draft, inherits=True) if more else borne_by(units, at, draft)


_STAYING = rule_words("staying")
_SHOT_AT = frozenset(("into", "at", "towards", "on", "back", "up"))


def _is_shot_there(units: Units, at: int) -> bool:
    """Say whether a number of people are shot at a place, and do not shoot: "six |shot| at a party"."""
    counted = at > 0 and units[at - 1].quantity is not None and people_of(units, at - 1) is not People.COMBATANTS
    there = units[at + 2] if at + 2 < len(units) and units[at + 1].word == "at" else None
    return counted and there is not None and not there.senses


def _is_taken_for_care(units: Units, at: int) -> bool:
    """Say whether the wounded are carried off, and nobody flees: "14 were wounded and |evacuated|"."""
    before = units[at - 2] if at > 1 and units[at - 1].kind is UnitKind.CONJUNCTION else units[at]
    return units[at].lemma == "evacuate" and any_effect(before) is Effect.INJURED


def _is_one_more(units: Units, at: int) -> bool:
    """Say whether an ordinal before a verb counts one more: "two were killed and |a third| wounded"."""
    step = at - 1
    while step > 0 and units[step].kind is UnitKind.ADVERB:
        step -= 1  # "a third |seriously| wounded"
    return at > 0 and units[step].determiner == "a" and units[step].word in _ORDINALS


_ORDINALS = frozenset("third fourth fifth sixth seventh 2nd 3rd 4th 5th 6th 7th".split())


def _is_found(units: Units, at: int) -> bool:
    """Say whether somebody is told to have been found so, or to have suffered more: "was abducted and |murdered|"."""
    verb = units[at - 1] if at else units[at]
    if verb.voice is Voice.PASSIVE and verb.lemma in _FOUND and not is_unreal(units, at - 1):
        return True
    joint = at - 1
    while joint > 0 and units[joint].kind is UnitKind.ADVERB:
        joint -= 1
    before = next(
        (unit for unit in reversed(units[max(0, joint - _PHRASE) : joint]) if unit.kind is UnitKind.VERB), verb
    )
    return units[joint].kind is UnitKind.CONJUNCTION and before.voice is Voice.PASSIVE and not before.negated


_PHRASE = 8  # units of a verb and its phrases, before "and"


def _is_one_called(unit: Unit, effect: Effect) -> bool:
    """Say whether a name is surely a person's: a full one, or of whom only people suffer an effect."""
    return is_full_name(unit) or (is_name(unit) and effect in (Effect.KILLED, Effect.ABDUCTED))


_FOUND = rule_words("found")


def _is_governed(units: Units, at: int) -> bool:
    """Say whether "the displaced" is only what something is for: "camps for |the displaced|", not "two of them"."""
    phrase = at > 1 and units[at - 1].word == "the" and units[at - 2].kind is UnitKind.PREPOSITION
    return phrase and units[at - 2].word not in ("of", "among", "amongst")


def _dies(units: Units, at: int) -> bool:
    """Say whether words behind a bare verb tell a death: "|shot| two men dead", "two of the |wounded| later died"."""
    if at + 1 < len(units) and units[at + 1].kind is UnitKind.NOUN and _ends_in_death(units, at + 1):
        return True
    verb = next((unit for unit in units[at + 1 : at + _SOON] if unit.kind is UnitKind.VERB), None)
    called = at > 1 and units[at - 1].word == "the" and units[at - 2].word == "of"
    killed = verb is not None and verb.sense("harm-verb") is not None and any_effect(verb) is Effect.KILLED
    return called and killed and any_effect(units[at]) is Effect.INJURED


_SOON = 3  # units behind the wounded in which their death is told
_ACCUSATIVE = frozenset("him her them me us himself herself themselves".split())


def _has_own_object(units: Units, at: int, subject: tuple[int, ...]) -> bool:
    """Say whether a bare verb is a past tense: armed men "attacked and killed |a trader|", "buried |his body|"."""
    if at + 1 >= len(units) or units[at + 1].kind is not UnitKind.NOUN or units[at + 1].pronoun:
        taken = at + 2 < len(units) and units[at + 1].word == "the" and any_effect(units[at + 2]) is not None
        return taken or (at + 1 < len(units) and units[at + 1].word in _ACCUSATIVE)  # "medics evacuated |the wounded|"
    ahead = units[at + 1]
    if ahead.determiner and ahead.sense("object") and not is_known_people(ahead):
        return True  # "officials evacuated |the building|"
    behind = chain_end(units, at + 1)
    speaks = behind < len(units) and units[behind].kind is UnitKind.VERB
    armed = people_of(units, subject[-1]) is People.COMBATANTS
    owned = ahead.determiner in ("a", "an", "his", "her", "their")
    return armed and not speaks and (owned or is_name(ahead) or is_known_people(ahead))  # "gunmen shot |Omar Noor|"


@begins(senses=("harm-verb",), at=UnitKind.VERB)
def intransitive(units: Units, at: int) -> Iterator[Draft]:
    """H04: "three people died", "thousands fled", "two have gone missing"; not "two may have to flee"."""
    unit = units[at]
    effect = effect_of(unit)
    if effect is None or effect[1] != "vi" or is_unreal(units, at):
        return
    if at and units[at - 1].pronoun and units[at - 1].word == "the":
        return  # "relatives of |the disappeared|"
    subject = subject_of(units, at)
    if unit.voice in (Voice.BARE, Voice.ACTIVE) and unit.modal != "to":
        subject = agreeing(units, at, subject)
    if unit.voice is Voice.ING and not (subject and _doing(units, at, subject)):
        return
    if not subject or not (counts_people(units[subject[-1]]) or units[subject[-1]].proper):
        return
    if unit.lemma in _OWN_OR_DONE and at + 1 < len(units) and units[at + 1].kind is UnitKind.NOUN:
        return  # "rebels choked |the road|"
    if unit.voice is Voice.INFINITIVE and units[subject[-1]].pronoun:
        return  # "leading them to flee": nobody new
    if spares(units, at, subject):
        return
    yield from listed(units, subject, at, effect[0], "H04-intransitive")


_OWN_OR_DONE = rule_words("own_harm_or_done")
_SHOWING = rule_words("showing")


def _doing(units: Units, at: int, subject: tuple[int, ...]) -> bool:
    """Say whether an "-ing" form tells what befell its subject: "with eight dying", "civilians fleeing a town"."""
    if units[at - 1].word in BESIDE or (subject[0] and units[subject[0] - 1].word == "with"):
        return True
    if subject[0] and units[subject[0] - 1].lemma in _SHOWING and any_effect(units[at]) is Effect.INJURED:
        return not is_unreal(units, subject[0] - 1)  # "a video showed |children choking|"
    head = units[subject[-1]]
    return (
        units[at].lemma == "flee"
        and is_known_people(head)
        and not head.pronoun
        and head.determiner not in ("the", "those", "these")
        and people_of(units, subject[-1]) is not People.COMBATANTS
    )


_DEADLY = rule_words("deadly")
_BURYING = frozenset(("burn", "bury"))


_WIELDED = 16  # units that may stand between the verb and "to death"


@begins("death", "alive", at=(UnitKind.NOUN, UnitKind.ADVERB))
def to_death(units: Units, at: int) -> Iterator[Draft]:
    """H13: "stabbed a man to death", "burned two men alive"; not "sentenced a man to death", "found two men alive"."""
    alive = units[at].word == "alive"
    if not alive and (units[at].word != "death" or units[max(0, at - 1)].word != "to"):
        return
    verb = next((i for i in range(at - 2, max(-1, at - _WIELDED), -1) if units[i].kind is UnitKind.VERB), None)
    deadly = _BURYING if alive else _DEADLY
    if verb is None or units[verb].lemma not in deadly or units[verb].voice is Voice.PASSIVE or is_unreal(units, verb):
        return
    objects = tuple(coordinated(units, verb + 1)) if units[verb + 1].kind is UnitKind.NOUN else ()
    if objects and chain_end(units, objects[-1]) == at - (not alive):
        yield from listed(units, objects, verb, Effect.KILLED, "H13-to-death")
