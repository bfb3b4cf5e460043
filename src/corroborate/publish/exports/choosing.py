"""Which incidents are handed on, and how precisely they are placed."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from math import cos, radians
from typing import TypeVar

from corroborate.model.claim import Claim
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement, Verdict, in_force
from corroborate.model.record import Record
from corroborate.model.situation import Location, Place

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
    """How many incidents were left out, by the reason."""

    unreviewed: int
    withheld: int


def chosen(record: Record, choice: Choice) -> tuple[Record, LeftOut]:
    """Return the record of the incidents that may be handed on, and how many were left out.

    An incident is reviewed where a person accepted it, withheld where one said so: the last word counts. Claims,
    reports and doubts go with the incidents and tallies that they belong to; where nothing is left out, all stay.
    Coordinates are moved to the middle of a grid cell of `blur_km`, and the reach of a place is as wide as the cell.
    """
    accepted, withheld = _ruled(record.judgements)
    hidden = {i.id for i in record.incidents if withheld & {i.id, *i.claims} and not choice.withheld}
    unseen = {i.id for i in record.incidents if i.id not in accepted and not choice.unreviewed} - hidden
    out = hidden | unseen
    kept = record if not out else _without(record, out)
    return _blurred(kept, choice.blur_km) if choice.blur_km > 0 else kept, LeftOut(len(unseen), len(hidden))


def _ruled(judgements: Collection[Judgement]) -> tuple[frozenset[str], frozenset[str]]:
    accepted: set[str] = set()
    withheld: set[str] = set()
    for judgement in in_force(tuple(judgements)):
        if judgement.verdict is Verdict.ACCEPT:
            accepted.update(judgement.subjects)
            withheld.difference_update(judgement.subjects)
        elif judgement.verdict is Verdict.WITHHOLD:
            withheld.update(judgement.subjects)
    return frozenset(accepted), frozenset(withheld)


def _without(record: Record, out: Collection[str]) -> Record:
    incidents = tuple(one for one in record.incidents if one.id not in out)
    hidden = {claim for one in record.incidents if one.id in out for claim in one.claims}
    tallies = tuple(one for one in record.tallies if not hidden & set(one.claims))
    ids = {claim for one in incidents for claim in (*one.claims, *one.beside)}
    ids |= {claim for one in tallies for claim in one.claims}
    claims = tuple(claim for claim in record.claims if claim.id in ids and claim.id not in hidden)
    told = {claim.document for claim in claims}
    documents = tuple(document for document in record.documents if document.id in told)
    captures = {document.capture for document in documents}
    shown = {*ids, *told, *captures, *(one.id for one in incidents), *(one.id for one in tallies)} - hidden
    return replace(
        record,
        incidents=incidents,
        tallies=tallies,
        claims=claims,
        documents=documents,
        sightings=tuple(sighting for sighting in record.sightings if sighting.capture in captures),
        issues=tuple(issue for issue in record.issues if _is_shown(issue, shown)),
        judgements=tuple(j for j in record.judgements if j.subjects and set(j.subjects) <= shown),
    )


def _is_shown(issue: Issue, shown: Collection[str]) -> bool:
    return all(subject in shown for subject in issue.subjects)


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
