"""The custody logs in a package: the case's own and those that packages brought it, sealed where that is asked."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from corroborate.case.handed_log import HandedLog
from corroborate.case.provenance import Brought, brought, of_package
from corroborate.case.stamp_check import is_tied
from corroborate.case.stamping import parts_of
from corroborate.case.veiling import Veiling
from corroborate.errors import CollectError
from corroborate.model.audit import Act, ActKind, AuditEntry, Detail, SealedEntry, entry_or_seal
from corroborate.model.handover import FOLDER, IMPORTS
from corroborate.ports import CaseStore

_OF_THE_LOG = frozenset({ActKind.MEND, ActKind.MIGRATE})

Fetch = Callable[[str], bytes]
File = tuple[str, Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Told:
    """What entries may tell of where only a part of a case is handed on: captures and judgements."""

    captures: AbstractSet[str]
    judgements: AbstractSet[str]


class LogFiles:
    """The logs of a case as they go into a package: what `told` allows, all where it is None; nothing confidential."""

    def __init__(self, store: CaseStore, fetch: Fetch, told: Told | None, veil: Veiling) -> None:
        entries = tuple(map(entry_or_seal, store.audit()))
        shown = tuple(entry for entry in entries if isinstance(entry, AuditEntry))
        self._own = HandedLog(shown, tuple(entry.digest for entry in entries), ())
        self._fetch = fetch
        self._told = told
        self._veil = veil
        self._others = _fullest(brought(self._own.entries, fetch))
        self._needed: AbstractSet[str] = frozenset()
        self._needed = self._packages()

    @property
    def sealed(self) -> int:
        """Return how many entries of the own log are sealed."""
        return len(self._own.digests) - sum(self._shows(entry.act) for entry in self._own.entries)

    def files(self) -> Iterator[File]:
        """Yield each log with its trail and what its stamps are checked by; a CollectError where one is damaged."""
        yield from self._files(FOLDER, self._own)
        for package in sorted(self._needed):
            log = self._others[package].log if package in self._others else None
            if log is None or log.faults:
                raise CollectError(f"the log that came with the package {package} is damaged: see `corroborate verify`")
            yield from self._files(f"{IMPORTS}/{package}", log)

    def _files(self, folder: str, log: HandedLog) -> Iterator[File]:
        shown = {entry.sequence: entry for entry in log.entries if self._shows(entry.act)}
        numbered = tuple(enumerate(log.digests, start=1))
        told = ((shown.get(number) or SealedEntry(number, digest)).line for number, digest in numbered)
        yield f"{folder}/custody.jsonl", (f"{line}\n".encode() for line in told)
        yield f"{folder}/trail.txt", (f"{digest}\n".encode() for digest in log.digests)
        for entry in shown.values():
            for sha256, ending in parts_of(entry):
                yield f"{folder}/stamps/{entry.sequence}.{ending}", [self._fetch(sha256)]

    def _packages(self) -> AbstractSet[str]:
        """Return the packages whose logs go along: all, or those that brought what is handed on, by whatever way."""
        if self._told is None:
            return self._others.keys()
        needed: set[str] = set()
        waiting: list[HandedLog | None] = [self._own]
        while waiting:
            entries = log.entries if (log := waiting.pop()) else ()
            acts = [entry.act for entry in entries if entry.act.kind is ActKind.IMPORT and of_package(entry) is None]
            named = {str(dict(act.details).get("package")) for act in acts if self._shows(act)}
            new = (named & self._others.keys()) - needed
            needed |= new
            waiting += [self._others[package].log for package in new]
        return needed

    def _shows(self, act: Act) -> bool:
        """Say whether an entry tells of what is handed on, or of the log as a whole, and of nothing else."""
        told, said = self._told, dict(act.details)
        if self._veil.is_told_by(act):
            return False
        if told is None:
            return True
        match act.kind:
            case ActKind.COLLECT | ActKind.READ:
                return act.subject in told.captures
            case ActKind.JUDGE:
                return act.subject in told.judgements
            case ActKind.IMPORT:
                return act.subject in (self._needed if "kept" in said else told.captures | told.judgements)
            case ActKind.VIEW | ActKind.EXPORT:
                return bool(_named(said, "captures")) and _named(said, "captures") <= told.captures
            case ActKind.VERIFY:
                return _named(said, "faults") <= told.captures
            case ActKind.STAMP | ActKind.ANCHOR:
                return is_tied(self._fetch(str(said["statement"])))
            case _:
                return act.kind in _OF_THE_LOG


def _named(said: Mapping[str, Detail], what: str) -> AbstractSet[str]:
    names = said.get(what)
    return frozenset(names) if isinstance(names, tuple) else frozenset()


def _fullest(found: Iterable[Brought]) -> dict[str, Brought]:
    """Return the logs by their packages; of one that came more than once, where it shows most."""
    fullest: dict[str, Brought] = {}
    for one in found:
        before = fullest.get(one.package)
        if before is None or _shown(one) > _shown(before):
            fullest[one.package] = one
    return fullest


def _shown(one: Brought) -> int:
    return len(one.log.entries) if one.log and not one.faults else -1
