"""The model's words → words for a reader, from `words.toml`."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from corroborate.model.casualty import CasualtyRange, Count, Qualifier
from corroborate.model.situation import Granularity, Interval

_MONTHS = tuple("January February March April May June July August September October November December".split())


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    tables: Mapping[str, Mapping[str, str]] = tomllib.loads(
        (files(__package__) / "words.toml").read_text(encoding="utf-8")
    )
    return tables


def word(table: str, value: str) -> str:
    """Return how a value is put to a reader; the value itself, its underscores as spaces, where no words are given."""
    return _tables().get(table, {}).get(value) or value.replace("_", " ")


def number(value: int) -> str:
    """Return an integer with its thousands apart.

    >>> number(1000)
    '1,000'
    """
    return f"{value:,}"


def day(value: date, *, year: bool = True) -> str:
    """Return a day in words.

    >>> day(date(2018, 2, 5))
    '5 February 2018'
    """
    said = f"{value.day} {_MONTHS[value.month - 1]}"
    return f"{said} {value.year}" if year else said


def days(when: Interval | None) -> str:
    """Return a span of days in words, as coarse as it is known."""
    if when is None:
        return "day not known"
    start, end = when.start, when.end
    if when.granularity is Granularity.YEAR and start.year == end.year:
        return f"some time in {start.year}"
    if when.granularity is Granularity.MONTH and (start.year, start.month) == (end.year, end.month):
        return f"some time in {_MONTHS[start.month - 1]} {start.year}"
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start, year=start.year != end.year)} – {day(end)}"


def count_words(count: Count) -> str:
    """Return a count as its words bound it.

    >>> count_words(Count(11, None, Qualifier.AT_LEAST))
    'at least 11'
    """
    low, high = count.low, count.high
    plain = number(next((bound for bound in (low, high) if bound is not None), 0))
    said = {
        Qualifier.EXACT: plain,
        Qualifier.AT_LEAST: f"at least {plain}",
        Qualifier.MORE_THAN: f"more than {number(max(low - 1, 0)) if low is not None else plain}",
        Qualifier.AT_MOST: f"up to {number(high) if high is not None else plain}",
        Qualifier.LESS_THAN: f"fewer than {number(high + 1) if high is not None else plain}",
        Qualifier.ABOUT: f"about {plain}",
        Qualifier.RANGE: f"{plain}–{number(high) if high is not None else ''}",
        Qualifier.VAGUE: "no figure",
        Qualifier.NONE: "none",
    }
    return said[count.qualifier]


def range_words(stated: CasualtyRange) -> str:
    """Return a published range in words: low to high, and whether the top is open; never a middle."""
    low, high = stated.low.value, stated.high.value
    if low is None and high is None:
        return "no figure"
    if low == high == 0:
        return "none"
    if high is None:
        return f"{number(low or 0)} or more"
    if low is None or low == high:
        said = number(high) if low is not None else f"up to {number(high)}"
    else:
        said = f"{number(low)}–{number(high)}"
    return f"{said} or more" if stated.open else said


def best_words(stated: CasualtyRange) -> str:
    """Return the figure taken for the likeliest, behind a comma; nothing where there is none beside the ends."""
    if stated.best is None or stated.best.value is None or stated.low.value == stated.high.value:
        return ""
    return f", best {number(stated.best.value)}"


def notes(value: CasualtyRange) -> str:
    """Return how the words behind a range were taken, in brackets: " (“dozens” as 12 to 24)"; nothing for figures."""
    told = dict.fromkeys(bound.note for bound in (value.low, value.best, value.high) if bound and bound.note)
    return f" ({'; '.join(told)})" if told else ""


def telling(values: Iterable[CasualtyRange]) -> tuple[CasualtyRange, ...]:
    """Return the ranges that say how many; one without a number only where its effect has no other."""
    values = tuple(values)
    counted = {value.effect for value in values if value.high.value is not None}
    return tuple(value for value in values if value.high.value is not None or value.effect not in counted)


def toll_words(stated: CasualtyRange) -> str:
    """Return a published range with what it counts."""
    low, high = stated.low.value, stated.high.value
    one = low == high == 1 and not stated.open
    who, done = word("person" if one else "people", stated.people), word("effect", stated.effect)
    if low is None and high is None:
        return f"{who} {done}, no figure"
    if low == high == 0:
        return f"no {who} {done}"
    return f"{range_words(stated)} {who} {done}{best_words(stated)}"


def listing(items: tuple[str, ...] | list[str], last: str = "and") -> str:
    """Return items as an English list.

    >>> listing(["a", "b", "c"])
    'a, b and c'
    """
    *before, final = items or ("",)
    return f"{', '.join(before)} {last} {final}" if before else final


def plural(amount: int, one: str, many: str | None = None) -> str:
    """Return an amount with its noun.

    >>> plural(1, "report"), plural(12, "report")
    ('1 report', '12 reports')
    """
    return f"{number(amount)} {one if amount == 1 else many or one + 's'}"
