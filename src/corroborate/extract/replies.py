"""What a party answers to an allegation: that it was not so, that it cannot tell, that it did harm."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from corroborate.extract.line import Line
from corroborate.extract.reply_patterns import (
    Construction,
    Item,
    Phrase,
    Reading,
    Sort,
    breaks,
    constructions,
    longest,
)
from corroborate.model.passing import passing

_GAP = 16  # words of "...": the longest gap of a statement that was looked at has fourteen
_MOST_NAMES = 4  # words and names that make one party: "|U.S. or Coalition Forces|"

Stretch = tuple[int, int]


@passing
class Reply:
    """A reply in terms of tokens: [first, last) carries it; `about` and `party` are None where none is told."""

    first: int
    last: int
    reading: Reading
    rule: str
    about: Stretch | None = None
    party: Stretch | None = None


def replies(line: Line) -> list[Reply]:
    """Return the replies that a sentence makes, in the order of its words, none overlapping."""
    words, possible = line.folded, _possible(line.said)
    found: list[Reply] = []
    for at, word in enumerate(words if possible else ()):
        if not (found and at < found[-1].last):
            made = (_read(one.construction, words, at) for one in possible if word in one.beginnings)
            found.extend([reply for reply in made if reply is not None][:1])
    return found


@passing
class _Sought:
    """A construction with its place in the table, the words at which it can begin, and those that it needs."""

    place: int
    construction: Construction
    beginnings: frozenset[str]
    needed: tuple[frozenset[str], ...]


@cache
def _by_word() -> Mapping[str, Sequence[_Sought]]:
    """Return the constructions by each word of their most telling set."""
    found: dict[str, list[_Sought]] = {}
    for place, one in enumerate(constructions()):
        sought = _Sought(place, one, one.beginnings, one.needed)
        for word in sought.needed[0]:
            found.setdefault(word, []).append(sought)
    return found


def _possible(words: frozenset[str]) -> Sequence[_Sought]:
    """Return the constructions that a sentence of these words can hold, in the order of the table."""
    told = {one.place: one for word in _by_word().keys() & words for one in _by_word()[word]}
    return [told[place] for place in sorted(told) if not any(map(words.isdisjoint, told[place].needed))]


def _read(construction: Construction, words: Phrase, at: int) -> Reply | None:
    found = _fit(construction.items, words, Reply(at, at, construction.reading, construction.id))
    return None if found is None or found.last == at else found


def _fit(items: Sequence[Item], words: Phrase, so_far: Reply) -> Reply | None:
    """Return the reply that the items make of the words behind what is read so far, None where they do not fit."""
    if not items:
        return so_far
    item, at = items[0], so_far.last
    if item.sort is Sort.OPEN:
        return _fit(items[1:], words, replace(so_far, about=(at, at)))
    if item.sort is Sort.CLOSE:
        first = so_far.about[0] if so_far.about else at
        return _fit(items[1:], words, replace(so_far, about=(first, at) if first < at else None))
    for end in _ends(item, words, at):
        party = (at, end) if item.sort is Sort.PARTY and end > at else so_far.party
        found = _fit(items[1:], words, replace(so_far, last=end, party=party))
        if found is not None:
            return found
    return None


def _ends(item: Item, words: Phrase, at: int) -> Iterator[int]:
    """Yield where an item that begins at an index may end: words at their longest, a gap at its nearest end first."""
    if item.sort is Sort.GAP:
        yield at
        for end in range(at + 1, min(at + _GAP, len(words)) + 1):
            if longest(breaks(), words, end - 1):
                return
            yield end
        return
    if item.sort is Sort.PARTY:
        yield from _names(item, words, at)
    elif end := item.longest(words, at):
        yield end
    if item.optional:
        yield at


def _names(item: Item, words: Phrase, at: int) -> Iterator[int]:
    """Yield where the party that is named at an index may end, the longest name first."""
    ends: list[int] = []
    while len(ends) < _MOST_NAMES:
        last = ends[-1] if ends else at
        joint = last + (bool(ends) and words[last : last + 1] in (("or",), ("and",)))
        end = item.longest(words, joint)
        if not end:
            break
        ends.append(end)
    yield from reversed(ends)
