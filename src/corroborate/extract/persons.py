"""Who a person called by name is, as the whole report tells: "Dr. Noor", "Noor, a nurse", "Noor, 9"."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from corroborate.extract.groups import Units, is_name, people_of
from corroborate.extract.lexicon import Form, Sense, lexicon, rows, rule_words
from corroborate.extract.units import UnitKind
from corroborate.extract.words import ADULT
from corroborate.model.casualty import Effect, People
from corroborate.model.document import Document, Token, TokenKind
from corroborate.model.ids import MentionId
from corroborate.model.mention import Blame, Harm, Mention, Weapon

_FIRST_NAMES = 4  # tokens that may stand between a title and a surname
_GLOSS = 9  # tokens behind a name in which it is told who that is
_TITLE = 3  # tokens of the longest title
_LIST_OF_NAMES = 40  # tokens of one
_OWNERS = frozenset("his her their".split())
_OPENERS = _OWNERS | frozenset("a an the then former one".split())
_SIDES = ("he", "him", "himself"), ("she", "her", "herself")


@cache
def _stops() -> frozenset[str]:
    return frozenset(
        word.strip()
        for kind, words in rows("function.tsv")
        if kind in ("prep", "pron", "aux", "modal", "sub")
        for word in words.split(",")
    )


_AT_LAWS_HAND = frozenset((Effect.DETAINED, Effect.DISPLACED))  # what befalls the accused too
_AT_LAW = frozenset(("B02", "B06", "B07"))  # only persons are charged and called suspects, by the ids of the rules


class Name(NamedTuple):
    """A person's surname and the name before it ("" where none stands there), both folded."""

    surname: str
    first: str = ""


