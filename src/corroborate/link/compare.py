"""How much speaks for two groups of claims being one incident, comparison by comparison."""

from dataclasses import dataclass
from typing import TypeVar

from corroborate.link.lexicon import PRIOR, UNTOLD, Level, weights
from corroborate.link.profile import Figure, Profile
from corroborate.model.casualty import Effect, People
from corroborate.model.mention import DamagedObject, Method, Weapon
from corroborate.model.names import place_key
from corroborate.model.nearness import Nearness, nearness
from corroborate.model.party import is_means, meant
from corroborate.model.situation import Interval, Location, PlaceKind

NEXT: Level = ("day", "next")
_Kind = TypeVar("_Kind", Method, Weapon, DamagedObject)
_FITTING = (Nearness.SAME, Nearness.WITHIN, Nearness.NEAR)
_OTHER = (Nearness.FAR, Nearness.APART)
_TOXIC = frozenset({Weapon.CHLORINE, Weapon.SARIN, Weapon.CHEMICAL})
_BIG = 5  # equal totals below this are chance
_FACTOR = 3  # a figure three times the other's is another event's, or another scope
_MANY, _SOME = 0.34, 0.15
_ENOUGH_WORDS = 3
_NIGHT = 2  # days that a night spans
_BETWEEN_PASSAGES = 3  # characters: a space, or the end of a line and a blank line
_SPOTS = {PlaceKind.SITE, PlaceKind.NEIGHBOURHOOD, PlaceKind.SETTLEMENT}


@dataclass(frozen=True, slots=True)
class Comparison:
    """The sum of the weights, and the level behind each with its weight."""

    score: float
    levels: tuple[tuple[Level, float], ...]

    def __str__(self) -> str:
        """Return it as words for a person who asks why."""
        said = (f"{weights().meanings[level]} ({weight:+.1f})" for level, weight in self.levels if level[1] != UNTOLD)
        return f"{self.score:+.1f} = {'; '.join(said)}"


def contradict(one: Profile, other: Profile) -> bool:
    """Say whether two groups cannot be one event: their days differ, or their places lie apart on the map and none fit.

    Two reports may err by a day, unless who tells of the earlier day wrote before the later one. In one report other
    things hit at another place are another event, were it only a town and its province.
    """
    a, b = _spans(one, other)
    if a is not None and b is not None and not a.overlaps(b) and not _is_next(one, other):
        return True
    if one.document == other.document and not (one.placed or other.placed):
        return False
    found = {nearness(a, b) for a in one.locations for b in other.locations}
    if one.document == other.document and _target(one, other) == "different":
        return bool(found - {Nearness.SAME, Nearness.UNKNOWN})
    narrow, narrow_too = _below_countries(one), _below_countries(other)
    return Nearness.FAR in found and not any(nearness(a, b) in _FITTING for a in narrow for b in narrow_too)


def _below_countries(one: Profile) -> tuple[Location, ...]:
    """Return the locations that are no whole country: that both lie in Syria joins nothing."""
    return tuple(
        where
        for where in one.locations
        if not where.places or any(place.kind is not PlaceKind.COUNTRY for place in where.places)
    )


def compare(one: Profile, other: Profile) -> Comparison:
    """Return how much speaks for two groups being one event; the order of the two never matters."""
    within = one.document == other.document
    levels = [
        PRIOR,
        ("day", _day(one, other)),
        ("place", _place(one, other)),
        ("method", _method(one, other)),
        ("weapon", _sets(one.weapons, other.weapons, weights().kindred_weapons)),
        ("party", _party(one, other)),
        ("target", _target(one, other)),
        ("count", _count(one, other)),
        ("words", _words(one, other)),
    ]
    if within:
        levels.append(("distance", _distance(one, other)))
    else:
        levels.append(("outlet", _outlet(one, other)))
    table = weights().within if within else weights().across
    weighed = tuple((level, table[level]) for level in levels)
    return Comparison(sum(weight for _, weight in weighed), weighed)


