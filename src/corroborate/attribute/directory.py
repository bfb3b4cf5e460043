"""The directory of well-known sources: what they are called, what they are, for whom a person speaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corroborate.attribute.lexicon import rows
from corroborate.model.document import Token
from corroborate.model.source import SourceKind

_SHOUTED = 5  # an alias of capitals up to this length is matched as written: WHO is not "who", IS not "is"


@dataclass(frozen=True, slots=True)
class Entry:
    """A source of the directory; `group` is its class (monitor, rescuer, body, media, authority, fighters, place, person)."""

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


@dataclass(frozen=True, slots=True)
class Found:
    """An alias that stands in tokens[start:end]."""

    start: int
    end: int
    entry: Entry


class Directory:
    """Finds the known sources in tokens."""

    def __init__(self, aliases: Sequence[Alias]) -> None:
        """Index the aliases by their first word, the longest first."""
        index: dict[str, list[Alias]] = {}
        for alias in aliases:
            index.setdefault(alias.words[0], []).append(alias)
        self._index = {first: sorted(found, key=lambda alias: -len(alias.words)) for first, found in index.items()}
        self._names = {alias.words: alias.entry for alias in aliases}

    def at(self, tokens: Sequence[Token], start: int) -> Found | None:
        """Return the longest alias that begins at a token."""
        for alias in self._index.get(tokens[start].folded, ()):
            end = start + len(alias.words)
            if end <= len(tokens) and all(
                token.folded == word for token, word in zip(tokens[start + 1 : end], alias.words[1:], strict=True)
            ):
                token = tokens[start]
                if alias.shouted and token.text.upper() != token.text:
                    continue
                if len(alias.words) == 1 and token.text[:1].islower():
                    continue
                return Found(start, end, alias.entry)
        return None

    def scan(self, tokens: Sequence[Token], start: int = 0, end: int | None = None) -> Iterator[Found]:
        """Yield the aliases in tokens[start:end] from the left, none overlapping."""
        at, stop = start, len(tokens) if end is None else end
        while at < stop:
            found = self.at(tokens, at) if tokens[at].folded in self._index else None
            if found and found.end <= stop:
                yield found
                at = found.end
            else:
                at += 1

    def named(self, name: str) -> Entry | None:
        """Return the entry that goes by a name, in any of its spellings."""
        return self._names.get(_words(name))

    def names(self) -> Iterator[tuple[tuple[str, ...], Entry]]:
        """Yield every spelling, as folded words, with its entry."""
        yield from self._names.items()


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
                aliases.append(Alias(words, entry, len(words) == 1 and spelling.isupper() and len(spelling) <= _SHOUTED))
    return Directory(aliases)


def _words(name: str) -> tuple[str, ...]:
    spaced = name.casefold().replace("’", "'").replace("'s ", " 's ").replace("(", " ( ").replace(")", " ) ")
    words = spaced.removesuffix("'s").split()
    return tuple(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
