"""What came of checking a case: what holds, what does not, and since when."""

from dataclasses import dataclass
from enum import StrEnum

from corroborate.model.audit import AuditEntry


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
