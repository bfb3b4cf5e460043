"""What conditions look at, what they find, and what a methodology may tell them."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum

from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Incident
from corroborate.model.judgement import Judgement
from corroborate.model.names import fold
from corroborate.model.source import Source, SourceKind
from corroborate.model.teller import Tellers

Setting = str | int | tuple[str, ...]


class Kind(Enum):
    """What a setting may be, where it is no list of words of the vocabulary."""

    NUMBER = "a number"
    TEXT = "words in quotes"
    TEXTS = "a list of words in quotes, in square brackets"


Takes = Mapping[str, Kind | type[StrEnum]]  # a class of words: a list of these


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a condition looks at: an incident, the claims of it that count, those of the case, the judgements in force.

    `kinds` are the kinds of source that origins are named as anywhere in the case, by their folded names.
    """

    incident: Incident
    members: Sequence[Claim]
    claims: Mapping[ClaimId, Claim]
    judgements: Sequence[Judgement]
    kinds: Mapping[str, SourceKind]

    def kind(self, claim: Claim) -> SourceKind:
        """Return what kind of source the origin of a claim is; who publishes and is named nowhere is a medium."""
        unknown = claim.attribution.sources[0].kind if claim.attribution.sources else SourceKind.MEDIA
        return self.kinds.get(fold(claim.origin), unknown)


def kinds_of_origins(told: Tellers) -> Mapping[str, SourceKind]:
    """Return the kind as which each origin is named most often, by its folded name."""
    named: dict[str, Counter[SourceKind]] = {}
    for who, teller in told.items():
        if isinstance(who, Source) and who.kind is not SourceKind.UNNAMED and teller.first:
            named.setdefault(fold(who.origin), Counter())[who.kind] += teller.first
    return {name: min(kinds, key=lambda kind: (-kinds[kind], kind)) for name, kinds in named.items()}


def kinds_changed(before: Tellers, now: Tellers) -> frozenset[str]:
    """Return the folded names of the origins that are of another kind since more was told."""
    was, is_now = kinds_of_origins(before), kinds_of_origins(now)
    return frozenset(name for name in was.keys() | is_now.keys() if was.get(name) is not is_now.get(name))


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether a condition holds, what was found in plain words, and the claims behind it."""

    held: bool
    text: str
    claims: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What a methodology tells a condition, checked against what the condition takes."""

    values: Mapping[str, Setting]

    def number(self, name: str) -> int:
        """Return a number; a TypeError where the condition asks for what it does not take."""
        value = self.values[name]
        if not isinstance(value, int):
            raise TypeError(f"{name} is no number: {value!r}")
        return value

    def text(self, name: str) -> str:
        """Return words; a TypeError where the condition asks for what it does not take."""
        value = self.values[name]
        if not isinstance(value, str):
            raise TypeError(f"{name} is no text: {value!r}")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of words; a TypeError where the condition asks for what it does not take."""
        value = self.values[name]
        if not isinstance(value, tuple):
            raise TypeError(f"{name} is no list: {value!r}")
        return value


@dataclass(frozen=True, slots=True)
class Test:
    """A condition's function and the settings that a methodology must give it."""

    function: Callable[[Evidence, Settings], Finding]
    takes: Takes

    def told(self) -> str:
        """Return the settings in words."""
        return f"the settings {', '.join(self.takes)}" if self.takes else "no settings"


def counted(number: int, noun: str) -> str:
    """Return a number of things in words: "no reports", "1 report", "2 reports"."""
    return f"{number} {noun}" if number == 1 else f"{number or 'no'} {noun}s"
