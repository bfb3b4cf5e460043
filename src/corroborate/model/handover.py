"""What is handed to others as a package, and what a case takes over from one."""

from dataclasses import dataclass
from datetime import datetime

from corroborate.model.audit import Act
from corroborate.model.document import Capture, Sighting
from corroborate.model.ids import CaptureId
from corroborate.model.judgement import Judgement

# Where things lie in a package.
EVIDENCE, FOLDER = "evidence", "corroborate"
LOG, JUDGEMENTS = f"{FOLDER}/custody.jsonl", f"{FOLDER}/judgements.jsonl"
IMPORTS = f"{FOLDER}/imports"


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


@dataclass(frozen=True, slots=True)
class Takeover:
    """All that a case takes over from a package at once: written whole or not at all.

    `sightings` are how and when its captures were collected, `unread` those of them that are reports and have to be
    read here, `judgements` what people decided there, `acts` what the log here tells of it.
    """

    sightings: tuple[tuple[Capture, Sighting], ...]
    unread: tuple[CaptureId, ...]
    judgements: tuple[Judgement, ...]
    acts: tuple[Act, ...]
