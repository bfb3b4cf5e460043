"""Points with their precision → maps drawn without a network."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, floor, log10, radians

from markupsafe import Markup

from corroborate.publish.svg import drawing, element

_BOX = (380, 340)
_KM_A_DEGREE = 111.2
_NEAR_KM = 45.0  # points nearer than this to each other share a panel
_LEAST_KM = 9.0  # half the least span of a panel
_LETTER = 6.4  # a letter's width at the label's size
_STEPS = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Point:
    """Something to show: where, how precisely in kilometres, under which label; `aside` for a place only named."""

    latitude: float
    longitude: float
    radius_km: float
    label: str
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One map: its title and its drawing."""

    title: str
    drawing: Markup


@dataclass(frozen=True, slots=True)
class _View:
    """A window on the earth: equirectangular, true at its middle."""

    west: float
    south: float
    east: float
    north: float

    @property
    def latitude(self) -> float:
        return (self.south + self.north) / 2

    @property
    def scale(self) -> float:
        """Pixels a degree of latitude."""
        wide = (self.east - self.west) * cos(radians(self.latitude))
        return min(_BOX[0] / wide, _BOX[1] / (self.north - self.south))

    @property
    def km(self) -> float:
        """Pixels a kilometre."""
        return self.scale / _KM_A_DEGREE

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        across = (longitude - (self.west + self.east) / 2) * cos(radians(self.latitude)) * self.scale
        return _BOX[0] / 2 + across, _BOX[1] / 2 - (latitude - self.latitude) * self.scale

    def holds(self, latitude: float, longitude: float) -> bool:
        x, y = self.at(latitude, longitude)
        return 0 <= x <= _BOX[0] and 0 <= y <= _BOX[1]


@dataclass(frozen=True, slots=True)
class _Area:
    name: str
    center: tuple[float, float]
    rings: tuple[tuple[tuple[float, float], ...], ...]


def panels(points: Sequence[Point]) -> tuple[Panel, ...]:
    """Return an overview and a closer map of each group of points; none where there is nothing to place."""
    shown = [p for p in points if not p.aside]
    if not shown:
        return ()
    groups = _groups(shown)
    views = [_window(group) for group in groups]
    close = tuple(
        Panel(f"{letter}. {_about(group)}", _draw(view, points, f"Map {letter}: " + _told(group), names=True))
        for letter, group, view in zip("BCDEFGH", groups, views, strict=False)
    )
    overview = _overview(shown)
    boxes = [_frame(overview, view, letter) for letter, view in zip("BCDEFGH", views, strict=False)]
    first = Panel("A. Overview", _draw(overview, shown, "Map A: overview of all places", boxes=boxes))
    return (first, *close)


def outline_source() -> str:
    """Return where the packaged outline comes from."""
    return str(_data()["source"])


@cache
def _data() -> Mapping[str, object]:
    loaded: Mapping[str, object] = json.loads(
        (files(__package__) / "syria_outline.json").read_text(encoding="utf-8")
    )
    return loaded


@cache
def _areas() -> tuple[_Area, ...]:
    areas = _data()["areas"]
    if not isinstance(areas, list):
        return ()
    return tuple(
        _Area(
            area["name"],
            (area["center"][1], area["center"][0]),
            tuple(tuple((y, x) for x, y in ring) for ring in area["rings"]),
        )
        for area in areas
    )


def _distance_km(a: Point, b: Point) -> float:
    across = (a.longitude - b.longitude) * cos(radians((a.latitude + b.latitude) / 2))
    return float(_KM_A_DEGREE * (across**2 + (a.latitude - b.latitude) ** 2) ** 0.5)


def _groups(points: Sequence[Point]) -> list[list[Point]]:
    groups: list[list[Point]] = []
    for point in points:
        near = [g for g in groups if any(_distance_km(point, other) <= _NEAR_KM for other in g)]
        groups = [g for g in groups if g not in near] + [[p for g in near for p in g] + [point]]
    return sorted(groups, key=lambda g: -max(p.latitude for p in g))


