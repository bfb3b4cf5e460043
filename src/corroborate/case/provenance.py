"""What a case took over from others: the logs that came with packages, and what their entries go back to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from corroborate.case.handed_log import HandedLog, read_log
from corroborate.errors import CollectError
from corroborate.model.audit import Act, ActKind, AuditEntry, Detail, details
from corroborate.model.verification import Fault, FaultKind

Logs = Mapping[str, Mapping[str, AuditEntry]]  # by the package that brought it, each entry by its hash
_BOUND = ("head", "sequence", "trail")


@dataclass(frozen=True, slots=True)
class Brought:
    """A log that a package brought, as the entry on its import has it; None where it is gone, which the faults tell."""

    entry: AuditEntry
    log: HandedLog | None
    faults: tuple[Fault, ...]

    @property
    def package(self) -> str:
        """Return the SHA-256 of the package."""
        return self.entry.act.subject


def of_package(entry: AuditEntry) -> Mapping[str, Detail] | None:
    """Return what an entry tells of a log that came with a package; None where it tells of something else."""
    said = dict(entry.act.details)
    return said if entry.act.kind is ActKind.IMPORT and "kept" in said else None


def bound(log: HandedLog) -> dict[str, Detail]:
    """Return what binds a log, whichever of its entries are sealed, as the entry on its import tells it."""
    return {"head": log.digests[-1], "sequence": len(log.digests), "trail": log.trail}


def brought(entries: Iterable[AuditEntry], fetch: Callable[[str], bytes]) -> Iterator[Brought]:
    """Yield the logs that packages brought, each checked; `fetch` gives what was kept of one by its hash."""
    for entry in entries:
        said = of_package(entry)
        if said is None:
            continue
        try:
            lines = fetch(str(said["kept"])).decode("utf-8", "replace").split("\n")
        except CollectError as error:
            words = f"the log that came with the package {entry.act.subject}: {error}"
            yield Brought(entry, None, (Fault(FaultKind.MISSING_FILE, entry.act.subject, words),))
            continue
        log = read_log(lines[:-1])
        yield Brought(entry, log, tuple(check(log, entry)))


def check(log: HandedLog, entry: AuditEntry) -> Iterator[Fault]:
    """Yield what is wrong with a log that a package brought, by itself and by the entry on its import."""
    package, said = entry.act.subject, of_package(entry) or {}
    for fault in log.faults:
        yield replace(fault, subject=package, message=f"the log of the package {package}: {fault.message}")
    if not log.faults and any(said.get(name) != value for name, value in bound(log).items()):
        words = f"the log of the package {package} is not the one that was imported with it (entry {entry.sequence})"
        yield Fault(FaultKind.CHANGED_ENTRY, package, words)


def by_package(found: Iterable[tuple[str, HandedLog]]) -> Logs:
    """Return logs by their packages; where one came twice, what either shows of it."""
    logs: dict[str, dict[str, AuditEntry]] = {}
    for package, log in found:
        logs.setdefault(package, {}).update({log.digests[entry.sequence - 1]: entry for entry in log.entries})
    return logs


def first(entry: AuditEntry, logs: Logs) -> tuple[AuditEntry, Act] | None:
    """Return the entry that an entry goes back to, through whatever cases it came, and the act that it tells of.

    A collection has the name that the capture was given last. None where a log on the way does not show it.
    """
    now, name = entry, None
    for _ in range(len(logs) + 1):
        act = now.act
        if act.kind is not ActKind.IMPORT:
            if act.kind is ActKind.COLLECT and name is not None:
                act = replace(act, details=details(**{**dict(act.details), "name": name}))
            return now, act
        said = dict(act.details)
        name = name or said.get("name")
        above = logs.get(str(said.get("package")), {}).get(str(said.get("digest")))
        if above is None or above.act.subject != entry.act.subject:
            return None
        now = above
    return None
