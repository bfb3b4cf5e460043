"""UCDP's columns: the Georeferenced Event Dataset in the order of its version 19.1 (ucdp.uu.se/downloads).

Numbers of UCDP's own registers (conflicts, dyads, sides, states by Gleditsch and Ward) are left empty: no report tells
them, nor whom the accused fought: two parties that are accused of one act are no two sides. Of `best`, those who
are told to be civilians are `deaths_civilians`, all others `deaths_unknown`.
"""

from math import floor

from corroborate.model.casualty import Effect, People
from corroborate.model.record import Record
from corroborate.publish.exports.incidents import Held, held
from corroborate.publish.exports.tables import Cell, Table, by_name

COLUMNS = (
    "id year active_year type_of_violence conflict_new_id conflict_name dyad_new_id dyad_name side_a_new_id gwnoa"
    " side_a side_b_new_id gwnob side_b number_of_sources source_article source_office source_date source_headline"
    " source_original where_prec where_coordinates adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country"
    " country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown"
    " low best high"
).split()
_ONE_SIDED = "3"  # the type of violence
_NO_EVENT = "No event"
_PRIO_COLUMNS, _PRIO_CELLS = 720, 2  # cells of a row around the world, and of a degree


def events(record: Record) -> Table:
    """Return the events of at least one death, in UCDP's columns; the record is graded by the methodology `ucdp`."""
    told = [one for one in held(record) if one.grade != _NO_EVENT]
    return by_name("ucdp", COLUMNS, map(_row, told))


def prio_cell(latitude: float, longitude: float) -> int:
    """Return the number of the PRIO-GRID cell (half a degree) of a point, counted from the south-west, by rows."""
    row, column = floor((latitude + 90) * _PRIO_CELLS), floor((longitude + 180) * _PRIO_CELLS)
    return row * _PRIO_COLUMNS + column + 1


def _row(one: Held) -> dict[str, Cell]:
    where = one.incident.where
    latitude, longitude = where.latitude, where.longitude
    placed = latitude is not None and longitude is not None
    one_sided = one.code("type_of_violence") == _ONE_SIDED
    areas: tuple[str | None, ...] = (*one.areas, None, None)
    dates = [d.published.isoformat() for d in one.documents if d.published]
    row: dict[str, Cell] = {
        "id": one.incident.id,
        "year": one.start.year if one.start else None,
        "type_of_violence": one.code("type_of_violence"),
        "side_a": next(iter(one.accused), None),
        "side_b": "Civilians" if one_sided else None,
        "number_of_sources": len(one.incident.origins),
        "source_article": "; ".join(d.title or d.name for d in one.documents),
        "source_office": "; ".join(one.publishers),
        "source_date": "; ".join(dates),
        "source_headline": "; ".join(d.title for d in one.documents if d.title),
        "source_original": "; ".join(one.incident.origins),
        "where_prec": one.code("where_prec"),
        "where_coordinates": one.place or None,
        "adm_1": areas[0],
        "adm_2": areas[1],
        "latitude": latitude,
        "longitude": longitude,
        "geom_wkt": f"POINT ({longitude} {latitude})" if placed else None,
        "priogrid_gid": prio_cell(latitude, longitude) if latitude is not None and longitude is not None else None,
        "country": one.country.name if one.country else None,
        "event_clarity": one.code("event_clarity"),
        "date_prec": one.code("date_prec"),
        "date_start": one.start,
        "date_end": one.end,
    }
    return row | _deaths(one)


def _deaths(one: Held) -> dict[str, Cell]:
    total = one.range(Effect.KILLED, People.PEOPLE)
    if total is None:
        return {}
    best = total.best.value if total.best else None
    told = one.range(Effect.KILLED, People.CIVILIANS)
    civilians = min(told.best.value or 0, best or 0) if told and told.best else 0
    return {
        "deaths_a": 0,
        "deaths_b": 0,
        "deaths_civilians": civilians,
        "deaths_unknown": None if best is None else best - civilians,
        "low": total.low.value,
        "best": best,
        "high": total.high.value,
    }
