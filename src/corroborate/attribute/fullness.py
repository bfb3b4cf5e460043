"""Spellings of one source: which says most of it, and what its words say."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corroborate.attribute.lexicon import lexicon, word_class
from corroborate.attribute.naming import Phrase

_VAGUE = word_class("vague_modifiers")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def bare(name: str) -> str:
    """Return a name without its article."""
    return _ARTICLE.sub("", name)


@lru_cache(maxsize=4096)
def content_words(name: str) -> frozenset[str]:
    """Return the words of a name or description that say something, plural or not, "TV" as "television"."""
    words = {word.casefold().removesuffix("s") for word in re.findall(r"\w+", name)} - _VAGUE
    return frozenset("television" if word == "tv" else word for word in words)


def fuller(other: Phrase, phrase: Phrase, own: frozenset[str]) -> bool:
    """Say whether another phrase says all that a phrase says of its source, and more."""
    if (other.plural != phrase.plural and other.entry is None) or other.group == "person":
        return False
    if other.head and phrase.head and other.head != phrase.head:
        return False  # "the army" is not "the army's press office"
    return bool(own) and own < content_words(other.name)


def fullest(name: str, spelled: Sequence[str]) -> str:
    """Return the fullest of the spellings: the most words, and letters spelled out before an abbreviation."""
    return max((name, *spelled), key=_fullness)


def adjectival(name: str, spelled: Sequence[str]) -> str:
    """Return the spelling with an adjective before that with a possessive ("Syrian army" for "Syria's army")."""
    if name.split(maxsplit=1)[0].casefold() in lexicon().modifiers:
        return name
    same = (other for other in spelled if other.split()[-1].casefold() == name.rsplit(maxsplit=1)[-1].casefold())
    return next((other for other in same if other.split()[0].casefold() in lexicon().modifiers), name)


def _fullness(name: str) -> tuple[int, int, int]:
    """Rank a spelling: names of several words, then abbreviations, then single words ("Observatory")."""
    words = len(name.split())
    plain = bare(name)
    return (2 if words > 1 and not plain.isupper() else 1 if plain.isupper() else 0, words, len(name))
