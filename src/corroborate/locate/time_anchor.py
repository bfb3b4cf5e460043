"""What the meanings of time words share: where relative ones count from, and why some give no days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from corroborate.locate.time_words import Value
from corroborate.model.situation import Interval

ONE_DAY = timedelta(days=1)
_LEAP_YEAR = 2000
_YEARS_BACK = 9  # so that 29 February finds a year


class Unresolved(StrEnum):
    """Why an expression gives no days."""

    VAGUE = "vague"
    FUTURE = "future"
    OPEN = "open"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative expressions count from: the day of publication (or statement), and what was told last.

    `previous` may come from an earlier passage; `here` only from the same one.
    """

    day: date | None
    previous: Interval | None = None
    here: Interval | None = None


Outcome = Interval | Unresolved
Words = Mapping[str, Value]


class NoAnchorError(Exception):
    """A relative expression in a report without a day; answered as `Unresolved.OPEN`."""


def base_day(anchor: Anchor) -> date:
    """Return the day that relative words count from; a NoAnchorError where there is none."""
    if anchor.day is None:
        raise NoAnchorError
    return anchor.day


def number(words: Words, name: str, default: int | None = None) -> int:
    """Return the number that a word of that class gave; a ValueError where there was no such word."""
    match words.get(name, default):
        case int(value):
            return value
        case _:  # answered as a date that cannot be resolved
            raise ValueError(name)


def said_year(words: Words) -> int | None:
    """Return the year that was said, in figures or in words ("nineteen ninety-six"), None where none was."""
    if "YEAR" in words:
        return number(words, "YEAR")
    if "CENTURY" in words and "TENS2" in words:
        return number(words, "CENTURY") + number(words, "TENS2")
    return 2000 if "thousand" in words else None


def part(words: Words) -> str | None:
    """Return "early", "mid" or "late", where one was said, or the pattern says so."""
    value = words.get("PART", words.get("ARG"))
    return value if isinstance(value, str) else None


def past_year(month: int, day: int, anchor: Anchor) -> int:
    """Return the year that puts a day and month at, or last before, the anchor (a day of grace for time zones)."""
    date(_LEAP_YEAR, month, day)  # refuses 30 February, with or without an anchor
    latest = base_day(anchor) + ONE_DAY
    for year in range(latest.year, latest.year - _YEARS_BACK, -1):
        try:
            when = date(year, month, day)
        except ValueError:
            continue
        if when <= latest:
            return year
    raise ValueError(f"{day}/{month} is in no year")
