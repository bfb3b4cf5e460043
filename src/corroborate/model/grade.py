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
class Code:
    """What a methodology enters in a column of its own, such as how precisely the place is known, and why.

    `value` is None where none of the methodology's values fits; `meaning` says what the value stands for.
    """

    name: str
    value: str | None
    meaning: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Grade:
    """What a methodology makes of an incident: its grade (`name`) with all reasons, and its codes by their order."""

    methodology: str
    version: str
    name: str
    reasons: tuple[Reason, ...]
    codes: tuple[Code, ...] = ()

    def code(self, name: str) -> str | None:
        """Return the value of a code, None where the methodology has no such code or no value of it fits."""
        return next((code.value for code in self.codes if code.name == name), None)
