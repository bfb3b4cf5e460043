"""Proofs of OpenTimestamps: a statement of where the custody log ends is anchored in a block chain, and checked later.

Calendars promise at once and keep it within a day or so, when the proof can be completed: an entry of the log names the
proof at either time. Statement and proofs are kept as evidence. Offline a proof shows which Merkle root a block must
have; whether it has that, any copy of the chain tells.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from corroborate.case.stamp_check import StampCheck, check_stamps, is_of, stated_in
from corroborate.case.stamping import ENDINGS, log_to_stamp, statement
from corroborate.collect import Custody
from corroborate.errors import CollectError, ReadError, UsageError
from corroborate.model.audit import Act, ActKind, AuditEntry, details, entries_of, trails
from corroborate.model.stamp import Anchor, Anchored
from corroborate.model.verification import Fault, FaultKind
from corroborate.ports import Calendars, CaseStore, EvidenceStore, TimeAuthority

_STATEMENT, _PROOF = ENDINGS[ActKind.ANCHOR]


@dataclass(frozen=True, slots=True)
class Anchoring:
    """What anchoring needs of a case and of the world."""

    store: CaseStore
    evidence: EvidenceStore
    custody: Custody
    calendars: Calendars

    def anchor(self, urls: Sequence[str]) -> tuple[Anchor, tuple[str, ...]]:
        """Have calendars promise to anchor the log; return the proof so far, and why some of them gave none.

        The usual calendars are asked where none is named. A CollectError where none promised, a UsageError where there
        is nothing to anchor, a StoreError where the log does not hold.
        """
        named = tuple(urls) or self.calendars.usual
        with self.store.alone(_no_word):
            stated = statement(log_to_stamp(self.store))
            proof, refusals = self.calendars.ask(named, stated)
            return self._kept(stated, proof, named, None), refusals

    def complete(self) -> tuple[Anchor, ...]:
        """Ask calendars for what the proofs of the case lack, and return those that end in a block now."""
        with self.store.alone(_no_word):
            proofs = latest(list(entries_of(self.store.audit())))
            tried = (self._completed(first, entry) for first, entry in proofs.items())
            return tuple(anchor for anchor in tried if anchor is not None)

    def _completed(self, first: int, entry: AuditEntry) -> Anchor | None:
        said = dict(entry.act.details)
        if said.get("blocks"):
            return None
        calendars = said.get("calendars")
        named = calendars if isinstance(calendars, tuple) else ()
        stated, proof = _parts(entry, self.evidence.fetch)
        now = self.calendars.complete(proof, named)
        return self._kept(stated, now, named, first) if self.calendars.read(now, stated).blocks else None

    def _kept(self, stated: bytes, proof: bytes, named: tuple[str, ...], completes: int | None) -> Anchor:
        anchored, told = self.calendars.read(proof, stated), stated_in(stated)
        kept = {_STATEMENT: self.evidence.keep(stated), _PROOF: self.evidence.keep(proof)}
        blocks = tuple(f"{block.height} {block.merkle_root}" for block in anchored.blocks)
        said = details(
            blocks=blocks, calendars=named, completes=completes, head=told.head, sequence=told.sequence, **kept
        )
        self.store.log(Act(ActKind.ANCHOR, self.custody.clock.now(), self.custody.collector, "custody log", said))
        return Anchor(anchored, told.sequence, told.head, stated, proof)


def _no_word() -> None:
    """Wait in silence while another process has the case."""


def latest(entries: Iterable[AuditEntry]) -> Mapping[int, AuditEntry]:
    """Return the entry that names the proof as it is now, by the number of the entry that named it first."""
    found: dict[int, AuditEntry] = {}
    for entry in entries:
        if entry.act.kind is ActKind.ANCHOR:
            first = dict(entry.act.details).get("completes")
            found[first if isinstance(first, int) else entry.sequence] = entry
    return found


def check_times(
    entries: Sequence[AuditEntry],
    digests: Sequence[str],
    fetch: Callable[[str], bytes],
    authority: Callable[[], TimeAuthority],
    calendars: Callable[[], Calendars],
) -> StampCheck:
    """Return what the stamps and the anchors of a log show, by what was kept with them."""
    stamps = check_stamps(entries, digests, fetch, authority)
    anchors = check_anchors(entries, digests, fetch, calendars)
    return StampCheck(
        (*stamps.holds, *anchors.holds), (*stamps.faults, *anchors.faults), (*stamps.notes, *anchors.notes)
    )


def check_anchors(
    entries: Sequence[AuditEntry],
    digests: Sequence[str],
    fetch: Callable[[str], bytes],
    calendars: Callable[[], Calendars],
) -> StampCheck:
    """Return what the proofs that a log names show, by what was kept with them, which `fetch` gives by its hash."""
    proofs = latest(entries)
    if not proofs:
        return StampCheck((), (), ())
    try:
        reader = calendars()
    except UsageError as error:
        return StampCheck((), (), (f"{len(proofs)} proofs of OpenTimestamps were not checked: {error}",))
    known = tuple(zip(digests, trails(digests), strict=True))
    holds: list[str] = []
    faults: list[Fault] = []
    notes: list[str] = []
    for entry in proofs.values():
        subject = f"entry {entry.sequence}"
        try:
            stated, proof = _parts(entry, fetch)
            anchored, told = reader.read(proof, stated), stated_in(stated)
        except (CollectError, ReadError) as error:
            faults.append(Fault(FaultKind.BROKEN_STAMP, subject, f"the proof of OpenTimestamps ({subject}): {error}"))
            continue
        if not is_of(told, known, seen=sum(one.sequence <= told.sequence for one in entries)):
            words = f"the log up to entry {told.sequence} is not the one that was anchored: it was written anew"
            faults.append(Fault(FaultKind.CHANGED_ENTRY, f"entries 1 to {told.sequence}", words))
        elif anchored.blocks:
            holds.append(_held(told.sequence, anchored))
        else:
            notes.append(_promised(told.sequence, anchored))
    return StampCheck(tuple(holds), tuple(faults), tuple(notes))


def _parts(entry: AuditEntry, fetch: Callable[[str], bytes]) -> tuple[bytes, bytes]:
    said = dict(entry.act.details)
    return fetch(str(said.get(_STATEMENT))), fetch(str(said.get(_PROOF)))


def _held(last: int, anchored: Anchored) -> str:
    block = anchored.blocks[0]
    return (
        f"Entries 1 to {last} existed before block {block.height} of the Bitcoin chain, by OpenTimestamps, if its"
        f" Merkle root is {block.merkle_root}: any copy of the chain tells."
    )


def _promised(last: int, anchored: Anchored) -> str:
    return (
        f"Entries 1 to {last}: {', '.join(anchored.promised)} promised to anchor them in the Bitcoin chain."
        " `corroborate stamp --complete` fetches what is there by now, mostly within a day."
    )
