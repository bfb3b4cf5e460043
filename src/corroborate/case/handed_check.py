"""Checking a package before anything of it is taken over: its files, its logs and stamps, what these tell of."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from corroborate.case.anchoring import check_times
from corroborate.case.handed_log import PACKAGE, HandedLog, read_log
from corroborate.case.history import History
from corroborate.case.imports import told
from corroborate.case.provenance import Logs, bound, by_package, of_package
from corroborate.case.stamping import parts_of
from corroborate.errors import CollectError, InvariantError
from corroborate.model import acts
from corroborate.model.audit import ActKind, AuditEntry
from corroborate.model.handover import LOG
from corroborate.model.ids import JudgementId
from corroborate.model.judgement import Judgement
from corroborate.model.verification import Fault, FaultKind
from corroborate.ports import Calendars, Package, TimeAuthority


@dataclass(frozen=True, slots=True)
class Checked:
    """What is in a package: its logs by their paths, the judgements, what holds of it, what does not, what to know."""

    logs: Mapping[str, HandedLog]
    judgements: Mapping[JudgementId, Judgement]
    holds: tuple[str, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]

    @property
    def own(self) -> HandedLog:
        """Return the log of the case that was handed over."""
        return self.logs[LOG]

    @property
    def others(self) -> Logs:
        """Return the logs of the packages that this case had taken over itself."""
        return by_package((package_of(path), log) for path, log in self.logs.items() if path != LOG)


def package_of(path: str) -> str:
    """Return the package that brought the log at this path of another package."""
    return PurePosixPath(path).parent.name


def check_package(
    package: Package, authority: Callable[[], TimeAuthority], calendars: Callable[[], Calendars]
) -> Checked:
    """Return what is in a package and what is wrong with it; a ReadError where that cannot be told."""
    logs = {path: read_log(package.lines(path)) for path in package.logs()}
    judgements = {one.id: one for one in package.judgements()}
    holds: list[str] = []
    notes: list[str] = []
    faults = list(package.faults())
    for path, log in logs.items():
        fetch = stamp_parts(package, path, log.entries)
        stamps = check_times(log.entries, log.digests, fetch, authority, calendars)
        faults += [*log.faults, *stamps.faults]
        whose = package.name if path == LOG else f"the package {package_of(path)}, which it took over"
        holds += [] if log.faults else [f"{whose}: {told(log)}", *(f"{whose}: {words}" for words in stamps.holds)]
        notes += [f"{whose}: {words}" for words in stamps.notes]
        if tuple(package.lines(trail := f"{PurePosixPath(path).parent}/trail.txt")) != log.digests:
            faults.append(
                Fault(FaultKind.CHANGED_RECORD, trail, f"{trail} does not hold the hashes of the log's entries")
            )
    checked = Checked(logs, judgements, tuple(holds), (), tuple(notes))
    history = History(checked.own.entries, checked.others)
    faults += [*_unfinished(package, checked.own), *_unbound(logs), *_untold(package, checked, history)]
    return replace(checked, faults=tuple(history.dated(fault) for fault in faults))


def stamp_parts(package: Package, log: str, entries: Iterable[AuditEntry]) -> Callable[[str], bytes]:
    """Return what gives the parts of the stamps of a log by their hashes."""
    folder = PurePosixPath(log).parent / "stamps"
    paths = {sha256: f"{folder}/{entry.sequence}.{end}" for entry in entries for sha256, end in parts_of(entry)}

    def fetch(sha256: str) -> bytes:
        if sha256 not in paths:
            raise CollectError("the log does not name all that it is checked by")
        content = package.read(paths[sha256])
        if content is None:
            raise CollectError(f"{paths[sha256]} is missing from the package")
        if hashlib.sha256(content).hexdigest() != sha256:
            raise CollectError(f"{paths[sha256]} is not what was kept when the stamp was had")
        return content

    return fetch


def _unfinished(package: Package, log: HandedLog) -> Iterator[Fault]:
    """Yield the fault where the log does not tell of the package that it is in: it was cut at its end."""
    exports = (entry.act for entry in log.entries if entry.act.kind is ActKind.EXPORT and entry.act.subject == PACKAGE)
    if package.id not in {dict(act.details).get("trail") for act in exports}:
        words = "the log does not tell of this package: it was cut at its end, or belongs to another one"
        yield Fault(FaultKind.TRUNCATED_LOG, "custody log", words)


def _unbound(logs: Mapping[str, HandedLog]) -> Iterator[Fault]:
    """Yield the logs of further packages of which no log tells, and those that are missing."""
    imports = [entry for log in logs.values() for entry in log.entries if of_package(entry) is not None]
    brought = {package_of(path): bound(log) for path, log in logs.items() if path != LOG and not log.faults}
    names = {entry.act.subject for entry in imports}
    for entry in imports:
        said = of_package(entry) or {}
        if any(said.get(name) != value for name, value in brought.get(entry.act.subject, {"head": None}).items()):
            words = (
                f"the log of the package {entry.act.subject} is missing, or is not the one that was imported with it"
            )
            yield Fault(FaultKind.MISSING_FILE, entry.act.subject, words)
    for name in sorted(brought.keys() - names):
        yield Fault(FaultKind.UNLOGGED, name, f"no log tells of the package {name}, of which a log is in this one")


def _untold(package: Package, checked: Checked, history: History) -> Iterator[Fault]:
    """Yield the captures and judgements of which the log does not tell, and those that it tells of and are missing."""
    captures = package.captures()
    for name in sorted(captures.keys() - history.collected.keys()):
        yield Fault(FaultKind.UNLOGGED, name, f"evidence/{name}: the log tells of no collection")
    for name in sorted(history.collected.keys() - captures.keys()):
        yield Fault(FaultKind.REMOVED, name, f"evidence/{name}: the log tells of this capture, which is not there")
    for name in sorted(captures.keys() & history.collected.keys()):
        for entry, act in history.collected[name]:
            try:
                size = acts.collected(act)[0].size
            except InvariantError as error:
                yield Fault(FaultKind.CHANGED_RECORD, name, f"entry {entry.sequence}: {error}")
                continue
            if size != captures[name]:
                words = f"evidence/{name} has {captures[name]} bytes, and the log says {size}"
                yield Fault(FaultKind.CHANGED_BYTES, name, words)
    for made in sorted(checked.judgements.keys() - history.judged.keys()):
        yield Fault(FaultKind.UNLOGGED, made, f"{made}: the log does not tell of this judgement")
    for one in sorted(history.judged.keys() - checked.judgements.keys()):
        yield Fault(FaultKind.REMOVED, one, f"{one}: the log tells of this judgement, which is not there as it was")
