"""Rules and the words at which they begin: a rule is tried at the units that hold one of its words, nowhere else."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from corroborate.extract.line import Line
from corroborate.extract.units import UnitKind

Draft = TypeVar("Draft")
_SILENT = frozenset((UnitKind.SIGN, UnitKind.CONJUNCTION, UnitKind.INCLUDING))  # no rule begins at these


@dataclass(frozen=True)
class Rule(Generic[Draft]):
    """What reads a construction at a unit, and the words of which the unit holds one (see `Line.where`)."""

    read: Callable[[Line, int], Iterable[Draft]]
    words: Callable[[], frozenset[str]]


def begins(
    *words: str, of: Callable[[], frozenset[str]] = frozenset
) -> Callable[[Callable[[Line, int], Iterable[Draft]]], Rule[Draft]]:
    """Say at which words a rule begins: its unit's head, lemma, any word in it, or a sense (`SENSE + domain`).

    `of` gives words of a table, which is read when the first passage is. What a rule asks of its unit besides is its
    own matter; where none of these words stands it is not even asked.
    """

    def made(read: Callable[[Line, int], Iterable[Draft]]) -> Rule[Draft]:
        return Rule(read, lambda: of() | frozenset(words))

    return made


class Rules(Generic[Draft]):
    """The rules of a family, in the order in which they are tried."""

    def __init__(self, *rules: Rule[Draft]) -> None:
        """Take the rules, the surest first."""
        self.rules = rules

    @cached_property
    def _beginning(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the rules that begin at each word."""
        found: dict[str, tuple[int, ...]] = {}
        for number, rule in enumerate(self.rules):
            for word in rule.words():
                found[word] = (*found.get(word, ()), number)
        return found

    def made(self, line: Line) -> Iterator[list[Draft]]:
        """Yield what the first rule that finds something makes of each unit, unit by unit."""
        tried: dict[int, set[int]] = {}
        for word in line.where.keys() & self._beginning.keys():
            for at in line.where[word]:
                tried.setdefault(at, set()).update(self._beginning[word])
        for at in sorted(tried):
            if line.units[at].kind in _SILENT:
                continue
            for number in sorted(tried[at]):
                if found := list(self.rules[number].read(line, at)):
                    yield found
                    break
