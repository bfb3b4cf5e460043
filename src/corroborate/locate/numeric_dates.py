"""Dates in figures ("04/02/2018", "2018-02-04"), read only where they can mean one day."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from corroborate.locate import calendar
from corroborate.locate.time_anchor import Outcome, Unresolved
from corroborate.locate.time_words import numbered

_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?!\d|[./-]\d)")
_SPELT = re.compile(r"(?<![\d./-])(\d{1,2})-([A-Z][a-z]{2})[a-z]{0,6}-((?:19|20)?\d\d)(?![\d-])")  # "5-Feb-18"
_YEARLESS = re.compile(r"(?<=\b[Oo]n )(\d{1,2})/(\d{1,2})(?![\d/-]| of)")  # "on 24/9"
_DIGITS_OF_A_YEAR, _OF_TWO, _CENTURY = 4, 2, 100
_OF_LATE = timedelta(days=3653)  # in which a date lies whose year is told by two digits
# How long before publication and how long after it the likelier of two readings lies: what is told lies before it.
_BEFORE_PRINT = (timedelta(days=31), timedelta(days=1))
Window = tuple[timedelta, timedelta]


def numeric_dates(
    text: str, start: int, end: int, published: date | None, window: Window = _BEFORE_PRINT
) -> Iterator[tuple[int, int, Outcome]]:
    """Yield the place and day of every date in figures in text[start:end].

    Day and month are told apart by a figure above twelve, by full stops (day first), or by which reading lies in the
    window around publication; a date that may be either is left open, one that is neither is invalid.
    """
    for match in _NUMERIC.finditer(text, start, end):
        readings = _readings(match, published)
        if readings:
            yield match.start(), match.end(), _unambiguous(readings, published, window)
    for match in _SPELT.finditer(text, start, end):
        month, dated = numbered("MONTH", match[2]), published is not None or len(match[3]) > _OF_TWO
        if month is not None and dated:  # "5-Feb-18" of no century is left
            year = full_year(match[3], published or date.max)
            yield match.start(), match.end(), _unambiguous((_day(year, month, match[1]),), published, window)
    for match in _YEARLESS.finditer(text, start, end):
        readings = _latest(match[2], match[1], published), _latest(match[1], match[2], published)
        if any(readings):
            yield match.start(), match.end(), _unambiguous(readings, published, window)


def _latest(month: str, day: str, published: date | None) -> date | None:
    """Return the latest such day that lies at, or before, publication, None where there is none within a year."""
    if published is None:
        return None
    both = (_day(year, month, day) for year in (published.year, published.year - 1))
    return next((when for when in both if when is not None and when <= published + _BEFORE_PRINT[1]), None)


def _readings(match: re.Match[str], published: date | None) -> tuple[date | None, ...]:
    left, sign, middle, right = match.groups()
    if sign == "/" and len(left) <= _OF_TWO == len(right) and published is not None:
        return _of_short_year(left, middle, full_year(right, published), published)
    if len(left) == _DIGITS_OF_A_YEAR and len(right) < _DIGITS_OF_A_YEAR - 1:
        return (_day(left, middle, right),)
    if len(right) == _DIGITS_OF_A_YEAR and len(left) < _DIGITS_OF_A_YEAR - 1:
        day_first, month_first = _day(right, middle, left), _day(right, left, middle)
        return (day_first,) if sign == "." or day_first == month_first else (day_first, month_first)
    return ()


def _of_short_year(left: str, middle: str, year: int, published: date) -> tuple[date | None, ...]:
    """Return the readings of a date whose year is told by two digits, none where it is not of the last years."""
    both = {_day(year, middle, left), _day(year, left, middle)}
    return tuple(sorted(when for when in both if when is not None and timedelta() <= published - when <= _OF_LATE))


def full_year(year: str, published: date) -> int:
    """Return a year; one told by two digits is the latest such up to publication."""
    return int(year) if len(year) > _OF_TWO else published.year - (published.year - int(year)) % _CENTURY


def _day(year: str | int, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _unambiguous(readings: Iterable[date | None], published: date | None, window: Window) -> Outcome:
    possible = [reading for reading in readings if reading is not None]
    if not possible:
        return Unresolved.INVALID
    if len(possible) > 1 and published is not None:
        before, after = window
        near = [reading for reading in possible if -after <= published - reading <= before]
        possible = near if len(near) == 1 else possible
    return calendar.day(possible[0]) if len(possible) == 1 else Unresolved.OPEN
