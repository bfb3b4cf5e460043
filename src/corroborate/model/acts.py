"""What the custody log says of the acts that change the record, in one form for who writes it and who checks it."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime

from corroborate.errors import InvariantError
from corroborate.model.audit import Act, ActKind, AuditEntry, Detail, details
from corroborate.model.document import Capture, Lead, Sighting
from corroborate.model.ids import CaptureId
from corroborate.model.judgement import Judgement
from corroborate.model.record import Intake, Reading


def collecting(capture: Capture, sighting: Sighting) -> Act:
    """Return the act of taking a capture from where it was: what was said of it, and by which tool."""
    lead = sighting.lead
    said = details(
        name=lead.name,
        location=lead.location,
        publisher=lead.publisher,
        published=str(lead.published) if lead.published else None,
        url=lead.url,
        language=lead.language,
        size=capture.size,
        media_type=capture.media_type,
        tool=sighting.tool,
        **_origin(sighting),
    )
    return Act(ActKind.COLLECT, sighting.seen_at, sighting.collector, capture.id, said)


def _origin(sighting: Sighting) -> dict[str, str]:
    """Return where it was collected, as far as that is told: on which machine, out of what, and when that was made."""
    archived = sighting.archived_at.isoformat() if sighting.archived_at else None
    told = {"machine": sighting.machine, "within": sighting.within, "archived_at": archived}
    return {name: value for name, value in told.items() if value is not None}


def collected(act: Act) -> tuple[Capture, Sighting]:
    """Return what the act of a collection tells; an InvariantError where it is none, or tells less than that."""
    said = dict(act.details)
    size, published, archived_at = said.get("size"), _told(said, "published"), _told(said, "archived_at")
    if act.kind is not ActKind.COLLECT or not isinstance(size, int):
        raise InvariantError(f"no collection: {act.kind.value} {act.subject}")
    try:
        day = date.fromisoformat(published) if published is not None else None
        archived = datetime.fromisoformat(archived_at).astimezone(UTC) if archived_at is not None else None
    except ValueError as error:
        raise InvariantError(f"no day of a collection: {published}, {archived_at}") from error
    capture = Capture(CaptureId(act.subject), size, _needed(said, "media_type"))
    more = (_told(said, "publisher"), day, _told(said, "url"), _told(said, "language"))
    lead = Lead(_needed(said, "name"), _needed(said, "location"), *more)
    within = _told(said, "within")
    holder = CaptureId(within) if within is not None else None
    where = (holder, archived, _told(said, "machine"))
    return capture, Sighting(capture.id, lead, act.at, act.actor, _needed(said, "tool"), *where)


def _told(said: Mapping[str, Detail], name: str) -> str | None:
    value = said.get(name)
    if value is None or isinstance(value, str):
        return value
    raise InvariantError(f"{name} is a text, not {value!r}")


def _needed(said: Mapping[str, Detail], name: str) -> str:
    value = _told(said, name)
    if value is None:
        raise InvariantError(f"{name} is not told")
    return value


def reading(intake: Intake, read: Reading, kept: str) -> Act:
    """Return the act of reading a capture: the document and the hash of its text, by which maker.

    `kept` is the hash of all that the store keeps of the document and its claims.
    """
    seen, document = intake.sighting, read.document
    said = details(
        document=document.id if document else None,
        text=text_digest(document.text) if document else None,
        kept=kept,
        maker=intake.maker,
        claims=len(read.claims),
        issues=len(read.issues),
    )
    return Act(ActKind.READ, seen.seen_at, seen.collector, intake.capture.id, said)


def importing(subject: str, custody: tuple[datetime, str], package: str, entry: AuditEntry, name: str | None) -> Act:
    """Return the act of taking over what an entry of a package's log tells of: a capture, under a name, or a judgement.

    `custody` is when and by whom.
    """
    said = details(package=package, entry=entry.sequence, digest=entry.digest, **({"name": name} if name else {}))
    return Act(ActKind.IMPORT, *custody, subject, said)


def judging(judgement: Judgement) -> Act:
    """Return the act of deciding."""
    said = details(
        verdict=judgement.verdict.value,
        subjects=judgement.subjects,
        value=judgement.value,
        reason=judgement.reason,
    )
    return Act(ActKind.JUDGE, judgement.made_at, judgement.author, judgement.id, said)


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text that was read, in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()