class Persons:
    """The people whom a report calls by name; each is looked up once, where harm to them is told."""

    __slots__ = (
        "_accused",
        "_arms",
        "_dead",
        "_deaths",
        "_document",
        "_known",
        "_places",
        "_shot",
        "_tokens",
        "_unnamed",
        "harmed",
    )

    def __init__(self, document: Document) -> None:
        """Wait with the reading until a name is asked for."""
        self._document = document
        self._known: dict[Name, People | None] = {}
        self._tokens: list[Token] = []
        self._places: dict[str, list[int]] = {}
        self._dead: set[str] = set()
        self._deaths: dict[MentionId, str] = {}
        self._arms: dict[str, tuple[Weapon, ...]] = {}
        self.harmed: set[str] = set()
        self._shot: dict[MentionId, str] = {}
        self._accused: list[str] = []
        self._unnamed: set[MentionId] = set()

    def who(self, name: Name) -> People | None:
        """Return the group of a person, the most telling that the report gives; None where it gives none."""
        if name not in self._known:
            self._known[name] = self._sought(name)
        return self._known[name]

    def _sought(self, name: Name) -> People | None:
        places = self._stand(name.surname)
        firsts = {first for at in places if (first := self._first(at))}
        if len(firsts | {name.first} - {""}) > 1:  # a family: only what stands at this one's own name tells
            places = [at for at in places if self._first(at) == name.first]
        found = [people for at in places for people in self._told(at)]
        grown = any(age >= ADULT for at in places if (age := self._age(at)) is not None)
        telling = [people for people in found if not (grown and people is People.CHILDREN)]
        return next((people for people in telling if people is not People.PEOPLE), None) or next(iter(telling), None)

    def _first(self, at: int) -> str:
        """Return the first name before a surname, "" where none stands there: a title is none."""
        token = self._tokens[at - 1] if at else self._tokens[at]
        named = at > 0 and token.text[:1].isupper() and len(token.text) > 1 and "." not in token.text
        return token.folded if named and _longest_people(self._tokens, at - 1, at) is None else ""

    def tell(self, name: Name | None, mention: Mention, *, shot: bool) -> None:
        """Take in harm to a person called by name; `shot` says that its words leave open what became of them."""
        if name is not None and isinstance(mention.content, Harm):
            if mention.content.effect not in _AT_LAWS_HAND:
                self.harmed.add(name.surname)
            if mention.content.effect is Effect.KILLED:
                self._dead.add(name.surname)
                self._deaths[mention.id] = name.surname
            elif shot:
                self._shot[mention.id] = name.surname
            if mention.weapons and (shot or mention.content.effect is Effect.KILLED):
                self._arms.setdefault(name.surname, mention.weapons)

    @property
    def accused(self) -> str:
        """The person accused last, "" for none."""
        return self._accused[-1] if self._accused else ""

    def accuse(self, name: Name | None, mention: Mention, *, unnamed: bool) -> None:
        """Take in an accusation of a person, called by name or by a general word ("a man", "Activist Charged")."""
        if not isinstance(mention.content, Blame):
            return
        if unnamed and mention.content.actor != self.accused:
            self._unnamed.add(mention.id)
        elif name is not None and (mention.rule[:3] in _AT_LAW or self.who(name) is not None):
            self._accused.append(mention.content.actor)

    def outcome(self, mention: Mention) -> Mention:
        """Return a mention with what the rest tells: that somebody shot died, and by what; who was accused."""
        if isinstance(mention.content, Harm) and self._shot.get(mention.id) in self._dead:
            return replace(mention, content=replace(mention.content, effect=Effect.KILLED))
        if not mention.weapons and (dead := self._deaths.get(mention.id)) is not None:
            return replace(mention, weapons=self._arms.get(dead, ()))  # a death told twice is one
        if isinstance(mention.content, Blame) and mention.id in self._unnamed and self._accused:
            actor = self._accused[0]  # whom the report goes on to call by name
            return replace(mention, content=replace(mention.content, actor=actor), by=(actor,))
        return mention

    def _stand(self, surname: str) -> Sequence[int]:
        if not self._tokens:
            self._tokens = [token for passage in self._document.passages for token in passage.tokens]
            for at, token in enumerate(self._tokens):
                if token.text[:1].isupper() or token.text.partition("-")[2][:1].isupper():  # "al-Noor"
                    self._places.setdefault(token.folded, []).append(at)
        return self._places.get(surname, ())

    def _told(self, at: int) -> list[People]:
        age = self._age(at)
        child = People.CHILDREN if age is not None and age < ADULT else None
        glossed = self._gloss(at) or self._shared_gloss(at)
        return [people for people in (child, self._title(at), glossed) if people is not None]

    def _shared_gloss(self, at: int) -> People | None:
        """Return the people that a plural behind names says that they all are: "|Noor| and Sam Hill, |students|"."""
        listed = self._word(at - 1) in _JOINED if at else False
        for index in range(at + 1, min(at + _LIST_OF_NAMES, len(self._tokens) - 1)):
            token = self._tokens[index]
            entries = lexicon().alone(self._word(index + 1))
            if token.folded == "," and "people" in entries.domains and Form.PLURAL in entries.noun_forms:
                named = listed or any(self._word(inner) in _JOINED for inner in range(max(0, at - 4), index))
                return (self._body(index + 3) or _longest_people(self._tokens, index + 1, index + 4)) if named else None
            if not (token.text[:1].isupper() or token.folded in _JOINED or token.folded == "," or token.text.isdigit()):
                return None
        return None

    def _title(self, at: int) -> People | None:
        """Return who the words before a name say that it is: "the nurse Ali |Noor|"."""
        for first in range(at - 1, max(-1, at - 1 - _FIRST_NAMES), -1):
            token = self._tokens[first]
            if (people := _title_ending(self._tokens, first)) is not None:
                return people
            if token.folded in _JOINED or token.folded == ",":
                return self._shared_title(first)
            if not token.text[:1].isupper() and token.folded != ".":
                return self._introduced(first)
        return None

    def _shared_title(self, at: int) -> People | None:
        """Return the people that a plural before a list of names says that they all are: "|teachers| A, B and |C|"."""
        for first in range(at - 1, max(-1, at - _LIST_OF_NAMES), -1):
            token = self._tokens[first]
            entries = lexicon().alone(token.folded)
            if "people" in entries.domains and Form.PLURAL in entries.noun_forms:
                led = self._tokens[first + 1].text[:1].isupper()
                return _longest_people(self._tokens, first, first + 1) if led else None
            if not (token.text[:1].isupper() or token.folded in _JOINED or token.folded == "," or token.text.isdigit()):
                return None
        return None

    def _introduced(self, at: int) -> People | None:
        """Return who is called by the name behind an index: "a girl, identified |as|", "a young man |named|"."""
        if self._word(at) not in _CALLED:
            return None
        last = at
        while last > 0 and (self._word(last) in _CALLED or self._tokens[last].kind is TokenKind.PUNCTUATION):
            last -= 1
        found = (_longest_people(self._tokens, first, last + 1) for first in range(max(0, last - _TITLE + 1), last + 1))
        return next((people for people in found if people is not None), None)

    def _age(self, at: int) -> int | None:
        """Return the age in "Noor, 9,", "Noor (9)" and "9-year-old Ali Noor"."""
        match [token.folded for token in self._tokens[at + 1 : at + 4]]:
            case ["," | "(", age, "," | ";" | "." | ")" | "who"] if age.isdigit():
                return int(age)
        for index in range(at - 1, max(1, at - 1 - _FIRST_NAMES), -1):
            if self._tokens[index].folded == "year-old":
                years = self._tokens[index - 2].folded
                return int(years) if years.isdigit() else None
            if not self._tokens[index].text[:1].isupper():
                return None
        return None

    def _gloss(self, at: int) -> People | None:
        """Return who the words behind a name say that it is: "Noor, 52, |a nurse|", "Noor, |head of the clinic|"."""
        index = at + 1
        if self._word(index) == ",":
            index += 1
            if self._word(index).isdigit():
                index += 2 if self._word(index + 1) == "," else 1
        if self._word(index) in _OPENERS:
            index += 1
        elif self._word(index) not in _OFFICES:
            return None
        last = index
        while last < min(len(self._tokens), index + _GLOSS) and self._word(last) not in _stops():
            if self._tokens[last].kind is TokenKind.PUNCTUATION and self._word(last) != "'s":
                break
            last += 1
        others = any(token.text[:1].isupper() or token.folded in _JOINED for token in self._tokens[index:last])
        others = others or (
            self._word(last) == "," and self._word(last + 1) in _JOINED
        )  # "Noor, his wife, |and| two sons"
        if self._word(index - 1) in _OWNERS and others:
            return None  # "Noor, his wife |Sara|", "Noor, his wife |and| two sons": somebody else
        found = [people for first in range(index, last) if (people := _longest_people(self._tokens, first, last))]
        if all(people is People.PEOPLE for people in found) and self._word(last) in _OF:
            return self._body(last + 1) or next(iter(found), None)
        return People.COMBATANTS if People.COMBATANTS in found else next(iter(found), None)

    def _body(self, at: int) -> People | None:
        """Return who the members of a body are: "(a member of) |the Civil Defence|", "(head of) |the clinic|"."""
        for first in range(at, min(len(self._tokens), at + _BODY)):
            if self._word(first) in _stops() or self._tokens[first].kind is TokenKind.PUNCTUATION:
                return None
            senses = _senses(self._tokens, first, first + _TITLE)
            value = next((_MEMBERS[sense.value] for sense in senses if sense.value in _MEMBERS), None)
            if value is not None:
                return value
            if any(sense.domain == "actor" and sense.value == "force" for sense in senses):
                return People.COMBATANTS
        return None

    def _word(self, at: int) -> str:
        return self._tokens[at].folded if at < len(self._tokens) else ""


