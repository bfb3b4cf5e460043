"""What one report tells: its totals, its groups of claims of one event each, and what belongs to which."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from corroborate.link import beside, series, totals, within
from corroborate.link.group import Group
from corroborate.link.judged import Constraints
from corroborate.link.profile import Profile, profile
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.mention import Blame, Verification
from corroborate.model.party import is_office

_MOST_TOTALS = 200  # of a report, that a group is held against; a measured report has 10


@dataclass(frozen=True, slots=True)
class Told:
    """What one report tells: its totals, its events with what belongs to them, and what hangs loose.

    `remarks` are statements on responsibility that are made in the very words of a total, `general` those that concern
    nothing in their report and no one event. `loose` claims are tied to no event, and are neither of these.
    """

    totals: tuple[Claim, ...]
    groups: tuple[Group, ...]
    remarks: Mapping[ClaimId, ClaimId]
    general: tuple[Claim, ...]
    loose: tuple[Claim, ...]


def tell(report: Sequence[Claim], limits: Constraints) -> Told:
    """Return what the claims of one report, in text order, tell."""
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
    alone = [c for c in statements if c.id not in homed and c.id not in remarks]
    own = [profile([c]) for c in alone if _stands_alone(c)]
    general = tuple(claim for claim in alone if beside.is_general(claim))
    lonely = {one.claims for one in groups} if len(groups) > 1 else set()
    loose = [c for c in events if (c.id,) in lonely and _nowhere(c)]
    loose += [c for c in alone if not _stands_alone(c) and c not in general]
    about = [_group(one, [a for a in attached if a.group == at], tied) for at, one in enumerate(groups)]
    return Told((*sums, *adopted), (*about, *(_group(one, (), tied) for one in own)), remarks, general, tuple(loose))


def _group(one: Profile, attached: Sequence[beside.Attachment], tied: Collection[ClaimId]) -> Group:
    return Group(
        one,
        statements=tuple(a.claim for a in attached if not a.beside),
        beside=tuple(a.claim for a in attached if a.beside),
        judged=tuple(claim for claim in one.claims if claim in tied),
        cluster=one.claims[0],
    )


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


def _nowhere(claim: Claim) -> bool:
    return claim.situation.when is None and not claim.situation.where.names


def _stands_alone(statement: Claim) -> bool:
    """Say whether a statement says enough of its own event to be compared with other reports.

    That something could not be checked is one of them only where a party says so: it answers an allegation.
    """
    answering = isinstance(statement.content, Blame) or any(is_office(name) for name in statement.speakers)
    return answering and not beside.is_general(statement) and not _nowhere(statement)
