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
    text, sought = _in_small_letters(document.plain), {""}
    yield from _run_together(document)
    for index, passage in enumerate(document.passages):
        heads = passage.kind is PassageKind.HEADLINE or (index == 0 and len(passage.tokens) <= _TITLE)
        if not heads or len(passage.tokens) < _HEADLINE:
            continue
        end = passage.end + _FARTHEST_COPY
        words = _copied(text, passage, end)
        at = -1 if words in sought else text.find(words, passage.end, end)
        sought.add(words)
        while at >= 0:
            yield at, at + len(words)
            at = text.find(words, at + len(words), end)


def _in_small_letters(text: str) -> str:
    """Return a text by which it is told what is said again: a headline in capitals says what its report says."""
    small = text.lower()
    return small if len(small) == len(text) else text


def _run_together(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the beginning of a passage that stands in it again at once: a title that ran into its first sentence."""
    for passage in document.passages:
        words = passage.words
        for at in range(_HEADLINE, min(len(words) // 2, _TITLE) + 1):
            if words[at] == words[0] and words[at : 2 * at] == words[:at]:
                yield passage.tokens[at].start, passage.tokens[2 * at - 1].end


def _copied(text: str, passage: Passage, end: int) -> str:
    """Return the longest beginning of a headline, of four words or more, that stands again behind it; "" for none."""
    for token in reversed(passage.tokens[_HEADLINE - 1 :]):
        words = text[passage.start : token.end]
        if text.find(words, passage.end, end) >= 0:
            return words
    return ""
