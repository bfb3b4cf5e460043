"""The places of a report: the spots that name one place taken together, how large it is, which lies in which."""

from collections.abc import Sequence

from corroborate.locate.place_cues import Cue
from corroborate.locate.place_groups import Spot
from corroborate.locate.place_names import Toponym
from corroborate.locate.place_sentence import SIZE, is_large
from corroborate.locate.place_words import kinds, words
from corroborate.model.situation import PlaceKind, Relation

_GOVERNORATE, _COUNTRY, _SETTLEMENT = (
    SIZE[kind] for kind in (PlaceKind.GOVERNORATE, PlaceKind.COUNTRY, PlaceKind.SETTLEMENT)
)
WEAK = (Cue.BARE, Cue.DIRECTION)
_MOST_PLACES = 120  # weighed for each mention, the first named; the most that a measured report names are 17


class Entity:
    """A place of the report under all its spots; the fullest spot stands for it."""

    def __init__(self, spots: Sequence[Spot], held: Sequence[Toponym]) -> None:
        """Take the spots of which it is the smallest place, in text order, and its names inside other spots."""
        self.spots = spots
        self.toponym = spots[0].inner[0]
        self.firm = [spot for spot in spots if spot.cue not in WEAK]
        self.level = _level(self.toponym)
        self.key, self.size, self.reach = key_of(self.toponym), self.toponym.size, self.toponym.reach
        self.holders = {key_of(outer) for spot in spots for outer in spot.outer}
        self._here: dict[int, list[Spot]] = {}
        for spot in spots:
            self._here.setdefault(spot.passage, []).append(spot)
        self._held = {toponym.passage for toponym in held}
        # What the gazetteer names as the holder of a place inside this one, and the country that this one is.
        self.names = {place.name for place in self.toponym.known[:2]}
        self.countries = {place.country for place in self.toponym.known[:1] if place.kind is PlaceKind.COUNTRY}

    def spots_in(self, passage: int) -> Sequence[Spot]:
        """Return its spots in a passage."""
        return self._here.get(passage, ())

    def firm_in(self, passage: int) -> Sequence[Spot]:
        """Return its spots in a passage where something ties an event to it."""
        return [spot for spot in self.spots_in(passage) if spot.cue not in WEAK]

    def is_holder_in(self, passage: int) -> bool:
        """Say whether a passage names it inside the spot of another place."""
        return passage in self._held


def entities(passages: Sequence[Sequence[Spot]]) -> list[Entity]:
    """Return the places that the spots of a report name, in the order of their first naming."""
    spots: dict[str, list[Spot]] = {}
    held: dict[str, list[Toponym]] = {}
    for passage in passages:
        for spot in passage:
            for toponym in spot.inner[:1]:
                spots.setdefault(key_of(toponym), []).append(spot)
    for passage in passages:
        for spot in passage:
            for toponym in (*spot.inner[1:], *spot.outer):
                key = key_of(toponym)
                if key in spots:
                    held.setdefault(key, []).append(toponym)
                elif (
                    toponym.passage == spot.passage and spot.relation is not Relation.BETWEEN and not toponym.is_beside
                ):
                    spots[key], held[key] = [Spot((toponym,), (), Cue.BARE)], [toponym]
    return [Entity(told, held.get(key, ())) for key, told in list(spots.items())[:_MOST_PLACES]]


def key_of(toponym: Toponym) -> str:
    """Return what tells a place from the others of its report: of one nobody knows its name, without the part of it."""
    if toponym.known:
        own = toponym.known[0]
        return f"{own.id} {PlaceKind.SITE}" if _is_site_of(toponym) else own.id
    name = toponym.name.casefold()
    part, _, whole = name.partition(" of ")
    return whole if part in words("portion") else name


def _is_site_of(toponym: Toponym) -> bool:
    """Say whether a name is a site's of which only the city is known: "Damascus Opera House"; not "Aleppo hospital"."""
    *before, noun = toponym.name.casefold().split()
    if not before or toponym.known[0].kind is PlaceKind.SITE or not is_large(toponym.known[0]):
        return False
    return PlaceKind.SITE in (kinds().get(noun), kinds().get(f"{before[-1]} {noun}"))


def _level(toponym: Toponym) -> str:
    if toponym.size == _COUNTRY:
        return "country"
    if toponym.size >= _GOVERNORATE or (toponym.reach >= _GOVERNORATE and toponym.size == _SETTLEMENT):
        return "province"
    return "town" if toponym.size == _SETTLEMENT else "part" if toponym.size < _SETTLEMENT else "region"


def is_inside(small: Entity, large: Entity) -> bool:
    """Say whether the report or the gazetteer puts the first place inside the second."""
    if small is large or large.reach <= small.size:
        return False
    known = small.toponym.known
    if large.key in small.holders or (known and known[:1] == large.toponym.known[:1]):
        return True  # its own site is inside a city
    return any(not large.names.isdisjoint(place.parents) or place.country in large.countries for place in known[:2])