def _spans(one: Profile, other: Profile) -> tuple[Interval | None, Interval | None]:
    """Return the days of both: in one report as it tells them, across reports with those before a statement."""
    return (one.when, other.when) if one.document == other.document else (one.days, other.days)


def _day(one: Profile, other: Profile) -> str:
    a, b = _spans(one, other)
    if a is None or b is None:
        known, printed = (a, other.published) if a is not None else (b, one.published)
        return "before" if known is not None and printed and known.start.toordinal() > printed else UNTOLD
    if not a.overlaps(b) and one.document != other.document:
        return NEXT[1]
    if (one.assumed or other.assumed) and one.document != other.document:
        return "stated" if one.when and other.when and one.when.overlaps(other.when) else "told_later"
    return "same" if _one_day(a) and _one_day(b) and a.overlaps(b) else "overlap"


def _is_next(one: Profile, other: Profile) -> bool:
    """Say whether two reports tell of days in a row, and who tells of the earlier did not write before the later."""
    a, b = one.when, other.when
    if a is None or b is None or one.document == other.document or one.assumed or other.assumed:
        return False
    (first, printed), (second, _) = sorted(((a, one.published), (b, other.published)), key=lambda told: told[0].start)
    in_a_row = (second.start - first.end).days == 1 and _one_day(first) and _one_day(second)
    return in_a_row and printed >= second.start.toordinal()


def _one_day(span: Interval) -> bool:
    return span.days <= _NIGHT


def _place(one: Profile, other: Profile) -> str:
    if not one.locations or not other.locations:
        return UNTOLD
    best = _nearest(one.locations, other.locations)
    if best is Nearness.SAME:
        pair = (one.locations[0], other.locations[0])
        if not all(map(_is_spot, pair)):
            return "same_area"
        if not any(where.places and not _is_known_spot(where) for where in pair):
            return "carried" if one.document == other.document and not (one.placed and other.placed) else "same_spot"
        return "same_area" if one.document == other.document else "same_town"
    if best in {Nearness.APART, Nearness.FAR}:
        if one.document == other.document and not (one.placed and other.placed):
            return UNTOLD
        resolved = one.locations[0].places and other.locations[0].places
        return "other_spot" if resolved else "apart"
    if best is Nearness.WITHIN and place_key(one.locations[0].names[0]) == place_key(other.locations[0].names[0]):
        return "same_area" if one.document == other.document else "same_town"  # one took it for the town, one for more
    return str(best)


def _nearest(one: tuple[Location, ...], other: tuple[Location, ...]) -> Nearness:
    """Return how two groups lie to each other by the spots that they name, else by their most precise locations."""
    spots = [[where for where in locations if _is_known_spot(where)] for locations in (one, other)]
    if spots[0] and spots[1]:
        found = {nearness(a, b) for a in spots[0] for b in spots[1]}
        order: tuple[Nearness, ...] = (Nearness.SAME, *_OTHER, *Nearness)
        return next(level for level in order if level in found)
    return nearness(one[0], other[0])


def _is_known_spot(where: Location) -> bool:
    """Say whether a location is a town or smaller on the map, and no bare name that may mean the province around it."""
    if not where.places or not _is_spot(where):
        return False
    provinces = {place_key(parent) for place in where.places for parent in place.parents}
    return "city" in where.names[0].casefold() or place_key(where.names[0]) not in provinces


def _is_spot(location: Location) -> bool:
    """Say whether it is a town or smaller; unresolved, a name with a larger one behind it is taken for a town."""
    if location.places:
        return all(place.kind in _SPOTS for place in location.places)
    return len(location.names) > 1


def _party(one: Profile, other: Profile) -> str:
    if _full(one, other) & _full(other, one):
        return "shared"
    if all(map(is_means, one.parties)) or all(map(is_means, other.parties)):
        return UNTOLD
    return "different"


def _full(one: Profile, other: Profile) -> frozenset[str]:
    """Return the parties that one names, short names being of those that the other names in full."""
    return frozenset(meant(party, other.parties) for party in one.parties)


