"""Groups of different reports that speak of one incident."""

from collections.abc import Sequence
from dataclasses import dataclass

from corroborate.link.blocking import candidates
from corroborate.link.compare import Comparison, compare, contradict
from corroborate.link.doubts import doubt, next_days, refusals
from corroborate.link.judged import Constraints
from corroborate.link.lexicon import weights
from corroborate.link.profile import Profile
from corroborate.model.ids import ClaimId
from corroborate.model.issue import Issue


@dataclass(slots=True)
class _Joining:
    """The work of joining: which groups stand together so far."""

    profiles: Sequence[Profile]
    limits: Constraints
    leader: list[int]
    members: dict[int, list[int]]

    def root(self, index: int) -> int:
        while self.leader[index] != index:
            index = self.leader[index]
        return index

    def join(self, one: int, other: int) -> None:
        first, second = sorted((one, other))
        self.leader[second] = first
        self.members[first] += self.members.pop(second)

    def support(self, one: int, other: int) -> float:
        """Return the mean score of the better half of pairs between two clusters; minus infinity where any forbids it.

        Reports tell different sides of one event: that the other half has little in common does not speak against it.
        """
        scores: list[float] = []
        for a in self.members[one]:
            for b in self.members[other]:
                x, y = self.profiles[a], self.profiles[b]
                if contradict(x, y) or self.limits.forbid(x.claims, y.claims):
                    return float("-inf")
                scores.append(compare(x, y).score)
        best = sorted(scores, reverse=True)[: (len(scores) + 1) // 2]
        return sum(best) / len(best)


def cluster(
    profiles: Sequence[Profile], limits: Constraints
) -> tuple[tuple[tuple[Profile, ...], ...], tuple[Issue, ...]]:
    """Return the groups in clusters of one incident each, and the joins and refusals that are doubtful.

    What comes out depends on the groups alone, never on their order: they are sorted by their claims first.
    """
    ordered = sorted(profiles, key=lambda one: one.claims)
    work = _Joining(ordered, limits, list(range(len(ordered))), {index: [index] for index in range(len(ordered))})
    _join_judged(work)
    scored = _scored(work)
    doubtful: list[Issue] = []
    for comparison, i, j in scored:
        one, other = work.root(i), work.root(j)
        if one == other or comparison.score <= weights().join:
            continue
        support = work.support(one, other)
        if support > weights().join:
            if len(work.members[one]) == len(work.members[other]) == 1 and support < weights().doubt:
                doubtful.append(doubt(ordered[i], ordered[j], comparison, "joined, but may be two incidents"))
            work.join(one, other)
    doubtful += refusals(ordered, scored, work.root, limits)
    doubtful += next_days(ordered, work.root, limits)
    clusters = (tuple(ordered[index] for index in sorted(members)) for members in work.members.values())
    return tuple(clusters), tuple(doubtful)


def _join_judged(work: _Joining) -> None:
    holders = {claim: index for index, one in enumerate(work.profiles) for claim in one.claims}
    for a, b in sorted(work.limits.same):
        if a in holders and b in holders:
            one, other = work.root(holders[a]), work.root(holders[b])
            if one != other and not work.limits.forbid(_claims(work, one), _claims(work, other)):
                work.join(one, other)


def _claims(work: _Joining, root: int) -> list[ClaimId]:
    return [claim for index in work.members[root] for claim in work.profiles[index].claims]


def _scored(work: _Joining) -> list[tuple[Comparison, int, int]]:
    """Return the pairs with anything for them, the best first."""
    floor = weights().join - weights().doubt
    pairs = []
    for i, j in candidates(work.profiles):
        if not contradict(work.profiles[i], work.profiles[j]):
            comparison = compare(work.profiles[i], work.profiles[j])
            if comparison.score > floor:
                pairs.append((comparison, i, j))
    return sorted(pairs, key=lambda pair: (-pair[0].score, pair[1], pair[2]))
