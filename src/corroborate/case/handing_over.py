"""A case, or an incident of it, as it is handed to others: its captures, its custody log, its time stamps.

Of an incident, what tells of other things stays behind: collections that hold other reports, judgements that quote
them, and the entries of the log that tell of them, which are sealed: their hashes stay, so that the log can be checked.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from corroborate.case.handed_log import PACKAGE
from corroborate.case.intake import Desk
from corroborate.case.log_files import File, LogFiles, Told
from corroborate.case.veiling import Veiling
from corroborate.errors import UsageError
from corroborate.model.audit import Act, ActKind, Detail, details, trails, written_digest
from corroborate.model.document import Document, Sighting
from corroborate.model.handover import Packed
from corroborate.model.ids import CaptureId, IncidentId
from corroborate.model.record import Record
from corroborate.ports import CaseStore
from corroborate.publish import narrowed
from corroborate.publish.exports.choosing import Choice, chosen

_OF_A_POST = re.compile(r"-(?:photo|file|media-\d+)$")  # what a medium's name has behind that of its post


@dataclass(frozen=True, slots=True)
class HandOver:
    """What goes into a package: the record, the captures with what opens them, the files beside, by their paths.

    `id` is the trail of the log before; `left_out` tells in words what stays behind.
    """

    id: str
    record: Record
    captures: tuple[Packed, ...]
    opened: Callable[[str], BinaryIO]
    files: tuple[File, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What of a case is handed on: these captures, and what the record tells of them; `left_out` what stays behind."""

    record: Record
    captures: frozenset[CaptureId]
    left_out: tuple[str, ...]


