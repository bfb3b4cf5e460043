"""Chains of sources → a drawing of who stands behind which report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from corroborate.publish.svg import drawing, element

_WIDTH, _ROW, _TOP = 860, 32, 34
_LETTERS = (36, 25, 44)  # that a column has room for


@dataclass(frozen=True, slots=True)
class Chain:
    """The way of a claim: from its origin through relays to the report that carries it."""

    origin: str
    relays: tuple[str, ...]
    report: str


def relay_graph(chains: Iterable[Chain], accounts: Sequence[str]) -> Markup:
    """Return the origins at the left, the reports at the right, and what was handed on between them.

    Origins not among `accounts` only lay or deny responsibility, or check: they are drawn hollow.
    """
    told = tuple(dict.fromkeys(chains))
    relays = _names(relay for chain in told for relay in chain.relays)
    columns = [_names(c.origin for c in told), relays, _names(c.report for c in told)]
    height = _TOP + _ROW * max(len(column) for column in columns)
    spots = {
        (n, name): _TOP + (row + 0.5) * (height - _TOP) / len(column)
        for n, column in enumerate(columns)
        for row, name in enumerate(column)
    }
    marks = [_link(edge, spots) for edge in dict.fromkeys(edge for chain in told for edge in _edges(chain))]
    marks += [_node(place, y, told_of=place[1] in accounts) for place, y in spots.items()]
    heads = ("Origins", "Relayed by", "Reports")
    marks += [_head(n, text) for n, text in enumerate(heads) if columns[n]]
    label = "Relays: " + "; ".join(" to ".join((c.origin, *c.relays, c.report)) for c in told)
    return drawing(*marks, label=label, box=(_WIDTH, height + 4), class_="relays")


_Place = tuple[int, str]


def _names(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _edges(chain: Chain) -> list[tuple[_Place, _Place]]:
    way: list[_Place] = [(0, chain.origin), *((1, relay) for relay in chain.relays), (2, chain.report)]
    return list(pairwise(way))


_LEFT, _MIDDLE, _RIGHT = 262, (312, 492), 542  # where a column's names end or begin


def _link(edge: tuple[_Place, _Place], spots: dict[_Place, float]) -> Markup:
    (start, _), (end, _) = edge
    y1, y2 = spots[edge[0]], spots[edge[1]]
    if start == end:  # a relay that had it from a relay
        out = _MIDDLE[1] + 34
        return _curve((_MIDDLE[1], y1), (_MIDDLE[1], y2), (out, out), "link relayed")
    x1 = _MIDDLE[1] if start else _LEFT
    x2 = _MIDDLE[0] if end == 1 else _RIGHT
    half = (x1 + x2) / 2
    return _curve((x1, y1), (x2, y2), (half, half), "link relayed" if 1 in (start, end) else "link")


def _curve(start: tuple[float, float], end: tuple[float, float], bend: tuple[float, float], class_: str) -> Markup:
    (x1, y1), (x2, y2) = start, end
    path = f"M{x1:g} {y1:.1f}C{bend[0]:g} {y1:.1f} {bend[1]:g} {y2:.1f} {x2:g} {y2:.1f}"
    return element("path", d=path, class_=class_)


def _node(place: _Place, y: float, *, told_of: bool) -> Markup:
    column, name = place
    x, anchor = ((_LEFT - 10, "end"), (sum(_MIDDLE) / 2, "middle"), (_RIGHT + 10, "start"))[column]
    class_ = ("origin", "relay", "report")[column]
    room = _LETTERS[column]
    short = name if len(name) <= room else name[: room - 1].rstrip() + "…"
    text = element("text", element("title", name), short, x=x, y=y + 4.5, text_anchor=anchor, class_=class_)
    if column == 1:
        rail = element("rect", x=_MIDDLE[0], y=y - 12, width=_MIDDLE[1] - _MIDDLE[0], height=24, rx=12, class_="relay")
        return element("g", rail, text)
    dot = element(
        "circle", cx=_LEFT if column == 0 else _RIGHT, cy=y, r=4.5, class_=class_ if column or told_of else "other"
    )
    return element("g", text, dot)


def _head(column: int, text: str) -> Markup:
    x = (_LEFT, sum(_MIDDLE) / 2, _RIGHT)[column]
    anchor = ("end", "middle", "start")[column]
    return element("text", text, x=x, y=14, text_anchor=anchor, class_="head")
