"""A passage made ready for the reading of its places."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from unicodedata import normalize

from corroborate.model.document import Document, Token, TokenKind, words_in
from corroborate.model.situation import Place, PlaceKind
from corroborate.ports import Gazetteer

SIZE = {kind: rank for rank, kind in enumerate(PlaceKind)}
WORLD, CURATED = "GeoNames", "curated"  # sources of entries: the table of the world; areas that no table has
WELL_KNOWN = 100_000  # people: a town of this size is known by its name alone
ARTICLE = re.compile(r"(?:al|el|an|ar|as|ash|ad|at|az|ed|ez|es|er|en)-[A-Z\u00c0-\u00de'\u2019]", re.ASCII)
_TITLED = 0.7  # of the longer words with a capital: a headline in title case, where a capital says nothing
_STOPPED = 0.85  # and where a full stop ends it: few headlines, and sentences that name many places
_LONGER = 4  # letters
_ENOUGH = 3  # such words, to tell
_BOTH = 2  # entries: a town, and the province that it gives the name
_WORD = TokenKind.WORD
_REGION, _COUNTRY = PlaceKind.REGION, PlaceKind.COUNTRY

Name = tuple[str, ...]  # folded words


class Sentence:
    """A passage with its words at hand; a place outside it reads as the empty word.

    `word` gives the folded word at a place, `is_name` says whether a token is written as (part of) a name. Both are
    asked several times of every word, and look it up in a table of the passage.
    """

    word: Callable[[int], str]
    is_name: Callable[[int], bool]

    def __init__(
        self,
        document: Document,
        index: int,
        gazetteer: Gazetteer,
        small: Collection[str] = frozenset(),
        told: Collection[Name] = frozenset(),
    ) -> None:
        """Take the passage of that number.

        `small` are the words that the report writes in small letters somewhere, `told` the names that no
        gazetteer knows and that the report uses as a place's elsewhere.
        """
        self.small = small
        self.told = told
        self.text = document.plain
        self.index = index
        self.passage = document.passages[index]
        self.tokens: Sequence[Token] = self.passage.tokens
        self.gazetteer = gazetteer
        spelled = [token.text if token.kind is _WORD else "" for token in self.tokens]
        self.word = defaultdict(str, enumerate(self.passage.words)).__getitem__
        self.is_name = defaultdict(bool, enumerate(map(_is_named, spelled))).__getitem__
        long = [word for word in spelled if len(word) >= _LONGER]
        raised = sum([word[0].isupper() for word in long])
        least = _TITLED if self.word(len(self.tokens) - 1) != "." else _STOPPED
        self.titled = len(long) >= _ENOUGH and raised >= least * len(long)
        self.opens = next((i for i, word in enumerate(spelled) if word), 0)

    def spelling(self, first: int, last: int) -> str:
        """Return the text of the tokens [first, last)."""
        return words_in(self.text, self.tokens[first].start, self.tokens[last - 1].end)

    def is_told(self, first: int, last: int) -> bool:
        """Say whether the tokens [first, last) are a name that the report uses as a place's elsewhere."""
        first += self.word(first) == "the"
        return bool(self.told) and tuple(self.passage.words[first:last]) in self.told


@lru_cache(maxsize=16_384)
def _is_named(word: str) -> bool:
    first = word[:1]
    raised = first.isupper() or "\u0600" <= first <= "\u06ff"
    return raised or ("-" in word and ARTICLE.match(word) is not None)


def is_spelled(place: Place, name: str) -> bool:
    """Say whether a place of the world is written so, and does not only sound so; of others every name counts."""
    return place.source != WORLD or folded(place.name) == folded(name)


@lru_cache(maxsize=8_192)
def folded(name: str) -> str:
    """Return the letters and digits of a name, without case and accents."""
    return "".join(c for c in normalize("NFKD", name.casefold()) if c.isalnum())


def is_large(place: Place) -> bool:
    """Say whether a place is known by its name alone: a country, a province, a city, a curated place."""
    kind = place.kind
    if SIZE[kind] >= SIZE[_REGION] and place.source != WORLD:
        return True
    return kind is _COUNTRY or (kind is not _REGION and (place.population or 0) >= WELL_KNOWN)


def has_large(entries: Sequence[Place]) -> bool:
    """Say whether a name with these entries is known by itself: that of a city, or of a town and its province."""
    return any(map(is_large, entries[:_BOTH]))
