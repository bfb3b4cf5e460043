"""Record → the part of it that concerns one incident."""

from corroborate.model.incident import Incident
from corroborate.model.record import Record


def narrowed(record: Record, incident: Incident) -> Record:
    """Return what of a record concerns one incident: its claims, reports, tallies and issues."""
    tallies = tuple(t for t in record.tallies if incident.id in t.covers)
    claims = {*incident.claims, *incident.beside, *(c for t in tallies for c in t.claims)}
    kept = tuple(c for c in record.claims if c.id in claims)
    documents = {c.document for c in kept}
    captures = {d.capture for d in record.documents if d.id in documents}
    known = {str(incident.id), *map(str, claims), *map(str, documents)}
    return Record(
        documents=tuple(d for d in record.documents if d.id in documents),
        sightings=tuple(s for s in record.sightings if s.capture in captures),
        claims=kept,
        incidents=(incident,),
        tallies=tallies,
        issues=tuple(i for i in record.issues if known.intersection(i.subjects)),
        judgements=tuple(j for j in record.judgements if known.intersection(j.subjects)),
        legend=record.legend,
    )
