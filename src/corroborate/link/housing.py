"""Totals of all reports that count one thing: each lot of totals goes to the earlier one that it agrees with best.

Lots find their homes in the order of their reports' ids, whenever the reports were added. A lot that is added sends
those behind it in the line to look again, where one of the homes that they could choose from is another one now.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import heapify, heappop, heappush

from corroborate.link import series, totals
from corroborate.link.judged import Constraints
from corroborate.link.series import Lot
from corroborate.link.shelf import Shelf
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId

_MOST = 0.5  # of the pairs between two lots
_MOST_HOMES = 200  # homes of one block that a lot is held against, the last ones made
_MOST_HELD = 100  # totals of such a home, the last that it took in


@dataclass(frozen=True, slots=True)
class Housed:
    """What lots that were added come to: the totals that they changed, and the lots of their reports as they stand now.

    `moved` are the claims of every home that took in or lost a lot. `remarks` are the statements made in the words of
    these lots, `unplaced` those of them, with their reports, in whose words nothing is counted. `documents` are the
    reports of all of these.
    """

    totals: tuple[tuple[ClaimId, ...], ...]
    lots: tuple[Lot, ...]
    moved: frozenset[ClaimId]
    remarks: frozenset[ClaimId]
    unplaced: Mapping[ClaimId, DocumentId]
    documents: frozenset[DocumentId]


def keys(lot: Lot) -> frozenset[str]:
    """Return the keys by which other lots come to a lot."""
    joined = (f"joined {home}" for home in lot.joined if home)
    return frozenset((*series.blocks(lot), f"home {lot.home}", f"report {lot.document}", *joined))


def house(added: Sequence[Lot], shelf: Shelf[Lot], limits: Constraints) -> Housed:
    """Return what lots that were added come to among those that stood: what comes of housing all of them at once."""
    walk = _Walk(added, shelf, limits)
    homes = walk.go()
    members = [one for home in homes for one in walk.members(home)]
    told: dict[str, Lot] = {}
    joined: dict[str, dict[str, Lot]] = {home: {} for home in homes}  # the lots whose totals go to a home now
    for document in sorted({one.document for one in (*added, *members)}):
        before = sorted(shelf.under(f"report {document}"), key=lambda one: one.place)
        now = tuple(_accompanying(before, walk))
        told |= {one.id: one for one in now}
        for former, lot in zip(before, now, strict=True):
            for home in filter(None, former.joined):
                joined.setdefault(home, {})
            for home in filter(None, lot.joined):
                joined.setdefault(home, {})[lot.id] = lot
    found = [_total(home, walk, told, joined[home]) for home in sorted(joined) if walk.counts(home)]
    lots = (one for home in joined for one in (*walk.members(home), *walk.joining(home)))
    remarks = [(said, total, one) for one in told.values() for said, total in one.remarks]
    return Housed(
        totals=tuple(found),
        lots=tuple(told.values()),
        moved=frozenset(claim.id for one in members for claim in one.claims),
        remarks=frozenset(said for said, _, _ in remarks),
        unplaced={said: one.document for said, total, one in remarks if total not in _counted(one, walk)},
        documents=frozenset(one.document for one in (*told.values(), *lots)),
    )


def _accompanying(lots: Sequence[Lot], walk: "_Walk") -> Iterator[Lot]:
    """Yield the lots of a report in their homes, those that count nothing with what their totals went to."""
    homes = sorted({walk.home(one) for one in lots}, key=lambda home: walk.members(home)[0].place)
    counting = [home for home in homes if walk.counts(home)]
    own = [sorted((c for one in lots if walk.home(one) == home for c in one.claims), key=_id) for home in counting]
    for one in lots:
        home = walk.home(one)
        found = [None if home in counting else series.accompanied(claim, own) for claim in one.claims]
        joined = () if home in counting else tuple("" if at is None else counting[at] for at in found)
        yield replace(one, home=home, joined=joined)


def _id(claim: Claim) -> ClaimId:
    return claim.id


def _counted(lot: Lot, walk: "_Walk") -> frozenset[ClaimId]:
    """Return the claims of a lot that stand in a total: all, or those that went to one elsewhere."""
    if walk.counts(lot.home):
        return frozenset(claim.id for claim in lot.claims)
    return frozenset(claim.id for claim, home in zip(lot.claims, lot.joined, strict=True) if home)


def _total(home: str, walk: "_Walk", told: Mapping[str, Lot], joined: Mapping[str, Lot]) -> tuple[ClaimId, ...]:
    """Return the claims of a total, and the statements in their words.

    `told` are the lots as they stand now, where that was looked at, and of these `joined` go to the home.
    """
    members = walk.members(home)
    lots = {one.id: told.get(one.id, one) for one in (*members, *walk.joining(home))}
    lots.update(joined)
    claims = {claim.id for one in members for claim in one.claims}
    for one in lots.values():
        claims.update(claim.id for claim, to in zip(one.claims, one.joined, strict=False) if to == home)
    return tuple(sorted(claims | {said for one in lots.values() for said, total in one.remarks if total in claims}))


@dataclass(slots=True)
class _Line:
    """The lots under a key, walked through in the order of their places; `homes` are those of the lots passed."""

    lots: Sequence[Lot]
    at: int = 0
    homes: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class _Room:
    """A home, as far as the walk has come: its totals so far, in their order. `stood` are the lots that it had."""

    stood: Sequence[Lot]
    at: int = 0
    claims: list[Claim] = field(default_factory=list)


class _Walk:
    """The walk of the lots that have to look for a home, in the order of their places."""

    def __init__(self, added: Sequence[Lot], shelf: Shelf[Lot], limits: Constraints) -> None:
        self._shelf = shelf
        self._limits = limits
        self._new = {one.id for one in added}
        self._waiting = [(one.place, one.id) for one in added]
        self._lots = {one.id: one for one in added}
        self._homes: dict[str, str] = {}
        self._moved: dict[str, list[Lot]] = {}  # to each home, the lots that it took in on this walk
        self._lines: dict[str, _Line] = {}
        self._rooms: dict[str, _Room] = {}
        self._reach: dict[str, set[str]] = {}  # of each home, the keys under which others could choose it

    def go(self) -> frozenset[str]:
        """Find a home for each lot, and return those that took in or lost one."""
        changed: set[str] = set()
        heapify(self._waiting)
        while self._waiting:
            _, id_ = heappop(self._waiting)
            lot = self._lots[id_]
            before = None if lot.id in self._new else lot.home
            now = self._choice(lot)
            self._homes[lot.id] = now
            if now == before:
                continue
            self._room(now, lot).claims += lot.claims
            self._moved.setdefault(now, []).append(lot)
            homes = {now} if before is None else {now, before}
            changed |= homes
            for other in self._behind(lot, homes):
                if other.id not in self._lots:
                    self._lots[other.id] = other
                    heappush(self._waiting, (other.place, other.id))
        return frozenset(changed)

    def home(self, lot: Lot) -> str:
        """Return the home of a lot, as it is now."""
        return self._homes.get(lot.id, lot.home)

    def members(self, home: str) -> Sequence[Lot]:
        """Return the lots in a home, as it is now, in the order of their places."""
        stayed = (one for one in self._shelf.stood(f"home {home}") if self.home(one) == home)
        return sorted((*stayed, *self._moved.get(home, ())), key=lambda one: one.place)

    def joining(self, home: str) -> Sequence[Lot]:
        """Return the lots whose totals went to a home before, counting nothing themselves."""
        return tuple(self._shelf.stood(f"joined {home}"))

    def counts(self, home: str) -> bool:
        """Say whether anything in a home says how many."""
        return any(totals.counts(claim) for one in self.members(home) for claim in one.claims)

    def _choice(self, lot: Lot) -> str:
        """Return the home that a lot agrees with best; its own where it agrees with none."""
        keys = series.blocks(lot)
        self._shelf.ask(keys)
        near = list(dict.fromkeys(home for key in keys for home in self._passed(key, lot)))[-_MOST_HOMES:]
        best, found = _MOST, lot.id
        for home in near:
            held = self._room(home, lot).claims[-_MOST_HELD:]
            share = series.agreement(lot.claims, held, self._limits)
            if share > best:
                best, found = share, home
        return found

    def _passed(self, key: str, lot: Lot) -> Iterable[str]:
        """Return the homes of the lots under a key that stand before a lot, in their order."""
        if key not in self._lines:
            self._lines[key] = _Line(sorted(self._shelf.under(key), key=lambda one: one.place))
        line = self._lines[key]
        while line.at < len(line.lots) and line.lots[line.at].place < lot.place:
            line.homes[self.home(line.lots[line.at])] = None
            line.at += 1
        return line.homes

    def _room(self, home: str, lot: Lot) -> _Room:
        """Return a home as a lot finds it: with the lots before it."""
        if home not in self._rooms:
            self._rooms[home] = _Room(sorted(self._shelf.stood(f"home {home}"), key=lambda one: one.place))
        room = self._rooms[home]
        while room.at < len(room.stood) and room.stood[room.at].place < lot.place:
            stood = room.stood[room.at]
            if self.home(stood) == home:
                room.claims += stood.claims
            room.at += 1
        return room

    def _behind(self, lot: Lot, homes: Iterable[str]) -> Iterator[Lot]:
        """Yield the lots behind a lot which could choose from one of these homes."""
        for home in homes:
            if home not in self._reach:
                self._reach[home] = {key for one in self.members(home) for key in series.blocks(one)}
            self._reach[home].update(series.blocks(lot))
            self._shelf.ask(self._reach[home])
            for key in self._reach[home]:
                yield from (one for one in self._shelf.stood(key) if one.place > lot.place)
