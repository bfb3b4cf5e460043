"""Meanings of parts of a longer time: its first weeks, a half, a quarter, "the last ten days of January"."""

from datetime import timedelta

from corroborate.locate import calendar
from corroborate.locate.time_anchor import (
    ONE_DAY,
    Anchor,
    Outcome,
    Unresolved,
    Words,
    base_day,
    number,
    past_year,
    said_year,
)
from corroborate.model.situation import Interval

_MONTHS_OF_QUARTER, _MONTHS_OF_HALF, _DAYS_OF_HALF, _LAST_QUARTER = 3, 6, 15, 4


def units_of(words: Words, anchor: Anchor) -> Outcome:
    """Return the first or last so many units of a month or year, as far as they have gone."""
    whole, count, unit = _whole(words, anchor), number(words, "COUNT"), str(words["UNIT"])
    if "ORDINAL" not in words:
        after = whole.end + ONE_DAY
        return _gone(calendar.span(calendar.back(after, count, unit), whole.end), anchor)
    return _gone(calendar.span(whole.start, calendar.back(whole.start, -count, unit) - ONE_DAY), anchor)


def nth_of(words: Words, anchor: Anchor) -> Outcome:
    """Return the first, second, last … week or day of a month."""
    whole, length = _whole(words, anchor), 7 if words["UNIT"] == "week" else 1
    if "ORDINAL" not in words:
        return calendar.span(whole.end - timedelta(days=length - 1), whole.end)
    start = whole.start + timedelta(days=length * (number(words, "ORDINAL") - 1))
    return _gone(calendar.span(start, start + timedelta(days=length - 1)), anchor)


def nth_weekday(words: Words, anchor: Anchor) -> Outcome:
    """Return the first, second, last … weekday of a month ("the last Friday of January")."""
    whole, weekday = _whole(words, anchor), number(words, "WEEKDAY")
    if "ORDINAL" not in words:
        return calendar.day(calendar.latest_weekday(weekday, whole.end))
    before = calendar.latest_weekday(weekday, whole.start - ONE_DAY)
    return calendar.day(before + timedelta(weeks=number(words, "ORDINAL")))


def half(words: Words, anchor: Anchor) -> Outcome:
    """Return the first or second half of a month or year."""
    whole, is_first = _whole(words, anchor), words.get("ORDINAL") == 1
    if "MONTH" in words:
        middle = whole.start.replace(day=_DAYS_OF_HALF)
        return calendar.span(whole.start, middle) if is_first else calendar.span(middle + ONE_DAY, whole.end)
    number_of_year = whole.start.year
    first = 1 if is_first else _MONTHS_OF_HALF + 1
    return _gone(calendar.months((number_of_year, first), (number_of_year, first + _MONTHS_OF_HALF - 1)), anchor)


def quarter(words: Words, anchor: Anchor) -> Outcome:
    """Return a quarter of a year; the latest of that number where no year is said."""
    name = "QUARTER" if "QUARTER" in words else "ORDINAL"
    first = (number(words, name, _LAST_QUARTER) - 1) * _MONTHS_OF_QUARTER + 1
    told = "YEAR" in words or "ARG" in words
    return calendar.season(_whole(words, anchor).start.year if told else past_year(first, 1, anchor), first)


def same_unit(words: Words, anchor: Anchor) -> Outcome:
    """Return the week, month or year of what was told last ("later that year")."""
    if anchor.previous is None:
        return Unresolved.VAGUE
    return calendar.whole(anchor.previous.start, str(words["UNIT"]))


def _whole(words: Words, anchor: Anchor) -> Interval:
    """Return the month or year of which a part is told; a number handed to the meaning says how many back from now."""
    said = said_year(words)
    if "MONTH" in words:
        number_of_month = number(words, "MONTH")
        return calendar.month(said or past_year(number_of_month, 1, anchor), number_of_month)
    if said is not None:
        return calendar.year(said)
    unit = "month" if words.get("UNIT2", words.get("UNIT")) == "month" else "year"
    return calendar.whole(calendar.back(base_day(anchor), -number(words, "ARG", 0), unit), unit)


def _gone(whole: Interval, anchor: Anchor) -> Interval:
    """Return days as far as they lie before the anchor, all of them where none does."""
    if anchor.day is None or anchor.day < whole.start or anchor.day >= whole.end:
        return whole
    return calendar.span(whole.start, anchor.day)
