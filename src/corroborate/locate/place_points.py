"""A spot → a location: its names, the entries they stand for, a point with its reach."""

import re
from collections.abc import Iterable, Sequence
from math import asin, atan2, cos, degrees, radians, sin, sqrt

from corroborate.locate.place_groups import Spot
from corroborate.locate.place_names import Toponym
from corroborate.locate.place_senses import Senses
from corroborate.locate.place_sentence import CURATED, SIZE, WORLD, folded, is_large
from corroborate.model.document import Document
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.situation import Location, Place, PlaceKind, Relation
from corroborate.model.span import Span

_EARTH_KM = 6371.0
_KM_PER_MILE = 1.609
_TIE = 0.3  # two entries that score as closely are doubtful
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


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two points (latitude, longitude in degrees)."""
    lat1, lon1, lat2, lon2 = map(radians, (*a, *b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, h)))


class Resolver:
    """Resolves the names of one report, each in the light of the others."""

    def __init__(self, document: Document, toponyms: Sequence[Toponym], spots: Iterable[Spot] = ()) -> None:
        """Take the report, all of its toponyms, and the spots that they stand in."""
        self._document = document
        self._senses = Senses(document, toponyms, spots)
        self._doubts: dict[str, Issue] = {}

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Return the doubts met so far, one a name."""
        return tuple(self._doubts.values())

    def location(self, spot: Spot) -> Location:
        """Return the location of a spot."""
        places = tuple(place for place in (self.resolve(toponym) for toponym in spot.inner) if place is not None)
        names = self.names(spot)
        if not places:
            return self._within(spot, names)
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

    def _within(self, spot: Spot, names: tuple[str, ...]) -> Location:
        """Return the location of a spot whose own name is not known: somewhere in the smallest place that holds it."""
        holders = (self.resolve(outer) for outer in spot.outer if outer.known)
        holder = next((place for place in sorted(filter(None, holders), key=lambda place: place.radius_km)), None)
        if holder is None or holder.kind is PlaceKind.COUNTRY:
            return Location(names, spot.relation)
        point = (holder.latitude, holder.longitude, holder.radius_km)
        return Location(names, spot.relation, (), *point, within=holder)

    def _away(self, spot: Spot) -> tuple[float, float] | None:
        """Return the kilometres and the bearing that stand before the name: "15 km (9 miles) south of"."""
        toponym = spot.inner[0]
        start = self._document.passages[toponym.passage].tokens[toponym.first].start
        found = _AWAY.search(self._document.plain[max(0, start - _BEFORE) : start])
        if found is None:
            return None
        distance = float(found["number"].replace(",", ""))
        return distance * (_KM_PER_MILE if found["unit"].startswith("mi") else 1.0), _BEARINGS[
            found["side"].casefold().replace("-", "")
        ]

    def names(self, spot: Spot) -> tuple[str, ...]:
        """Return the names of a spot as spelled, small to large."""
        outer = [toponym.name for toponym in spot.outer]
        if spot.relation is Relation.BETWEEN and len(spot.inner) > 1:
            phrase = f"between {spot.inner[0].name} and {spot.inner[1].name}"
            return (phrase, *outer)
        return tuple(dict.fromkeys([*(toponym.name for toponym in spot.inner), *outer]))

    def resolve(self, toponym: Toponym) -> Place | None:
        """Return the entry that a toponym stands for, None (with an issue kept) where none can be told."""
        if not toponym.known:
            self._doubt(toponym, IssueKind.UNRESOLVED_PLACE, f"the gazetteer does not know {toponym.name!r}")
            return None
        scored = self._senses.of(toponym)
        score, best = max(scored, key=lambda pair: pair[0])
        if self._is_chance(best, toponym):
            self._doubt(toponym, IssueKind.UNRESOLVED_PLACE, f"no {toponym.name!r} is known where the report plays")
            return None
        rivals = [place for own, place in scored if score - own < _TIE and _apart(place, best)]
        if rivals:
            told = "; ".join(f"{p.name} ({', '.join((*p.parents, p.country))})" for p in (best, *rivals[:4]))
            self._doubt(toponym, IssueKind.AMBIGUOUS_PLACE, f"{toponym.name!r} may be any of: {told}")
        return best

    def _is_chance(self, place: Place, toponym: Toponym) -> bool:
        """Say whether an entry bears the name by chance: a village of another country, a far town for a quarter.

        A region of the curated table that is spelled otherwise may be met by chance too: Sinai by a quarter al-Sinaa.
        """
        if place.kind is PlaceKind.COUNTRY:
            return False
        if place.kind is PlaceKind.SETTLEMENT and self._senses.is_held_abroad(place, toponym):
            return True
        if is_large(place) and place.source != CURATED:
            less = toponym.said is not None and SIZE[toponym.said] < SIZE[place.kind] - 1
            return less and self._senses.is_strange(place, toponym)
        alike = place.source not in (WORLD, CURATED) or folded(place.name) != folded(toponym.name)
        if alike and self._senses.is_strange(place, toponym):
            return True
        part = toponym.said in (PlaceKind.SITE, PlaceKind.NEIGHBOURHOOD) and place.source == WORLD
        return part and place.kind is PlaceKind.SETTLEMENT and not self._senses.is_near(place, toponym)

    def _doubt(self, toponym: Toponym, kind: IssueKind, message: str) -> None:
        span = Span.cut(self._document.text, toponym.start, toponym.end)
        self._doubts.setdefault(toponym.name, Issue(kind, "locate", (self._document.id,), message, span))


def _apart(a: Place, b: Place) -> bool:
    return kilometres((a.latitude, a.longitude), (b.latitude, b.longitude)) > a.radius_km + b.radius_km + _SAME_KM


def moved(point: tuple[float, float], distance: float, bearing: float) -> tuple[float, float]:
    """Return the point that lies so many kilometres from another in a direction (degrees from north, clockwise)."""
    lat, lon, way, turn = radians(point[0]), radians(point[1]), distance / _EARTH_KM, radians(bearing)
    north = asin(sin(lat) * cos(way) + cos(lat) * sin(way) * cos(turn))
    east = lon + atan2(sin(turn) * sin(way) * cos(lat), cos(way) - sin(lat) * sin(north))
    return degrees(north), degrees(east)
