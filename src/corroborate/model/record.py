"""The record of a case: everything that a reader of it may ask for, in one value."""

from dataclasses import dataclass

from corroborate.model.claim import Claim
from corroborate.model.document import Document, Sighting
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Record:
    """A case as computed from its captures and judgements; each tuple in a stable order.

    Documents lie by name, claims by document and place in its text, incidents and tallies by day and title.
    """

    documents: tuple[Document, ...]
    sightings: tuple[Sighting, ...]
    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    tallies: tuple[Tally, ...]
    issues: tuple[Issue, ...]
    judgements: tuple[Judgement, ...]
    methodology: str
