"""Meanings of weekdays, spans and distances: times that count from the day of publication or from what was told."""

from datetime import date, timedelta

from corroborate.locate import calendar
from corroborate.locate.time_anchor import ONE_DAY, Anchor, Outcome, Unresolved, Words, base_day, number, part
from corroborate.model.situation import Granularity, Interval

_EXACT = {"hour", "day", "week"}  # units that fix the days of a span that nothing else bounds
_FIRST_VAGUE = 45  # "ten weeks ago" is a month; "40 days ago" still a day


def weekday(words: Words, anchor: Anchor) -> Outcome:
    """Return the latest such weekday, the anchor itself included."""
    name = "WEEKDAY" if "WEEKDAY" in words else "DAY_SHORT"
    return calendar.day(calendar.latest_weekday(number(words, name), base_day(anchor)))


def weekday_before(words: Words, anchor: Anchor) -> Outcome:
    """Return the latest such weekday before the anchor ("last Friday"); of one that was yesterday, the one before."""
    yesterday = base_day(anchor) - ONE_DAY
    return calendar.day(calendar.latest_weekday(number(words, "WEEKDAY"), yesterday - ONE_DAY))


def weekday_last_week(words: Words, anchor: Anchor) -> Outcome:
    """Return that weekday of the week before."""
    monday = calendar.week(base_day(anchor)).start - timedelta(weeks=1)
    return calendar.day(monday + timedelta(days=number(words, "WEEKDAY")))


def weekday_range(words: Words, anchor: Anchor) -> Outcome:
    """Return the days from one weekday to another."""
    end = calendar.latest_weekday(number(words, "WEEKDAY2"), base_day(anchor))
    return calendar.span(calendar.latest_weekday(number(words, "WEEKDAY"), end), end)


def weekday_night(words: Words, anchor: Anchor) -> Outcome:
    """Return a night: that weekday and the day after."""
    evening = calendar.latest_weekday(number(words, "WEEKDAY"), base_day(anchor))
    return calendar.span(evening, min(evening + ONE_DAY, base_day(anchor)))


def days_ago(words: Words, anchor: Anchor) -> Outcome:
    """Return the day so many days before the anchor."""
    return calendar.day(base_day(anchor) - timedelta(days=number(words, "ARG")))


def overnight(_: Words, anchor: Anchor) -> Outcome:
    """Return the day before and the day."""
    return calendar.span(base_day(anchor) - ONE_DAY, base_day(anchor))


