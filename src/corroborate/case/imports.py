"""Checking what was imported: the logs that packages brought, and their time stamps."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from corroborate.case.anchoring import check_times
from corroborate.case.handed_log import HandedLog
from corroborate.case.provenance import Brought, of_package
from corroborate.case.stamp_check import StampCheck
from corroborate.case.stamping import kept_for
from corroborate.model.verification import Fault
from corroborate.ports import Calendars, TimeAuthority


def check_brought(
    handed: Iterable[Brought],
    fetch: Callable[[str], bytes],
    authority: Callable[[], TimeAuthority],
    calendars: Callable[[], Calendars],
) -> StampCheck:
    """Return what holds of the logs that packages brought and of their stamps, and what does not, in words."""
    holds: list[str] = []
    notes: list[str] = []
    faults: list[Fault] = []
    for one in handed:
        faults += one.faults
        if one.log is None:
            continue
        stamps = check_times(one.log.entries, one.log.digests, fetch, authority, calendars)
        file = _named(one)
        if not one.faults:
            holds.append(f"{file}, imported by {one.entry.act.actor} (entry {one.entry.sequence}): {told(one.log)}")
        holds += [f"Of the log of {file}: {words}" for words in stamps.holds]
        notes += [f"Of the log of {file}: {words}" for words in stamps.notes]
        faults += [
            replace(fault, subject=one.package, message=f"of the log of {file}: {fault.message}")
            for fault in stamps.faults
        ]
    return StampCheck(tuple(holds), tuple(faults), tuple(notes))


def _named(one: Brought) -> str:
    """Return what a package is called: by its file, or by its hash where it came within another."""
    said = dict(one.entry.act.details)
    return (
        f"the package {one.package} that came within {said.get('file')}" if "within" in said else str(said.get("file"))
    )


def told(log: HandedLog) -> str:
    """Return in words what a whole log is."""
    shown = f"its custody log is unbroken: {len(log.digests)} entries"
    if log.entries:
        shown += f" from {log.entries[0].act.at:%Y-%m-%d %H:%M} to {log.entries[-1].act.at:%Y-%m-%d %H:%M} UTC"
    sealed = f", of which {log.sealed} are sealed" if log.sealed else ""
    return f"{shown}{sealed}. Its head is {log.digests[-1]}."


def kept_of(handed: Iterable[Brought]) -> frozenset[str]:
    """Return the hashes of what is kept as evidence of logs that packages brought."""
    return frozenset(_kept(handed))


def _kept(handed: Iterable[Brought]) -> Iterator[str]:
    for one in handed:
        yield str((of_package(one.entry) or {}).get("kept"))
        if one.log is not None:
            yield from kept_for(one.log.entries)
