"""TimeMap (Forensic Architecture): events, sources and associations in one JSON object.

Each event has a day or coordinates, and one without either is left to the other formats; coordinates are strings, both
or none; days are month/day/year.
"""

from datetime import date

from corroborate.model.document import Document
from corroborate.model.record import Record
from corroborate.publish.exports.incidents import Held, held
from corroborate.publish.exports.json_values import Json, document_of
from corroborate.publish.words import toll_words


def timemap(record: Record) -> str:
    """Return the incidents with their sources, and one association for each method, grade and norm."""
    told = [one for one in held(record) if one.start or one.incident.where.latitude is not None]
    events: list[Json] = [_event(number, one) for number, one in enumerate(told, start=1)]
    sources: dict[str, Json] = {str(d.id): _source(d) for one in told for d in one.documents}
    filters = sorted({pair for one in told for pair in _filters(one)})
    associations: list[Json] = [
        {"id": value, "title": value, "desc": "", "mode": "FILTER", "filter_paths": [path, value]}
        for path, value in filters
    ]
    return document_of({"events": events, "sources": list(sources.values()), "associations": associations})


def _event(number: int, one: Held) -> Json:
    incident, where = one.incident, one.incident.where
    placed = where.latitude is not None and where.longitude is not None
    return {
        "id": number,
        "civId": incident.id,
        "description": " ".join([f"{incident.title}.", *(f"{toll_words(told)}." for told in incident.ranges)]),
        "date": _day(one.start),
        "time": "",
        "time_precision": str(incident.when.granularity) if incident.when else "",
        "location": ", ".join(where.names),
        "latitude": str(where.latitude) if placed else "",
        "longitude": str(where.longitude) if placed else "",
        "type": incident.methods[0] if incident.methods else "",
        "category": incident.methods[0] if incident.methods else "",
        "category_full": "; ".join(incident.methods),
        "associations": [value for _, value in _filters(one)],
        "sources": [str(document.id) for document in one.documents],
        "comments": one.grade,
        "graphic": "FALSE",
        "colour": "",
        "shape": "",
    }


def _filters(one: Held) -> list[tuple[str, str]]:
    methods = [("method", str(method)) for method in one.incident.methods]
    return [*methods, *[("grade", one.grade)] * bool(one.grade), *(("norm", name) for name in one.norms)]


def _source(document: Document) -> Json:
    return {
        "id": str(document.id),
        "title": document.title or document.name,
        "thumbnail": "",
        "paths": [],
        "type": "Text",
        "affil_s": [],
        "url": document.url or "",
        "description": "",
        "parent": "",
        "author": document.publisher or "",
        "date": _day(document.published),
        "notes": f"SHA-256 {document.capture}",
    }


def _day(day: date | None) -> str:
    return f"{day.month}/{day.day}/{day.year}" if day else ""
