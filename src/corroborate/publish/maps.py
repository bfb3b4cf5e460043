"""Points with their precision → maps drawn without a network."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, floor, log10, radians

from markupsafe import Markup

from corroborate.publish.labels import FOOT, area_names, point_labels, square, town_marks
from corroborate.publish.outline import Area, area_at, areas
from corroborate.publish.svg import drawing, element
from corroborate.publish.windows import BOX, Point, View, groups, overview, window

_STEPS = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)
_MOST_LINES = 4
_POLE = 85  # degrees of latitude
_MARGIN = 28  # pixels at the edge without a line of the graticule


@dataclass(frozen=True, slots=True)
class Panel:
    """One map: its title and its drawing."""

    title: str
    drawing: Markup


def panels(points: Sequence[Point]) -> tuple[Panel, ...]:
    """Return an overview and a closer map of each group of points; none where there is nothing to place."""
    shown = [p for p in points if not p.aside]
    if not shown:
        return ()
    clusters = groups(shown)
    views = [window(cluster) for cluster in clusters]
    close = tuple(
        Panel(f"{letter}. {_about(group)}", _draw(view, points, f"Map {letter}: " + _told(group), names=True))
        for letter, group, view in zip("BCDEFGH", clusters, views, strict=False)
    )
    wide = overview(shown)
    boxes = [_frame(wide, view, letter) for letter, view in zip("BCDEFGH", views, strict=False)]
    first = Panel("A. Overview", _draw(wide, shown, "Map A: overview of all places", boxes=boxes))
    return (first, *close)


def _about(points: Sequence[Point]) -> str:
    latitude = sum(p.latitude for p in points) / len(points)
    longitude = sum(p.longitude for p in points) / len(points)
    return area_at(latitude, longitude) or f"around {latitude:.2f}, {longitude:.2f}"


def _told(points: Sequence[Point]) -> str:
    return "; ".join(dict.fromkeys(f"{p.label}, within {p.radius_km:g} km" for p in points))


def _draw(
    view: View, points: Sequence[Point], label: str, *, names: bool = False, boxes: Sequence[Markup] = ()
) -> Markup:
    marks = [element("rect", width=BOX[0], height=BOX[1], class_="sea")]
    marks += [_outline(view, area) for area in areas()]
    marks += _graticule(view)
    here = [p for p in points if view.holds(p.latitude, p.longitude)]
    if names:
        marks += [_circle(view, p) for p in here if not p.aside]
    marks += [_dot(view, p) for p in here]
    taken = [square(*view.at(p.latitude, p.longitude), 14 if boxes else 5) for p in here] + [FOOT]
    marks += boxes
    marks += point_labels(view, here, taken) if names else []
    marks += area_names(view, taken)
    marks += town_marks(view, here, taken) if names else []
    marks.append(_scale_bar(view))
    return drawing(*marks, label=label, box=BOX, class_="map")


def _outline(view: View, area: Area) -> Markup:
    parts = []
    for ring in area.rings:
        corners = ["{:.1f} {:.1f}".format(*view.at(*corner)) for corner in ring]
        parts.append("M" + "L".join(corners) + "Z")
    return element("path", d="".join(parts), class_="land")


def _circle(view: View, point: Point) -> Markup:
    x, y = view.at(point.latitude, point.longitude)
    return element("circle", cx=x, cy=y, r=point.radius_km * view.km, class_="reach")


def _dot(view: View, point: Point) -> Markup:
    x, y = view.at(point.latitude, point.longitude)
    return element("circle", cx=x, cy=y, r=2.5 if point.aside else 5, class_="aside" if point.aside else "site")


def _graticule(view: View) -> list[Markup]:
    height = BOX[1] / view.scale
    width = BOX[0] / (view.scale * cos(radians(view.latitude)))
    step = next((s for s in _STEPS if height / s <= _MOST_LINES), _STEPS[-1])
    middle = (view.west + view.east) / 2
    marks = []
    for latitude in _multiples(view.latitude - height / 2, view.latitude + height / 2, step):
        y = view.at(latitude, middle)[1]
        if abs(latitude) > _POLE or not _MARGIN < y < BOX[1] - _MARGIN:
            continue
        marks.append(element("line", x1=0, x2=BOX[0], y1=y, y2=y, class_="graticule"))
        marks.append(element("text", f"{latitude:g}°", x=4, y=y - 3, class_="degree"))
    for longitude in _multiples(middle - width / 2, middle + width / 2, step):
        x = view.at(view.latitude, longitude)[0]
        if not _MARGIN < x < BOX[0] - _MARGIN:
            continue
        marks.append(element("line", x1=x, x2=x, y1=0, y2=BOX[1], class_="graticule"))
        marks.append(element("text", f"{longitude:g}°", x=x + 3, y=11, class_="degree"))
    return marks


def _multiples(low: float, high: float, step: float) -> list[float]:
    first = floor(low / step) + 1
    return [round(step * n, 4) for n in range(first, first + int((high - low) / step) + 2) if step * n < high]


def _frame(wide: View, view: View, letter: str) -> Markup:
    left, top = wide.at(view.north, view.west)
    right, bottom = wide.at(view.south, view.east)
    box = element("rect", x=left, y=top, width=right - left, height=bottom - top, class_="frame")
    return element("g", box, element("text", letter, x=right + 4, y=top + 11, class_="name"))


def _scale_bar(view: View) -> Markup:
    room = BOX[0] / 3.2 / view.km
    unit = 10 ** floor(log10(room))
    length = max(m * unit for m in (1, 2, 5) if m * unit <= room)
    y, x = BOX[1] - 12, 12
    bar = element("path", d=f"M{x} {y - 4}v4h{length * view.km:.1f}v-4", class_="scale")
    return element("g", bar, element("text", f"{length:g} km", x=x + length * view.km + 6, y=y + 1, class_="degree"))
