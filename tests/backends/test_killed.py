"""`add` may be killed at any moment: what was told is there, and the same command does the rest."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import corroborate
from corroborate.wiring import open_case

REPORTS = 500
TOWNS = ("Douma", "Harasta", "Saraqib", "Idlib", "Sarmin", "Zamalka")
# One report in fifty is unreadable, one in ten is a copy of another, one in seven says nothing.
BROKEN, COPY, SILENT = 50, 10, 7
Rows = dict[str, list[tuple[object, ...]]]


def write_reports(folder: Path) -> None:
    folder.mkdir()
    for number in range(REPORTS):
        (folder / f"report-{number:03}.txt").write_bytes(report(number))


def report(number: int) -> bytes:
    if number % BROKEN == BROKEN - 1:
        return b"\x89PNG\r\n\x1a\n" + bytes([number % 256]) * 100
    if number % COPY == COPY - 1:
        number -= 5
    town = TOWNS[number % len(TOWNS)]
    if number % SILENT == 0:
        return f"The weather in {town} was fair on day {number}.\n".encode()
    day = f"{1 + number % 28} February 2018"
    return (
        f"Air strikes hit {town} on {day}\n\nAt least {2 + number} people, including {1 + number % 3} children, were"
        f" killed in {town} on {day}, the White Helmets said. Another {number + 1} were wounded.\n"
    ).encode()


def copy_program(place: Path) -> None:
    # What reads the reports is part of what is compared: an edit while the test runs should not change it.
    shutil.copytree(Path(corroborate.__file__).parent, place / "corroborate", ignore=shutil.ignore_patterns("*.pyc"))


def start(folder: Path, case: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "corroborate", "--case", str(case), "add", str(folder), "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": str(folder.parent / "program")}
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)


def filed(case: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{case / 'corroborate.db'}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM sighting").fetchone()[0])
    except sqlite3.OperationalError:  # not made yet
        return 0


def kill_when(process: subprocess.Popen[bytes], ripe: Callable[[], bool]) -> None:
    while process.poll() is None and not ripe():
        time.sleep(0.005)
    process.kill()
    process.wait()


def rows(case: Path) -> Rows:
    with closing(sqlite3.connect(case / "corroborate.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        queries = {
            "captures": "SELECT * FROM capture",
            "sightings": "SELECT id, capture, name, location FROM sighting",
            "documents": "SELECT id, capture, name, text, passages, body FROM document",
            "readings": "SELECT * FROM reading",
            "claims": "SELECT * FROM claim",
            "issues": "SELECT * FROM issue",
            "incidents": "SELECT id, body FROM incident",
            "tallies": "SELECT id, body FROM tally",
            "members": "SELECT * FROM member",
        }
        return {name: sorted(connection.execute(query).fetchall()) for name, query in queries.items()}


def assert_whole_so_far(case: Path, complete: Rows) -> None:
    """Every report that is there is there with all its claims, and no other."""
    if not filed(case):
        return
    found = rows(case)
    read = {capture for capture, *_ in found["readings"]}
    assert read == {capture for capture, *_ in found["captures"]}
    documents = {document for document, *_ in found["documents"]}
    assert found["claims"] == [claim for claim in complete["claims"] if claim[1] in documents]
    assert set(found["sightings"]) <= set(complete["sightings"])


@pytest.mark.slow
def test_killed_at_any_moment_a_case_is_completed_by_the_same_command(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    write_reports(folder)
    copy_program(tmp_path / "program")
    untouched, killed = tmp_path / "untouched", tmp_path / "killed"
    assert start(folder, untouched).wait() == 0
    complete = rows(untouched)
    assert len(complete["sightings"]) == REPORTS
    assert len(complete["captures"]) < REPORTS
    assert complete["claims"]
    assert complete["incidents"]

    chance = random.Random(2018)  # noqa: S311  # a test, repeatable
    begun = time.monotonic()
    kill_when(start(folder, killed), lambda: time.monotonic() - begun > 0.3)
    for moment in sorted(chance.sample(range(1, REPORTS), 3)):
        kill_when(start(folder, killed), lambda moment=moment: filed(killed) >= moment)  # type: ignore[misc]  # the moment is bound now, not when it is asked
        assert filed(killed) >= moment
        assert_whole_so_far(killed, complete)
    kill_when(start(folder, killed), lambda: filed(killed) >= REPORTS)  # while folding, or just before
    assert start(folder, killed).wait() == 0

    assert rows(killed) == complete
    with open_case(killed) as case:
        assert case.verify().faults == ()
    assert start(folder, killed).wait() == 0
    assert rows(killed) == complete
