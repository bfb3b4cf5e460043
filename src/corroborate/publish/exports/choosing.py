"""Which incidents are handed on, and how precisely they are placed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from math import cos, radians
from typing import TypeVar

from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Incident, Tally
from corroborate.model.judgement import Verdict
from corroborate.model.record import Record, Ruling
from corroborate.model.situation import Location, Place
from corroborate.publish.exports.masking import Secret

_KM_PER_DEGREE = 111.2
_One = TypeVar("_One", Incident, Tally)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person asks for: incidents that nobody has reviewed, those that were withheld, a blur in kilometres."""

    unreviewed: bool = False
    withheld: bool = False
    blur_km: float = 0.0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many incidents were left out, by the reason, and how many totals that were withheld."""

    unreviewed: int
    withheld: int
    totals: int = 0


def chosen(record: Record, choice: Choice) -> tuple[Record, LeftOut]:
    """Return the record of the incidents that may be handed on, and how many were left out.

    An incident is reviewed where a person accepted it, withheld where one said so: the last word counts. Claims,
    reports and doubts go with the incidents and tallies that they belong to; where nothing is left out, all stay; what
    stands alone stays among what nobody has reviewed. In a report that tells of other things as well, the sentences on
    what is withheld are blacked out. Coordinates are moved to the middle of a grid cell of `blur_km`, and the reach of
    a place is as wide as the cell. Of tallies those are left out that a person withheld.
    """
    review = _review(record)
    withheld = {one for one, verdict in review.items() if verdict is Verdict.WITHHOLD and not choice.withheld}
    unseen = {one.id for one in record.incidents if one.id not in review and not choice.unreviewed}
    out = withheld | unseen
    kept = record if not out else _without(record, out, withheld, alone=choice.unreviewed)
    totals = sum(tally.id in withheld for tally in record.tallies)
    left_out = LeftOut(len(unseen), len(withheld) - totals, totals)
    return _blurred(kept, choice.blur_km) if choice.blur_km > 0 else kept, left_out


def _review(record: Record) -> dict[str, Verdict]:
    """Return the last word on each incident and tally that was accepted or withheld."""
    known = {str(one.id) for one in record.groups}
    return {
        one: ruling.judgement.verdict
        for ruling in record.rulings
        if ruling.is_in_force and ruling.judgement.verdict in (Verdict.ACCEPT, Verdict.WITHHOLD)
        for one in ruling.on
        if one in known
    }


def _without(record: Record, out: Collection[str], withheld: Collection[str], *, alone: bool) -> Record:
    """Return the record without some incidents; `alone` says whether what belongs to none, and to no tally, stays."""
    incidents = tuple(one for one in record.incidents if one.id not in out)
    hidden = {claim for one in record.groups if one.id in out for claim in one.claims}
    tallies = tuple(_covering(one, out) for one in record.tallies if not hidden & set(one.claims))
    secret = Secret(record.claims, {claim for one in record.groups if one.id in withheld for claim in one.claims})
    ids = _told_by(incidents, tallies) | (_alone(record) if alone else set())
    claims = secret.kept_from(claim for claim in record.claims if claim.id in ids - hidden)
    silent = {document.id for document in record.documents} - {claim.document for claim in record.claims}
    told = {claim.document for claim in claims} | (silent if alone else set())
    documents = tuple(secret.masked(one, claims) for one in record.documents if one.id in told)
    captures = {document.capture for document in documents}
    names = {document.name for document in documents}
    kept = {claim.id for claim in claims}
    shown = {*kept, *told, *captures, *names, *(one.id for one in incidents), *(one.id for one in tallies)}
    rulings = _speaking_of(record.rulings, shown)
    shown |= {one.judgement.id for one in rulings}
    return replace(
        record,
        incidents=tuple(_routed(one, kept) for one in incidents),
        tallies=tuple(_routed(one, kept) for one in tallies),
        claims=claims,
        documents=documents,
        sightings=tuple(sighting for sighting in record.sightings if sighting.capture in captures),
        issues=tuple(issue for issue in record.issues if all(subject in shown for subject in issue.subjects)),
        judgements=tuple(ruling.judgement for ruling in rulings),
        rulings=rulings,
        as_read=secret.kept_from(claim for claim in record.as_read if claim.id in kept),
    )


def _told_by(incidents: Iterable[Incident], tallies: Iterable[Tally]) -> set[ClaimId]:
    told = {claim for one in incidents for claim in (*one.claims, *one.beside)}
    return told | {claim for one in tallies for claim in one.claims}


def _alone(record: Record) -> set[ClaimId]:
    return {claim.id for claim in record.claims} - _told_by(record.incidents, record.tallies)


def _speaking_of(rulings: Sequence[Ruling], shown: Collection[str]) -> tuple[Ruling, ...]:
    """Return the rulings that speak of nothing but what is shown, and those that take one of these back."""
    kept = {one.judgement.id: one for one in rulings if one.on and set(one.on) <= set(shown)}
    undoing = {one.judgement.id: one for one in rulings if one.on and set(one.on) <= set(kept)}
    return tuple(one for one in rulings if one.judgement.id in {**kept, **undoing})


def _covering(tally: Tally, out: Collection[str]) -> Tally:
    """Return a tally without the incidents that are left out, and without what these come to with the others."""
    inside = tuple(one for one in tally.covers if one not in out)
    if len(inside) == len(tally.covers):
        return tally
    return replace(tally, covers=inside, rows=tuple(replace(row, covered=0) for row in tally.rows))


def _routed(one: _One, kept: Collection[str]) -> _One:
    """Return an incident or tally with the ways of those claims that are handed on."""
    ways = (replace(way, claims=tuple(claim for claim in way.claims if claim in kept)) for way in one.routes)
    return replace(one, routes=tuple(way for way in ways if way.claims))


def _blurred(record: Record, km: float) -> Record:
    return replace(
        record,
        incidents=tuple(_placed_anew(one, km) for one in record.incidents),
        tallies=tuple(_placed_anew(one, km) for one in record.tallies),
        claims=tuple(_claim(claim, km) for claim in record.claims),
    )


def _placed_anew(one: _One, km: float) -> _One:
    return replace(one, where=_location(one.where, km))


def _claim(claim: Claim, km: float) -> Claim:
    return replace(claim, situation=replace(claim.situation, where=_location(claim.situation.where, km)))


def _location(where: Location, km: float) -> Location:
    places = tuple(_place(place, km) for place in where.places)
    within = _place(where.within, km) if where.within else None
    if where.latitude is None or where.longitude is None:
        return replace(where, places=places, within=within)
    latitude, longitude = _cell(where.latitude, where.longitude, km)
    reach = max(where.radius_km or 0.0, km)
    return replace(where, places=places, within=within, latitude=latitude, longitude=longitude, radius_km=reach)


def _place(place: Place, km: float) -> Place:
    latitude, longitude = _cell(place.latitude, place.longitude, km)
    return replace(place, latitude=latitude, longitude=longitude, radius_km=max(place.radius_km, km))


def _cell(latitude: float, longitude: float, km: float) -> tuple[float, float]:
    """Return the middle of the grid cell of so many kilometres in which a point lies, in degrees."""
    tall = km / _KM_PER_DEGREE
    middle = (latitude // tall + 0.5) * tall
    wide = tall / max(cos(radians(middle)), 0.01)
    return round(middle, 5), round((longitude // wide + 0.5) * wide, 5)
