"""A case, or an incident of it, as it is handed to others: its captures, its custody log, its time stamps.

Of an incident, what tells of other things stays behind: collections that hold other reports, judgements that quote
them, and the entries of the log that tell of them, which are sealed: their hashes stay, so that the log can be checked.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import BinaryIO

from corroborate.case.handed_log import PACKAGE
from corroborate.case.intake import Desk
from corroborate.case.log_files import File, LogFiles, Told
from corroborate.errors import UsageError
from corroborate.model.audit import Act, ActKind, Detail, details, digest_of, trails
from corroborate.model.document import Document, Sighting
from corroborate.model.handover import Packed
from corroborate.model.ids import CaptureId, IncidentId
from corroborate.model.record import Record
from corroborate.ports import CaseStore

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
    from corroborate.publish.exports import Choice, chosen  # noqa: PLC0415  # slow to load: only for who hands on

    kept, left_out = chosen(record, Choice(unreviewed=True, withheld=withheld))
    if incident is not None and incident not in {one.id for one in kept.incidents} and left_out.withheld:
        raise UsageError(f"{incident} is withheld by a person: --withheld takes it in")
    return kept, left_out.withheld


@contextmanager
def handing_over(
    desk: Desk, record: Callable[[], Record], output: str, incident: IncidentId | None, *, withheld: bool
) -> Iterator[HandOver]:
    """Note in the log that a case, or an incident, is handed on, and give what goes along, as it stands meanwhile.

    `record` gives the record as it stands. A UsageError where there is no such incident, or a person withheld it.
    """
    part = _part(desk, record(), incident, withheld=withheld) if incident else None
    said = _before(desk.store, part)
    now, collector = desk.custody.clock.now(), desk.custody.collector
    told = details(output=output, of=incident or "case", **said)
    desk.store.log(Act(ActKind.EXPORT, now, collector, PACKAGE, told))
    with desk.store.snapshot():
        whole = record()
        part = _part(desk, whole, incident, withheld=withheld) if incident else None
        yield _handed(desk, whole, part, str(said["trail"]))


def _part(desk: Desk, record: Record, incident: IncidentId, *, withheld: bool) -> Part:
    """Return what of a case is handed on with an incident; a UsageError where there is none, or it is withheld."""
    from corroborate.publish.narrowing import narrowed  # noqa: PLC0415  # its neighbours are slow to load

    kept, _ = shown(record, incident, withheld=withheld)
    found = next((one for one in kept.incidents if one.id == incident), None)
    if found is None:
        raise UsageError(f"no incident {incident} in this case; `corroborate incidents` lists them")
    whole = narrowed(kept, found)
    sightings = desk.store.sightings()
    reports = frozenset(document.capture for document in whole.documents)
    captures, collections = _with_collections(reports | _media(desk.store, reports), sightings)
    told = tuple(one for one in whole.judgements if {anchor.capture for anchor in one.anchors} <= captures)
    ids = {one.id for one in told}
    rulings = tuple(one for one in whole.rulings if one.judgement.id in ids)
    others = {
        "collections that hold other reports": collections,
        "judgements on other reports": len(whole.judgements) - len(told),
    }
    left_out = tuple(f"{what} ({number})" for what, number in others.items() if number)
    return Part(replace(whole, judgements=told, rulings=rulings), captures, left_out)


def _before(store: CaseStore, part: Part | None) -> dict[str, Detail]:
    """Return what the log tells of a package that is about to be made, with what stands for all entries before it."""
    digests = [digest_of(line) for line in store.audit()]
    told: dict[str, Detail] = {"captures": tuple(sorted(part.captures))} if part else {}
    return {"sequence": len(digests), "trail": ["", *trails(digests)][-1], **told}


def _handed(desk: Desk, record: Record, part: Part | None, before: str) -> HandOver:
    """Return a case, or a part of it; `before` is the trail of the log, as its entry on the package tells it."""
    captures = part.captures if part else frozenset(capture.id for capture in desk.store.captures())
    told = Told(part.captures, {one.id for one in part.record.judgements}) if part else None
    logs = LogFiles(desk.store, desk.evidence.fetch, told)
    left_out = (*part.left_out, f"entries of the log, but for their hashes ({logs.sealed})") if part else ()
    packed = tuple(_packed(desk, record.documents, captures))
    return HandOver(before, part.record if part else record, packed, desk.evidence.open, tuple(logs.files()), left_out)


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
