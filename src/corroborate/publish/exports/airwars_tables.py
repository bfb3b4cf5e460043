"""Airwars' side tables: what stands behind a row of its table of incidents, each row under the incident's code.

Its table of victims is of people by name, whom this program does not record: there is none. What only its assessors can
enter (a declared target, the degree of destruction) is left empty.
"""

from collections.abc import Iterator

from corroborate.model.casualty import Effect
from corroborate.model.incident import Incident
from corroborate.model.record import Record
from corroborate.publish.exports.airwars import harmed
from corroborate.publish.exports.codes import table
from corroborate.publish.exports.incidents import held
from corroborate.publish.exports.tables import Cell, Table, by_name

SOURCES = ("code", "name", "language", "url", "archive_url", "media")
CASUALTIES = (
    "code",
    "casualty_type_slug",
    "affiliation",
    "while_working",
    *(f"{effect}_{bound}" for effect in (Effect.KILLED, Effect.INJURED) for bound in ("min", "max")),
)
INFRASTRUCTURE = ("code", "infrastructure", "declared_target", "destruction")


def sources(record: Record) -> Table:
    """Return the reports that tell of each incident, one row a report."""
    rows: Iterator[dict[str, Cell]] = (
        {
            "code": one.incident.id,
            "name": document.publisher or document.name,
            "language": document.language,
            "url": document.url,
        }
        for one in held(record)
        for document in one.documents
    )
    return by_name("sources", SOURCES, rows)


def casualties(record: Record) -> Table:
    """Return the bounds of killed and injured, one row an incident and category of people."""
    rows = (row for one in held(record) for row in _casualties(one.incident))
    return by_name("casualties", CASUALTIES, rows)


def infrastructure(record: Record) -> Table:
    """Return the kinds of buildings and things that are told to be harmed, one row an incident and kind."""
    rows: Iterator[dict[str, Cell]] = (
        {"code": one.incident.id, "infrastructure": kind} for one in held(record) for kind in harmed(one)
    )
    return by_name("infrastructure", INFRASTRUCTURE, rows)


def _casualties(incident: Incident) -> Iterator[dict[str, Cell]]:
    categories = table("airwars", "categories")
    told = [one for one in incident.ranges if one.effect in (Effect.KILLED, Effect.INJURED)]
    for people in dict.fromkeys(one.people for one in told):
        row: dict[str, Cell] = {"code": incident.id, "casualty_type_slug": categories[people]}
        for one in (one for one in told if one.people is people):
            row |= {f"{one.effect}_min": one.low.value, f"{one.effect}_max": one.high.value}
        yield row
