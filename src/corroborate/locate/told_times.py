"""The times that a report tells, passage by passage, and the spans of its campaign and war."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from corroborate.locate import calendar
from corroborate.locate.campaigns import starts_campaign
from corroborate.locate.day_of_writing import day_of_writing
from corroborate.locate.time_anchor import Anchor
from corroborate.locate.time_expressions import time_expressions
from corroborate.locate.time_grammar import Link
from corroborate.locate.time_roles import LONGEST_EVENT, Dated, Role, dated
from corroborate.locate.time_words import word_lists
from corroborate.model.document import Document, Passage, PassageKind
from corroborate.model.mention import Mention
from corroborate.model.passing import passing
from corroborate.model.situation import Interval

_WAR = 365  # days that a war has lasted at the least when its toll is told
_TOLD = frozenset({Role.STATEMENT, Role.REPORT})
_DASHES = frozenset(("-", "--", "\u2013", "\u2014"))  # behind a dateline
_NEAR = 3  # words between "ended" and "Saturday"
_AFTER_CLAUSE, _TWO = "after_clause", 2  # the meaning of "three days after"
# Meanings that count from the day of a statement where the sentence tells one.
_DEICTIC = frozenset({"back", "running", "days_ago", "overnight", "last_unit", "ago"})


@passing
class Told:
    """A passage with the times that it tells and the mentions made in it."""

    passage: Passage
    times: tuple[Dated, ...]
    mentions: tuple[Mention, ...]

    @property
    def is_heading(self) -> bool:
        """Say whether it is a headline."""
        return self.passage.kind is PassageKind.HEADLINE

    def of(self, role: Role) -> tuple[Dated, ...]:
        """Return the times of one role."""
        return tuple([time for time in self.times if time.role is role]) if self.times else ()


def told_times(document: Document, mentions: Sequence[Mention]) -> Iterator[Told]:
    """Yield every passage in order with its times and mentions; a mention belongs where it begins."""
    written = day_of_writing(document)
    anchor = Anchor(written)
    waiting = sorted(mentions, key=lambda mention: mention.span.start)
    at = 0
    for index, passage in enumerate(document.passages):
        first = at
        while at < len(waiting) and waiting[at].span.start < passage.end:
            at += 1
        found = time_expressions(passage, document.plain, anchor)
        times = _from_event(_from_statement(tuple(dated(expression, passage, index, written) for expression in found)))
        times = _lasting(times, passage)
        here = Told(passage, times, tuple(waiting[first:at]))
        anchor = _anchor(here, written) or anchor
        yield here


def _anchor(told: Told, written: date | None) -> Anchor | None:
    """Return what "the next day" of the passages after counts from: the last event told, else the last statement.

    An event of a few days goes before one that has gone on for long.
    """
    for role in (Role.EVENT, Role.STATEMENT):
        days = sorted(
            (time.days for time in told.of(role) if time.days is not None), key=lambda one: one.days <= LONGEST_EVENT
        )
        if days:
            return Anchor(written, days[-1])
    return None


def _from_statement(times: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """Count "in the last two weeks" or "this morning" from the day of the statement or report in the sentence."""
    told = [time.days for time in times if time.role in _TOLD and time.days is not None and time.days.days == 1]
    if not told:
        return times
    anchor = Anchor(told[0].end, told[0])
    return tuple(
        replace(time, expression=time.expression.counted_from(anchor))
        if time.role is Role.EVENT and time.expression.meaning in _DEICTIC
        else time
        for time in times
    )


def _from_event(times: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """Count "three days after …" that opens a sentence from the day told behind it: "…, they struck on Monday"."""
    if len(times) < _TWO or times[0].expression.meaning != _AFTER_CLAUSE or times[0].expression.first > 1:
        return times
    days = times[1].days
    if times[1].role is not Role.EVENT or times[1].expression.link is not Link.AT or days is None or days.days > 1:
        return times
    first = times[0].expression.counted_from(Anchor(days.start, here=days))
    return (replace(times[0], expression=first), *times[1:])


def _lasting(times: tuple[Dated, ...], passage: Passage) -> tuple[Dated, ...]:
    """Let what lasted have all its days: "Three days of fighting ended Saturday", "began Friday and went on Sunday"."""
    if len(times) < _TWO:
        return times
    found = list(times)
    for at, (first, second) in enumerate(pairwise(times)):
        days = _lasted(first, second, passage)
        if days is not None:
            found[at : at + 2] = [_over(one, days) for one in (first, second) if one.role is Role.EVENT]
    return tuple(found)


def _lasted(first: Dated, second: Dated, passage: Passage) -> Interval | None:
    """Return the days of what began at the first time, or lasted as long as it tells, and ended at the second."""
    if second.role is not Role.EVENT or second.expression.link is not Link.AT:
        return None
    if second.days is None or second.days.days > 1 or first.days is None:
        return None
    lists, between = word_lists(), passage.words[first.expression.last : second.expression.first]
    if first.expression.rule == "days-of":
        opens = first.expression.first <= 1 or passage.words[first.expression.first - 1] in _DASHES
        ended = opens and not lists["ended"].isdisjoint(between[-_NEAR:])
        return first.expression.counted_from(Anchor(second.days.start, here=second.days)).interval if ended else None
    before = passage.words[max(0, first.expression.first - _NEAR) : first.expression.first]
    begun = first.days.days == 1 or first.expression.link is Link.SINCE  # "which began on Friday"
    began = first.role is Role.EVENT and begun and first.days.start < second.days.start
    goes_on = between[:1] == ("and",) and not (lists["ended"] | lists["lasted"]).isdisjoint(between)
    if began and goes_on and not lists["began"].isdisjoint(before):
        return calendar.span(first.days.start, second.days.end)
    return None


def _over(time: Dated, days: Interval) -> Dated:
    return replace(time, expression=replace(time.expression, outcome=days, link=Link.AT))


def campaign_start(told: Sequence[Told]) -> Interval | None:
    """Return the day on which the report's campaign began, None where it tells of none."""
    return next((time.days for here in told for time in here.times if starts_campaign(time, here.passage)), None)


def war_days(told: Sequence[Told], published: date | None) -> Interval | None:
    """Return the span of the war that the report tells of, None where it tells none.

    "Since the war began in March 2011", and "The war began in March 2011." too.
    """
    lists = word_lists()
    for here in told:
        words = here.passage.said
        if lists["war"].isdisjoint(words):
            continue
        for time in (*here.of(Role.EVENT), *here.of(Role.COMPARISON)):
            if time.days is None or published is None or (published - time.days.start).days <= _WAR:
                continue
            started = not lists["began"].isdisjoint(words) or _names_revolt(time, here.passage)
            if time.expression.link is Link.SINCE or started:
                return calendar.span(time.days.start, published)
    return None


def _names_revolt(time: Dated, passage: Passage) -> bool:
    """Say whether a year or month is that of the revolt with which a war began: "the |uprising| in 2011"."""
    before = [token.folded for token in passage.tokens[: time.expression.first][-2:]]
    return before[-1:] in (["in"], ["of"]) and before[0] in word_lists()["revolt"]
