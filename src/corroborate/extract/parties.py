"""The name of who is spoken of: the body behind a spokesman, the party behind a pronoun."""

from collections.abc import Callable, Container, Sequence
from typing import NamedTuple

from corroborate.extract import actors
from corroborate.extract.actors import states
from corroborate.extract.groups import PERSON
from corroborate.extract.joining import PLACED
from corroborate.extract.lexicon import rule_words
from corroborate.extract.line import Line, Stretch, words_of
from corroborate.extract.units import Unit, UnitKind
from corroborate.model.document import words_in
from corroborate.model.passing import passing

_OPENERS = frozenset("\" “ ‘ ' ` the a an another these those this so-called its their and".split())
_CLOSERS = rule_words("answerable") | actors.words_of("document") | frozenset("'s \" ” ’ ' guilty".split())
_FURTHER = rule_words("further")
_POINTING = frozenset(("the", "this", "that", "these"))
_CHARGES = rule_words("charges")


@passing
class Named:
    """A party that a passage names: a body that can act, or a person."""

    name: str
    person: bool
    known: bool
    speaks: bool = False


def named(line: Line, text: str) -> tuple[Named, ...]:
    """Return the parties that a passage names, in order, for pronouns of it and of the next ones."""
    found = (_candidate(line, at, text) for at in range(len(line.units)))
    return tuple(one for one in found if one is not None)


def _candidate(line: Line, at: int, text: str) -> Named | None:
    unit = line.units[at]
    if unit.kind is not UnitKind.NOUN or unit.pronoun or not unit.word:
        return None
    body = unit.sense("group") is not None or (unit.sense("actor") is not None and unit.word not in words_of("group"))
    if line.word(at - 1) in PLACED or not (body or (line.is_proper(at) and not unit.senses and unit.quantity is None)):
        return None
    verbs = (line.skip(at + 1), line.skip(at - 1, back=True))
    speaks = any(line.is_verb(verb) and line.units[verb].lemma in words_of("speech") for verb in verbs)
    return Named(spelled(line, (at, at + 1), text), person=not body, known=body, speaks=speaks)


class Heard(NamedTuple):
    """Whom the passages before name, the person accused last, whom "he" can mean ("" for none), and who was harmed."""

    before: Callable[[], Sequence[tuple[Named, ...]]] = tuple
    accused: str = ""
    harmed: Container[str] = ()


def actor_name(line: Line, actor: Stretch, text: str, heard: Heard, *, own: bool) -> str:
    """Return the name of the party at a stretch of units; `own` says that it speaks of itself, if by a spokesman."""
    unit, (before, accused, harmed) = line.units[actor[0]], heard
    if unit.pronoun or _points_back(line, actor):
        found = _antecedent(line, actor[0], unit, text, before())
        if accused and not own and unit.word in PERSON:
            other = not found or _speaks(found, before()) or found.casefold().split()[-1] in harmed
            return accused if other else found
        return found or spelled(line, actor, text)
    if own and unit.word in words_of("speaker"):
        return _body(line, actor, text) or spelled(line, actor, text)
    return spelled(line, actor, text)


def _speaks(name: str, before: Sequence[tuple[Named, ...]]) -> bool:
    """Say whether a person was last named as one who spoke: of the accused, and was not accused."""
    return next((one.speaks for passage in reversed(before) for one in passage if one.name == name), False)


def is_unnamed(line: Line, actor: Stretch) -> bool:
    """Say whether a general word stands for the person at a stretch: "a man", in a headline "Abortion Foe"."""
    general = actor[1] == actor[0] + 1 and line.units[actor[0]].word in words_of("person")
    return general and not line.words(actor[0]) & _FURTHER


def _points_back(line: Line, actor: Stretch) -> bool:
    """Say whether a group only points to a party named before ("the group", "the movement")."""
    unit = line.units[actor[0]]
    alone = actor[1] == actor[0] + 1 and line.words(actor[0]) == {unit.determiner, unit.word}
    return alone and unit.determiner in _POINTING and unit.word in words_of("group") and not line.is_proper(actor[0])


def _antecedent(line: Line, at: int, unit: Unit, text: str, before: Sequence[tuple[Named, ...]]) -> str:
    here = tuple(one for i in range(at) if (one := _candidate(line, i, text)) is not None)
    person = unit.word in PERSON
    if unit.word == "we" and (speaker := _speaker(line)) is not None:
        return _body(line, speaker, text) or spelled(line, speaker, text)
    if unit.word in ("they", "them") and (fighters := _fighters(line, at)) is not None and not here:
        return spelled(line, (fighters, fighters + 1), text)
    for passage in (here, *reversed(before)):
        fitting = [one for one in passage if one.person == person or (person and not one.known)]
        chosen = next((one for one in fitting if one.known or (person and " " in one.name)), None)
        if chosen is not None:
            return chosen.name
    return ""


