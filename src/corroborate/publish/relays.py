"""Chains of sources → a drawing of who stands behind which report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from corroborate.publish.svg import drawing, element
from corroborate.publish.words import plural

_WIDTH, _ROW, _TOP = 800, 34, 34
_LETTERS = 34


@dataclass(frozen=True, slots=True)
class Chain:
    """The way of a claim: from its origin through relays to the report that carries it."""

    origin: str
    relays: tuple[str, ...]
    report: str


def summary(chains: Sequence[Chain]) -> str:
    """Return how many reports stand on how many origins.

    >>> summary([Chain("A", (), "x"), Chain("A", ("B",), "y")])
    '2 links, 1 origin'
    """
    links, origins = len({c.report for c in chains}), len({c.origin for c in chains})
    return f"{plural(links, 'link')}, {plural(origins, 'origin')}"


def relay_graph(chains: Iterable[Chain]) -> Markup:
    """Return the origins at the left, the reports at the right, and what was handed on between them."""
    told = tuple(dict.fromkeys(chains))
    columns = [_names(c.origin for c in told), _names(r for c in told for r in c.relays), _names(c.report for c in told)]
    height = _TOP + _ROW * max(len(column) for column in columns)
    spots = {
        (n, name): _TOP + (row + 0.5) * (height - _TOP) / len(column)
        for n, column in enumerate(columns)
        for row, name in enumerate(column)
    }
    marks = [_link(edge, spots) for edge in dict.fromkeys(edge for chain in told for edge in _edges(chain))]
    marks += [_node(place, y) for place, y in spots.items()]
    heads = ("Origins", "Relayed by", "Reports")
    marks += [_head(n, text) for n, text in enumerate(heads) if columns[n]]
    label = "Relays: " + "; ".join(" to ".join((c.origin, *c.relays, c.report)) for c in told)
    return drawing(*marks, label=label, box=(_WIDTH, height + 4), class_="relays")


_Place = tuple[int, str]


def _names(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _edges(chain: Chain) -> list[tuple[_Place, _Place]]:
    way: list[_Place] = [(0, chain.origin), *((1, relay) for relay in chain.relays), (2, chain.report)]
    return list(zip(way, way[1:], strict=False))


_LEFT, _MIDDLE, _RIGHT = 250, (300, 500), 550  # where a column's names end or begin


def _link(edge: tuple[_Place, _Place], spots: dict[_Place, float]) -> Markup:
    (start, _), (end, _) = edge
    x1 = _LEFT if start == 0 else _MIDDLE[1]
    x2 = _RIGHT if end == 2 else _MIDDLE[0]  # noqa: PLR2004 - the third column
    y1, y2 = spots[edge[0]], spots[edge[1]]
    if start == end:  # a relay that had it from a relay
        x1 = x2 = _MIDDLE[1]
        return element("path", d=f"M{x1} {y1:.1f}C{x1 + 34} {y1:.1f} {x2 + 34} {y2:.1f} {x2} {y2:.1f}", class_="link")
    half = (x1 + x2) / 2
    return element("path", d=f"M{x1} {y1:.1f}C{half:g} {y1:.1f} {half:g} {y2:.1f} {x2} {y2:.1f}", class_="link")


def _node(place: _Place, y: float) -> Markup:
    column, name = place
    x, anchor = ((_LEFT - 10, "end"), (sum(_MIDDLE) / 2, "middle"), (_RIGHT + 10, "start"))[column]
    class_ = ("origin", "relay", "report")[column]
    short = name if len(name) <= _LETTERS else name[: _LETTERS - 1].rstrip() + "…"
    text = element("text", element("title", name), short, x=x, y=y + 4.5, text_anchor=anchor, class_=class_)
    if column == 1:
        rail = element("rect", x=_MIDDLE[0], y=y - 12, width=_MIDDLE[1] - _MIDDLE[0], height=24, rx=12, class_="relay")
        return element("g", rail, text)
    dot = element("circle", cx=_LEFT if column == 0 else _RIGHT, cy=y, r=4, class_=class_)
    return element("g", text, dot)


def _head(column: int, text: str) -> Markup:
    x = (_LEFT, sum(_MIDDLE) / 2, _RIGHT)[column]
    anchor = ("end", "middle", "start")[column]
    return element("text", text, x=x, y=14, text_anchor=anchor, class_="head")
