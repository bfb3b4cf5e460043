"""Days → positions across the page, long silences cut out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import sqrt

from markupsafe import Markup

from corroborate.model.situation import Interval
from corroborate.publish.svg import element, percent, strip
from corroborate.publish.words import day, days

_LONG = 150  # days beyond which a span does not stretch the axis
_SILENCES = (75, 200, 400, 1_000, 4_000, 20_000, 4_000_000)  # days without anything after which the axis is cut
_MOST_SEGMENTS = 3
_LABEL = 0.04  # share of the width that the last label takes
_GAP = 0.05  # share of the width that a cut takes
_ROW, _AXIS = 22, 34
_STEPS = (1, 2, 3, 5, 7, 14, 28, 61, 122, 183, 366, 731, 1827, 3653)
_MOST_TICKS = 7  # across a whole width
_IN_MONTHS = 700  # days from which an axis is marked in months, with their years


@dataclass(frozen=True, slots=True)
class Segment:
    """An unbroken stretch of days and the share of the width on which it is drawn."""

    start: date
    end: date
    left: float
    right: float

    @property
    def days(self) -> int:
        """Return how many days it covers."""
        return (self.end - self.start).days + 1

    def at(self, when: date) -> float:
        """Return where a day begins."""
        return self.left + (self.right - self.left) * (when - self.start).days / self.days


def segments(spans: Sequence[Interval]) -> tuple[Segment, ...]:
    """Return the stretches to draw for these spans, in order; each gets room by the root of its length.

    Of a span of many months ("for four years") only the end makes room for itself: it would flatten all others.
    """
    stretches = next(found for silence in _SILENCES if len(found := _stretches(spans, silence)) <= _MOST_SEGMENTS)
    weights = [sqrt((end - start).days + 1) for start, end in stretches]
    room = 1 - _GAP * max(len(stretches) - 1, 0)
    made, left = [], 0.0
    for (start, end), weight in zip(stretches, weights, strict=True):
        width = room * weight / sum(weights)
        made.append(Segment(start, end, left, left + width))
        left += width + _GAP
    return tuple(made)


def axis(drawn: Sequence[Segment]) -> Markup:
    """Return the axis of days, with the cuts marked."""
    marks: list[Markup] = []
    for segment in drawn:
        marks.append(_line(segment.left, segment.right, _AXIS - 1, "axis"))
        marks += [_tick(segment, tick) for tick in _ticks(segment)]
        marks.append(element("text", _years(segment), x=percent(segment.left), y=12, class_="year"))
    marks += [_cut(left, right) for left, right in pairwise(drawn)]
    label = "time axis: " + "; ".join(f"{day(s.start)} to {day(s.end)}" for s in drawn)
    return strip(*marks, label=label, height=_AXIS, class_="strip axis")


def row(when: Interval, drawn: Sequence[Segment], class_: str) -> Markup:
    """Return one row: a point for a day, a bar for a span, with an arrow where it began before what is drawn."""
    marks = [_grid(s, tick) for s in drawn for tick in _ticks(s)]
    for segment in drawn:
        start, end = max(when.start, segment.start), min(when.end, segment.end)
        if start <= end:
            marks += _mark(segment, start, end, class_, whole=when.days)
    if drawn and when.start < drawn[0].start:
        early = element("path", d="M9 -6l-7 6l7 6", class_="early")
        marks.append(element("svg", early, x="0", y="50%", overflow="visible"))
    return strip(*marks, label=days(when), height=_ROW)


def _stretches(spans: Sequence[Interval], silence: int) -> list[tuple[date, date]]:
    made: list[tuple[date, date]] = []
    for first, last in sorted((_begin(span), span.end) for span in spans):
        start, end = first - timedelta(2), last + timedelta(3)
        if made and (start - made[-1][1]).days <= silence:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made


def _begin(span: Interval) -> date:
    return span.start if span.days <= _LONG else span.end


def _mark(segment: Segment, start: date, end: date, class_: str, *, whole: int) -> list[Markup]:
    left, right = segment.at(start), segment.at(end + timedelta(1))
    if whole == 1:
        return [element("circle", cx=percent((left + right) / 2), cy="50%", r=6, class_=class_)]
    bar = element("rect", x=0, y=-5, width="100%", height=10, rx=3, class_=class_)
    return [element("svg", bar, x=percent(left), y="50%", width=percent(right - left), overflow="visible")]


def _ticks(segment: Segment) -> tuple[date, ...]:
    most = max(1.0, _MOST_TICKS * (segment.right - segment.left))
    step = next((s for s in _STEPS if segment.days / s <= most), _STEPS[-1])
    first = segment.start + timedelta(1)
    every = (first + timedelta(step * n) for n in range(segment.days // step + 1))
    return tuple(tick for tick in every if segment.at(tick) <= segment.right - _LABEL)


def _tick(segment: Segment, when: date) -> Markup:
    label = f"{when.day} {when:%b}" if segment.days < _IN_MONTHS else f"{when:%b %Y}"
    return element("text", label, x=percent(segment.at(when)), y=_AXIS - 7)


def _grid(segment: Segment, when: date) -> Markup:
    across = percent(segment.at(when))
    return element("line", x1=across, x2=across, y1=0, y2="100%", class_="grid")


def _line(left: float, right: float, y: float, class_: str) -> Markup:
    return element("line", x1=percent(left), x2=percent(right), y1=y, y2=y, class_=class_)


def _cut(before: Segment, after: Segment) -> Markup:
    middle = (before.right + after.left) / 2
    slashes = element("path", d=f"M-6 {_AXIS}l5 -11m2 11l5 -11", class_="cut")
    return element("svg", slashes, x=percent(middle), y=0, overflow="visible")


def _years(segment: Segment) -> str:
    first, last = (segment.start + timedelta(2)).year, (segment.end - timedelta(3)).year
    return str(first) if first == last else f"{first}–{last}"
