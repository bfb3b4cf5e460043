"""Groups of different reports that speak of one incident."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from corroborate.link import blocking, doubts
from corroborate.link.compare import compare, contradict
from corroborate.link.doubts import Pair
from corroborate.link.group import Group, Incident
from corroborate.link.judged import Constraints
from corroborate.link.lexicon import weights
from corroborate.link.shelf import Shelf
from corroborate.model.ids import ClaimId
from corroborate.model.memory import Doubt


@dataclass(slots=True)
class _Joining:
    """The work of joining: which groups stand together so far, each lot by its first."""

    groups: Mapping[ClaimId, Group]
    limits: Constraints
    leader: dict[ClaimId, ClaimId]
    members: dict[ClaimId, list[ClaimId]]

    def root(self, group: ClaimId) -> ClaimId:
        while self.leader[group] != group:
            group = self.leader[group]
        return group

    def join(self, one: ClaimId, other: ClaimId) -> None:
        first, second = sorted((one, other))
        self.leader[second] = first
        self.members[first] += self.members.pop(second)

    def support(self, one: ClaimId, other: ClaimId) -> float:
        """Return the mean score of the better half of pairs between two clusters; minus infinity where any forbids it.

        Reports tell different sides of one event: that the other half has little in common does not speak against it.
        """
        scores: list[float] = []
        for a in self.members[one]:
            for b in self.members[other]:
                x, y = self.groups[a].profile, self.groups[b].profile
                if contradict(x, y) or self.limits.forbid(x.claims, y.claims):
                    return float("-inf")
                scores.append(compare(x, y).score)
        best = sorted(scores, reverse=True)[: (len(scores) + 1) // 2]
        return sum(best) / len(best)

    def claims(self, root: ClaimId) -> list[ClaimId]:
        return [claim for group in self.members[root] for claim in self.groups[group].profile.claims]


def keys(one: Group) -> frozenset[str]:
    """Return the keys by which other groups come to a group."""
    told = [doubts.day_of(one.profile)] if doubts.day_of(one.profile) else []
    tied = (f"judged {claim}" for claim in one.judged)
    return blocking.blocks(one.profile) | {f"cluster {one.cluster}", *told, *tied}


def cluster(
    added: Sequence[Group], shelf: Shelf[Group], limits: Constraints
) -> tuple[tuple[Incident, ...], tuple[Doubt, ...]]:
    """Return the clusters that groups which were added to others stand in, with the doubts about these clusters.

    Looked at are all groups to which a chain of pairs leads that speak for one incident: no other pair can join what
    lies on both sides of the chain's ends, so that what comes out is what comes out of all groups at once. It depends
    on the groups alone, never on their order: pairs are gone through from the best to the least.
    """
    groups, pairs, apart = _reached(added, shelf, limits)
    work = _Joining(groups, limits, {one: one for one in groups}, {one: [one] for one in sorted(groups)})
    _join_judged(work)
    doubtful: list[Doubt] = []
    for pair in pairs:
        if not (pair.joins and pair.one.id in groups and pair.other.id in groups):
            continue
        one, other = work.root(pair.one.id), work.root(pair.other.id)
        support = work.support(one, other) if one != other else float("-inf")
        if support > weights().join:
            alone = len(work.members[one]) == len(work.members[other]) == 1
            if (alone and support < weights().doubt) or pair.is_of_days_in_a_row:
                doubtful.append(pair.doubt("joined, but may be two incidents"))
            work.join(one, other)

    def root(one: Group) -> ClaimId:
        return work.root(one.id) if one.id in groups else one.cluster

    doubtful += doubts.refusals(pairs, root, limits)
    doubtful += doubts.namesakes(apart, root, limits)
    doubtful += doubts.next_days(groups.values(), shelf, root, limits)
    clusters = (
        tuple(replace(groups[one], cluster=leader) for one in sorted(members))
        for leader, members in work.members.items()
    )
    return tuple(clusters), tuple(doubtful)


def _reached(
    added: Sequence[Group], shelf: Shelf[Group], limits: Constraints
) -> tuple[dict[ClaimId, Group], list[Pair], list[Pair]]:
    """Return the groups that added ones may change the clusters of, and the pairs with anything for them, best first.

    Of each pair at least one group is among these; the other may stand outside, in a cluster that stays as it is. Last
    come the pairs that nothing keeps apart but their places, which have one name.
    """
    floor = weights().join - weights().doubt
    groups: dict[ClaimId, Group] = {}
    compared: set[tuple[ClaimId, ClaimId]] = set()
    pairs: list[Pair] = []
    apart: list[Pair] = []
    reached = {one.id: one for one in (*added, *_loosened(added, shelf))}

    @cache
    def block(key: str) -> blocking.Block:
        return blocking.Block.of(shelf.under(key))

    while reached:
        groups |= reached
        shelf.ask(key for one in reached.values() for key in blocking.asked_of(one.profile))
        found: dict[ClaimId, Group] = {}
        for one in reached.values():
            for other in blocking.partners(one, block):
                ids = (one.id, other.id) if one.id < other.id else (other.id, one.id)
                if ids in compared:
                    continue
                compared.add(ids)
                if not contradict(one.profile, other.profile):
                    pair = Pair.of(one, other)
                    if pair.comparison.score > floor:
                        pairs.append(pair)
                    if pair.joins:
                        found[other.id] = other
                elif doubts.is_namesake(one.profile, other.profile):
                    apart.append(Pair.of(one, other))
        found |= {other.id: other for other in _judged_same(reached.values(), shelf, limits)}
        reached = {id_: one for id_, one in found.items() if id_ not in groups}
    return groups, sorted(pairs, key=doubts.order), sorted(apart, key=doubts.order)


def _loosened(added: Sequence[Group], shelf: Shelf[Group]) -> Sequence[Group]:
    """Return the clusters of groups that were compared by a block which has become too crowded to tell anything."""
    shelf.ask(key for one in added for key in blocking.asked_of(one.profile))
    new = {one.id for one in added}
    leaders = {one.cluster for one in blocking.crowded_out(added, shelf.under) if one.id not in new}
    return [one for leader in leaders for one in shelf.under(f"cluster {leader}")]


def _judged_same(groups: Iterable[Group], shelf: Shelf[Group], limits: Constraints) -> Iterator[Group]:
    judged = {claim for one in groups for claim in one.judged}
    others = {f"judged {claim}" for pair in limits.same if judged & set(pair) for claim in pair} if judged else set()
    return chain.from_iterable(map(shelf.under, others))


def _join_judged(work: _Joining) -> None:
    holders = {claim: one.id for one in work.groups.values() for claim in one.judged}
    for a, b in sorted(work.limits.same):
        if a in holders and b in holders:
            one, other = work.root(holders[a]), work.root(holders[b])
            if one != other and not work.limits.forbid(work.claims(one), work.claims(other)):
                work.join(one, other)
