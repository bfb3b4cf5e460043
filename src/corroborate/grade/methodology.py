"""Published methodologies, as values."""

from dataclasses import dataclass
from hashlib import sha256

from corroborate.grade.evidence import Settings

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


@dataclass(frozen=True, slots=True)
class Methodology:
    """A methodology: its grades and codes in order of precedence, its version and published source, its file's text."""

    name: str
    version: str
    title: str
    source: str
    grades: tuple[Rule, ...]
    codes: tuple[CodeRules, ...]
    text: str

    @property
    def maker(self) -> str:
        """Return its name and version, and a hash of its file: a file that changes is another methodology."""
        return f"{self.name} {self.version} {sha256(self.text.encode()).hexdigest()[:_DIGITS]}"
