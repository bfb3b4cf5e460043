"""The words that the grammar knows, read from the tables in `data/`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_VOWELS = "aeiou"


class Pos(StrEnum):
    """What part a word can play."""

    NOUN = "noun"
    VERB = "verb"
    STATE = "state"
    FUNCTION = "function"


class Form(StrEnum):
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


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table of this stage: tab-separated, "#" opens a comment, fields stripped."""
    text = files("corroborate.extract").joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield tuple(field.strip() for field in line.split("\t"))


@cache
def lexicon() -> "Lexicon":
    """Return the lexicon, read once."""
    return Lexicon(tuple(_entries()))


class Lexicon:
    """Phrases of folded words, with their readings; the longest phrase at a place wins."""

    __slots__ = ("_phrases",)

    def __init__(self, entries: tuple[tuple[str, Entry], ...]) -> None:
        """Index the entries by the first word of their phrase."""
        phrases: dict[str, dict[tuple[str, ...], list[Entry]]] = {}
        for phrase, entry in entries:
            words = tuple(phrase.split())
            kept = phrases.setdefault(words[0], {}).setdefault(words, [])
            if entry not in kept:
                kept.append(entry)
        self._phrases = {
            first: tuple(
                sorted(((words, tuple(kept)) for words, kept in known.items()), key=lambda item: -len(item[0]))
            )
            for first, known in phrases.items()
        }

    def phrases(self, chosen: Callable[[Entry], bool]) -> Iterator[str]:
        """Yield every phrase with a reading that is chosen."""
        for known in self._phrases.values():
            yield from (" ".join(words) for words, entries in known if any(map(chosen, entries)))

    def longest(self, folded: tuple[str, ...], at: int) -> tuple[int, tuple[Entry, ...]]:
        """Return how many words from `at` on make the longest known phrase, and its readings; (1, ()) for none."""
        for words, entries in self._phrases.get(folded[at], ()):
            if folded[at : at + len(words)] == words:
                return len(words), entries
        return 1, ()


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
    for word, forms, value, *detail in rows(table):
        yield from _noun(word, forms, Sense(domain, value, detail[0] if detail else ""), Pos.NOUN)


def _noun(word: str, forms: str, sense: Sense, pos: Pos) -> Iterator[tuple[str, Entry]]:
    yield word, Entry(word, pos, Form.SINGULAR, sense)
    if forms != "-":
        yield forms or plural(word), Entry(word, pos, Form.PLURAL, sense)
