"""Exhibits of one passage → the passage, once, with each quote marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from corroborate.publish.evidence import Exhibit


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage: marked where a quote covers it; `labels` of the exhibits whose quotes end with it."""

    text: str
    marked: bool
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage with the exhibits that quote from it; all came the same way."""

    pieces: tuple[Piece, ...]
    exhibits: tuple[Exhibit, ...]

    @property
    def first(self) -> Exhibit:
        """Return an exhibit that speaks for the passage: its report, its chain."""
        return self.exhibits[0]


def quoted(exhibits: Iterable[Exhibit]) -> tuple[Quoted, ...]:
    """Return the passages of these exhibits, in order of their first appearance."""
    groups: dict[tuple[str, int, str, tuple[str, ...]], list[Exhibit]] = {}
    for exhibit in exhibits:
        key = (exhibit.document_target, exhibit.passage_at, exhibit.passage, exhibit.chain)
        groups.setdefault(key, []).append(exhibit)
    return tuple(Quoted(tuple(_pieces(group)), tuple(group)) for group in groups.values())


def _pieces(group: list[Exhibit]) -> Iterable[Piece]:
    text = group[0].passage
    cuts = sorted({0, len(text), *(e.start for e in group), *(e.end for e in group)})
    for start, end in pairwise(cuts):
        marked = any(e.start <= start and end <= e.end for e in group)
        labels = tuple(e.label for e in group if e.end == end) if len(group) > 1 else ()
        yield Piece(text[start:end], marked, labels)
