"""Whom the passages before one name: worked out when something points back to them, which few passages do."""

from collections.abc import Callable
from typing import Generic, TypeVar

from corroborate.extract.cast import armed_groups, party_of
from corroborate.extract.chunking import units
from corroborate.extract.line import Line
from corroborate.extract.parties import Named, named
from corroborate.extract.persons import Person, Persons, is_she, meant
from corroborate.model.document import Passage

Told = TypeVar("Told")
_REMEMBERED = 4  # passages back in which a pronoun may find its party
_MOST_WAITING = 32  # passages kept unasked, so that a long report holds few of its units at a time


class Past:
    """The passages of a report before the one that is read.

    Those without a sign of harm are passed over, and only the last of them are asked when a later passage has one.
    """

    def __init__(self, text: str, known: Persons) -> None:
        """Begin a report; `known` are the people whom it calls by name."""
        self._quiet: list[Passage] = []
        self._named = _Lately(lambda line: (named(line, text),), _REMEMBERED + 1)
        self._he = _Lately(lambda line: _any(meant(line.units, len(line.units), line.tokens, known, "he")), 1)
        self._she = _Lately(lambda line: _any(meant(line.units, len(line.units), line.tokens, known, "she")), 1)
        self._parties = _Lately(lambda line: _any(party_of(line.units, line.tokens, text)), 1)
        self._acting = _Lately(lambda line: _any(party_of(line.units, line.tokens, text, speaking=False)), 1)
        self._groups = _Lately(lambda line: armed_groups(line.units, line.tokens, text), _REMEMBERED)

    def pass_over(self, passage: Passage) -> None:
        """Take in a passage without a sign."""
        self._quiet.append(passage)

    def recall(self) -> None:
        """Take the last passages without a sign for ones to which the next can point back."""
        for passage in self._quiet[-_REMEMBERED - 1 :]:
            self._hear(_Heard(passage))
        self._quiet.clear()

    def hear(self, line: Line) -> None:
        """Take in a passage that was read."""
        self._hear(_Heard(line.passage, line))

    def _hear(self, heard: "_Heard") -> None:
        for kind in (self._named, self._he, self._she, self._parties, self._acting, self._groups):
            kind.hear(heard)

    def named(self) -> tuple[tuple[Named, ...], ...]:
        """Return the parties that each of the last passages names."""
        return self._named.told()

    def person(self, pronoun: str) -> Person:
        """Return the single person last told of whom a pronoun can mean."""
        return next(iter((self._she if is_she(pronoun) else self._he).told()), Person())

    def party(self) -> tuple[str, ...]:
        """Return the party last told of, none where there was none."""
        return next(iter(self._parties.told()), ())

    def acting(self) -> tuple[str, ...]:
        """Return the party that last did something, and not only spoke."""
        return next(iter(self._acting.told()), ())

    def groups(self) -> tuple[str, ...]:
        """Return the armed groups last named."""
        return self._groups.told()


class _Heard:
    """A passage, parsed at the first question."""

    __slots__ = ("_line", "_passage")

    def __init__(self, passage: Passage, line: Line | None = None) -> None:
        self._passage, self._line = passage, line

    def line(self) -> Line:
        if self._line is None:
            self._line = Line(units(self._passage), self._passage)
        return self._line


class _Lately(Generic[Told]):
    """What passages told last of one kind; each is asked once at the most, the last ones first."""

    def __init__(self, ask: Callable[[Line], tuple[Told, ...]], most: int) -> None:
        """Take what a passage is asked, and how much of what they tell is remembered."""
        self._ask, self._most = ask, most
        self._waiting: list[_Heard] = []
        self._told: tuple[Told, ...] = ()

    def hear(self, heard: _Heard) -> None:
        self._waiting.append(heard)
        if len(self._waiting) > _MOST_WAITING:
            self.told()

    def told(self) -> tuple[Told, ...]:
        later: tuple[Told, ...] = ()
        while self._waiting and len(later) < self._most:
            later = (*self._ask(self._waiting.pop().line()), *later)
        self._waiting.clear()
        self._told = (*self._told, *later)[-self._most :]
        return self._told


def _any(told: Told | None) -> tuple[Told, ...]:
    return (told,) if told else ()
