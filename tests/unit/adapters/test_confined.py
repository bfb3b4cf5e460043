"""Parsers in a process of their own: what hostile bytes make them do costs its limits and nothing else."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corroborate.adapters.confined import ConfinedProcess, Limits
from corroborate.errors import ReadError
from corroborate.ports import Unparsed
from tests import parsers
from tests.unit.adapters.serving import serving

LIMITS = Limits(memory=1 << 28, processor=1, clock=60)


@pytest.fixture
def confined() -> Iterator[ConfinedProcess]:
    process = ConfinedProcess(LIMITS)
    yield process
    process.close()


def reason(confined: ConfinedProcess, parser: Callable[[bytes], str], content: bytes = b"") -> str:
    outcome = confined.parse(parser, content)
    assert isinstance(outcome, Unparsed)
    assert confined.parse(parsers.shouted, b"the next is read") == "THE NEXT IS READ"
    return outcome.reason


def test_a_process_serves_one_job_after_the_other(confined: ConfinedProcess) -> None:
    first, second = confined.parse(parsers.process_id, b""), confined.parse(parsers.process_id, b"x" * 5_000_000)
    assert first == second != os.getpid()


def test_an_endless_loop_ends_with_its_processor_time(confined: ConfinedProcess) -> None:
    assert reason(confined, parsers.spinning) == "it takes more than 1 seconds of processor time to read"


def test_the_time_of_one_job_is_not_counted_to_the_next(confined: ConfinedProcess) -> None:
    before = confined.parse(parsers.process_id, b"")
    for _ in range(4):
        assert confined.parse(parsers.working, b"") == "worked"
    assert confined.parse(parsers.process_id, b"") == before


def test_a_parser_that_hangs_is_ended_by_the_clock() -> None:
    confined = ConfinedProcess(Limits(clock=1.5))
    before = time.monotonic()
    outcome = confined.parse(parsers.sleeping, b"")
    confined.close()
    assert outcome == Unparsed("it was not read within 2 seconds")
    assert time.monotonic() - before < 10


def test_memory_is_limited(confined: ConfinedProcess) -> None:
    assert reason(confined, parsers.eating) == "it takes more than 256 MB of memory to read"


def test_a_crash_in_machine_code_costs_one_report(confined: ConfinedProcess) -> None:
    assert reason(confined, parsers.crashing) == "the process that read it died of it, twice (SIGSEGV)"


def test_what_was_killed_from_outside_is_done_again(confined: ConfinedProcess, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    mark.mkdir()
    assert confined.parse(parsers.dying_once, str(mark).encode()) == "done"
    assert not mark.exists()


def test_a_process_that_was_killed_between_two_jobs_is_replaced(confined: ConfinedProcess) -> None:
    killed = confined.parse(parsers.process_id, b"")
    assert isinstance(killed, int)
    os.kill(killed, signal.SIGKILL)
    assert confined.parse(parsers.process_id, b"") not in {killed, None}


def test_an_error_is_told_without_its_words(confined: ConfinedProcess) -> None:
    told = reason(confined, parsers.raising, b"Layla, 6, of Douma")
    assert told.startswith("its parser failed (ValueError at ")
    assert "Layla" not in told


def test_an_answer_of_another_kind_is_not_believed(confined: ConfinedProcess) -> None:
    with pytest.raises(ReadError, match="no answer of theirs"):
        confined.parse(parsers.lying, b"x")


def test_what_a_parser_prints_is_no_answer(confined: ConfinedProcess) -> None:
    assert confined.parse(parsers.printing, b"\0" * 99) == "said"


def test_a_parser_reaches_no_network(confined: ConfinedProcess) -> None:
    with serving({}) as server:
        told = reason(confined, parsers.connecting, server.url.rpartition(":")[2].encode())
        assert "PermissionError" in told
        assert server.asked == []


@pytest.mark.parametrize("parser", [parsers.starting, parsers.writing])
def test_a_parser_starts_no_program_and_writes_no_file(
    confined: ConfinedProcess, tmp_path: Path, parser: Callable[[bytes], str]
) -> None:
    target = tmp_path / "target"
    assert "PermissionError" in reason(confined, parser, str(target).encode())
    assert not target.exists()


def test_a_parser_does_not_see_the_environment(confined: ConfinedProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORROBORATE_AUTHOR", "Layla")
    told = confined.parse(parsers.environment, b"")
    assert isinstance(told, str)
    assert "CORROBORATE_AUTHOR" not in told.split()
