"""Airwars' columns: its public table of incidents (airwars.org), one row an incident.

What only its own assessors can enter (reconciled victims, sign-off, families) is left empty. The families of columns
that Airwars repeats by a suffix (`strike_status_*`) stand here once, without it.
"""

from collections.abc import Iterable, Iterator, Mapping

from corroborate.model.casualty import CasualtyRange, Effect
from corroborate.model.incident import Incident
from corroborate.model.mention import Damage
from corroborate.model.party import party_of
from corroborate.model.record import Record
from corroborate.model.web_address import parts_of
from corroborate.publish.exports.codes import table
from corroborate.publish.exports.incidents import Held, held
from corroborate.publish.exports.tables import Cell, Table, by_name

_CATEGORIES = (
    "civilians children women men human_rights_defenders journalists trade_unionists healthcare_personnel"
    " other_civilians undetermined other_protected_persons medical_personnel_state medical_personnel_non_state"
    " religious_personnel_state religious_personnel_non_state persons_hors_de_combat belligerents"
    " members_of_armed_forces persons_directly_participating civilians_in_a_military_role"
).split()
_BELLIGERENTS = 3
_HEAD = (
    "code previous_codes date_type date date_end local_time_type local_time local_time_start local_time_end"
    " local_time_of_day local_first_reported_date_time local_first_reported_by local_first_reported_url country_name"
    " country_slug location_name location_name_arabic location_name_hebrew location_name_ukrainian region"
    " strike_status infrastructure strike_type targeted_belligerent observation impact total_strikes"
    " civilian_harm_reported civilian_harm_status"
    " cause_of_death_injury geolocated latitude longitude geolocation_status geolocation_accuracy geolocation_notes"
    " geolocation_sign_off_assessor geolocation_sign_off_date_time num_media num_victims num_victims_named"
    " num_victims_named_english num_victims_named_arabic num_victims_named_hebrew num_victims_named_ukrainian"
    " num_reconciled num_families num_individuals victim_average_age"
).split()
_FIGURES = [f"{c}_{e}_{b}" for c in _CATEGORIES for e in ("killed", "injured") for b in ("min", "max")]
_SOURCES = "num_sources num_sources_twitter num_sources_facebook num_sources_telegram num_sources_other".split()
_OF_BELLIGERENT = (
    "type assessment_slug deaths_conceded_min deaths_conceded_max injuries_conceded_min injuries_conceded_max location"
    " mgrs_coordinate mgrs_accuracy civcas_statements strike_reports"
).split()
COLUMNS = (
    *_HEAD,
    *_FIGURES,
    *_SOURCES,
    *(f"belligerent_{n}_{part}" for n in range(1, _BELLIGERENTS + 1) for part in _OF_BELLIGERENT),
)
_GENERIC = "Generic coordinates of the named place are used."
_PLATFORMS = {
    "twitter": ("twitter.com", "x.com"),
    "facebook": ("facebook.com", "fb.com"),
    "telegram": ("t.me", "telegram.me"),
}


def incidents(record: Record) -> Table:
    """Return the incidents, in Airwars' columns; the record is graded by the methodology `airwars`."""
    return by_name("airwars", COLUMNS, map(_row, held(record)))


def _row(one: Held) -> dict[str, Cell]:
    incident, where = one.incident, one.incident.where
    first = one.documents[0] if one.documents else None
    strikes = table("airwars", "strike_type")
    row: dict[str, Cell] = {
        "code": incident.id,
        "date_type": "exact" if one.start == one.end else "range",
        "date": one.start,
        "date_end": one.end if one.end != one.start else None,
        "local_first_reported_date_time": first.published if first else None,
        "local_first_reported_by": one.publishers[0] if one.publishers else None,
        "local_first_reported_url": first.url if first else None,
        "country_name": one.country.name if one.country else None,
        "country_slug": one.country.name.casefold().replace(" ", "-") if one.country else None,
        "location_name": ", ".join(where.names),
        "location_name_arabic": one.place_arabic,
        "region": one.areas[0] if one.areas else None,
        "strike_status": one.code("strike_status"),
        "infrastructure": "; ".join(harmed(one)),
        "strike_type": "; ".join(dict.fromkeys(strikes[m] for m in incident.methods if m in strikes)),
        "civilian_harm_reported": any(told.people != "combatants" for told in incident.ranges),
        "civilian_harm_status": one.grade,
        "cause_of_death_injury": "; ".join(incident.weapons),
        "geolocated": where.latitude is not None,
        "latitude": where.latitude,
        "longitude": where.longitude,
        "geolocation_accuracy": one.code("geolocation_accuracy"),
        "geolocation_notes": _GENERIC if where.latitude is not None else None,
        "num_sources": len(incident.documents),
    }
    return row | dict(_harm(incident)) | dict(_belligerents(one)) | dict(_platforms(one))


def harmed(one: Held) -> Iterable[str]:
    """Return the kinds of buildings and things that are told to be harmed, each once."""
    kinds = table("airwars", "infrastructure")
    return dict.fromkeys(kinds[c.content.object] for c in one.claims if isinstance(c.content, Damage))


def _harm(incident: Incident) -> Iterator[tuple[str, Cell]]:
    categories = table("airwars", "categories")
    for told in incident.ranges:
        if told.effect in (Effect.KILLED, Effect.INJURED):
            yield from _bounds(f"{categories[told.people]}_{told.effect}", told)


def _bounds(column: str, told: CasualtyRange) -> Iterator[tuple[str, Cell]]:
    yield f"{column}_min", told.low.value
    yield f"{column}_max", told.high.value


def _belligerents(one: Held) -> Iterator[tuple[str, Cell]]:
    """Yield who is said to have done it or answers to it, with the harm that it concedes itself."""
    conceding = {party_of(origin): origin for told in one.incident.conceded for origin in told.origins}
    answering = [said.party for said in one.incident.answers]
    parties = list(dict.fromkeys([*one.accused, *conceding, *answering]))[:_BELLIGERENTS]
    nouns = {Effect.KILLED: "deaths", Effect.INJURED: "injuries"}
    for number, actor in enumerate(parties, start=1):
        yield f"belligerent_{number}_type", actor
        yield f"belligerent_{number}_assessment_slug", _assessments(one).get(actor)
        for told in one.incident.conceded:
            if conceding.get(actor) in told.origins and told.effect in nouns:
                yield f"belligerent_{number}_{nouns[told.effect]}_conceded_min", told.low.value
                yield f"belligerent_{number}_{nouns[told.effect]}_conceded_max", told.high.value


def _assessments(one: Held) -> Mapping[str, str]:
    """Return what each party itself says of the allegation, as it stands now: who strikes and says no more, nothing."""
    slugs = table("airwars", "assessment")
    return {said.party: slugs[said.position] for said in one.incident.answers if said.position in slugs}


def _platforms(one: Held) -> Iterator[tuple[str, Cell]]:
    kinds = [_platform(document.url or "") for document in one.documents]
    for kind in (*_PLATFORMS, "other"):
        yield f"num_sources_{kind}", kinds.count(kind)


def _platform(url: str) -> str:
    host = (parts_of(url).hostname or "").removeprefix("www.").removeprefix("m.")
    return next((name for name, hosts in _PLATFORMS.items() if host in hosts), "other")
