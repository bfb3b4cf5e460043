"""How often a date in news is read as it was coded: `python -m benchmark.timex [--errors N]`.

Texts with TIMEX3 marks (TimeBank, AQUAINT). Counted is every mark whose value is days of the calendar: a day or a part
of one, a weekend, week, month, quarter, half, season, year, decade; amounts ("P3D") and vague ones ("PAST_REF") are
not. It is right where the expression found there has just those days; where the mark says "early", "mid" or "late", a
part of its days is right; the two ends of a span count for one mark each. Counted apart: the running week, month or
year, which the program ends on the day of publication.
"""

import argparse
import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmark.labels import SHARED, document_of
from corroborate.locate import calendar
from corroborate.locate.time_grammar import Link
from corroborate.locate.told_times import told_times
from corroborate.model.document import Document
from corroborate.model.situation import Granularity, Interval

_SOURCE = SHARED / "bench/temporal/TBAQ-cleaned"
_MARK = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
_BODY = re.compile(r"<TEXT>(.*)</TEXT>", re.DOTALL)
_CREATED = re.compile(r'value="(\d{4}-\d\d-\d\d)[^"]*"[^>]*functionInDocument="CREATION_TIME"')
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Mark:
    """A coded date: where it stands, its words, value and modifier."""

    start: int
    end: int
    value: str
    mod: str
    days: Interval


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found where a mark stands: its days, "" where nothing was found."""

    name: str
    mark: Mark
    words: str
    found: str
    rule: str
    right: bool
    so_far: bool = False


def days_of(value: str) -> Interval | None:
    """Return the days of a TIMEX3 value, None where it fixes none.

    >>> days_of("1998-W07").start.isoformat(), days_of("1998-Q2").end.isoformat(), days_of("P3D")
    ('1998-02-09', '1998-06-30', None)
    """
    value = value.partition("T")[0]
    try:
        return _days_of(value)
    except ValueError:
        return None


def _days_of(value: str) -> Interval | None:  # one return for each form of a value
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return calendar.day(date.fromisoformat(value))
    if re.fullmatch(r"\d{4}-\d\d", value):
        return calendar.month(int(value[:4]), int(value[5:]))
    if found := re.fullmatch(r"(\d{4})-W(\d{1,2})(-WE)?", value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        if found[3]:
            return calendar.span(monday + timedelta(days=5), monday + timedelta(days=6))
        return calendar.week(monday)
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return calendar.season(int(found[1]), int(found[2]) * 3 - 2)
    if found := re.fullmatch(r"(\d{4})-H([12])", value):
        first = int(found[2]) * 6 - 5
        return calendar.months((int(found[1]), first), (int(found[1]), first + 5))
    if (found := re.fullmatch(r"(\d{4})-([A-Z]{2})", value)) and found[2] in _SEASONS:
        return calendar.season(int(found[1]), _SEASONS[found[2]])
    if re.fullmatch(r"\d{4}", value):
        return calendar.year(int(value))
    if re.fullmatch(r"\d{3}X?", value):
        return Interval(date(int(value[:3] + "0"), 1, 1), date(int(value[:3] + "9"), 12, 31), Granularity.YEAR)
    return None


def marked(path: Path) -> tuple[Document, list[Mark]] | None:
    """Return a text and its marks, None where it has no text or no day."""
    source = path.read_text(encoding="utf-8", errors="replace")
    created, body = _CREATED.search(source), _BODY.search(source)
    if created is None or body is None:
        return None
    text, marks, at = "", [], 0
    for mark in _MARK.finditer(body[1]):
        text += _plain(body[1][at : mark.start()])
        attributes = dict(_ATTRIBUTE.findall(mark[1]))
        words = _plain(mark[2])
        days = days_of(attributes["value"]) if attributes["type"] in {"DATE", "TIME"} else None
        if days is not None:
            marks.append(Mark(len(text), len(text + words), attributes["value"], attributes.get("mod", ""), days))
        text += words
        at = mark.end()
    text += _plain(body[1][at:])
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", text)  # lines are broken inside sentences
    return document_of(path.stem, text, published=date.fromisoformat(created[1])), marks


def _plain(source: str) -> str:
    return html.unescape(_TAG.sub("", source))


def outcomes() -> Iterator[Outcome]:
    """Yield the outcome for every mark of every text."""
    for path in sorted(_SOURCE.glob("*/*.tml")):
        if both := marked(path):
            yield from _outcomes(*both)


def _outcomes(document: Document, marks: list[Mark]) -> Iterator[Outcome]:
    read = [time.expression for told in told_times(document, ()) for time in told.times]
    for mark in marks:
        here = [one for one in read if one.start < mark.end and mark.start < one.end]
        words = document.text[mark.start : mark.end]
        if not here:
            yield Outcome(document.name, mark, words, "", "", right=False)
            continue
        best = max(here, key=lambda one: min(one.end, mark.end) - max(one.start, mark.start))
        is_span = "+" in best.rule or best.link is Link.SINCE
        right = best.interval is not None and _fits(best.interval, mark, is_span=is_span)
        found = str(best.outcome) if best.interval is None else f"{best.interval.start}..{best.interval.end}"
        so_far = best.interval is not None and _is_so_far(best.interval, mark, document)
        yield Outcome(document.name, mark, words, found, best.rule, right, so_far and not right)


def _fits(days: Interval, mark: Mark, *, is_span: bool) -> bool:
    wanted = mark.days
    if (days.start, days.end) == (wanted.start, wanted.end):
        return True
    if mark.mod in {"START", "MID", "END"}:
        return wanted.start <= days.start and days.end <= wanted.end
    return is_span and (days.start == wanted.start or days.end == wanted.end)


def _is_so_far(days: Interval, mark: Mark, document: Document) -> bool:
    return days.start == mark.days.start and days.end == document.published and days.end < mark.days.end


def main() -> None:
    """Print the share of marks read as coded, by the form of the value, and some of the others."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    seen = list(outcomes())
    right, form = Counter[str](), Counter[str]()
    for outcome in seen:
        name = re.sub(r"\d", "9", outcome.mark.value)
        form[name] += 1
        right[name] += outcome.right
    print(
        f"{right.total()} of {len(seen)} as coded, {sum(one.so_far for one in seen)} more as far as they had gone; "
        f"something found for {sum(bool(one.rule) for one in seen)}"
    )
    for name, total in form.most_common():
        print(f"   {name}: {right[name]} of {total}")
    for one in [one for one in seen if not one.right and not one.so_far][: options.errors]:
        print(f"      {one.name} | {one.words} | {one.mark.value} {one.mark.mod} | {one.found} {one.rule}")


if __name__ == "__main__":
    main()
