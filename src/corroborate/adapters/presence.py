"""Whether a case can be worked in: it is not where it is locked, and nobody locks it while somebody works in it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from corroborate.errors import StoreError, UsageError

FILE = ".in-use"  # in the folder of the case: empty, and held (flock) as long as a process has the case open
LOCKED = "case.age"  # in the folder of a case: where this is, the case is kept encrypted in it


def is_locked(folder: Path) -> bool:
    """Say whether the case in a folder is kept encrypted."""
    return (folder / LOCKED).exists()


def refuse_locked(folder: Path) -> None:
    """Raise a UsageError where the case in a folder is kept encrypted."""
    if is_locked(folder):
        raise UsageError(f"the case in {folder} is locked: `corroborate --case {folder} unlock` opens it")


class Presence:
    """A process's place in a case, beside that of any other; let go by `leave`, or when the process dies."""

    def __init__(self, folder: Path) -> None:
        """Take a place in the case of this folder; a StoreError where somebody has it alone."""
        self._folder = folder
        try:
            self._handle = os.open(folder / FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        except OSError as error:
            raise StoreError(f"{folder} cannot be opened: {error.strerror}") from error
        try:
            self._take(fcntl.LOCK_SH, "another process has this case for itself: wait until it is done")
        except StoreError:
            self.leave()
            raise

    def alone(self) -> None:
        """Keep everybody else out; a StoreError where somebody else has the case open."""
        self._take(fcntl.LOCK_EX, "another process has this case open: end it first, then do this again")

    @contextmanager
    def exclusively(self) -> Iterator[None]:
        """Keep everybody else out for as long as this is open; a StoreError where somebody else is in."""
        self.alone()
        try:
            yield
        finally:
            fcntl.flock(self._handle, fcntl.LOCK_SH)

    def leave(self) -> None:
        """Let go of the place; nothing where that was done before."""
        if self._handle >= 0:
            os.close(self._handle)
        self._handle = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.leave()

    def _take(self, how: int, refused: str) -> None:
        try:
            fcntl.flock(self._handle, how | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreError(f"{self._folder}: {refused}") from error
