"""Rules and the words at which they begin: a rule is tried at the units that hold one of its words, nowhere else."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from corroborate.extract.line import INNER, SENSE, Line
from corroborate.extract.units import UnitKind

Seen = TypeVar("Seen")  # what a rule looks at: the line, or its units only
Draft = TypeVar("Draft")
_SILENT = frozenset((UnitKind.SIGN, UnitKind.CONJUNCTION, UnitKind.INCLUDING))  # no rule begins at these
_VOICED = tuple(kind for kind in UnitKind if kind not in _SILENT)


class Rule(Generic[Seen, Draft]):
    """What reads a construction at a unit; the words of which the unit holds one (see `Line.where`), and its kind."""

    __slots__ = ("kinds", "read", "words")

    def __init__(
        self,
        read: Callable[[Seen, int], Iterable[Draft]],
        words: Callable[[], frozenset[str]],
        kinds: frozenset[UnitKind],
    ) -> None:
        """Take all three; no dataclass, for mypyc compiles no generic one."""
        self.read = read
        self.words = words
        self.kinds = kinds


def begins(
    *words: str,
    of: Callable[[], frozenset[str]] = frozenset,
    senses: tuple[str, ...] = (),
    inner: tuple[str, ...] = (),
    at: UnitKind | tuple[UnitKind, ...] = _VOICED,
) -> Callable[[Callable[[Seen, int], Iterable[Draft]]], Rule[Seen, Draft]]:
    """Say where a rule begins: at a unit that has one of some words as head or lemma, or holds it, or has a sense.

    `of` gives the words of a table, which is read when the first passage is. `senses` are the domains in which the
    unit's head has a sense, `inner` those of a word before it; `at` are the kinds of unit. What a rule asks of its
    unit besides is its own matter; where none of these stands it is not even asked.
    """
    keys = frozenset((*words, *(SENSE + domain for domain in senses), *(INNER + domain for domain in inner)))
    kinds = frozenset((at,) if isinstance(at, UnitKind) else at)

    def made(read: Callable[[Seen, int], Iterable[Draft]]) -> Rule[Seen, Draft]:
        return Rule(read, lambda: of() | keys, kinds)

    return made


class Rules(Generic[Seen, Draft]):
    """The rules of a family, in the order in which they are tried."""

    def __init__(self, *rules: Rule[Seen, Draft]) -> None:
        """Take the rules, the surest first."""
        self.rules = rules
        self._beginning: dict[str, tuple[int, ...]] = {}

    def _numbers(self) -> dict[str, tuple[int, ...]]:
        """Return the numbers of the rules that begin at each word; their tables are read at the first question."""
        if not self._beginning:
            for number, rule in enumerate(self.rules):
                for word in rule.words():
                    self._beginning[word] = (*self._beginning.get(word, ()), number)
        return self._beginning

    def at(self, line: Line) -> Iterator[tuple[int, Iterator[Rule[Seen, Draft]]]]:
        """Yield the units at which rules begin, in the order of the line, each with its rules in theirs."""
        tried: dict[int, set[int]] = {}
        where, beginning = line.where, self._numbers()
        for word in where.keys() & beginning.keys():
            for at in where[word]:
                tried.setdefault(at, set()).update(beginning[word])
        for at in sorted(tried):
            yield at, self._tried(tried[at], line.units[at].kind)

    def made(self, line: Line, seen: Seen) -> Iterator[list[Draft]]:
        """Yield what the first rule that finds something makes of each unit, unit by unit."""
        for at, rules in self.at(line):
            found = next(filter(None, (list(rule.read(seen, at)) for rule in rules)), None)
            if found:
                yield found

    def _tried(self, numbers: set[int], kind: UnitKind) -> Iterator[Rule[Seen, Draft]]:
        return (rule for number in sorted(numbers) if kind in (rule := self.rules[number]).kinds)
