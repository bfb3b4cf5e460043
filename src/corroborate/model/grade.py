"""What a published methodology makes of an incident's evidence."""

from dataclasses import dataclass

from corroborate.model.ids import ClaimId


@dataclass(frozen=True, slots=True)
class Reason:
    """One condition of the methodology that held or did not, in plain words, with the claims that decided it."""

    rule: str
    text: str
    claims: tuple[ClaimId, ...]
    held: bool = True


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade as the methodology names it, with all its reasons."""

    methodology: str
    version: str
    name: str
    reasons: tuple[Reason, ...]
