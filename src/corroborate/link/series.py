"""Totals of one report that count one thing: one effect, over one area and an overlapping span."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations, product

from corroborate.link import totals
from corroborate.link.judged import Constraints
from corroborate.link.lexicon import weights
from corroborate.model.casualty import Effect
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId
from corroborate.model.mention import Attack, Damage, Harm, Method, Weapon
from corroborate.model.names import place_key
from corroborate.model.nearness import Nearness, nearness
from corroborate.model.situation import Interval, Location, PlaceKind

_SHARE = 0.5  # of the days that either covers: two weeks told a day apart are one span
_START_DAYS = 3  # a running total: begun (nearly) together, told at different times
_Claims = list[Claim]
_STRETCH = 40  # totals of a report that are compared with one another; a measured report has 10
_MONTH, _SEASON = 31, 92  # days
_MOST = 0.5  # of the pairs between two groups
_TELLING = 10  # a figure at least this large is not met twice by chance
_STANDING_DAYS = 62  # standing totals without a day are compared within two months of publication
_TOXIC = frozenset({Weapon.CHLORINE, Weapon.SARIN, Weapon.CHEMICAL})


@dataclass(frozen=True, slots=True)
class Lot:
    """Totals of one report that count one thing; `number` is its place among those of its report and kind.

    `remarks` are statements made in the words of one of its totals, each with that total. `home` names the first of the
    lots of all reports that count one thing; `joined` the homes that its totals, where they count nothing, went to,
    each in the place of its total.
    """

    document: DocumentId
    counted: str
    number: int
    claims: tuple[Claim, ...]
    remarks: tuple[tuple[ClaimId, ClaimId], ...]
    home: str
    joined: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return what it is known by: its first total, which stands in no other lot."""
        return self.claims[0].id

    @property
    def place(self) -> tuple[str, str, int]:
        """Return its place in the line in which lots find their homes."""
        return (self.document, self.counted, self.number)


def lots(sums: Sequence[Claim], remarks: Mapping[ClaimId, ClaimId], limits: Constraints) -> Iterator[Lot]:
    """Yield the totals of one report in lots that count one thing; each agrees with most others of its lot.

    `remarks` are statements that are made in the words of a total.
    """
    known = {claim.id: claim for claim in sums}
    shelves: dict[str, list[_Claims]] = {}
    for claim in sorted(sums, key=lambda c: _rank(c, known)):
        shelves.setdefault(_counted(claim), []).append([claim])
    for counted in sorted(shelves):
        for number, group in enumerate(_merged(shelves[counted], limits)):
            own = {claim.id for claim in group}
            said = tuple((statement, total) for statement, total in sorted(remarks.items()) if total in own)
            yield Lot(group[0].document, counted, number, tuple(group), said, home=group[0].id)


def accompanied(claim: Claim, lots: Sequence[Sequence[Claim]]) -> int | None:
    """Return which of the totals of a report an uncounted attack of it is what they were done by; None for none.

    Attacks told over a stretch without a number ("shelling continued") make no total by themselves.
    """
    fits = [sum(_accompanies(claim, other) for other in own[:_STRETCH]) for own in lots[:_STRETCH]]
    best = max(fits, default=0)
    return fits.index(best) if best else None


def _accompanies(claim: Claim, total: Claim) -> bool:
    """Say whether uncounted attacks are what a total of the same report was done by: told with it, or of one span."""
    if claim.document != total.document or not totals.counts(total):
        return False
    if claim.passage == total.passage:
        return True
    spans = (totals.span_of(claim), totals.span_of(total))
    return None not in spans and _agree(claim, total)


def agreement(one: Sequence[Claim], other: Sequence[Claim], limits: Constraints) -> float:
    """Return the share of pairs of two lots that agree; 1 where something ties them, 0 where something forbids it."""
    return _support(one, other, limits).share


