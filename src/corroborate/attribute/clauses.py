"""Clauses: where one begins, and which way a cue reaches from where it stands."""

from collections.abc import Sequence

from corroborate.attribute.cue import Side
from corroborate.attribute.lexicon import word_class
from corroborate.attribute.words import ARTICLES, DATES
from corroborate.model.document import Token, TokenKind

QUOTES = frozenset({'"', "“", "”", "''", "``", "'", "’", "‘", "`"})
_CLAUSE_OPENERS = word_class("clause_openers")
_CLOSERS = word_class("closes_saying") | {""}
TIMES = word_class("when_said")
_ADVERBIAL = word_class("adverbial_openings")
_ADVERBIAL_LENGTH = 7  # words that an opening adverbial has at the most
DAYS = word_class("days")
RELATIVES = frozenset({"who", "which", "that"})
_LEADING = frozenset({"but", "and", "meanwhile", "however"})
_DASHES = frozenset({"-", "–", "—", "--"})
_DATELINE = 20  # tokens
_FINITE = word_class("finite_verbs")


def word_at(tokens: Sequence[Token], at: int) -> str:
    """Return the folded word at a place; nothing outside the passage."""
    return tokens[at].folded if 0 <= at < len(tokens) else ""


def with_article(tokens: Sequence[Token], at: int) -> int:
    """Return where the words at tokens[at] begin with the article before them, if they have one."""
    return at - (word_at(tokens, at - 1) in ARTICLES)


def past_conjunction(tokens: Sequence[Token]) -> int:
    """Return where a sentence begins behind the conjunction ("|But| the monitor said") or dateline that opens it."""
    start = _past_dateline(tokens)
    return start + 1 if start < len(tokens) and tokens[start].folded in _LEADING else start


def _past_dateline(tokens: Sequence[Token]) -> int:
    """Return the index behind a dateline ("TRIPOLI, May 3 (Reuters) – |The army| said"), 0 where there is none."""
    for at in range(1, min(_DATELINE, len(tokens) - 1)):
        if tokens[at].text in _DASHES and tokens[at - 1].text == ")":
            return at + 1 + (tokens[at + 1].text in _DASHES)
    return 0


def opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a clause begins at tokens[at]: at the start, after a comma, a conjunction, or a short adverbial."""
    if at == 0:
        return True
    before = tokens[at - 1]
    if before.text in (",", ";", ":", "—", "–", "-", ")") or before.text in QUOTES or before.folded in _CLAUSE_OPENERS:
        return True
    return (
        at <= _ADVERBIAL_LENGTH
        and not any(finite(token) for token in tokens[:at])
        and (tokens[0].folded in _ADVERBIAL or before.folded in DAYS)
    )


def finite(token: Token) -> bool:
    """Say whether a token is a finite verb that is often told of attacks."""
    return token.folded in _FINITE


def side_of(tokens: Sequence[Token], first: int, end: int, *, closes: bool = False) -> Side:
    """Say which way a cue reaches whose phrase begins at `first` and whose words end at `end`.

    `closes` says that no clause follows which it could take: "it was hit, she told |the AP agency|".
    """
    at = past_times(tokens, end)
    first = with_article(tokens, first)
    if word_at(tokens, at) == "that" or word_at(tokens, end) in (":", "“", '"', "``"):
        return Side.RIGHT
    if first > 0 and (
        tokens[first - 1].text in QUOTES or word_at(tokens, at) in ("", ".", "!", "…") or len(tokens) - at <= 1
    ):
        return Side.LEFT
    told_before = any(finite(token) for token in tokens[:first])
    if closes and told_before:
        return Side.LEFT
    closed = word_at(tokens, at) in _CLOSERS
    if first == 0 or (opens_clause(tokens, first) and not closed):
        return Side.RIGHT
    return Side.LEFT if told_before or closed else Side.RIGHT


def past_times(tokens: Sequence[Token], at: int) -> int:
    """Return the index behind the words that tell when and where something was said ("on Monday |in a statement|")."""
    while at < len(tokens) and (
        tokens[at].folded in TIMES
        or tokens[at].folded in DATES
        or (tokens[at].kind is TokenKind.NUMBER and tokens[at - 1].folded in DATES)
    ):
        at += 1
    return at
