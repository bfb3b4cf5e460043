"""A group of claims of one report, as it stands among those of others."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import reduce

from corroborate.link.profile import Profile
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Cluster


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one event in one report, with the statements of the report that are about it, or stand beside it.

    `judged` are those of its claims that a person called the same as others. `cluster` names the first group, by id, of
    those that speak of one incident: its own until it is joined.
    """

    profile: Profile
    statements: tuple[ClaimId, ...]
    beside: tuple[ClaimId, ...]
    judged: tuple[ClaimId, ...]
    cluster: ClaimId

    @property
    def id(self) -> ClaimId:
        """Return what it is known by: the first of its claims, which stand in no other group."""
        return self.profile.claims[0]


Incident = tuple[Group, ...]  # the groups of one cluster


def only_states(incident: Incident) -> bool:
    """Say whether a cluster holds statements on responsibility and checking alone: it tells of no event."""
    return all(one.profile.answers for one in incident)


def cluster_of(incident: Incident, beside: Collection[ClaimId]) -> Cluster:
    """Return the claims of a cluster, with those that stand beside it in its own reports and in others."""
    parts = (Cluster((*one.profile.claims, *one.statements), is_tally=False, beside=one.beside) for one in incident)
    return reduce(Cluster.merged, parts, Cluster((), is_tally=False, beside=tuple(beside)))
