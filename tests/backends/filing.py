"""Small values to file in a case."""

import hashlib
import re
from datetime import UTC, date, datetime

from corroborate.model.attribution import Attribution
from corroborate.model.casualty import Count, Effect, People
from corroborate.model.claim import Claim, claim_id
from corroborate.model.document import Capture, Document, Lead, Sighting, document_id
from corroborate.model.ids import CaptureId
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.mention import Harm, Mention
from corroborate.model.record import Intake, Reading
from corroborate.model.situation import NOWHERE, Situation
from corroborate.model.span import Span
from corroborate.read.passages import passages

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def capture_of(text: str) -> Capture:
    content = text.encode()
    return Capture(CaptureId(hashlib.sha256(content).hexdigest()), len(content), "text/plain")


def sighting_of(text: str, name: str = "a", publisher: str | None = None) -> Sighting:
    lead = Lead(name, f"/reports/{name}.txt", publisher, date(2018, 2, 5))
    return Sighting(capture_of(text).id, lead, NOON, "Layla", "tests")


def reading_of(text: str, name: str = "a", publisher: str | None = None) -> Reading:
    capture = capture_of(text)
    document = Document(
        document_id(capture.id, text), capture.id, name, text, tuple(passages(text)), "tests", publisher=publisher
    )
    claims = tuple(_claim(document, match.start()) for match in re.finditer("killed", text))
    return Reading(document, claims, (Issue(IssueKind.NO_PUBLICATION_DATE, "read", (document.id,), "no day"),))


def intake_of(text: str, name: str = "a", publisher: str | None = None, maker: str = "tests 1") -> Intake:
    sighting = sighting_of(text, name, publisher)
    return Intake(capture_of(text), sighting, reading_of(text, name, publisher), maker)


def _claim(document: Document, start: int) -> Claim:
    span = Span.cut(document.text, start, start + len("killed"))
    mention = Mention(span, Harm(Effect.KILLED, People.PEOPLE, Count.exactly(start)), span, "tests")
    return Claim(
        id=claim_id(document.capture, mention),
        document=document.id,
        span=span,
        passage=span,
        content=mention.content,
        by=(),
        weapons=(),
        situation=Situation(NOWHERE, None),
        attribution=Attribution(),
        publisher=document.publisher,
        published=document.published,
        part_of=None,
        rules=("tests",),
        maker="tests 1",
    )
