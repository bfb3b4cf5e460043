"""A document → the surnames of the persons in it, which also spell the names of places somewhere."""

from collections.abc import Iterator, Sequence

from corroborate.locate.place_words import kinds, words
from corroborate.model.document import Document, PassageKind, Token, TokenKind

_LONGEST_NAME = 4  # words of a person's name


def persons(document: Document) -> frozenset[str]:
    """Return the folded words that the report uses as names of persons: with a title, an age, a voice."""
    bodies = (passage for passage in document.passages if passage.kind is not PassageKind.HEADLINE)
    return frozenset(name for passage in bodies for name in _named(passage.tokens))


def surnames(document: Document) -> frozenset[str]:
    """Return the folded words that end a name of two or three words somewhere in the body: a person's, most often."""
    found = set()
    for passage in document.passages:
        if passage.kind is PassageKind.HEADLINE:
            continue
        tokens = passage.tokens
        for before, word, after in zip(tokens, tokens[1:], [*tokens[2:], None], strict=False):
            ends = after is None or not (_is_name(after) or after.folded in kinds())
            if ends and _is_name(before) and _is_name(word) and _may_be_given(before):
                found.add(word.folded)
    return frozenset(found)


def _may_be_given(token: Token) -> bool:
    """Say whether a capitalised word may be a given name: no word that opens names of places, or sentences."""
    word = token.folded
    return not any(word in words(role) for role in ("head", "compass", "opener", "side")) and word not in kinds()


def _named(tokens: Sequence[Token]) -> Iterator[str]:
    first = 0
    while first < len(tokens):
        if not _is_name(tokens[first]):
            first += 1
            continue
        last = first + 1
        while last < len(tokens) and last - first < _LONGEST_NAME and _is_name(tokens[last]):
            last += 1
        yield from _of_run(tokens, first, last)
        first = last


def _of_run(tokens: Sequence[Token], first: int, last: int) -> Iterator[str]:
    """Yield the words of a run of capitals that are a person's."""
    run = [token.folded for token in tokens[first:last]]
    before = tokens[first - 1].folded if first else ""
    for n, word in enumerate(run[:-1]):
        if word in words("title"):
            yield from run[n + 1 : n + 3]
            return
    speaks = _speaks(tokens, last) and before not in words("locative") | words("directional")
    if _has_age(tokens, last):
        yield from run
    elif before in words("title") or speaks:
        yield run[-1]


def _has_age(tokens: Sequence[Token], last: int) -> bool:
    """Say whether an age follows: "Levy, 59,"."""
    after = tokens[last : last + 3]
    ages = len(after) == 3 and after[0].text == after[2].text == "," and after[1].kind is TokenKind.NUMBER  # noqa: PLR2004
    return ages and after[1].text.isdecimal() and len(after[1].text) <= 2  # noqa: PLR2004 - of no more than two digits


def _speaks(tokens: Sequence[Token], last: int) -> bool:
    return last < len(tokens) and tokens[last].folded in words("voice")


def _is_name(token: Token) -> bool:
    return token.kind is TokenKind.WORD and token.text[0].isupper()
