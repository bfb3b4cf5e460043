"""Expressions of time that date nothing in their sentence: a house number, a span from another event, whose youth."""

from corroborate.locate.time_expressions import TimeExpression
from corroborate.locate.time_grammar import Link
from corroborate.locate.time_words import word_lists
from corroborate.model.document import Passage

_LONGEST_STREET = 4  # words of "1935 Old Orchard St."
_REACH_OF_OWNED = 5  # words between "last month's" and the event that it dates
_OWNS = frozenset(("'s", "’s"))
_SPAN_WITHIN = "in-n"  # the rule that reads "within a week"
_FROM = frozenset(("of", "after", "from", "before"))


def is_stray(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether words only look like the time of an event."""
    return (
        _is_house_number(expression, passage)
        or _is_span_from_event(expression, passage)
        or _owns_no_event(expression, passage)
    )


def is_as_of(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether a day is that of the figures told, and of no event: "the latest toll |as of| Monday"."""
    tokens, first = passage.tokens, expression.first
    return [token.folded for token in tokens[max(0, first - 2) : first]] == ["as", "of"]


def _is_house_number(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether a number is that of a house: "of |1935| Orchard St."."""
    if "YEAR" not in expression.words or "MONTH" in expression.words:
        return False
    for token in passage.tokens[expression.last : expression.last + _LONGEST_STREET]:
        if not token.text[:1].isupper():
            return False
        if token.folded in word_lists()["street"]:
            return True
    return False


def _is_span_from_event(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether a span is counted from what is told behind it: "died |within a week| of his capture"."""
    following = passage.tokens[expression.last : expression.last + 1]
    within = passage.tokens[expression.first].folded == "within"
    return expression.rule == _SPAN_WITHIN and within and any(token.folded in _FROM for token in following)


def _owns_no_event(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether a time owns what is no event: "|today|'s youth", "|Monday|'s newspaper"; not "Monday's deaths"."""
    owned = _owned(expression, passage)
    return bool(owned) and expression.link is Link.AT and owned.isdisjoint(_events())


def owns_event(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether a time owns an event: "|last year|'s embassy bombings"."""
    return not _owned(expression, passage).isdisjoint(_events())


def _owned(expression: TimeExpression, passage: Passage) -> frozenset[str]:
    """Return the words in which stands what a time owns, none where it owns nothing."""
    tokens, last = passage.tokens, expression.last
    owner = last if any(token.folded in _OWNS for token in tokens[last : last + 1]) else last - 1
    if tokens[owner].folded not in _OWNS:
        return frozenset()
    return frozenset(token.folded for token in tokens[owner + 1 : owner + 1 + _REACH_OF_OWNED])


def _events() -> frozenset[str]:
    return word_lists()["event_noun"] | word_lists()["toll_noun"]
