"""Stage 1. Leads in, captures out.

What the user points at (files, folders, standard input) becomes leads; the bytes behind a lead become a capture,
known by their SHA-256, and a sighting, the custody entry of this collection. What a manifest says of a report goes
with its lead.
"""

from corroborate.collect.capture import Custody, capture, fetch
from corroborate.collect.leads import STDIN, is_web, leads, web_name
from corroborate.collect.manifest import EMPTY_MANIFEST, Manifest, Row, read_manifest
from corroborate.collect.media import sniff
from corroborate.collect.members import members

__all__ = [
    "EMPTY_MANIFEST",
    "STDIN",
    "Custody",
    "Manifest",
    "Row",
    "capture",
    "fetch",
    "is_web",
    "leads",
    "members",
    "read_manifest",
    "sniff",
    "web_name",
]
