"""Places that a sentence describes instead of naming: "the rebel-held east", "a northern district of the city"."""

from collections.abc import Iterator

from corroborate.locate.place_cues import is_held
from corroborate.locate.place_sentence import Sentence
from corroborate.locate.place_words import words

_BEFORE = frozenset(("the", "a", "an", "several", "some", "its", "their", "two", "three", "other", "and"))
_OF_WHAT = frozenset(("the", "this", "that", "its"))


def described(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of described places: words of side or holder before a noun of a part of a place."""
    i = 0
    while i < len(sentence.tokens):
        last = i
        while sentence.word(last) in words("compass") or is_held(sentence.word(last)):
            last += 1
        first, i = i, max(last, i + 1)
        if last == first:
            continue
        if sentence.word(last) in words("described"):
            last += 1
        elif not (is_held(sentence.word(first)) and sentence.word(last - 1) in words("compass-noun")):
            continue
        if _is_placed(sentence, first) and not _is_part_of_name(sentence, last):
            yield first, last


def _is_placed(sentence: Sentence, first: int) -> bool:
    """Say whether something is put there: "in the", "on several", "hit the"."""
    i = first - 1
    while sentence.word(i) in _BEFORE:
        i -= 1
    return sentence.word(i) in words("locative") or sentence.word(i) in words("strikes")


def _is_part_of_name(sentence: Sentence, last: int) -> bool:
    """Say whether what follows is the name of the very place, or holds it as part of its name: "area of Akhtarin"."""
    if sentence.word(last) != "of":
        return sentence.is_name(last)
    after = last + 1
    return sentence.word(after) not in _OF_WHAT or sentence.is_name(after + 1)
