"""Text → passages: headings and sentences, with their tokens."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sentencex import get_sentence_boundaries

from corroborate.model.document import Passage, PassageKind, Token, unmarked, words_in
from corroborate.read.casing import natural
from corroborate.read.layout import is_furniture, layout
from corroborate.read.lines import Line, paragraphs
from corroborate.read.seams import seams
from corroborate.read.tokens import tokens

# A sentence ends where the space behind its stop is lost, and at three points behind a word, before a capital letter.
_GLUED = re.compile(
    r"(?<=[a-z\d”\"’)]{2}[.!?])(?=[A-Z“\"][a-z])|(?<=[.!?][”\"])(?=[A-Z“])"
    r"|(?:(?<=[a-z\d”\"’)]… )|(?<=[a-z\d”\"’)]\.\.\. ))(?=[A-Z“\"][A-Za-z])"
)
# What opens a line and is no part of its sentence: bullets, emoji, arrows, a star with a space behind it.
_BULLETS = re.compile(
    r"^[^\S\n]*(?:(?:[\u00b7\u2022\u2023\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?)+|\*(?=\s))"
    r"[^\S\n]*",
    re.MULTILINE,
)
_INITIAL = re.compile(r"[\W_]?[A-Z]\.$")  # with no white space after it: "anti-U.|S. terrorism" is one sentence
_SHORTENED = re.compile(r"(?<![^\W_])(?:incl|approx)\.\s*$", re.IGNORECASE)
_HOUR = re.compile(r"(?<![^\W_])[ap]\.m\.\s*$", re.IGNORECASE)
_DAY = re.compile(r"\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|\s*(?:GMT|UTC|EDT|EST|PDT|PST)\b")
_LONGEST_PIECE = (
    20_000  # a line without a sentence's end is cut here, at white space, so that no step grows with its length
)
# Tokens of a passage at the most: later stages look back and ahead within one. The longest sentence of 4,000 measured
# reports has 106. What is longer (lists, speeches without a full stop, noise) is cut behind a sign that parts clauses.
_LONGEST_PASSAGE = 300
_PARTING = frozenset((";", ",", ":", ".", "!", "?", ")", "”"))


def passages(text: str, language: str | None = None, *, bare: bool = False) -> Iterator[Passage]:
    """Yield the passages of a text in order.

    A line is a paragraph. A short first line that ends without a full stop is the headline; later ones of that form
    are headings, which count as headlines of what follows. A headline that ran into its report is a passage of its own.
    What the page says beside its report is an aside. Bare passages have no tokens and are not parted so: that is the
    greater part of the work, and a report with nothing to find needs none.
    Text all in capitals or all in small letters is read, and its tokens are spelled, as in a newspaper.
    """
    written = unmarked(text)
    text = natural(written)
    lines = list(paragraphs(text))
    kinds = layout([words_in(text, start, end) for start, end in lines])
    text, written = map(_without_bullets, (text, written))
    first = next((at for at, kind in enumerate(kinds) if kind is not PassageKind.ASIDE), 0)
    for paragraph, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        glued = kind if paragraph != first else PassageKind.HEADLINE
        for start, end, kind_here in _parts(text, None if bare else written, line, (kind, glued), language or "en"):
            if bare:
                yield from _bare(text, start, end, kind_here, paragraph)
                continue
            for found in _clauses(tuple(tokens(text, start, end))):
                yield Passage(found[0].start, found[-1].end, kind_here, paragraph, found)


def _parts(
    text: str, written: str | None, line: Line, kinds: tuple[PassageKind, PassageKind], language: str
) -> Iterator[tuple[int, int, PassageKind]]:
    """Yield the sentences of a line and what each is: of the first kind, and headlines that ran into it of the second.

    What ran together is sought in the text as it is written, where that is given.
    """
    kind, glued = kinds
    for at, (start, end) in enumerate(_sentences(text, *line, language)):
        opens = at == 0 and kind is not PassageKind.ASIDE
        cuts = list(seams(written, start, end)) if opens and written is not None else []
        body = PassageKind.BODY if cuts and kind is PassageKind.HEADLINE else kind
        for first, last in pairwise((start, *cuts, end)):
            is_part = (first, last) != line  # of a line, which as a whole has been looked at
            is_aside = kind is PassageKind.BODY and is_part and is_furniture(words_in(text, first, last))
            yield first, last, PassageKind.ASIDE if is_aside else body if last == end else glued


def _without_bullets(text: str) -> str:
    return _BULLETS.sub(lambda match: " " * len(match[0]), text)


def _bare(text: str, start: int, end: int, kind: PassageKind, paragraph: int) -> Iterator[Passage]:
    words = text[start:end]
    if stripped := words.strip():
        first = start + len(words) - len(words.lstrip())
        yield Passage(first, first + len(stripped), kind, paragraph, ())


def _clauses(found: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """Yield the tokens of a sentence whole, or where they are too many in parts."""
    first = 0
    while len(found) - first > _LONGEST_PASSAGE:
        half, last = first + _LONGEST_PASSAGE // 2, first + _LONGEST_PASSAGE
        cut = next((at + 1 for at in range(last - 1, half, -1) if found[at].text in _PARTING), last)
        yield found[first:cut]
        first = cut
    if found[first:]:
        yield found[first:]


def _sentences(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    for piece_start, piece_end in _pieces(text, start, end):
        held: int | None = None
        piece = text[piece_start:piece_end]
        for boundary in get_sentence_boundaries(language, piece):
            at = piece_start + boundary["start_index"]
            stop = piece_start + boundary["end_index"]
            if stop < piece_end and _is_unended(text, at, stop):
                held = at if held is None else held
                continue
            at, held = (at if held is None else held), None
            for cut in _GLUED.finditer(text, at, stop):
                yield at, cut.start()
                at = cut.start()
            if at < stop:
                yield at, stop


def _is_unended(text: str, start: int, stop: int) -> bool:
    """Say whether the full stop at the end of a stretch is that of an initial, a shortened word, or "a.m. Monday"."""
    if _INITIAL.match(text, max(start, stop - 3), stop) is not None:
        return True
    shortened = _SHORTENED.search(text, max(start, stop - 10), stop) is not None
    return shortened or (
        _HOUR.search(text, max(start, stop - 6), stop) is not None and _DAY.match(text, stop) is not None
    )


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST_PIECE:
        cut = text.rfind(" ", start + 1, start + _LONGEST_PIECE)
        cut = cut if cut > start else start + _LONGEST_PIECE
        yield start, cut
        start = cut
    yield start, end
