"""A document → the surnames of the persons in it, which also spell the names of places somewhere."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from corroborate.locate.place_words import kinds, words
from corroborate.model.document import Document, Passage, PassageKind, Token, TokenKind

_WORD = TokenKind.WORD
_LONGEST_NAME = 4  # words of a person's name
_LONGEST_AGE = 2  # digits


def persons(document: Document) -> frozenset[str]:
    """Return the folded words that the report uses as names of persons: with a title, an age, a voice."""
    bodies = (passage for passage in document.passages if passage.kind is not PassageKind.HEADLINE)
    return frozenset(name for passage in bodies for name in _named(passage))


def surnames(document: Document) -> frozenset[str]:
    """Return the folded words that end a name of two or three words somewhere in the body: a person's, most often."""
    found = set()
    for passage in document.passages:
        if passage.kind is PassageKind.HEADLINE:
            continue
        tokens = passage.tokens
        for n, after in pairwise(passage.capitals):
            last = after + 1
            ends = last == len(tokens) or not (_is_name(tokens[last]) or tokens[last].folded in kinds())
            beside = after == n + 1 or (after == n + 2 and tokens[n + 1].text == "." and len(tokens[n].text) == 1)
            if beside and ends and _may_be_given(tokens[n]):
                found.add(tokens[after].folded)
    return frozenset(found)


def _may_be_given(token: Token) -> bool:
    """Say whether a capitalised word may be a given name: no word that opens names of places, or sentences."""
    word = token.folded
    return not any(word in words(role) for role in ("head", "compass", "opener", "side")) and word not in kinds()


def _named(passage: Passage) -> Iterator[str]:
    tokens, first = passage.tokens, -1
    for n in passage.capitals:
        if n < first:
            continue
        first = n + 1
        while first < len(tokens) and first - n < _LONGEST_NAME and _is_name(tokens[first]):
            first += 1
        yield from _of_run(tokens, n, first)


def _of_run(tokens: Sequence[Token], first: int, last: int) -> Iterator[str]:
    """Yield the words of a run of capitals that are a person's."""
    run = [token.folded for token in tokens[first:last]]
    before = tokens[first - 1].folded if first else ""
    for n, word in enumerate(run[:-1]):
        if word in words("title"):
            yield from run[n + 1 : n + 3]
            return
    speaks = _speaks(tokens, last) and before not in words("locative", "directional")
    if is_age(tokens, last):
        yield from run
    elif before in words("title"):
        yield from run[1:] or run
    elif speaks:
        yield run[-1]


def is_age(tokens: Sequence[Token], last: int) -> bool:
    """Say whether an age follows: "Levy, 59,", and where commas are lost, "Levy 59 who"."""
    after = tokens[last : last + 3]
    if [token.text for token in after[::2]] == [",", ","]:
        age = after[1]
    elif len(after) > 1 and after[1].folded in words("of-age"):
        age = after[0]
    else:
        return False
    return age.kind is TokenKind.NUMBER and age.text.isdecimal() and len(age.text) <= _LONGEST_AGE


def _speaks(tokens: Sequence[Token], last: int) -> bool:
    return last < len(tokens) and tokens[last].folded in words("voice")


def _is_name(token: Token) -> bool:
    return token.text[0].isupper() and token.kind is _WORD
