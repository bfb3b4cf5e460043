"""Mentions → the times in their own sentences, and the exact days by which coarse times narrow."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corroborate.locate import calendar
from corroborate.locate.time_anchor import Anchor
from corroborate.locate.time_grammar import Link
from corroborate.locate.time_reach import is_one_clause, reaches
from corroborate.locate.time_roles import CLAUSAL, Dated, Role
from corroborate.locate.time_words import word_lists
from corroborate.locate.told_times import Told
from corroborate.locate.undated import is_arrest
from corroborate.model.mention import Mention
from corroborate.model.situation import Granularity, Interval

_LONGEST_COARSE = 31  # days of a month or week that an exact day narrows
# Words by which a time before what it dates is farther than one behind it, unless it opens the sentence: measured on
# news of shootings, where 2 to 12 do better than none.
_INVERTED = 6
_OPENING = ("when", "that", "which")  # of a clause about that since which time is counted
_RECENTLY = "recently"  # the rule that reads it
_LABEL = "month-label"  # the rule that reads the head of an entry for a whole month: "May: four raids …"
_MID = timedelta(days=7)  # how far "mid-March" reaches around its middle


@dataclass(frozen=True, slots=True)
class ExactDays:
    """The days that a report tells to the day: of events, and those since which something has gone on."""

    of_events: frozenset[date]
    begun: frozenset[date]

    def narrowed(self, interval: Interval) -> Interval:
        """Return a whole week or month as the one exact day in it, where the report tells just one."""
        if interval.granularity not in {Granularity.WEEK, Granularity.MONTH} or interval.days > _LONGEST_COARSE:
            return interval
        inside = [day for day in self.of_events if interval.start <= day <= interval.end]
        return calendar.day(inside[0]) if len(inside) == 1 else interval

    def of_time(self, time: Dated) -> Interval | None:
        """Return the days of a time, narrowed; "since mid-March" begins on the day that another "since" names."""
        interval = time.days
        if interval is None:
            return None
        if time.expression.link is Link.SINCE and time.expression.words.get("PART") == "mid":
            begun = [day for day in self.begun if abs(day - interval.start) <= _MID]
            return calendar.span(begun[0], interval.end) if len(begun) == 1 else interval
        turns = time.expression.first == 0 and interval.granularity is Granularity.WEEK
        whole = turns or time.expression.rule == _LABEL  # "Last week, five …" turns to another event
        return interval if whole else self.narrowed(interval)


def exact_days(told: Sequence[Told]) -> ExactDays:
    """Return the days that a report tells to the day."""
    times = [(here, time) for here in told for time in here.of(Role.EVENT) if time.days is not None]
    begun = (time for _, time in times if time.expression.link is Link.SINCE and "DAY" in time.expression.words)
    telling = ((here, time) for here, time in times if not all(map(is_arrest, here.mentions)))
    events = (time for _, time in telling if time.days is not None and time.days.days == 1)
    return ExactDays(
        of_events=frozenset(time.days.start for time in events if time.days is not None),
        begun=frozenset(time.days.start for time in begun if time.days is not None),
    )


def own_time(here: Told, mention: Mention) -> Dated | None:
    """Return the event's time in the mention's own sentence: inside it, else nearest by clauses, then by words."""
    events = [
        time
        for time in here.of(Role.EVENT)
        if reaches(time, mention, here.passage) and not _stands_before_dateline(here, time, mention)
    ]
    measures = here.of(Role.COMPARISON)
    events += [time for time in measures if _is_compared(time, mention) or _tells_beginning(here, time, mention)]
    nearest = min(
        (*events, *_vague(here, mention, events)), key=lambda time: _distance(here, time, mention), default=None
    )
    if nearest is None or nearest.role is Role.VAGUE:
        return None
    return _beginning(here, nearest, mention)


def _stands_before_dateline(here: Told, time: Dated, mention: Mention) -> bool:
    """Say whether the report's own date stands between a time and a mention, where headline and lead were joined.

    A date that only explains the time is none such: "On Tuesday evening, 6 February 2018".
    """
    low, high = time.expression.start, mention.span.start
    return any(low < line.expression.start < high and line.days != time.days for line in here.of(Role.DATELINE))


def _vague(here: Told, mention: Mention, events: Sequence[Dated]) -> Sequence[Dated]:
    """Return the words that fix no day and may leave a mention without one of its sentence's: "in recent weeks".

    A day that opens the sentence is that of all of it, and "recently" tells of its own verb alone.
    """
    if not events or any(time.expression.first <= 1 for time in events):
        return ()
    told = (time for time in here.of(Role.VAGUE) if time.expression.rule != _RECENTLY)
    return [time for time in told if reaches(time, mention, here.passage)]


def _is_compared(time: Dated, mention: Mention) -> bool:
    """Say whether a mention is what another is measured by, with a time of its own: "compared with 40 in 2016"."""
    opening = mention.span.quote.partition(" ")[0].casefold()
    return opening in word_lists()["measured"] and mention.span.start <= time.expression.start < mention.span.end


def _beginning(here: Told, time: Dated, mention: Mention) -> Dated:
    """Return of "since 7 May, when a bomb went off" the day itself, for what happened when it began."""
    if time.days is None or not _tells_beginning(here, time, mention):
        return time
    at = replace(time.expression, link=Link.AT)
    return replace(time, expression=at.counted_from(Anchor(time.days.end)))


def _tells_beginning(here: Told, time: Dated, mention: Mention) -> bool:
    """Say whether a mention tells of that since which time is counted: with "when" or "that" behind "since 7 May".

    Or before the day: "the first since |a bomb killed 9| on 7 May"; not "since |fighting| broke out on 7 May".
    """
    if time.expression.link is not Link.SINCE:
        return False
    tokens, lists = here.passage.tokens, word_lists()
    if mention.span.start < time.expression.end:
        since = next((n for n in range(time.expression.first - 1, -1, -1) if tokens[n].folded == "since"), None)
        if since is None or mention.span.start < tokens[since].start or mention.span.end > time.expression.start:
            return False
        lasting = lists["launched"] | lists["began"] | lists["surged"]
        return lasting.isdisjoint(token.folded for token in tokens[since : time.expression.first])
    after = [token for token in tokens[time.expression.last :] if token.start <= mention.span.start]
    clause = after[1:] if after[0].text == "," else after
    opening = _OPENING if time.role is Role.COMPARISON else _OPENING[:1]
    return clause[0].folded in opening and is_one_clause(clause)


def _distance(here: Told, time: Dated, mention: Mention) -> tuple[int, int]:
    at, span = time.expression.start, mention.span
    if span.start <= at < span.end:
        return 0, abs(at - mention.trigger.start) if mention.trigger != span else at
    if time.expression.meaning in CLAUSAL and at < span.start:
        return 1, 0  # "two months after |raids|": it opens their clause
    low, high = (span.end - 1, at) if at >= span.end else (at, span.start)
    between = [token.folded for token in here.passage.tokens if low < token.start < high]
    inverted = _INVERTED if at < span.start and time.expression.first > 1 else 0
    return 1 + sum(word in word_lists()["clause"] for word in between), len(between) + inverted
