"""Words: what a single token can be in the name of a source."""

from collections.abc import Sequence

from corroborate.attribute.lexicon import Head, lexicon, word_class
from corroborate.model.document import Token, TokenKind

DATES = word_class("dates")
DETERMINERS = word_class("determiners")
ARTICLES = frozenset({"a", "an", "the"})
NO_NAME = word_class("no_names")
OF = frozenset({"of", "for"})
_PARTICLES = word_class("name_particles")
AT = frozenset({"in", "at", "from", "near", "inside", "with", "to", "on"})
_SUFFIXES = (
    "-based",
    "-backed",
    "-led",
    "-run",
    "-affiliated",
    "-linked",
    "-held",
    "-aligned",
    "-funded",
    "-owned",
    "-controlled",
    "-dominated",
    "-installed",
    "-appointed",
    "-allied",
    "-supported",
    "-sponsored",
)


def capital(token: Token) -> bool:
    """Say whether a token is a word of a name: a capital, and no date or function word."""
    if token.kind is not TokenKind.WORD:
        return False
    text = token.text
    if not (text[0].isupper() or (text.startswith(("al-", "el-", "bin-", "abu-")) and text[3:4].isupper())):
        return False
    if text == "WHO":
        return True
    return token.folded not in DATES and token.folded not in NO_NAME and token.folded not in DETERMINERS


def head_of(token: Token) -> Head | None:
    """Return the noun of heads.tsv that a token is, if any."""
    return lexicon().heads.get(token.folded)


def modifies(token: Token) -> bool:
    """Say whether a token may stand before the noun of a source."""
    word = token.folded
    return word in lexicon().modifiers or word.endswith(_SUFFIXES) or word == "'s"


def role(token: Token) -> bool:
    """Say whether a token says what a person is."""
    return token.folded in lexicon().roles


def fits(token: Token) -> bool:
    """Say whether a token may be part of a source phrase."""
    return capital(token) or head_of(token) is not None or role(token) or modifies(token)


def organisational(token: Token) -> bool:
    """Say whether a token in a name belongs to the name of a body rather than of a person."""
    return head_of(token) is not None or modifies(token)


def joins_names(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a small word stands inside a person's name: "Omar |bin| Salman", "Ana |de la| Cruz"."""
    if tokens[at].text not in _PARTICLES:
        return False
    first, last = at - 1, at + 1
    while first > 0 and tokens[first].text in _PARTICLES:
        first -= 1
    while last < len(tokens) - 1 and tokens[last].text in _PARTICLES:
        last += 1
    return first >= 0 and last < len(tokens) and capital(tokens[first]) and capital(tokens[last])
