"""Places that a sentence describes instead of naming: "the rebel-held east", "a northern district of the city"."""

from collections.abc import Iterator
from functools import cache

from corroborate.locate.place_cues import is_held
from corroborate.locate.place_sentence import Sentence
from corroborate.locate.place_words import words

_BEFORE = frozenset(("the", "a", "an", "several", "some", "its", "their", "two", "three", "other", "and"))
_OF_WHAT = frozenset(("the", "this", "that", "its"))
_WHOLE = frozenset(("city", "town", "capital", "village", "province", "enclave", "camp"))
_HEADS = frozenset(("village", "villages", "town", "towns", "area", "areas"))
_OWNS = ("'s", "'")
_MOST_ADJECTIVES = 2


def described(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of described places: words of side or holder, or an owner, before a noun of a part."""
    openers = _openers()
    open_to, before = 0, ""
    for first, word in enumerate(sentence.passage.words):
        opens = word in openers or "-" in word or before in _OWNS
        before = word
        if first < open_to or not opens:
            continue
        last = _sided(sentence, first) or _of_whole(sentence, first) or _owned(sentence, first)
        if last:
            open_to = last
            yield first, last


@cache
def _openers() -> frozenset[str]:
    """Return the words at which a described place can begin that hold no hyphen."""
    return words("compass", "compass-noun", "fringe") | _HEADS


def _sided(sentence: Sentence, first: int) -> int:
    """Return where "northern districts", "rebel-held east" end that begin at a word; 0 where none does."""
    sides = words("compass")
    last = first
    while sentence.word(last) in sides or is_held(sentence.word(last)):
        last += 1
    if last == first:
        return 0
    if sentence.word(last) in words("described") and not any(is_held(sentence.word(i)) for i in range(first, last)):
        last += 1
    elif not (is_held(sentence.word(first)) and sentence.word(last - 1) in words("compass-noun")):
        return 0  # "rebel-held areas" are anywhere
    return last if _is_placed(sentence, first) and not _is_part_of_name(sentence, last) else 0


def _of_whole(sentence: Sentence, first: int) -> int:
    """Return where "outskirts of the capital", "village near the city" end that begin at a word; 0 where none does."""
    head, link = sentence.word(first), sentence.word(first + 1)
    part = (link == "of" and (head in words("fringe") or head in words("compass-noun"))) or (
        link in ("near", "outside") and head in _HEADS
    )
    if not part or sentence.word(first + 2) != "the" or sentence.word(first + 3) not in _WHOLE:
        return 0
    return first + 4 if not _is_named(sentence, first + 3) and _is_placed(sentence, first) else 0


def _owned(sentence: Sentence, first: int) -> int:
    """Return where what follows an owner ends: "Kabul's diplomatic district"; 0 where none does."""
    if sentence.word(first - 1) not in _OWNS or not sentence.is_name(first - 2):
        return 0
    last = first
    while (
        last < first + _MOST_ADJECTIVES and sentence.word(last) not in words("described") and _is_small(sentence, last)
    ):
        last += 1
    return last + 1 if last > first and sentence.word(last) in words("quarter") else 0


def _is_small(sentence: Sentence, i: int) -> bool:
    return i < len(sentence.tokens) and sentence.tokens[i].text.isalpha() and sentence.tokens[i].text.islower()


def _is_placed(sentence: Sentence, first: int) -> bool:
    """Say whether something is put there: "in the", "on several", "hit the"."""
    i = first - 1
    while sentence.word(i) in _BEFORE or sentence.word(i) in words("side"):
        i -= 1
    return sentence.word(i) in words("locative") or sentence.word(i) in words("strikes")


def _is_part_of_name(sentence: Sentence, last: int) -> bool:
    """Say whether what follows is the name of the very place, or holds it as part of its name: "area of Akhtarin"."""
    if sentence.word(last) != "of":
        return sentence.is_name(last)
    return sentence.word(last + 1) not in _OF_WHAT or _is_named(sentence, last + 2)


def _is_named(sentence: Sentence, at: int) -> bool:
    """Say whether the whole that begins at a word is named: "city center of Kobani", "capital Damascus"."""
    if sentence.is_name(at) or sentence.is_name(at + 1):
        return True
    return any(sentence.word(i) == "of" and sentence.is_name(i + 1) for i in (at + 1, at + 2))
