"""What a case withstands: `python -m benchmark.faults [--kills N] [--captures N] [--seed N]`.

`add` is killed at random points, and so are stamping, locking, unlocking, forgetting, packaging, importing, watching
and the opening of a case of an older version; its disk is made full, its system calls are made to fail, two run at
once. After each the case is checked, and the same command has to complete it. `benchmark.trials` says what the columns
count.
"""

import argparse
import errno
import os
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmark.custody import write_reports
from benchmark.failing_disks import FAILING, failing, full_disk, harmed, limited
from benchmark.killing import forgettings, kills, locks, migrations, stamps
from benchmark.killing_handovers import imports, make_case, packages, watches
from benchmark.trials import DONE, HEADINGS, Trial, Tried, harmless
from corroborate.wiring import gazetteer


def at_once(place: Path, reports: Path, times: int) -> Tried:
    """Let two processes add the same reports to one case."""
    tried, total = Tried("two processes on one case"), len(list(reports.iterdir()))
    for _ in range(times):
        trial, beside = Trial(place / "shared", reports), Trial(place / "shared", reports)
        tried.times += 1
        other = os.fork()
        if other == 0:
            os._exit(beside.run(harmless))
        ended = trial.run(harmless)
        _, status = os.waitpid(other, 0)
        tried.struck += 1
        tried.unclear += (ended, os.waitstatus_to_exitcode(status)) != (DONE, DONE)
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
    case = make_case(place, len(list(few.iterdir())))
    yield packages(place, case, times // 4, chance)
    yield imports(place, case, times // 4, chance)
    yield watches(place, times // 4, chance)
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
