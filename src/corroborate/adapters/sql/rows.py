"""Values ↔ rows: the only place that knows both."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from corroborate.adapters.codec import decode, encode
from corroborate.model.claim import Claim
from corroborate.model.document import Capture, Document, Passage, PassageKind, Sighting, Token, TokenKind
from corroborate.model.ids import CaptureId, content_id
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement
from corroborate.model.mention import Harm

Row = Mapping[Any, Any]
_KINDS = tuple(TokenKind)


def capture_row(capture: Capture) -> dict[str, object]:
    """Return the row of a capture."""
    return {"id": capture.id, "size": capture.size, "media_type": capture.media_type}


def to_capture(row: Row) -> Capture:
    """Return the capture of a row."""
    return Capture(CaptureId(row["id"]), row["size"], row["media_type"])


def sighting_id(sighting: Sighting) -> str:
    """Return the id of a sighting: the same bytes at the same place, said to be the same, are one."""
    lead = sighting.lead
    said = (lead.name, lead.location, lead.publisher, str(lead.published), lead.url, lead.language)
    return content_id("sighting", sighting.capture, *said)


def sighting_row(sighting: Sighting) -> dict[str, object]:
    """Return the row of a sighting."""
    lead = sighting.lead
    return {
        "id": sighting_id(sighting),
        "capture": sighting.capture,
        "name": lead.name,
        "location": lead.location,
        "body": encode(sighting),
    }


def to_sighting(row: Row) -> Sighting:
    """Return the sighting of a row."""
    return decode(Sighting, row["body"])


def document_row(document: Document) -> dict[str, object]:
    """Return the row of a document; its tokens lie packed, since they outweigh its text."""
    body = encode(replace(document, passages=()))
    return {
        "id": document.id,
        "capture": document.capture,
        "name": document.name,
        "publisher": document.publisher,
        "published": document.published,
        "text": document.text,
        "passages": _pack(document.passages, document.text),
        "body": {name: value for name, value in body.items() if name not in {"text", "passages"}},
    }


def to_document(row: Row) -> Document:
    """Return the document of a row."""
    passages = _unpack(row["passages"], row["text"])
    bare = decode(Document, {**row["body"], "text": row["text"], "passages": []})
    return replace(bare, passages=passages)


def claim_row(claim: Claim) -> dict[str, object]:
    """Return the row of a claim."""
    when = claim.situation.when
    return {
        "id": claim.id,
        "document": claim.document,
        "start": claim.span.start,
        "end": claim.span.end,
        "kind": claim.kind.value,
        "effect": claim.content.effect.value if isinstance(claim.content, Harm) else None,
        "origin": claim.origin,
        "first_day": when.start if when else None,
        "last_day": when.end if when else None,
        "body": encode(claim),
        "added": claim.is_added,
    }


def to_claim(row: Row) -> Claim:
    """Return the claim of a row."""
    return decode(Claim, row["body"])


def issue_row(issue: Issue, scope: str) -> dict[str, object]:
    """Return the row of an issue that is replaced together with its scope."""
    subject = issue.subjects[0] if issue.subjects else ""
    return {"scope": scope, "id": issue.id, "kind": issue.kind.value, "subject": subject, "body": encode(issue)}


def to_issue(row: Row) -> Issue:
    """Return the issue of a row."""
    return decode(Issue, row["body"])


def judgement_row(judgement: Judgement) -> dict[str, object]:
    """Return the row of a judgement."""
    said = {"id": judgement.id, "verdict": judgement.verdict.value, "author": judgement.author}
    return {**said, "body": encode(judgement)}


def to_judgement(row: Row) -> Judgement:
    """Return the judgement of a row; its id follows from what it says, whatever the row claims to replay."""
    return replace(decode(Judgement, row["body"]), replayed=None)


def group_row(group: Incident | Tally) -> dict[str, object]:
    """Return the row of an incident or tally."""
    when = group.when
    days = {"first_day": when.start if when else None, "last_day": when.end if when else None}
    return {"id": group.id, "title": group.title, **days, "body": encode(group)}


def to_incident(row: Row) -> Incident:
    """Return the incident of a row."""
    return decode(Incident, row["body"])


def to_tally(row: Row) -> Tally:
    """Return the tally of a row."""
    return decode(Tally, row["body"])


def _pack(passages: tuple[Passage, ...], text: str) -> bytes:
    plain = [
        [p.start, p.end, p.kind.value, p.paragraph, [_token(t, p.start, text) for t in p.tokens]] for p in passages
    ]
    return zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def _token(token: Token, base: int, text: str) -> list[object]:
    """Return a token as its place and kind, with its folded form and its spelling where the text has others."""
    packed: list[object] = [token.start - base, token.end - token.start, _KINDS.index(token.kind)]
    if not text.startswith(token.text, token.start):
        return [*packed, token.folded, token.text]
    return packed if token.folded == token.text else [*packed, token.folded]


def _unpack(packed: bytes, text: str) -> tuple[Passage, ...]:
    plain = json.loads(zlib.decompress(packed))
    return tuple(
        Passage(start, end, PassageKind(kind), paragraph, tuple(_to_token(t, start, text) for t in tokens))
        for start, end, kind, paragraph, tokens in plain
    )


def _to_token(packed: list[Any], base: int, text: str) -> Token:
    at, length, kind, *spelled = packed
    start, end = base + at, base + at + length
    folded, words = (*spelled, text[start:end])[:2] if spelled else (text[start:end], text[start:end])
    return Token(start, end, words, folded, _KINDS[kind])
