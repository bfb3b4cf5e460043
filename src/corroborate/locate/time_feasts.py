"""Meanings of feasts by name, and of their first, second and other days."""

from datetime import date, timedelta

from corroborate.locate import calendar, feast_days
from corroborate.locate.time_anchor import ONE_DAY, Anchor, Outcome, Words, base_day, number
from corroborate.locate.time_words import feasts
from corroborate.model.situation import Interval

_YEARS_TRIED = 5  # years of a feast's calendar around the one looked for
_EIDS = ("eid al-fitr", "eid al-adha")
_EASTERS = {"easter": feast_days.easter, "orthodox": feast_days.orthodox_easter}


def feast(words: Words, anchor: Anchor) -> Outcome:
    """Return a feast, as far as it has gone."""
    whole = _feast(words, anchor)
    now = anchor.day or whole.end
    return calendar.span(whole.start, min(whole.end, now)) if whole.start <= now else whole


def feast_day(words: Words, anchor: Anchor) -> Outcome:
    """Return a day of a feast ("the second day of Eid", "the 27th of Ramadan")."""
    whole = _feast(words, anchor)
    return calendar.day(whole.start + timedelta(days=number(words, "ORDINAL") - 1))


def feast_week(words: Words, anchor: Anchor) -> Outcome:
    """Return a week of a month of feasting ("the first week of Ramadan")."""
    start = _feast(words, anchor).start + timedelta(weeks=number(words, "ORDINAL") - 1)
    return calendar.span(start, start + timedelta(days=6))


def feast_eve(words: Words, anchor: Anchor) -> Outcome:
    """Return the day before a feast, which may be that of tomorrow."""
    tomorrow = Anchor(anchor.day and anchor.day + ONE_DAY)
    return calendar.day(_feast(words, tomorrow).start - ONE_DAY)


def _feast(words: Words, anchor: Anchor) -> Interval:
    """Return the feast that the words name: that of the year they tell, else the latest that has begun."""
    name = str(words.get("ARG") or words.get("FEAST2") or words["FEAST"])
    year = number(words, "YEAR") if "YEAR" in words else None
    near = date(year, 1, 1) if year is not None else base_day(anchor)
    found = [_feast_of(one, year, near) for one in (_EIDS if name == "eid" else (name,))]
    return max(found, key=lambda feast: feast.start)


def _feast_of(name: str, year: int | None, near: date) -> Interval:
    kind, month, day, length = feasts()[name]
    latest = feast_days.islamic_year(near) + 2 if kind == "islamic" else near.year + 1
    for counted in range(latest, latest - _YEARS_TRIED, -1):
        if kind == "islamic":
            found = feast_days.islamic(counted, month, day, length)
        elif kind in _EASTERS:
            found = calendar.day(_EASTERS[kind](counted) + timedelta(days=day))
        else:
            found = calendar.day(date(counted, month, day))
        if found.start.year == year or (year is None and found.start <= near):
            return found
    raise ValueError(name)
