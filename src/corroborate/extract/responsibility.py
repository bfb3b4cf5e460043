"""Responsibility laid, denied, taken: all its rules, in the order in which they are tried."""

from collections.abc import Callable, Iterator, Sequence

from corroborate.extract import accusing, answering, owning
from corroborate.extract.laying import BlameDraft
from corroborate.extract.line import Line
from corroborate.extract.units import Unit
from corroborate.model.document import Token

_Rule = Callable[[Line, int], Iterator[BlameDraft]]
_RULES: tuple[_Rule, ...] = (
    accusing.accused,
    accusing.blamed,
    accusing.attributed,
    accusing.reproached,
    accusing.called_suspect,
    accusing.faces_charges,
    owning.taken,
    owning.claimed_act,
    owning.denied,
    owning.did_not,
    owning.called_false,
    owning.admitted,
    owning.said_own,
    owning.unknown,
    answering.responsible,
    answering.lies_with,
    answering.behind,
    answering.plotted,
    answering.violated,
    answering.alleged,
    answering.crimes_of,
    answering.caused_share,
)


def blames(units: Sequence[Unit], tokens: Sequence[Token]) -> list[BlameDraft]:
    """Return what a passage says of responsibility, in the order of its words, each act and party once."""
    line = Line(units, tokens)
    found: list[BlameDraft] = []
    for at in range(len(units)):
        for rule in _RULES:
            made = list(rule(line, at))
            if made:
                found.extend(made)
                break
    return _once(found)


def _once(found: Sequence[BlameDraft]) -> list[BlameDraft]:
    """Drop what says again, by a second rule, what words beside it said of the same party."""
    kept: list[BlameDraft] = []
    for draft in found:
        again = any(_overlap(draft, other) and other.stance is draft.stance and _same(draft, other) for other in kept)
        if not again:
            kept.append(draft)
    return kept


def _same(left: BlameDraft, right: BlameDraft) -> bool:
    return left.actor == right.actor or left.actor is None or right.actor is None


def _overlap(left: BlameDraft, right: BlameDraft) -> bool:
    return left.first < right.last and right.first < left.last