_CALLED = rule_words("called")
_OFFICES = rule_words("offices")
_OF = frozenset(("of", "at", "with", "for", "in", "from"))
_JOINED = frozenset(("and", "&"))
_BODY = 6  # tokens in which the name of a body says what it is
_MEMBERS = {
    "hospital": People.MEDICS,
    "armed_group": People.COMBATANTS,
    "state_force": People.COMBATANTS,
} | {people.value: people for people in (People.MEDICS, People.RESCUERS, People.JOURNALISTS)}


def _senses(tokens: Sequence[Token], first: int, last: int) -> tuple[Sense, ...]:
    """Return what the longest phrase from an index on can mean."""
    folded = tuple(token.folded for token in tokens[max(0, first) : last])
    joined = ("".join(folded),) if folded[1:] == (".",) else folded  # "Dr."
    _, entries = lexicon().longest(joined, 0) if joined else (0, ())
    return tuple(entry.sense for entry in entries if entry.sense is not None)


def _longest_people(tokens: Sequence[Token], first: int, last: int) -> People | None:
    """Return the people that a phrase from an index on names, None for none; a nation is no title."""
    senses = (sense for sense in _senses(tokens, first, min(last, first + _TITLE)) if sense.domain == "people")
    return next((People(sense.value) for sense in senses if sense.detail != "nation"), None)


