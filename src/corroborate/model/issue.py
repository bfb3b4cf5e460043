"""A doubt that is kept."""

from dataclasses import dataclass
from enum import StrEnum

from corroborate.model.ids import IssueId, content_id
from corroborate.model.span import Span


class IssueKind(StrEnum):
    """What could not be decided or done."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    ENCODING = "encoding"
    TOO_LARGE = "too_large"
    LANGUAGE = "language"
    NO_PUBLICATION_DATE = "no_publication_date"
    METADATA_CONFLICT = "metadata_conflict"
    UNRESOLVED_DATE = "unresolved_date"
    UNRESOLVED_PLACE = "unresolved_place"
    AMBIGUOUS_PLACE = "ambiguous_place"
    UNRESOLVED_SOURCE = "unresolved_source"
    UNLINKED = "unlinked"
    DOUBTFUL_LINK = "doubtful_link"
    CONFLICT = "conflict"
    TALLY_MISMATCH = "tally_mismatch"
    STALE_JUDGEMENT = "stale_judgement"
    CONTESTED_JUDGEMENT = "contested_judgement"
    UNREAD = "unread"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class Issue:
    """A recorded doubt: of what kind, about what (an id or a file's name), in words that a person can act on.

    `subjects` are ids (document, claim, incident …), the first the one it is filed under; `span` the words in doubt.
    """

    kind: IssueKind
    stage: str
    subjects: tuple[str, ...]
    message: str
    span: Span | None = None

    @property
    def id(self) -> IssueId:
        """Return its id: the same doubt about the same thing is one issue."""
        place = (self.span.start, self.span.end) if self.span else (None, None)
        return IssueId(content_id("issue", self.kind, self.stage, *self.subjects, self.message, *place))
