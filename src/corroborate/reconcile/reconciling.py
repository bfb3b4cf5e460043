"""The stage as a whole: every cluster to its incident or tally, with the doubts.

Only clusters that are new or other than they were are made into incidents and tallies, and what stood beside them is
looked at again as far as they bear on it: what the same reports recall, what totals cover. To reconcile a whole case is
to add all of it to nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId
from corroborate.model.incident import Cluster, Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement
from corroborate.model.memory import JUDGEMENTS, Card, Doubt, Linked
from corroborate.model.teller import Tellers, tellers
from corroborate.ports import Nothing, Standing
from corroborate.reconcile.checks import check_tally
from corroborate.reconcile.coverage import covering
from corroborate.reconcile.held import Held
from corroborate.reconcile.incidents import Case, incident
from corroborate.reconcile.naming import Names
from corroborate.reconcile.recalling import telling
from corroborate.reconcile.reports import Reports
from corroborate.reconcile.rulings import unreadable
from corroborate.reconcile.tallies import tally


@dataclass(frozen=True, slots=True)
class Bearing:
    """What bears on more than the clusters that changed: who says the claims of the case, and what people ruled.

    Incidents and tallies of the reports to be made `anew` are, though they hold the same claims.
    """

    tellers: Tellers
    judgements: Sequence[Judgement] = ()
    anew: frozenset[DocumentId] = frozenset()


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What clusters came to: incidents without grades, `recalled` otherwise alone, and tallies; see `memory.Change`.

    `claims` are all those of the reports that the incidents are told of by.
    """

    incidents: tuple[Incident, ...]
    recalled: tuple[Incident, ...]
    tallies: tuple[Tally, ...]
    gone: frozenset[str]
    doubts: tuple[Doubt, ...]
    cards: tuple[Card, ...]
    claims: Mapping[ClaimId, Claim]


def reconcile(
    clusters: Sequence[Cluster], claims: Sequence[Claim], judgements: Sequence[Judgement] = ()
) -> tuple[tuple[Incident, ...], tuple[Tally, ...], tuple[Issue, ...]]:
    """Return the incidents and tallies that the clusters come to, by day and title, and the doubts about figures."""
    linked = Linked(tuple(clusters), frozenset(), frozenset(), (), frozenset(), ())
    made = reconcile_added(linked, claims, Bearing(tellers(claims), judgements), Nothing())
    return made.incidents, made.tallies, tuple(doubt.issue for doubt in made.doubts)


def reconcile_added(linked: Linked, claims: Sequence[Claim], bearing: Bearing, standing: Standing) -> Reconciled:
    """Return what the clusters that added claims changed come to, and what else they change, beside what stands."""
    held = Held(linked, claims, bearing.anew, standing)
    case = Case(held.claims, Names(bearing.tellers), Reports(held.claims.values()), bearing.judgements)
    made = [incident(cluster, case) for cluster in held.clusters if not cluster.is_tally]
    told = telling([one for one, _ in made], held, standing)
    totals = [tally(cluster, case, held.totals) for cluster in held.clusters if cluster.is_tally]
    covered = covering(told.incidents, [(one, by) for one, by, _ in totals], held, standing)
    doubts = [Doubt(issue, (one.id,)) for one, issues in made for issue in issues]
    doubts += [Doubt(issue, (one.id,)) for one, _, issues in totals for issue in issues]
    doubts += [Doubt(issue, (one.id,)) for one, by in covered.tallies for issue in check_tally(one, by)]
    doubts.sort(key=lambda doubt: doubt.issue.subjects)
    doubts += [Doubt(issue, (JUDGEMENTS,)) for issue in unreadable(bearing.judgements)]
    return Reconciled(
        incidents=tuple(sorted(told.incidents, key=_order)),
        recalled=told.recalled,
        tallies=tuple(sorted((one for one, _ in covered.tallies), key=_order)),
        gone=held.gone,
        doubts=tuple(doubts),
        cards=(*told.cards, *covered.cards),
        claims=held.claims,
    )


def _order(one: Incident | Tally) -> tuple[date, str, str]:
    return (one.when.start if one.when else date.max, one.title, one.id)
