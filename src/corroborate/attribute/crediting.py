"""Whose word a report's own voice is: the agency's that its dateline or byline credits, else its publisher's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corroborate.attribute.directory import Entry, directory
from corroborate.model.document import Document

_OPENING = 6  # passages within which a dateline or byline stands
_DATELINE = re.compile(r"^[^.()]{0,60}\(([^()]{2,40})\)\s*[-\u2013\u2014:]")  # "BEIRUT, 5 February (Reuters) -"
_BYLINE = re.compile(r"^\W*(?:by|source|from|via|credit)\b[:\s]+([^.,]{2,40})\W*$", re.IGNORECASE)  # "Source: AFP"
_MEDIA = "media"  # the class of the directory in which agencies stand


@dataclass(frozen=True, slots=True)
class House:
    """Under which name the directory of sources knows the publisher, and the agency that the report credits."""

    publisher: str | None
    credited: str | None


def house(document: Document) -> House:
    """Return whose word the report's own voice is, as far as the directory of sources tells."""
    publisher = directory().publisher(document.publisher) if document.publisher else None
    credited = next((entry for entry in _credits(document) if entry is not publisher), None)
    return House(publisher.name if publisher else None, credited.name if credited else None)


def _credits(document: Document) -> Iterator[Entry]:
    for passage in document.passages[:_OPENING]:
        words = document.plain[passage.start : passage.end]
        for pattern in (_DATELINE, _BYLINE):
            found = pattern.match(words)
            entry = directory().named(found.group(1).strip()) if found else None
            if entry is not None and entry.group == _MEDIA:
                yield entry
