"""Commands that are killed (SIGKILL) at random moments of their way."""

import random
import shutil
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pyrage
from alembic import command
from alembic.config import Config
from sqlalchemy import column, create_engine, table

from benchmark.trials import DONE, FAULTS, Trial, Tried, apart, harmless
from corroborate.adapters.clock import SystemClock
from corroborate.adapters.presence import is_locked
from corroborate.adapters.sql import migrations as versions
from corroborate.adapters.sql import open_store
from corroborate.adapters.vault import Keys
from corroborate.case import Case, Unwanted
from corroborate.errors import ReadError
from corroborate.model.audit import ActKind
from corroborate.model.ids import CaptureId
from corroborate.model.stamp import Signed
from corroborate.settings import Settings
from corroborate.wiring import desk, lock_case, open_case, unlock_case

_KILLS_A_CASE = 25
_LONGEST_REPORT = 0.03  # seconds: a kill comes within the next report, or the one after
_LONGEST_LIFE = 0.6  # seconds that stamping lives at the most before it is killed
_LONGEST_LOCKING = 0.3  # seconds that locking and unlocking live at the most before they are killed
_LONGEST_MIGRATION, _ENTRIES = 0.1, 500  # seconds, entries of the log


def kills(place: Path, reports: Path, times: int, chance: random.Random) -> Tried:
    """Kill `add` so often, at random points of its way through the reports; each case is completed in the end."""
    tried, total = Tried("kill -9 at a random point"), len(list(reports.iterdir()))
    while tried.times < times:
        trial = Trial(place / "killed", reports)
        points = min(_KILLS_A_CASE, times - tried.times)
        for after in sorted(chance.choices(range(total), k=points)):
            tried.times += 1
            life = chance.uniform(0, _LONGEST_REPORT)
            tried.struck += trial.run(harmless, life=life, after=after) == -signal.SIGKILL
            trial.check(tried)
        trial.complete(tried, total)
    return tried


def migrations(place: Path, times: int, chance: random.Random) -> Tried:
    """Kill the opening of a case of the first version so often while it is brought up to date."""
    tried, database = Tried("kill -9 while migrating"), place / "old" / "corroborate.db"
    database.parent.mkdir()
    _first_version(database)
    old = database.read_bytes()
    for _ in range(times):
        shutil.rmtree(database.parent)
        database.parent.mkdir()
        database.write_bytes(old)
        tried.times += 1
        ended, _ = apart(lambda _tell: open_store(database).close(), chance.uniform(0, _LONGEST_MIGRATION))
        tried.struck += ended == -signal.SIGKILL
        with open_case(database.parent, FAULTS) as case:
            tried.broken += bool(case.verify().faults)
            acts = [entry.act.kind for entry in case.custody()]
        tried.told += _ENTRIES
        tried.lost += _ENTRIES - acts.count(ActKind.NOTE)
        tried.uncompleted += acts.count(ActKind.MIGRATE) != 1
    return tried


def _first_version(database: Path) -> None:
    """Write a database as the first version did, with entries of doubts in its log."""
    engine = create_engine(f"sqlite:///{database}")
    settings = Config()
    settings.set_main_option("script_location", str(Path(versions.__file__).parent))
    rows = [
        {"sequence": n, "at": "2026-01-01T12:00:00+00:00", "actor": "faults", "act": "note", "subject": f"file {n}"}
        | {"details": "unreadable", "previous": f"{n - 1:064}", "digest": f"{n:064}"}
        for n in range(1, _ENTRIES + 1)
    ]
    with engine.begin() as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, "0001")
        connection.execute(table("audit", *map(column, rows[0])).insert(), rows)
    engine.dispose()


class _Noon:
    """Answers `ports.TimeAuthority` at once and signs nothing: it is the keeping of stamps that is tried."""

    def ask(self, url: str, statement: bytes) -> bytes:
        return url.encode() + statement

    def chain(self, reply: bytes, offered: Sequence[bytes]) -> bytes:  # noqa: ARG002  # the port has both
        return b"certificates"

    def read(self, reply: bytes, statement: bytes, certificates: bytes) -> Signed:
        if not reply.endswith(statement) or certificates != b"certificates":
            raise ReadError("not what was stamped")
        return Signed(SystemClock().now(), "noon", "root")


