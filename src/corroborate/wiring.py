"""The one place that builds adapters and hands them to the stages."""

import atexit
import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from corroborate import __version__
from corroborate.adapters.clock import SystemClock
from corroborate.adapters.evidence import FolderEvidence
from corroborate.adapters.fingerprint import fingerprint
from corroborate.adapters.gazetteer import PackagedGazetteer
from corroborate.adapters.presence import Presence, is_locked, refuse_locked
from corroborate.adapters.runners import PoolRunner, SerialRunner
from corroborate.case import Case, Desk, Finder, Job, Makers, reports
from corroborate.case.forgetting import scour
from corroborate.collect import Custody
from corroborate.errors import CorroborateError, StoreError, UsageError
from corroborate.model.audit import ActKind
from corroborate.model.document import Lead
from corroborate.model.record import Reading
from corroborate.ports import Calendars, Confinement, EvidenceStore, Gazetteer, Runner, TimeAuthority, Web
from corroborate.settings import Settings, from_environment

if TYPE_CHECKING:
    from corroborate.adapters.vault import Keys

# What a reading depends on, and what a fold does: a change in any of their files makes a new maker.
_READS = ("model", "read", "extract", "locate", "attribute", "pipeline.py")
_READS_TOO = (
    *("adapters/data", "adapters/gazetteer.py", "adapters/gazetteer_world.py", "adapters/toponym_keys.py"),
    *("adapters/confined.py", "adapters/confined_worker.py"),
)
_FOLDS = ("model", "replay", "link", "reconcile", "grade", "pipeline.py")
_TOOL = f"corroborate {__version__}"
DATABASE, EVIDENCE = "corroborate.db", "evidence"


