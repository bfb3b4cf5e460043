"""The names of a report → how well each entry of the gazetteer suits them, each name in the light of the others.

A name means one place throughout a report. What speaks for an entry: how well known it is; the kind of place that the
words beside the name say; a larger place that stands behind the name ("Paris, Texas") or anywhere in the report; the
country that the report speaks of; that the other names may lie close by. The points stand in `data/place_senses.toml`.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import exp, log10

from corroborate.locate.place_cues import Cue
from corroborate.locate.place_groups import Spot
from corroborate.locate.place_names import Toponym
from corroborate.locate.place_nations import spoken_of
from corroborate.locate.place_sentence import CURATED, SIZE, WORLD, folded
from corroborate.locate.place_words import AND
from corroborate.model.document import Document
from corroborate.model.situation import Place, PlaceKind

_MOST_NAMES, _MOST_HOLDERS = 40, 20  # names of a report, and entries of a holder, that are looked at
_MOST_TIMES = 4  # that an adjective of a nation counts, each half as much as a name
_ROUNDS = 2  # a third changes next to nothing
_SURE, _LEAST = 1.5, 0.05  # how fast odds follow points; entries with lower odds speak for no other name
_CLOSE, _FAR = 0.5, 2.0  # degrees of latitude within which two places speak for each other fully, and not at all
_REMOTE = 7.0  # degrees beyond which no town tells where another place lies
_DEGREE, _KM = 0.75, 111.0  # of longitude beside one of latitude, where most people live; kilometres in it
_SMALLEST = 20.0  # km that a district reaches at the least
_SMALLEST_PROVINCE = 10.0  # km that a province reaches: what is called one and is smaller is an island or a quarter
_MUCH, _LITTLE = 0.9, 0.15  # names, or their share, by which a report speaks of a country, and hardly does
_COMMAS = AND | {","}
_SHORTEST_LIST = 3  # "Paris, Texas" is none
_COUNTRY, _HOLDING = PlaceKind.COUNTRY, (PlaceKind.GOVERNORATE, PlaceKind.DISTRICT)


@dataclass(slots=True)
class _Name:
    """One name of the report: its entries with their points and odds, what it is said to be, what stands beside it."""

    word: str
    entries: tuple[Place, ...]
    is_told: bool = True  # nothing but words is put there, as at a dateline
    said: set[PlaceKind] = field(default_factory=set)
    holders: set[str] = field(default_factory=set)
    peers: set[str] = field(default_factory=set)
    points: list[float] = field(default_factory=list)
    odds: list[float] = field(default_factory=list)

    def weigh(self, points: list[float]) -> None:
        """Take the points of the entries, and the odds that follow."""
        top = max(points)
        raw = [exp(_SURE * (own - top)) for own in points]
        whole = sum(raw)
        self.points, self.odds = points, [value / whole for value in raw]

    def likely(self) -> list[tuple[float, Place]]:
        """Return the entries that may well be meant, with their odds."""
        return [(odds, place) for odds, place in zip(self.odds, self.entries, strict=True) if odds > _LEAST]


class Senses:
    """What the names of one report stand for."""

    def __init__(self, document: Document, toponyms: Sequence[Toponym], spots: Iterable[Spot] = ()) -> None:
        """Weigh the entries of every name of a report; `spots` tell which stand behind which."""
        self._nations = spoken_of(document)
        self._names: dict[str, _Name] = {}
        for toponym in toponyms:
            if toponym.known:
                name = self._names.setdefault(_key(toponym), _Name(folded(toponym.name), toponym.known))
                name.is_told &= toponym.cue is Cue.TOLD
                name.said |= {toponym.said} if toponym.said else set()
        for spot in spots:
            for at in range(len(spot.outer)):
                held = spot.inner if at == 0 else spot.outer[at - 1 : at]
                for key in {_key(toponym) for toponym in held} & self._names.keys():
                    self._names[key].holders |= {_key(outer) for outer in spot.outer[at:]} & self._names.keys() - {key}
        for members in _lists(document, toponyms):
            for key in members:
                self._names[key].peers |= members - {key} - self._names[key].holders
        self._weigh()

    def of(self, toponym: Toponym) -> list[tuple[float, Place]]:
        """Return the entries of a name with their points, in the gazetteer's order."""
        name = self._names[_key(toponym)]
        return list(zip(name.points, name.entries, strict=True))

    def is_strange(self, place: Place, toponym: Toponym) -> bool:
        """Say whether a place lies in a country that nothing else in the report speaks of, where much speaks of one."""
        spoken: dict[str, float] = {code: min(times, _MOST_TIMES) / 2 for code, times in self._nations.items()}
        own = self._names[_key(toponym)]
        for name in self._names.values():
            if name is not own and not name.is_told:
                for odds, other in name.likely():
                    spoken[other.country] = spoken.get(other.country, 0.0) + odds
        most = max(spoken.values(), default=0.0)
        return most >= _MUCH and spoken.get(place.country, 0.0) < _LITTLE * most

    def is_held_abroad(self, place: Place, toponym: Toponym) -> bool:
        """Say whether what the report names behind a name, a province or a country, lies elsewhere than an entry."""
        own = self._names[_key(toponym)]
        likely = (max(self._names[key].likely(), default=None, key=_odds) for key in own.holders)
        holders = [
            best
            for _, best in filter(None, likely)
            if best.kind in (PlaceKind.GOVERNORATE, _COUNTRY) or _are_far(best, place)
        ]
        return bool(holders) and all(holder.country != place.country for holder in holders)

    def is_near(self, place: Place, toponym: Toponym) -> bool:
        """Say whether a place lies by one that another name of the report may mean; True where there is no other."""
        own = self._names[_key(toponym)]
        others = [
            other
            for name in self._names.values()
            if name is not own
            for _, other in name.likely()
            if other.kind is not _COUNTRY
        ]
        return not others or any(
            abs(other.latitude - place.latitude) < _FAR and abs(other.longitude - place.longitude) * _DEGREE < _FAR
            for other in others
        )

    def _weigh(self) -> None:
        names = list(self._names.values())
        for name in names:
            name.weigh([self._alone(place, name) for place in name.entries])
        unsure = [(name, name.points) for name in names if len(name.entries) > 1]  # the others have no choice
        for _ in range(_ROUNDS if unsure else 0):
            others = _Others(self._names, self._nations)
            told = [
                [own + others.speak_for(place, name) for own, place in zip(points, name.entries, strict=True)]
                for name, points in unsure
            ]
            for (name, _), points in zip(unsure, told, strict=True):
                name.weigh(points)

    def _alone(self, place: Place, name: _Name) -> float:
        """Return what speaks for an entry by itself and by the words that stand beside the name."""
        table, head = _points(), name.entries[0]
        settled = place.kind.value not in table
        points = log10(place.population) if settled and place.population else table.get(place.kind.value, 0.0)
        if place.kind is PlaceKind.GOVERNORATE and not place.population and place.radius_km < _SMALLEST_PROVINCE:
            points = table["district"]
        points = max(points, table["unpeopled"])
        points += table["curated"] if place.source == CURATED else 0.0 if place.source == WORLD else table["national"]
        if settled and place.source != CURATED and folded(place.name) != name.word:
            points += table["alias"]
        if head.kind is _COUNTRY and place is not head and place.country == head.country:
            points += table["namesake"]
        if name.said:
            points += table["said"] if place.kind in name.said else -table["said"]
        holders = (large for key in name.holders for large in self._names[key].entries[:_MOST_HOLDERS])
        return points + table["behind"] * any(_holds(large, place) for large in holders)


