"""What part an expression of time plays in its sentence.

It dates an event, a statement, or the report itself; or it measures something, and dates nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from corroborate.locate.time_anchor import Anchor, Unresolved
from corroborate.locate.time_expressions import TimeExpression
from corroborate.locate.time_grammar import Link
from corroborate.locate.time_words import rows
from corroborate.model.document import Passage, PassageKind
from corroborate.model.situation import Interval

_REACH_OF_SPEECH = 6  # words between "said" and "Wednesday"
_REACH_OF_DEEDS = 8  # words between "led" and "Wednesday": "led a team of specialists to Africa on Wednesday"
_REACH_OF_OPENING = 10  # words of the subject between "On Saturday" and "denied"
_REACH_OF_MEASURE = 12  # words between "the heaviest" and "in two years"
_REACH_OF_NOUN = 4  # words between "the August 7" and "bombings"
_HEAD_PASSAGES = 6  # passages in which a bare date may be the report's own
_OPENING_PASSAGES = 3  # passages that may begin with it
_SHORTEST_MEASURE = 3  # days that a superlative or a comparison is measured over
_LONGEST_STATEMENT = 2  # days that "said overnight" may take
_GRACE = timedelta(days=1)


class Role(StrEnum):
    """What an expression dates."""

    EVENT = "event"
    STATEMENT = "statement"
    DATELINE = "dateline"
    COMPARISON = "comparison"
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


@cache
def word_lists() -> Mapping[str, frozenset[str]]:
    """Return the closed lists of words around times, and the verbs of speech and of deeds."""
    lists = {row.cells[0]: frozenset(row.cells[1].split()) for row in rows("time_lists.tsv")}
    words = rows("time_words.tsv")
    verbs = {name: frozenset(row.cells[1] for row in words if row.cells[0] == name) for name in ("SPEECH", "DEED")}
    return lists | verbs


def dated(expression: TimeExpression, passage: Passage, index: int, published: date | None) -> Dated:
    """Return the expression with its role; `index` is the number of its passage in the document."""
    if expression.link is Link.SINCE and _is_premodifier(expression, passage):  # "since the January 1998 bombing"
        expression = replace(expression, link=Link.AT).counted_from(Anchor(published))
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
    if _compares(expression, passage, expression.outcome):
        return Role.COMPARISON
    if expression.link is Link.BEFORE:
        return Role.UNKNOWN
    return Role.STATEMENT if _is_statement(expression, passage) else Role.EVENT


def _is_dateline(expression: TimeExpression, passage: Passage, index: int, published: date | None) -> bool:
    """Say whether a date is the report's own: at its head, bare, the day of publication, after "Published"."""
    lists, tokens, first = word_lists(), passage.tokens, expression.first
    if any(token.folded in lists["published"] for token in tokens[max(0, first - 2) : first]):
        return True
    before = tokens[first - 1].folded if first else ""
    after = tokens[expression.last].folded if expression.last < len(tokens) else ""
    if index < _HEAD_PASSAGES and after == "(" and "MONTH" in expression.words and before not in lists["at"]:
        return True  # "NAIROBI, August 7 (Agency) --"
    if not expression.is_full_date:
        return False
    if (first == 0 and index < _OPENING_PASSAGES) or expression.last - first >= len(tokens) - 2:
        return True
    if before in lists["at"] or published is None or expression.interval is None:
        return False
    near = abs(expression.interval.start - published) <= _GRACE
    return near and (index < _HEAD_PASSAGES or passage.kind is PassageKind.HEADLINE)


def names_event(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether the words name an event by its day: "the August 7 bombings", "attacks on 7 August"."""
    before = expression.first - 1
    if before > 0 and passage.tokens[before].folded in {"on", "of", "in"}:
        before -= 1
    named = before >= 0 and passage.tokens[before].folded in word_lists()["event_noun"]
    return named or _is_premodifier(expression, passage)


def _is_premodifier(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether the day stands before the noun of an event, inside its phrase."""
    tokens, first, last = passage.tokens, expression.first, expression.last
    if not any(token.folded in word_lists()["event_noun"] for token in tokens[last : last + _REACH_OF_NOUN]):
        return False
    return tokens[first].folded == "the" or _is_inside_noun(expression, passage)


def _is_inside_noun(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether the words stand as "the Saturday …", "for Tuesdays …"."""
    tokens, first = passage.tokens, expression.first
    opened = first > 0 and tokens[first - 1].folded in word_lists()["noun_before"]
    return opened or ("WEEKDAY" in expression.words and tokens[expression.last - 1].folded.endswith("days"))


def _compares(expression: TimeExpression, passage: Passage, interval: Interval) -> bool:
    """Say whether a span measures something: "the heaviest in two years", "the first since 2014", "than in 2016"."""
    if interval.days < _SHORTEST_MEASURE:
        return False
    lists, tokens, first = word_lists(), passage.tokens, expression.first
    if any(token.folded in lists["measured"] for token in tokens[max(0, first - 3) : first]):
        return True
    if expression.link is Link.SINCE:
        first = next((n for n in range(first - 1, -1, -1) if tokens[n].folded == "since"), first)
    elif expression.meaning not in {"back", "so_far", "year"}:
        return False
    return any(token.folded in lists["superlative"] for token in tokens[max(0, first - _REACH_OF_MEASURE) : first])


def _is_statement(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether the day is that of a statement or of a deed of politics or law, not of the violence spoken of."""
    if expression.link is not Link.AT or expression.interval is None or expression.interval.days > _LONGEST_STATEMENT:
        return False
    if _is_inside_noun(expression, passage):
        return False
    return _spoken_before(expression, passage) or _spoken_after(expression, passage)


def _spoken_before(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether a verb governs the day from before it: "said in a statement on Wednesday", "met on Wednesday"."""
    tokens, lists, first = passage.tokens, word_lists(), expression.first
    plain = True
    for back in range(first - 1, max(-1, first - 1 - _REACH_OF_DEEDS), -1):
        word = tokens[back].folded
        if word in lists["DEED"] or (word in lists["SPEECH"] and plain and first - back <= _REACH_OF_SPEECH):
            return not _takes_lives(passage, back)
        if word in lists["SPEECH"] or word in lists["clause"] or word in {",", "for", "over"}:
            return False
        plain = plain and (word in lists["between_speech_and_day"] or tokens[back].text[:1].isupper())
    return False


def _spoken_after(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether a verb of speech follows the day: "Thursday condemned", "On Saturday, the ministry denied"."""
    tokens, lists, opens = passage.tokens, word_lists(), expression.first <= 1
    for at in range(expression.last, min(len(tokens), expression.last + (_REACH_OF_OPENING if opens else 3))):
        word = tokens[at].folded
        if word in lists["SPEECH"] or word in lists["DEED"]:
            return not _takes_lives(passage, at)
        if word in lists["clause"] or (word.endswith("ed") and tokens[at].text.islower()):
            return False
        if not opens and word not in lists["between_day_and_speech"]:
            return False
    return False


def _takes_lives(passage: Passage, at: int) -> bool:
    """Say whether "claimed" takes lives instead of speaking."""
    return any(token.folded in {"life", "lives"} for token in passage.tokens[at + 1 : at + 5])
