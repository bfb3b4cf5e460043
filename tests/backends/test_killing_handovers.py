"""What the fault run of handing over tries, in small; and that the run would see a loss."""

import random
from pathlib import Path

import pytest

from benchmark import killing_handovers as faults
from benchmark.trials import Tried

CHANCE = random.Random(1)  # noqa: S311  # a test, repeatable


def outcome(tried: Tried) -> tuple[int, int, int, int]:
    return tried.lost, tried.broken, tried.unclear, tried.uncompleted


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return faults.make_case(tmp_path, 6)


@pytest.mark.slow
def test_a_kill_leaves_no_half_package_and_a_whole_case(tmp_path: Path, case: Path) -> None:
    tried = faults.packages(tmp_path, case, 4, CHANCE)
    assert tried.struck
    assert outcome(tried) == (0, 0, 0, 0)


@pytest.mark.slow
def test_an_import_that_was_killed_leaves_a_whole_case_and_is_completed(tmp_path: Path, case: Path) -> None:
    tried = faults.imports(tmp_path, case, 4, CHANCE)
    assert tried.struck
    assert outcome(tried) == (0, 0, 0, 0)


@pytest.mark.slow
def test_a_feed_that_was_watched_to_a_kill_is_collected_to_its_end_and_nothing_twice(tmp_path: Path) -> None:
    tried = faults.watches(tmp_path, 4, CHANCE)
    assert tried.struck
    assert outcome(tried) == (0, 0, 0, 0)


@pytest.mark.slow
def test_the_run_would_see_a_package_that_is_written_in_place(
    tmp_path: Path, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corroborate.adapters.whole_file.whole_file", lambda path: path.open("wb"))
    assert faults.packages(tmp_path, case, 6, CHANCE).broken
