"""The directory of well-known sources: what they are called, what they are, for whom a person speaks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corroborate.attribute.lexicon import rows
from corroborate.model.document import Token
from corroborate.model.passing import passing
from corroborate.model.source import Source, SourceKind

_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_SIGNS = re.compile(r"[\W_]+")
_SHOUTED = 5  # an alias of capitals up to this length is matched as written: WHO is not "who", IS not "is"


@dataclass(frozen=True, slots=True)
class Entry:
    """A source of the directory; `group` is its class in data/sources.tsv (monitor, rescuer, media, place …)."""

    name: str
    kind: SourceKind
    group: str
    country: str
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling of a source, as folded words; `shouted` where only capitals will do."""

    words: tuple[str, ...]
    entry: Entry
    shouted: bool


@passing
class Found:
    """An alias that stands in tokens[start:end]."""

    start: int
    end: int
    entry: Entry


class Directory:
    """Finds the known sources in tokens."""

    def __init__(self, aliases: Sequence[Alias]) -> None:
        """Index the aliases by their words, and their lengths by their first word."""
        self._aliases = {alias.words: alias for alias in aliases}
        lengths: dict[str, set[int]] = {}
        for words in self._aliases:
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}
        self._squashed = {squash(" ".join(words)): alias.entry for words, alias in self._aliases.items()}

    def at(self, tokens: Sequence[Token], start: int) -> Found | None:
        """Return the longest alias that begins at a token."""
        token = tokens[start]
        lengths = self._lengths.get(token.folded)
        if lengths is None:
            return None
        following = tuple([other.folded for other in tokens[start : start + lengths[0]]])
        for length in lengths:
            alias = self._aliases.get(following[:length])
            if alias is None or len(alias.words) != length or (alias.shouted and token.text.upper() != token.text):
                continue
            if length > 1 or not token.text[:1].islower():
                return Found(start, start + length, alias.entry)
        return None

    def scan(self, tokens: Sequence[Token], start: int = 0, end: int | None = None) -> Iterator[Found]:
        """Yield the aliases in tokens[start:end] from the left, none overlapping."""
        stop, behind = len(tokens) if end is None else end, start
        for at in [at for at in range(start, stop) if tokens[at].folded in self._lengths]:
            found = self.at(tokens, at) if at >= behind else None
            if found and found.end <= stop:
                yield found
                behind = found.end

    def named(self, name: str) -> Entry | None:
        """Return the entry that goes by a name, in any of its spellings."""
        alias = self._aliases.get(_words(name))
        return alias.entry if alias else None

    def publisher(self, name: str) -> Entry | None:
        """Return the entry that a publisher's name stands for, spaces and signs aside ("dailysabah")."""
        return self.named(name) or self._squashed.get(squash(name))


def known_source(name: str) -> Source | None:
    """Return the source that the directory knows by a name, in whatever spelling or script; None where it knows none.

    >>> known_source("الخوذ البيضاء").origin
    'Syria Civil Defence'
    """
    entry = directory().named(name)
    return None if entry is None else Source(name, entry.kind, entry.organisation, entry.name)


def squash(name: str) -> str:
    """Return the letters and digits of a name, case and article aside, for names that are written together."""
    return _SIGNS.sub("", _ARTICLE.sub("", name.casefold()))


@cache
def directory() -> Directory:
    """Return the directory of data/sources.tsv, read once."""
    aliases = []
    for row in rows("sources.tsv"):
        name, kind, group, country, organisation, others = (row + [""] * 6)[:6]
        entry = Entry(name, SourceKind(kind), group, country, organisation or None)
        for spelling in (name, *(other.strip() for other in others.split(";"))):
            words = _words(spelling)
            if words:
                aliases.append(
                    Alias(words, entry, len(words) == 1 and spelling.isupper() and len(spelling) <= _SHOUTED)
                )
    return Directory(aliases)


def _words(name: str) -> tuple[str, ...]:
    spaced = name.casefold().replace("’", "'").replace("'s ", " 's ").replace("(", " ( ").replace(")", " ) ")
    words = spaced.removesuffix("'s").split()
    return tuple(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
