"""Stretches of a report that say one of its headlines again, word for word."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from corroborate.model.document import Document, Passage, PassageKind
from corroborate.model.mention import Mention

_TITLE = 25  # words: a first sentence of no more may be the title of the report, though it ends like a sentence
_HEADLINE = 4  # words: what is shorter may be said twice by chance
_FARTHEST_COPY = 20_000  # characters behind a headline in which it may be said again


class Copies:
    """The stretches of text that say a headline again, but for capitals and its tail ("- World - Daily")."""

    def __init__(self, document: Document) -> None:
        """Seek every headline of four words or more in the text that follows it."""
        found = sorted(_copies(document))
        self._starts = [start for start, _ in found]
        self._ends = list(accumulate((end for _, end in found), max))

    def hold(self, mention: Mention) -> bool:
        """Say whether a mention begins, and has its trigger, in one of the stretches."""
        at = bisect_right(self._starts, mention.span.start)
        return at > 0 and mention.trigger.end <= self._ends[at - 1]


def _copies(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where headlines are said again: by their words, however these are set."""
    yield from _run_together(document)
    text, sought = _Words(document), {""}
    for index, passage in enumerate(document.passages):
        heads = passage.kind is PassageKind.HEADLINE or (index == 0 and len(passage.tokens) <= _TITLE)
        if not heads or len(passage.tokens) < _HEADLINE:
            continue
        first, last = text.after(index)
        words = _copied(text, passage, first, last)
        at = -1 if words in sought else text.said.find(words, first, last)
        sought.add(words)
        while at >= 0:
            yield text.place(at, at + len(words))
            at = text.said.find(words, at + len(words) - 1, last)


class _Words:
    """The folded words of a report, each between two spaces, and where they stand in it."""

    def __init__(self, document: Document) -> None:
        self._tokens = [token for passage in document.passages for token in passage.tokens]
        self._starts = list(accumulate((len(token.folded) + 1 for token in self._tokens), initial=0))
        self._ends = list(accumulate(len(passage.tokens) for passage in document.passages))
        self.said = f" {' '.join(token.folded for token in self._tokens)} "

    def after(self, passage: int) -> tuple[int, int]:
        """Return the stretch of the words behind a passage, as far as a headline is said again."""
        first = self._starts[self._ends[passage]]
        return first, first + _FARTHEST_COPY

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the words, with the spaces around it, stands in the text."""
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1) - 1
        return self._tokens[first].start, self._tokens[last - 1].end


def _run_together(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the beginning of a passage that stands in it again at once: a title that ran into its first sentence."""
    for passage in document.passages:
        words = passage.words
        for at in range(_HEADLINE, min(len(words) // 2, _TITLE) + 1):
            if words[at] == words[0] and words[at : 2 * at] == words[:at]:
                yield passage.tokens[at].start, passage.tokens[2 * at - 1].end


def _copied(text: _Words, passage: Passage, first: int, last: int) -> str:
    """Return the longest beginning of a headline, of four words or more, that stands again behind it; "" for none."""
    for end in range(len(passage.words), _HEADLINE - 1, -1):
        words = f" {' '.join(passage.words[:end])} "
        if text.said.find(words, first, last) >= 0:
            return words
    return ""
