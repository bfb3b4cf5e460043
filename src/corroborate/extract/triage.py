"""Triage before grammar: passages without any sign of harm, force or blame cost a look at their words and no more."""

from collections.abc import Iterator
from functools import cache

from corroborate.extract.lexicon import lexicon, rows
from corroborate.model.document import Passage


def stirs(passage: Passage) -> bool:
    """Say whether a passage holds a sign, so that its grammar is worth reading."""
    said = passage.said
    return not _signs().isdisjoint(said) or any("-" in word and _hides(word) for word in said)


def _hides(word: str) -> bool:
    """Say whether a hyphenated word holds a sign, or is one that a hyphen masks ("air-strike", "ki-lled")."""
    signs = _signs()
    return word.replace("-", "") in signs or any(part in signs for part in word.split("-"))


@cache
def _signs() -> frozenset[str]:
    """Return the words of which every passage that is read holds one; a phrase stands for its longest word."""
    phrases = {phrase for source, names in rows("signs.tsv") for phrase in _phrases(source, _parted(names))}
    frames = {noun for _, _, nouns, *_ in rows("frames.tsv") for noun in _parted(nouns)}
    return frozenset(max(phrase.split(), key=len) for phrase in phrases | frames)


def _phrases(source: str, names: frozenset[str]) -> Iterator[str]:
    if source == "words":
        yield from names
    elif source == "lexicon":
        yield from lexicon().phrases(
            lambda entry: entry.sense is not None and entry.sense.domain in names and entry.sense.detail != "light"
        )
    else:
        words = {word for row in rows(source) if row[0] in names or names == {"*"} for word in _parted(row[-1])}
        yield from words
        yield from lexicon().phrases(lambda entry: entry.lemma in words)


def _parted(names: str) -> frozenset[str]:
    return frozenset(name.strip() for name in names.split(","))
