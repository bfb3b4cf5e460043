"""Where and when, and how precisely each is known."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corroborate.errors import InvariantError


class PlaceKind(StrEnum):
    """What a gazetteer entry is, from small to large."""

    SITE = "site"
    NEIGHBOURHOOD = "neighbourhood"
    SETTLEMENT = "settlement"
    SUBDISTRICT = "subdistrict"
    DISTRICT = "district"
    REGION = "region"
    GOVERNORATE = "governorate"
    COUNTRY = "country"


class Relation(StrEnum):
    """How the event lies to the place that is named."""

    IN = "in"
    NEAR = "near"
    BETWEEN = "between"
    OFFSET = "offset"
    COUNTRYSIDE = "countryside"


class Granularity(StrEnum):
    """How finely the words fix a time."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer entry. Latitude and longitude in degrees (WGS 84); `radius_km` is the reach of the entry.

    `parents` runs from small to large by name: district, governorate; `country` is an ISO 3166 alpha-2 code.
    """

    id: str
    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    radius_km: float
    country: str
    parents: tuple[str, ...] = ()
    name_arabic: str | None = None
    population: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a report puts something: the names as spelled, small to large, and what they resolve to.

    `places` holds the resolved entries (two for "between Harasta and Douma"), empty where nothing resolved; `within` is
    then the smallest entry that the report puts it in ("Rashidin, west of Aleppo" lies somewhere in or by Aleppo).
    `latitude`, `longitude` and `radius_km` describe the point that stands for it, None where there is none.
    """

    names: tuple[str, ...]
    relation: Relation = Relation.IN
    places: tuple[Place, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    within: Place | None = None

    def __post_init__(self) -> None:
        """Refuse half a coordinate."""
        if (self.latitude is None) != (self.longitude is None):
            raise InvariantError("a latitude needs its longitude")


NOWHERE = Location(())


@dataclass(frozen=True, slots=True)
class Interval:
    """The day or span of days in which something happened, both ends inclusive."""

    start: date
    end: date
    granularity: Granularity

    def __post_init__(self) -> None:
        """Refuse a span that ends before it begins."""
        if self.end < self.start:
            raise InvariantError(f"{self.end} before {self.start}")

    @property
    def days(self) -> int:
        """Return how many days it covers, one at the least."""
        return (self.end - self.start).days + 1

    def overlaps(self, other: "Interval") -> bool:
        """Say whether the two share a day."""
        return self.start <= other.end and other.start <= self.end


NEAREST = "nearest-claim"  # the rule by which a claim that a person added takes over what the person does not tell

# Rules by which a mention takes over place or day from elsewhere in its report, its own sentence telling none.
_TAKEN_OVER = frozenset({"place.focus", "place.lead", "place.refined", "focus", "main-event", "told-of-main", NEAREST})


@dataclass(frozen=True, slots=True)
class Situation:
    """Where and when a mention lies. `when` is None where the report gives no time, which is itself knowledge."""

    where: Location
    when: Interval | None
    where_rule: str = ""
    when_rule: str = ""

    @property
    def place_is_told(self) -> bool:
        """Say whether its own sentence names the place; else it was taken over from elsewhere in the report."""
        return bool(self.where.names) and self.where_rule not in _TAKEN_OVER

    @property
    def day_is_told(self) -> bool:
        """Say whether its own sentence tells the day; else it was taken over from elsewhere in the report."""
        return self.when is not None and self.when_rule not in _TAKEN_OVER

    @property
    def day_is_of_a_statement(self) -> bool:
        """Say whether the day is that of a statement about it, which was made then or some days after it happened."""
        return self.when is not None and self.when_rule == "statement"
