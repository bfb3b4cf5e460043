"""What people have judged the same and different, as constraints on clusters."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from corroborate.model.ids import ClaimId
from corroborate.model.judgement import PAIRS, Anchor, Judgement, Verdict, in_force
from corroborate.model.mention import Blame, Verification


@dataclass(frozen=True, slots=True)
class Constraints:
    """Pairs of claims that belong together, pairs that must not, and claims that a person rejected."""

    same: frozenset[tuple[ClaimId, ClaimId]]
    different: frozenset[tuple[ClaimId, ClaimId]]
    rejected: frozenset[ClaimId]

    def forbid(self, one: Iterable[ClaimId], other: Sequence[ClaimId]) -> bool:
        """Say whether a person judged some claim of the one different from some claim of the other."""
        return bool(self.different) and any(_pair(a, b) in self.different for a in one for b in other)


def constraints(judgements: Sequence[Judgement]) -> Constraints:
    """Return the constraints of the judgements in force: the latest on a pair holds, an undone one does not."""
    latest: dict[tuple[ClaimId, ClaimId], Verdict] = {}
    verdicts: dict[ClaimId, Verdict] = {}
    for judgement in in_force(judgements):
        if judgement.verdict in PAIRS:
            latest.update(dict.fromkeys(_pairs(judgement), judgement.verdict))
        elif judgement.verdict in {Verdict.REJECT, Verdict.ACCEPT}:
            verdicts.update(dict.fromkeys(map(ClaimId, judgement.subjects), judgement.verdict))
    return Constraints(
        frozenset(pair for pair, verdict in latest.items() if verdict is Verdict.SAME),
        frozenset(pair for pair, verdict in latest.items() if verdict is Verdict.DIFFERENT),
        frozenset(claim for claim, verdict in verdicts.items() if verdict is Verdict.REJECT),
    )


def _pairs(judgement: Judgement) -> Iterator[tuple[ClaimId, ClaimId]]:
    """Yield the pairs of claims that are judged: each of one side with each of another; of the same, what ties them."""
    for one, other in combinations(_sides(judgement), 2):
        tied = judgement.verdict is Verdict.SAME
        for index, a in enumerate(one):
            for b in other[:1] if tied and index else other:
                yield _pair(a, b)


def _sides(judgement: Judgement) -> Sequence[Sequence[ClaimId]]:
    """Return the claims of each thing that was judged; of an incident those of the event itself, where it has any."""
    if not judgement.anchors:
        return [[ClaimId(subject)] for subject in judgement.subjects]
    sides: dict[str, list[Anchor]] = {}
    for anchor in judgement.anchors:
        sides.setdefault(anchor.subject, []).append(anchor)
    events = [[a for a in side if not isinstance(a.content, Blame | Verification)] or side for side in sides.values()]
    return [[anchor.claim for anchor in side] for side in events]


def _pair(one: ClaimId, other: ClaimId) -> tuple[ClaimId, ClaimId]:
    return (one, other) if one <= other else (other, one)
