"""Who says something."""

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """What kind of source a name stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    ARMED_GROUP = "armed_group"
    MEDIA = "media"
    MEDICAL = "medical"
    WITNESS = "witness"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Source:
    """A source as a report names it, in the fullest form that the report gives.

    `organisation` is the body that a person speaks for, where the text or the directory of sources ties
    them; `origin` is the name under which its word counts once.
    """

    name: str
    kind: SourceKind
    organisation: str | None = None
    canonical: str | None = None

    @property
    def origin(self) -> str:
        """Return the name under which this source's word counts once."""
        return self.organisation or self.canonical or self.name
