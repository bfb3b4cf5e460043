"""Choosing among the things of a case: by name, by filter, by the beginning of an id."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from corroborate.errors import UsageError
from corroborate.grade import Agreement
from corroborate.model.claim import Claim
from corroborate.model.document import Document, Sighting
from corroborate.model.ids import CaptureId, DocumentId
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement
from corroborate.model.names import place_key
from corroborate.model.record import Record

Choice = TypeVar("Choice", bound=StrEnum)
Thing = Document | Claim | Incident | Tally | Issue | Judgement
_NAMED = 6


def names_of(sightings: Iterable[Sighting]) -> Mapping[CaptureId, list[str]]:
    """Return every name under which each capture was seen, the first first."""
    names: dict[CaptureId, list[str]] = defaultdict(list)
    for sighting in sightings:
        if sighting.lead.name not in names[sighting.capture]:
            names[sighting.capture].append(sighting.lead.name)
    return names


def names_by_document(documents: Iterable[Document], sightings: Iterable[Sighting]) -> dict[DocumentId, list[str]]:
    """Return every name of each document."""
    names = names_of(sightings)
    return {document.id: names[document.capture] for document in documents}


def names_by_id(documents: Iterable[Document], sightings: Iterable[Sighting]) -> dict[str, list[str]]:
    """Return every name of each document by its id, and by that of its capture: doubts may be about either."""
    names = names_of(sightings)
    by_id: dict[str, list[str]] = {document.id: names[document.capture] for document in documents}
    by_id.update({str(capture): found for capture, found in names.items()})
    return by_id


def docs(documents: Iterable[DocumentId], names: Mapping[DocumentId, Sequence[str]]) -> list[str]:
    """Return all names of some documents, sorted."""
    return sorted(name for document in documents for name in names[document])


def one_of(kind: type[Choice], value: str | None, option: str) -> Choice | None:
    """Return the value that the user named, None where none was; a UsageError that lists them where it is unknown."""
    if value is None:
        return None
    try:
        return kind(value)
    except ValueError as error:
        raise UsageError(f"{option} {value!r} is none of: {', '.join(kind)}") from error


def incidents(
    found: Iterable[Incident],
    *,
    place: str | None,
    first: date | None,
    last: date | None,
    grade: str | None,
    norms: Container[str] | None = None,
) -> list[Incident]:
    """Return the incidents at the place, in the days, with the grade, that touch one of the norms.

    What has no day is in no span.
    """
    return [
        incident
        for incident in found
        if (place is None or _is_at(incident, place))
        and (first is None or (incident.when is not None and incident.when.end >= first))
        and (last is None or (incident.when is not None and incident.when.start <= last))
        and (grade is None or any(given.name.casefold() == grade.casefold() for given in incident.grades))
        and (norms is None or any(touched.norm in norms for touched in incident.norms))
    ]


def norms_of(asked: str | None, agreements: Iterable[Agreement]) -> frozenset[str] | None:
    """Return the names of the norms that the user means by one's name, or by that of their file; None for no name.

    A UsageError lists the names where there is none such.
    """
    if asked is None:
        return None
    named = {norm.name: {norm.name} for one in agreements for norm in one.norms}
    whole = {one.name: {norm.name for norm in one.norms} for one in agreements}
    if asked not in named | whole:
        raise UsageError(f"no norm {asked!r}: there are {', '.join((*whole, *named))}")
    return frozenset((named | whole)[asked])


def _is_at(incident: Incident, place: str) -> bool:
    where, wanted = incident.where, place_key(place)
    known = [name for entry in where.places for name in (entry.name, *entry.parents)]
    return any(
        place_key(name) == wanted or place.casefold() in name.casefold()
        for name in (*where.names, *known, incident.title)
    )


def by_id(record: Record, asked: str) -> Thing:
    """Return the one thing whose id or name is, or begins with, what was asked; a UsageError for none or many."""
    things: list[Thing] = [*record.documents, *record.incidents, *record.tallies, *record.claims]
    things += [*record.issues, *record.judgements]
    named = {s.lead.name: s.capture for s in record.sightings}
    exact = [t for t in things if t.id == asked or (isinstance(t, Document) and named.get(asked) == t.capture)]
    if exact:
        return exact[0]
    if asked in named:
        doubts = [issue.message for issue in record.issues if named[asked] in issue.subjects or asked in issue.subjects]
        raise UsageError(f"{asked} could not be read: {'; '.join(doubts)}")
    begun = {t.id: t for t in things if t.id.startswith(asked) or t.id.partition("-")[2].startswith(asked)}
    if len(begun) == 1:
        return next(iter(begun.values()))
    if not begun:
        raise UsageError(f"nothing in this case has an id or name that begins with {asked!r}: see the listings")
    kinds = Counter(name.partition("-")[0] for name in begun)
    shown = ", ".join(sorted(begun)[:_NAMED])
    raise UsageError(f"{asked!r} begins {len(begun)} ids ({', '.join(kinds)}): {shown} … give more of it")


def incident_of(record: Record, asked: str, what: str) -> Incident:
    """Return the incident that is asked for, by its id or its beginning; a UsageError says that `what` is of one."""
    found = by_id(record, asked)
    if not isinstance(found, Incident):
        raise UsageError(f"{asked} is no incident: {what} is of the whole case or of one incident")
    return found


def report_of(record: Record, asked: str) -> CaptureId:
    """Return the capture of a report by its name, its document's id or its own hash, or the beginning of one.

    A UsageError where there is none, or more than one.
    """
    named = {s.capture for s in record.sightings if asked in (s.lead.name, s.capture)}
    begun = {s.capture for s in record.sightings if s.capture.startswith(asked)}
    begun |= {d.capture for d in record.documents if d.id.startswith(asked) or d.id.partition("-")[2].startswith(asked)}
    found = named or begun
    if len(found) != 1:
        raise UsageError(f"{asked!r} names {len(found) or 'none'} of the reports: `corroborate documents` lists them")
    return next(iter(found))


def report_of_claim(record: Record, asked: str) -> CaptureId:
    """Return the capture of the report in which a claim stands; a UsageError where it is no claim."""
    claim = by_id(record, asked)
    if not isinstance(claim, Claim):
        raise UsageError(f"{asked} is no claim: `corroborate claims` lists them")
    return captures_of(record, claim)[0]


def captures_of(record: Record, thing: Thing) -> tuple[CaptureId, ...]:
    """Return the captures behind a thing, as the custody log names them; none of a doubt."""
    captures = {document.id: document.capture for document in record.documents}
    match thing:
        case Document():
            return (thing.capture,)
        case Claim():
            return (captures[thing.document],)
        case Incident() | Tally():
            return tuple(captures[document] for document in thing.documents)
        case Judgement():
            return tuple(dict.fromkeys(anchor.capture for anchor in thing.anchors))
        case Issue():
            return ()