class _Others:
    """What the names of a report say of one another, as far as it is known what they stand for."""

    def __init__(self, names: Mapping[str, _Name], nations: Mapping[str, int]) -> None:
        """Note the likely entries of every name, and how often nations are spoken of."""
        self._likely = {key: name.likely() for key, name in names.items()}
        self._names = names
        spoken: dict[str, float] = {code: min(times, _MOST_TIMES) / 2 for code, times in nations.items()}
        for odds, place in (pair for likely in self._likely.values() for pair in likely):
            spoken[place.country] = spoken.get(place.country, 0.0) + odds
        most = max(spoken.values(), default=1.0)
        self._countries = {country: odds / most for country, odds in spoken.items()}
        self._holders = [
            (odds, place, key)
            for key, likely in self._likely.items()
            for odds, place in likely
            if place.kind in _HOLDING
        ]
        self._around = [
            (names[key], [(o, p.latitude, p.longitude) for o, p in likely if p.kind is not _COUNTRY])
            for key, likely in list(self._likely.items())[:_MOST_NAMES]
        ]

    def speak_for(self, place: Place, name: _Name) -> float:
        """Return the points that the other names give to an entry."""
        table = _points()
        points = table["listed"] * self._alike(place, name)
        points += table["held"] * max(
            (odds for odds, large, key in self._holders if self._names[key] is not name and _holds(large, place)),
            default=0.0,
        )
        head = name.entries[0]
        if head.kind is _COUNTRY and place.country == head.country:
            return points  # what lies about the capital "Mexico" lies about the country as much
        points += table["spoken"] * self._countries.get(place.country, 0.0)
        return points + table["near"] * (1 - exp(-self._nearby(place, name) / 2))

    def _alike(self, place: Place, name: _Name) -> float:
        """Return how far the names of the same list stand for places of the same kind."""
        same = sum(odds for key in name.peers for odds, peer in self._likely[key] if peer.kind is place.kind)
        return same / max(1, len(name.peers))

    def _nearby(self, place: Place, name: _Name) -> float:
        """Return how many of the other names may lie close to a place: fully side by side, less the farther off."""
        total, latitude, longitude = 0.0, place.latitude, place.longitude
        for other, points in self._around:
            best = 0.0
            if other is not name:
                for odds, north, east in points:
                    up, across = abs(north - latitude), abs(east - longitude) * _DEGREE
                    if odds > best and up < _FAR and across < _FAR:  # few are: the others cost no call
                        best = max(best, odds * min(1.0, (_FAR - max(up, across)) / (_FAR - _CLOSE)))
            total += best
        return total


