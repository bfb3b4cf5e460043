"""The stage as a whole: every cluster to its incident or tally, with the doubts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corroborate.model.claim import Claim
from corroborate.model.incident import Cluster, Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement
from corroborate.reconcile.checks import check_tally
from corroborate.reconcile.covering import Coverable
from corroborate.reconcile.incidents import Case, incident
from corroborate.reconcile.naming import Names
from corroborate.reconcile.reports import Reports
from corroborate.reconcile.rulings import unreadable
from corroborate.reconcile.subjects import recalling
from corroborate.reconcile.tallies import tally, totals_told


def reconcile(
    clusters: Sequence[Cluster], claims: Sequence[Claim], judgements: Sequence[Judgement] = ()
) -> tuple[tuple[Incident, ...], tuple[Tally, ...], tuple[Issue, ...]]:
    """Return the incidents and tallies that the clusters come to, by day and title, and the doubts about figures."""
    case = Case({claim.id: claim for claim in claims}, Names(claims), Reports(claims), judgements)
    made = [incident(cluster, case) for cluster in clusters if not cluster.is_tally]
    recalled = recalling([one for one, _ in made], claims)
    incidents = tuple(sorted((replace(one, recalled=recalled[one.id]) for one, _ in made), key=_order))
    coverable, totals = Coverable(incidents, case.claims), totals_told(clusters, case.claims)
    tallies = tuple(sorted((tally(one, case, coverable, totals) for one in clusters if one.is_tally), key=_order))
    doubts = [issue for _, issues in made for issue in issues]
    doubts += [issue for one in tallies for issue in check_tally(one, case.claims)]
    return incidents, tallies, (*sorted(doubts, key=lambda issue: issue.subjects), *unreadable(judgements))


def _order(one: Incident | Tally) -> tuple[date, str, str]:
    return (one.when.start if one.when else date.max, one.title, one.id)
