"""FollowTheMoney: entities as JSON Lines, as OpenAleph and others of its kind take them in.

Events, the articles that tell of them, and the bodies that are said to have acted. The model has no property for
casualties: each range is a Note on its event, in words, and so is each judgement.
"""

from collections.abc import Iterator, Mapping, Sequence

from corroborate.model.document import Document
from corroborate.model.ids import content_id
from corroborate.model.record import Record
from corroborate.publish.exports.incidents import Held, held
from corroborate.publish.exports.json_values import Json, day, line_of
from corroborate.publish.words import toll_words


def entities(record: Record) -> str:
    """Return the entities, each once, one a line."""
    found: dict[str, Json] = {}
    for one in held(record):
        for key, schema, properties in _of(one):
            found.setdefault(key, _entity(key, schema, properties))
    return "".join(line_of(entity) for entity in found.values())


def _of(one: Held) -> Iterator[tuple[str, str, Mapping[str, Sequence[str | None]]]]:
    incident = one.incident
    bodies = {name: content_id("body", name) for name in one.accused}
    for name, key in bodies.items():
        yield key, "LegalEntity", {"name": [name]}
    for document in one.documents:
        yield str(document.id), "Article", _article(document)
    yield (
        incident.id,
        "Event",
        {
            "name": [incident.title],
            "startDate": [day(one.start)],
            "endDate": [day(one.end)],
            "location": [", ".join(incident.where.names)],
            "country": [one.country.alpha2.lower() if one.country else None],
            "involved": list(bodies.values()),
            "summary": [f"{one.grade}; origins: {', '.join(incident.origins)}"],
            "description": list(one.quotes(len(one.claims))),
            "sourceUrl": [document.url for document in one.documents],
            "publisher": list(one.publishers),
            "proof": [str(document.id) for document in one.documents],
        },
    )
    for told in incident.ranges:
        key = content_id("note", incident.id, told.effect, told.people)
        yield key, "Note", {"entity": [incident.id], "description": [toll_words(told)]}
    for touched in incident.norms:
        may = "touches" if touched.certain else "may touch"
        said = f"As it is told, {may}: {touched.title} ({touched.rule}). No verdict."
        yield content_id("note", incident.id, touched.norm), "Note", {"entity": [incident.id], "description": [said]}
    for number, said in enumerate(one.judgements, start=1):
        yield content_id("note", incident.id, number), "Note", {"entity": [incident.id], "description": [said]}


def _article(document: Document) -> Mapping[str, Sequence[str | None]]:
    return {
        "title": [document.title or document.name],
        "publisher": [document.publisher],
        "publishedAt": [day(document.published)],
        "sourceUrl": [document.url],
        "language": [_LANGUAGES.get(document.language or "")],
        "notes": [f"SHA-256 {document.capture}"],
    }


_LANGUAGES = {"en": "eng", "ar": "ara", "fr": "fra", "de": "deu", "es": "spa", "ru": "rus", "tr": "tur", "uk": "ukr"}


def _entity(key: str, schema: str, properties: Mapping[str, Sequence[str | None]]) -> Json:
    kept = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}
