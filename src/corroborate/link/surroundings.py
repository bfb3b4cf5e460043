"""General statements of other reports, set beside the incidents that they concern."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corroborate.link import beside
from corroborate.link.group import Group, Incident, only_states
from corroborate.link.shelf import Shelf
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands beside which incident, by its name, and beside which `others` an added statement stands.

    `documents` are the reports of all of these. `looked_at` are the statements of which it was asked where they stand,
    `unplaced` those of them that stand nowhere.
    """

    beside: Mapping[ClaimId, frozenset[ClaimId]]
    others: tuple[Incident, ...]
    documents: frozenset[DocumentId]
    looked_at: frozenset[ClaimId]
    unplaced: tuple[Claim, ...]


def surround(
    incidents: Sequence[Incident], added: Sequence[Claim], groups: Shelf[Group], statements: Shelf[Claim]
) -> Surroundings:
    """Return what stands beside incidents that were linked anew, and beside those that added statements concern."""
    statements.put(added)
    linked = {one.id for incident in incidents for one in incident}
    leaders = {one.cluster for claim in added for one in _concerned(claim, groups) if one.id not in linked}
    others = tuple(_whole(leader, groups) for leader in sorted(leaders))
    changed = (*incidents, *others)
    found: dict[ClaimId, set[ClaimId]] = {}
    looked_at = {claim.id: claim for claim in added}
    for incident in changed:
        about = found.setdefault(incident[0].cluster, set())
        for claim in _concerning(incident, statements):
            looked_at[claim.id] = claim
            if not only_states(incident):
                about.add(claim.id)
    placed = {claim for about in found.values() for claim in about}
    known = linked | {one.id for incident in others for one in incident}
    return Surroundings(
        {leader: frozenset(about) for leader, about in found.items()},
        others,
        frozenset((*(one.profile.document for i in changed for one in i), *(c.document for c in looked_at.values()))),
        frozenset(looked_at),
        tuple(c for c in looked_at.values() if c.id not in placed and not _is_elsewhere(c, groups, known)),
    )


def _concerned(claim: Claim, groups: Shelf[Group]) -> Iterator[Group]:
    for one in (one for key in sorted(beside.asked_by(claim)) for one in groups.under(key)):
        if beside.stands_beside(claim, one.profile):
            yield one


def _concerning(incident: Incident, statements: Shelf[Claim]) -> Iterator[Claim]:
    statements.ask(key for one in incident for key in beside.asked_for(one.profile))
    for one in incident:
        for claim in (claim for key in beside.asked_for(one.profile) for claim in statements.under(key)):
            if beside.stands_beside(claim, one.profile):
                yield claim


def _whole(leader: ClaimId, groups: Shelf[Group]) -> Incident:
    return tuple(sorted(groups.under(f"cluster {leader}"), key=lambda one: one.id))


def _is_elsewhere(claim: Claim, groups: Shelf[Group], known: set[ClaimId]) -> bool:
    """Say whether a statement stands beside an incident that was not linked anew."""
    others = (one for one in _concerned(claim, groups) if one.id not in known)
    return any(not only_states(_whole(one.cluster, groups)) for one in others)
