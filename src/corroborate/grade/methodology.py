"""Published methodologies, as values."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from corroborate.grade.evidence import Settings
from corroborate.grade.wording import WordRule
from corroborate.model.casualty import Effect, People
from corroborate.model.source import SourceKind

_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Condition:
    """A named condition with its settings, and what a reader is told of it."""

    name: str
    text: str
    settings: Settings


@dataclass(frozen=True, slots=True)
class Rule:
    """A grade, or a value of a code: given where all of `every` and any of `some` hold, or `otherwise`."""

    name: str
    meaning: str
    every: tuple[Condition, ...]
    some: tuple[Condition, ...]
    otherwise: bool


@dataclass(frozen=True, slots=True)
class CodeRules:
    """A column of the methodology, what it tells, and its values in order of precedence."""

    name: str
    meaning: str
    values: tuple[Rule, ...]


class WordUse(StrEnum):
    """When words without a number set a bound: where no origin gives a number, beside those that do, or never."""

    ALONE = "alone"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class FigureRules:
    """Which figures count: words, concessions of parties; `left_out` are kinds of source that count only alone."""

    words: WordUse = WordUse.NEVER
    conceded_counts: bool = False
    left_out: tuple[SourceKind, ...] = ()


@dataclass(frozen=True, slots=True)
class RangeRule:
    """A range that the methodology gives: of which effects and people, by which rules of `bounds.py`.

    Without `people` it is one for each group that is told. With `people` it is one for these, and an origin that tells
    of `parts` of them alone speaks by its greatest part, or by the sum of those that one of the `disjoint` lists has.
    """

    effects: tuple[Effect, ...] = tuple(Effect)
    people: People | None = None
    parts: tuple[People, ...] = ()
    disjoint: tuple[tuple[People, ...], ...] = ()
    low: str = "least"
    high: str = "greatest"
    best: str | None = None


@dataclass(frozen=True, slots=True)
class Methodology:
    """A methodology: its rules in order of precedence, its version and published source, its file's text."""

    name: str
    version: str
    title: str
    source: str
    grades: tuple[Rule, ...]
    codes: tuple[CodeRules, ...]
    figures: FigureRules
    words: tuple[WordRule, ...]
    ranges: tuple[RangeRule, ...]
    text: str

    @property
    def maker(self) -> str:
        """Return what grades are made by."""
        return maker_of(self.name, self.version, self.text)


def maker_of(name: str, version: str, text: str) -> str:
    """Return a name and version, and a hash of the file's text: a file of rules that changes is another one."""
    return f"{name} {version} {sha256(text.encode()).hexdigest()[:_DIGITS]}"
