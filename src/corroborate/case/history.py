"""What the entries of a custody log tell of captures and judgements, those that came from other cases included."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.case.provenance import Logs, first
from corroborate.model.audit import Act, ActKind, AuditEntry
from corroborate.model.verification import Fault

_SETTLING = frozenset({ActKind.FORGET, ActKind.MIGRATE})  # after which the record may hold less than was noted
_BEGINNINGS = frozenset({ActKind.COLLECT, ActKind.IMPORT})  # of what can be found changed later


class History:
    """What a log tells: `collected` are the entries on each capture, each with the collection that it goes back to."""

    def __init__(self, entries: Sequence[AuditEntry], logs: Logs) -> None:
        self._checks = [entry for entry in entries if entry.act.kind is ActKind.VERIFY]
        self.migrated = max((entry.sequence for entry in entries if entry.act.kind is ActKind.MIGRATE), default=0)
        self.collected: dict[str, list[tuple[AuditEntry, Act]]] = {}
        self.read: dict[str, AuditEntry] = {}
        self.judged: dict[str, AuditEntry] = {}
        self.noted: list[AuditEntry] = []  # doubts that this version wrote, since something was forgotten last
        self._begun: dict[str, AuditEntry] = {}
        for entry in entries:
            if entry.act.kind is ActKind.READ:
                self.read[entry.act.subject] = entry
                continue
            if entry.act.kind is ActKind.NOTE:
                self.noted.append(entry)
            if entry.act.kind in _SETTLING:
                self.noted.clear()
            if entry.act.kind in _BEGINNINGS:
                self._begun.setdefault(entry.act.subject, entry)
            _, act = first(entry, logs) or (entry, entry.act)
            if act.kind is ActKind.COLLECT:
                self.collected.setdefault(entry.act.subject, []).append((entry, act))
            elif act.kind is ActKind.JUDGE:
                self.judged[entry.act.subject] = entry

    def dated(self, fault: Fault) -> Fault:
        """Return the fault with the last entry by which its subject held: a check that found it whole, or its start."""
        start = min(_numbers(fault.subject), default=0)
        if start:
            # Whatever was wrong with the log at a check, it did not vouch for any entry.
            whole = (check for check in reversed(self._checks) if not any(map(_numbers, said(check, "faults"))))
            return replace(fault, held=next((check for check in whole if check.sequence > start), None))
        begun = self._begun.get(fault.subject)
        if begun is None:
            return fault
        after = (check for check in reversed(self._checks) if check.sequence > begun.sequence)
        found_whole = (check for check in after if fault.subject not in said(check, "faults"))
        return replace(fault, held=next(found_whole, begun))


def said(entry: AuditEntry, name: str) -> tuple[str, ...]:
    """Return the names that an entry lists under a detail."""
    value = dict(entry.act.details).get(name)
    return value if isinstance(value, tuple) else ()


def _numbers(subject: str) -> list[int]:
    """Return the numbers in `entry 5`, `entries 5 to 9`; none of another subject."""
    words = subject.split()
    return [int(word) for word in words if word.isdecimal()] if words[:1] in (["entry"], ["entries"]) else []
