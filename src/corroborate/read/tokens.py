"""Text → tokens that keep their places."""

import re
from collections.abc import Iterator
from functools import lru_cache

from corroborate.model.document import HIDDEN, Token, TokenKind
from corroborate.read.casing import small_words

# A number may carry thousands separators and one decimal part ("2,000", "1.1", "1 200" is two tokens); an ordinal or
# a unit glued to it ("91st", "24h") is a word. A word keeps inner hyphens and apostrophes ("al-Nu'man", "regime's" is
# "regime" and "'s"), the asterisks with which posts mask words ("de*ath"), and the full stops of an abbreviation
# ("U.S.", "U.S.-led", "incl."). Every other sign stands alone.
_PATTERN = r"""
    (?P<number>\d{1,3}(?:[,\u066c]\d{3})+(?:\.\d+)?(?![\w])|\d+(?:[.\u066b]\d+)?(?![^\W_]))
  | (?P<word>(?:[^\W\d_]\.){2,}(?:-[^\W\d_]+)?|(?i:incl|approx)\.
      |(?:LETTER)+(?:JOINT(?:LETTER)+)*
      |['\u2019](?:s|S)\b)
  | (?P<sign>\S)
    """
_LETTER = r"[^\W_]|[\u0300-\u036f\u064b-\u065f]"
_JOINT = r"(?:\*|[-\u2010\u2011'\u2019\u2018\u02bb\u02bc\u0060](?!s\b|S\b))"
_TOKEN = re.compile(_PATTERN.replace("LETTER", _LETTER).replace("JOINT", _JOINT), re.VERBOSE)
# In some texts words have signs within them that nobody sees, or are broken at a line's end: their tokens have neither.
_BREAK = r"(?<=[a-z])[-\u2010\u00ad]\n(?=[a-z])"
_ANY_UNSEEN = re.compile(rf"[-\u2010]\n|[{HIDDEN}]")
_UNSEEN = re.compile(rf"(?P<hyphen>(?P<left>[a-z]+)[-\u2010]\n(?P<right>[a-z]+))|\u00ad\n|[{HIDDEN}]")
_TOKEN_AMONG_UNSEEN = re.compile(
    _PATTERN.replace("LETTER", f"{_LETTER}|{_BREAK}|[{HIDDEN}]").replace("JOINT", _JOINT), re.VERBOSE
)
_KINDS = {"number": TokenKind.NUMBER, "word": TokenKind.WORD, "sign": TokenKind.PUNCTUATION}
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2019\u2018\u02bb\u02bc\u0060", "'") | dict.fromkeys("\u2010\u2011", "-"))


@lru_cache(maxsize=16_384)
def fold(word: str) -> str:
    """Return the word in the form in which it is matched: case-folded, unmasked, with plain apostrophes and hyphens."""
    return word.translate(_APOSTROPHES).replace("*", "").casefold()


def seen(text: str) -> str:
    r"""Return the text without signs that nobody sees: soft hyphens, joiners, marks of direction; line-end hyphens.

    >>> seen("kil\u00adled, assas-\nsinated, two-\nyear-old")
    'killed, assassinated, two-year-old'
    """
    return _UNSEEN.sub(_seen, text) if _ANY_UNSEEN.search(text) else text


def _seen(match: re.Match[str]) -> str:
    """Return a word that was broken at a line's end: with its hyphen, where without one it is none."""
    if not match["hyphen"]:
        return ""
    whole = f"{match['left']}{match['right']}"
    return whole if whole in small_words() else f"{match['left']}-{match['right']}"


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of text[start:end], in order, none overlapping, with offsets into the whole text."""
    pattern = _TOKEN_AMONG_UNSEEN if _ANY_UNSEEN.search(text, start, end) else _TOKEN
    for match in pattern.finditer(text, start, end):
        word = match[0] if pattern is _TOKEN else seen(match[0])
        if word:
            yield Token(match.start(), match.end(), word, fold(word), _KINDS[match.lastgroup or "sign"])
