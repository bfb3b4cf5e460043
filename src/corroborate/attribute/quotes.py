"""Quotations that run over several sentences: where each opens and closes."""

import re

from corroborate.model.document import Document
from corroborate.model.passing import passing

_OPENING, _CLOSING, _EITHER, _END = "“", "”", '"', "¶"
_MARK = re.compile(f"[{_OPENING}{_CLOSING}{_EITHER}]")
_BEFORE_A_WORD = re.compile(r"(?<![^\s(\[—–-])\"(?=\w)")  # of the marks that may open or close, those that open
_LONGEST = 6  # passages; beyond it a mark was left unpaired


@passing
class Quotation:
    """A quotation from passage `first` to passage `last`, inclusive; `closes` is the offset where it ends."""

    first: int
    last: int
    opens: int
    closes: int


def quotations(document: Document) -> tuple[Quotation, ...]:
    """Return the quotations that cross a sentence's end, or fill whole sentences, in order.

    One that is not closed within its paragraph ends with it, where it was opened by a mark that could close as well.
    """
    found: list[Quotation] = []
    marks = _marks(document)
    at = 0
    while at < len(marks) - 1:
        (passage, opens, sign), (last, closes, other) = marks[at], marks[at + 1]
        at += 1
        if sign in (_CLOSING, _END) or last - passage >= _LONGEST:
            continue
        if other == _END and not _BEFORE_A_WORD.match(document.text, opens):
            continue
        if other == sign == _EITHER:
            at += 1
        found.append(Quotation(passage, max(passage, last - 1) if other == _OPENING else last, opens, closes))
    return tuple(found)


def _marks(document: Document) -> list[tuple[int, int, str]]:
    """Return the quotation marks and the ends of paragraphs: the passage in which each stands, and its offset."""
    text = document.text.replace("``", f"{_OPENING} ").replace("''", f"{_CLOSING} ")
    passages = document.passages
    marks = []
    for index, passage in enumerate(passages):
        is_last = index + 1 == len(passages)
        end = len(text) if is_last else passages[index + 1].start
        marks += [(index, mark.start(), mark[0]) for mark in _MARK.finditer(text, passage.start, end)]
        if marks and marks[-1][2] == _EITHER and (is_last or passages[index + 1].paragraph != passage.paragraph):
            marks.append((index, end, _END))
    return marks
