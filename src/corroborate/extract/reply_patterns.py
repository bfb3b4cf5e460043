"""How parties answer allegations, from replies.tsv: each row a construction of words, classes of words and gaps."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from corroborate.errors import SettingsError
from corroborate.extract.actors import names_doer, nationalities
from corroborate.extract.lexicon import lexicon, rows

Phrase = tuple[str, ...]
PARTY = "WHO"  # the class that is made of the tables of actors
_OWN = frozenset(("our", "its", "their", "us"))
_FIELDS = 5  # of a row: id, reading, construction, example, counterexample


class Reading(StrEnum):
    """What a reply comes to."""

    DENIED = "denied"
    UNPROVEN = "unproven"
    ADMITTED = "admitted"


class Sort(StrEnum):
    """What an item of a construction stands for: words, the party, a gap, the ends of what the reply is about."""

    WORDS = "words"
    PARTY = "party"
    GAP = "..."
    OPEN = "["
    CLOSE = "]"


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a construction; of `phrases` one stands there."""

    sort: Sort
    phrases: frozenset[Phrase] = frozenset()
    optional: bool = False

    def longest(self, words: Phrase, at: int) -> int:
        """Return where the longest of its phrases ends that stands at an index, 0 where none does."""
        return longest(self.phrases, words, at)


@dataclass(frozen=True, slots=True)
class Construction:
    """A row of replies.tsv: its id, what it means, its items, a sentence that it reads and one that it leaves."""

    id: str
    reading: Reading
    items: tuple[Item, ...]
    example: str
    counterexample: str

    @property
    def needed(self) -> tuple[frozenset[str], ...]:
        """Return sets of words of each of which a sentence that it reads holds one, the most telling set first.

        A phrase stands for its longest word; a set with words that hold every sentence together tells least.
        """
        asked = [item for item in self.items if item.sort is Sort.WORDS and not item.optional]
        sets = [frozenset(max(phrase, key=len) for phrase in item.phrases) for item in asked]
        return tuple(sorted(sets, key=lambda words: (any(map(_is_function, words)), len(words))))

    @property
    def beginnings(self) -> frozenset[str]:
        """Return the words at which it can begin."""
        found: set[str] = set()
        for item in self.items:
            found.update(phrase[0] for phrase in item.phrases)
            if item.phrases and not item.optional:
                break
        return frozenset(found)


@cache
def constructions() -> tuple[Construction, ...]:
    """Return the rows of replies.tsv in their order; a SettingsError says what is wrong with one."""
    return tuple(construction(row) for row in rows("replies.tsv"))


def _is_function(word: str) -> bool:
    return bool(lexicon().longest((word,), 0)[1].function)


@cache
def breaks() -> frozenset[Phrase]:
    """Return the phrases that no gap leaps over."""
    return _classes()["BREAK"]


def longest(phrases: frozenset[Phrase], words: Phrase, at: int) -> int:
    """Return where the longest of some phrases ends that stands at an index of words, 0 where none does."""
    most = min(_most_words(phrases), len(words) - at)
    return next((at + n for n in range(most, 0, -1) if words[at : at + n] in phrases), 0)


@cache
def _most_words(phrases: frozenset[Phrase]) -> int:
    return max(map(len, phrases), default=0)


def construction(row: tuple[str, ...]) -> Construction:
    """Return what a row describes; a SettingsError says what is wrong with it."""
    if len(row) != _FIELDS:
        raise SettingsError(f"replies.tsv, {row[0]}: {_FIELDS} columns expected, not {len(row)}")
    name, reading, written, example, counterexample = row
    if reading not in tuple(Reading):
        raise SettingsError(f"replies.tsv, {name}: no reading {reading!r}; there are {', '.join(Reading)}")
    items = tuple(_item(part, name) for part in written.split())
    return Construction(name, Reading(reading), items, example, counterexample)


def _item(written: str, row: str) -> Item:
    if written in (Sort.GAP, Sort.OPEN, Sort.CLOSE):
        return Item(Sort(written))
    names, optional = written.removesuffix("?").split("|"), written.endswith("?")
    if names == [PARTY]:
        return Item(Sort.PARTY, _parties(), optional)
    unknown = next((name for name in names if name.isupper() and name not in _classes()), None)
    if unknown is not None:
        raise SettingsError(f"replies.tsv, {row}: no class {unknown!r} in reply_words.tsv")
    known = (_classes()[name] if name.isupper() else {(name,)} for name in names)
    return Item(Sort.WORDS, frozenset().union(*known), optional)


@cache
def _classes() -> Mapping[str, frozenset[Phrase]]:
    return {
        name: frozenset(tuple(phrase.split()) for phrase in phrases.split(","))
        for name, phrases in rows("reply_words.tsv")
    }


@cache
def _parties() -> frozenset[Phrase]:
    """Return every word and phrase of which the name of a party is made."""
    return frozenset(tuple(name.split()) for name in (*lexicon().phrases(names_doer), *nationalities(), *_OWN))