def makers() -> Makers:
    """Return what this program's readings and folds are said to be made by: its version, and a hash of their code."""
    reading, fold = fingerprint((*_READS, *_READS_TOO)), fingerprint(_FOLDS)
    return Makers(f"corroborate {__version__} reading {reading}", f"corroborate {__version__} fold {fold}")


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer of this process, made at its first use."""
    return PackagedGazetteer()


@cache
def confinement() -> Confinement:
    """Return where this process has hostile bytes parsed; a process of its own, started at the first of them."""
    from corroborate.adapters.confined import ConfinedProcess  # noqa: PLC0415  # only where reports are read

    return ConfinedProcess()


def authority() -> TimeAuthority:
    """Return what asks and checks time-stamping authorities."""
    from corroborate.adapters.timestamps import Rfc3161  # noqa: PLC0415  # cryptography: only where stamps are

    return Rfc3161()


def calendars() -> Calendars:
    """Return what asks calendars of OpenTimestamps and reads proofs; a UsageError without its library."""
    try:
        from corroborate.adapters.calendars import OpenTimestamps  # noqa: PLC0415  # an extra, which few have
    except ModuleNotFoundError as error:
        raise UsageError(
            "OpenTimestamps needs a library that is not installed: pip install 'corroborate[ots]'"
        ) from error

    return OpenTimestamps()


def read_job(job: Job) -> Reading | None:
    """Read one report, in whatever process this is; None where an earlier reading holds."""
    if job.content is None:
        return None
    from corroborate.pipeline import read_report  # noqa: PLC0415  # slow to load: where reports are read, not listed

    reading = read_report(job.capture, job.content, job.lead, gazetteer(), confinement())
    keep_tables()
    return reading


@cache
def keep_tables() -> None:
    """Spare the garbage collector what the first report made this process load: words and places, which stay.

    It would look through them all, again and again: 2 % of the time that reports take.
    """
    gc.freeze()
    atexit.register(gc.unfreeze)  # what else was loaded by then is let go at the end, as libraries expect


def runner(processes: int) -> Runner:
    """Return a runner of so many processes."""
    return SerialRunner() if processes == 1 else PoolRunner(processes)


def open_case(folder: str | Path | None = None, settings: Settings | None = None, *, make: bool = True) -> Case:
    """Open the case in a folder, made where there is none unless `make` is false; without a name, that of the settings.

    A UsageError where there is no case and none is to be made, a StoreError where it cannot be opened.
    """
    chosen = settings or from_environment()
    home = Path(folder or chosen.case)
    _check_folder(home)
    if not make and not (home / DATABASE).exists():
        raise UsageError(
            f"there is no case in {home}: make one with `corroborate --case {home} add SOURCE`, or name another"
        )
    opened = desk(home, chosen)
    try:
        scour(opened, home)
    except CorroborateError:
        opened.store.close()
        raise
    return Case(opened, replace(chosen, case=home))


def lock_case(settings: Settings, keys: "Callable[[], Keys]") -> None:
    """Keep the case of the settings encrypted as a whole; where a kill left more than that there, remove it.

    `keys` is asked once it is known that there is a case to lock; a UsageError where there is none.
    """
    from corroborate.adapters import vault  # noqa: PLC0415  # its library is loaded where a case is locked

    home = settings.case
    if not is_locked(home):
        with open_case(home, settings, make=False) as case:
            given = keys()
            vault.check(given)
            case.log(ActKind.LOCK, "case", recipients=given.recipients)
        with Presence(home) as present:
            present.alone()
            vault.lock(home, given)
        return
    with Presence(home) as present:
        present.alone()
        if not vault.left_over(home):
            raise UsageError(f"the case in {home} is locked")
        vault.clear(home)


def unlock_case(settings: Settings, keys: "Callable[[], Keys]") -> None:
    """Take the case of the settings out of its encryption; a UsageError where it is not locked, or the keys do not fit.

    `keys` is asked once it is known that there is a case to unlock.
    """
    from corroborate.adapters import vault  # noqa: PLC0415  # its library is loaded where a case is unlocked

    home = settings.case
    if not is_locked(home):
        raise UsageError(f"there is no locked case in {home}")
    given = keys()
    with Presence(home) as present:
        present.alone()
        vault.unlock(home, given)
    with open_case(home, settings, make=False) as case:
        case.log(ActKind.UNLOCK, "case")


def _check_folder(home: Path) -> None:
    """Raise a UsageError where what is named is no folder, or the case in it is locked."""
    if home.exists() and not home.is_dir():
        raise UsageError(f"{home} is a file, and a case is a folder: name another with --case")
    refuse_locked(home)


def desk(home: Path, settings: Settings) -> Desk:
    """Return what the case in a folder needs of the world; a StoreError where it cannot be opened."""
    from corroborate.adapters.sql import open_store  # noqa: PLC0415  # SQLAlchemy: only where a case is opened

    custody = Custody(SystemClock(), settings.author, _TOOL, settings.machine)
    try:
        evidence = FolderEvidence(home / EVIDENCE)
        store = open_store(home / DATABASE)
    except OSError as error:
        raise StoreError(f"{home} cannot be opened: {error.strerror}") from error
    runners = partial(_runner_for, settings.processes)
    finder = partial(_finder, settings, evidence)
    return Desk(store, evidence, custody, finder, runners, read_job, makers(), gazetteer, authority, calendars)


def _finder(settings: Settings | None, evidence: EvidenceStore | None, stdin: BinaryIO | None) -> Finder:
    """Return what follows leads, to the web by these settings; without any, not to the web."""
    from corroborate.adapters.web_archive import WebArchives  # noqa: PLC0415  # its library is slow to load: only for who adds

    return Finder(WebArchives(), _web(settings) if settings else None, stdin, evidence)


def _web(settings: Settings) -> Web:
    from corroborate.adapters.web import Manners, WebClient  # noqa: PLC0415  # its library is slow to load: only for who adds

    allowed = (settings.obey_robots, settings.allowed_hosts)
    manners = Manners(_TOOL, settings.author, *allowed, machine=settings.machine)
    return WebClient(SystemClock(), manners)


def read_reports(
    leads: Sequence[Lead], settings: Settings, stdin: BinaryIO | None = None
) -> Iterator[tuple[Lead, Reading]]:
    """Yield what each report gives, without a case; see `case.reports`."""
    custody = Custody(SystemClock(), settings.author, _TOOL, settings.machine)
    chosen = _runner_for(settings.processes, len(leads))
    return reports.read_reports(leads, custody, chosen, read_job, _finder(None, None, stdin))


def _runner_for(most: int, reports: int) -> Runner:
    return runner(max(1, min(most, reports // _WORTH_A_PROCESS)))


_WORTH_A_PROCESS = 12  # reports; below, starting a process takes longer than it saves
