"""The fuzz run is guided by coverage, and reports what fails."""

from functools import partial

import pytest

from benchmark.fuzz import Coverage, explore, seeds, target, vocabulary


def _deep(content: bytes) -> None:
    if b"killed" in content:
        depth = 1
        if b"civilians" in content:
            depth = 2
            if b"hospital" in content:
                raise ValueError(f"found at depth {depth}")


def test_what_runs_a_new_line_is_kept_and_leads_on_to_the_fault() -> None:
    words = ("killed", "civilians", "hospital", *map(str, range(60)))
    run = explore(_deep, [b"nothing"], words, Coverage(__file__), lambda tried: tried < 5_000)
    assert list(run.failed) == ["ValueError: found at depth 2"]
    assert len(run.kept) == 3


def test_a_line_counts_as_new_once() -> None:
    coverage = Coverage(__file__)
    assert coverage.watch(partial(_deep, b"killed")) > 0
    assert coverage.watch(partial(_deep, b"killed")) == 0


@pytest.mark.slow
def test_a_short_run_over_the_program_fails_nowhere() -> None:
    run = explore(target, list(seeds())[:4], vocabulary(), Coverage("nothing is watched"), lambda tried: tried < 60)
    assert run.failed == {}
    assert run.tried == 60
