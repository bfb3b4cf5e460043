"""What part an expression of time plays in its sentence: it dates an event, a statement, the report itself, or nothing."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from corroborate.locate.time_expressions import Link, TimeExpression, grammar
from corroborate.locate.time_meanings import Unresolved
from corroborate.model.document import Passage, PassageKind
from corroborate.model.situation import Interval

_REACH_OF_SPEECH = 5  # words between "said" and "on Wednesday"
_HEAD_PASSAGES = 6
_GRACE = timedelta(days=1)


class Role(StrEnum):
    """What an expression dates."""

    EVENT = "event"
    STATEMENT = "statement"
    DATELINE = "dateline"
    VAGUE = "vague"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression with the role that it plays."""

    expression: TimeExpression
    role: Role

    @property
    def days(self) -> Interval | None:
        """Return the days that it gives."""
        return self.expression.interval


def dated(expression: TimeExpression, passage: Passage, index: int, published: date | None) -> Dated:
    """Return the expression with its role; `index` is the number of its passage in the document."""
    return Dated(expression, _role(expression, passage, index, published))


def _role(expression: TimeExpression, passage: Passage, index: int, published: date | None) -> Role:
    if expression.outcome is Unresolved.VAGUE:
        return Role.VAGUE
    if expression.outcome is Unresolved.FUTURE:
        return Role.FUTURE
    if not isinstance(expression.outcome, Interval):
        return Role.UNKNOWN
    if _is_dateline(expression, passage, index, published):
        return Role.DATELINE
    if published is not None and expression.outcome.start > published + _GRACE:
        return Role.FUTURE
    return Role.STATEMENT if _is_statement(expression, passage) else Role.EVENT


def _is_dateline(expression: TimeExpression, passage: Passage, index: int, published: date | None) -> bool:
    before = passage.tokens[expression.first - 1].folded if expression.first else ""
    if before in _words("published") or (expression.first > 1 and passage.tokens[expression.first - 2].folded in _words("published")):
        return True
    after = passage.tokens[expression.last].folded if expression.last < len(passage.tokens) else ""
    if index < _HEAD_PASSAGES and after == "(" and "MONTH" in expression.words and before not in _words("at"):
        return True
    whole = expression.last - expression.first >= len(passage.tokens) - 2
    full = "YEAR" in expression.words and "DAY" in expression.words or expression.rule == "date-numeric"
    if not full or before in _words("at") or published is None or expression.interval is None:
        return whole and full
    near = abs(expression.interval.start - published) <= _GRACE
    return whole or (near and (index < _HEAD_PASSAGES or passage.kind is PassageKind.HEADLINE))


def _is_statement(expression: TimeExpression, passage: Passage) -> bool:
    if expression.link is not Link.AT or expression.interval is None or expression.interval.days > 2:  # noqa: PLR2004
        return False
    speech, tokens = grammar().speech, passage.tokens
    for back in range(expression.first - 1, max(-1, expression.first - 1 - _REACH_OF_SPEECH), -1):
        word = tokens[back].folded
        if word in speech:
            return not _takes_lives(passage, back)
        if word not in _words("between_speech_and_day") and not tokens[back].text[:1].isupper():
            break
    after = expression.last
    while after < len(tokens) and tokens[after].folded in _words("between_day_and_speech"):
        after += 1
    return after < len(tokens) and tokens[after].folded in speech and not _takes_lives(passage, after)


def _takes_lives(passage: Passage, at: int) -> bool:
    """Say whether "claimed" takes lives instead of speaking."""
    return any(token.folded in {"life", "lives"} for token in passage.tokens[at + 1 : at + 5])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(grammar().lists[name])
