"""Trusted time: a statement of where the custody log ends is made, stamped by authorities, kept, and checked later.

A statement is canonical JSON: `sequence` and `head` are the last entry and its hash, which stand for all before it;
`captures` lists, by the day of collection in UTC, those that no statement before told of. Statement, reply and
certificates are kept as evidence, and an entry of the log names them by their hashes.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from corroborate.case.log_check import log_of
from corroborate.collect import Custody
from corroborate.errors import CollectError, ReadError, StoreError, UsageError
from corroborate.model.audit import Act, ActKind, AuditEntry, Detail, details
from corroborate.model.canonical import canonical
from corroborate.model.stamp import Signed, Stamp
from corroborate.model.verification import Fault, FaultKind
from corroborate.ports import CaseStore, EvidenceStore, TimeAuthority

KEPT = ("statement", "reply", "certificates")  # as evidence, for each stamp
_APART = timedelta(minutes=5)  # so far the machine's clock may be from an authority's before it is told


@dataclass(frozen=True, slots=True)
class Stamped:
    """The stamps that were had, and why others were not."""

    stamps: tuple[Stamp, ...]
    refusals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stamping:
    """What stamping needs of a case and of the world."""

    store: CaseStore
    evidence: EvidenceStore
    custody: Custody
    authority: TimeAuthority

    def stamp(self, urls: Sequence[str], offered: Sequence[bytes]) -> Stamped:
        """Have the log stamped by each authority; `offered` are certificates (PEM) to check them by.

        A stamp is kept only if it holds. A UsageError where there is nothing to stamp, a StoreError where the log
        does not hold.
        """
        with log_of(self.store) as log:
            pass  # what comes after this entry is for the next stamp
        if log.faults:
            raise StoreError(
                "the custody log does not hold (`corroborate verify` tells more): a stamp would cover that"
            )
        if not log.entries:
            raise UsageError("there is nothing to stamp: the case is empty")
        stated = statement(log.entries)
        stamps: list[Stamp] = []
        refusals: list[str] = []
        for url in urls:
            try:
                stamps.append(self._stamp(url, stated, log.entries[-1], offered))
            except (CollectError, ReadError) as error:
                refusals.append(str(error))
        return Stamped(tuple(stamps), tuple(refusals))

    def _stamp(self, url: str, stated: bytes, last: AuditEntry, offered: Sequence[bytes]) -> Stamp:
        reply = self.authority.ask(url, stated)
        certificates = self.authority.chain(reply, offered)
        signed = self.authority.read(reply, stated, certificates)
        kept = {name: self.evidence.keep(part) for name, part in zip(KEPT, (stated, reply, certificates), strict=True)}
        said = details(
            authority=signed.authority,
            head=last.digest,
            root=signed.root,
            sequence=last.sequence,
            signed_at=signed.at.isoformat(),
            **kept,
        )
        self.store.log(Act(ActKind.STAMP, self.custody.clock.now(), self.custody.collector, url, said))
        return Stamp(url, signed, last.sequence, last.digest, stated, reply, certificates)


def statement(entries: Sequence[AuditEntry]) -> bytes:
    """Return what is stamped: where the log ends, and the captures of each day since the last statement."""
    stated = max((_number(entry) for entry in entries if entry.act.kind is ActKind.STAMP), default=0)
    days: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.act.kind is ActKind.COLLECT and entry.sequence > stated:
            days[entry.act.at.date().isoformat()].add(entry.act.subject)
    captures = {day: sorted(found) for day, found in days.items()}
    last = entries[-1]
    return canonical({"captures": captures, "head": last.digest, "sequence": last.sequence}).encode()


def kept_for(entries: Sequence[AuditEntry]) -> frozenset[str]:
    """Return the hashes of what is kept as evidence for the stamps of a log."""
    said = (_said(entry) for entry in entries if entry.act.kind is ActKind.STAMP)
    return frozenset(str(told[name]) for told in said for name in KEPT if name in told)


@dataclass(frozen=True, slots=True)
class StampCheck:
    """What came of checking the stamps."""

    holds: tuple[str, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]


def check_stamps(
    entries: Sequence[AuditEntry], evidence: EvidenceStore, authority: Callable[[], TimeAuthority]
) -> StampCheck:
    """Return what the stamps of a log show, offline, by what was kept with them."""
    numbered = {entry.sequence: entry for entry in entries}
    holds: list[str] = []
    faults: list[Fault] = []
    notes: list[str] = []
    for entry in entries:
        if entry.act.kind is not ActKind.STAMP:
            continue
        try:
            parts = [evidence.fetch(str(_said(entry).get(name))) for name in KEPT]
            signed = authority().read(parts[1], parts[0], parts[2])
        except (CollectError, ReadError) as error:
            words = f"the stamp of {entry.act.subject} (entry {entry.sequence}): {error}"
            faults.append(Fault(FaultKind.BROKEN_STAMP, entry.act.subject, words))
            continue
        said = json.loads(parts[0])
        number = said["sequence"]
        if number not in numbered or numbered[number].digest != said["head"]:
            words = f"the log up to entry {number} is not the one that {signed.authority} stamped: it was written anew"
            faults.append(Fault(FaultKind.CHANGED_ENTRY, f"entries 1 to {number}", words))
            continue
        holds.append(
            f"Entries 1 to {number} existed on {signed.at:%Y-%m-%d %H:%M:%S} UTC, by the word of {signed.authority},"
            f" under the root {signed.root}."
        )
        notes.extend(_clock(entry, signed, [e for e in entries if e.sequence <= number]))
    return StampCheck(tuple(holds), tuple(faults), tuple(notes))


def _clock(stamp: AuditEntry, signed: Signed, covered: Sequence[AuditEntry]) -> Iterator[str]:
    """Yield what is odd about the machine's clock, which dates all entries, by that of an authority."""
    apart = stamp.act.at - signed.at
    if abs(apart) > _APART:
        side = "ahead of" if apart > timedelta() else "behind"
        yield f"At entry {stamp.sequence} the machine's clock was {abs(apart)} {side} that of {signed.authority}."
    later = [entry for entry in covered if entry.act.at > signed.at + _APART]
    if later:
        yield (
            f"{len(later)} entries up to {later[-1].sequence} are dated after {signed.authority} had stamped them:"
            " the machine's clock was ahead."
        )


def _number(entry: AuditEntry) -> int:
    number = _said(entry).get("sequence")
    return number if isinstance(number, int) else 0


def _said(entry: AuditEntry) -> dict[str, Detail]:
    return dict(entry.act.details)
