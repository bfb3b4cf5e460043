"""Record → the part of it that concerns one incident."""

from corroborate.model.ids import ClaimId
from corroborate.model.incident import Incident
from corroborate.model.record import Record
from corroborate.model.rulings import by_subject


def narrowed(record: Record, incident: Incident) -> Record:
    """Return what of a record concerns one incident: its claims, reports, tallies and issues."""
    concerning = by_subject(record).get(incident.id, ())
    undoing = {ruling.undone_by for ruling in concerning}
    rulings = (*concerning, *(ruling for ruling in record.rulings if ruling.judgement.id in undoing))
    tallies = tuple(t for t in record.tallies if incident.id in t.covers)
    claims = {*incident.claims, *incident.beside, *(c for t in tallies for c in t.claims)}
    claims |= {ClaimId(one) for ruling in concerning for one in ruling.on if one != incident.id}
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
        judgements=tuple(ruling.judgement for ruling in rulings),
        legend=record.legend,
        rulings=rulings,
        as_read=tuple(c for c in record.as_read if c.id in claims),
        as_of=record.as_of,
    )
