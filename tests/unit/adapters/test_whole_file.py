"""A file has its name once it is whole, and not before."""

import errno
import os
import signal
import time
from pathlib import Path

import pytest

from corroborate.adapters.whole_file import whole_file
from corroborate.errors import WorldError


def test_a_file_bears_its_name_once_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "case.wacz"
    with whole_file(path) as file:
        file.write(b"half ")
        assert not path.exists()
        file.write(b"whole")
    assert path.read_bytes() == b"half whole"
    assert list(tmp_path.iterdir()) == [path]


def write_half(path: Path) -> None:
    with whole_file(path) as file:
        file.write(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "case.wacz"
    path.write_bytes(b"before")
    with pytest.raises(WorldError, match=r"case\.wacz cannot be written: No space left"):
        write_half(path)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_kill_leaves_nothing_under_the_name(tmp_path: Path) -> None:
    path = tmp_path / "case.wacz"
    child = os.fork()
    if child == 0:
        with whole_file(path) as file:
            file.write(b"half")
            file.flush()
            time.sleep(60)
    while not list(tmp_path.iterdir()) or not next(tmp_path.iterdir()).stat().st_size:
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert not path.exists()