def stamps(place: Path, reports: Path, times: int, chance: random.Random) -> Tried:
    """Kill the stamping of a case so often."""
    tried, folder = Tried("kill -9 while stamping"), place / "stamped"
    told: set[str] = set()
    with open_case(folder, FAULTS) as case:
        case.add(reports)

    def stamp(tell: Callable[[str], None]) -> None:
        with _stampable(folder) as case:
            while True:
                for one in case.stamp(["https://a.example", "https://b.example"]).stamps:
                    tell(f"{one.url} {one.sequence}")

    for _ in range(times):
        tried.times += 1
        ended, lines = apart(stamp, chance.uniform(0, _LONGEST_LIFE))
        told.update(lines)
        tried.told = len(told)
        tried.struck += ended == -signal.SIGKILL
        with _stampable(folder) as case:
            tried.broken += bool(case.verify().faults)
            acts = [entry.act for entry in case.custody() if entry.act.kind is ActKind.STAMP]
        tried.lost += len(told - {f"{act.subject} {dict(act.details)['sequence']}" for act in acts})
    return tried


def locks(place: Path, reports: Path, times: int, chance: random.Random) -> Tried:
    """Kill the locking of a case so often, and its unlocking: it has to be whole, encrypted or not, after each."""
    tried, folder = Tried("kill -9 while locking and unlocking"), place / "locked"
    settings, secret = Settings(case=folder, author="faults"), place / "secret.txt"
    with open_case(folder, settings) as case:
        case.add(reports)
        held = len(case.sightings())
    key = pyrage.x25519.Identity.generate()
    secret.write_text(str(key), encoding="utf-8")
    to_lock, to_unlock = Keys(recipients=(str(key.to_public()),)), Keys(identities=(secret,))

    def turn(_tell: Callable[[str], None]) -> None:
        if is_locked(folder):
            unlock_case(settings, lambda: to_unlock)
        lock_case(settings, lambda: to_lock)
        unlock_case(settings, lambda: to_unlock)

    for _ in range(times):
        tried.times += 1
        ended, _ = apart(turn, chance.uniform(0, _LONGEST_LOCKING))
        tried.struck += ended == -signal.SIGKILL
        tried.unclear += ended not in {DONE, -signal.SIGKILL}
        if is_locked(folder):
            unlock_case(settings, lambda: to_unlock)
        with open_case(folder, settings, make=False) as case:
            tried.told += held
            tried.lost += held - len(case.sightings())
            tried.broken += bool(case.verify().faults)
    return tried


def forgettings(place: Path, reports: Path, times: int, chance: random.Random) -> Tried:
    """Kill the forgetting of a report so often: it has to be there as it was, or nothing of it in any file."""
    tried, whole, folder = Tried("kill -9 while forgetting"), place / "whole", place / "forgetting"
    with open_case(whole, FAULTS) as case:
        case.add(reports)
        held, captures = len(case.sightings()), [document.capture for document in case.documents()]
    longest = _undisturbed(whole, folder, captures[0])
    for _ in range(times):
        shutil.copytree(whole, folder)
        wanted = chance.choice(captures)
        content = next((folder / "evidence").rglob(wanted)).read_bytes().strip()
        ended, _ = apart(partial(_forget, folder, wanted), chance.uniform(0, longest))
        tried.times += 1
        tried.struck += ended == -signal.SIGKILL
        tried.unclear += ended not in {DONE, -signal.SIGKILL}
        with open_case(folder, FAULTS) as case:
            left, faults = {sighting.capture for sighting in case.sightings()}, case.verify().faults
            tried.told += held
            tried.lost += held - len(left | {wanted})
            tried.broken += bool(faults)
        if wanted in left:
            _forget(folder, wanted)
        tried.uncompleted += any(content in path.read_bytes() for path in folder.rglob("*") if path.is_file())
        shutil.rmtree(folder)
    return tried


def _undisturbed(whole: Path, folder: Path, wanted: CaptureId) -> float:
    """Return the seconds that forgetting takes on this machine where nothing kills it."""
    shutil.copytree(whole, folder)
    began = time.perf_counter()
    _forget(folder, wanted)
    took = time.perf_counter() - began
    shutil.rmtree(folder)
    return took


def _forget(folder: Path, wanted: CaptureId, _tell: Callable[[str], None] | None = None) -> None:
    with open_case(folder, FAULTS) as case:
        case.forgetting(Unwanted((wanted,)), "as a test").carry_out()


def _stampable(folder: Path) -> Case:
    return Case(replace(desk(folder, FAULTS), authority=_Noon), FAULTS)
