"""Checking a case: every capture hashed again, the custody log walked, the record held against both."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from corroborate.case.anchoring import check_times
from corroborate.case.history import History, said
from corroborate.case.imports import check_brought, kept_of
from corroborate.case.intake import Desk
from corroborate.case.log_check import log_of, sealed_by
from corroborate.case.provenance import brought, by_package
from corroborate.case.stamping import kept_for
from corroborate.model import acts
from corroborate.model.audit import Act, ActKind, AuditEntry, Detail
from corroborate.model.document import Capture, Sighting
from corroborate.model.ids import CaptureId, ClaimId, DocumentId
from corroborate.model.verification import Fault, FaultKind, Kept, Verification
from corroborate.ports import CaseStore

Hashed = Callable[[int, int], None]
_READ_AGAIN = "read from it. `corroborate add --anew` reads it again"


def verify(desk: Desk, hashed: Hashed, *, heads: Sequence[str] = ()) -> Verification:
    """Return what holds of a case and what does not; `hashed` is told how many captures are done, of how many.

    `heads` are hashes of entries that somebody kept elsewhere: the log has to hold each.
    """
    store, evidence = desk.store, desk.evidence
    with log_of(store) as log:
        handed = tuple(brought(log.entries, evidence.fetch))
        history = History(log.entries, by_package((one.package, one.log) for one in handed if one.log))
        captures = [capture.id for capture in store.captures()]
        with store.kept() as kept:
            wrong = [*_unlogged(store, history), *_misfiled(kept), *_changed_readings(kept, history)]
    damaged = list(evidence.faults(captures, hashed))
    stamps = check_times(log.entries, log.digests, evidence.fetch, desk.authority, desk.calendars)
    imported = check_brought(handed, evidence.fetch, desk.authority, desk.calendars)
    lost = _lost_heads(heads, log.entries)
    faults = [*damaged, *log.faults, *lost, *stamps.faults, *imported.faults, *wrong]
    holds = [
        f"{len(captures) - len(damaged)} of {len(captures)} captures have the bytes that were collected.",
        *([_log_holds(log.entries)] if log.entries and not log.faults else []),
        *stamps.holds,
        *imported.holds,
        *(["Captures, judgements, texts and claims are those that the log tells of."] if not wrong else []),
    ]
    strays = evidence.strays(frozenset(captures) | kept_for(log.entries) | kept_of(handed))
    times = (*stamps.notes, *imported.notes)
    notes = (*log.notes, *times, *_forgotten(log.entries), *_mended(log.entries), *_left_over(strays))
    return Verification(tuple(holds), tuple(history.dated(fault) for fault in faults), notes)


def _log_holds(entries: Sequence[AuditEntry]) -> str:
    first, last = entries[0], entries[-1]
    return (
        f"The custody log is unbroken: {last.sequence} entries from {first.act.at:%Y-%m-%d %H:%M} to"
        f" {last.act.at:%Y-%m-%d %H:%M} UTC, alike in the database and in custody.jsonl. Its head, entry"
        f" {last.sequence}, is {last.digest}."
    )


def _lost_heads(heads: Iterable[str], entries: Iterable[AuditEntry]) -> Iterator[Fault]:
    digests = {entry.digest for entry in entries} if heads else set()
    for head in heads:
        if head.strip().lower() not in digests:
            words = (
                f"no entry has the hash {head}, which was kept elsewhere: the log was cut before it, or written anew"
            )
            yield Fault(FaultKind.TRUNCATED_LOG, "custody log", words)


def _unlogged(store: CaseStore, history: History) -> Iterator[Fault]:
    """Yield what the case holds and the log does not tell of, and the other way round."""
    known = {capture.id: capture for capture in store.captures()}
    yield from _collected_otherwise(known, store.sightings(), history)
    yield from _lost_notes(store, history)
    judgements = {judgement.id: judgement for judgement in store.judgements()}
    for name in judgements.keys() - history.judged.keys():
        yield Fault(FaultKind.UNLOGGED, name, f"{name}: the log does not tell of this judgement, or of another one")
    yield from _removed(history.collected.keys() - known.keys(), "capture")
    yield from _removed(history.judged.keys() - judgements.keys(), "judgement")


def _collected_otherwise(
    known: Mapping[CaptureId, Capture], sightings: Iterable[Sighting], history: History
) -> Iterator[Fault]:
    """Yield sightings of which the log tells otherwise or not at all, and collections of which no sighting is left."""
    missing = {capture: [act for _, act in told] for capture, told in history.collected.items()}
    for sighting in sightings:
        told = history.collected.get(sighting.capture, [])
        act = acts.collecting(known[sighting.capture], sighting)
        if not told:
            yield Fault(FaultKind.UNLOGGED, sighting.capture, f"{sighting.lead.name}: the log tells of no collection")
        elif not any(_agree(collected, act) for _, collected in told):
            words = f"{sighting.lead.name}: what the record says of its collection is not what the log says"
            yield Fault(FaultKind.CHANGED_RECORD, sighting.capture, words)
        left = [collected for collected in missing.get(sighting.capture, []) if not _agree(collected, act)]
        # A sighting that was changed stands for the one that it was.
        missing[sighting.capture] = left if len(left) < len(missing.get(sighting.capture, [])) else left[1:]
    for capture in sorted(missing.keys() & known.keys()):
        for act in missing[capture]:
            place = dict(act.details).get("location")
            words = f"{place}: the log tells that {capture} was collected there, and the record no longer does"
            yield Fault(FaultKind.REMOVED, capture, words)


def _lost_notes(store: CaseStore, history: History) -> Iterator[Fault]:
    """Yield doubts of which the log tells and the record does not, though nobody had them forgotten."""
    issues = {(issue.kind.value, issue.subjects[0] if issue.subjects else "") for issue in store.issues()}
    for entry in history.noted:
        kind = str(dict(entry.act.details).get("kind"))
        if (kind, entry.act.subject) not in issues:
            words = f"{entry.act.subject or kind}: the log tells of a doubt ({kind}), and the record no longer does"
            yield Fault(FaultKind.REMOVED, entry.act.subject or kind, words)


def _misfiled(kept: Kept) -> Iterator[Fault]:
    for subject in kept.misfiled:
        words = f"{subject}: what it is found by in the database is not what it says"
        yield Fault(FaultKind.CHANGED_RECORD, subject, words)


def _agree(entry: Act, act: Act) -> bool:
    """Say whether an entry and the record tell the same: an entry of an earlier version tells less."""
    now: dict[str, Detail] = dict(act.details)
    same = all(now.get(name, value) == value for name, value in entry.details)
    return same and (entry.at, entry.actor) == (act.at, act.actor)


def _removed(subjects: Iterable[str], what: str) -> Iterator[Fault]:
    for subject in sorted(subjects):
        words = f"{subject}: the log tells of this {what}, and the record no longer has it as it was"
        yield Fault(FaultKind.REMOVED, subject, words)


def _changed_readings(kept: Kept, history: History) -> Iterator[Fault]:
    """Yield captures of which not what was last read from them is kept, and claims that stand in no text."""
    quoted: dict[DocumentId, list[tuple[ClaimId, int, int, str]]] = defaultdict(list)
    for claim, document, start, end, words in kept.quotes:
        quoted[document].append((claim, start, end, words))
    digests: dict[str, str] = {}
    for capture, document, text in kept.texts:
        digests[capture] = acts.text_digest(text)
        for claim, start, end, words in quoted[document]:
            if text[start:end] != words:
                yield Fault(FaultKind.FALSE_QUOTE, claim, f"{claim}: its words do not stand in its document")
    readings: dict[str, str] = dict(kept.readings)
    for subject, entry in history.read.items():
        told = dict(entry.act.details)
        # An entry that an earlier version wrote did not note the hash of the text, or that of all that was read.
        if entry.sequence >= history.migrated and told.get("text") != digests.get(subject):
            yield Fault(FaultKind.CHANGED_TEXT, subject, f"{subject}: the text is not the one that was {_READ_AGAIN}")
        elif told.get("kept", readings.get(subject)) != readings.get(subject):
            words = f"{subject}: its title, publisher, day or claims are not those that were {_READ_AGAIN}"
            yield Fault(FaultKind.CHANGED_RECORD, subject, words)


def _forgotten(entries: Iterable[AuditEntry]) -> Iterator[str]:
    for entry in entries:
        if entry.act.kind is ActKind.FORGET:
            captures, judgements = len(said(entry, "captures")), len(said(entry, "judgements"))
            sealed, reason = len(sealed_by(entry)), dict(entry.act.details).get("reason")
            yield (
                f"{entry.act.at:%Y-%m-%d %H:%M} UTC: {entry.act.actor} removed {captures} captures on purpose, with"
                f" all that was read from them, {judgements} judgements, and what {sealed} entries of the log said:"
                f" {reason} (entry {entry.sequence})."
            )


def _mended(entries: Iterable[AuditEntry]) -> Iterator[str]:
    for entry in entries:
        if entry.act.kind is ActKind.MEND:
            said = dict(entry.act.details)
            yield (
                f"{entry.act.at:%Y-%m-%d %H:%M} UTC: {said.get('file')} had lost entries {said.get('first')} to"
                f" {said.get('last')}, by somebody's hand or a loss of power; they were written again from the database"
                f" (entry {entry.sequence})."
            )


def _left_over(strays: Sequence[str]) -> Iterator[str]:
    if strays:
        left = "as a kill or an `add` under way leaves them"
        yield f"{len(strays)} files in the evidence belong to no capture, {left}; the first: {strays[0]}"
