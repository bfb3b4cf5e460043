"""HXL (hxlstandard.org): one row an incident, with a row of hashtags behind the column names."""

from collections.abc import Iterator

from corroborate.model.record import Record
from corroborate.publish.exports.codes import table
from corroborate.publish.exports.incidents import Held, held
from corroborate.publish.exports.tables import Cell, by_name, csv_text

_TAGS = {
    "incident": "#event+id",
    "title": "#event+name",
    "date_start": "#date+start",
    "date_end": "#date+end",
    "country": "#country+name",
    "country_code": "#country+code+v_iso3",
    "admin1": "#adm1+name",
    "place": "#loc+name",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "precision_km": "#geo+precision",
    "type": "#cause+type",
    "grade": "#status",
    "origins": "#meta+source",
    "urls": "#meta+url",
}


def dataset(record: Record) -> str:
    """Return the incidents as CSV with hashtags; for each effect and group told, its least and its greatest number."""
    told = held(record)
    rows = [_row(one) for one in told]
    tags = _TAGS | {column: tag for one in told for column, tag, _ in _harm(one)}
    found = by_name("hxl", tuple(tags), rows)
    return csv_text(found, [tags[column] for column in found.columns])


def _row(one: Held) -> dict[str, Cell]:
    incident, where = one.incident, one.incident.where
    row: dict[str, Cell] = {
        "incident": incident.id,
        "title": incident.title,
        "date_start": one.start,
        "date_end": one.end,
        "country": one.country.name if one.country else None,
        "country_code": one.country.alpha3 if one.country else None,
        "admin1": one.areas[0] if one.areas else None,
        "place": ", ".join(where.names),
        "latitude": where.latitude,
        "longitude": where.longitude,
        "precision_km": where.radius_km,
        "type": "; ".join(incident.methods),
        "grade": one.grade,
        "origins": "; ".join(incident.origins),
        "urls": "; ".join(document.url for document in one.documents if document.url),
    }
    return row | {column: value for column, _, value in _harm(one)}


def _harm(one: Held) -> Iterator[tuple[str, str, int | None]]:
    effects, people = table("hxl", "tags"), table("hxl", "people")
    for told in one.incident.ranges:
        tag = f"{effects[told.effect]}{people[told.people]}"
        column = f"{told.effect} {told.people}"
        yield f"{column} least", f"{tag}+min", told.low.value
        yield f"{column} greatest", f"{tag}+max", told.high.value