def _merged(groups: list[_Claims], limits: Constraints) -> list[_Claims]:
    """Return the groups of a report after joining, best first, those of which most pairs agree.

    A report of very many totals is gone through in stretches, so that the work grows with their number alone.
    """
    stretches = (groups[first : first + _STRETCH] for first in range(0, len(groups), _STRETCH))
    return [group for stretch in stretches for group in _joined(stretch, limits)]


def _joined(groups: list[_Claims], limits: Constraints) -> list[_Claims]:
    alive = dict(enumerate(groups))
    pairs = {pair: _support(alive[pair[0]], alive[pair[1]], limits) for pair in combinations(alive, 2)}
    while pairs:
        kept, gone = best = min(pairs, key=lambda pair: (-pairs[pair].share, pair))
        if pairs[best].share <= _MOST:
            break
        alive[kept] = alive[kept] + alive.pop(gone)
        del pairs[best]
        for pair in [pair for pair in pairs if gone in pair]:
            other = pair[pair[0] == gone]
            pairs[min(kept, other), max(kept, other)] += pairs.pop(pair)
    return list(alive.values())


def blocks(lot: Lot) -> tuple[str, ...]:
    """Return the keys of place and time under which lots may meet their like, in a stable order."""
    return tuple(sorted({f"total {lot.counted} {key}" for claim in lot.claims for key in _blocks(claim)}))


def _blocks(claim: Claim) -> Iterator[str]:
    """Yield the blocks of place and time in which a total may meet its like: months for short spans, years for long.

    The areas around a place count too: a place that was taken over from elsewhere in its report may be too narrow.
    """
    where = claim.situation.where
    around = [name for place in where.places for name in place.parents]
    for key in sorted({place_key(name) for name in (*where.names[:1], *around)}):
        for stretch in _stretches(claim):
            yield f"{key} {stretch}"


def _stretches(claim: Claim) -> Iterator[str]:
    when = totals.span_of(claim)
    if when is None:
        printed = _printed(claim) // _STANDING_DAYS
        yield from (f"printed {printed}", f"printed {printed + 1}")
        return
    if when.days <= _SEASON:
        months = range(when.start.year * 12 + when.start.month, when.end.year * 12 + when.end.month + 1)
        yield from (f"month {month}" for month in months)
    if when.days > _MONTH:
        yield from (f"year {year}" for year in range(when.start.year, when.end.year + 1))


@dataclass(frozen=True, slots=True)
class _Support:
    """What speaks for joining two groups; that of a joint group is the sum of that of its parts."""

    forbidden: bool
    tied: bool
    agreeing: int
    pairs: int

    def __add__(self, more: "_Support") -> "_Support":
        return _Support(
            self.forbidden or more.forbidden,
            self.tied or more.tied,
            self.agreeing + more.agreeing,
            self.pairs + more.pairs,
        )

    @property
    def share(self) -> float:
        """The share of pairs that agree; 1 where a person or a share ties them, 0 where something forbids it."""
        if self.forbidden:
            return 0.0
        return 1.0 if self.tied else self.agreeing / self.pairs


def _support(one: Sequence[Claim], other: Sequence[Claim], limits: Constraints) -> _Support:
    pairs = list(product(one, other))
    if limits.forbid((claim.id for claim in one), [claim.id for claim in other]) or any(
        _far_in_time(*p) for p in pairs
    ):
        return _Support(forbidden=True, tied=False, agreeing=0, pairs=len(pairs))
    tied = any(_tied(a, b, limits) for a, b in pairs)
    return _Support(forbidden=False, tied=tied, agreeing=sum(_agree(a, b) for a, b in pairs), pairs=len(pairs))


def _tied(one: Claim, other: Claim, limits: Constraints) -> bool:
    if one.id == other.part_of or other.id == one.part_of:
        return True
    return (min(one.id, other.id), max(one.id, other.id)) in limits.same


def _rank(claim: Claim, sums: Mapping[ClaimId, Claim]) -> tuple[bool, bool, bool, ClaimId]:
    """Return the place in line: what says most of itself comes first, a share after its whole."""
    situation = claim.situation
    return (claim.part_of in sums, totals.span_of(claim) is None, not situation.place_is_told, claim.id)


