"""What stands of a case between two runs, and what a run changes of it."""

from dataclasses import dataclass

from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId, JudgementId
from corroborate.model.incident import Cluster, Incident, Tally
from corroborate.model.issue import Issue

JUDGEMENTS = "judgements"  # in what doubts about judgements as such are found


@dataclass(frozen=True, slots=True)
class Card:
    """What a stage remembers of one thing, by its id, with the keys under which it is looked for."""

    id: str
    keys: frozenset[str]
    value: object


@dataclass(frozen=True, slots=True)
class Doubt:
    """An issue, and the ids of what it was found in: it stands until one of these is looked at anew."""

    issue: Issue
    found_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What a run puts in the place of what stood.

    `incidents` and `tallies` are new, or made anew; `gone` are the ids of those that they replace, or that are no more.
    Doubts that were found in what is `looked_at` are replaced by `doubts`. A card takes the place of the one of its id.
    `claims` are those that people added since, which no reading of a report holds.
    """

    incidents: tuple[Incident, ...]
    tallies: tuple[Tally, ...]
    gone: frozenset[str]
    doubts: tuple[Doubt, ...]
    looked_at: frozenset[str]
    cards: tuple[Card, ...]
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Since:
    """What a case has taken in since all of it was last made one: the documents, and the judgements."""

    documents: tuple[DocumentId, ...]
    judgements: tuple[JudgementId, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking added reports came to: clusters that are new or other than they were, and the doubts about them.

    Each cluster that held a claim of those `moved` is replaced by these; doubts that were found in what is `looked_at`
    are. `documents` are the reports of all these claims. `cards` are what linking remembers for the reports that come
    next.
    """

    clusters: tuple[Cluster, ...]
    moved: frozenset[ClaimId]
    documents: frozenset[DocumentId]
    doubts: tuple[Doubt, ...]
    looked_at: frozenset[str]
    cards: tuple[Card, ...]
