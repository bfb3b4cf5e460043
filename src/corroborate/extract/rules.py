"""Rules and the words at which they begin: a rule is tried at the units that hold one of its words, nowhere else."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from corroborate.extract.line import INNER, SENSE, Line
from corroborate.extract.units import UnitKind

Seen = TypeVar("Seen")  # what a rule looks at: the line, or its units only
Draft = TypeVar("Draft")
_SILENT = frozenset((UnitKind.SIGN, UnitKind.CONJUNCTION, UnitKind.INCLUDING))  # no rule begins at these
_MOST_SETS = 4_096  # of rules tried together that are kept, for a family
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
    """The rules of a family, in the order in which they are tried; a set of them is a number, with a bit for each."""

    def __init__(self, *rules: Rule[Seen, Draft]) -> None:
        """Take the rules, the surest first."""
        self.rules = rules
        self._of_kind = {kind: self._set(rule for rule in rules if kind in rule.kinds) for kind in UnitKind}
        self._of_word: dict[str, int] = {}
        self._in = lru_cache(maxsize=_MOST_SETS)(self._members)

    def _set(self, some: Iterable[Rule[Seen, Draft]]) -> int:
        return sum(1 << self.rules.index(rule) for rule in some)

    def _members(self, some: int) -> tuple[Rule[Seen, Draft], ...]:
        return tuple(rule for number, rule in enumerate(self.rules) if some >> number & 1)

    def _beginning(self) -> dict[str, int]:
        """Return the rules that begin at each word; their tables are read at the first question."""
        if not self._of_word:
            for rule in self.rules:
                for word in rule.words():
                    self._of_word[word] = self._of_word.get(word, 0) | self._set((rule,))
        return self._of_word

    def at(self, line: Line) -> Iterator[tuple[int, Sequence[Rule[Seen, Draft]]]]:
        """Yield the units at which rules begin, in the order of the line, each with its rules in theirs."""
        tried: dict[int, int] = {}
        where, beginning = line.where, self._beginning()
        for word in where.keys() & beginning.keys():
            rules = beginning[word]
            for at in where[word]:
                tried[at] = tried.get(at, 0) | rules
        for at in sorted(tried):
            if rules := tried[at] & self._of_kind[line.units[at].kind]:
                yield at, self._in(rules)

    def made(self, line: Line, seen: Seen) -> Iterator[list[Draft]]:
        """Yield what the first rule that finds something makes of each unit, unit by unit."""
        for at, rules in self.at(line):
            for rule in rules:
                if found := list(rule.read(seen, at)):
                    yield found
                    break
