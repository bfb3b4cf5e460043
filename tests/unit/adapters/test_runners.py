"""Runners keep the order, take jobs as they need them, and let no job harm another."""

import os
from collections.abc import Iterator

import pytest

from corroborate.adapters.runners import KILLED, PoolRunner, SerialRunner
from corroborate.ports import Failed, Runner


def double(number: int) -> int:
    if number == 3:
        raise ValueError("Layla, 6, of Douma")
    return 2 * number


def double_or_die(number: int) -> int:
    if number == 3:
        os._exit(9)
    return 2 * number


@pytest.fixture(params=[SerialRunner(), PoolRunner(2)], ids=["serial", "pool"])
def runner(request: pytest.FixtureRequest) -> Runner:
    chosen: Runner = request.param
    return chosen


def test_results_come_in_the_order_of_the_jobs_and_a_failure_stands_in_its_place(runner: Runner) -> None:
    results = list(runner.map(double, range(40)))
    failed = results.pop(3)
    assert results == [2 * number for number in range(40) if number != 3]
    assert isinstance(failed, Failed)
    assert failed.error == "ValueError"


def test_a_failure_does_not_repeat_the_words_of_the_error(runner: Runner) -> None:
    (failed,) = runner.map(double, [3])
    assert "Layla" not in repr(failed)


def test_jobs_are_taken_as_they_are_needed(runner: Runner) -> None:
    taken = []

    def jobs() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = runner.map(double, jobs())
    next(results)
    assert len(taken) < 100
    assert sum(isinstance(result, int) for result in results) == 998


def test_a_job_that_kills_its_process_fails_alone() -> None:
    results = list(PoolRunner(2).map(double_or_die, range(20)))
    assert results.pop(3) == KILLED
    assert results == [2 * number for number in range(20) if number != 3]
