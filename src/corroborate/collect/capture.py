"""Lead → bytes → capture and sighting."""

import hashlib
import os
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import BinaryIO

from corroborate.collect.leads import STDIN
from corroborate.collect.media import sniff
from corroborate.errors import CollectError
from corroborate.model.document import Capture, Lead, Sighting
from corroborate.model.ids import CaptureId
from corroborate.ports import Clock

LARGEST_FILE = 1 << 30  # bytes; a larger file cannot be hashed and kept within the memory of a small machine


@dataclass(frozen=True, slots=True)
class Custody:
    """Who collects, with what tool (name and version), by which clock: what every sighting of a run records."""

    clock: Clock
    collector: str
    tool: str


def fetch(lead: Lead, stdin: BinaryIO | None = None) -> bytes:
    """Return the bytes behind a lead; a CollectError that names it where they cannot be had."""
    if lead.location == STDIN:
        if stdin is None:
            raise CollectError("standard input is not connected: name a file instead of -")
        return stdin.read()
    path = Path(lead.location)
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > LARGEST_FILE:
                raise CollectError(f"{path}: {size} bytes are more than the {LARGEST_FILE} that one report may have")
            return file.read()
    except OSError as error:
        reason = error.strerror or str(error)
        raise CollectError(f"{path}: {reason}. Make the file readable, or leave it out.") from error


def capture(content: bytes, lead: Lead, custody: Custody) -> tuple[Capture, Sighting]:
    """Return what is known of preserved bytes, and the custody entry of having collected them now."""
    taken = Capture(CaptureId(hashlib.sha256(content).hexdigest()), len(content), sniff(content, lead.location))
    seen_at = custody.clock.now().astimezone(UTC)
    return taken, Sighting(taken.id, lead, seen_at, custody.collector, custody.tool)
