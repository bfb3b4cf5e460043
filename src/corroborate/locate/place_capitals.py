"""A sentence → where it speaks of a country's capital without its name: "the Honduran capital"."""

from collections.abc import Iterator

from corroborate.locate.place_sentence import Sentence
from corroborate.locate.place_words import capitals, nations, words
from corroborate.model.document import TokenKind
from corroborate.model.situation import Place

CAPITAL = frozenset(("capital", "capitals"))
_TELLING = frozenset((",", "(", "-", "is", "was", "as"))
_BEFORE_NAME = frozenset((",", "of", "city", "("))


def meant_capitals(sentence: Sentence) -> Iterator[tuple[int, int, Place]]:
    """Yield the token ranges that mean a capital, each with its place; none where the name of one follows.

    "The Kenyan and Ugandan capitals" are two.
    """
    for i, word in enumerate(sentence.passage.words):
        if word not in CAPITAL or _is_named(sentence, i) or not _ends(sentence, i + 1):
            continue
        last = i + 1
        for end in (i, *([i - 2] if word == "capitals" and sentence.word(i - 2) == "and" else [])):
            first = _nation_before(sentence, end)
            place = None if first == end else _capital(sentence, first, end)
            if place is not None and not _tells_of_name(sentence, first):
                yield first, last, place
            last = first - 1


def _is_named(sentence: Sentence, i: int) -> bool:
    """Say whether the name follows: "the Kenyan capital Nairobi", "the Kenyan capital, Nairobi"."""
    return sentence.is_name(i + 1) or (sentence.word(i + 1) in _BEFORE_NAME and sentence.is_name(i + 2))


def _tells_of_name(sentence: Sentence, first: int) -> bool:
    """Say whether words only tell what a name is: "Nairobi, the Kenyan capital", "Nairobi is the Kenyan capital"."""
    at = first - 1 - (sentence.word(first - 1) == "the")
    return sentence.word(at) in _TELLING and sentence.is_name(at - 1)


def _ends(sentence: Sentence, at: int) -> bool:
    """Say whether no noun goes on, as in "capital markets"."""
    if at >= len(sentence.tokens) or sentence.tokens[at].kind is TokenKind.PUNCTUATION:
        return True
    word = sentence.word(at)
    return word in words("follower", "calendar") or word in ("'s", "’s", "last", "early", "late", "yesterday", "today")


def _nation_before(sentence: Sentence, end: int) -> int:
    """Return where the adjective of a nation begins that ends at a word; the word itself where none does."""
    if f"{sentence.word(end - 2)} {sentence.word(end - 1)}" in nations():
        return end - 2
    return end - 1 if sentence.word(end - 1) in nations() else end


def _capital(sentence: Sentence, first: int, end: int) -> Place | None:
    code = nations()[" ".join(sentence.word(i) for i in range(first, end))]
    found = sentence.gazetteer.find(capitals()[code]) if code in capitals() else ()
    return next((place for place in found if place.country == code), None)
