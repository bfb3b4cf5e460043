"""What an incident touches of law and agreements: never a verdict."""

from dataclasses import dataclass

from corroborate.model.grade import Reason
from corroborate.model.ids import ClaimId


@dataclass(frozen=True, slots=True)
class Touch:
    """A norm that an incident touches as it is told, with all that brings it under the norm; it judges nobody.

    `norm` is the name by which it is asked for, `rule` names the articles, `source` where their text is published,
    `agreement` the file that lists it, `note` what a reader has to know of it, "" for nothing. `certain` is false where
    place or days leave it open: it may touch the norm.
    """

    norm: str
    title: str
    rule: str
    source: str
    agreement: str
    note: str
    certain: bool
    reasons: tuple[Reason, ...]

    @property
    def claims(self) -> tuple[ClaimId, ...]:
        """Return the claims that bring the incident under the norm, each once."""
        return tuple(dict.fromkeys(claim for reason in self.reasons for claim in reason.claims))
