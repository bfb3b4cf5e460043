"""Frames of harm in which people are taken or held as hostages or prisoners, or cannot get out of a fight or siege."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.extract.agreement import agreeing, is_subject
from corroborate.extract.clauses import object_of, subject_of
from corroborate.extract.drafting import Draft, any_effect, are_told, draft_of, is_unreal, listed, points_back
from corroborate.extract.groups import Units, chain_end, described, group_at, is_known_people
from corroborate.extract.lexicon import rule_words
from corroborate.extract.rules import begins
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import Count, Effect, People

_CONFINEMENT = rule_words("confinement")
_JAILS = rule_words("jails")
_BEING_HELD = rule_words("being_held")
_KEEPING = rule_words("keeping")
_ENTANGLING = rule_words("entangling")
_STAYING_THERE = rule_words("staying_there")
_SETTLED = rule_words("settled")
_SHIELDS = rule_words("shields")
_SHIELDING = 10  # units behind those taken in which it is told what for
_KEPT_FAR = 6  # units between "have", who is kept and "in custody"
_TAKE = rule_words("taking_captive")
_CAPTIVES = {
    "hostage": Effect.ABDUCTED,
    "hostages": Effect.ABDUCTED,
    "captive": Effect.ABDUCTED,
    "captives": Effect.ABDUCTED,
    "prisoner": Effect.DETAINED,
    "prisoners": Effect.DETAINED,
}


@begins(*_TAKE, at=UnitKind.VERB)
def taken(units: Units, at: int) -> Iterator[Draft]:
    """H16: "took 30 hostages", "are holding five nurses hostage", "350 hostages were taken"; not "took 30 photos"."""
    unit = units[at]
    if unit.lemma not in _TAKE or is_unreal(units, at):
        return
    at_hand = subject_of(units, at) if unit.voice is Voice.PASSIVE else object_of(units, at)
    if not at_hand or points_back(units[at_hand[-1]]):
        return
    head = units[at_hand[-1]]
    group = group_at(units, at_hand[-1])
    effect = _CAPTIVES.get(head.word.partition(" ")[0])  # "prisoners |of war|"
    if effect is None or group is None or not _is_told(head):
        return
    draft = draft_of(units, group, at, effect, "H16-taken")
    yield draft if head.plural else _counted_before(draft, head)


@begins("take", at=UnitKind.VERB)
def led_away(units: Units, at: int) -> Iterator[Draft]:
    """H42: "took 12 women with them", "took nine men as human shields"; not "took two bags with them"."""
    unit = units[at]
    if unit.lemma != "take" or unit.voice is Voice.PASSIVE or is_unreal(units, at):
        return
    groups = object_of(units, at)
    told = at > 0 and units[at - 1].kind is UnitKind.CONJUNCTION and any(map(any_effect, units[:at]))
    if not groups or not all(is_known_people(units[index]) and (told or units[index].word) for index in groups):
        return  # "killed three and took |five| with them"
    behind = chain_end(units, groups[-1])
    with_them = [one.word for one in units[behind : behind + 2]] in (["with", "them"], ["with", "him"])
    shielding = any(one.word in _SHIELDS for one in units[behind : behind + _SHIELDING])
    if (with_them or shielding) and not units[groups[0]].pronoun and not points_back(units[groups[-1]]):
        yield from listed(units, groups, at, Effect.ABDUCTED, "H42-led-away")


def _is_told(captives: Unit) -> bool:
    """Say whether captives are counted, or told without a number; "hostage" alone is how people are held."""
    return captives.quantity is not None or captives.determiner in ("a", "an") or captives.plural


def _counted_before(draft: Draft, head: Unit) -> Draft:
    """Return the draft of "five nurses hostage", whose people stand before the word for how they are held."""
    people = described(head)
    count = head.quantity.count if head.quantity is not None else Count.exactly(1)
    return replace(draft, people=people or People.PEOPLE, count=count, inherits=people is None)


@begins("in", "behind", "under", at=UnitKind.PREPOSITION)
def held(units: Units, at: int) -> Iterator[Draft]:
    """H12: "six people are in custody", "two men remain behind bars", "has two men in jail"; not "goods in custody"."""
    if at + 1 >= len(units) or not _confines(units[at], units[at + 1]):
        return
    groups = _kept(units, at)
    if groups and units[groups[-1]].pronoun and units[at + 1].word in _JAILS:
        return  # "he is in prison": of old, for another deed
    if are_told(units, groups):
        captive = units[at + 1].word == "captivity"
        for draft in listed(units, groups, at + 1, Effect.DETAINED, "H12-held"):
            armed = draft.people is People.COMBATANTS
            yield replace(draft, effect=Effect.ABDUCTED) if captive and not armed else draft


def _confines(preposition: Unit, behind: Unit) -> bool:
    """Say whether a phrase tells that somebody is held: "in custody", "in jail", "behind bars", "under arrest"."""
    if preposition.word != "in":
        return behind.word == {"behind": "bars", "under": "arrest"}.get(preposition.word)
    return behind.word in _CONFINEMENT or (behind.word in _JAILS and not behind.determiner)


def _kept(units: Units, at: int) -> tuple[int, ...]:
    """Return who is told to be in custody by a phrase: the subject of "are", or whom somebody has or keeps there."""
    verb = at - 1
    while verb > 0 and units[verb].kind is UnitKind.ADVERB:
        verb -= 1
    if verb < 1:
        return ()
    if units[verb].lemma in _BEING_HELD:
        return () if units[verb].negated else subject_of(units, verb)
    near = range(verb - 1, max(-1, verb - _KEPT_FAR), -1)
    keeps = next((i for i in near if units[i].kind is UnitKind.VERB), None)
    if keeps is None or units[keeps].lemma not in _KEEPING or is_unreal(units, keeps):
        return ()
    groups = object_of(units, keeps)
    return groups if groups and chain_end(units, groups[-1]) == at and not units[groups[-1]].pronoun else ()


@begins("catch", at=UnitKind.VERB)
def caught(units: Units, at: int) -> Iterator[Draft]:
    """H70: "thousands are caught in the fighting", "families caught between the lines"; not "caught in a storm"."""
    verb = units[at]
    behind = at + 1 + (at + 1 < len(units) and units[at + 1].word == "up")
    if verb.lemma != "catch" or verb.voice not in (Voice.PASSIVE, Voice.BARE) or is_unreal(units, at):
        return
    if behind + 1 >= len(units) or units[behind].word not in ("in", "between"):
        return
    groups = agreeing(units, at, subject_of(units, at))
    several = are_told(units, groups) and units[groups[-1]].plural and not units[groups[-1]].pronoun
    if several and units[behind + 1].word in _ENTANGLING:
        yield from listed(units, groups, at, Effect.TRAPPED, "H70-caught")


@begins("under", "in", "inside", at=UnitKind.PREPOSITION)
def under_siege(units: Units, at: int) -> Iterator[Draft]:
    """H71: "200,000 people live under siege", "900 men are in besieged areas"; not "a town is under siege"."""
    if not _is_siege(units, at):
        return
    before = at - 1
    while before > 0 and units[before].kind is UnitKind.ADVERB:
        before -= 1
    verb = before > 0 and (units[before].kind is UnitKind.VERB or units[before].lemma in _STAYING_THERE)
    if verb and (is_unreal(units, before) or any_effect(units[before])):
        return  # "40 people died under siege"
    groups = subject_of(units, before if verb else at)
    agrees = is_subject(units, before, groups)  # "a town of 900 people is under siege"
    agrees = agrees and (verb or units[at].word == "under")  # not "900 people in the besieged town (need food)"
    if agrees and is_known_people(units[groups[-1]]) and units[groups[-1]].quantity is not None:
        yield from listed(units, groups, at + 1, Effect.TRAPPED, "H71-under-siege")


def _is_siege(units: Units, at: int) -> bool:
    """Say whether a siege, or a place under one, stands behind a preposition: "under siege", "in besieged areas"."""
    if units[at].word == "under" or at + 1 >= len(units):
        return at + 1 < len(units) and units[at + 1].word == "siege"
    named = at + 1 + (units[at + 1].kind is UnitKind.VERB and units[at + 1].lemma == "besiege")
    shut_in = named > at + 1 or any(sense.value == Effect.TRAPPED for sense in units[at + 1].inner)
    return shut_in and named < len(units) and units[named].word in _SETTLED


# In the order in which they are tried.
FRAMES = (taken, led_away, caught, under_siege, held)