def hours_ago(words: Words, anchor: Anchor) -> Outcome:
    """Return the day on which it was so many hours ago."""
    hours = number(words, "COUNT") if words.get("UNIT") == "hour" and "COUNT" in words else 0
    return calendar.day(base_day(anchor) - timedelta(days=hours // calendar.HOURS_A_DAY))


def clock(_: Words, anchor: Anchor) -> Outcome:
    """Return the day last told, or the anchor, for a bare time of day."""
    return anchor.previous if anchor.previous and anchor.previous.days == 1 else calendar.day(base_day(anchor))


def back(words: Words, anchor: Anchor) -> Outcome:
    """Return the span that reaches back from the anchor ("the last two weeks")."""
    count = number(words, "ARG") if "ARG" in words else number(words, "COUNT")
    now = base_day(anchor)
    return calendar.span(calendar.back(now, count, str(words["UNIT"])), now)


def running(words: Words, anchor: Anchor) -> Outcome:
    """Return the days in a row that end at the anchor ("for the third day in a row")."""
    count = number(words, "ORDINAL") if "ORDINAL" in words else number(words, "DAY")
    now, unit = base_day(anchor), str(words["UNIT"])
    if unit == "year":
        return Interval(date(now.year - count + 1, 1, 1), now, Granularity.YEAR)
    return calendar.span(calendar.back(now, count - 1, unit), now)


def run_up(words: Words, anchor: Anchor) -> Outcome:
    """Return the span that ends at the day last told ("after two days of fighting"); months and years fix none."""
    if words["UNIT"] not in _EXACT:
        return Unresolved.VAGUE
    end = anchor.previous.end if anchor.previous else base_day(anchor)
    return calendar.span(calendar.back(end, number(words, "COUNT"), str(words["UNIT"])), end)


def ago(words: Words, anchor: Anchor) -> Outcome:
    """Return the day, month or year so long ago, as finely as its unit tells it."""
    count, unit = number(words, "COUNT"), str(words["UNIT"])
    return _around(calendar.back(base_day(anchor), count, unit), unit, count)


def _around(when: date, unit: str, count: int) -> Interval:
    """Return a distance's target as finely as its unit tells it."""
    if unit == "month" or (unit == "week" and count * 7 > _FIRST_VAGUE):
        return calendar.month(when.year, when.month)
    if unit in {"year", "decade"}:
        return calendar.year(when.year)
    return calendar.day(when)


def from_previous(words: Words, anchor: Anchor) -> Outcome:
    """Return the time so long after or before what was told last; where nothing was, hours fix no day."""
    sign, unit = number(words, "ARG"), str(words["UNIT"])
    if anchor.previous is None and unit == "hour" and number(words, "COUNT") < calendar.HOURS_A_DAY:
        return Unresolved.VAGUE
    origin = anchor.previous.start if anchor.previous else base_day(anchor)
    count = number(words, "COUNT")
    return _around(calendar.back(origin, -sign * count, unit), unit, count)


def days_from(words: Words, anchor: Anchor) -> Outcome:
    """Return the day so many days from what was told last."""
    origin = anchor.previous.start if anchor.previous else base_day(anchor)
    return calendar.day(origin + timedelta(days=number(words, "ARG")))


def next_unit(words: Words, anchor: Anchor) -> Outcome:
    """Return the day, week, month or year after what was told last; the future otherwise."""
    unit = str(words["UNIT"])
    told = words.get("NEXT") == "following" or (words.get("NEXT") == "next" and unit == "day")
    if anchor.previous is None or not told or "FEW" in words:
        return Unresolved.FUTURE
    after = calendar.back(anchor.previous.end, -number(words, "COUNT", 1), unit)
    found = calendar.week(after) if unit == "week" and "COUNT" not in words else _around(after, unit, 1)
    return found if found.start <= base_day(anchor) else Unresolved.FUTURE


def after_clause(words: Words, anchor: Anchor) -> Outcome:
    """Return the time so long before what the sentence tells ("a week after …").

    What "came" then is what was told last: "The strike came a week after …".
    """
    if "FEW" in words:
        return Unresolved.VAGUE
    told = anchor.here or (anchor.previous if "ARG" in words else None)
    origin = told.start if told else base_day(anchor)
    unit = str(words["UNIT"])
    when = calendar.back(origin, number(words, "COUNT", 1), unit)
    return calendar.day(when) if unit == "week" else _around(when, unit, 1)


def same(_: Words, anchor: Anchor) -> Outcome:
    """Return the day last told."""
    return anchor.previous if anchor.previous and anchor.previous.days == 1 else calendar.day(base_day(anchor))


def since_then(_: Words, anchor: Anchor) -> Outcome:
    """Return the span from what was told last to the anchor."""
    if anchor.previous is None:
        return Unresolved.VAGUE
    return calendar.span(anchor.previous.start, base_day(anchor))


def unit_before(words: Words, anchor: Anchor) -> Outcome:
    """Return the week, month or year before what was told last."""
    origin, unit = anchor.previous.start if anchor.previous else base_day(anchor), str(words["UNIT"])
    before = calendar.back(origin, 1, unit)
    return calendar.week(before) if unit == "week" else _around(before, unit, 1)


def last_week(_: Words, anchor: Anchor) -> Outcome:
    """Return last week, Monday to Sunday; on a Sunday, with which a week may begin, the seven days before."""
    now = base_day(anchor)
    if now.weekday() == calendar.SUNDAY:
        return Interval(now - timedelta(weeks=1), now - ONE_DAY, Granularity.WEEK)
    return calendar.week(now - timedelta(weeks=1))


def last_month(_: Words, anchor: Anchor) -> Outcome:
    """Return last month."""
    before = calendar.shift_months(base_day(anchor), -1)
    return calendar.month(before.year, before.month)


def last_year(_: Words, anchor: Anchor) -> Outcome:
    """Return last year."""
    return calendar.year(base_day(anchor).year - 1)


def _start_of(unit: str, now: date) -> date:
    if unit == "week":
        return calendar.week(now).start
    return now.replace(day=1) if unit == "month" else date(now.year, 1, 1)


def so_far(words: Words, anchor: Anchor) -> Outcome:
    """Return this week, month or year up to the anchor."""
    unit = str(words.get("UNIT", "year"))
    return calendar.span(_start_of(unit, base_day(anchor)), base_day(anchor))


def so_far_before(words: Words, anchor: Anchor) -> Outcome:
    """Return the earlier part of this week, month or year; on a Monday, the week that ended."""
    unit, now = str(words["UNIT"]), base_day(anchor)
    if unit == "week" and now.weekday() == 0:
        now -= ONE_DAY
    return calendar.span(_start_of(unit, now), now)


def part_of_this(words: Words, anchor: Anchor) -> Outcome:
    """Return the early, middle or late part of this week, month or year."""
    unit, now = str(words["UNIT"]), base_day(anchor)
    if unit == "week":
        return so_far(words, anchor)
    whole = calendar.year(now.year, part(words)) if unit == "year" else calendar.month(now.year, now.month, part(words))
    return calendar.span(whole.start, min(whole.end, now)) if whole.start <= now else Unresolved.FUTURE


def part_of_last(words: Words, anchor: Anchor) -> Outcome:
    """Return the early, middle or late part of the last week, month or year."""
    unit, now = str(words["UNIT"]), base_day(anchor)
    if unit == "week":
        return last_week(words, anchor)
    if unit == "year":
        return calendar.year(now.year - 1, part(words))
    before = calendar.shift_months(now, -1)
    return calendar.month(before.year, before.month, part(words))


def weekend(_: Words, anchor: Anchor) -> Outcome:
    """Return the latest Saturday and Sunday."""
    saturday = calendar.latest_weekday(5, base_day(anchor))
    return calendar.span(saturday, min(saturday + ONE_DAY, base_day(anchor)))


def vague(_: Words, __: Anchor) -> Outcome:
    """Return that the words fix no days."""
    return Unresolved.VAGUE


def future(_: Words, __: Anchor) -> Outcome:
    """Return that the words point ahead."""
    return Unresolved.FUTURE
