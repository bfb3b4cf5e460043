"""What the words of a time expression mean as days: one function for each meaning that `time_patterns.tsv` names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from corroborate.locate import calendar
from corroborate.locate.time_words import Value, feasts
from corroborate.model.situation import Granularity, Interval

_ONE_DAY = timedelta(days=1)
_FIRST_VAGUE = 45  # "seven months ago" is that month; "40 days ago" still a day


class Unresolved(StrEnum):
    """Why an expression gives no days."""

    VAGUE = "vague"
    FUTURE = "future"
    OPEN = "open"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative expressions count from: the day of publication (or statement), and what was told last."""

    day: date | None
    previous: Interval | None = None


Outcome = Interval | Unresolved
Words = Mapping[str, Value]


class _NoAnchorError(Exception):
    """A relative expression in a report without a day."""


def resolve(meaning: str, words: Words, anchor: Anchor) -> Outcome:
    """Return the days that the words mean, or why they mean none. No input makes it fail."""
    try:
        return MEANINGS[meaning](words, anchor)
    except _NoAnchorError:
        return Unresolved.OPEN
    except (ValueError, OverflowError):
        return Unresolved.INVALID


def _now(anchor: Anchor) -> date:
    if anchor.day is None:
        raise _NoAnchorError
    return anchor.day


def _number(words: Words, name: str, default: int | None = None) -> int:
    value = words.get(name, default)
    if not isinstance(value, int):
        raise ValueError(name)  # noqa: TRY004 - a table's slip, answered as an unresolved date
    return value


def _part(words: Words) -> str | None:
    value = words.get("PART")
    return None if value is None else str(value)


def _past_year(month: int, day: int, anchor: Anchor) -> int:
    """Return the year that puts a day and month at, or last before, the anchor (a day of grace for time zones)."""
    now = _now(anchor)
    for year in range(now.year + 1, now.year - 9, -1):
        try:
            when = date(year, month, day)
        except ValueError:
            continue
        if when <= now + _ONE_DAY:
            return year
    raise ValueError(f"{day}/{month} is in no year")


def _date(words: Words, anchor: Anchor) -> Outcome:
    month, day = _number(words, "MONTH"), _number(words, "DAY")
    year = _number(words, "YEAR") if "YEAR" in words else _past_year(month, day, anchor)
    return calendar.day(date(year, month, day))


def _date_range(words: Words, anchor: Anchor) -> Outcome:
    last_month, last_day = _number(words, "MONTH2", _number(words, "MONTH")), _number(words, "DAY2")
    year = _number(words, "YEAR") if "YEAR" in words else _past_year(last_month, last_day, anchor)
    end = date(year, last_month, last_day)
    month, day = _number(words, "MONTH"), _number(words, "DAY")
    start = date(year if (month, day) <= (last_month, last_day) else year - 1, month, day)
    return calendar.span(start, end)


def _month(words: Words, anchor: Anchor) -> Outcome:
    month = _number(words, "MONTH")
    year = _number(words, "YEAR") if "YEAR" in words else _past_year(month, 1, anchor)
    return calendar.month(year, month, _part(words))


def _month_of_year(words: Words, anchor: Anchor) -> Outcome:
    return calendar.month(_now(anchor).year + _number(words, "ARG"), _number(words, "MONTH"))


def _last_month_name(words: Words, anchor: Anchor) -> Outcome:
    month, now = _number(words, "MONTH"), _now(anchor)
    return calendar.month(now.year if month < now.month else now.year - 1, month)


def _month_range(words: Words, anchor: Anchor) -> Outcome:
    first, last = _number(words, "MONTH"), _number(words, "MONTH2")
    year = _number(words, "YEAR") if "YEAR" in words else _past_year(last, 1, anchor)
    return calendar.months((year if first <= last else year - 1, first), (year, last))


def _year(words: Words, _: Anchor) -> Outcome:
    return calendar.year(_number(words, "YEAR"), _part(words))


def _year_range(words: Words, _: Anchor) -> Outcome:
    start, end = calendar.year(_number(words, "YEAR")), calendar.year(_number(words, "YEAR2"))
    return Interval(start.start, end.end, Granularity.YEAR)


def _season(words: Words, anchor: Anchor) -> Outcome:
    first = _number(words, "SEASON")
    return calendar.season(_number(words, "YEAR") if "YEAR" in words else _past_year(first, 1, anchor), first)


def _past_seasons(words: Words, anchor: Anchor) -> Outcome:
    first = _number(words, "SEASON")
    last = calendar.season(_past_year(first, 1, anchor), first)
    last = last if last.end <= _now(anchor) else calendar.season(last.start.year - 1, first)
    start = calendar.shift_months(last.start, -12 * (_number(words, "COUNT") - 1))
    return Interval(start, last.end, Granularity.MONTH)


def _season_last(words: Words, anchor: Anchor) -> Outcome:
    first, now = _number(words, "SEASON"), _now(anchor)
    season = calendar.season(_past_year(first, 1, anchor), first)
    return season if season.end < now else calendar.season(season.start.year - 1, first)