def shown(record: Record, incident: IncidentId | None, *, withheld: bool) -> tuple[Record, int]:
    """Return a record without what a person withheld, unless that is asked for, and how many incidents that is.

    A UsageError where the incident that is asked for is among them.
    """
    kept, left_out = chosen(record, Choice(unreviewed=True, withheld=withheld))
    if incident is not None and incident not in {one.id for one in kept.incidents} and left_out.withheld:
        raise UsageError(f"{incident} is withheld by a person: --withheld takes it in")
    return kept, left_out.withheld


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: a case, or an incident, also where a person withheld it, in which file."""

    output: str
    incident: IncidentId | None
    withheld: bool


@contextmanager
def handing_over(desk: Desk, record: Callable[[], Record], order: Order, veil: Veiling) -> Iterator[HandOver]:
    """Note in the log that a case, or an incident, is handed on, and give what goes along, as it stands meanwhile.

    `record` gives the record as it stands and may be seen, `veil` keeps back what is confidential. A UsageError where
    there is no such incident, or a person withheld it.
    """
    part = _part(desk, record(), order)
    said = _before(desk.store, part)
    now, collector = desk.custody.clock.now(), desk.custody.collector
    told = details(output=order.output, of=veil.true(order.incident or "case"), **said)
    desk.store.log(Act(ActKind.EXPORT, now, collector, PACKAGE, told))
    with desk.store.snapshot():
        whole = record()
        yield _handed(desk, whole, _part(desk, whole, order), str(said["trail"]), veil)


def _part(desk: Desk, record: Record, order: Order) -> Part | None:
    """Return what of a case is handed on with an incident; a UsageError where there is none, or it is withheld.

    None where all of the case is asked for.
    """
    if order.incident is None:
        return None
    kept, _ = shown(record, order.incident, withheld=order.withheld)
    found = next((one for one in kept.incidents if one.id == order.incident), None)
    if found is None:
        raise UsageError(f"no incident {order.incident} in this case; `corroborate incidents` lists them")
    whole = narrowed(kept, found)
    sightings = desk.store.sightings()
    kept_here = {capture.id for capture in desk.store.captures()}  # what is confidential goes by another name
    reports = frozenset(document.capture for document in whole.documents) & kept_here
    captures, collections = _with_collections(reports | _media(desk.store, reports), sightings)
    told = {one.id for one in whole.judgements if {anchor.capture for anchor in one.anchors} <= captures}
    others = {
        "collections that hold other reports": collections,
        "judgements on other reports": len(whole.judgements) - len(told),
    }
    return Part(_judged(whole, told), captures, _counted(others))


def _judged(record: Record, told: AbstractSet[str]) -> Record:
    """Return a record with those of its judgements that go along."""
    judgements = tuple(one for one in record.judgements if one.id in told)
    return replace(record, judgements=judgements, rulings=tuple(r for r in record.rulings if r.judgement.id in told))


def _counted(others: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(f"{what} ({number})" for what, number in others.items() if number)


def _before(store: CaseStore, part: Part | None) -> dict[str, Detail]:
    """Return what the log tells of a package that is about to be made, with what stands for all entries before it."""
    digests = [written_digest(line) for line in store.audit()]
    told: dict[str, Detail] = {"captures": tuple(sorted(part.captures))} if part else {}
    return {"sequence": len(digests), "trail": ["", *trails(digests)][-1], **told}


def _handed(desk: Desk, record: Record, part: Part | None, before: str, veil: Veiling) -> HandOver:
    """Return a case, or a part of it; `before` is the trail of the log, as its entry on the package tells it."""
    chosen = [one.id for one in desk.store.captures() if part is None or one.id in part.captures]
    captures = frozenset(one for one in chosen if not veil.hides(one, partial(desk.evidence.fetch, one)))
    whole = part.record if part else record
    given = _judged(whole, {one.id for one in desk.store.judgements()})  # what is on confidential things has other ids
    told = Told(part.captures, {one.id for one in given.judgements}) if part else None
    logs = LogFiles(desk.store, desk.evidence.fetch, told, veil)
    others = {
        "captures that are confidential, or name what is": len(chosen) - len(captures),
        "judgements on what is confidential": len(whole.judgements) - len(given.judgements),
        "entries of the log, but for their hashes": logs.sealed,
    }
    packed = tuple(_packed(desk, record.documents, captures))
    left_out = (*(part.left_out if part else ()), *_counted(others))
    return HandOver(before, given, packed, desk.evidence.open, tuple(logs.files()), left_out)


def _media(store: CaseStore, reports: AbstractSet[CaptureId]) -> frozenset[CaptureId]:
    """Return the pictures and films of posts: what was kept of their collections under their names and a word more."""
    sightings = store.sightings()
    posts = {(one.within, one.lead.name) for one in sightings if one.within and one.capture in reports}
    collections = {one.within for one in sightings}
    named = (one for one in sightings if (one.within, _OF_A_POST.sub("", one.lead.name)) in posts)
    found = frozenset(one.capture for one in named) - collections
    return frozenset(one for one in found if store.reader(one) is None)


def _with_collections(
    captures: frozenset[CaptureId], sightings: Sequence[Sighting]
) -> tuple[frozenset[CaptureId], int]:
    """Return captures with the collections that they stood in and nothing else did, and how many others there are."""
    inside: dict[CaptureId, set[CaptureId]] = {}
    for one in sightings:
        if one.within:
            inside.setdefault(one.within, set()).add(one.capture)
    found = set(captures)
    while more := {name for name, held in inside.items() if name not in found and held <= found}:
        found |= more
    return frozenset(found), sum(not held.isdisjoint(found) for name, held in inside.items() if name not in found)


def _packed(desk: Desk, documents: Sequence[Document], chosen: AbstractSet[CaptureId]) -> Iterator[Packed]:
    reports = {document.capture: document.title or document.name for document in documents}
    first = {sighting.capture: sighting for sighting in reversed(desk.store.sightings())}
    for capture in desk.store.captures():
        if capture.id in chosen:
            seen = first[capture.id]
            at, title = seen.archived_at or seen.seen_at, reports.get(capture.id)
            yield Packed(capture.id, capture.size, capture.media_type, seen.lead.url, at, title)
