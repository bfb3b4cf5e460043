"""Lines of a text → what each is: headline, body, caption, or what the page says beside its report."""

import re
from collections.abc import Sequence
from enum import StrEnum

from corroborate.model.document import PassageKind
from corroborate.read.furniture import LONGEST, furniture

_ENDED = re.compile(r"(?:[.!?:;؟]|[.!?][\"”’»)\]]+|[\"”’»)\]]+[.!?])\s*$")
_INNER_END = re.compile(r"[a-z\d]{3}[.!?][\"”’)]*\s+[\"“(]?[A-Z]")
_CUT_SHORT = re.compile(r"(?:…|\.\.\.)\s*$")
_LISTED = re.compile(r"\s*(?:[•▪●◦*–—-]|\d{1,3}[.)])\s*\S")
_DATELINE_END = re.compile(r"(?:--|[–—_]|\((?:AP|AFP|Reuters|Xinhua|UPI)\))\s*$")
_ENDS = " \t\r\u200e\u200f\u00a0←→↑↓«»‹›|>·"
_NAME = re.compile(r"(?:[A-Z][\w.'’-]*|al-\w+|el-\w+|bin|and|&)(?:[ /,]+(?:[A-Z][\w.'’-]*|al-\w+|el-\w+|bin|and|&))*$")
_ADDRESS = re.compile(r"[@#/]|\.com\b")
_GLUED = re.compile(r"[a-z)\d][A-Z]")
_LONGEST_HEADLINE = 30  # words
_LONGEST_HEADING = 12
_FEWEST_GLUED = 2  # menu words that lost the space between them: "PoliticsEconomySport"
_WORDS_OF_NAMES = range(2, 7)
_LONGEST_MENU_WORD = 3
_SHORTEST_OTHER_HEADLINE = 4
_FEWEST_IN_A_LIST = (
    3  # other headlines at the end, menu words at the beginning: two may be a heading and its subheading
)


class _Look(StrEnum):
    """What a line looks like, by itself."""

    BLANK = "blank"
    SENTENCE = "sentence"
    LABEL = "label"  # no sentence's end: a headline, a heading, a menu word
    ITEM = "item"  # a label in a list with bullets, or after a colon
    BUTTON = "button"
    RELATED = "related"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    GLUED = "glued"


_BESIDE = frozenset({_Look.BUTTON, _Look.RELATED, _Look.BYLINE, _Look.DATELINE, _Look.GLUED})


def layout(lines: Sequence[str]) -> list[PassageKind]:
    """Return what each line is, in order.

    The rules, each of which makes an aside: furniture (data/furniture.tsv says what), headlines after a line that
    opens a list of related ones and what stands alone between two such lines, three or more headlines at the very end,
    three or more menu words at the very beginning, and names alone at the very end. What is left and ends no sentence
    is a headline or heading.
    """
    looks = [_look(line) for line in lines]
    _mark_items(lines, looks)
    beside = {at for at, look in enumerate(looks) if look in _BESIDE}
    beside |= _related(looks) | _menu(lines, looks) | _names(lines, looks)
    beside |= _tail(lines, looks, beside)
    kinds: list[PassageKind] = []
    is_first = True
    for at, (line, look) in enumerate(zip(lines, looks, strict=True)):
        kinds.append(PassageKind.ASIDE if at in beside else _kind(line, look, is_first=is_first))
        is_first = is_first and (look is _Look.BLANK or at in beside)
    return kinds


def is_furniture(sentence: str) -> bool:
    """Say whether a sentence within a line is what the page says beside its report: pages lose line ends."""
    return _look(sentence) in _BESIDE


def _kind(line: str, look: _Look, *, is_first: bool) -> PassageKind:
    if look is _Look.CAPTION:
        return PassageKind.CAPTION
    longest = _LONGEST_HEADLINE if is_first else _LONGEST_HEADING
    if look is _Look.LABEL and len(line.split(None, longest + 1)) <= longest and not _DATELINE_END.search(line):
        return PassageKind.HEADLINE
    return PassageKind.BODY


def _look(line: str) -> _Look:
    bare = line[: LONGEST + 1].strip(_ENDS)
    if not bare:
        return _Look.BLANK
    if known := furniture(bare):
        return _Look(known)
    if _INNER_END.search(line) or (_ENDED.search(line[-8:]) and not _CUT_SHORT.search(line[-8:])):
        return _Look.SENTENCE
    return _Look.LABEL


def _mark_items(lines: Sequence[str], looks: list[_Look]) -> None:
    in_list = False
    for at, look in enumerate(looks):
        if look is _Look.LABEL and (in_list or _LISTED.match(lines[at])):
            looks[at] = _Look.ITEM
        elif look is _Look.SENTENCE:
            in_list = lines[at].rstrip().endswith(":")
        elif look is not _Look.BLANK:
            in_list = False


def _related(looks: Sequence[_Look]) -> set[int]:
    found: set[int] = set()
    is_open = False
    written = [at for at, look in enumerate(looks) if look is not _Look.BLANK]
    threes = zip(written, written[1:], written[2:], strict=False)
    around = {at: (looks[before], looks[behind]) for before, at, behind in threes}
    for at, look in enumerate(looks):
        if look is _Look.RELATED:
            is_open = True
        elif look is _Look.SENTENCE and around.get(at) == (_Look.RELATED, _Look.RELATED):
            found.add(at)  # "Previous post", a headline that ends as a sentence does, "Next post"
        elif look is _Look.SENTENCE:
            is_open = False
        elif is_open and look is not _Look.BLANK:
            found.add(at)
    return found


def _menu(lines: Sequence[str], looks: Sequence[_Look]) -> set[int]:
    found: list[int] = []
    for at, look in enumerate(looks):
        if look is _Look.BLANK or look in _BESIDE:
            continue
        if look is not _Look.LABEL or not _is_menu_word(lines[at]):
            break
        found.append(at)
    else:
        return set()  # menu words and nothing else: they are all that there is to read
    opening = sum(look in _BESIDE for look in looks[: found[-1]]) if found else 0
    return set(found) if len(found) + opening >= _FEWEST_IN_A_LIST else set()


def _is_menu_word(line: str) -> bool:
    if _ADDRESS.search(line):
        return False
    return len(line.split()) <= _LONGEST_MENU_WORD or len(_GLUED.findall(line)) >= _FEWEST_GLUED


def _names(lines: Sequence[str], looks: Sequence[_Look]) -> set[int]:
    for at in range(len(looks) - 1, 0, -1):
        if looks[at] is _Look.BLANK or looks[at] in _BESIDE:
            continue
        words = len(lines[at].split())
        is_name = looks[at] is _Look.LABEL and words in _WORDS_OF_NAMES and _NAME.match(lines[at].strip()) is not None
        return {at} if is_name and _Look.SENTENCE in looks[:at] else set()
    return set()


def _tail(lines: Sequence[str], looks: Sequence[_Look], beside: set[int]) -> set[int]:
    found: list[int] = []
    for at in range(len(looks) - 1, -1, -1):
        if looks[at] is _Look.BLANK or at in beside:
            continue
        if looks[at] is not _Look.LABEL:
            break
        found.append(at)
    else:
        return set()  # no sentence anywhere: a report in headlines is still a report
    headlines = sum(len(lines[at].split()) >= _SHORTEST_OTHER_HEADLINE for at in found)
    return set(found) if headlines >= _FEWEST_IN_A_LIST else set()
