"""Points → windows on the earth in which to draw them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from corroborate.publish.outline import areas

BOX = (320, 300)  # a panel's size, in pixels
_KM_A_DEGREE = 111.2
_NEAR_KM = 45.0  # points nearer than this to each other share a panel
_MOST_GROUPS = 5  # panels beside the overview, the fullest
_LEAST_KM = 11.0  # half the least span of a panel


@dataclass(frozen=True, slots=True)
class Point:
    """Something to show: where, how precisely in kilometres, under which label.

    `aside` for a place only named; `weight` for how many things it stands for.
    """

    latitude: float
    longitude: float
    radius_km: float
    label: str
    aside: bool = False
    weight: int = 1


@dataclass(frozen=True, slots=True)
class View:
    """A window on the earth: equirectangular, true at its middle."""

    west: float
    south: float
    east: float
    north: float

    @property
    def latitude(self) -> float:
        """Return the middle latitude, where the drawing is true."""
        return (self.south + self.north) / 2

    @property
    def scale(self) -> float:
        """Return the pixels of a degree of latitude."""
        wide = (self.east - self.west) * cos(radians(self.latitude))
        return min(BOX[0] / wide, BOX[1] / (self.north - self.south))

    @property
    def km(self) -> float:
        """Return the pixels of a kilometre."""
        return self.scale / _KM_A_DEGREE

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Return where a point lies on the panel, from its upper left."""
        across = (longitude - (self.west + self.east) / 2) * cos(radians(self.latitude)) * self.scale
        return BOX[0] / 2 + across, BOX[1] / 2 - (latitude - self.latitude) * self.scale

    def spans(self, point: Point) -> bool:
        """Say whether a point lies between the edges."""
        return self.west <= point.longitude <= self.east and self.south <= point.latitude <= self.north

    def holds(self, latitude: float, longitude: float) -> bool:
        """Say whether a place is in sight on the panel."""
        x, y = self.at(latitude, longitude)
        return 0 <= x <= BOX[0] and 0 <= y <= BOX[1]


def groups(points: Sequence[Point]) -> list[list[Point]]:
    """Return the points in groups of neighbours, the fullest few, from north to south."""
    made: list[list[Point]] = []
    for point in points:
        near = [g for g in made if any(distance_km(point, other) <= _NEAR_KM for other in g)]
        made = [g for g in made if g not in near] + [[p for g in near for p in g] + [point]]
    most = sorted(made, key=lambda g: (-sum(p.weight for p in g), -g[0].latitude))[:_MOST_GROUPS]
    return sorted(most, key=lambda g: -max(p.latitude for p in g))


def window(points: Sequence[Point]) -> View:
    """Return a window that holds the points and, as far as they are local, their circles."""
    reach = [min(p.radius_km, 25.0) / _KM_A_DEGREE for p in points]
    south = min(p.latitude - r for p, r in zip(points, reach, strict=True))
    north = max(p.latitude + r for p, r in zip(points, reach, strict=True))
    middle = cos(radians((south + north) / 2))
    west = min(p.longitude - r / middle for p, r in zip(points, reach, strict=True))
    east = max(p.longitude + r / middle for p, r in zip(points, reach, strict=True))
    half = max((north - south) / 2, (east - west) * middle / 2, _LEAST_KM / _KM_A_DEGREE) * 1.25
    at = ((south + north) / 2, (west + east) / 2)
    return View(at[1] - half / middle, at[0] - half, at[1] + half / middle, at[0] + half)


def overview(points: Sequence[Point]) -> View:
    """Return a window on the whole country where it holds all points, else a wide one around them."""
    corners = [corner for area in areas() for ring in area.rings for corner in ring]
    country = View(
        min(x for _, x in corners) - 0.2, min(y for y, _ in corners) - 0.2,
        max(x for _, x in corners) + 0.2, max(y for y, _ in corners) + 0.2,
    )  # fmt: skip
    if all(country.spans(p) for p in points):
        return country
    south, north = min(p.latitude for p in points), max(p.latitude for p in points)
    west, east = min(p.longitude for p in points), max(p.longitude for p in points)
    return View(west - 2, south - 2, east + 2, north + 2)


def distance_km(a: Point, b: Point) -> float:
    """Return the distance of two points in kilometres, near enough for a drawing."""
    across = (a.longitude - b.longitude) * cos(radians((a.latitude + b.latitude) / 2))
    return float(_KM_A_DEGREE * (across**2 + (a.latitude - b.latitude) ** 2) ** 0.5)
