"""Names on a map, each where it covers no other."""

from collections.abc import Sequence

from markupsafe import Markup

from corroborate.publish.outline import areas, span_of, towns
from corroborate.publish.svg import element
from corroborate.publish.windows import BOX, Point, View, distance_km

Box = tuple[float, float, float, float]  # left, top, right, bottom

FOOT: Box = (0.0, float(BOX[1] - 26), 150.0, float(BOX[1]))  # where the scale stands
_LETTER = 6.4  # a letter's width at the label's size
_BOLD = 7.3
_MOST_TOWNS = 18  # named on one panel, two marks each
_CROWD = 14  # points on a panel beyond which a name that finds no room is left out
_CLEAR = 16  # pixels that a town keeps from a point
_MARGIN, _FOOT = 2, 26  # pixels that a name keeps from the edges of its panel, and from its foot


def point_labels(view: View, points: Sequence[Point], taken: list[Box]) -> list[Markup]:
    """Put each label where it covers no other, the incidents first; a place only named may find no room."""
    marks = []
    for point in sorted(points, key=lambda p: p.aside):
        at, width = view.at(point.latitude, point.longitude), len(point.label) * (_LETTER if point.aside else _BOLD)
        spot = _spot(at, width, taken)
        if spot is None and (point.aside or len(points) > _CROWD):
            continue
        left, top, right, _ = spot or _beside(at, width)[0 if at[0] < BOX[0] / 2 else 1]
        taken.append((left, top, right, top + 15))
        marks.append(element("text", point.label, x=left, y=top + 11.5, class_="name aside" if point.aside else "name"))
    return marks


def area_names(view: View, taken: list[Box]) -> list[Markup]:
    """Name the areas whose middle is in sight, the largest first, where the name covers nothing."""
    marks = []
    for area in sorted(areas(), key=span_of, reverse=True):
        x, y = view.at(*area.center)
        half = len(area.name) * _LETTER / 2
        box = (x - half, y - 12, x + half, y + 4)
        if view.holds(*area.center) and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            marks.append(element("text", area.name, x=x, y=y, class_="area", text_anchor="middle"))
    return marks


def town_marks(view: View, points: Sequence[Point], taken: list[Box]) -> list[Markup]:
    """Show the largest towns around, for orientation, where there is room."""
    marks: list[Markup] = []
    shown = {area.name for area in areas()}
    for name, latitude, longitude in towns():
        town = Point(latitude, longitude, 0.0, name, aside=True)
        clear = name not in shown and all(distance_km(town, p) * view.km > _CLEAR for p in points)
        x, y = view.at(latitude, longitude)
        spot = _spot((x, y), len(name) * _LETTER, taken) if view.holds(latitude, longitude) else None
        if clear and spot and len(marks) < _MOST_TOWNS:
            taken.append(spot)
            marks.append(element("circle", cx=x, cy=y, r=1.6, class_="town"))
            marks.append(element("text", name, x=spot[0], y=spot[1] + 11, class_="town"))
    return marks


def square(x: float, y: float, half: float) -> Box:
    """Return the box around a point."""
    return x - half, y - half, x + half, y + half


def _beside(at: tuple[float, float], width: float) -> list[Box]:
    x, y = at
    corners = [(x + 9, y - 8), (x - 9 - width, y - 8), (x - width / 2, y - 24), (x - width / 2, y + 9)]
    corners += [(x + 7, y - 22), (x + 7, y + 7), (x - 7 - width, y - 22), (x - 7 - width, y + 7)]
    return [(left, top, left + width, top + 15) for left, top in corners]


def _spot(at: tuple[float, float], width: float, taken: Sequence[Box]) -> Box | None:
    for box in _beside(at, width):
        left, top, right, bottom = box
        across = left >= _MARGIN and right <= BOX[0] - _MARGIN
        inside = across and top >= _MARGIN and bottom <= BOX[1] - _FOOT
        if inside and not any(_overlap(box, other) for other in taken):
            return box
    return None


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
