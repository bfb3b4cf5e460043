"""The words that the grammar knows, read from the tables in `data/`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import NamedTuple

from corroborate.model.choices import Choices

_VOWELS = "aeiou"


class Pos(Choices):
    """What part a word can play."""

    NOUN = "noun"
    VERB = "verb"
    STATE = "state"
    FUNCTION = "function"


class Form(Choices):
    """The form of a noun or verb."""

    SINGULAR = "singular"
    PLURAL = "plural"
    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"
    FIXED = "fixed"


class Sense(NamedTuple):
    """What a word can mean: a domain ("harm", "people" …), its value there, and a detail that the domain defines."""

    domain: str
    value: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a word or phrase."""

    lemma: str
    pos: Pos
    form: Form
    sense: Sense | None = None


class Readings:
    """The readings of a word or phrase in the order of the tables, and what rules ask of them, worked out once."""

    __slots__ = (
        "domains", "entries", "function", "head_lemma", "head_senses", "inner_senses", "noun_forms", "parts",
        "state_senses", "ties", "verb_forms", "verb_lemma", "verb_senses",
    )  # fmt: skip

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        """Take the readings; without any, the word is one that the lexicon does not know."""
        self.entries = tuple(entries)
        senses = self._senses()
        bare = (Form.BASE, Form.THIRD)
        before_head = [entry for entry in self.entries if not (entry.pos is Pos.VERB and entry.form in bare)]
        # The class of a word that holds the sentence together, "" for others.
        self.function = next((sense.value for sense in senses if sense.domain == "function"), "")
        # The parts that the word can play, and the domains in which it has a sense.
        self.parts = frozenset(entry.pos for entry in self.entries)
        # Whether it only ties others together, and is no part of a group: "of", "and", not "the", "was", "following".
        self.ties = self.parts == {Pos.FUNCTION} and self.function not in _GROUPING
        self.domains = frozenset(sense.domain for sense in senses)
        # The forms that it can be of a verb, and of a noun.
        self.verb_forms = frozenset(entry.form for entry in self.entries if entry.pos is Pos.VERB)
        self.noun_forms = frozenset(entry.form for entry in self.entries if entry.pos is Pos.NOUN)
        # Its senses as a verb, and as a state ("wounded"), then as a verb.
        self.verb_senses = tuple(dict.fromkeys(self._senses(Pos.VERB)))
        self.state_senses = tuple(dict.fromkeys((*self._senses(Pos.STATE), *self._senses(Pos.VERB))))
        # Its senses as the head of a group, where a verb or state stands for a noun too.
        self.head_senses = tuple(dict.fromkeys(self._senses(*_HEADS)))
        # Its senses before the head of a group, where a bare verb is none ("|jail| guards").
        told = [entry.sense for entry in before_head if entry.sense is not None]
        self.inner_senses = tuple(sense for sense in told if sense.domain != "function")
        # The lemmas of the verb that the word can be, and of the head of a group, "" for none.
        self.verb_lemma = next((entry.lemma for entry in self.entries if entry.pos is Pos.VERB), "")
        self.head_lemma = next((entry.lemma for entry in self.entries if entry.pos in _HEADS), "")

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __bool__(self) -> bool:
        return bool(self.entries)

    def _senses(self, *parts: Pos) -> list[Sense]:
        return [entry.sense for entry in self.entries if entry.sense is not None and (not parts or entry.pos in parts)]