def _weekday(words: Words, anchor: Anchor) -> Outcome:
    number = words.get("WEEKDAY", words.get("DAY_SHORT"))
    return calendar.day(calendar.latest_weekday(_number({"N": number or 0}, "N"), _now(anchor)))


def _weekday_before(words: Words, anchor: Anchor) -> Outcome:
    return calendar.day(calendar.latest_weekday(_number(words, "WEEKDAY"), _now(anchor) - _ONE_DAY))


def _weekday_last_week(words: Words, anchor: Anchor) -> Outcome:
    monday = calendar.week(_now(anchor)).start - timedelta(weeks=1)
    return calendar.day(monday + timedelta(days=_number(words, "WEEKDAY")))


def _weekday_range(words: Words, anchor: Anchor) -> Outcome:
    end = calendar.latest_weekday(_number(words, "WEEKDAY2"), _now(anchor))
    return calendar.span(calendar.latest_weekday(_number(words, "WEEKDAY"), end), end)


def _weekday_night(words: Words, anchor: Anchor) -> Outcome:
    evening = calendar.latest_weekday(_number(words, "WEEKDAY"), _now(anchor))
    return calendar.span(evening, min(evening + _ONE_DAY, _now(anchor)))


def _days_ago(words: Words, anchor: Anchor) -> Outcome:
    return calendar.day(_now(anchor) - timedelta(days=_number(words, "ARG")))


def _overnight(_: Words, anchor: Anchor) -> Outcome:
    return calendar.span(_now(anchor) - _ONE_DAY, _now(anchor))


