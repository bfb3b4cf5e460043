"""Quotations that run over several sentences: where each opens and closes."""

import re
from collections.abc import Sequence

from corroborate.model.document import Document
from corroborate.model.passing import passing

_OPENING, _CLOSING, _EITHER = "“", "”", '"'
_MARK = re.compile(f"[{_OPENING}{_CLOSING}{_EITHER}]")
_LONGEST = 6  # passages; beyond it a mark was left unpaired


@passing
class Quotation:
    """A quotation from passage `first` to passage `last`, inclusive; `closes` is the offset where it ends."""

    first: int
    last: int
    opens: int
    closes: int


def quotations(document: Document) -> tuple[Quotation, ...]:
    """Return the quotations that cross a sentence's end, or fill whole sentences, in order."""
    found: list[Quotation] = []
    marks = _marks(document)
    at = 0
    while at < len(marks) - 1:
        (passage, offset, sign), (last, close, other) = marks[at], marks[at + 1]
        opens = sign in (_OPENING, _EITHER)
        if opens and other in (_CLOSING, _EITHER) and last - passage < _LONGEST:
            found.append(Quotation(passage, last, offset, close))
            at += 2
        elif opens and other == _OPENING and last - passage < _LONGEST:
            found.append(Quotation(passage, max(passage, last - 1), offset, marks[at + 1][1]))
            at += 1
        else:
            at += 1
    return tuple(found)


def _marks(document: Document) -> Sequence[tuple[int, int, str]]:
    text = document.text.replace("``", '" ').replace("''", '" ')
    marks = []
    for index, passage in enumerate(document.passages):
        end = document.passages[index + 1].start if index + 1 < len(document.passages) else len(text)
        marks += [(index, mark.start(), mark[0]) for mark in _MARK.finditer(text, passage.start, end)]
    return marks
