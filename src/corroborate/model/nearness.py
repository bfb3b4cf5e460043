"""How two locations lie to each other, as far as their names and coordinates tell."""

from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from corroborate.model.names import place_key
from corroborate.model.situation import Location, Place, PlaceKind, Relation

_EARTH_KM = 6371.0
_SMALL = {PlaceKind.SITE, PlaceKind.NEIGHBOURHOOD, PlaceKind.SETTLEMENT}
_SLACK_KM = 6.0  # sites and quarters are written down a few kilometres off
_ENVIRONS_KM = 25.0  # places this much farther than one reaches may still be told one for the other, if hardly


class Nearness(StrEnum):
    """What can be said of two locations."""

    SAME = "same"
    WITHIN = "within"
    NEAR = "near"
    UNKNOWN = "unknown"
    APART = "apart"
    FAR = "far"


def nearness(one: Location, other: Location) -> Nearness:
    """Say how two locations lie to each other: APART by their names alone, FAR where their coordinates settle it.

    WITHIN says that one of them holds the other, whichever it be.
    """
    if not one.names or not other.names:
        return Nearness.UNKNOWN
    if one.places and other.places:
        return _resolved(one, other)
    named = _named(one, other)
    return _held(one, other) if named is Nearness.APART else named


def holds(area: Location, spot: Location) -> bool:
    """Say whether the spot is known to lie in the area, or to be the area."""
    if not area.names or not spot.names:
        return False
    inner = spot.places or ((spot.within,) if spot.within else ())
    if area.places and inner:
        return any(_holds(large, small) for large in area.places for small in inner)
    return place_key(area.names[0]) in {place_key(name) for name in spot.names}


def distance_km(one: Place, other: Place) -> float:
    """Return the great-circle distance between the points that stand for two places, in kilometres."""
    lat1, lat2 = radians(one.latitude), radians(other.latitude)
    half = sin((lat2 - lat1) / 2) ** 2
    half += cos(lat1) * cos(lat2) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def _resolved(one: Location, other: Location) -> Nearness:
    if {place.id for place in one.places} & {place.id for place in other.places}:
        return Nearness.SAME if len(one.places) == len(other.places) else Nearness.WITHIN
    if _namesake_holds(one, other) or _namesake_holds(other, one):
        return Nearness.WITHIN
    loose = Relation.IN not in (one.relation, other.relation)
    found = {_pair(a, b, loose=loose) for a in one.places for b in other.places}
    if place_key(one.names[0]) == place_key(other.names[0]) and found & {Nearness.WITHIN, Nearness.NEAR}:
        return Nearness.SAME
    return next(level for level in (Nearness.WITHIN, Nearness.NEAR, Nearness.APART, Nearness.FAR) if level in found)


def _pair(one: Place, other: Place, *, loose: bool) -> Nearness:
    """Say how two entries lie to each other; two towns side by side are two, unless one reaches over the other."""
    if _holds(one, other) or _holds(other, one):
        return Nearness.WITHIN
    if not (_small(one) or _small(other)):
        return Nearness.FAR
    distance, reach = distance_km(one, other), max(one.radius_km, other.radius_km)
    parts = {one.kind, other.kind} & {PlaceKind.SITE, PlaceKind.NEIGHBOURHOOD}
    if distance <= reach or ((loose or parts) and distance <= one.radius_km + other.radius_km + _SLACK_KM):
        return Nearness.NEAR
    return Nearness.APART if distance <= reach + _ENVIRONS_KM else Nearness.FAR


def _namesake_holds(large: Location, small: Location) -> bool:
    """Say whether a bare name may mean the province around its town: "in Idlib" may be in Saraqib."""
    key = place_key(large.names[0])
    if "city" in large.names[0].casefold():
        return False
    return any(key == place_key(parent) for place in small.places for parent in place.parents)


def _small(place: Place) -> bool:
    return place.kind in _SMALL


def _holds(large: Place, small: Place) -> bool:
    if large.id == small.id:
        return True
    if large.kind is PlaceKind.COUNTRY:
        return large.country == small.country
    if _small(large) and _small(small):
        return large.kind is PlaceKind.SETTLEMENT and small.kind is not PlaceKind.SETTLEMENT and _reaches(large, small)
    if _small(large) or large.country != small.country:
        return False
    if place_key(large.name) in {place_key(parent) for parent in small.parents}:
        return True
    return large.kind is PlaceKind.REGION and _small(small) and _reaches(large, small)


def _reaches(large: Place, small: Place) -> bool:
    return distance_km(large, small) <= large.radius_km


def _named(one: Location, other: Location) -> Nearness:
    keys, others = ([place_key(name) for name in location.names] for location in (one, other))
    if keys[0] == others[0]:
        return Nearness.SAME
    if keys[0] in others or others[0] in keys:
        return Nearness.WITHIN
    if _mentions(keys[0], others[0]) or _mentions(others[0], keys[0]):
        return Nearness.NEAR
    return Nearness.APART


def _held(one: Location, other: Location) -> Nearness:
    """Say how two locations of other names lie, one of them at least known only by what holds it."""
    around = [location.places or (location.within,) for location in (one, other)]
    pairs = [(a, b) for a in around[0] for b in around[1] if a is not None and b is not None]
    if not pairs:
        return Nearness.APART
    found = {_pair(a, b, loose=True) for a, b in pairs}
    if Nearness.FAR in found:
        return Nearness.FAR if len(found) == 1 else Nearness.APART
    return Nearness.WITHIN if Nearness.WITHIN in found else Nearness.APART


def _mentions(phrase: str, name: str) -> bool:
    return f" {name} " in f" {phrase} "
