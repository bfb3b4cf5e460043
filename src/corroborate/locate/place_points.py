"""A spot → a location: its names, the entries they stand for, a point with its reach."""

import re
from collections.abc import Sequence
from math import asin, atan2, cos, degrees, radians, sin, sqrt

from corroborate.locate.place_groups import Spot
from corroborate.locate.place_names import Toponym
from corroborate.model.document import Document
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.situation import Location, Place, PlaceKind, Relation
from corroborate.model.span import Span

_EARTH_KM = 6371.0
_SIZES = (10_000, 100_000, 1_000_000)  # people: each makes a town likelier to be meant
_KM_PER_MILE = 1.609
_CLOSE = 1.0  # degrees within which two places of a report speak for each other
_MOST_NEIGHBOURS = 3
_MOST_NAMES, _MOST_POINTS = 60, 8  # of a report, and of a name, that are looked at
_SAME_KM = 5.0  # two entries so close, beyond their reaches, are one place told by two sources
_BEFORE = 80  # characters in which the distance is looked for
_BEARINGS = {
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}
_AWAY = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi)\b[^.;]{0,24}?"
    r"\b(?P<side>(?:north|south)-?(?:east|west)|north|south|east|west)(?:ern)?\s+of\s+(?:the\s+)?(?:\w+\s+of\s+)?$",
    re.IGNORECASE,
)
_LARGE = frozenset((PlaceKind.GOVERNORATE, PlaceKind.COUNTRY, PlaceKind.REGION))


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two points (latitude, longitude in degrees)."""
    lat1, lon1, lat2, lon2 = map(radians, (*a, *b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, h)))


class Resolver:
    """Resolves the names of one report, each in the light of the others."""

    def __init__(self, document: Document, toponyms: Sequence[Toponym]) -> None:
        """Take the report and all of its toponyms."""
        self._document = document
        self._countries = _weights(toponyms)
        self._provinces = {
            place.name for toponym in toponyms for place in toponym.known if place.kind is PlaceKind.GOVERNORATE
        }
        self._around = _around(toponyms)
        self._doubts: dict[str, Issue] = {}

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Return the doubts met so far, one a name."""
        return tuple(self._doubts.values())

    def location(self, spot: Spot) -> Location:
        """Return the location of a spot."""
        places = tuple(place for place in (self.resolve(toponym, spot) for toponym in spot.inner) if place is not None)
        names = self.names(spot)
        if not places:
            return Location(names, spot.relation)
        if spot.relation is Relation.OFFSET and (away := self._away(spot)) is not None:
            distance, bearing = away
            latitude, longitude = moved((places[0].latitude, places[0].longitude), distance, bearing)
            reach = max(2.0, distance / 4)  # "15 km south" is said of a sector, not of a point
            return Location(names, spot.relation, places, round(latitude, 5), round(longitude, 5), round(reach, 1))
        latitude = sum(place.latitude for place in places) / len(places)
        longitude = sum(place.longitude for place in places) / len(places)
        reach = max(
            kilometres((latitude, longitude), (p.latitude, p.longitude))
            + (0 if spot.relation is Relation.BETWEEN else p.radius_km)
            for p in places
        )
        if spot.relation in (Relation.NEAR, Relation.COUNTRYSIDE):
            reach = max(2 * reach, 5.0)
        return Location(
            names, spot.relation, places, round(latitude, 5), round(longitude, 5), round(max(reach, 0.5), 1)
        )

    def _away(self, spot: Spot) -> tuple[float, float] | None:
        """Return the kilometres and the bearing that stand before the name: "15 km (9 miles) south of"."""
        toponym = spot.inner[0]
        start = self._document.passages[toponym.passage].tokens[toponym.first].start
        found = _AWAY.search(self._document.text[max(0, start - _BEFORE) : start])
        if found is None:
            return None
        distance = float(found["number"].replace(",", ""))
        return distance * (_KM_PER_MILE if found["unit"].startswith("mi") else 1.0), _BEARINGS[
            found["side"].casefold().replace("-", "")
        ]

    def names(self, spot: Spot) -> tuple[str, ...]:
        """Return the names of a spot as spelled, small to large."""
        outer = [toponym.name for toponym in sorted(spot.outer, key=lambda toponym: toponym.reach)]
        if spot.relation is Relation.BETWEEN and len(spot.inner) > 1:
            phrase = f"between {spot.inner[0].name} and {spot.inner[1].name}"
            return (phrase, *outer)
        return tuple(dict.fromkeys([*(toponym.name for toponym in spot.inner), *outer]))

    def resolve(self, toponym: Toponym, spot: Spot | None = None) -> Place | None:
        """Return the entry that a toponym stands for, None (with an issue kept) where none can be told."""
        if not toponym.known:
            self._doubt(toponym, IssueKind.UNRESOLVED_PLACE, f"the gazetteer does not know {toponym.name!r}")
            return None
        scores = [self._score(place, toponym, spot) for place in toponym.known]
        score = max(scores)
        best, *others = (place for place, own in zip(toponym.known, scores, strict=True) if own == score)
        rivals = [place for place in others if _apart(place, best)]
        if rivals:
            told = "; ".join(f"{p.name} ({', '.join((*p.parents, p.country))})" for p in (best, *rivals[:4]))
            self._doubt(toponym, IssueKind.AMBIGUOUS_PLACE, f"{toponym.name!r} may be any of: {told}")
        return best

    def _score(self, place: Place, toponym: Toponym, spot: Spot | None) -> float:
        """Return how well an entry suits the context: its holder, its kind, the report's country and provinces."""
        score = 3.0 * self._countries.get(place.country, 0.0)
        score += 2.0 if place.source == "curated" else 0.0
        score += 2.0 if place.kind is toponym.kind else 0.0
        if self._provinces & set(place.parents):
            score += 1.5
        for outer in spot.outer if spot else ():
            if any(other.name in place.parents for other in outer.known) or any(
                other.kind is PlaceKind.COUNTRY and other.country == place.country for other in outer.known
            ):
                score += 4.0
        population = place.population or 0
        score += sum(0.5 for size in _SIZES if population >= size)
        if len(toponym.known) > 1 and place.kind is not PlaceKind.COUNTRY:
            score += min(_MOST_NEIGHBOURS, self._neighbours(place, toponym.name))
        return score + (4.0 if place.kind is PlaceKind.COUNTRY else 0.0)

    def _neighbours(self, place: Place, name: str) -> int:
        """Return how many other names of the report may lie close to a place."""
        return sum(
            any(abs(a - place.latitude) < _CLOSE and abs(b - place.longitude) < 2 * _CLOSE for a, b in points)
            for other, points in self._around.items()
            if other != name
        )

    def _doubt(self, toponym: Toponym, kind: IssueKind, message: str) -> None:
        span = Span.cut(self._document.text, toponym.start, toponym.end)
        self._doubts.setdefault(toponym.name, Issue(kind, "locate", (self._document.id,), message, span))


