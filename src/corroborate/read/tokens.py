"""Text → tokens that keep their places."""

import re
from collections.abc import Iterator
from functools import lru_cache

from corroborate.model.document import Token, TokenKind

# A number may carry thousands separators and one decimal part ("2,000", "1.1", "1 200" is two tokens); an ordinal or
# a unit glued to it ("91st", "24h") is a word. A word keeps inner hyphens and apostrophes ("al-Nu'man", "regime's" is
# "regime" and "'s"), the asterisks with which posts mask words ("de*ath"), and the full stops of an abbreviation
# ("U.S.", "U.S.-led", "incl."). Every other sign stands alone.
_TOKEN = re.compile(
    r"""
    (?P<number>\d{1,3}(?:[,\u066c]\d{3})+(?:\.\d+)?(?![\w])|\d+(?:[.\u066b]\d+)?(?![^\W_]))
  | (?P<word>(?:[^\W\d_]\.){2,}(?:-[^\W\d_]+)?|(?i:incl|approx)\.
      |(?:[^\W_]|[\u0300-\u036f\u064b-\u065f])+(?:(?:\*|[-\u2010\u2011'\u2019\u2018\u02bb\u02bc\u0060](?!s\b|S\b))(?:[^\W_]|[\u0300-\u036f\u064b-\u065f])+)*
      |['\u2019](?:s|S)\b)
  | (?P<sign>\S)
    """,
    re.VERBOSE,
)
_KINDS = {"number": TokenKind.NUMBER, "word": TokenKind.WORD, "sign": TokenKind.PUNCTUATION}
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2019\u2018\u02bb\u02bc\u0060", "'") | dict.fromkeys("\u2010\u2011", "-"))


@lru_cache(maxsize=16_384)
def fold(word: str) -> str:
    """Return the word in the form in which it is matched: case-folded, unmasked, with plain apostrophes and hyphens."""
    return word.translate(_APOSTROPHES).replace("*", "").casefold()


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of text[start:end], in order, none overlapping, with offsets into the whole text."""
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        yield Token(match.start(), match.end(), word, fold(word), _KINDS[match.lastgroup or "sign"])
