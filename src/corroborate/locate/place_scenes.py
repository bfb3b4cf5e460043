"""Which places are named in passages that share rare words with a passage: one scene, told on.

"Tanner, a plumber, was hit twice" goes with "a plumber called Tanner died in Sarmin", however far apart they stand.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import fsum, log

from corroborate.locate.place_entities import Entity
from corroborate.locate.place_words import words
from corroborate.model.document import Document, Token, TokenKind

_SHORTEST = 4  # letters of a word that tells a scene
_LONGEST_PLAIN = 4  # letters of a word that loses no "s"
_MOST_PASSAGES, _LARGEST_SHARE = 2, 0.35  # a word that more passages have, and a larger share of them, tells none
_LEAST, _STRONG = 2.0, 6.0  # the weight of the words shared: one that is very rare or two that are; and many


class Scenes:
    """The telling words of a report's passages, and how rare each is."""

    def __init__(self, document: Document) -> None:
        """Gather the words of each passage."""
        self._words = [frozenset(_telling(passage.tokens)) for passage in document.passages]
        often = Counter(word for passage in self._words for word in passage)
        most = max(_MOST_PASSAGES, _LARGEST_SHARE * len(self._words))
        self._rarity = {word: log(len(self._words) / times) for word, times in often.items() if times <= most}

    def kin(self, index: int, places: Sequence[Entity], names: frozenset[str]) -> list[tuple[str, ...]]:
        """Return for each place what its passages share with the passage of a number, but for the words of names.

        "top": they share the most, "tie": as much as those of another place, "some": less; "strong" stands beside it
        where they share many words. Nothing is returned where they share next to none.
        """
        own = self._words[index] - names
        shares = [self._most_shared(own, {spot.passage for spot in place.firm} - {index}) for place in places]
        top = max(shares, default=0.0)
        first = "top" if shares.count(top) == 1 else "tie"
        return [_named(share, first if share == top else "some") for share in shares]

    def _most_shared(self, own: frozenset[str], others: Iterable[int]) -> float:
        """Return the weight of the rare words that a passage shares with one of others, at most."""
        rarity = self._rarity.get
        return max((fsum(rarity(word, 0.0) for word in own & self._words[other]) for other in others), default=0.0)


def _named(share: float, name: str) -> tuple[str, ...]:
    return () if share < _LEAST else (name,) if share < _STRONG else (name, f"strong.{name}")


def _telling(tokens: Iterable[Token]) -> Iterable[str]:
    """Yield the words that may tell a scene, in the singular."""
    untelling = words("untelling")
    for token in tokens:
        word = token.folded
        if (
            token.kind is TokenKind.WORD
            and len(word) >= _SHORTEST
            and not word.endswith("ly")
            and word not in untelling
        ):
            yield _singular(word)


def words_of_names(places: Iterable[Entity]) -> frozenset[str]:
    """Return the words of the names of places, which tell where a scene plays and not which it is."""
    named = (toponym for place in places for spot in place.spots for toponym in (*spot.inner, *spot.outer))
    return frozenset(_singular(word) for one in named for word in re.findall(r"\w+", one.name.casefold()))


def _singular(word: str) -> str:
    return word.rstrip("s") if len(word) > _LONGEST_PLAIN else word
