"""Doubts about figures: shares above their totals, origins that exclude each other, tallies below what they cover."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corroborate.model.casualty import CasualtyRange, Count, Effect
from corroborate.model.claim import Claim
from corroborate.model.figures import Figure, grouped, not_conceded
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Incident, Tally, TallyRow
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.mention import Harm
from corroborate.model.nearness import Nearness, nearness
from corroborate.reconcile.covering import Measure


def check_incident(made: Incident, members: Sequence[Claim]) -> tuple[Issue, ...]:
    """Return the doubts about an incident's figures."""
    by_id = {claim.id: claim for claim in members}
    return (*_shares(made, by_id), *_over_totals(made), *_disagreements(made, by_id))


def check_tally(tally: Tally, by: Measure | None) -> tuple[Issue, ...]:
    """Return a doubt for each row that is below what the incidents that the tally covers come to at the least."""
    return tuple(
        Issue(
            IssueKind.TALLY_MISMATCH,
            "reconcile",
            (tally.id, row.current, *tally.covers),
            _falls_short(tally, row, counted.most),
        )
        for row, counted in zip(tally.rows, by.rows if by else (), strict=by is not None)
        if counted.most is not None and counted.most < row.covered
    )


def _falls_short(tally: Tally, row: TallyRow, top: int) -> str:
    what = f"{row.what} {tally.effect}" if tally.effect else f"times {row.what}"
    inside = f"the {len(tally.covers)} incidents in this span and area come to {row.covered} at the least"
    return f"{row.origin} counts {top} {what}; {inside}."


def _shares(made: Incident, by_id: Mapping[ClaimId, Claim]) -> Iterable[Issue]:
    """Yield a doubt for each share that its own source puts above its total."""
    for claim in by_id.values():
        whole = by_id.get(claim.part_of) if claim.part_of else None
        if whole is None or not isinstance(claim.content, Harm) or not isinstance(whole.content, Harm):
            continue
        share, total = claim.content.count, whole.content.count
        if claim.content.effect is whole.content.effect and (share.low or 0) > (total.high or share.low or 0):
            yield _conflict(
                made, (claim.id, whole.id), f"A share of {share.low} stands above its total of {total.high}."
            )


def _over_totals(made: Incident) -> Iterable[Issue]:
    """Yield a doubt for each range of a share whose low lies above the range of its total."""
    ranges = {(one.effect, one.people): one for one in made.ranges}
    for one in made.ranges:
        whole = ranges.get((one.effect, one.part_of)) if one.part_of else None
        if whole is None or whole.open or one.low.value is None or whole.high.value is None:
            continue
        if one.low.value > whole.high.value:
            claims = (*one.low.claims, *whole.high.claims)
            yield _conflict(
                made, claims, f"{_named(one)} are at least {one.low.value}; {_named(whole)} at most {whole.high.value}."
            )


def _disagreements(made: Incident, by_id: Mapping[ClaimId, Claim]) -> Iterable[Issue]:
    """Yield a doubt for each effect of which origins give current figures, of equal scope, that exclude each other.

    It names all sides, group by group of people.
    """
    sides: dict[Effect, list[Figure]] = defaultdict(list)
    for (effect, _), given in grouped(made.figures).items():
        counting = [figure for figure in not_conceded(given) if not figure.excluded]
        sides[effect] += [one for one in counting if any(_exclude(one, other, by_id) for other in counting)]
    for effect, opposed in sides.items():
        if opposed:
            said = "; ".join(f"{people}: {_given(figures)}" for (_, people), figures in grouped(opposed).items())
            claims = [figure.claim for figure in opposed]
            yield _conflict(made, claims, f"Figures of those {effect} exclude each other: {said}.")


def _given(figures: Iterable[Figure]) -> str:
    return ", ".join(f"{figure.count.words} ({figure.origin})" for figure in figures)


def _exclude(one: Figure, other: Figure, by_id: Mapping[ClaimId, Claim]) -> bool:
    return _apart(one.count, other.count) and _one_scope(by_id[one.claim], by_id[other.claim])


def _apart(one: Count, other: Count) -> bool:
    return _above(one, other) or _above(other, one)


def _above(one: Count, other: Count) -> bool:
    return one.low is not None and other.high is not None and one.low > other.high


def _one_scope(one: Claim, other: Claim) -> bool:
    """Say whether two claims are of one place and time, as far as they say; other scopes are not compared."""
    a, b = one.situation, other.situation
    near = nearness(a.where, b.where) in {Nearness.SAME, Nearness.UNKNOWN}
    return near and (a.when is None or b.when is None or a.when == b.when)


def _named(one: CasualtyRange) -> str:
    return f"{one.people} {one.effect}"


def _conflict(made: Incident, claims: Sequence[ClaimId], message: str) -> Issue:
    return Issue(IssueKind.CONFLICT, "reconcile", (made.id, *claims), message)
