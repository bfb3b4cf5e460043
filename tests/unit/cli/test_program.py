"""The program itself: quick to help, silent about its insides."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest


def corroborate(*arguments: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "corroborate", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env={**os.environ, **more})


def test_help_imports_nothing_that_is_slow(tmp_path: Path) -> None:
    program = "import sys; from corroborate.cli import cli; cli(['--help'], standalone_mode=False); print(*sys.modules)"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path, env={**os.environ})
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "corroborate.cli" in loaded
    assert not loaded & {"sqlalchemy", "alembic", "rich", "trafilatura", "corroborate.pipeline", "corroborate.extract"}


def test_every_command_has_its_help(tmp_path: Path) -> None:
    from corroborate.cli import _COMMANDS  # noqa: PLC0415  # the other tests here must not need it: they ask what loading it costs

    for name in _COMMANDS:
        helped = corroborate(name, "--help", cwd=tmp_path)
        assert helped.returncode == 0
        assert f"Usage: corroborate {name}" in helped.stdout
        assert "\\b" not in helped.stdout


def test_a_defect_ends_in_one_line_and_the_traceback_is_there_for_who_asks(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("import corroborate.cli as c\nc.cli = lambda **_: 1 / 0\nc.main()\n")
    told = subprocess.run(
        [sys.executable, "broken.py"], capture_output=True, text=True, check=False, cwd=tmp_path, env={**os.environ}
    )
    assert told.returncode == 1
    assert "defect" in told.stderr
    assert "ZeroDivisionError" in told.stderr
    assert "Traceback" not in told.stderr
    asked = subprocess.run(
        [sys.executable, "broken.py"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "CORROBORATE_DEBUG": "1"},
    )
    assert "Traceback" in asked.stderr


def test_many_reports_in_many_processes_come_out_in_order(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(f"Shelling killed {number + 2} people in Idlib on Saturday.\n")
    done = corroborate("extract", str(folder), "--jobs", "2", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["doc"] for line in done.stdout.splitlines()] == [f"{number:02}" for number in range(60)]


@pytest.fixture
def interruptible() -> Iterator[None]:
    """What a shell starts in the background ignores interrupts, and so does what that starts: not here."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_from_the_keyboard_keeps_what_was_added_and_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number:03}.txt").write_text(f"Shelling killed {number + 2} people in Idlib on Saturday.\n")
    command = [sys.executable, "-m", "corroborate", "add", str(folder), "--jobs", "2"]
    adding = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=tmp_path, start_new_session=True)
    database = tmp_path / "case" / "corroborate.db"
    while adding.poll() is None and filed(database) < 3:
        time.sleep(0.01)
    os.killpg(adding.pid, signal.SIGINT)
    _, told = adding.communicate(timeout=60)
    assert adding.returncode == 1, told
    assert "the same command adds the rest" in told
    assert "Traceback" not in told
    assert 3 <= filed(database) < 400


def filed(database: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM sighting").fetchone()[0])
    except sqlite3.OperationalError:  # not made yet
        return 0
