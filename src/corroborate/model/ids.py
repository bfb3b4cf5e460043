"""Identifiers: hashed from content, so that reruns and workers agree."""

import hashlib
import json
from typing import NewType

CaptureId = NewType("CaptureId", str)
DocumentId = NewType("DocumentId", str)
MentionId = NewType("MentionId", str)
ClaimId = NewType("ClaimId", str)
IncidentId = NewType("IncidentId", str)
TallyId = NewType("TallyId", str)
IssueId = NewType("IssueId", str)
JudgementId = NewType("JudgementId", str)

_HEX_DIGITS = 16  # 64 bits: below one clash in a million for five million ids of a kind


def content_id(prefix: str, *parts: str | int | None) -> str:
    """Return ``prefix-`` and sixteen hex digits that depend on nothing but the parts.

    >>> content_id("claim", "a", 1) == content_id("claim", "a", 1)
    True
    >>> content_id("claim", "a", 1) == content_id("claim", "a1")
    False
    """
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return f"{prefix}-{hashlib.sha256(canonical.encode('utf-8', 'surrogatepass')).hexdigest()[:_HEX_DIGITS]}"
