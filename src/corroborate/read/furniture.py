"""What pages say beside their reports, told by the form of a line alone: `data/furniture.tsv` holds the patterns."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LONGEST = 260  # signs of a line that is furniture as a whole; what is longer tells something
_CASED = ("byline", "caption", "glued")  # where names show by their capitals
_OPENING = "glued"  # the kind whose patterns need match the beginning only
_Match = Callable[[str], re.Match[str] | None]


def furniture(line: str) -> str | None:
    """Return what a line without white space at its ends is by its form ("button", "byline" …), None for a report's."""
    lowered = line.lower()
    kinds = _kinds() if len(line) <= LONGEST else _opening_kinds()
    return next((kind.name for kind in kinds if kind.fits(line, lowered)), None)


@dataclass(frozen=True, slots=True)
class _Kind:
    """The patterns of one kind: those for every line as one, and those for lines that hold a certain word."""

    name: str
    always: _Match
    holding: tuple[tuple[str, _Match], ...]

    def fits(self, written: str, lowered: str) -> bool:
        """Say whether a line, and the same in lower case, is of this kind."""
        line = written if self.name in _CASED else lowered
        return self.always(line) is not None or any(
            match(line) is not None for word, match in self.holding if word in lowered
        )


@cache
def _kinds() -> tuple[_Kind, ...]:
    table = files(__package__).joinpath("data/furniture.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in table if line and not line.startswith("#")]
    return tuple(_kind(name, [row for row in rows if row[0] == name]) for name in dict.fromkeys(row[0] for row in rows))


@cache
def _opening_kinds() -> tuple[_Kind, ...]:
    return tuple(kind for kind in _kinds() if kind.name == _OPENING)


def _kind(name: str, rows: Sequence[Sequence[str]]) -> _Kind:
    always = "|".join(f"(?:{pattern})" for _, pattern, *words in rows if not words)
    holding = [(word, _matching(name, row[1])) for row in rows for word in "|".join(row[2:]).split("|") if word]
    return _Kind(name, _matching(name, always), tuple(holding))


def _matching(name: str, pattern: str) -> _Match:
    compiled = re.compile(pattern)
    return compiled.match if name == _OPENING else compiled.fullmatch
