"""Ranges and figures → bars on one scale."""

from collections.abc import Iterable

from markupsafe import Markup

from corroborate.model.casualty import CasualtyRange, Count, Qualifier
from corroborate.publish.svg import element, percent, strip
from corroborate.publish.words import count_words, number, range_words

_LEFT, _WIDTH = 0.015, 0.86  # what is left at the right is room for open ends
_BAR, _ROW, _AXIS = 26, 20, 20
_STEPS = (1, 2, 5)
_MOST_TICKS = 5


def top_of(ranges: Iterable[CasualtyRange], counts: Iterable[Count]) -> int:
    """Return the greatest figure that a scale must hold, one at the least."""
    figures = [bound for r in ranges for bound in (r.low.value, r.high.value)]
    figures += [bound for c in counts for bound in (c.low, c.high)]
    return max((figure for figure in figures if figure is not None), default=1) or 1


def axis(top: int) -> Markup:
    """Return the scale from 0 to the top, in round figures."""
    marks = [
        element("text", number(tick), x=percent(_at(tick, top)), y=13, text_anchor="middle" if tick else "start")
        for tick in ticks(top)
    ]
    return strip(*marks, label=f"scale from 0 to {number(top)}", height=_AXIS, class_="strip axis")


def ticks(top: int) -> tuple[int, ...]:
    """Return round figures from 0 up to the top.

    >>> ticks(17)
    (0, 5, 10, 15)
    """
    unit = 1
    while True:
        for step in _STEPS:
            if top / (step * unit) <= _MOST_TICKS:
                return tuple(range(0, top + 1, step * unit))
        unit *= 10


def bar(stated: CasualtyRange, top: int) -> Markup:
    """Return the published range as a bar from low to high, with an arrow where the top is open."""
    low, high = stated.low.value or 0, stated.high.value
    if high is None and stated.low.value is None:
        return strip(*(_grid(tick, top) for tick in ticks(top)), label="no number stated", height=_BAR)
    end = high if high is not None else low
    marks = [_grid(tick, top) for tick in ticks(top)]
    marks.append(_stroke(low, end, top, "range"))
    if stated.open or high is None:
        marks.append(_arrow(end, top))
    marks += [_end(value, top) for value in dict.fromkeys((low, end))]
    return strip(*marks, label=f"range: {range_words(stated)}", height=_BAR)


def figure(counts: Iterable[tuple[Count, bool]], top: int) -> Markup:
    """Return one origin's figures on the scale: a dot or span each; hollow where a later figure replaced it."""
    marks = [_grid(tick, top) for tick in ticks(top)]
    said = []
    for count, replaced in counts:
        marks += _figure(count, top, "replaced" if replaced else "current")
        said.append(count_words(count) + (" (replaced)" if replaced else ""))
    return strip(*marks, label="; ".join(said), height=_ROW)


def _figure(count: Count, top: int, class_: str) -> list[Markup]:
    if count.qualifier is Qualifier.VAGUE:
        return []
    low, high = count.low, count.high
    marks = []
    if high is None and low is not None:
        marks.append(_arrow(low, top, class_=f"open {class_}"))
    if low != high and high is not None:
        marks.append(_stroke(low or 0, high, top, f"span {class_}"))
    stated = dict.fromkeys(v for v in (low, high) if v is not None)
    dots = [element("circle", cx=percent(_at(v, top)), cy="50%", r=4.5, class_=f"dot {class_}") for v in stated]
    return marks + dots


def _at(value: int, top: int) -> float:
    return _LEFT + _WIDTH * value / top


def _grid(tick: int, top: int) -> Markup:
    across = percent(_at(tick, top))
    return element("line", x1=across, x2=across, y1=0, y2="100%", class_="grid")


def _stroke(low: int, high: int, top: int, class_: str) -> Markup:
    return element("line", x1=percent(_at(low, top)), x2=percent(_at(high, top)), y1="50%", y2="50%", class_=class_)


def _end(value: int, top: int) -> Markup:
    mark = element("line", x1=0, x2=0, y1=-8, y2=8, class_="end")
    return element("svg", mark, x=percent(_at(value, top)), y="50%", overflow="visible")


def _arrow(value: int, top: int, class_: str = "open") -> Markup:
    path = element("path", d="M0 0h34m-7 -5l7 5l-7 5", class_=class_)
    return element("svg", path, x=percent(_at(value, top)), y="50%", overflow="visible")
