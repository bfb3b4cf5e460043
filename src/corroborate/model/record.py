"""The record of a case: everything that a reader of it may ask for, in one value."""

from dataclasses import dataclass

from corroborate.model.claim import Claim
from corroborate.model.document import Capture, Document, Sighting
from corroborate.model.grade import Legend
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Record:
    """A case as computed from its captures and judgements; each tuple in a stable order.

    Documents lie by name, claims by document and place in its text, incidents and tallies by day and title. `legend` is
    of the methodology that made the ranges and grades of the incidents.
    """

    documents: tuple[Document, ...]
    sightings: tuple[Sighting, ...]
    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    tallies: tuple[Tally, ...]
    issues: tuple[Issue, ...]
    judgements: tuple[Judgement, ...]
    legend: Legend


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report gave: its document (None where it could not be read), its claims in text order, its doubts."""

    document: Document | None
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Intake:
    """All that the case learns of one report at once: written whole or not at all.

    `reading` is None where an earlier one of the same bytes still holds; `maker` names what read it.
    """

    capture: Capture
    sighting: Sighting
    reading: Reading | None
    maker: str


@dataclass(frozen=True, slots=True)
class Fold:
    """What all claims and judgements together come to, by which maker, as of which entry of the audit chain."""

    incidents: tuple[Incident, ...]
    tallies: tuple[Tally, ...]
    issues: tuple[Issue, ...]
    maker: str
    as_of: int
