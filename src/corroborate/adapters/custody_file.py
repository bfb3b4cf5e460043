"""The copy of the custody log beside the database: `custody.jsonl`, a line of canonical JSON an entry.

The database is where an act is committed; the copy follows it at once. Whoever changes or cuts one of the two finds
the other against him, and the copy can be checked with `sha256sum` alone.
"""

import fcntl
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from corroborate.adapters.whole_file import sync, whole_file
from corroborate.errors import InvariantError, StoreError, WorldError
from corroborate.model.audit import entry_of

_TAIL = 1 << 16  # bytes read from the end at first, to find the last line


class CustodyFile:
    """Lines that are only ever appended, each whole or not believed.

    A kill can leave the last line half: it is no line, and the next append cuts it off. Where power fails, lines since
    the last `sync` may be gone; the database has them, and the next append writes them again.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known = (0, 0)  # up to so many bytes, so many entries: what the last look or append found

    def reach(self) -> int:
        """Return the number of the last whole entry, 0 where there is none; a StoreError where it is no entry."""
        try:
            with self.path.open("rb") as file:
                return self._reach(file.fileno())[1]
        except FileNotFoundError:
            return 0
        except OSError as error:
            raise self._failed(error) from error

    def follow(self, after: Callable[[int], Iterable[str]]) -> None:
        """Append the lines that come `after` the last entry; a StoreError where that cannot be done."""
        try:
            with self._locked() as handle:
                end, last = self._reach(handle)
                os.ftruncate(handle, end)
                lines = list(after(last))
                self._append(handle, "".join(f"{line}\n" for line in lines).encode())
                self._known = (os.fstat(handle).st_size, last + len(lines))
        except OSError as error:
            raise self._failed(error) from error

    def rewrite(self, lines: Iterable[str]) -> None:
        """Put these lines in the place of all that is there, or leave all as it is; nobody else may be writing."""
        try:
            with whole_file(self.path) as file:
                file.writelines(f"{line}\n".encode() for line in lines)
        except WorldError as error:
            raise StoreError(f"{self.path} could not be written anew: {error.__cause__}") from error
        self._known = (0, 0)

    def lines(self) -> Iterator[str]:
        """Yield the whole lines, whatever they hold."""
        try:
            with self.path.open("rb") as file:
                for line in file:
                    if line.endswith(b"\n"):
                        yield line[:-1].decode("utf-8", "replace")
        except FileNotFoundError:
            return
        except OSError as error:
            raise self._failed(error) from error

    def sync(self) -> None:
        """Make what was appended survive a loss of power; a StoreError where that cannot be promised."""
        try:
            sync(self.path)
            sync(self.path.parent)
        except OSError as error:
            raise self._failed(error) from error

    def _reach(self, handle: int) -> tuple[int, int]:
        """Return where the last whole line ends and which entry it holds."""
        size = os.fstat(handle).st_size
        if size == self._known[0]:
            return self._known
        end, line = _last_line(handle, size)
        try:
            self._known = (end, entry_of(line.decode("utf-8", "replace")).sequence if end else 0)
        except InvariantError as error:
            raise StoreError(
                f"{self.path}: its last line is no entry of a custody log. `corroborate verify` tells more; put the"
                " file aside to go on: a new one is written from the database."
            ) from error
        return self._known

    @contextmanager
    def _locked(self) -> Iterator[int]:
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)  # let go when the handle is closed, or its process dies
            yield handle
        finally:
            os.close(handle)

    @staticmethod
    def _append(handle: int, content: bytes) -> None:
        while content:
            content = content[os.write(handle, content) :]

    def _failed(self, error: OSError) -> StoreError:
        return StoreError(
            f"{self.path}: {error.strerror}. What was done before stands in the database; check free space and rights."
        )


def _last_line(handle: int, size: int) -> tuple[int, bytes]:
    """Return where the last whole line ends, and the line; (0, b"") where there is none."""
    reach = _TAIL
    while True:
        begin = max(0, size - reach)
        tail = os.pread(handle, size - begin, begin)
        end = tail.rfind(b"\n")
        start = tail.rfind(b"\n", 0, max(end, 0))
        if begin == 0 or (end >= 0 and start >= 0):
            return begin + end + 1, tail[start + 1 : max(end, 0)]
        reach *= 2
