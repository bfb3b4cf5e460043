"""Lead → bytes → capture and sighting."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from corroborate.collect.leads import STDIN
from corroborate.collect.media import HEAD, sniff
from corroborate.errors import CollectError
from corroborate.model.document import Capture, Lead, Sighting
from corroborate.model.ids import CaptureId
from corroborate.ports import Clock

_PIECE = 1 << 20  # bytes
LARGEST_FILE = 1 << 30  # bytes that are held at once; what is larger is kept in a stream


@dataclass(frozen=True, slots=True)
class Custody:
    """Who collects, with what tool (name and version), by which clock, on which machine: what each sighting records."""

    clock: Clock
    collector: str
    tool: str
    machine: str | None = None


@contextmanager
def opened(lead: Lead, stdin: BinaryIO | None = None) -> Iterator[BinaryIO]:
    """Open what is behind a lead, to be read and sought in; a CollectError that names it where it cannot be had."""
    with ExitStack() as files:
        if lead.location == STDIN:
            if stdin is None:
                raise CollectError("standard input is not connected: name a file instead of -")
            file = stdin
        else:
            try:
                file = files.enter_context(Path(lead.location).open("rb"))
            except OSError as error:
                raise _unread(lead, error) from error
        yield file if file.seekable() else BytesIO(whole(file, lead))  # a pipe can only be held


def is_large(file: BinaryIO) -> bool:
    """Say whether an opened lead has more bytes than are held at once."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    return size > LARGEST_FILE


def whole(file: BinaryIO, lead: Lead) -> bytes:
    """Return the bytes of an opened lead; a CollectError where they cannot be had, or are too many."""
    try:
        is_too_large = file.seekable() and is_large(file)  # known before any of it fills the memory
        content = b"" if is_too_large else file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _unread(lead, error) from error
    if is_too_large or len(content) > LARGEST_FILE:
        raise CollectError(f"{lead.location}: it has more than the {LARGEST_FILE} bytes that are read of one report")
    return content


def _unread(lead: Lead, error: OSError) -> CollectError:
    reason = error.strerror or str(error)
    return CollectError(f"{lead.location}: {reason}. Make the file readable, or leave it out.")


def capture_of(file: BinaryIO, lead: Lead) -> Capture:
    """Return what is known of the bytes of an opened lead, read a piece at a time; it is left at its beginning."""
    digest, size = hashlib.sha256(), 0
    try:
        head = file.read(HEAD)
        piece = head
        while piece:
            digest.update(piece)
            size += len(piece)
            piece = file.read(_PIECE)
        file.seek(0)
    except OSError as error:
        raise _unread(lead, error) from error
    return Capture(CaptureId(digest.hexdigest()), size, sniff(head, lead.location))


def capture(content: bytes, lead: Lead, custody: Custody) -> tuple[Capture, Sighting]:
    """Return what is known of preserved bytes, and the custody entry of having collected them now."""
    taken = Capture(CaptureId(hashlib.sha256(content).hexdigest()), len(content), sniff(content, lead.location))
    return taken, sighting(taken, lead, custody)


def sighting(taken: Capture, lead: Lead, custody: Custody) -> Sighting:
    """Return the custody entry of having collected a capture now."""
    now = custody.clock.now().astimezone(UTC)
    return Sighting(taken.id, lead, now, custody.collector, custody.tool, machine=custody.machine)
