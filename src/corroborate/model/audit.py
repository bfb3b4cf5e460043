"""The custody log: entries of which each carries the hash of the one before."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act on the case: its number, when, who, what, on which subject, chained to the entry before."""

    sequence: int
    at: datetime
    actor: str
    act: str
    subject: str
    details: str
    previous: str

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the entry, the previous digest included."""
        said = [self.sequence, self.at.isoformat(), self.actor, self.act, self.subject, self.details, self.previous]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def broken_link(entries: Iterable[AuditEntry]) -> int | None:
    """Return the sequence number of the first entry that does not follow from the one before, None where all do."""
    previous, expected = GENESIS, 1
    for entry in entries:
        if entry.sequence != expected or entry.previous != previous:
            return entry.sequence
        previous, expected = entry.digest, expected + 1
    return None
