"""What the custody log says of the acts that change the record, in one form for who writes it and who checks it."""

import hashlib

from corroborate.model.audit import Act, ActKind, details
from corroborate.model.document import Capture, Sighting
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
    """Return the collection that a capture stood in, and when that was made, where it stood in one."""
    archived = sighting.archived_at.isoformat() if sighting.archived_at else None
    told = {"within": sighting.within, "archived_at": archived}
    return {name: value for name, value in told.items() if value is not None}


def reading(intake: Intake, read: Reading) -> Act:
    """Return the act of reading a capture: the document and the hash of its text, by which maker."""
    seen, document = intake.sighting, read.document
    said = details(
        document=document.id if document else None,
        text=text_digest(document.text) if document else None,
        maker=intake.maker,
        claims=len(read.claims),
        issues=len(read.issues),
    )
    return Act(ActKind.READ, seen.seen_at, seen.collector, intake.capture.id, said)


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
