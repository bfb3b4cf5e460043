"""Places that a sentence describes instead of naming: "the rebel-held east", "a northern district of the city"."""

from collections.abc import Iterator

from corroborate.locate.place_cues import is_held
from corroborate.locate.place_sentence import Sentence
from corroborate.locate.place_words import words

_BEFORE = frozenset(("the", "a", "an", "several", "some", "its", "their", "two", "three", "other", "and"))
_OF_WHAT = frozenset(("the", "this", "that", "its"))


def described(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of described places: words of side or holder before a noun of a part of a place."""
    sides = words("compass")
    open_to = 0
    for first, token in enumerate(sentence.tokens):
        if first < open_to or not (token.folded in sides or is_held(token.folded)):
            continue
        last = first + 1
        while sentence.word(last) in sides or is_held(sentence.word(last)):
            last += 1
        open_to = last
        if sentence.word(last) in words("described") and not any(is_held(sentence.word(i)) for i in range(first, last)):
            last += 1
        elif not (is_held(sentence.word(first)) and sentence.word(last - 1) in words("compass-noun")):
            continue  # "rebel-held areas" are anywhere
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
