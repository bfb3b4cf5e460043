"""Dates in figures ("04/02/2018", "2018-02-04"), read only where they can mean one day."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from corroborate.locate import calendar
from corroborate.locate.time_anchor import Outcome, Unresolved

_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?!\d|[./-]\d)")
_DIGITS_OF_A_YEAR = 4
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
        readings = _readings(match)
        if readings:
            yield match.start(), match.end(), _unambiguous(readings, published, window)


def _readings(match: re.Match[str]) -> tuple[date | None, ...]:
    left, sign, middle, right = match.groups()
    if len(left) == _DIGITS_OF_A_YEAR and len(right) < _DIGITS_OF_A_YEAR - 1:
        return (_day(left, middle, right),)
    if len(right) == _DIGITS_OF_A_YEAR and len(left) < _DIGITS_OF_A_YEAR - 1:
        day_first, month_first = _day(right, middle, left), _day(right, left, middle)
        return (day_first,) if sign == "." or day_first == month_first else (day_first, month_first)
    return ()


def _day(year: str, month: str, day: str) -> date | None:
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
