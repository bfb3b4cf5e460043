"""Text → paragraphs: lines, put together again where a sentence or a page's width had broken them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

# A paragraph is a line, and the next one where a long line ends in the middle of a sentence: before a small letter, or
# behind a word that another must follow.
_ONWARD = r"""(?<=[^\n]{40})
      (?: (?<=[a-z\d,)\-‐]) \n (?=[a-z])
        | (?: (?<=[ ](?:in|of|on|at|by|to|no|or|an)) | (?<=[ ](?:the|and|was|for)) | (?<=[ ](?:were|that|with|from)) )
          \n (?=[A-Z\d]) )"""
_LINE = re.compile(rf"[^\n]+ (?: {_ONWARD} [^\n]+ )*", re.VERBOSE)
_GOES_ON = re.compile(_ONWARD, re.VERBOSE)
_DATELINE = re.compile(r"[^\W\da-z][^\n]{2,60}\d[^\n]{0,60} (?:--|[–—])(?: [^\n.!?]*)?(?=\n)")  # "Ayn, 7 May -- A"
_WRITTEN = re.compile(r"[^\n]+")
_WIDTHS = range(40, 121)  # characters of a page's width
_FEWEST_BREAKS = 3  # lines broken for a width, to tell
_MOSTLY = 0.6  # of the breaks between lines that follow one another
_NEARLY_ALL = 0.9  # of the same
_LONG = 0.75  # of the width, and more, are lines that were broken by hand, or anew at another width in places
_MANY = 0.4  # of the lines behind a break, which begin with a small letter where sentences go on

Line = tuple[int, int]  # where it starts and ends in the text


def paragraphs(text: str) -> Iterator[Line]:
    """Yield the paragraphs of a text in order; each holds the line breaks that stood inside it.

    A text whose lines were broken to fit a width, as mails and wires are, is told by its breaks: at nearly all of them
    the next line's first word would have gone beyond the longest line. Where empty lines stand between its paragraphs,
    it is enough that nearly all lines before a break are long, and many behind one begin in the middle of a sentence.
    Of the few other lines of such a text, those go on that would in any text, and a dateline.
    """
    lines = [match.span() for match in _WRITTEN.finditer(text)]
    broken = _broken(text, lines)
    if not broken:
        yield from (match.span() for match in _LINE.finditer(text))
        return
    first = 0
    for at in range(len(lines)):
        if at not in broken:
            yield lines[first][0], lines[at][1]
            first = at + 1


def _broken(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines that were broken to fit a width; none where the text was not set so."""
    width = max((len(text[start:end].rstrip()) for start, end in lines), default=0)
    if width not in _WIDTHS:
        return frozenset()
    following = [at for at, (this, after) in enumerate(pairwise(lines)) if after[0] == this[1] + 1]
    full = frozenset(at for at in following if not _fits(text, lines[at], lines[at + 1], width))
    is_set, joined = len(full) >= max(_FEWEST_BREAKS, _MOSTLY * len(following)), full
    if len(following) < len(lines) - 1:
        joined = frozenset(at for at in following if not _fits(text, lines[at], lines[at + 1], int(width * _LONG)))
        small = [at for at in joined if text[slice(*lines[at + 1])].lstrip()[:1].islower()]
        most = max(_FEWEST_BREAKS, _NEARLY_ALL * len(following))
        is_set = is_set or (len(joined) >= most and len(small) >= _MANY * len(joined))
    if not is_set:
        return frozenset()
    return joined | {
        at for at in following if _GOES_ON.match(text, lines[at][1]) or _DATELINE.match(text, lines[at][0])
    }


def _fits(text: str, this: Line, after: Line, width: int) -> bool:
    """Say whether the first word of a line would have stood on the line before, or the line only repeats that one."""
    words, again = text[slice(*after)], text[slice(*this)]
    first = words.split(None, 1)[:1]
    return words == again or len(again.rstrip()) + 1 + len("".join(first)) <= width