def _title_ending(tokens: Sequence[Token], at: int) -> People | None:
    """Return the people that the title ending at an index names: "secretary |general|", "Dr|.|", "Major"."""
    for first in range(max(0, at - _TITLE + 1), at):
        folded = tuple(token.folded for token in tokens[first : at + 1])
        whole = folded[1:] == (".",) or lexicon().longest(folded, 0)[0] == len(folded)
        if whole and (people := _longest_people(tokens, first, at + 1)) is not None:
            return people
    return People.COMBATANTS if tokens[at].folded in _RANKS else _longest_people(tokens, at, at + 1)


_RANKS = rule_words("ranks_before_names")


def name_of(units: Units, at: int, tokens: Sequence[Token]) -> Name | None:
    """Return the name of the person whom a noun group, or the owner of a noun of harm, names; None for none."""
    unit = units[at].owner or units[at]
    if not is_name(unit):
        return None
    before = tokens[unit.last - 2] if unit.last - unit.first > 1 else tokens[unit.first]
    titled = _longest_people(tokens, unit.last - 2, unit.last - 1) is not None
    first = before.folded if unit.last - unit.first > 1 and before.text[:1].isupper() and not titled else ""
    return Name(unit.word, first)


def is_she(pronoun: str) -> bool:
    """Say whether a pronoun means a woman or a girl."""
    return pronoun in _SIDES[1]


class Person(NamedTuple):
    """Somebody whom a pronoun can mean: their group, and their name where they are called by it."""

    people: People = People.PEOPLE
    name: Name | None = None


def meant(units: Units, at: int, tokens: Sequence[Token], persons: Persons, pronoun: str) -> Person | None:
    """Return the last single person told of before an index, whom a pronoun there, "he" or "she", can mean."""
    for index in range(at - 1, -1, -1):
        unit = units[index]
        if unit.kind is not UnitKind.NOUN or unit.pronoun or unit.plural or unit.quantity is not None:
            continue
        people, name = people_of(units, index) if unit.sense("people") else None, None
        if people is None and (name := name_of(units, index, tokens)) is not None:
            known = persons.who(name)
            leads = index + 1 < len(units) and units[index + 1].kind is UnitKind.VERB
            free = index == 0 or units[index - 1].kind is not UnitKind.PREPOSITION
            people = known or (People.PEOPLE if leads and free else None)
        if people is not None and not _clash(pronoun, people):
            return Person(people, name)
    return None


def _clash(pronoun: str, people: People) -> bool:
    """Say whether a pronoun cannot mean somebody for their sex."""
    he, she = _SIDES
    return (pronoun in he and people is People.WOMEN) or (pronoun in she and people is People.MEN)
