"""A file that bears its name only once it is whole."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from corroborate.errors import WorldError


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file to be written, which gets its name, synced, when this is left; a WorldError where it cannot be.

    It is written beside its place under a name of its own (`.NAME-….part`). A kill leaves nothing else, an error
    nothing at all, and what bore the name before is there until then.
    """
    beside = path.with_name(f".{path.name}-{secrets.token_hex(4)}.part")
    try:
        try:
            with beside.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
            sync(path.parent)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise WorldError(f"{path} cannot be written: {error.strerror}; name another file with -o") from error


def sync(path: Path) -> None:
    """Make what a file holds, or the names in a folder, survive a loss of power."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
