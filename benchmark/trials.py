"""Trials of a case by faults: what is counted, work done in a process of its own, and `add` under trial.

*Told* are reports (or stamps) that were acknowledged, *lost* those of them that are not in the case, *broken* cases
that do not hold, *unclear* runs that ended in anything but an error of the store, *uncompleted* cases that the same
command could not complete.
"""

import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from corroborate.errors import StoreError
from corroborate.settings import Settings
from corroborate.wiring import open_case

DONE, REFUSED, _DEFECT = 0, 3, 4  # how a run ends: done, with an error of the store, with any other
FAULTS = Settings(author="faults")


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

        with open_case(self.case, FAULTS) as case:
            harm(0)
            case.add(self.reports, progress=lambda step: acknowledge(step.name))

    def check(self, tried: Tried) -> None:
        """Count what of the acknowledged is not there, and whether the case does not hold."""
        tried.told += len(self.acknowledged) - self.counted
        self.counted = len(self.acknowledged)
        if not self.case.exists():
            tried.lost += len(self.acknowledged)
            return
        with open_case(self.case, FAULTS) as case:
            kept = {sighting.lead.name for sighting in case.sightings()}
            tried.lost += len(self.acknowledged - kept)
            faults = case.verify().faults
        tried.broken += bool(faults)
        for fault in faults:
            sys.stderr.write(f"{tried.name}: {fault.kind}: {fault.message}\n")

    def complete(self, tried: Tried, reports: int) -> None:
        """Run the same command undisturbed, and check that all is there and holds."""
        is_done = self.run(harmless) == DONE
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
        return REFUSED
    except BaseException as error:  # noqa: BLE001  # whatever else comes is a defect, which the table tells
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return _DEFECT
    return DONE


def harmless(_done: int) -> None:
    """Do nothing."""
