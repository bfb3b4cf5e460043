"""What a reader of one format hands to the stage: text, and what the bytes themselves tell of it."""

from dataclasses import dataclass
from datetime import date

from corroborate.model.issue import IssueKind


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
