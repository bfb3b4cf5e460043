"""How precisely an incident's place and days are known: the classes that methodologies turn into their own codes."""

from enum import StrEnum

from corroborate.model.situation import Granularity, Interval, Location, PlaceKind, Relation

_SPOTS = frozenset({PlaceKind.SITE, PlaceKind.NEIGHBOURHOOD, PlaceKind.SETTLEMENT})
_LONGEST = ((1, Granularity.DAY), (6, Granularity.DAYS), (7, Granularity.WEEK), (31, Granularity.MONTH))


class PlacePrecision(StrEnum):
    """How precisely a place is known: as an entry of the gazetteer, as what lies about or between entries, or not."""

    SITE = "site"
    NEIGHBOURHOOD = "neighbourhood"
    SETTLEMENT = "settlement"
    NEAR = "near"
    BETWEEN = "between"
    SUBDISTRICT = "subdistrict"
    DISTRICT = "district"
    REGION = "region"
    GOVERNORATE = "governorate"
    COUNTRY = "country"
    UNRESOLVED = "unresolved"
    NOWHERE = "nowhere"


def place_precision(where: Location) -> PlacePrecision:
    """Return how precisely a location is known, by the entry that it resolves to, not by the names that are told.

    "Near Douma", "outside Douma" and "15 km south of Douma" are NEAR; what lies about a province is that province.
    """
    if not where.places:
        return PlacePrecision.UNRESOLVED if where.names else PlacePrecision.NOWHERE
    if len(where.places) > 1:
        return PlacePrecision.BETWEEN
    kind = where.places[0].kind
    if kind in _SPOTS and where.relation is not Relation.IN:
        return PlacePrecision.NEAR
    return PlacePrecision(kind.value)


def day_precision(when: Interval | None) -> Granularity | None:
    """Return how finely the days are known, by their number: one; 2 to 6; 7; up to 31; more. None where none is known.

    It is the number that counts, not the words: "last week" of which reports leave three days open is DAYS.
    """
    if when is None:
        return None
    return next((finest for most, finest in _LONGEST if when.days <= most), Granularity.YEAR)
