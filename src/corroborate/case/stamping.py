"""Trusted time: a statement of where the custody log ends is made, stamped by authorities, kept, and checked later.

A statement is canonical JSON: `sequence` and `head` are the last entry and its hash, which stand for all before it, as
does `trail`, also for whoever sees only some of them; `captures` gives, by the day of collection in UTC, the SHA-256 of
those that no statement before told of, sorted, one a line: who is handed one of them learns nothing of the others.
Statement, reply and certificates are kept as evidence, and an entry of the log names them by their hashes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corroborate.case.log_check import LogCheck, log_of
from corroborate.collect import Custody
from corroborate.errors import CollectError, ReadError, StoreError, UsageError
from corroborate.model.audit import Act, ActKind, AuditEntry, Detail, details, trails
from corroborate.model.canonical import canonical
from corroborate.model.stamp import Stamp
from corroborate.ports import CaseStore, EvidenceStore, TimeAuthority

# What is kept as evidence for each stamp and each anchor, with the ending of its file in a package.
ENDINGS: Mapping[ActKind, Mapping[str, str]] = {
    ActKind.STAMP: {"statement": "json", "reply": "tsr", "certificates": "pem"},
    ActKind.ANCHOR: {"statement": "json", "proof": "json.ots"},
}
KEPT = tuple(ENDINGS[ActKind.STAMP])


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
        log = log_to_stamp(self.store)
        stated = statement(log)
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


def log_to_stamp(store: CaseStore) -> LogCheck:
    """Return the custody log as it now is; a StoreError where it does not hold, a UsageError where it is empty."""
    with log_of(store) as log:
        pass  # what comes after this entry is for the next stamp
    if log.faults:
        raise StoreError("the custody log does not hold (`corroborate verify` tells more): a stamp would cover that")
    if not log.entries:
        raise UsageError("there is nothing to stamp: the case is empty")
    return log


def statement(log: LogCheck) -> bytes:
    """Return what is stamped: where the log ends, and the captures of each day since the last statement."""
    stated = max((_number(entry) for entry in log.entries if entry.act.kind is ActKind.STAMP), default=0)
    days: dict[str, set[str]] = defaultdict(set)
    for entry in log.entries:
        if _brings_capture(entry.act) and entry.sequence > stated:
            days[entry.act.at.date().isoformat()].add(entry.act.subject)
    captures = {day: list(trails(sorted(found)))[-1] for day, found in days.items()}
    *_, trail = trails(log.digests)
    last = len(log.digests)
    return canonical({"captures": captures, "head": log.digests[-1], "sequence": last, "trail": trail}).encode()


def _brings_capture(act: Act) -> bool:
    """Say whether a capture came into the case by an act: collected, or under its name from another case."""
    return act.kind is ActKind.COLLECT or (act.kind is ActKind.IMPORT and "name" in dict(act.details))


def kept_for(entries: Iterable[AuditEntry]) -> frozenset[str]:
    """Return the hashes of what is kept as evidence for the stamps and anchors of a log."""
    return frozenset(sha256 for entry in entries for sha256, _ in parts_of(entry))


def parts_of(entry: AuditEntry) -> Iterator[tuple[str, str]]:
    """Yield the hash of each part of the stamp or anchor that an entry names, with the ending of its file."""
    said = _said(entry)
    for part, ending in ENDINGS.get(entry.act.kind, {}).items():
        if part in said:
            yield str(said[part]), ending


def _number(entry: AuditEntry) -> int:
    number = _said(entry).get("sequence")
    return number if isinstance(number, int) else 0


def _said(entry: AuditEntry) -> dict[str, Detail]:
    return dict(entry.act.details)
