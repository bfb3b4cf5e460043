"""What has to be made of a case: clusters that changed, and those that stood but rest on what changed."""

from collections.abc import Collection, Iterable, Sequence

from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId
from corroborate.model.incident import Cluster, Incident, Tally
from corroborate.model.memory import Linked
from corroborate.ports import Standing
from corroborate.reconcile.tallies import totals_told


class Held:
    """The clusters to be made into incidents and tallies, all claims of their reports, and what these replace.

    `gone` are the ids of what stood and is replaced. `totals` are those told by the reports, as they stand now.
    """

    def __init__(
        self, linked: Linked, added: Sequence[Claim], anew: Collection[DocumentId], standing: Standing
    ) -> None:
        """Fetch what stood of the reports that the linked clusters and those to be made anew are told of by."""
        self._standing = standing
        self._new = frozenset(claim.document for claim in added)
        self._known: set[DocumentId] = set(self._new)
        self.claims: dict[ClaimId, Claim] = {claim.id: claim for claim in added}
        self._incidents: dict[str, Incident] = {}
        self._tallies: dict[str, Tally] = {}
        self._fetch({*linked.documents, *anew})
        stood: tuple[Incident | Tally, ...] = (*self._incidents.values(), *self._tallies.values())
        moved: set[str] = {one.id for one in stood if not linked.moved.isdisjoint(one.claims)}
        again: set[str] = {one.id for one in stood if not _told_by(one).isdisjoint(anew)}
        again |= self._resting_on(linked.clusters, moved)
        again -= moved
        self._fetch(document for one in stood if one.id in again for document in _told_by(one))
        self.gone = frozenset(moved | again)
        self.clusters = (*linked.clusters, *self._clusters(again))
        self.totals = totals_told(self._totalled(linked.clusters, moved))

    def documents(self, incidents: Iterable[Incident]) -> frozenset[DocumentId]:
        """Return the reports that were added, or tell of these incidents or of those that are gone."""
        gone = (self._incidents[one] for one in self.gone if one in self._incidents)
        told = (document for one in (*incidents, *gone) for document in one.documents)
        return frozenset((*self._new, *told))

    def _fetch(self, documents: Iterable[DocumentId]) -> None:
        new = sorted(set(documents) - self._known)
        if new:
            self._known.update(new)
            self.claims |= {claim.id: claim for claim in self._standing.claims_of(new)}
            incidents, tallies = self._standing.groups(new)
            self._incidents |= {one.id: one for one in incidents}
            self._tallies |= {one.id: one for one in tallies}

    def _resting_on(self, clusters: Iterable[Cluster], moved: Collection[str]) -> set[str]:
        """Return the tallies of reports whose totals are others now: a total may take its span from the one before."""
        before = totals_told(self._totalled((), ()))
        now = totals_told(self._totalled(clusters, moved))
        changed = {document for document in before.keys() | now.keys() if before.get(document) != now.get(document)}
        return {one.id for one in self._tallies.values() if not changed.isdisjoint(one.documents)}

    def _totalled(self, clusters: Iterable[Cluster], moved: Collection[str]) -> list[Claim]:
        """Return the claims of clusters that are tallies, and of the tallies that stood and did not move."""
        told = {claim for one in clusters if one.is_tally for claim in one.claims}
        told |= {claim for one in self._tallies.values() if one.id not in moved for claim in one.claims}
        return [self.claims[claim] for claim in told if claim in self.claims]

    def _clusters(self, ids: Collection[str]) -> Iterable[Cluster]:
        yield from (Cluster(o.claims, is_tally=False, beside=o.beside) for o in self._incidents.values() if o.id in ids)
        yield from (Cluster(o.claims, is_tally=True) for o in self._tallies.values() if o.id in ids)


def _told_by(one: Incident | Tally) -> frozenset[DocumentId]:
    """Return the reports of all claims of an incident or tally, and of those beside it."""
    return frozenset(route.document for route in one.routes)
