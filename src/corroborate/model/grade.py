"""What a published methodology makes of an incident's evidence."""

from dataclasses import dataclass

from corroborate.model.casualty import Effect
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
    """What a methodology makes of an incident: its grade, what that means there, all reasons, and its codes."""

    methodology: str
    version: str
    name: str
    reasons: tuple[Reason, ...]
    codes: tuple[Code, ...] = ()
    meaning: str = ""

    @property
    def because(self) -> tuple[Reason, ...]:
        """Return the reasons that decided: what held for this grade, else what was missing for the one before it."""
        own = tuple(reason for reason in self.reasons if reason.held and reason.rule.startswith(f"{self.name}: "))
        missing = tuple(reason for reason in self.reasons if not reason.held)
        if not missing or any(not reason.rule.endswith(": otherwise") for reason in own):
            return own
        last = missing[-1].rule.partition(": ")[0]
        return tuple(reason for reason in missing if reason.rule.startswith(f"{last}: "))

    def code(self, name: str) -> str | None:
        """Return the value of a code, None where the methodology has no such code or no value of it fits."""
        return next((code.value for code in self.codes if code.name == name), None)


@dataclass(frozen=True, slots=True)
class Legend:
    """What a reader has to know of a methodology: its name and source, what its grades mean, how it makes ranges.

    `grades` are names with their meanings, in order of precedence; `rules` are sentences; `effects` are the harm of
    which it makes ranges.
    """

    name: str
    version: str
    title: str
    source: str
    grades: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]
    effects: tuple[Effect, ...] = ()
