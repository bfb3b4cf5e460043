"""The stage as a whole: totals apart, groups within a report, incidents across reports, statements to their places.

Reports are linked as they are added, to what was linked before. What an added report may change is found by keys under
which groups, totals and statements lie; all else stays as it is. To link a whole case is to add all of it to nothing.
"""

from collections.abc import Iterable, Mapping, Sequence

from corroborate.link import across, beside, housing, series, totals
from corroborate.link.group import Group, cluster_of, only_states
from corroborate.link.judged import constraints
from corroborate.link.series import Lot
from corroborate.link.shelf import Shelf
from corroborate.link.surroundings import surround
from corroborate.link.telling import tell
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId
from corroborate.model.incident import Cluster
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.judgement import Judgement
from corroborate.model.memory import Doubt, Linked
from corroborate.ports import Nothing, Standing


def link(
    claims: Sequence[Claim], judgements: Sequence[Judgement] = ()
) -> tuple[tuple[Cluster, ...], tuple[Issue, ...]]:
    """Return the claims in clusters, each claim in one at the most, and the doubts.

    An attack told over a stretch, with neither number nor harm that it did, stands in none.

    The result depends on the set of claims and judgements, not on their order. Claims that a person rejected are left
    out. Statements on responsibility may stand beside several clusters.
    """
    linked = link_added(claims, judgements, Nothing())
    return linked.clusters, tuple(doubt.issue for doubt in linked.doubts)


def link_added(claims: Sequence[Claim], judgements: Sequence[Judgement], standing: Standing) -> Linked:
    """Return what the claims of added reports change in a case; together with the rest it is as if linked at once.

    The judgements are all of the case, the same as when the rest was linked, and speak of none of these reports.
    """
    limits = constraints(judgements)
    told = [tell(one, limits) for one in totals.by_report(c for c in claims if c.id not in limits.rejected)]
    groups, lots = Shelf(Group, _keys, standing), Shelf(Lot, housing.keys, standing)
    new = [one for report in told for one in report.groups]
    groups.put(new)
    new_lots = [lot for report in told for lot in series.lots(report.totals, report.remarks, limits)]
    lots.put(new_lots)
    incidents, doubts = across.cluster(new, groups, limits)
    statements = Shelf(Claim, beside.said_keys, standing)
    general = [claim for report in told for claim in report.general]
    around = surround(incidents, general, groups, statements)
    housed = housing.house(new_lots, lots, limits)
    clusters = [
        cluster_of(one, around.beside[one[0].cluster]) for one in (*incidents, *around.others) if not only_states(one)
    ]
    clusters += [Cluster(claims, is_tally=True) for claims in housed.totals]
    grouped = [one for incident in incidents for one in incident]
    stating = {
        claim: one.profile.document for i in incidents if only_states(i) for one in i for claim in one.profile.claims
    }
    loose = [claim for report in told for claim in report.loose]
    unplaced = [*around.unplaced, *_claims({**stating, **housed.unplaced}, claims, standing)]
    unlinked = [Doubt(_unlinked(claim), (claim.document,)) for claim in loose]
    unlinked += [Doubt(_unlinked(claim), (claim.id,)) for claim in unplaced]
    members = {claim for one in grouped for claim in one.profile.claims}
    return Linked(
        clusters=tuple(sorted(clusters, key=lambda c: c.claims)),
        moved=frozenset((*members, *housed.moved, *(claim for one in clusters for claim in one.claims))),
        documents=frozenset((*around.documents, *housed.documents)),
        doubts=tuple(sorted((*doubts, *unlinked), key=lambda doubt: (doubt.issue.kind, doubt.issue.subjects))),
        looked_at=frozenset((*members, *around.looked_at, *housed.remarks)),
        cards=(*groups.cards(grouped), *lots.cards(housed.lots), *statements.cards(general)),
    )


def _keys(one: Group) -> frozenset[str]:
    return across.keys(one) | beside.held_keys(one.profile)


def _claims(wanted: Mapping[ClaimId, DocumentId], added: Iterable[Claim], standing: Standing) -> tuple[Claim, ...]:
    """Return claims of added reports, or of those that stood."""
    known = {claim.id: claim for claim in added if claim.id in wanted}
    others = {document for claim, document in wanted.items() if claim not in known}
    known |= {claim.id: claim for claim in standing.claims_of(sorted(others))} if others else {}
    return tuple(known[claim] for claim in sorted(wanted))


def _unlinked(claim: Claim) -> Issue:
    return Issue(
        kind=IssueKind.UNLINKED,
        stage="link",
        subjects=(claim.id,),
        message="Nothing ties this claim to an event: it has neither day nor place, or no event that it could concern.",
        span=claim.span,
    )
