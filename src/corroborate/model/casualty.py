"""Harm to people: what was done, to whom, to how many; and the range in which the sources put it."""

from dataclasses import dataclass
from enum import StrEnum

from corroborate.errors import InvariantError
from corroborate.model.ids import ClaimId


class Effect(StrEnum):
    """What happened to people."""

    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    MISSING = "missing"
    TRAPPED = "trapped"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"
    RESCUED = "rescued"


class People(StrEnum):
    """The group that a text names; PEOPLE is any other or unspecified."""

    CIVILIANS = "civilians"
    CHILDREN = "children"
    WOMEN = "women"
    MEN = "men"
    RESCUERS = "rescuers"
    MEDICS = "medics"
    JOURNALISTS = "journalists"
    COMBATANTS = "combatants"
    PEOPLE = "people"


class Qualifier(StrEnum):
    """How the words bound a number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Count:
    """A number as the words bound it: both ends inclusive, None where the words leave an end open."""

    low: int | None
    high: int | None
    qualifier: Qualifier

    def __post_init__(self) -> None:
        """Refuse bounds that contradict each other or their qualifier."""
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvariantError(f"low {self.low} above high {self.high}")
        if (self.qualifier is Qualifier.VAGUE) != (self.low is None and self.high is None):
            raise InvariantError(f"{self.qualifier} with bounds {self.low}, {self.high}")

    @property
    def words(self) -> str:
        """Return it in words, "12", "12 to 24", "2 or more", "40 at most"; "no number" for vague words."""
        if self.low is None:
            return "no number" if self.high is None else f"{self.high} at most"
        if self.high is None:
            return f"{self.low} or more"
        return str(self.high) if self.low == self.high else f"{self.low} to {self.high}"

    @classmethod
    def exactly(cls, number: int) -> "Count":
        """Return the count of a plain number."""
        return cls(number, number, Qualifier.EXACT)


VAGUE = Count(None, None, Qualifier.VAGUE)
NOBODY = Count(0, 0, Qualifier.NONE)


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a published range: its value, the rule that set it, and the claims that carry it.

    `note` says how a methodology took these claims where they are no plain figure of the group: "dozens" as 12 to 24,
    a figure of civilians alone for all who died.
    """

    value: int | None
    rule: str
    claims: tuple[ClaimId, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class CasualtyRange:
    """Low to high for one effect and people, never an average.

    `high.value` is the highest stated figure; `open` says that a current origin leaves the top open
    ("at least 29" alone is 29 and above). `part_of` names the people of whom these are an explicit share. `best` is the
    figure that a methodology takes for the likeliest, None where it names none.
    """

    effect: Effect
    people: People
    low: Bound
    high: Bound
    open: bool
    origins: tuple[str, ...]
    part_of: People | None = None
    best: Bound | None = None
