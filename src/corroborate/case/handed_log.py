"""A custody log that somebody handed over: one copy, in which entries may be sealed: is it whole."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corroborate.errors import InvariantError
from corroborate.model.audit import GENESIS, ActKind, AuditEntry, digest_of, shown_or_sealed, trails
from corroborate.model.verification import Fault, FaultKind

PACKAGE = "package"  # the subject of an export that hands a case over


@dataclass(frozen=True, slots=True)
class HandedLog:
    """What can be read of it: the entries that are shown, the hashes of all from the first on, and what is wrong."""

    entries: tuple[AuditEntry, ...]
    digests: tuple[str, ...]
    faults: tuple[Fault, ...]

    @property
    def sealed(self) -> int:
        """Return how many of its entries are not shown."""
        return len(self.digests) - len(self.entries)

    @property
    def trail(self) -> str:
        """Return what stands for the whole log, whichever of its entries are sealed."""
        return ["", *trails(self.digests)][-1]


def read_log(lines: Iterable[str]) -> HandedLog:
    """Read the lines of a log: each entry has to carry the hash of the one before, and its number.

    Sealed entries are bound by the trails that later entries tell. What stands behind a gap is not read.
    """
    entries: list[AuditEntry] = []
    digests = [GENESIS]
    faults: list[Fault] = []
    for number, line in enumerate(lines, start=1):
        try:
            entry = shown_or_sealed(line)
        except InvariantError:
            faults.append(_fault(FaultKind.CHANGED_ENTRY, number, "is no entry of a custody log any more"))
            digests.append(digest_of(line))
            continue
        if entry.sequence != number:
            words = f"is gone from the log: entry {entry.sequence} stands in its place"
            faults.append(_fault(FaultKind.MISSING_ENTRY, number, words))
            break
        if isinstance(entry, AuditEntry):
            if entry.previous != digests[-1]:
                words = f"was changed: it has not the hash that entry {number} carries"
                faults.append(_fault(FaultKind.CHANGED_ENTRY, number - 1, words))
            entries.append(entry)
        digests.append(entry.digest)
    if len(digests) == 1:
        faults.append(Fault(FaultKind.TRUNCATED_LOG, "custody log", "the log has no entry"))
    return HandedLog(tuple(entries), tuple(digests[1:]), (*faults, *unlike(entries, digests[1:])))


def unlike(entries: Iterable[AuditEntry], digests: Sequence[str]) -> Iterator[Fault]:
    """Yield the exports and forgettings that tell of another trail than that of the entries before them."""
    known = ("", *trails(digests))
    for entry in entries:
        said = dict(entry.act.details)
        last, trail = said.get("sequence"), said.get("trail")
        if entry.act.kind not in (ActKind.EXPORT, ActKind.FORGET) or trail is None:
            continue
        if not (isinstance(last, int) and 0 < last < entry.sequence and trail == known[last]):
            words = f"the entries up to {last} are not those of which entry {entry.sequence} tells: some were changed"
            yield Fault(FaultKind.CHANGED_ENTRY, f"entries 1 to {last}", words)


def _fault(kind: FaultKind, number: int, words: str) -> Fault:
    return Fault(kind, f"entry {number}", f"entry {number} {words}")