def _window(points: Sequence[Point]) -> _View:
    """Return a window that holds the points and, as far as they are local, their circles."""
    reach = [min(p.radius_km, 25.0) / _KM_A_DEGREE for p in points]
    south = min(p.latitude - r for p, r in zip(points, reach, strict=True))
    north = max(p.latitude + r for p, r in zip(points, reach, strict=True))
    middle = cos(radians((south + north) / 2))
    west = min(p.longitude - r / middle for p, r in zip(points, reach, strict=True))
    east = max(p.longitude + r / middle for p, r in zip(points, reach, strict=True))
    half = max((north - south) / 2, (east - west) * middle / 2, _LEAST_KM / _KM_A_DEGREE) * 1.25
    at = ((south + north) / 2, (west + east) / 2)
    return _View(at[1] - half / middle, at[0] - half, at[1] + half / middle, at[0] + half)


def _overview(points: Sequence[Point]) -> _View:
    corners = [corner for area in _areas() for ring in area.rings for corner in ring]
    country = _View(
        min(x for _, x in corners) - 0.2, min(y for y, _ in corners) - 0.2,
        max(x for _, x in corners) + 0.2, max(y for y, _ in corners) + 0.2,
    )  # fmt: skip
    if all(country.west <= p.longitude <= country.east and country.south <= p.latitude <= country.north for p in points):
        return country
    view = _window(points)
    return _View(view.west - 2, view.south - 2, view.east + 2, view.north + 2)


def _about(points: Sequence[Point]) -> str:
    at = (sum(p.latitude for p in points) / len(points), sum(p.longitude for p in points) / len(points))
    named = [a for a in _areas() if any(_inside(at, ring) for ring in a.rings)]
    return min(named, key=lambda a: len(a.rings[0])).name if named else f"around {at[0]:.2f}, {at[1]:.2f}"


def _inside(at: tuple[float, float], ring: Sequence[tuple[float, float]]) -> bool:
    within = False
    for (y1, x1), (y2, x2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > at[0]) != (y2 > at[0]) and at[1] < (x2 - x1) * (at[0] - y1) / (y2 - y1) + x1:
            within = not within
    return within


def _told(points: Sequence[Point]) -> str:
    return "; ".join(dict.fromkeys(f"{p.label}, within {p.radius_km:g} km" for p in points))


def _draw(
    view: _View, points: Sequence[Point], label: str, *, names: bool = False, boxes: Sequence[Markup] = ()
) -> Markup:
    marks = [element("rect", width=_BOX[0], height=_BOX[1], class_="sea")]
    marks += [_outline(view, area) for area in _areas()]
    marks += _graticule(view)
    marks += [_name(view, area) for area in _areas() if view.holds(*area.center)]
    here = [p for p in points if view.holds(p.latitude, p.longitude)]
    if names:
        marks += [_circle(view, p) for p in here if not p.aside]
    marks += [_dot(view, p) for p in here]
    marks += boxes
    marks += _labels(view, here) if names else []
    marks.append(_scale_bar(view))
    return drawing(*marks, label=label, box=_BOX, class_="map")


def _outline(view: _View, area: _Area) -> Markup:
    parts = []
    for ring in area.rings:
        corners = ["{:.1f} {:.1f}".format(*view.at(*corner)) for corner in ring]
        parts.append("M" + "L".join(corners) + "Z")
    return element("path", d="".join(parts), class_="land")


def _name(view: _View, area: _Area) -> Markup:
    x, y = view.at(*area.center)
    return element("text", area.name, x=x, y=y, class_="area", text_anchor="middle")


def _circle(view: _View, point: Point) -> Markup:
    x, y = view.at(point.latitude, point.longitude)
    return element("circle", cx=x, cy=y, r=point.radius_km * view.km, class_="reach")


def _dot(view: _View, point: Point) -> Markup:
    x, y = view.at(point.latitude, point.longitude)
    return element("circle", cx=x, cy=y, r=2.5 if point.aside else 5, class_="aside" if point.aside else "site")


