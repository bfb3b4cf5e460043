"""Which groups are compared at all: those that share a block of day and place, or of day and method."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, product

from corroborate.link.profile import Profile
from corroborate.model.ids import DocumentId
from corroborate.model.names import place_key
from corroborate.model.situation import Location, PlaceKind

_FINE_DAYS = 7  # a longer span is blocked by month
_CROWD = 400  # groups; a block by method alone that is fuller than this tells nothing and is left out
_CELL_DEGREES = 0.25  # some 25 km: the reach of a town and its surroundings
_EDGE_DEGREES = 0.07
_UNDATED_DAYS = 2  # news without a day is of the day of print or shortly before

Key = tuple[str, ...]
Reports = Sequence[DocumentId]  # that each group stands in


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield each pair of groups of different reports that share a block, once, the smaller index first."""
    fine: dict[Key, list[int]] = defaultdict(list)
    coarse: dict[Key, list[int]] = defaultdict(list)
    dated: dict[Key, list[int]] = defaultdict(list)
    for index, one in enumerate(profiles):
        for key in _keys(one):
            fine[key].append(index)
        shelf = coarse if _is_coarse(one) else dated
        for key in _month_keys(one):
            shelf[key].append(index)
    reports = [one.document for one in profiles]
    seen: set[tuple[int, int]] = set()
    for i, j in (*_fine_pairs(fine, reports), *_coarse_pairs(coarse, dated, reports)):
        pair = (i, j) if i < j else (j, i)
        if pair not in seen:
            seen.add(pair)
            yield pair


def _fine_pairs(blocks: dict[Key, list[int]], reports: Reports) -> Iterator[tuple[int, int]]:
    for key, members in blocks.items():
        if key[0] == "place" or len(members) <= _CROWD:
            yield from _pairs(members, reports)


def _coarse_pairs(
    coarse: dict[Key, list[int]], dated: dict[Key, list[int]], reports: Reports
) -> Iterator[tuple[int, int]]:
    for key, members in coarse.items():
        yield from _pairs(members, reports)
        if len(members) * len(dated[key]) <= _CROWD * _CROWD:
            others = _shelved(dated[key], reports)
            for report, own in _shelved(members, reports).items():
                for other in (other for name, other in others.items() if name != report):
                    yield from product(own, other)


def _pairs(members: Iterable[int], reports: Reports) -> Iterator[tuple[int, int]]:
    """Yield the pairs of different reports; a report of very many groups costs no more than their number for itself."""
    for own, other in combinations(_shelved(members, reports).values(), 2):
        yield from product(own, other)


def _shelved(members: Iterable[int], reports: Reports) -> dict[DocumentId, list[int]]:
    shelves: dict[DocumentId, list[int]] = defaultdict(list)
    for index in members:
        shelves[reports[index]].append(index)
    return shelves


def _keys(one: Profile) -> Iterator[Key]:
    places = _places(one.locations)
    for day in _days(one):
        for place in places:
            yield ("place", str(day), place)
        if one.days is not None:
            for method in one.methods:
                yield ("method", str(day), str(method))


def _is_coarse(one: Profile) -> bool:
    return one.days is not None and one.days.days > _FINE_DAYS


def _days(one: Profile) -> Iterable[int]:
    if one.days is None:
        return range(one.published - _UNDATED_DAYS, one.published + 1) if one.published else ()
    if _is_coarse(one):
        return ()
    return range(one.days.start.toordinal(), one.days.end.toordinal() + 1)


def _month_keys(one: Profile) -> Iterator[Key]:
    if one.days is None:
        return
    first, last = one.days.start, one.days.end
    months = {(first.year, first.month), (last.year, last.month)}
    if one.days.days > 62:  # noqa: PLR2004  # two months; a longer span is no single event's, its ends will do
        months = {(first.year, first.month)}
    for year, month in sorted(months):
        for place in _places(one.locations):
            yield ("month", date(year, month, 1).isoformat(), place)


def _places(locations: Iterable[Location]) -> tuple[str, ...]:
    keys: set[str] = set()
    for location in locations:
        names = location.names[:2]
        keys.update(place_key(name) for name in names)
        for place in location.places:
            if place.kind is not PlaceKind.COUNTRY:
                keys.update(place_key(name) for name in (place.name, *place.parents))
                keys.update(_cells(place.latitude, place.longitude))
    return tuple(sorted(keys))


def _cells(latitude: float, longitude: float) -> Iterator[str]:
    for north, east in product((-_EDGE_DEGREES, _EDGE_DEGREES), repeat=2):
        yield f"{(latitude + north) // _CELL_DEGREES:.0f}:{(longitude + east) // _CELL_DEGREES:.0f}"
