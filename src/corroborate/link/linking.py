"""The stage as a whole: totals apart, groups within a report, incidents across reports, statements to their places."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from corroborate.link import across, beside, series, totals, within
from corroborate.link.judged import Constraints, constraints
from corroborate.link.profile import Profile, profile
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId
from corroborate.model.incident import Cluster
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.judgement import Judgement
from corroborate.model.mention import Blame, Verification
from corroborate.model.party import is_office


@dataclass(frozen=True, slots=True)
class _Told:
    """What one report tells: its totals, its events, what belongs to which event, and what hangs loose.

    `remarks` are statements on responsibility that are made in the very words of a total.
    """

    totals: tuple[Claim, ...]
    groups: tuple[Profile, ...]
    attached: tuple[tuple[ClaimId, beside.Attachment], ...]
    remarks: Mapping[ClaimId, ClaimId]
    loose: tuple[Claim, ...]


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
    told = [_tell(report, limits) for report in totals.by_report(kept.values())]
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


def _tell(report: Sequence[Claim], limits: Constraints) -> _Told:
    tied = {claim for pair in limits.same for claim in pair}
    summed = totals.total_claims(report) - tied
    sums = [claim for claim in report if claim.id in summed]
    statements = [c for c in report if isinstance(c.content, Blame | Verification) and c.id not in tied]
    told_of = summed | {claim.id for claim in statements}
    events = [claim for claim in report if claim.id not in told_of]
    groups, adopted = _adopt(within.group(events, limits), events, sums)
    told_in = {place for one in groups for place in one.passages}
    told_alone = {t.passage: t.id for t in reversed(sums) if (t.passage.start, t.passage.end) not in told_in}
    remarks = {c.id: told_alone[c.passage] for c in statements if c.passage in told_alone}
    statements = [statement for statement in statements if statement.id not in remarks]
    attached = [a for a in beside.attach(statements, groups) if not limits.forbid([a.claim], groups[a.group].claims)]
    homed = {attachment.claim for attachment in attached}
    remarks |= {c.id: total for c in statements if c.id not in homed for total in beside.total_before(c, sums)}
    own = [profile([c]) for c in statements if c.id not in homed and _stands_alone(c)]
    pairs = tuple((groups[attachment.group].claims[0], attachment) for attachment in attached)
    lonely = {one.claims for one in groups} if len(groups) > 1 else set()
    loose = [c for c in events if (c.id,) in lonely and _nowhere(c)]
    return _Told((*sums, *adopted), (*groups, *own), pairs, remarks, tuple(loose))


def _set_beside(
    claims: Iterable[Claim],
    told: Sequence[_Told],
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


def _adopt(
    groups: Sequence[Profile], events: Sequence[Claim], sums: Sequence[Claim]
) -> tuple[tuple[Profile, ...], tuple[Claim, ...]]:
    """Take the groups with neither day nor place nor number into a total of the same report that counts the like."""
    by_id = {claim.id: claim for claim in events}
    held = sums[:_MOST_TOTALS]
    kept: list[Profile] = []
    adopted: list[Claim] = []
    for one in groups:
        members = [by_id[claim] for claim in one.claims]
        vague = not one.figures and all(_nowhere(claim) for claim in members)
        if vague and all(any(series.counts_with(claim, total) for total in held) for claim in members):
            adopted += members
        else:
            kept.append(one)
    return tuple(kept), tuple(adopted)


_MOST_TOTALS = 200  # of a report, that a group is held against; a measured report has 10


def _nowhere(claim: Claim) -> bool:
    return claim.situation.when is None and not claim.situation.where.names


def _stands_alone(statement: Claim) -> bool:
    """Say whether a statement says enough of its own event to be compared with other reports.

    That something could not be checked is one of them only where a party says so: it answers an allegation.
    """
    answering = isinstance(statement.content, Blame) or any(is_office(name) for name in statement.speakers)
    return answering and not beside.is_general(statement) and not _nowhere(statement)


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
