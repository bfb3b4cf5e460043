"""Days, weeks, months and seasons as intervals: arithmetic only, no language."""

import calendar
from datetime import date, timedelta

from corroborate.model.situation import Granularity, Interval

# Thirds of a month and quarters of a year, as the labelled reports read "early", "mid" and "late".
_MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_YEAR_PARTS = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}
_DECEMBER = 12
SUNDAY = 6  # of the days of a week
DAYS_A_WEEK = 7
_DAYS = {"day": 1, "week": DAYS_A_WEEK, "fortnight": 2 * DAYS_A_WEEK}
_MONTHS = {"month": 1, "year": 12, "decade": 120}
HOURS_A_DAY = 24


def day(when: date) -> Interval:
    """Return the interval of one day."""
    return Interval(when, when, Granularity.DAY)


def span(start: date, end: date, granularity: Granularity = Granularity.DAYS) -> Interval:
    """Return the interval between two days, in order; a span of one day is a day."""
    start, end = min(start, end), max(start, end)
    return Interval(start, end, Granularity.DAY if start == end else granularity)


def month(year: int, number: int, part: str | None = None) -> Interval:
    """Return a month, or its early, middle or late third."""
    last = calendar.monthrange(year, number)[1]
    if part is None:
        return Interval(date(year, number, 1), date(year, number, last), Granularity.MONTH)
    first, final = _MONTH_PARTS[part]
    return span(date(year, number, first), date(year, number, min(final, last)))


def year(number: int, part: str | None = None) -> Interval:
    """Return a year, or its first, middle or last months."""
    if part is None:
        return Interval(date(number, 1, 1), date(number, _DECEMBER, 31), Granularity.YEAR)
    first, final = _YEAR_PARTS[part]
    return Interval(month(number, first).start, month(number, final).end, Granularity.MONTH)


def months(start: tuple[int, int], end: tuple[int, int]) -> Interval:
    """Return the span from the first day of one (year, month) to the last of another."""
    return Interval(month(*start).start, month(*end).end, Granularity.MONTH)


def season(year_of_start: int, first_month: int) -> Interval:
    """Return the three months that begin with `first_month`, running into the next year in winter."""
    end = shift_months(date(year_of_start, first_month, 1), 2)
    return months((year_of_start, first_month), (end.year, end.month))


def week(when: date) -> Interval:
    """Return the week, Monday to Sunday, in which a day lies."""
    monday = when - timedelta(days=when.weekday())
    return Interval(monday, monday + timedelta(days=6), Granularity.WEEK)


def whole(when: date, unit: str, part: str | None = None) -> Interval:
    """Return the week, month or year in which a day lies, or that part of a month or year; of any other unit, the day.

    Of a decade it is the year: so finely is told what was "two decades ago".
    """
    match unit:
        case "week":
            return week(when)
        case "month":
            return month(when.year, when.month, part)
        case "year" | "decade":
            return year(when.year, part)
        case _:
            return day(when)


def latest_weekday(number: int, on_or_before: date) -> date:
    """Return the latest day of that weekday (Monday is 0) on or before a day."""
    return on_or_before - timedelta(days=(on_or_before.weekday() - number) % 7)


def shift_months(when: date, by: int) -> date:
    """Return the same day of the month some months away, or the last one of a shorter month.

    >>> shift_months(date(2016, 3, 31), -1)
    datetime.date(2016, 2, 29)
    """
    index = when.year * 12 + when.month - 1 + by
    number, zero_based = divmod(index, 12)
    last = calendar.monthrange(number, zero_based + 1)[1]
    return date(number, zero_based + 1, min(when.day, last))


def back(when: date, count: int, unit: str) -> date:
    """Return the day that lies a number of units before a day, behind it where the number is negative.

    Hours that make no whole day are none, and minutes never make one.
    """
    if unit in _MONTHS:
        return shift_months(when, -count * _MONTHS[unit])
    if unit == "hour":
        return when - timedelta(days=int(count / HOURS_A_DAY))
    return when - timedelta(days=count * _DAYS.get(unit, 0))
