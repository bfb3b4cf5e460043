"""The same bytes seen more than once: what they are called, and what all sightings together say of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from corroborate.collect import STDIN, is_web
from corroborate.model.document import Lead, Sighting
from corroborate.model.ids import CaptureId
from corroborate.model.issue import Issue, IssueKind

Said = TypeVar("Said")
_SAID = ("publisher", "published", "url", "language")


class Names:
    """The names of reports in a case: each given once, and kept for what bears it."""

    def __init__(self, sightings: Iterable[Sighting]) -> None:
        self._names: dict[tuple[str, CaptureId], str] = {}
        for sighting in sightings:
            self._names[sighting.lead.location, sighting.capture] = sighting.lead.name
        self._taken = set(self._names.values())

    def named(self, lead: Lead, capture: CaptureId, within: CaptureId | None = None) -> Lead:
        """Return the lead under its name in the case and its full location; a name that is taken gets -2, -3.

        A file is called as it is called on disk, what stands `within` a collection or on the web as its lead says.
        """
        is_file = not (lead.location == STDIN or is_web(lead.location))
        location = writable(str(Path(lead.location).absolute()) if is_file else lead.location)
        key = location, capture
        if key not in self._names:
            self._names[key] = self._free(Path(location).stem if is_file and within is None else writable(lead.name))
            self._taken.add(self._names[key])
        return replace(lead, name=self._names[key], location=location)

    def kept(self, lead: Lead, capture: CaptureId) -> Lead:
        """Return a lead of another case, whose name and location stay what they are, but for a name that is taken."""
        key = lead.location, capture
        if key not in self._names:
            self._names[key] = self._free(lead.name)
            self._taken.add(self._names[key])
        return replace(lead, name=self._names[key])

    def _free(self, stem: str) -> str:
        name, times = stem, 1
        while name in self._taken:
            times += 1
            name = f"{stem}-{times}"
        return name


def writable(name: str) -> str:
    """Return a file's name as it can be stored and shown: bytes in it that are no text become question marks."""
    return name.encode("utf-8", "replace").decode()


def agreed(sightings: Sequence[Sighting]) -> Lead:
    """Return what all sightings of one capture say together.

    It is named as first seen. What is said later of the same location replaces what was said before; where
    locations disagree, the first that says anything holds (see `disagreements`).
    """
    current = _current(sightings)
    return replace(
        current[0],
        publisher=_first(lead.publisher for lead in current),
        published=_first(lead.published for lead in current),
        url=_first(lead.url for lead in current),
        language=_first(lead.language for lead in current),
    )


def disagreements(sightings: Sequence[Sighting]) -> tuple[Issue, ...]:
    """Return an issue for each field of which the sightings of one capture say different things."""
    current = _current(sightings)
    return tuple(filter(None, (_disagreement(current, field, sightings[0].capture) for field in _SAID)))


def _first(said: Iterable[Said | None]) -> Said | None:
    return next((value for value in said if value), None)


def _current(sightings: Sequence[Sighting]) -> tuple[Lead, ...]:
    return tuple({sighting.lead.location: sighting.lead for sighting in sightings}.values())


def _disagreement(leads: Sequence[Lead], field: str, capture: CaptureId) -> Issue | None:
    said = {str(getattr(lead, field)): lead.name for lead in reversed(leads) if getattr(lead, field)}
    if len(said) <= 1:
        return None
    told = "; ".join(f"{value} ({name})" for value, name in reversed(said.items()))
    message = f"The same bytes are said to have another {field} elsewhere: {told}. The first is taken."
    return Issue(IssueKind.METADATA_CONFLICT, "collect", (capture,), message)