_GROUPING = frozenset(("det", "poss", "pron", "aux", "modal"))  # classes of words that open a noun or verb group
_HEADS = (Pos.NOUN, Pos.STATE, Pos.VERB)
UNREAD = Readings()  # of a word that the lexicon does not know


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table of this stage: tab-separated, "#" opens a comment, fields stripped."""
    text = files("corroborate.extract").joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield tuple(field.strip() for field in line.split("\t"))


@cache
def word_classes(table: str) -> Mapping[str, frozenset[str]]:
    """Return the classes of words of a table, by name."""
    return {name: frozenset(word.strip() for word in words.split(",")) for name, words in rows(table)}


def rule_words(name: str) -> frozenset[str]:
    """Return the words of one class of `rule_words.tsv`."""
    return word_classes("rule_words.tsv")[name]


@cache
def lexicon() -> "Lexicon":
    """Return the lexicon, read once."""
    return Lexicon(tuple(_entries()))


class Lexicon:
    """Phrases of folded words, with their readings; the longest phrase at a place wins."""

    __slots__ = ("_alone", "_met", "_phrases", "joining")

    def __init__(self, entries: tuple[tuple[str, Entry], ...]) -> None:
        """Index the entries: single words, and longer phrases by their first two words, the longest first."""
        together: dict[tuple[str, ...], list[Entry]] = {}
        for phrase, entry in entries:
            kept = together.setdefault(tuple(phrase.replace("'s ", " 's ").split()), [])  # as texts are cut to words
            if entry not in kept:
                kept.append(entry)
        self._alone: dict[str, list[Entry]] = {}
        self._phrases: dict[str, dict[str, list[tuple[tuple[str, ...], list[Entry]]]]] = {}
        self._met: dict[str | tuple[str, ...], Readings] = {}  # of the words and phrases that reports have held
        for words, kept in sorted(together.items(), key=lambda item: -len(item[0])):
            if len(words) == 1:
                self._alone[words[0]] = kept
            else:
                self._phrases.setdefault(words[0], {}).setdefault(words[1], []).append((words, kept))
        titles = {word.removesuffix(".") for word in self._alone if word.endswith(".")}
        # The words that may be one with what follows: a phrase, a title with its full stop, an apostrophe with its "s".
        self.joining = frozenset((*self._phrases, *titles, "'"))

    def phrases(self, chosen: Callable[[Entry], bool]) -> Iterator[str]:
        """Yield every phrase with a reading that is chosen."""
        yield from (word for word, entries in self._alone.items() if any(map(chosen, entries)))
        for seconds in self._phrases.values():
            for known in seconds.values():
                yield from (" ".join(words) for words, entries in known if any(map(chosen, entries)))

    def longest(self, folded: tuple[str, ...], at: int) -> tuple[int, Readings]:
        """Return how many words from `at` on make the longest known phrase, and its readings; 1 and none for none."""
        word = folded[at]
        seconds = self._phrases.get(word)
        if seconds is not None and at + 1 < len(folded):
            for words, entries in seconds.get(folded[at + 1], ()):
                if folded[at : at + len(words)] == words:
                    return len(words), self._met.get(words) or self._read(words, entries)
        return 1, self.alone(word)

    def alone(self, word: str) -> Readings:
        """Return the readings of a word by itself."""
        known = self._met.get(word)
        if known is None:
            known = self._read(word, self._alone[word]) if word in self._alone else UNREAD
        return known

    def _read(self, words: str | tuple[str, ...], entries: list[Entry]) -> Readings:
        found = self._met[words] = Readings(entries)
        return found


def plural(noun: str) -> str:
    """Return the regular English plural.

    >>> plural("bus"), plural("baby"), plural("airstrike")
    ('buses', 'babies', 'airstrikes')
    """
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def inflect(lemma: str, irregular: str = "") -> dict[Form, str]:
    """Return the forms of a verb; `irregular` lists past, participle, -ing and third person as far as they differ.

    >>> inflect("bury")[Form.PAST], inflect("carry out")[Form.ING], inflect("slay", "slew, slain")[Form.PARTICIPLE]
    ('buried', 'carrying out', 'slain')
    """
    verb, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    if verb.endswith("e"):
        past, ing = verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        past, ing = verb[:-1] + "ied", verb + "ing"
    else:
        past, ing = verb + "ed", verb + "ing"
    forms = {
        Form.BASE: lemma,
        Form.THIRD: plural(verb) + tail,
        Form.PAST: past + tail,
        Form.PARTICIPLE: past + tail,
        Form.ING: ing + tail,
    }
    given = [form.strip() for form in irregular.split(",") if form.strip()]
    forms.update(zip((Form.PAST, Form.PARTICIPLE, Form.ING, Form.THIRD), given, strict=False))
    return forms


def _entries() -> Iterator[tuple[str, Entry]]:
    yield from _verbs()
    yield from _nouns("people.tsv", "people")
    yield from _nouns("attacks.tsv", "attack")
    yield from _nouns("weapons.tsv", "weapon")
    yield from _nouns("objects.tsv", "object")
    yield from _nouns("damage.tsv", "damage")
    yield from _nouns("actors.tsv", "actor")
    yield from _nouns("groups.tsv", "group")
    for word, forms, effect, form in rows("effects.tsv"):
        pos = Pos.STATE if form == "state" else Pos.NOUN
        yield from _noun(word, forms, Sense("effect", effect, form), pos)
    for kind, words in rows("function.tsv"):
        for word in map(str.strip, words.split(",")):
            if kind == "unreal":
                yield word, Entry(word, Pos.NOUN, Form.SINGULAR, Sense("unreal", word))
            else:
                yield word, Entry(word, Pos.FUNCTION, Form.FIXED, Sense("function", kind))


def _verbs() -> Iterator[tuple[str, Entry]]:
    for lemma, sense, frame, *irregular in rows("verbs.tsv"):
        domain, value = sense.split(":")
        yield from _verb(lemma, irregular[0] if irregular else "", Sense(f"{domain}-verb", value, frame))
    for lemma, *rest in rows("common_verbs.tsv"):
        yield from _verb(lemma, rest[0] if rest else "", None)
        if "noun" in rest[1:]:
            yield lemma, Entry(lemma, Pos.NOUN, Form.SINGULAR)
            yield plural(lemma), Entry(lemma, Pos.NOUN, Form.PLURAL)


def _verb(lemma: str, irregular: str, sense: Sense | None) -> Iterator[tuple[str, Entry]]:
    for form, word in inflect(lemma, irregular).items():
        yield word, Entry(lemma, Pos.VERB, form, sense)


def _nouns(table: str, domain: str) -> Iterator[tuple[str, Entry]]:
    for words, forms, value, *detail in rows(table):
        for word in spelled_out(words):
            yield from _noun(word, forms, Sense(domain, value, detail[0] if detail else ""), Pos.NOUN)


def spelled_out(words: str) -> Iterator[str]:
    """Yield every phrase that alternatives in a row make.

    >>> list(spelled_out("car|van laden|packed with explosives"))[1:3]
    ['car packed with explosives', 'van laden with explosives']
    """
    yield from map(" ".join, product(*(slot.split("|") for slot in words.split())))


def _noun(word: str, forms: str, sense: Sense, pos: Pos) -> Iterator[tuple[str, Entry]]:
    yield word, Entry(word, pos, Form.SINGULAR, sense)
    if forms != "-":
        yield forms or plural(word), Entry(word, pos, Form.PLURAL, sense)
