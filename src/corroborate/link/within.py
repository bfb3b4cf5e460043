"""Claims of one report that speak of one event."""

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

from corroborate.link.compare import compare, contradict
from corroborate.link.judged import Constraints
from corroborate.link.lexicon import weights
from corroborate.link.profile import Profile, profile
from corroborate.model.claim import Claim

_Pair = tuple[int, int]
_MOST_PAIRS = 20_000  # weighed for a report, in half a second: all of them up to 200 groups (the most measured: 49)
_LARGEST = 100  # claims of a group, above which it takes in no other: weighing it costs the more the larger it is
_NEAREST = 20  # groups on either side that are weighed however many there are


def group(claims: Sequence[Claim], limits: Constraints) -> tuple[Profile, ...]:
    """Return the claims of one report as groups of one event each; a share always stays with its whole.

    The best-supported pair is joined first, the joint group is weighed anew, until no pair has more for it than
    against it.
    """
    by_id = {claim.id: claim for claim in claims}
    parts = _tied(sorted(claims, key=lambda c: (c.span, c.id)), limits)
    pairs = _Pairs([profile(part) for part in parts], limits)
    while (best := pairs.best()) is not None:
        kept, gone = (pairs.groups[index] for index in best)
        pairs.join(best, profile([by_id[claim] for claim in (*kept.claims, *gone.claims)]))
    return tuple(pairs.groups[index] for index in sorted(pairs.groups))


class _Pairs:
    """The groups, and which two may be joined: the best-supported pair first.

    A pair is weighed at first and anew when one of its groups has grown. In a report of very many groups only those
    that stand near each other are weighed: the work then grows with the length of the report and no faster.
    """

    def __init__(self, groups: Sequence[Profile], limits: Constraints) -> None:
        """Weigh the groups."""
        self.groups = dict(enumerate(groups))
        self._limits = limits
        self._ages = [0] * len(groups)
        self._reach = min(max(_NEAREST, _MOST_PAIRS // max(len(groups), 1)), len(groups))
        self._heap: list[tuple[float, int, int, int, int]] = []
        for one in self.groups:
            self._weigh(one, range(one + 1, one + self._reach + 1))

    def best(self) -> _Pair | None:
        """Return the pair that has most for it, None where no pair has enough."""
        while self._heap:
            _, one, other, *ages = heappop(self._heap)
            if ages == [self._ages[one], self._ages[other]]:
                return one, other
        return None

    def join(self, pair: _Pair, joint: Profile) -> None:
        """Put the joint group in the place of the first, and nothing in that of the second."""
        kept, gone = pair
        self.groups[kept] = joint
        del self.groups[gone]
        for index in pair:
            self._ages[index] += 1
        self._weigh(kept, range(kept - self._reach, kept + self._reach + 1))

    def _size(self, index: int) -> int:
        return len(self.groups[index].claims)

    def _weigh(self, index: int, others: Iterable[int]) -> None:
        for other in others:
            one, two = sorted((index, other))
            if one == two or other not in self.groups or self._size(one) + self._size(two) > _LARGEST:
                continue
            score = _score(self.groups[one], self.groups[two], self._limits)
            if score > weights().join:
                heappush(self._heap, (-score, one, two, self._ages[one], self._ages[two]))


def _score(one: Profile, other: Profile, limits: Constraints) -> float:
    if contradict(one, other) or limits.forbid(one.claims, other.claims):
        return float("-inf")
    return compare(one, other).score


def _tied(claims: Sequence[Claim], limits: Constraints) -> list[list[Claim]]:
    """Return the claims in parts that belong together beforehand: shares with wholes, and what a person judged same."""
    part_of = {claim.id: index for index, claim in enumerate(claims)}  # the part in which a claim stands
    parts = {index: [index] for index in range(len(claims))}
    ties = [(claim.id, claim.part_of) for claim in claims if claim.part_of is not None]
    for one, other in (*sorted(limits.same), *ties):
        if one in part_of and other in part_of:
            first, second = sorted((part_of[one], part_of[other]))
            joining = [] if first == second else parts[second]
            if joining and not limits.forbid((claims[i].id for i in parts[first]), [claims[i].id for i in joining]):
                part_of.update((claims[i].id, first) for i in joining)
                parts[first] += parts.pop(second)
    return [[claims[i] for i in sorted(parts[first])] for first in sorted(parts)]
