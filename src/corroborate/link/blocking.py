"""Which groups are compared at all: those that share a block of day and place, or of day and method."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from corroborate.link.group import Group
from corroborate.link.profile import Profile
from corroborate.model.ids import DocumentId
from corroborate.model.names import place_key
from corroborate.model.situation import Location, PlaceKind

_FINE_DAYS = 7  # a longer span is blocked by month
_CROWD = 400  # groups; a block by method alone that is fuller than this tells nothing and is left out
_CELL_DEGREES = 0.25  # some 25 km: the reach of a town and its surroundings
_EDGE_DEGREES = 0.07
_NIGHT = 2  # days that a night spans
_UNDATED_DAYS = 2  # news without a day is of the day of print or shortly before
_TWO_MONTHS = 62  # days

Under = Callable[[str], Collection[Group]]  # the groups of a block, by its key


@dataclass(frozen=True, slots=True)
class Block:
    """The groups of a block by their reports: those of one report are not compared, however many they are."""

    reports: Mapping[DocumentId, Sequence[Group]]
    size: int

    @classmethod
    def of(cls, groups: Collection[Group]) -> "Block":
        """Return the block of groups."""
        reports: dict[DocumentId, list[Group]] = {}
        for one in groups:
            reports.setdefault(one.profile.document, []).append(one)
        return cls(reports, len(groups))

    def beside(self, report: DocumentId) -> Iterator[Group]:
        """Yield the groups of other reports."""
        for document, groups in self.reports.items():
            if document != report:
                yield from groups


_EMPTY = Block.of(())


def blocks(one: Profile) -> frozenset[str]:
    """Return the keys of the blocks that a group stands in."""
    own = _coarse if _is_coarse(one) else _dated
    return frozenset((*_by_place(one), *_by_method(one), *map(own, _months(one))))


def asked_of(one: Profile) -> frozenset[str]:
    """Return the keys of the blocks from which it is compared with others: weeks meet the days in them too.

    Of the days a dated group needs to know only where any weeks stand beside them. A report may err by a day.
    """
    months = _months(one)
    days = map(_dated, months) if _is_coarse(one) else ()
    return frozenset((*_by_place(one), *_beside(one), *_by_method(one), *map(_coarse, months), *days))


def partners(one: Group, block: Callable[[str], Block]) -> Iterator[Group]:
    """Yield the groups of other reports that share a block with a group, or tell a day beside its own; some twice."""
    document = one.profile.document
    for shared in _shared(one.profile, block):
        yield from shared.beside(document)
    for key in _beside(one.profile):
        yield from (other for other in block(key).beside(document) if other.profile.when is not None)


def crowded_out(added: Iterable[Group], under: Under) -> Iterator[Group]:
    """Yield the groups of the blocks that tell nothing any more since others were added to them."""
    new = {one.id: one.profile for one in added}
    for key in {key for profile in new.values() for key in _by_method(profile)}:
        members = under(key)
        if len(members) > _CROWD >= _before(members, new):
            yield from members
    for month in {month for profile in new.values() for month in _months(profile)}:
        coarse = under(_coarse(month))
        dated = under(_dated(month)) if coarse else ()
        if not _is_open(len(coarse), len(dated)) and _is_open(_before(coarse, new), _before(dated, new)):
            yield from (*coarse, *dated)


def _shared(one: Profile, block: Callable[[str], Block]) -> Iterator[Block]:
    yield from map(block, _by_place(one))
    yield from (crowd for crowd in map(block, _by_method(one)) if crowd.size <= _CROWD)
    for month in _months(one):
        coarse = block(_coarse(month))
        dated = block(_dated(month)) if coarse.size else _EMPTY
        if _is_coarse(one):
            yield coarse
        if _is_open(coarse.size, dated.size):
            yield dated if _is_coarse(one) else coarse


def _is_open(coarse: int, dated: int) -> bool:
    return coarse * dated <= _CROWD * _CROWD


def _before(members: Collection[Group], new: Collection[str]) -> int:
    return sum(one.id not in new for one in members)


def _by_place(one: Profile) -> Iterator[str]:
    places = _places(one.locations)
    return (f"place {day} {place}" for day in _days(one) for place in places)


def _beside(one: Profile) -> Iterator[str]:
    """Return the keys of its places on the day before the one that it tells and on the day after."""
    if one.when is None or one.assumed or one.when.days > _NIGHT:
        return iter(())
    days = (one.when.start.toordinal() - 1, one.when.end.toordinal() + 1)
    places = _places(one.locations)
    return (f"place {day} {place}" for day in days for place in places)


def _by_method(one: Profile) -> Iterator[str]:
    days = _days(one) if one.days is not None else ()
    return (f"method {day} {method}" for day in days for method in one.methods)


def _coarse(month: str) -> str:
    return f"weeks {month}"


def _dated(month: str) -> str:
    return f"days {month}"


def _is_coarse(one: Profile) -> bool:
    return one.days is not None and one.days.days > _FINE_DAYS


def _days(one: Profile) -> Iterable[int]:
    if one.days is None:
        return range(one.published - _UNDATED_DAYS, one.published + 1) if one.published else ()
    if _is_coarse(one):
        return ()
    return range(one.days.start.toordinal(), one.days.end.toordinal() + 1)


def _months(one: Profile) -> tuple[str, ...]:
    """Return the months and places in which spans of weeks are compared."""
    if one.days is None:
        return ()
    first, last = one.days.start, one.days.end
    months = {(first.year, first.month), (last.year, last.month)}
    if one.days.days > _TWO_MONTHS:  # no single event's: its beginning will do
        months = {(first.year, first.month)}
    places = _places(one.locations)
    return tuple(f"{date(year, month, 1)} {place}" for year, month in sorted(months) for place in places)


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
