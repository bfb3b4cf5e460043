"""The record → the dossier of the case, or of one incident."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.case.handing_over import shown
from corroborate.errors import UsageError
from corroborate.model.ids import IncidentId
from corroborate.model.record import Record


def dossier_of(everything: Record, incident: IncidentId | None, beside: Sequence[Record], *, withheld: bool) -> str:
    """Return the dossier as one self-contained HTML page; `beside` are the same record by other methodologies.

    What a person withheld is left out unless `withheld` asks for it; a UsageError where that is the incident itself.
    """
    from corroborate.publish.dossier import dossier  # noqa: PLC0415  # Jinja takes 0.1 s to load: only for who writes a page

    record, left_out = shown(everything, incident, withheld=withheld)
    others = [replace(record, incidents=one.incidents, legend=one.legend) for one in beside]
    if len({one.legend.name for one in (record, *others)}) <= len(others):
        raise UsageError(f"{record.legend.name!r} or another methodology is named twice: each stands there once")
    return dossier(record, incident, others, withheld=left_out)