def _labels(view: _View, points: Sequence[Point]) -> list[Markup]:
    """Put each label where it covers no other, the incidents first; a mere place name that finds no room is left out."""
    taken = [_square(*view.at(p.latitude, p.longitude)) for p in points]
    marks = []
    for point in sorted(points, key=lambda p: p.aside):
        spot = _spot(view.at(point.latitude, point.longitude), len(point.label) * _LETTER, taken)
        if spot is None and point.aside:
            continue
        left, top, right, _ = spot or _beside(view.at(point.latitude, point.longitude), len(point.label) * _LETTER)[0]
        taken.append((left, top, right, top + 15))
        marks.append(element("text", point.label, x=left, y=top + 11.5, class_="name aside" if point.aside else "name"))
    return marks


_Box = tuple[float, float, float, float]


def _square(x: float, y: float) -> _Box:
    return x - 5, y - 5, x + 5, y + 5


def _beside(at: tuple[float, float], width: float) -> list[_Box]:
    x, y = at
    corners = [(x + 9, y - 8), (x - 9 - width, y - 8), (x - width / 2, y - 24), (x - width / 2, y + 9)]
    corners += [(x + 7, y - 22), (x + 7, y + 7), (x - 7 - width, y - 22), (x - 7 - width, y + 7)]
    return [(left, top, left + width, top + 15) for left, top in corners]


def _spot(at: tuple[float, float], width: float, taken: Sequence[_Box]) -> _Box | None:
    for box in _beside(at, width):
        inside = box[0] >= 2 and box[2] <= _BOX[0] - 2 and box[1] >= 2 and box[3] <= _BOX[1] - 26  # noqa: PLR2004 - margins
        if inside and not any(_overlap(box, other) for other in taken):
            return box
    return None


def _overlap(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _graticule(view: _View) -> list[Markup]:
    height = _BOX[1] / view.scale
    width = _BOX[0] / (view.scale * cos(radians(view.latitude)))
    step = next((s for s in _STEPS if height / s <= _MOST_LINES), _STEPS[-1])
    middle = (view.west + view.east) / 2
    marks = []
    for latitude in _multiples(view.latitude - height / 2, view.latitude + height / 2, step):
        y = view.at(latitude, middle)[1]
        marks.append(element("line", x1=0, x2=_BOX[0], y1=y, y2=y, class_="graticule"))
        marks.append(element("text", f"{latitude:g}°", x=4, y=y - 3, class_="degree"))
    for longitude in _multiples(middle - width / 2, middle + width / 2, step):
        x = view.at(view.latitude, longitude)[0]
        marks.append(element("line", x1=x, x2=x, y1=0, y2=_BOX[1], class_="graticule"))
        marks.append(element("text", f"{longitude:g}°", x=x + 3, y=11, class_="degree"))
    return marks


def _multiples(low: float, high: float, step: float) -> list[float]:
    first = floor(low / step) + 1
    return [round(step * n, 4) for n in range(first, first + int((high - low) / step) + 2) if step * n < high]


def _frame(overview: _View, view: _View, letter: str) -> Markup:
    left, top = overview.at(view.north, view.west)
    right, bottom = overview.at(view.south, view.east)
    box = element("rect", x=left, y=top, width=right - left, height=bottom - top, class_="frame")
    return element("g", box, element("text", letter, x=right + 4, y=top + 11, class_="name"))


def _scale_bar(view: _View) -> Markup:
    room = _BOX[0] / 3.2 / view.km
    unit = 10 ** floor(log10(room))
    length = max(m * unit for m in (1, 2, 5) if m * unit <= room)
    y, x = _BOX[1] - 12, 12
    bar = element("path", d=f"M{x} {y - 4}v4h{length * view.km:.1f}v-4", class_="scale")
    return element("g", bar, element("text", f"{length:g} km", x=x + length * view.km + 6, y=y + 1, class_="degree"))
