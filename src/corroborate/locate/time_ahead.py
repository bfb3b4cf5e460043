"""Which way a time without a year points: back, as reports mostly look, or ahead."""

from datetime import date, timedelta

from corroborate.locate.time_anchor import Anchor
from corroborate.locate.time_expressions import TimeExpression
from corroborate.locate.time_grammar import Link
from corroborate.locate.time_words import word_lists
from corroborate.model.document import Passage

_REACH_OF_FUTURE = (
    12  # words between "will" and "Monday": "the slated visit of the minister to the capital in September"
)
_REACH_OF_PAST = 12  # words between "was" and "on 14 January"
_REACH_OF_PLAN = 4  # words between "the 14 December" and "elections"
_PLANNED = frozenset({"will", "would", "shall"})
_FAR_BACK = 270  # days back from which a date without a year may as well be the next one
_WEEK, _YEAR = timedelta(days=6), timedelta(days=330)  # how far ahead a weekday and a date without a year may lie


def points_ahead(expression: TimeExpression, passage: Passage, published: date | None) -> bool:
    """Say whether a time lies ahead: "due to take effect on Monday", "will meet in March", "runs until 14 January".

    A date without a year that would lie most of a year back is the next one, unless its clause tells of the past.
    """
    if _is_said_to_be(expression, passage):
        return True
    if published is None or expression.interval is None or not {"MONTH", "DAY"} <= expression.words.keys():
        return False
    far = "YEAR" not in expression.words and (published - expression.interval.start).days > _FAR_BACK
    return far and expression.link is not Link.SINCE and not _is_told_as_past(expression, passage)


def counted_ahead(expression: TimeExpression, published: date | None) -> TimeExpression:
    """Return a time that points ahead as the next such day, instead of the last."""
    if published is None or expression.interval is None or expression.interval.start > published:
        return expression
    if "MONTH" in expression.words and "YEAR" not in expression.words:
        return expression.counted_from(Anchor(published + _YEAR))
    return expression.counted_from(Anchor(published + _WEEK)) if expression.meaning == "weekday" else expression


def _is_said_to_be(expression: TimeExpression, passage: Passage) -> bool:
    lists, tokens, first = word_lists(), passage.tokens, expression.first
    ends = lists["clause"] | lists["SPEECH"] | {","}
    for back in range(first - 1, max(-1, first - 1 - _REACH_OF_FUTURE), -1):
        word = tokens[back].folded
        if word in lists["FUTURE"] and not _is_cause(passage, back):
            return True
        if word in ends or (word in lists["occurred"] and not _is_to_be(passage, back)):
            return False  # "a march is planned over the attack |committed| on Monday"
    return False


def _is_to_be(passage: Passage, at: int) -> bool:
    """Say whether a participle tells what shall be: "to be formally |launched|"."""
    return any(token.folded == "be" for token in passage.tokens[max(0, at - 2) : at])


def _is_cause(passage: Passage, at: int) -> bool:
    """Say whether "due to" tells a cause, "deaths due to shelling", and no plan, "is due to begin"."""
    words = [token.folded for token in passage.tokens[at : at + 2]]
    before = passage.tokens[at - 1].folded if at else ""
    return words == ["due", "to"] and before not in word_lists()["auxiliary"]


def _is_told_as_past(expression: TimeExpression, passage: Passage) -> bool:
    lists, tokens, first = word_lists(), passage.tokens, expression.first
    for back in range(first - 1, max(0, first - 1 - _REACH_OF_PAST), -1):
        word, before = tokens[back].folded, tokens[back - 1].folded
        if word in lists["past"] or word in lists["clause"]:
            break
        if before in lists["ahead"] and word.isalpha() and word not in lists["article"]:
            return False  # "they voiced their will |to return| on 17 October"
    behind = {token.folded for token in tokens[expression.last : expression.last + _REACH_OF_PLAN]}
    if not behind.isdisjoint(lists["affair"]) or not behind.isdisjoint(_PLANNED):
        return False  # "the 14 December |elections|", "on 6 November he |will| meet them"
    near = passage.tokens[max(0, first - _REACH_OF_PAST) : expression.last + _REACH_OF_PAST]
    return any(token.folded in lists["past"] or token.folded.endswith("ed") for token in near)
