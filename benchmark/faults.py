"""What a case withstands: `python -m benchmark.faults [--kills N] [--captures N] [--seed N]`.

`add` is killed at random points, and so are stamping, locking, unlocking, forgetting and the opening of a case of an
older version; its disk is made full, its system calls are made to fail, two run at once. After each the case is
checked, and the same command has to complete it. *Told* are reports (or stamps) that were acknowledged, *lost* those
of them that are not in the case, *broken* cases that do not hold, *unclear* runs that ended in anything but an error
of the store, *uncompleted* cases that the same command could not complete. The faults are real: SIGKILL, a small file
system (tmpfs, for which one has to be root), a limit on the size of files, and a filter of system calls (seccomp) that
answers as a failing disk does, to SQLite as to everything else.
"""

import argparse
import ctypes
import errno
import os
import platform
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path

import pyrage
from alembic import command
from alembic.config import Config
from sqlalchemy import column, create_engine, table

from benchmark.custody import write_reports
from corroborate.adapters.clock import SystemClock
from corroborate.adapters.presence import is_locked
from corroborate.adapters.sql import migrations as versions
from corroborate.adapters.sql import open_store
from corroborate.adapters.vault import Keys
from corroborate.case import Case, Unwanted
from corroborate.errors import ReadError, StoreError
from corroborate.model.audit import ActKind
from corroborate.model.ids import CaptureId
from corroborate.model.stamp import Signed
from corroborate.settings import Settings
from corroborate.wiring import desk, gazetteer, lock_case, open_case, unlock_case

_DONE, _REFUSED, _DEFECT = 0, 3, 4  # how a run of `add` ends: done, with an error of the store, with any other
_KILLS_A_CASE = 25
_LONGEST_REPORT = 0.03  # seconds: a kill comes within the next report, or the one after
_LONGEST_LIFE = 0.6  # seconds that stamping lives at the most before it is killed
_LONGEST_LOCKING = 0.3  # seconds that locking and unlocking live at the most before they are killed
_LONGEST_MIGRATION, _ENTRIES = 0.1, 500  # seconds, entries of the log
FAILING = (errno.EIO, errno.ENOSPC, errno.EROFS)
# Numbers of system calls, by machine: what writes, and what makes sure.
CALLS = {
    "x86_64": {"write": (1, 18), "sync": (74, 75), "name": (86, 265, 82, 264, 316), "seccomp": (317,)},
    "aarch64": {"write": (64, 68), "sync": (82, 83), "name": (37, 38, 276), "seccomp": (277,)},
}


@dataclass
class Tried:
    """A kind of fault: how often it was tried and struck, and what was lost by it."""

    name: str
    times: int = 0
    struck: int = 0
    told: int = 0
    lost: int = 0
    broken: int = 0
    unclear: int = 0
    uncompleted: int = 0

    def row(self) -> str:
        """Return it as a line of the table."""
        numbers = (self.times, self.struck, self.told, self.lost, self.broken, self.unclear, self.uncompleted)
        return f"{self.name:<44}" + "".join(f"{number:>13}" for number in numbers)


HEADINGS = ("tried", "struck", "told", "lost", "broken", "unclear", "uncompleted")


@dataclass
class Trial:
    """A case under trial, with the names that its runs have acknowledged."""

    case: Path
    reports: Path
    acknowledged: set[str] = field(default_factory=set)
    counted: int = 0

    def run(self, harm: Callable[[int], None], *, life: float | None = None, after: int = 0) -> int:
        """Run `add` in a process of its own, killed `life` seconds after so many reports; return how it ended.

        `harm` is called in that process before the first report, with 0, and after each, with how many were told.
        """
        ended, told = apart(lambda tell: self._add(harm, tell), life, after)
        self.acknowledged.update(told)
        return ended

    def _add(self, harm: Callable[[int], None], tell: Callable[[str], None]) -> None:
        done = 0

        def acknowledge(name: str) -> None:
            nonlocal done
            tell(name)
            done += 1
            harm(done)

        with open_case(self.case, Settings(author="faults")) as case:
            harm(0)
            case.add(self.reports, progress=lambda step: acknowledge(step.name))

    def check(self, tried: Tried) -> None:
        """Count what of the acknowledged is not there, and whether the case does not hold."""
        tried.told += len(self.acknowledged) - self.counted
        self.counted = len(self.acknowledged)
        if not self.case.exists():
            tried.lost += len(self.acknowledged)
            return
        with open_case(self.case, Settings(author="faults")) as case:
            kept = {sighting.lead.name for sighting in case.sightings()}
            tried.lost += len(self.acknowledged - kept)
            faults = case.verify().faults
        tried.broken += bool(faults)
        for fault in faults:
            sys.stderr.write(f"{tried.name}: {fault.kind}: {fault.message}\n")

    def complete(self, tried: Tried, reports: int) -> None:
        """Run the same command undisturbed, and check that all is there and holds."""
        is_done = self.run(_harmless) == _DONE
        self.check(tried)
        tried.uncompleted += not is_done or len(self.acknowledged) < reports
        shutil.rmtree(self.case)


