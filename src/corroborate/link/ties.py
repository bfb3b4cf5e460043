"""Why reports stand in one incident, told afterwards to a person who asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from corroborate.link.compare import compare
from corroborate.link.lexicon import UNTOLD, weights
from corroborate.link.profile import profile
from corroborate.link.totals import by_report
from corroborate.model.claim import Claim
from corroborate.model.ids import DocumentId


@dataclass(frozen=True, slots=True)
class Tie:
    """How all that one report tells of an incident compares with what another tells of it.

    `reasons` say it in plain words, each with its weight in log-odds; their sum is the score.
    """

    document: DocumentId
    other: DocumentId
    score: float
    reasons: tuple[tuple[str, float], ...]


def ties(claims: Sequence[Claim]) -> tuple[Tie, ...]:
    """Return for every report of an incident, by id, what ties it best to another; nothing where one tells it alone.

    Two reports that each tie best to the other are told once.
    """
    told = [profile(report) for report in by_report(claims)]
    found: list[Tie] = []
    for one in told:
        others = [(compare(one, other), other.document) for other in told if other is not one]
        if others:
            best, other = max(others, key=lambda pair: (pair[0].score, pair[1]))
            if any((tie.document, tie.other) == (other, one.document) for tie in found):
                continue
            said = ((weights().meanings[level], weight) for level, weight in best.levels if level[1] != UNTOLD)
            found.append(Tie(one.document, other, best.score, tuple(said)))
    return tuple(found)
