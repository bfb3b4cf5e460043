"""Meanings of weekdays, spans and distances: times that count from the day of publication or from what was told."""

from datetime import date, timedelta

from corroborate.locate import calendar
from corroborate.locate.time_anchor import ONE_DAY, Anchor, Outcome, Unresolved, Words, base_day, number, part
from corroborate.model.situation import Granularity, Interval

_EXACT = {"hour", "day", "week"}  # units that fix the days of a span that nothing else bounds
_A_NIGHT = 2  # days
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
    """Return a night: that weekday and the day after, or the day before and that weekday ("overnight into …")."""
    evening = calendar.latest_weekday(number(words, "WEEKDAY"), base_day(anchor))
    evening += timedelta(days=number(words, "ARG", 0))
    return calendar.span(evening, min(evening + ONE_DAY, base_day(anchor)))


def days_ago(words: Words, anchor: Anchor) -> Outcome:
    """Return the day so many days before the anchor."""
    return calendar.day(base_day(anchor) - timedelta(days=number(words, "ARG")))


def overnight(_: Words, anchor: Anchor) -> Outcome:
    """Return the day before and the day."""
    return calendar.span(base_day(anchor) - ONE_DAY, base_day(anchor))


def back(words: Words, anchor: Anchor) -> Outcome:
    """Return the span that reaches back from the anchor ("the last two weeks", "the last week")."""
    now = base_day(anchor)
    return calendar.span(calendar.back(now, number(words, "COUNT", 1), str(words["UNIT"])), now)


def running(words: Words, anchor: Anchor) -> Outcome:
    """Return the days in a row that end at the anchor ("for the third day in a row")."""
    count = number(words, "ORDINAL") if "ORDINAL" in words else number(words, "DAY")
    now, unit = base_day(anchor), str(words["UNIT"])
    return calendar.span(calendar.whole(calendar.back(now, count - 1, unit), unit).start, now)


def run_up(words: Words, anchor: Anchor) -> Outcome:
    """Return the span that ends at the day last told ("after two days of fighting"); months and years fix none."""
    if words["UNIT"] not in _EXACT:
        return Unresolved.VAGUE
    end = anchor.previous.end if anchor.previous else base_day(anchor)
    return calendar.span(calendar.back(end, number(words, "COUNT"), str(words["UNIT"])), end)


def ago(words: Words, anchor: Anchor) -> Outcome:
    """Return the day, month or year so long ago, as finely as its unit tells it; today for a few hours ago."""
    count, unit = number(words, "COUNT", 0), str(words["UNIT"])
    return _around(calendar.back(base_day(anchor), count, unit), unit, count)


def back_to(words: Words, anchor: Anchor) -> Outcome:
    """Return the day, week or month so long ago to the day ("a week ago today", "a year ago on Sunday")."""
    now, count, unit = base_day(anchor), number(words, "COUNT", 1), str(words["UNIT"])
    if "WEEKDAY" in words and unit != "day":
        ahead = ONE_DAY * (0 if unit in _EXACT else calendar.DAYS_A_WEEK // 2)  # an anniversary may lie ahead
        now = calendar.latest_weekday(number(words, "WEEKDAY"), now + ahead)
    return calendar.whole(calendar.back(now, count, unit), str(words.get("UNIT2", "day")))


def _around(when: date, unit: str, count: int) -> Interval:
    """Return a distance's target as finely as its unit tells it."""
    if unit == "week":
        return calendar.whole(when, "month" if count * calendar.DAYS_A_WEEK > _FIRST_VAGUE else "day")
    return calendar.whole(when, unit)


def _last_told(anchor: Anchor) -> date:
    """Return the first day of what was told last, else the anchor's."""
    return anchor.previous.start if anchor.previous else base_day(anchor)


def from_previous(words: Words, anchor: Anchor) -> Outcome:
    """Return the time so long after or before what was told last; where nothing was, hours fix no day."""
    sign, unit = number(words, "ARG"), str(words["UNIT"])
    if anchor.previous is None and unit == "hour" and number(words, "COUNT") < calendar.HOURS_A_DAY:
        return Unresolved.VAGUE
    count = number(words, "COUNT")
    return _around(calendar.back(_last_told(anchor), -sign * count, unit), unit, count)


def days_from(words: Words, anchor: Anchor) -> Outcome:
    """Return the day so many days from what was told last."""
    return calendar.day(_last_told(anchor) + timedelta(days=number(words, "ARG")))


def next_unit(words: Words, anchor: Anchor) -> Outcome:
    """Return the day, week, month or year after what was told last; the future otherwise."""
    unit = str(words["UNIT"])
    told = words.get("NEXT") == "following" or (words.get("NEXT") == "next" and unit == "day")
    if anchor.previous is None or not told or "FEW" in words:
        return Unresolved.FUTURE
    after = calendar.back(anchor.previous.end, -number(words, "COUNT", 1), unit)
    found = _around(after, unit, 1) if "COUNT" in words else calendar.whole(after, unit)
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
    return _around(calendar.back(origin, number(words, "COUNT", 1), unit), unit, 1)


def anniversary(words: Words, anchor: Anchor) -> Outcome:
    """Return the day so many years before the one on which an anniversary is kept, the year where none is told."""
    kept = anchor.here if anchor.here and anchor.here.days == 1 else None
    then = calendar.back(kept.start if kept else base_day(anchor), number(words, "ORDINAL"), "year")
    return calendar.day(then) if kept else calendar.year(then.year)


def same(_: Words, anchor: Anchor) -> Outcome:
    """Return the day, or night, last told, else the anchor's."""
    told = anchor.previous
    return told if told and told.days <= _A_NIGHT else calendar.day(base_day(anchor))


def since_then(_: Words, anchor: Anchor) -> Outcome:
    """Return the span from what was told last to the anchor."""
    if anchor.previous is None:
        return Unresolved.VAGUE
    return calendar.span(anchor.previous.start, base_day(anchor))


def unit_before(words: Words, anchor: Anchor) -> Outcome:
    """Return the week, month or year before what was told last."""
    unit = str(words["UNIT"])
    return calendar.whole(calendar.back(_last_told(anchor), 1, unit), unit)


def last_unit(words: Words, anchor: Anchor) -> Outcome:
    """Return last week, month or year, or its early, middle or late part; or the one before last.

    A week is Monday to Sunday; on a Sunday, with which a week may begin, it is the seven days before.
    """
    now, unit = base_day(anchor), str(words["UNIT"])
    now = calendar.back(now, number(words, "ARG", 1) - 1, unit)
    if unit == "week" and now.weekday() == calendar.SUNDAY:
        return Interval(now - timedelta(weeks=1), now - ONE_DAY, Granularity.WEEK)
    return calendar.whole(calendar.back(now, 1, unit), unit, part(words))


def so_far(words: Words, anchor: Anchor) -> Outcome:
    """Return this week, month or year, or its early, middle or late part, up to the anchor."""
    now = base_day(anchor)
    whole = calendar.whole(now, str(words["UNIT"]), part(words))
    return calendar.span(whole.start, min(whole.end, now)) if whole.start <= now else Unresolved.FUTURE


def so_far_before(words: Words, anchor: Anchor) -> Outcome:
    """Return the earlier part of this week, month or year; on a Monday, the week that ended."""
    unit, now = str(words["UNIT"]), base_day(anchor)
    if unit == "week" and now.weekday() == 0:
        now -= ONE_DAY
    return calendar.span(calendar.whole(now, unit).start, now)


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
