"""What came of checking a case: what holds, what does not, and since when."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corroborate.model.audit import AuditEntry
from corroborate.model.ids import CaptureId, ClaimId, DocumentId


class FaultKind(StrEnum):
    """What does not hold."""

    CHANGED_BYTES = "changed_bytes"
    MISSING_FILE = "missing_file"
    UNREADABLE_FILE = "unreadable_file"
    CHANGED_ENTRY = "changed_entry"
    MISSING_ENTRY = "missing_entry"
    TRUNCATED_LOG = "truncated_log"
    UNLOGGED = "unlogged"
    REMOVED = "removed"
    CHANGED_RECORD = "changed_record"
    CHANGED_TEXT = "changed_text"
    BROKEN_STAMP = "broken_stamp"
    FALSE_QUOTE = "false_quote"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold: `subject` is a capture's hash or another id, or `entry N` of the log.

    `held` is the entry of the log by which it held for the last time: its collection, or a later check.
    """

    kind: FaultKind
    subject: str
    message: str
    held: AuditEntry | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of a check, in plain words but for the faults; `notes` tell what is no fault and yet worth knowing."""

    holds: tuple[str, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a case keeps, unchecked, each to be gone through once.

    `texts` are those of the documents, with the captures that they were read from; `quotes` the words of each claim,
    and from where to where they are said to stand; `readings` each capture that was read, with the hash of all that is
    kept of its document and claims; `misfiled` the ids of sightings and judgements by which something else is found.
    """

    texts: Iterator[tuple[CaptureId, DocumentId, str]]
    quotes: Iterator[tuple[ClaimId, DocumentId, int, int, str]]
    readings: Iterator[tuple[CaptureId, str]]
    misfiled: Iterator[str]
