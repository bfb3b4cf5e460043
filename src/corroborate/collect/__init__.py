"""Stage 1. Leads in, captures out.

What the user points at (files, folders, standard input) becomes leads; the bytes behind a lead become a capture,
known by their SHA-256, and a sighting, the custody entry of this collection. What a manifest says of a report goes
with its lead.
"""

from corroborate.collect.capture import Custody, capture, capture_of, is_large, opened, sighting, whole
from corroborate.collect.leads import STDIN, is_web, leads, web_name
from corroborate.collect.manifest import EMPTY_MANIFEST, Manifest, Row, read_manifest
from corroborate.collect.media import sniff
from corroborate.collect.members import archive_type, members

__all__ = [
    "EMPTY_MANIFEST",
    "STDIN",
    "Custody",
    "Manifest",
    "Row",
    "archive_type",
    "capture",
    "capture_of",
    "is_large",
    "is_web",
    "leads",
    "members",
    "opened",
    "read_manifest",
    "sighting",
    "sniff",
    "web_name",
    "whole",
]