def _hours_ago(words: Words, anchor: Anchor) -> Outcome:
    hours = _number(words, "COUNT") if words.get("UNIT") == "hour" and "COUNT" in words else 0
    return calendar.day(_now(anchor) - timedelta(days=hours // 24))


def _clock(_: Words, anchor: Anchor) -> Outcome:
    return anchor.previous if anchor.previous and anchor.previous.days == 1 else calendar.day(_now(anchor))


def _back(words: Words, anchor: Anchor) -> Outcome:
    count = _number(words, "ARG") if "ARG" in words else _number(words, "COUNT")
    now = _now(anchor)
    return calendar.span(calendar.back(now, count, str(words["UNIT"])), now)


def _running(words: Words, anchor: Anchor) -> Outcome:
    count = _number(words, "ORDINAL") if "ORDINAL" in words else _number(words, "DAY")
    now, unit = _now(anchor), str(words["UNIT"])
    if unit == "year":
        return Interval(date(now.year - count + 1, 1, 1), now, Granularity.YEAR)
    return calendar.span(calendar.back(now, count - 1, unit), now)


def _run_up(words: Words, anchor: Anchor) -> Outcome:
    end = anchor.previous.end if anchor.previous else _now(anchor)
    return calendar.span(calendar.back(end, _number(words, "COUNT"), str(words["UNIT"])), end)


def _ago(words: Words, anchor: Anchor) -> Outcome:
    count, unit = _number(words, "COUNT"), str(words["UNIT"])
    return _around(calendar.back(_now(anchor), count, unit), unit, count)


def _around(when: date, unit: str, count: int) -> Interval:
    """Return a distance's target as finely as its unit tells it."""
    if unit == "month" or (unit == "week" and count * 7 > _FIRST_VAGUE):
        return calendar.month(when.year, when.month)
    if unit in {"year", "decade"}:
        return calendar.year(when.year)
    return calendar.day(when)


def _from_previous(words: Words, anchor: Anchor) -> Outcome:
    sign, unit = _number(words, "ARG"), str(words["UNIT"])
    origin = anchor.previous.start if anchor.previous else _now(anchor)
    count = _number(words, "COUNT")
    return _around(calendar.back(origin, -sign * count, unit), unit, count)


def _days_from(words: Words, anchor: Anchor) -> Outcome:
    origin = anchor.previous.start if anchor.previous else _now(anchor)
    return calendar.day(origin + timedelta(days=_number(words, "ARG")))


def _next_unit(words: Words, anchor: Anchor) -> Outcome:
    if anchor.previous is None or words.get("UNIT") != "day" or "FEW" in words or words.get("NEXT") not in {"next", "following"}:
        return Unresolved.FUTURE
    when = anchor.previous.end + timedelta(days=_number(words, "COUNT", 1))
    return calendar.day(when) if when <= _now(anchor) else Unresolved.FUTURE


def _after_clause(words: Words, anchor: Anchor) -> Outcome:
    if "FEW" in words:
        return Unresolved.VAGUE
    return _around(calendar.back(_now(anchor), _number(words, "COUNT", 1), str(words["UNIT"])), str(words["UNIT"]), 1)


def _same(_: Words, anchor: Anchor) -> Outcome:
    return anchor.previous or calendar.day(_now(anchor))


def _since_then(_: Words, anchor: Anchor) -> Outcome:
    if anchor.previous is None:
        return Unresolved.VAGUE
    return calendar.span(anchor.previous.start, _now(anchor))


def _unit_before(words: Words, anchor: Anchor) -> Outcome:
    origin, unit = anchor.previous.start if anchor.previous else _now(anchor), str(words["UNIT"])
    before = calendar.back(origin, 1, unit)
    return calendar.week(before) if unit == "week" else _around(before, unit, 1)


def _last_week(_: Words, anchor: Anchor) -> Outcome:
    return calendar.week(_now(anchor) - timedelta(weeks=1))


def _last_month(_: Words, anchor: Anchor) -> Outcome:
    before = calendar.shift_months(_now(anchor), -1)
    return calendar.month(before.year, before.month)


def _last_year(_: Words, anchor: Anchor) -> Outcome:
    return calendar.year(_now(anchor).year - 1)


def _start_of(unit: str, now: date) -> date:
    if unit == "week":
        return calendar.week(now).start
    return now.replace(day=1) if unit == "month" else date(now.year, 1, 1)


def _so_far(words: Words, anchor: Anchor) -> Outcome:
    unit = str(words.get("UNIT", "year"))
    return calendar.span(_start_of(unit, _now(anchor)), _now(anchor))


def _so_far_before(words: Words, anchor: Anchor) -> Outcome:
    unit, now = str(words["UNIT"]), _now(anchor)
    start = _start_of(unit, now)
    return calendar.span(start, max(start, now - _ONE_DAY) if unit == "week" else now)


def _part_of_this(words: Words, anchor: Anchor) -> Outcome:
    unit, now = str(words["UNIT"]), _now(anchor)
    if unit == "week":
        return _so_far(words, anchor)
    whole = calendar.year(now.year, _part(words)) if unit == "year" else calendar.month(now.year, now.month, _part(words))
    return calendar.span(whole.start, min(whole.end, now)) if whole.start <= now else Unresolved.FUTURE


def _part_of_last(words: Words, anchor: Anchor) -> Outcome:
    unit, now = str(words["UNIT"]), _now(anchor)
    if unit == "week":
        return _last_week(words, anchor)
    if unit == "year":
        return calendar.year(now.year - 1, _part(words))
    before = calendar.shift_months(now, -1)
    return calendar.month(before.year, before.month, _part(words))


def _weekend(_: Words, anchor: Anchor) -> Outcome:
    saturday = calendar.latest_weekday(5, _now(anchor))
    return calendar.span(saturday, min(saturday + _ONE_DAY, _now(anchor)))


def _feast_of(name: str, year: int | None, anchor: Anchor) -> Interval:
    kind, month, day, length = feasts()[name]
    near = date(year, 1, 1) if year is not None else _now(anchor)
    numbers = range(near.year + 1, near.year - 2, -1) if kind != "islamic" else range(calendar.islamic_year(near) + 2, 0, -1)
    for number in numbers:
        if kind == "islamic":
            found = calendar.islamic(number, month, day, length)
        elif kind == "easter":
            found = calendar.day(calendar.easter(number))
        else:
            found = calendar.day(date(number, month, day))
        if found.start.year == year or (year is None and found.start <= near):
            return found
    raise ValueError(name)


def _feast(words: Words, anchor: Anchor) -> Outcome:
    year = _number(words, "YEAR") if "YEAR" in words else None
    whole = _feast_of(str(words["FEAST"]), year, anchor)
    return calendar.day(whole.start) if words.get("ORDINAL") == 1 else whole


def _feast_eve(words: Words, anchor: Anchor) -> Outcome:
    return calendar.day(_feast_of(str(words["FEAST"]), None, anchor).start - _ONE_DAY)


def _new_year(words: Words, anchor: Anchor) -> Outcome:
    when = date(_now(anchor).year, 1, 1) + timedelta(days=_number(words, "ARG"))
    return calendar.day(when if when <= _now(anchor) else when.replace(year=when.year - 1))


def _vague(_: Words, __: Anchor) -> Outcome:
    return Unresolved.VAGUE


def _future(_: Words, __: Anchor) -> Outcome:
    return Unresolved.FUTURE


Meaning = Callable[[Words, Anchor], Outcome]
MEANINGS: Mapping[str, Meaning] = {
    name.removeprefix("_"): function
    for name, function in (
        (function.__name__, function)
        for function in (
            _date, _date_range, _month, _month_of_year, _last_month_name, _month_range, _year, _year_range,
            _season, _past_seasons, _season_last, _weekday, _weekday_before, _weekday_last_week, _weekday_range,
            _weekday_night, _days_ago, _overnight, _hours_ago, _clock, _back, _running, _run_up, _ago,
            _from_previous, _days_from, _next_unit, _after_clause, _same, _since_then, _unit_before, _last_week,
            _last_month, _last_year, _so_far, _so_far_before, _part_of_this, _part_of_last, _weekend, _feast,
            _feast_eve, _new_year, _vague, _future,
        )  # fmt: skip
    )
}
"""Every meaning by its name in `time_patterns.tsv`."""