def counts_with(claim: Claim, total: Claim) -> bool:
    """Say whether a claim could be a row of the tally to which a total belongs."""
    return _counted(claim) == _counted(total) and _agree(claim, total)


def _counted(claim: Claim) -> str:
    """Return what is counted: the effect, or attacks, or the kind of thing damaged."""
    match claim.content:
        case Harm(effect=effect):
            return str(effect)
        case Damage(object=harmed):
            return f"damage {harmed}"
        case Attack():
            return "attacks"
        case _:
            return "other"


def _far_in_time(one: Claim, other: Claim) -> bool:
    a, b = totals.span_of(one), totals.span_of(other)
    if a is None or b is None:
        return False
    return max(a.start, b.start) - min(a.end, b.end) > timedelta(_START_DAYS)


def _agree(one: Claim, other: Claim) -> bool:
    report = one.document == other.document
    if totals.is_standing(one) != totals.is_standing(other):
        return False
    placed = _one_area(one, other, report=report) or (report and _retold(one, other))
    return placed and _one_span(one, other) and _one_means(one, other)


def _retold(one: Claim, other: Claim) -> bool:
    """Say whether a report gives one figure twice: then it is one total, whatever place it was tied to."""
    a, b = one.content, other.content
    if not isinstance(a, Harm) or not isinstance(b, Harm):
        return False
    return (a.people, a.count.low) == (b.people, b.count.low) and (a.count.low or 0) >= _TELLING


def _one_span(one: Claim, other: Claim) -> bool:
    a, b = totals.span_of(one), totals.span_of(other)
    if a is None or b is None:
        if (a is None) != (b is None):
            return one.document == other.document and not _displaced(one)
        if one.document == other.document:
            return True
        return bool(one.published and other.published) and abs(_printed(one) - _printed(other)) <= _STANDING_DAYS
    if not a.overlaps(b):
        return False
    running = all(span.days > _START_DAYS or totals.is_campaign(claim) for span, claim in ((a, one), (b, other)))
    return _share(a, b) >= _SHARE or (running and abs(a.start - b.start) <= timedelta(_START_DAYS))


def _displaced(claim: Claim) -> bool:
    return isinstance(claim.content, Harm) and claim.content.effect is Effect.DISPLACED


def _printed(claim: Claim) -> int:
    return claim.published.toordinal() if claim.published else 0


def _share(a: Interval, b: Interval) -> float:
    common = (min(a.end, b.end) - max(a.start, b.start)).days + 1
    return common / (a.days + b.days - common)


def _one_area(one: Claim, other: Claim, *, report: bool) -> bool:
    a, b = one.situation.where, other.situation.where
    if not a.names or not b.names:
        return report
    lie = nearness(a, b)
    if lie is Nearness.SAME or _displaced(one):
        return lie is Nearness.SAME
    if not (one.situation.place_is_told and other.situation.place_is_told):
        return report or lie in {Nearness.WITHIN, Nearness.NEAR}
    days = (totals.span_of(one), totals.span_of(other))
    wider = _country(a) or _country(b) or lie is Nearness.WITHIN
    return report and (days[0] == days[1] or None in days) and wider


def _country(where: Location) -> bool:
    if where.places:
        return all(place.kind is PlaceKind.COUNTRY for place in where.places)
    return len(where.names) == 1


def _one_means(one: Claim, other: Claim) -> bool:
    """Say whether two totals can be of one kind of attack; unsaid means agree with any."""
    a, b = set(one.weapons), set(other.weapons)
    if a and b and not a & b:
        kindred = any(frozenset((x, y)) in weights().kindred_weapons for x in a for y in b)
        return kindred or bool(a & _TOXIC and b & _TOXIC)
    if bool(a & _TOXIC) != bool(b & _TOXIC) and one.document != other.document:
        return False
    if isinstance(one.content, Attack) and isinstance(other.content, Attack):
        methods = {one.content.method, other.content.method}
        return len(methods) == 1 or Method.OTHER in methods
    return True
