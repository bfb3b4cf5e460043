"""A case as it is handed to others: its captures, its custody log, and what its time stamps are checked by."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from corroborate.case.intake import Desk
from corroborate.case.stamping import KEPT
from corroborate.model.audit import ActKind, entry_of
from corroborate.model.document import Document
from corroborate.model.handover import Packed
from corroborate.model.record import Record

LOG = "corroborate/custody.jsonl"
_STAMPS = "corroborate/stamps"
_ENDINGS = dict(zip(KEPT, ("json", "tsr", "pem"), strict=True))

File = tuple[str, Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class HandOver:
    """What goes into a package: the record, the captures with what opens them, the files beside, by their paths."""

    record: Record
    captures: tuple[Packed, ...]
    opened: Callable[[str], BinaryIO]
    files: tuple[File, ...]


def hand_over(desk: Desk, record: Record) -> HandOver:
    """Return the case as it stands; whoever takes it keeps the case as it is meanwhile (`CaseStore.snapshot`)."""
    files = ((LOG, (f"{line}\n".encode() for line in desk.store.audit())), *_stamps(desk))
    return HandOver(record, tuple(_packed(desk, record.documents)), desk.evidence.open, files)


def _packed(desk: Desk, documents: Sequence[Document]) -> Iterator[Packed]:
    reports = {document.capture: document.title or document.name for document in documents}
    first = {sighting.capture: sighting for sighting in reversed(desk.store.sightings())}
    for capture in desk.store.captures():
        seen = first[capture.id]
        at, title = seen.archived_at or seen.seen_at, reports.get(capture.id)
        yield Packed(capture.id, capture.size, capture.media_type, seen.lead.url, at, title)


def _stamps(desk: Desk) -> Iterator[File]:
    """Yield what each time stamp is checked by: the statement, the authority's reply, the certificates."""
    for entry in map(entry_of, desk.store.audit()):
        said = dict(entry.act.details)
        if entry.act.kind is ActKind.STAMP:
            for part, ending in _ENDINGS.items():
                yield f"{_STAMPS}/{entry.sequence}.{ending}", [desk.evidence.fetch(str(said[part]))]
