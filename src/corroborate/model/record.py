"""The record of a case: everything that a reader of it may ask for, in one value."""

from dataclasses import dataclass
from datetime import date

from corroborate.model.claim import Claim
from corroborate.model.document import Capture, Document, Sighting
from corroborate.model.grade import Legend
from corroborate.model.ids import ClaimId, JudgementId
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement

UNREAD = "unread"  # as maker: a report that came with a package, and is to be read here


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement, and what has become of it: the claims and incidents that it speaks of now, and what took it back.

    `on` is empty where nothing of it is left, or where it is said of the whole case; `undone_by` is None while it is in
    force.
    """

    judgement: Judgement
    on: tuple[str, ...]
    undone_by: JudgementId | None = None
    contested_by: JudgementId | None = None

    @property
    def is_in_force(self) -> bool:
        """Say whether no other judgement takes it back, or holds against it."""
        return self.undone_by is None and self.contested_by is None


@dataclass(frozen=True, slots=True)
class Record:
    """A case as computed from its captures and judgements; each tuple in a stable order.

    Documents lie by name, claims by document and place in its text, incidents and tallies by day and title. `claims`
    are as people have put them right, `as_read` those of them that were changed as they were read. `rulings` are what
    has become of each judgement. `legend` is of the methodology that made the ranges and grades of the incidents.
    `as_of` is the past day on which no more than this was known; None where it is all that is.
    """

    documents: tuple[Document, ...]
    sightings: tuple[Sighting, ...]
    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    tallies: tuple[Tally, ...]
    issues: tuple[Issue, ...]
    judgements: tuple[Judgement, ...]
    legend: Legend
    rulings: tuple[Ruling, ...] = ()
    as_read: tuple[Claim, ...] = ()
    as_of: date | None = None

    def origins(self) -> dict[ClaimId, str]:
        """Return the origin as whose word each claim counts; of one in no incident and no tally, as it says itself."""
        own = {claim.id: claim.origin for claim in self.claims}
        return own | {claim: route.origin for one in self.groups for route in one.routes for claim in route.claims}

    @property
    def groups(self) -> tuple[Incident | Tally, ...]:
        """Return all that claims stand in: its incidents and its tallies."""
        return (*self.incidents, *self.tallies)


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

    @property
    def groups(self) -> tuple[Incident | Tally, ...]:
        """Return all that claims stand in: its incidents and its tallies."""
        return (*self.incidents, *self.tallies)
