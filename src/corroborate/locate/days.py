"""Mentions → the days on which they lie, from the times that the report tells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from corroborate.locate.time_anchor import Unresolved
from corroborate.locate.time_roles import Dated, Role, word_lists
from corroborate.locate.told_times import LONGEST_EVENT, MainDay, Told, is_old, main_day, told_times, war_days
from corroborate.locate.undated import is_campaign, is_ongoing, is_unverified, is_war_toll
from corroborate.model.document import Document
from corroborate.model.ids import MentionId
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.mention import Mention
from corroborate.model.situation import Granularity, Interval
from corroborate.model.span import Span

Day = tuple[Interval | None, str]
_NOTHING: Day = (None, "untold")
_OWN = ("same-sentence", "statement")  # rules by which a mention has its days from its own sentence
_LONGEST_FRAME = 31  # days that an opening time may span and still frame the sentences after it
_LONGEST_COARSE = 31


@dataclass(frozen=True, slots=True)
class _Story:
    """What the whole report tells of time."""

    main: MainDay
    war: Interval | None
    exact: frozenset[date]
    published: date | None


@dataclass(frozen=True, slots=True)
class _Focus:
    """The days told last, and whether they are the background of fresher news."""

    days: Interval | None = None
    background: bool = False


def days(document: Document, mentions: Sequence[Mention]) -> tuple[Mapping[MentionId, Day], tuple[Issue, ...]]:
    """Return for each mention its days (None where the text gives none) and the rule that chose them.

    Days come from the mention's own sentence, else from what was told just before, else from the main event.
    """
    told = tuple(told_times(document, mentions))
    story = _Story(main_day(told, document.published), war_days(told), _exact_days(told), document.published)
    chosen: dict[MentionId, Day] = {}
    focus = _Focus()
    for here in told:
        found = [(mention.id, _choose(here, mention, focus, story)) for mention in here.mentions]
        chosen.update(found)
        focus = _moved(focus, here, [day for _, day in found], story)
    for mention in mentions:
        chosen.setdefault(mention.id, _NOTHING)
    return chosen, tuple(_issues(document, told))


def _choose(here: Told, mention: Mention, focus: _Focus, story: _Story) -> Day:
    own = _own_time(here, mention)
    if own is not None:
        return _narrowed(own, story.exact)
    if here.of(Role.VAGUE):
        return None, "vague"
    if is_unverified(mention):
        return None, "unverified"
    if is_war_toll(here.passage, mention):
        return story.war, "war-toll"
    if not here.is_heading and is_ongoing(here.passage, mention):
        return None, "ongoing"
    return _from_statement(here, story) or _inherited(here, mention, focus, story)


def _own_time(here: Told, mention: Mention) -> Dated | None:
    """Return the event's time in the mention's own sentence: inside it, else nearest by clauses, then by words."""
    events = [time for time in here.of(Role.EVENT) if not _dates_later_words(time, mention)]
    return min(events, key=lambda time: _distance(here, time, mention), default=None)


def _dates_later_words(time: Dated, mention: Mention) -> bool:
    """Say whether "a week after" stands behind a mention: it dates the words that precede it by no week."""
    return time.expression.meaning == "after_clause" and time.expression.start >= mention.span.start


def _distance(here: Told, time: Dated, mention: Mention) -> tuple[int, int]:
    at, span = time.expression.start, mention.span
    if span.start <= at < span.end:
        return 0, at
    low, high = sorted((at, span.start))
    between = [token.folded for token in here.passage.tokens if low < token.start < high]
    return 1 + sum(word in word_lists()["clause"] for word in between), len(between)


def _narrowed(time: Dated, exact: frozenset[date]) -> Day:
    """Return the days of a time, a whole week or month narrowed to the one exact day in it told elsewhere."""
    interval, rule = time.days, f"same-sentence:{time.expression.rule}"
    if interval is None or interval.granularity not in {Granularity.WEEK, Granularity.MONTH}:
        return interval, rule
    inside = [day for day in exact if interval.start <= day <= interval.end]
    if len(inside) != 1 or interval.days > _LONGEST_COARSE:
        return interval, rule
    return Interval(inside[0], inside[0], Granularity.DAY), f"{rule}+exact-day"


def _exact_days(told: Sequence[Told]) -> frozenset[date]:
    times = (time for here in told if here.mentions for time in here.of(Role.EVENT))
    return frozenset(time.days.start for time in times if time.days is not None and time.days.days == 1)


def _from_statement(here: Told, story: _Story) -> Day | None:
    """Return the day of the statement that tells it; of an earlier main event, where the report has one.

    The day of a deed (a meeting, a charge) is never that of the violence it concerns.
    """
    telling = here.of(Role.STATEMENT) or here.of(Role.DEED)
    if not telling:
        return None
    day, main = telling[0].days, story.main.days
    if main is not None and day is not None and main.start < day.start:
        return main, "told-of-main"
    return (day, "statement") if telling[0].role is Role.STATEMENT else (None, "deed")


def _inherited(here: Told, mention: Mention, focus: _Focus, story: _Story) -> Day:
    main = story.main
    carrying = bool(here.passage.tokens) and here.passage.tokens[0].folded in word_lists()["carrying"]
    days = main.days if focus.background and main.sure and not carrying else focus.days
    if here.is_heading or days is None or focus.days is None:
        return _unless_campaign(here, mention, (main.days, "main-event"))
    return _unless_campaign(here, mention, (days, "focus"))


def _unless_campaign(here: Told, mention: Mention, day: Day) -> Day:
    return (None, "campaign") if not here.is_heading and is_campaign(here.passage, mention) else day


def _moved(focus: _Focus, here: Told, found: Sequence[Day], story: _Story) -> _Focus:
    """Return the days that the next passage may take over: those told here, else those held before."""
    told = next((days for days, rule in found if days is not None and rule.startswith(_OWN)), None)
    if not here.mentions:  # "On 7 August, the ambassador had just ended a talk." frames what follows
        opening = [time.days for time in here.of(Role.EVENT) if time.expression.first <= 1]
        told = next((days for days in opening if days is not None and days.days <= _LONGEST_FRAME), None)
    if told is None:
        return focus
    return _Focus(told, background=told.days > LONGEST_EVENT or is_old(told, story.published))


def _issues(document: Document, told: Sequence[Told]) -> Iterator[Issue]:
    """Yield an issue for every impossible date, and one for the first time that lacks a publication date."""
    lacking = False
    for time in (time for here in told for time in here.times):
        expression = time.expression
        quote = document.text[expression.start : expression.end]
        if expression.outcome is Unresolved.INVALID:
            message = f"“{quote}” is no day of the calendar"
        elif expression.outcome is Unresolved.OPEN and expression.rule == "date-numeric":
            message = f"“{quote}” may be two days: day and month cannot be told apart"
        elif expression.outcome is Unresolved.OPEN and not lacking:
            lacking = True
            message = f"“{quote}” counts from the publication date, which is not known"
        else:
            continue
        span = Span.cut(document.text, expression.start, expression.end)
        yield Issue(IssueKind.UNRESOLVED_DATE, "locate", (document.id,), message, span)