def apart(work: Callable[[Callable[[str], None]], None], life: float | None, after: int = 0) -> tuple[int, list[str]]:
    """Do work in a process of its own; return how it ended, and the lines it told.

    It is killed so many seconds after it told so many lines, unless it ends before.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os._exit(_ended(work, lambda line: _tell(writing, line)))
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        lines = list(islice(told, after))
        if life is not None:
            time.sleep(life)
            os.kill(child, signal.SIGKILL)
        lines += told
    _, status = os.waitpid(child, 0)
    # Behind the last line end stands nothing, or half a line.
    return os.waitstatus_to_exitcode(status), [line.rstrip("\n") for line in lines if line.endswith("\n")]


def _tell(pipe: int, line: str) -> None:
    os.write(pipe, f"{line}\n".encode())


def _ended(work: Callable[[Callable[[str], None]], None], tell: Callable[[str], None]) -> int:
    try:
        work(tell)
    except StoreError:
        return _REFUSED
    except BaseException as error:  # noqa: BLE001  # whatever else comes is a defect, which the table tells
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return _DEFECT
    return _DONE


def _harmless(_done: int) -> None:
    """Do nothing."""


def kills(place: Path, reports: Path, times: int, chance: random.Random) -> Tried:
    """Kill `add` so often, at random points of its way through the reports; each case is completed in the end."""
    tried, total = Tried("kill -9 at a random point"), len(list(reports.iterdir()))
    while tried.times < times:
        trial = Trial(place / "killed", reports)
        points = min(_KILLS_A_CASE, times - tried.times)
        for after in sorted(chance.choices(range(total), k=points)):
            tried.times += 1
            life = chance.uniform(0, _LONGEST_REPORT)
            tried.struck += trial.run(_harmless, life=life, after=after) == -signal.SIGKILL
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
        with open_case(database.parent, Settings(author="faults")) as case:
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
    with open_case(folder, Settings(author="faults")) as case:
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
        tried.unclear += ended not in {_DONE, -signal.SIGKILL}
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
    settings = Settings(author="faults")
    with open_case(whole, settings) as case:
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
        tried.unclear += ended not in {_DONE, -signal.SIGKILL}
        with open_case(folder, settings) as case:
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
    with open_case(folder, Settings(author="faults")) as case:
        case.forgetting(Unwanted((wanted,)), "as a test").carry_out()


def _stampable(folder: Path) -> Case:
    settings = Settings(author="faults")
    return Case(replace(desk(folder, settings), authority=_Noon), settings)


def harmed(name: str, place: Path, reports: Path, harms: Sequence[Callable[[int], None]]) -> Tried:
    """Run `add` once under each harm; it has to end with an error of the store, and leave a whole case."""
    tried, total = Tried(name), len(list(reports.iterdir()))
    for harm in harms:
        trial = Trial(place / "harmed", reports)
        tried.times += 1
        ended = trial.run(harm)
        tried.struck += ended != _DONE
        tried.unclear += ended not in {_DONE, _REFUSED}
        trial.check(tried)
        trial.complete(tried, total)
    return tried


def full_disk(place: Path, reports: Path, sizes: Sequence[int]) -> Tried:
    """Add to cases on file systems of so many kilobytes, which are then made large enough."""
    tried, total = Tried("file system full (tmpfs)"), len(list(reports.iterdir()))
    for size in sizes:
        with _mounted(place / "small", size) as disk:
            if disk is None:
                return tried
            trial = Trial(disk / "case", reports)
            tried.times += 1
            ended = trial.run(_harmless)
            tried.struck += ended != _DONE
            tried.unclear += ended not in {_DONE, _REFUSED}
            subprocess.run(["mount", "-o", "remount,size=256m", disk], check=True)  # noqa: S607  # the system's own
            trial.check(tried)
            trial.complete(tried, total)
    return tried


@contextmanager
def _mounted(folder: Path, kilobytes: int) -> Iterator[Path | None]:
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)  # noqa: S607  # the system's own


def limited(size: int) -> Callable[[int], None]:
    """Return a harm: no file grows beyond so many bytes."""
    return lambda done: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)) if done == 0 else None


def failing(after: int, calls: str, number: int) -> Callable[[int], None]:
    """Return a harm: after so many reports, each of these system calls fails with this error."""
    return lambda done: _forbid(CALLS[platform.machine()][calls], number) if done == after else None


class _Instruction(ctypes.Structure):
    """A `struct sock_filter`."""

    _fields_ = (("code", ctypes.c_ushort), ("jt", ctypes.c_ubyte), ("jf", ctypes.c_ubyte), ("k", ctypes.c_uint32))


class _Program(ctypes.Structure):
    """A `struct sock_fprog`."""

    _fields_ = (("len", ctypes.c_ushort), ("filter", ctypes.POINTER(_Instruction)))


def _forbid(calls: Sequence[int], number: int) -> None:
    """Have the kernel answer these calls of this process with an error, from now on (seccomp(2), on every thread)."""
    load, equal, give, allow, fail = 0x20, 0x15, 0x06, 0x7FFF0000, 0x00050000
    count = len(calls)
    steps = [(load, 0, 0, 0)]  # the number of the call
    steps += [(equal, count - at, 0, call) for at, call in enumerate(calls)]
    steps += [(give, 0, 0, allow), (give, 0, 0, fail | number)]
    program = _Program(len(steps), (_Instruction * len(steps))(*(_Instruction(*step) for step in steps)))
    libc = ctypes.CDLL(None, use_errno=True)
    no_new_privileges, filter_mode, every_thread = 38, 1, 1
    libc.prctl(no_new_privileges, 1, 0, 0, 0)
    if libc.syscall(CALLS[platform.machine()]["seccomp"][0], filter_mode, every_thread, ctypes.byref(program)):
        raise OSError(ctypes.get_errno(), "seccomp refused the filter")


def at_once(place: Path, reports: Path, times: int) -> Tried:
    """Let two processes add the same reports to one case."""
    tried, total = Tried("two processes on one case"), len(list(reports.iterdir()))
    for _ in range(times):
        trial, beside = Trial(place / "shared", reports), Trial(place / "shared", reports)
        tried.times += 1
        other = os.fork()
        if other == 0:
            os._exit(beside.run(_harmless))
        ended = trial.run(_harmless)
        _, status = os.waitpid(other, 0)
        tried.struck += 1
        tried.unclear += (ended, os.waitstatus_to_exitcode(status)) != (_DONE, _DONE)
        trial.check(tried)
        trial.complete(tried, total)
    return tried


def main() -> None:
    """Try every fault and print what was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--captures", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2018)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311  # random points, repeatable
    gazetteer()  # once, for every process that is forked from this one
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        many, few = place / "many", place / "few"
        write_reports(many, options.captures, 1)
        write_reports(few, 40, 1)
        print(f"{'fault':<44}" + "".join(f"{heading:>13}" for heading in HEADINGS))
        for tried in _all(place, (many, few), options.kills, chance):
            print(tried.row(), flush=True)


def _all(place: Path, folders: tuple[Path, Path], times: int, chance: random.Random) -> Iterator[Tried]:
    many, few = folders
    yield kills(place, many, times, chance)
    yield migrations(place, times // 4, chance)
    yield stamps(place, few, times // 4, chance)
    yield locks(place, few, times // 4, chance)
    yield forgettings(place, few, times // 4, chance)
    yield full_disk(place, few, [*range(150, 900, 75)])
    sizes = [limited(size) for size in range(10_000, 400_000, 39_000)]
    yield harmed("no file beyond a size (RLIMIT_FSIZE)", place, few, sizes)
    for calls in ("write", "sync", "name"):
        for number in FAILING:
            harms = [failing(chance.randrange(30), calls, number) for _ in range(5)]
            yield harmed(f"{calls} fails with {errno.errorcode[number]}", place, few, harms)
    yield at_once(place, few, 5)


if __name__ == "__main__":
    main()
