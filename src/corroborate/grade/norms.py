"""What incidents touch of law and agreements, by files that say which: the claims are shown, nothing is judged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from corroborate.grade.conditions import CONDITIONS
from corroborate.grade.evidence import Evidence, kinds_of_origins
from corroborate.grade.methodology import Condition, maker_of
from corroborate.model.claim import Claim
from corroborate.model.denial import is_denied
from corroborate.model.grade import Reason
from corroborate.model.incident import Incident
from corroborate.model.mention import Blame, Stance, Verification
from corroborate.model.names import place_key
from corroborate.model.norm import Touch
from corroborate.model.outline import Lie, Outline
from corroborate.model.situation import Interval, Location
from corroborate.model.teller import Tellers, tellers


@dataclass(frozen=True, slots=True)
class Zone:
    """An area on the map: its outline, and places known to lie in it or outside of it, by their gazetteer names."""

    outline: Outline
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """The days on which a norm holds, both ends inclusive; open where an end is None."""

    first: date | None = None
    last: date | None = None

    @property
    def words(self) -> str:
        """Return it in words: "from 2017-05-06 to 2018-04-14"."""
        ends = ("from", self.first), ("to", self.last)
        return " ".join(f"{word} {day}" for word, day in ends if day is not None)


@dataclass(frozen=True, slots=True)
class Norm:
    """A rule of law, or of an agreement: what an incident must tell, and where and when, to touch it."""

    name: str
    title: str
    rule: str
    source: str
    note: str
    every: tuple[Condition, ...]
    some: tuple[Condition, ...]
    period: Period = Period()
    zone: Zone | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """A file of norms: its name, version and published source, and its text."""

    name: str
    version: str
    title: str
    source: str
    norms: tuple[Norm, ...]
    text: str

    @property
    def maker(self) -> str:
        """Return what touches are made by."""
        return maker_of(self.name, self.version, self.text)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found of one side of a norm: whether it is certain, and why."""

    certain: bool
    reasons: tuple[Reason, ...] = ()


def touch(
    incidents: Sequence[Incident],
    claims: Sequence[Claim],
    agreements: Sequence[Agreement],
    told: Tellers | None = None,
) -> tuple[Incident, ...]:
    """Return the incidents with the norms that each touches, in the order of the agreements.

    What is only denied, and what nobody could check, brings nothing under a norm. `told` is as for `grade`.
    """
    by_id = {claim.id: claim for claim in claims}
    kinds = kinds_of_origins(tellers(claims) if told is None else told)
    made = []
    for incident in incidents:
        counting = (by_id[one] for one in incident.claims if one not in incident.excluded)
        laid = tuple(claim for claim in counting if _lays(claim))
        evidence = Evidence(incident, laid, by_id, (), kinds)
        touched = (_touch(norm, agreement, evidence) for agreement in agreements for norm in agreement.norms)
        made.append(replace(incident, norms=tuple(filter(None, touched))))
    return tuple(made)


def _lays(claim: Claim) -> bool:
    content = claim.content
    denial = isinstance(content, Blame) and content.stance is Stance.DENIED
    return not (denial or isinstance(content, Verification) or is_denied(claim))


def _touch(norm: Norm, agreement: Agreement, evidence: Evidence) -> Touch | None:
    found: list[_Found] = []
    for look in (_while, _within, _told):  # what is soonest told first
        side = look(norm, evidence)
        if side is None:
            return None
        found.insert(0, side)
    reasons = tuple(reason for side in found for reason in side.reasons)
    certain = all(side.certain for side in found)
    return Touch(norm.name, norm.title, norm.rule, norm.source, agreement.title, norm.note, certain, reasons)


def _told(norm: Norm, evidence: Evidence) -> _Found | None:
    """Return the conditions that hold, None where one of all, or any at all, is missing."""
    every = [_reason(norm, condition, evidence) for condition in norm.every]
    some = [_reason(norm, condition, evidence) for condition in norm.some]
    if not all(reason.held for reason in every) or (some and not any(reason.held for reason in some)):
        return None
    return _Found(certain=True, reasons=tuple(reason for reason in (*every, *some) if reason.held))


def _reason(norm: Norm, condition: Condition, evidence: Evidence) -> Reason:
    found = CONDITIONS[condition.name].function(evidence, condition.settings)
    what = (found.text.partition(": ")[2] or found.text).replace("_", " ")  # without its own "told: "
    return Reason(f"{norm.name}: {condition.name}", f"{condition.text}: {what}.", found.claims, found.held)


def _within(norm: Norm, evidence: Evidence) -> _Found | None:
    """Return how the incident lies to the norm's zone, None where it is not known to lie near it."""
    if norm.zone is None:
        return _Found(certain=True)
    where = evidence.incident.where
    lie, text = _lie(norm.zone, where)
    if lie is Lie.OUTSIDE:
        return None
    return _Found(lie is Lie.INSIDE, (Reason(f"{norm.name}: zone", text, ()),))


def _lie(zone: Zone, where: Location) -> tuple[Lie, str]:
    """Return how a location lies to a zone, and why; what reaches farther than the zone itself lies in none."""
    outline, name = zone.outline, ", ".join(where.names[:2])
    if where.latitude is None or where.longitude is None:
        return Lie.OUTSIDE, ""
    reach = where.radius_km or 0.0
    lie = outline.lie(where.latitude, where.longitude, reach)
    if lie is Lie.OUTSIDE or _is_one(where, zone.outside):
        return Lie.OUTSIDE, ""
    if _is_one(where, zone.inside):
        return Lie.INSIDE, f"{name} is one of the places that are known to lie in the area."
    if reach > outline.reach_km():
        return Lie.OUTSIDE, ""
    away = outline.distance_km(where.latitude, where.longitude)
    side = "inside" if outline.holds(where.latitude, where.longitude) else "outside"
    so = "lies in the area" if lie is Lie.INSIDE else "may lie in the area"
    drawn = f"the point that stands for it is {away:.0f} km {side} the outline, which is drawn to within"
    return lie, f"{name} {so}: {drawn} {outline.margin_km:g} km; the place reaches {reach:g} km."


def _is_one(where: Location, names: Sequence[str]) -> bool:
    """Say whether a location lies in one place, and this is one of those named."""
    return len(where.places) == 1 and place_key(where.places[0].name) in {place_key(name) for name in names}


def _while(norm: Norm, evidence: Evidence) -> _Found | None:
    """Return how the incident's days lie to the norm's, None where they lie outside; days unknown leave it open."""
    first, last = norm.period.first, norm.period.last
    if first is None and last is None:
        return _Found(certain=True)
    when = evidence.incident.when
    rule = f"{norm.name}: period"
    if when is None:
        return _Found(
            certain=False, reasons=(Reason(rule, f"No day is told; the rule holds {norm.period.words}.", ()),)
        )
    if (first and when.end < first) or (last and when.start > last):
        return None
    covered = (first is None or when.start >= first) and (last is None or when.end <= last)
    so = "lies" if covered else "lies in part"
    return _Found(covered, (Reason(rule, f"{_span(when)} {so} in its time: {norm.period.words}.", ()),))


def _span(when: Interval) -> str:
    return f"{when.start}" if when.start == when.end else f"{when.start} to {when.end}"
