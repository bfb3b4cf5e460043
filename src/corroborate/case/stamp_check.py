"""Checking time stamps, offline: what was signed, and whether the log is still the one that was stamped."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from corroborate.case.stamping import KEPT
from corroborate.errors import CollectError, ReadError
from corroborate.model.audit import ActKind, AuditEntry, trails
from corroborate.model.stamp import Signed
from corroborate.model.verification import Fault, FaultKind
from corroborate.ports import TimeAuthority

_APART = timedelta(minutes=5)  # so far the machine's clock may be from an authority's before it is told


@dataclass(frozen=True, slots=True)
class StampCheck:
    """What came of checking the stamps."""

    holds: tuple[str, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """Where a log ended, as a statement has it; one of an earlier version gives no trail."""

    sequence: int
    head: str
    trail: str | None


def check_stamps(
    entries: Sequence[AuditEntry],
    digests: Sequence[str],
    fetch: Callable[[str], bytes],
    authority: Callable[[], TimeAuthority],
) -> StampCheck:
    """Return what the stamps of a log show, by what was kept with them, which `fetch` gives by its hash.

    `entries` are those of the log that can be read, `digests` the hashes of all, from the first on.
    """
    known = tuple(zip(digests, trails(digests), strict=True))
    holds: list[str] = []
    faults: list[Fault] = []
    notes: list[str] = []
    for entry in entries:
        if entry.act.kind is not ActKind.STAMP:
            continue
        said = dict(entry.act.details)
        try:
            statement, reply, certificates = (fetch(str(said.get(name))) for name in KEPT)
            signed = authority().read(reply, statement, certificates)
            stated = stated_in(statement)
        except (CollectError, ReadError) as error:
            words = f"the stamp of {entry.act.subject} (entry {entry.sequence}): {error}"
            faults.append(Fault(FaultKind.BROKEN_STAMP, entry.act.subject, words))
            continue
        number = stated.sequence
        covered = [e for e in entries if e.sequence <= number]
        if not is_of(stated, known, seen=len(covered)):
            words = f"the log up to entry {number} is not the one that {signed.authority} stamped: it was written anew"
            faults.append(Fault(FaultKind.CHANGED_ENTRY, f"entries 1 to {number}", words))
            continue
        holds.append(
            f"Entries 1 to {number} existed on {signed.at:%Y-%m-%d %H:%M:%S} UTC, by the word of {signed.authority},"
            f" under the root {signed.root}."
        )
        notes.extend(_clock(entry, signed, covered))
    return StampCheck(tuple(holds), tuple(faults), tuple(notes))


def is_tied(statement: bytes) -> bool:
    """Say whether a statement holds for a log of which only some entries are shown."""
    return stated_in(statement).trail is not None


def stated_in(statement: bytes) -> Stated:
    """Return what a statement says; a ReadError where it is none."""
    try:
        said = json.loads(statement)
        sequence, head, trail = said["sequence"], said["head"], said.get("trail")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ReadError("what was stamped is no statement of a custody log") from error
    if not isinstance(sequence, int):
        raise ReadError("what was stamped names no entry of a custody log")
    return Stated(sequence, str(head), trail if isinstance(trail, str) else None)


def is_of(stated: Stated, known: Sequence[tuple[str, str]], *, seen: int) -> bool:
    """Say whether a statement is of this log: by its last entry where all are `seen`, else by the trail of all.

    `known` are the hash of each entry and the trail up to it.
    """
    if not 0 < stated.sequence <= len(known):
        return False
    digest, trail = known[stated.sequence - 1]
    if digest != stated.head:
        return False
    return seen == stated.sequence if stated.trail is None else stated.trail == trail


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
