"""What is handed to others as a package: which captures, and what the package says of itself."""

from dataclasses import dataclass
from datetime import datetime

from corroborate.model.ids import CaptureId


@dataclass(frozen=True, slots=True)
class Packed:
    """A capture to hand over: its hash and size, where and when it was seen; `title` None where it is no report."""

    sha256: CaptureId
    size: int
    media_type: str
    url: str | None
    at: datetime
    title: str | None


@dataclass(frozen=True, slots=True)
class Label:
    """What a package says of itself: its title, what made it, and when.

    `id` is the trail of the custody log up to then, by which the log's entry on the package is known.
    """

    id: str
    title: str
    tool: str
    made: datetime
