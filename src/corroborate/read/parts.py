"""What a reader of one format hands to the stage: text, and what the bytes themselves tell of it.

And what the readers whose lines break sentences share.
"""

import logging
import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from corroborate.model.issue import IssueKind

_ENDED = re.compile(r"[.!?…:؟][\"”’)\]]*\s*$")
END = 12  # signs in which a sentence's or a broken word's end shows


@dataclass(frozen=True, slots=True)
class Doubt:
    """A kind of issue and its words, before it is known which document it is about."""

    kind: IssueKind
    message: str


@dataclass(frozen=True, slots=True)
class Parts:
    """The text read from bytes, with the title, publisher, day and address that they tell of themselves."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    doubts: tuple[Doubt, ...] = ()


def ends_sentence(line: str) -> bool:
    """Say whether a line ends where a sentence may: "… were killed.”"."""
    return _ENDED.search(line[-END:]) is not None


@cache
def silence(*libraries: str) -> None:
    """Keep the logs of libraries off standard error: what they would tell becomes an issue."""
    for name in libraries:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
