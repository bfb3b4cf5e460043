"""The stage as a whole: totals apart, groups within a report, incidents across reports, statements to their places."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from corroborate.link import across, beside, series, totals
from corroborate.link.judged import constraints
from corroborate.link.profile import Profile
from corroborate.link.telling import Told, tell
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId
from corroborate.model.incident import Cluster
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.judgement import Judgement
from corroborate.model.mention import Blame, Verification


def link(
    claims: Sequence[Claim], judgements: Sequence[Judgement] = ()
) -> tuple[tuple[Cluster, ...], tuple[Issue, ...]]:
    """Return the claims in clusters, each claim in one at the most, and the doubts.

    An attack told over a stretch, with neither number nor harm that it did, stands in none.

    The result depends on the set of claims and judgements, not on their order. Claims that a person rejected are left
    out. Statements on responsibility may stand beside several clusters.
    """
    limits = constraints(judgements)
    kept = {claim.id: claim for claim in claims if claim.id not in limits.rejected}
    told = [tell(report, limits) for report in totals.by_report(kept.values())]
    attached: dict[ClaimId, list[beside.Attachment]] = defaultdict(list)
    for lead, attachment in (pair for one in told for pair in one.attached):
        attached[lead].append(attachment)
    joined, doubts = across.cluster([group for one in told for group in one.groups], limits)
    events = [groups for groups in joined if not _only_statements(groups, kept)]
    _set_beside(kept.values(), told, events, attached)
    clusters = [_cluster(groups, attached) for groups in events]
    summed = [claim for one in told for claim in one.totals]
    remarks = [pair for one in told for pair in one.remarks.items()]
    gathered = [[kept[claim] for claim in members] for members in series.gather(summed, limits)]
    for members in ({claim.id for claim in group} for group in series.tallied(gathered)):
        made = (statement for statement, total in remarks if total in members)
        clusters.append(Cluster(tuple(sorted({*members, *made})), is_tally=True))
    placed = {claim for one in clusters for claim in (*one.claims, *one.beside)} | {claim.id for claim in summed}
    loose = {claim.id: claim for one in told for claim in one.loose} | {
        i: c for i, c in kept.items() if i not in placed
    }
    unlinked = tuple(_unlinked(loose[claim]) for claim in sorted(loose))
    return tuple(sorted(clusters, key=lambda c: c.claims)), (*doubts, *unlinked)


def _set_beside(
    claims: Iterable[Claim],
    told: Sequence[Told],
    events: Sequence[Sequence[Profile]],
    attached: dict[ClaimId, list[beside.Attachment]],
) -> None:
    """Set the general statements that concern nothing in their own report beside what they concern in others."""
    placed = {attachment.claim for one in told for _, attachment in one.attached}
    placed |= {statement for one in told for statement in one.remarks}
    profiles: dict[DocumentId, list[tuple[int, Profile]]] = defaultdict(list)
    for index, one in ((index, one) for index, groups in enumerate(events) for one in groups):
        profiles[one.document].append((index, one))
    for claim in claims:
        if claim.id not in placed and beside.is_general(claim):
            others = (own for document, own in profiles.items() if document != claim.document)
            for index in beside.elsewhere(claim, chain.from_iterable(others)):
                lead = events[index][0].claims[0]
                attached[lead].append(beside.Attachment(claim.id, index, beside=True))


def _only_statements(groups: Iterable[Profile], claims: Mapping[ClaimId, Claim]) -> bool:
    return all(isinstance(claims[claim].content, Blame | Verification) for one in groups for claim in one.claims)


def _cluster(groups: Iterable[Profile], attached: Mapping[ClaimId, Sequence[beside.Attachment]]) -> Cluster:
    members: set[ClaimId] = set()
    aside: set[ClaimId] = set()
    for one in groups:
        members.update(one.claims)
        for attachment in attached.get(one.claims[0], ()):
            (aside if attachment.beside else members).add(attachment.claim)
    return Cluster(tuple(sorted(members)), is_tally=False, beside=tuple(sorted(aside - members)))


def _unlinked(claim: Claim) -> Issue:
    return Issue(
        kind=IssueKind.UNLINKED,
        stage="link",
        subjects=(claim.id,),
        message="Nothing ties this claim to an event: it has neither day nor place, or no event that it could concern.",
        span=claim.span,
    )
