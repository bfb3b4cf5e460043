"""Meanings of dates, months, quarters, seasons, years and decades: times that the calendar names."""

from datetime import date, timedelta

from corroborate.locate import calendar
from corroborate.locate.time_anchor import (
    Anchor,
    Outcome,
    Unresolved,
    Words,
    base_day,
    number,
    part,
    past_year,
    said_year,
)
from corroborate.model.situation import Granularity, Interval

_A_MONTH, _MONTHS_BACK = 31, 3  # so that the 31st finds a month
# Years of a decade, first and last, as "early", "mid" and "late" have them.
_DECADE_PARTS = {None: (0, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def full_date(words: Words, anchor: Anchor) -> Outcome:
    """Return the day of a date; the latest such day where no year is said."""
    month, day = number(words, "MONTH"), number(words, "DAY" if "DAY" in words else "ORDINAL")
    year = said_year(words) or past_year(month, day, anchor)
    return calendar.day(date(year, month, day))


def week_at(words: Words, anchor: Anchor) -> Outcome:
    """Return the week that begins, or ends, with a date ("the week ending 21 January")."""
    at = full_date({**words, "ARG": 0}, anchor)
    if not isinstance(at, Interval):
        return at
    return calendar.span(at.start, at.start + number(words, "ARG") * timedelta(days=6))


def day_of(words: Words, anchor: Anchor) -> Outcome:
    """Return a day of this month or the last ("the 5th of this month")."""
    month = calendar.shift_months(base_day(anchor), number(words, "ARG", 0))
    return calendar.day(month.replace(day=number(words, "DAY")))


def day_told(words: Words, anchor: Anchor) -> Outcome:
    """Return the day of a month that is not named ("the 24th"): that of what was told last, or of the month before."""
    now, previous = base_day(anchor), anchor.previous
    near = previous.start if previous and previous.days <= _A_MONTH else now
    months = (calendar.shift_months(near.replace(day=1), -back) for back in range(_MONTHS_BACK))
    ends = ((month, calendar.month(month.year, month.month).end.day) for month in months)
    days = (month.replace(day=number(words, "DAY")) for month, last in ends if number(words, "DAY") <= last)
    return next((calendar.day(when) for when in days if when <= now), Unresolved.VAGUE)


def date_range(words: Words, anchor: Anchor) -> Outcome:
    """Return the days from one date to another."""
    last_month, last_day = number(words, "MONTH2", number(words, "MONTH")), number(words, "DAY2")
    year = said_year(words) or past_year(last_month, last_day, anchor)
    end = date(year, last_month, last_day)
    month, day = number(words, "MONTH"), number(words, "DAY")
    start = date(year if (month, day) <= (last_month, last_day) else year - 1, month, day)
    return calendar.span(start, end)


def month(words: Words, anchor: Anchor) -> Outcome:
    """Return a month, or a third of it; the latest one where no year is said."""
    month = number(words, "MONTH")
    year = said_year(words) or past_year(month, 1, anchor)
    return calendar.month(year, month, part(words))


def month_of_year(words: Words, anchor: Anchor) -> Outcome:
    """Return a month of this year or of the last ("June last year")."""
    return calendar.month(base_day(anchor).year + number(words, "ARG"), number(words, "MONTH"))


def last_month_name(words: Words, anchor: Anchor) -> Outcome:
    """Return the latest month of that name that is over ("last April")."""
    month, now = number(words, "MONTH"), base_day(anchor)
    return calendar.month(now.year if month < now.month else now.year - 1, month)


def month_range(words: Words, anchor: Anchor) -> Outcome:
    """Return the months from one to another."""
    first, last = number(words, "MONTH"), number(words, "MONTH2")
    year = said_year(words) or past_year(last, 1, anchor)
    return calendar.months((year if first <= last else year - 1, first), (year, last))


def year(words: Words, _: Anchor) -> Outcome:
    """Return a year, or a part of it."""
    said = said_year(words)
    return Unresolved.INVALID if said is None else calendar.year(said, part(words))


def decade(words: Words, _: Anchor) -> Outcome:
    """Return a decade, or its first, middle or last years."""
    first, last = _DECADE_PARTS[part(words)]
    start = number(words, "DECADE")
    return Interval(date(start + first, 1, 1), calendar.year(start + last).end, Granularity.YEAR)


def year_range(words: Words, _: Anchor) -> Outcome:
    """Return the years from one to another."""
    start, end = calendar.year(number(words, "YEAR")), calendar.year(number(words, "YEAR2"))
    return Interval(start.start, end.end, Granularity.YEAR)


def season(words: Words, anchor: Anchor) -> Outcome:
    """Return a season; the latest one that has begun where no year is said."""
    first = number(words, "SEASON")
    return calendar.season(said_year(words) or past_year(first, 1, anchor), first)


def past_seasons(words: Words, anchor: Anchor) -> Outcome:
    """Return the span over the latest seasons of a name that are over ("last fall", "the past three summers")."""
    first = number(words, "SEASON")
    last = calendar.season(past_year(first, 1, anchor), first)
    last = last if last.end < base_day(anchor) else calendar.season(last.start.year - 1, first)
    return Interval(calendar.back(last.start, number(words, "COUNT", 1) - 1, "year"), last.end, Granularity.MONTH)
