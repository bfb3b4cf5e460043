"""Outlines of areas on the map, and how a point with its reach lies to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, radians

from corroborate.errors import InvariantError

Corner = tuple[float, float]  # latitude and longitude, in degrees (WGS 84)
_KM_PER_DEGREE = 111.2  # of latitude: a sphere of 6,371 km
_POLE, _DATE_LINE = 90, 180  # degrees: the ends of the map
_FEWEST = 3


class Lie(StrEnum):
    """How a circle lies to an outline."""

    INSIDE = "inside"
    STRADDLING = "straddling"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Outline:
    """A closed line through its corners, the last of which joins the first; drawn to within `margin_km`."""

    corners: tuple[Corner, ...]
    margin_km: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what encloses nothing, and what lies on no map."""
        if len(self.corners) < _FEWEST:
            raise InvariantError(f"an outline needs {_FEWEST} corners, not {len(self.corners)}")
        outside = [corner for corner in self.corners if abs(corner[0]) > _POLE or abs(corner[1]) > _DATE_LINE]
        if outside:
            raise InvariantError(f"{outside[0]} is no latitude and longitude")

    def holds(self, latitude: float, longitude: float) -> bool:
        """Say whether a point lies within the line, by the crossings of a ray from it.

        >>> Outline(((0, 0), (0, 2), (2, 2), (2, 0))).holds(1, 1), Outline(((0, 0), (0, 2), (2, 2))).holds(1.9, 0.1)
        (True, False)
        """
        crossings = 0
        for (lat1, lon1), (lat2, lon2) in self._edges():
            if (lat1 > latitude) != (lat2 > latitude):
                crossings += longitude < lon1 + (latitude - lat1) * (lon2 - lon1) / (lat2 - lat1)
        return crossings % 2 == 1

    def distance_km(self, latitude: float, longitude: float) -> float:
        """Return how far a point lies from the line, in kilometres; right to within a few per cent up to 500 km."""
        return _away(self.corners, (latitude, longitude))

    def lie(self, latitude: float, longitude: float, reach_km: float) -> Lie:
        """Return how the circle about a point lies to the area, the line being no surer than its margin."""
        away, slack = self.distance_km(latitude, longitude), reach_km + self.margin_km
        if away <= slack:
            return Lie.STRADDLING
        return Lie.INSIDE if self.holds(latitude, longitude) else Lie.OUTSIDE

    def reach_km(self) -> float:
        """Return half the length of the box around the outline, in kilometres."""
        latitudes, longitudes = zip(*self.corners, strict=True)
        north, east = _flat((max(latitudes), max(longitudes)), (min(latitudes), min(longitudes)))
        return max(north, east) / 2

    def _edges(self) -> Iterator[tuple[Corner, Corner]]:
        return pairwise((*self.corners, self.corners[0]))


@lru_cache(maxsize=16384)  # the same towns are asked for again and again
def _away(corners: tuple[Corner, ...], point: Corner) -> float:
    """Return how far a point lies from the closed line through some corners, in kilometres."""
    return min(_distance(one, other, point) for one, other in pairwise((*corners, corners[0])))


def _flat(point: Corner, about: Corner) -> Corner:
    """Return where a point lies to another on a flat map, in kilometres to the north and to the east."""
    east = (point[1] - about[1]) * _KM_PER_DEGREE * cos(radians(about[0]))
    return (point[0] - about[0]) * _KM_PER_DEGREE, east


def _distance(one: Corner, other: Corner, point: Corner) -> float:
    """Return how far a point lies from the line between two corners, in kilometres."""
    (north1, east1), (north2, east2) = _flat(one, point), _flat(other, point)
    north, east = north2 - north1, east2 - east1
    length = north * north + east * east
    along = 0.0 if not length else max(0.0, min(1.0, -(north1 * north + east1 * east) / length))
    return hypot(north1 + along * north, east1 + along * east)
