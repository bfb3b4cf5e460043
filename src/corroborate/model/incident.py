"""Incidents and tallies: what many claims together say."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corroborate.model.casualty import CasualtyRange, Effect
from corroborate.model.figures import Figure, FixedBound
from corroborate.model.grade import Grade
from corroborate.model.ids import ClaimId, DocumentId, IncidentId, TallyId
from corroborate.model.mention import Method, Stance, Weapon
from corroborate.model.norm import Touch
from corroborate.model.route import Route
from corroborate.model.situation import Interval, Location


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims that speak of one thing: of one moment and place, or (a tally) of one span and area.

    `claims` are sorted; `beside` are claims that concern it without being about it alone, such as a general denial.
    """

    claims: tuple[ClaimId, ...]
    is_tally: bool
    beside: tuple[ClaimId, ...] = ()

    def merged(self, other: "Cluster") -> "Cluster":
        """Return both as one, in whichever order they are merged: what is a claim of either stands beside neither."""
        claims = {*self.claims, *other.claims}
        beside = {*self.beside, *other.beside} - claims
        return Cluster(tuple(sorted(claims)), self.is_tally, tuple(sorted(beside)))


class Change(StrEnum):
    """How a figure lies to the one that it replaces: LOWERED is a correction, RESTATED the same number reworded."""

    FIRST = "first"
    RAISED = "raised"
    LOWERED = "lowered"
    RESTATED = "restated"


@dataclass(frozen=True, slots=True)
class Update:
    """A figure in the order in which it became known: who gave it, in which claim, what it replaced, and how."""

    origin: str
    claim: ClaimId
    replaces: ClaimId | None
    change: Change


@dataclass(frozen=True, slots=True)
class Responsibility:
    """What is said of one party's responsibility: by whom, in which claims.

    `general` is true where it concerns no one event.
    """

    actor: str
    stance: Stance
    origins: tuple[str, ...]
    claims: tuple[ClaimId, ...]
    general: bool


class Position(StrEnum):
    """What a party itself answers to what is laid to it."""

    ADMITTED = "admitted"
    DENIED = "denied"
    UNPROVEN = "unproven"
    CLAIMED = "claimed"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a party answered on a day: that it did harm, that it did not, that it cannot tell, that the act is its own.

    `published` is the day of the report that carries it, None where none is known.
    """

    party: str
    position: Position
    published: date | None
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """One moment and place, and everything that is claimed of it.

    `links` counts the documents, `origins` names the independent origins behind them. `figures` are the current ones,
    and `fixed` the bounds that people fixed: `ranges` are made from these. `history` shows which figure of an origin
    replaced which. `conceded` are ranges of harm that a party says it did itself; they are kept apart from `ranges`.
    `recalled` are those of its documents that tell of it only as the background of later news, or in passing. `routes`
    tell through whom every claim of it and beside it came, and why links are one origin.
    `answers` are what parties say of themselves, by party and day: the last of a party is its answer now.
    `excluded` are those of its claims that count for nothing, because a person excluded their origin. `norms` are what
    it touches of law and agreements.
    """

    id: IncidentId
    title: str
    when: Interval | None
    where: Location
    methods: tuple[Method, ...]
    weapons: tuple[Weapon, ...]
    claims: tuple[ClaimId, ...]
    beside: tuple[ClaimId, ...]
    documents: tuple[DocumentId, ...]
    origins: tuple[str, ...]
    ranges: tuple[CasualtyRange, ...]
    responsibility: tuple[Responsibility, ...]
    history: tuple[Update, ...]
    grades: tuple[Grade, ...] = ()
    conceded: tuple[CasualtyRange, ...] = ()
    recalled: tuple[DocumentId, ...] = ()
    figures: tuple[Figure, ...] = ()
    fixed: tuple[FixedBound, ...] = ()
    routes: tuple[Route, ...] = ()
    answers: tuple[Answer, ...] = ()
    excluded: tuple[ClaimId, ...] = ()
    norms: tuple[Touch, ...] = ()

    def under(self, methodology: str) -> Grade | None:
        """Return what a methodology, by its name, makes of the incident; None where it was not asked for."""
        return next((given for given in self.grades if given.methodology == methodology), None)


@dataclass(frozen=True, slots=True)
class TallyRow:
    """What one origin says for one group of people (or attacks): its current figure and the claims that tell it.

    `history` shows which figure replaced which; `covered` is what the incidents that the tally covers come to in this
    at the least.
    """

    origin: str
    what: str
    claims: tuple[ClaimId, ...]
    current: ClaimId
    history: tuple[Update, ...] = ()
    covered: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """A total over a span and an area: never merged with an incident, never added to one.

    `effect` is None where attacks or damage are counted; `covers` are the incidents inside its span and area;
    `excluded` are those of its claims that make no row, because a person excluded their origin.
    """

    id: TallyId
    title: str
    effect: Effect | None
    when: Interval | None
    where: Location
    rows: tuple[TallyRow, ...]
    claims: tuple[ClaimId, ...]
    documents: tuple[DocumentId, ...]
    origins: tuple[str, ...]
    covers: tuple[IncidentId, ...]
    routes: tuple[Route, ...] = ()
    excluded: tuple[ClaimId, ...] = ()
