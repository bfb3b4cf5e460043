"""Nouns that no list names, which the words around them make sources: "the exiles said", "according to filings"."""

from collections.abc import Sequence

from corroborate.attribute.clauses import opens_clause, word_at
from corroborate.attribute.naming import Phrase, cut_name
from corroborate.attribute.phrases import is_plain
from corroborate.attribute.words import ARTICLES, DETERMINERS, NO_NAME, OF, capital
from corroborate.model.document import Token, TokenKind
from corroborate.model.source import SourceKind

_LONGEST_PLAIN = 4  # words of a noun and what stands before it
_LONGEST_BARE = 2  # of those with no article: more are a list ("type location flight patterns")
_PARTICIPLES = ("ed", "ing")
_TYING = OF | {"at", "in", "with", "on", "from"}


def plain_subject(tokens: Sequence[Token], end: int, text: str) -> tuple[Phrase, ...]:
    """Return a noun that no list names, where it alone opens the clause before a verb of saying ("the exiles |said|").

    What ties it to a place or a body may stand behind it ("a driver |at the scene| said").
    """
    noun_end = _before_tie(tokens, end)
    at = _plain_run(tokens, noun_end)
    led_in = at > 0 and tokens[at - 1].folded in DETERMINERS
    first = at - led_in
    if at == noun_end or _is_name(tokens, noun_end - 1) or not (led_in or _is_plural(tokens[noun_end - 1])):
        return ()
    if not opens_clause(tokens, first) or word_at(tokens, first - 1) in _TYING:
        return ()
    return (_phrase(tokens, first, at, noun_end, text),)


def plain_after(tokens: Sequence[Token], start: int, text: str) -> tuple[Phrase, ...]:
    """Return a noun that no list names behind words that only a source can follow ("according to |court filings|")."""
    led_in = start < len(tokens) and tokens[start].folded in ARTICLES
    at = end = start + led_in
    while end < len(tokens) and end - at < _LONGEST_PLAIN and is_plain(tokens[end]) and not capital(tokens[end]):
        if end > at and tokens[end].folded.endswith(_PARTICIPLES):
            break  # "a scientist |interviewed| there"
        end += 1
    bare = _is_plural(tokens[end - 1]) and end - at <= _LONGEST_BARE
    if end == at or _goes_on(tokens, end) or not (led_in or bare):
        return ()
    return (_phrase(tokens, start, at, end, text),)


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Say whether words that end a group of nouns are none of those at tokens[end]."""
    if end == len(tokens) or tokens[end].kind is not TokenKind.WORD:
        return False
    word = tokens[end].folded
    return not (word in NO_NAME or word in OF or word.endswith(_PARTICIPLES))


def _phrase(tokens: Sequence[Token], first: int, at: int, end: int, text: str) -> Phrase:
    return Phrase(
        at,
        end,
        cut_name(tokens, at, end, text),
        SourceKind.UNNAMED,
        "source",
        head=tokens[end - 1].folded,
        plural=_is_plural(tokens[end - 1]),
        definite=tokens[first].folded == "the",
        begins=first,
    )


def _is_plural(token: Token) -> bool:
    return token.folded.endswith("s")


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a token is spelled as a name, and not only since it opens the sentence."""
    return capital(tokens[at]) and not (at == 0 and _is_plural(tokens[at]))


def _before_tie(tokens: Sequence[Token], end: int) -> int:
    """Return the index of a preposition that ties a noun to what stands before tokens[end]; `end` without one."""
    at = _plain_run(tokens, end)
    tie = at - (at > 0 and tokens[at - 1].folded in DETERMINERS) - 1
    return tie if at < end and tie > 0 and tokens[tie].folded in _TYING else end


def _plain_run(tokens: Sequence[Token], end: int) -> int:
    """Return where the words begin, a few at the most, that may be a noun before tokens[end] and what leads it in."""
    at = end
    while at > 0 and end - at < _LONGEST_PLAIN and is_plain(tokens[at - 1]):
        at -= 1
    return at
