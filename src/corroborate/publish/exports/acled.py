"""ACLED's columns: one row an event, with the most conservative figure of those killed.

Columns by name as `acledR` reads them (acleddata.com). What ACLED's coders decide and no report tells is left empty:
its codes of actors (`inter1`, `inter2`, `interaction`), its regions, the scale of sources, the time stamp. Its
fatalities are those that are reported: 0 where none are, which the notes say.
"""

from corroborate.model.casualty import Effect, People
from corroborate.model.record import Record
from corroborate.publish.exports.codes import pairs
from corroborate.publish.exports.incidents import Held, held
from corroborate.publish.exports.tables import Cell, Table, by_name

COLUMNS = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1"
    " actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location"
    " latitude longitude geo_precision source source_scale notes fatalities timestamp"
).split()
_AREAS = 3
_QUOTES = 3  # in the notes
_CIVIL = (People.CIVILIANS, People.CHILDREN, People.WOMEN, People.MEDICS, People.JOURNALISTS, People.RESCUERS)


def events(record: Record) -> Table:
    """Return the events, in ACLED's columns; the record is graded by the methodology `acled`."""
    return by_name("acled", COLUMNS, map(_row, held(record)))


def _row(one: Held) -> dict[str, Cell]:
    kind, sub_kind = _kind(one)
    where = one.incident.where
    killed = one.range(Effect.KILLED, People.PEOPLE, *_CIVIL)
    accused = list(one.accused)
    civilians = any(told.people in _CIVIL for told in one.incident.ranges)
    home = one.country.name if one.country else None
    areas: tuple[str | None, ...] = (*one.areas[:_AREAS], *[None] * _AREAS)
    row: dict[str, Cell] = {
        "event_id_cnty": f"{one.country.alpha3 if one.country else ''}{one.incident.id}",
        "event_date": one.start,
        "year": one.start.year if one.start else None,
        "time_precision": one.code("time_precision"),
        "disorder_type": "Strategic developments" if kind == "Strategic developments" else "Political violence",
        "event_type": kind,
        "sub_event_type": sub_kind,
        "actor1": accused[0] if accused else f"Unidentified Armed Group ({home})" if home else None,
        "assoc_actor_1": "; ".join(accused[1:]) or None,
        "actor2": f"Civilians ({home})" if civilians and home else None,
        "civilian_targeting": "Civilian targeting" if civilians else None,
        "iso": one.country.numeric if one.country else None,
        "country": home,
        "admin1": areas[0],
        "admin2": areas[1],
        "admin3": areas[2],
        "location": one.place or None,
        "latitude": where.latitude,
        "longitude": where.longitude,
        "geo_precision": one.code("geo_precision"),
        "source": "; ".join(one.publishers),
        "notes": _notes(one),
        "fatalities": (killed.low.value if killed else None) or 0,
    }
    return row


def _kind(one: Held) -> tuple[str, str]:
    by_weapon, by_method = pairs("acled", "by_weapon"), pairs("acled", "event")
    for weapon in one.incident.weapons:
        if weapon in by_weapon:
            return by_weapon[weapon]
    for method in one.incident.methods:
        if method in by_method:
            return by_method[method]
    return "", ""


def _notes(one: Held) -> str:
    """Return the incident's title, the words of its reports, and whether its figures are disputed."""
    said = [f"{one.incident.title}.", *one.quotes(_QUOTES)]
    if any(given.name == "Disputed" for given in one.incident.grades):
        said.append("Fatalities are disputed: the most conservative figure is given.")
    if not any(told.effect is Effect.KILLED for told in one.incident.ranges):
        said.append("No fatalities are reported.")
    return " ".join(said)