def _around(toponyms: Sequence[Toponym]) -> dict[str, list[tuple[float, float]]]:
    """Return where each name of the report may lie, countries aside."""
    found: dict[str, list[tuple[float, float]]] = {}
    for toponym in toponyms[:_MOST_NAMES]:
        if toponym.known and toponym.known[0].kind is not PlaceKind.COUNTRY:
            found.setdefault(
                toponym.name, [(place.latitude, place.longitude) for place in toponym.known[:_MOST_POINTS]]
            )
    return found


def _apart(a: Place, b: Place) -> bool:
    return kilometres((a.latitude, a.longitude), (b.latitude, b.longitude)) > a.radius_km + b.radius_km + _SAME_KM


def _weights(toponyms: Sequence[Toponym]) -> dict[str, float]:
    """Return how much each country is spoken of, 1 for the most."""
    counts: dict[str, float] = {}
    for toponym in toponyms:
        for rank, place in enumerate(toponym.known[:5]):
            counts[place.country] = counts.get(place.country, 0.0) + (1.0 if place.kind in _LARGE else 0.5) / (1 + rank)
    most = max(counts.values(), default=1.0)
    return {country: count / most for country, count in counts.items()}


def moved(point: tuple[float, float], distance: float, bearing: float) -> tuple[float, float]:
    """Return the point that lies so many kilometres from another in a direction (degrees from north, clockwise)."""
    lat, lon, way, turn = radians(point[0]), radians(point[1]), distance / _EARTH_KM, radians(bearing)
    north = asin(sin(lat) * cos(way) + cos(lat) * sin(way) * cos(turn))
    east = lon + atan2(sin(turn) * sin(way) * cos(lat), cos(way) - sin(lat) * sin(north))
    return degrees(north), degrees(east)