def _are_far(town: Place, place: Place) -> bool:
    """Say whether a place is too far from a town to be told by it: "Santo Domingo, 40 km from Bogota"."""
    up, across = abs(town.latitude - place.latitude), abs(town.longitude - place.longitude) * _DEGREE
    return town.kind is PlaceKind.SETTLEMENT and max(up, across) > _REMOTE


def _odds(likely: tuple[float, Place]) -> float:
    return likely[0]


def _lists(document: Document, toponyms: Sequence[Toponym]) -> Iterator[set[str]]:
    """Yield the names that stand in one list: three with commas between them at the least, or two with "and"."""
    members: list[Toponym] = []
    joined = False
    for toponym in (*(own for own in toponyms if own.known), None):
        between = _between(document, members[-1], toponym) if members and toponym else set()
        if toponym and between and between <= _COMMAS:
            joined = joined or bool(between & AND)
            members.append(toponym)
            continue
        if joined or len(members) >= _SHORTEST_LIST:
            yield {_key(own) for own in members}
        members, joined = ([toponym] if toponym else []), False


def _between(document: Document, left: Toponym, right: Toponym) -> set[str]:
    """Return the words between two names of one passage; none where they stand in two."""
    if left.passage != right.passage:
        return set()
    return {token.folded for token in document.passages[left.passage].tokens[left.last : right.first]}


def _holds(large: Place, small: Place) -> bool:
    if large.country != small.country or SIZE[large.kind] <= SIZE[small.kind]:
        return False
    if large.kind is _COUNTRY or large.name in small.parents:
        return True
    if large.kind is not PlaceKind.DISTRICT:
        return False
    reach = max(large.radius_km, _SMALLEST) / _KM
    return abs(large.latitude - small.latitude) <= reach and abs(large.longitude - small.longitude) * _DEGREE <= reach


def _key(toponym: Toponym) -> str:
    """Return what a name is known by in its report: as a province's it is another than as its town's."""
    name = toponym.name.casefold()
    return f"{name} {toponym.said}" if toponym.said is PlaceKind.GOVERNORATE else name


@cache
def _points() -> dict[str, float]:
    """Return the points by name; the kinds of places that have some of their own stand under the kind."""
    text = files("corroborate").joinpath("locate/data/place_senses.toml").read_text(encoding="utf-8")
    return {key: float(value) for section in tomllib.loads(text).values() for key, value in section.items()}