def _method(one: Profile, other: Profile) -> str:
    toxic = [_is_toxic(one), _is_toxic(other)]
    if all(toxic):
        return "same"
    if one.methods and other.methods and any(toxic):
        return "toxic"
    level = _sets(one.methods, other.methods, weights().kindred_methods)
    return "same" if level == "shared" else level


def _is_toxic(one: Profile) -> bool:
    return Method.CHEMICAL_ATTACK in one.methods or bool(one.weapons & _TOXIC)


def _sets(one: frozenset[_Kind], other: frozenset[_Kind], kindred: frozenset[frozenset[str]]) -> str:
    if not one or not other:
        return UNTOLD
    if one & other:
        return "shared"
    return "kindred" if any(frozenset((a, b)) in kindred for a in one for b in other) else "different"


def _target(one: Profile, other: Profile) -> str:
    if one.objects and other.objects:
        level = _sets(one.objects, other.objects, weights().kindred_objects)
        return "shared" if level == "kindred" else level
    if one.targets & other.targets or one.objects & other.named or other.objects & one.named:
        return "shared"
    return "other_words" if one.targets and other.targets else UNTOLD


def _count(one: Profile, other: Profile) -> str:
    if not one.figures or not other.figures:
        return UNTOLD
    theirs = _totals(other)
    levels = {_figures(figure, theirs[key]) for key, figure in _totals(one).items() if key in theirs}
    return next((level for level in ("equal", "agreeing", "contradicting", "differing") if level in levels), "apart")


def _totals(one: Profile) -> dict[tuple[Effect, People], Figure]:
    """Return the greatest figure for each effect and people: the smaller ones are of parts, or earlier."""
    if len(one.figures) == 1:
        return {(one.figures[0].effect, one.figures[0].people): one.figures[0]}
    totals: dict[tuple[Effect, People], Figure] = {}
    for figure in sorted(one.figures, key=lambda f: (_size(f), f.origin, str(f.count))):
        totals[figure.effect, figure.people] = figure
    return totals


def _figures(a: Figure, b: Figure) -> str:
    low, high = sorted((_size(a), _size(b)))
    if a.count.low == b.count.low and a.count.high == b.count.high:
        return "equal" if low >= _BIG else "agreeing"
    if _overlap(a, b):
        return "agreeing"
    one_voice = a.origin == b.origin and a.document == b.document
    return "contradicting" if one_voice or high > _FACTOR * max(low, 1) else "differing"


def _size(figure: Figure) -> int:
    return figure.count.low or figure.count.high or 0


def _overlap(a: Figure, b: Figure) -> bool:
    top = max(_size(a), _size(b)) * 2
    lows = (a.count.low or 0, b.count.low or 0)
    highs = (top if a.count.high is None else a.count.high, top if b.count.high is None else b.count.high)
    return max(lows) <= min(highs)


def _words(one: Profile, other: Profile) -> str:
    smaller = min(len(one.words), len(other.words))
    one_sentence = one.document == other.document and set(one.passages) & set(other.passages)
    if smaller < _ENOUGH_WORDS or one_sentence:
        return UNTOLD
    share = len(one.words & other.words) / min(smaller, 12)
    if share < _SOME and (one.answers or other.answers):
        return UNTOLD  # who answers an allegation need not use its words
    return "many" if share >= _MANY else "some" if share >= _SOME else "few"


def _distance(one: Profile, other: Profile) -> str:
    if set(one.passages) & set(other.passages):
        return "same"
    gap = min(abs(a[0] - b[1]) if a[0] > b[0] else abs(b[0] - a[1]) for a in one.passages for b in other.passages)
    if gap <= _BETWEEN_PASSAGES:
        return NEXT[1]
    return "lead" if one.leads or other.leads else "far"


def _outlet(one: Profile, other: Profile) -> str:
    """Say whether one outlet leads two reports with the two: it seldom brings one event as news a second time."""
    if not (one.leads and other.leads and one.publisher and other.publisher):
        return UNTOLD
    return "same" if one.publisher == other.publisher else "other"
