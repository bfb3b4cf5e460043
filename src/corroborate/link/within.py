"""Claims of one report that speak of one event."""

from collections.abc import Callable, Sequence

from corroborate.link.compare import compare, contradict
from corroborate.link.judged import Constraints
from corroborate.link.lexicon import weights
from corroborate.link.profile import Profile, profile
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId

_Pair = tuple[int, int]


def group(claims: Sequence[Claim], limits: Constraints) -> tuple[Profile, ...]:
    """Return the claims of one report as groups of one event each; a share always stays with its whole.

    The best-supported pair is joined first, the joint group is weighed anew, until no pair has more for it than
    against it.
    """
    by_id = {claim.id: claim for claim in claims}
    groups = [profile(part) for part in _tied(sorted(claims, key=lambda c: (c.span, c.id)), limits)]
    alive = set(range(len(groups)))
    scores = {(i, j): _score(groups[i], groups[j], limits) for i in alive for j in alive if i < j}
    while scores:
        best = max(scores, key=lambda pair: (scores[pair], -pair[0], -pair[1]))
        if scores[best] <= weights().of("prior", "join"):
            break
        _join(best, groups, by_id, alive)
        _rescore(best, groups, alive, scores, limits)
    return tuple(groups[index] for index in sorted(alive))


def _join(pair: _Pair, groups: list[Profile], by_id: dict[ClaimId, Claim], alive: set[int]) -> None:
    kept, gone = pair
    groups[kept] = profile([by_id[claim] for claim in (*groups[kept].claims, *groups[gone].claims)])
    alive.discard(gone)


def _rescore(
    pair: _Pair, groups: list[Profile], alive: set[int], scores: dict[_Pair, float], limits: Constraints
) -> None:
    for stale in [old for old in scores if pair[0] in old or pair[1] in old]:
        del scores[stale]
    for index in alive - {pair[0]}:
        key = (min(index, pair[0]), max(index, pair[0]))
        scores[key] = _score(groups[key[0]], groups[key[1]], limits)


def _score(one: Profile, other: Profile, limits: Constraints) -> float:
    if contradict(one, other) or limits.forbid(one.claims, other.claims):
        return float("-inf")
    return compare(one, other).score


def _tied(claims: Sequence[Claim], limits: Constraints) -> list[list[Claim]]:
    """Return the claims in parts that belong together beforehand: shares with wholes, and what a person judged same."""
    places = {claim.id: index for index, claim in enumerate(claims)}
    leader = list(range(len(claims)))

    def root(index: int) -> int:
        while leader[index] != index:
            index = leader[index]
        return index

    ties = [(claim.id, claim.part_of) for claim in claims if claim.part_of is not None]
    for one, other in (*sorted(limits.same), *ties):
        if one in places and other in places:
            first, second = sorted((root(places[one]), root(places[other])))
            if not limits.forbid(_held(claims, first, root), _held(claims, second, root)):
                leader[second] = first
    parts: dict[int, list[Claim]] = {}
    for index, claim in enumerate(claims):
        parts.setdefault(root(index), []).append(claim)
    return list(parts.values())


def _held(claims: Sequence[Claim], leader: int, root: Callable[[int], int]) -> list[ClaimId]:
    return [claim.id for index, claim in enumerate(claims) if root(index) == leader]
