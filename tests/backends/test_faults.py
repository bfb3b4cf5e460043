"""What the fault run of the benchmark tries, in small; and that the run would see a loss."""

import platform
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmark import failing_disks, killing
from benchmark.custody import write_reports
from benchmark.faults import at_once
from benchmark.trials import Trial, Tried

REPORTS = 12
Fault = Callable[[Path, Path, int, random.Random], Tried]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    write_reports(tmp_path / "reports", REPORTS, 1)
    return tmp_path / "reports"


def outcome(tried: Tried) -> tuple[int, int, int, int]:
    return tried.lost, tried.broken, tried.unclear, tried.uncompleted


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_by_kills(tmp_path: Path, reports: Path) -> None:
    tried = killing.kills(tmp_path, reports, 5, random.Random(1))  # noqa: S311  # a test, repeatable
    assert tried.struck
    assert outcome(tried) == (0, 0, 0, 0)


@pytest.mark.slow
def test_a_migration_that_was_killed_is_made_by_the_next_opening(tmp_path: Path) -> None:
    tried = killing.migrations(tmp_path, 4, random.Random(1))  # noqa: S311  # a test, repeatable
    assert tried.struck
    assert outcome(tried) == (0, 0, 0, 0)


@pytest.mark.slow
@pytest.mark.parametrize(("fault", "times"), [(killing.stamps, 4), (killing.locks, 12), (killing.forgettings, 10)])
def test_what_was_told_is_there_and_the_case_whole_wherever_it_is_killed(
    tmp_path: Path, reports: Path, fault: Fault, times: int
) -> None:
    tried = fault(tmp_path, reports, times, random.Random(1))  # noqa: S311  # a test, repeatable
    assert tried.struck
    assert outcome(tried) == (0, 0, 0, 0)


@pytest.mark.slow
@pytest.mark.skipif(
    platform.machine() not in failing_disks.CALLS, reason="the numbers of its system calls are not known"
)
@pytest.mark.parametrize("calls", ["write", "sync", "name"])
def test_a_failing_disk_is_an_error_and_leaves_a_whole_case(tmp_path: Path, reports: Path, calls: str) -> None:
    tried = failing_disks.harmed(
        calls, tmp_path, reports, [failing_disks.failing(4, calls, number) for number in failing_disks.FAILING]
    )
    assert tried.struck == len(failing_disks.FAILING)
    assert outcome(tried) == (0, 0, 0, 0)


@pytest.mark.slow
def test_a_file_that_may_not_grow_is_an_error_and_leaves_a_whole_case(tmp_path: Path, reports: Path) -> None:
    tried = failing_disks.harmed(
        "limit", tmp_path, reports, [failing_disks.limited(10_000), failing_disks.limited(200_000)]
    )
    assert tried.struck == 2
    assert outcome(tried) == (0, 0, 0, 0)


@pytest.mark.slow
def test_two_processes_may_add_to_one_case(tmp_path: Path, reports: Path) -> None:
    assert outcome(at_once(tmp_path, reports, 1)) == (0, 0, 0, 0)


def test_the_run_would_see_a_loss(tmp_path: Path, reports: Path) -> None:
    tried, trial = Tried("none"), Trial(tmp_path / "case", reports)
    assert trial.run(lambda _done: None) == 0
    assert len(trial.acknowledged) == REPORTS
    next(path for path in (trial.case / "evidence").rglob("*") if path.is_file()).unlink()
    trial.acknowledged.add("a report that was never filed")
    trial.check(tried)
    assert (tried.lost, tried.broken) == (1, 1)
