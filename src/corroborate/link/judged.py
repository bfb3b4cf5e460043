"""What people have judged the same and different, as constraints on clusters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from corroborate.model.ids import ClaimId
from corroborate.model.judgement import Judgement, Verdict, in_force


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
        subjects = [ClaimId(subject) for subject in judgement.subjects]
        if judgement.verdict in {Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE}:
            latest.update({_pair(a, b): judgement.verdict for a, b in combinations(subjects, 2)})
        elif judgement.verdict in {Verdict.REJECT, Verdict.ACCEPT}:
            verdicts.update(dict.fromkeys(subjects, judgement.verdict))
    return Constraints(
        frozenset(pair for pair, verdict in latest.items() if verdict is Verdict.SAME),
        frozenset(pair for pair, verdict in latest.items() if verdict is Verdict.DIFFERENT),
        frozenset(claim for claim, verdict in verdicts.items() if verdict is Verdict.REJECT),
    )


def _pair(one: ClaimId, other: ClaimId) -> tuple[ClaimId, ClaimId]:
    return (one, other) if one <= other else (other, one)
