"""A tally made from its cluster: rows side by side, never merged, never added."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from corroborate.model.casualty import Count, Effect, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, IncidentId, TallyId, content_id
from corroborate.model.incident import Cluster, Incident, Tally, TallyRow
from corroborate.model.mention import Attack, Damage, Harm, Method, Weapon
from corroborate.model.nearness import holds
from corroborate.model.situation import Interval, Location
from corroborate.reconcile.current import count_of, latest
from corroborate.reconcile.incidents import Case
from corroborate.reconcile.routes import routes
from corroborate.reconcile.situating import usual_area, whole_span
from corroborate.reconcile.titles import tally_title
from corroborate.reconcile.voices import voices

_ONE_NIGHT = 2  # days: "overnight" spans two
_ROUGHLY = timedelta(3)  # "since the turn of the year" may be told a day or two apart
_TOXIC = frozenset({Weapon.CHLORINE, Weapon.SARIN, Weapon.CHEMICAL})


def tally(cluster: Cluster, case: Case, incidents: Sequence[Incident]) -> Tally:
    """Return the tally that a cluster comes to, tied to the incidents that lie in its span and area."""
    members = case.told(cluster.claims)
    heard = voices(members, case.names, case.reports)
    voice = {claim: one.origin for claim, one in heard.items()}
    counted = [claim for claim in members if isinstance(claim.content, Harm | Attack | Damage)]
    rows = _rows(counted, voice)
    shown = {claim for row in rows for claim in row.claims}
    told = [claim for claim in counted if claim.id in shown]
    when = whole_span(_spans(told))
    where = usual_area(told)
    return Tally(
        id=TallyId(content_id("tally", members[0].id)),
        title=tally_title(told, when, where),
        effect=_effect(told),
        when=when,
        where=where,
        rows=rows,
        claims=cluster.claims,
        documents=tuple(sorted({claim.document for claim in members})),
        origins=tuple(sorted({row.origin for row in rows})),
        covers=_covers(counted, when, where, incidents),
        routes=routes(members, heard),
    )


def _spans(members: Sequence[Claim]) -> list[Interval]:
    """Return the spans that the members tell; those taken over from elsewhere in a report only where none is told.

    A single day that is taken over is no span of a total.
    """
    dated = [(claim.situation.day_is_told, claim.situation.when) for claim in members]
    told = [when for own, when in dated if own and when is not None]
    return told or [when for _, when in dated if when is not None and when.days > _ONE_NIGHT]


def _effect(counted: Iterable[Claim]) -> Effect | None:
    return next((claim.content.effect for claim in counted if isinstance(claim.content, Harm)), None)


def _rows(counted: Sequence[Claim], voice: Mapping[ClaimId, str]) -> tuple[TallyRow, ...]:
    """Return a row for each origin and what it counts; its latest number is current, of one day's the greatest.

    Attacks without a number, and vague words of an origin that gives a number as well, are told but make no row.
    """
    counting = [claim for claim in counted if _counts(claim, counted, voice)]
    rows: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in counting or counted:
        rows[voice[claim.id], _what(claim)].append(claim)
    ordered = sorted(rows.items(), key=lambda row: (row[0][1], row[0][0]))
    return tuple(_row(origin, what, claims) for (origin, what), claims in ordered)


def _row(origin: str, what: str, claims: Sequence[Claim]) -> TallyRow:
    now, history = latest(origin, claims, _is_of_other_days)
    return TallyRow(origin, what, tuple(claim.id for claim in claims), now.id, history)


def _counts(claim: Claim, counted: Sequence[Claim], voice: Mapping[ClaimId, str]) -> bool:
    if isinstance(claim.content, Harm):
        own = [other for other in counted if isinstance(other.content, Harm) and voice[other.id] == voice[claim.id]]
        return _has_number(claim) or not any(map(_has_number, own))
    return _has_number(claim) and count_of(claim) != Count.exactly(1)


def _has_number(claim: Claim) -> bool:
    return count_of(claim).qualifier is not Qualifier.VAGUE


def _what(claim: Claim) -> str:
    match claim.content:
        case Harm(people=people):
            return str(people)
        case Attack(method=method):
            return str(method)
        case Damage(object=harmed):
            return str(harmed)
        case _:
            return ""


def _is_of_other_days(before: Claim, later: Claim) -> bool:
    """Say whether a later figure is of days that begin otherwise: two weeks told a week later are another total."""
    one, other = before.situation.when, later.situation.when
    return one is not None and other is not None and abs(one.start - other.start) > _ROUGHLY


def _covers(
    counted: Sequence[Claim], when: Interval | None, where: Location, incidents: Iterable[Incident]
) -> tuple[IncidentId, ...]:
    if when is None:
        return ()
    inside = [
        one
        for one in incidents
        if one.when is not None
        and when.start <= one.when.start
        and one.when.end <= when.end
        and holds(where, one.where)
        and _one_means(counted, one)
    ]
    return tuple(one.id for one in inside)


def _one_means(counted: Sequence[Claim], one: Incident) -> bool:
    """Say whether an incident can be among what is counted: poison gas is no air strike."""
    toxic = any(set(claim.weapons) & _TOXIC for claim in counted)
    if toxic:
        return bool(set(one.weapons) & _TOXIC) or Method.CHEMICAL_ATTACK in one.methods
    methods = {c.content.method for c in counted if isinstance(c.content, Attack)} - {Method.OTHER}
    others = set(one.methods) - {Method.OTHER}
    return not methods or not others or bool(methods & others)