def _fighters(line: Line, at: int) -> int | None:
    """Return the people told last who fight, though their word names no body: "the pilots"."""
    units = line.units
    fights = (
        i
        for i in range(at - 1, -1, -1)
        if units[i].plural and (who := units[i].sense("people")) is not None and who.value == "combatants"
    )
    return next(fights, None)


def _speaker(line: Line) -> Stretch | None:
    """Return who says the sentence, its verb of saying behind the words or before them."""
    verbs = (i for i in range(len(line.units)) if line.is_verb(i) and line.units[i].lemma in words_of("speech"))
    subjects = (line.subject(verb) for verb in verbs)
    named = (subject for subject in subjects if subject is not None and not line.units[subject].pronoun)
    return next(((subject, subject + 1) for subject in named), None)


def _body(line: Line, actor: Stretch, text: str) -> str:
    """Return the body for which an official speaks: "a spokesman for X", "X's ministry", "the X ambassador"."""
    at = actor[0]
    if line.word(at + 1) in ("for", "of") and line.is_noun(at + 2):
        return spelled(line, (at + 2, at + 3), text)
    unit = line.units[at]
    tokens = line.tokens[unit.first : unit.last]
    owner = next((i for i, token in enumerate(tokens) if token.folded == "'s"), None)
    if owner:
        return _government(_cut(line, unit.first, unit.first + owner, text), text)
    state = next((states()[token.folded] for token in tokens[:-1] if token.folded in states()), None)
    if state is not None:
        return _government(state, text)
    group = next((i for i, token in enumerate(tokens[:-1]) if token.folded not in _OPENERS), None)
    known = any(sense.domain in ("group", "actor") for sense in unit.inner)
    return _cut(line, unit.first + group, unit.last - 1, text) if group is not None and known else ""


def _government(state: str, text: str) -> str:
    """Return a state as the report spells it, its government where the report names that."""
    told = text.casefold()
    for word, known in states().items():
        at = told.find(f"{word} government") if known == state or word == state.casefold() else -1
        if at >= 0:
            return text[at : at + len(word) + len(" government")]
    at = text.casefold().find(state.casefold())
    return text[at : at + len(state)] if at >= 0 else ""


def spelled(line: Line, stretch: Stretch, text: str) -> str:
    """Return the words of a stretch without what opens or closes a name, and without what it owns or claims."""
    first, last = line.units[stretch[0]].first, line.units[stretch[1] - 1].last
    folded = [token.folded for token in line.tokens[first:last]]
    law = [
        i
        for i in range(len(folded) - 1)
        if folded[i] in words_of("law", "culprit") and line.tokens[first + i + 1].text[:1].isupper()
    ]
    if law:
        return _cut(line, first + law[-1] + 1, last, text)  # "genocide |Utopia| (is committing)"
    if folded[-1] in _CHARGES or line.units[stretch[1] - 1].sense("attack"):
        claim = next((i for i in range(1, len(folded)) if folded[i] in words_of("swallowed")), None)
        last = last if claim is None else first + claim  # a headline's verb, read into the group
    owned = next((i for i in range(1, len(folded)) if folded[i] in words_of("crime")), None)
    if owned is not None and line.units[stretch[0]].last >= first + owned:
        return _owner(line, first, first + owned, text)
    return _cut(line, first, last, text)


def _owner(line: Line, first: int, owned: int, text: str) -> str:
    """Return who owns a crime: what stands before it, less a lost apostrophe's "s" and what only colours the crime."""
    last = owned
    while last - 1 > first and line.tokens[last - 1].folded in words_of("colour"):
        last -= 1
    lost = line.tokens[last - 1].folded.endswith("s") and line.tokens[last - 1].folded != "'s"
    return _cut(line, first, last, text)[: -1 if lost else None]


def _cut(line: Line, first: int, last: int, text: str) -> str:
    while first < last - 1 and line.tokens[first].folded in _OPENERS:
        first += 1
    while last - 1 > first and line.tokens[last - 1].folded in _CLOSERS:
        last -= 1
    return words_in(text, line.tokens[first].start, line.tokens[last - 1].end)
