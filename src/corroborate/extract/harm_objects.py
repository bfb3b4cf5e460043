"""Frames of harm whose verb tells it only together with its object: lives claimed, men lost, people driven out."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from corroborate.extract.clauses import object_of, subject_of
from corroborate.extract.coordination import coordinated, may_be_listed
from corroborate.extract.drafting import Draft, any_effect, is_unreal, listed, past_degree
from corroborate.extract.groups import Units, chain_end, described, is_known_people, is_people, people_of
from corroborate.extract.harm_owners import bearer
from corroborate.extract.harmed import sufferers
from corroborate.extract.lexicon import rows
from corroborate.extract.rules import begins
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import VAGUE, Effect, People

_LIVES = frozenset(("life", "lives"))
_SUBJECTS = frozenset(("subject", "named"))
_THEIR = frozenset(("his", "her", "their"))
_BEFORE_OBJECTS = frozenset(("from", "of", "with", "for"))  # "suffered |from|", "pay |with|", "fight |for|"


@cache
def _object_frames() -> dict[str, tuple[tuple[str, frozenset[str], Effect, str], ...]]:
    frames: dict[str, list[tuple[str, frozenset[str], Effect, str]]] = {}
    for name, verb, nouns, effect, patient, *_ in rows("frames.tsv"):
        words = frozenset(noun.strip() for noun in nouns.split(","))
        frames.setdefault(verb, []).append((name, words, Effect(effect), patient))
    return {verb: tuple(found) for verb, found in frames.items()}


@begins(of=lambda: frozenset(_object_frames()), at=UnitKind.VERB)
def object_frame(units: Units, at: int) -> Iterator[Draft]:
    """F: "claimed the lives of two men"; not "claimed the town".

    A verb and its object together carry harm, as `data/frames.tsv` lists them, each with its own id and examples.
    """
    unit = units[at]
    if unit.lemma not in _object_frames() or is_unreal(units, at):
        return
    if unit.voice is Voice.PASSIVE:
        yield from _lives_told_of(units, at)
        return
    yield from _whom_it_cost(units, at)
    index = at + 1
    while index < len(units) and (units[index].kind is UnitKind.ADVERB or units[index].word in _BEFORE_OBJECTS):
        index += 1
    index = past_degree(units, index)
    if index >= len(units):
        return
    head = units[index]
    for name, nouns, effect, patient in _object_frames()[unit.lemma]:
        cases = head.word in ("case", "cases") and any(sense.value == effect for sense in head.inner)
        if not (cases or nouns & {head.word, *head.word.split()}):
            continue
        if patient in _SUBJECTS:
            subject = subject_of(units, at)
            if patient == "named" and any(units[one].pronoun for one in subject):
                continue  # "|she| had burns" tells more of one whose harm is told
            seen = unit.voice is Voice.ING and subject and subject[0] and units[subject[0] - 1].kind is UnitKind.VERB
            stays = unit.lemma == "leave" and not any(units[one].plural for one in subject)  # "|he| left home at six"
            unseen = seen and is_unreal(units, subject[0] - 1)  # "a film may show |boys| fighting for their lives"
            if not (stays or unseen):
                yield from listed(units, subject, index, effect, name)
        else:
            yield from _whose(units, at, index, effect, name)
        return


def _whose(units: Units, at: int, index: int, effect: Effect, name: str) -> Iterator[Draft]:
    """Yield those whose life or body the object of a verb is: "the lives |of two men|", "|40| lives"."""
    head = units[index]
    owner = described(head)
    if head.quantity is not None:
        yield Draft(at, index + 1, at, effect, owner or People.PEOPLE, head.quantity.count, name, owner is None)
    elif index + 2 < len(units) and units[index + 1].word in ("of", "to") and _has_life(units[index + 2]):
        yield from listed(units, tuple(coordinated(units, index + 2)), at, effect, name)
    elif head.plural and owner is not None:  # "claimed |soldiers'| lives"
        yield Draft(at, index + 1, at, effect, owner, VAGUE, name)


def _whom_it_cost(units: Units, at: int) -> Iterator[Draft]:
    """Yield those to whom a verb did it, before what it did: "cost |two nurses| their lives"."""
    lives = units[at + 2] if at + 2 < len(units) and units[at + 2].word in _LIVES else None
    if lives is None or units[at].lemma != "cost":
        return
    if lives.determiner in _THEIR:
        yield from listed(units, tuple(coordinated(units, at + 1)), at, Effect.KILLED, "F04")
    elif lives.quantity is not None:  # "cost the country |12 lives|"
        people = bearer(units, at + 2)
        yield Draft(at, at + 3, at, Effect.KILLED, people or People.PEOPLE, lives.quantity.count, "F04", people is None)


def _lives_told_of(units: Units, at: int) -> Iterator[Draft]:
    """Yield those whose lives are counted before a passive: "|twelve lives| were lost"; not "lives were changed"."""
    subject = subject_of(units, at)
    head = units[subject[0]] if len(subject) == 1 else None
    if head is None or head.quantity is None or head.word not in _LIVES:
        return
    for name, nouns, effect, _ in _object_frames()[units[at].lemma]:
        if head.word in nouns and effect is Effect.KILLED:
            yield Draft(subject[0], at + 1, at, effect, People.PEOPLE, head.quantity.count, name, inherits=True)
            return


def _has_life(unit: Unit) -> bool:
    """Say whether a noun group can be who loses a life: people, somebody by name, no animals."""
    return unit.proper or may_be_listed(unit) or (is_people(unit) and unit.quantity is None)


@begins("lose", at=UnitKind.VERB)
def lost(units: Units, at: int) -> Iterator[Draft]:
    """H14: "the army lost 15 soldiers", "she lost her husband and two sons"; not "the army lost a town"."""
    unit = units[at]
    if unit.lemma != "lose" or unit.voice is Voice.PASSIVE or is_unreal(units, at):
        return
    objects = object_of(units, at)
    if not objects or not is_known_people(units[objects[0]]):
        return
    if chain_end(units, objects[-1]) < len(units) and any_effect(units[chain_end(units, objects[-1])]) is not None:
        return  # "lost 40 men killed and wounded"
    objects = tuple(index for index in objects if is_known_people(units[index]))
    head = units[objects[0]]
    told = head.quantity is not None or head.determiner in ("his", "her", "their", "its", "my", "our", "a", "an")
    if told and not head.pronoun:
        armed = any(_bears_arms(units, index) for index in subject_of(units, at))
        for draft in listed(units, objects, at, Effect.KILLED, "H14-lost"):
            men = armed and (draft.inherits or draft.people is People.MEN)
            yield replace(draft, people=People.COMBATANTS, inherits=False) if men else draft


def _bears_arms(units: Units, at: int) -> bool:
    """Say whether a noun group names a body that fights, or stands for one: "the army said that |it| lost 12 men"."""
    body = at
    if units[at].word in ("it", "they"):
        body = next((i for i in range(at - 1, -1, -1) if units[i].kind is UnitKind.NOUN and units[i].senses), at)
    return people_of(units, body) is People.COMBATANTS


_DRIVING = ("force", "drive", "push")


@begins(*_DRIVING, at=UnitKind.VERB)
def driven(units: Units, at: int) -> Iterator[Draft]:
    """H10: "forced 3,000 people from their homes", "war pushed 90 people across the border"; not "drove them home"."""
    unit = units[at]
    if unit.lemma not in _DRIVING or is_unreal(units, at):
        return
    groups, behind = sufferers(units, at)
    near = range(at + _OF_HOME, min(behind + _OF_HOME + 1, len(units)))
    if not any(units[i - 1].word in _WAYS.get(units[i].word.rpartition(" ")[2], ()) for i in near):
        return
    if groups and is_known_people(units[groups[-1]]):
        yield from listed(units, groups, at, Effect.DISPLACED, "H10-driven")


_OUT = ("from", "out of")
_WAYS = {"homes": _OUT, "houses": _OUT, "villages": _OUT, "border": ("across", "over")}
_OF_HOME = 2  # units of "from their homes"
