"""How the word of an origin came into a report, and why it counts as that origin's."""

from dataclasses import dataclass
from enum import StrEnum

from corroborate.model.ids import ClaimId, DocumentId


class Tie(StrEnum):
    """Why what a report says counts as the word of an origin."""

    OWN = "own"
    NAMED = "named"
    SPOKEN = "spoken"
    RETOLD = "retold"
    COPIED = "copied"
    CREDITED = "credited"
    RELAYED = "relayed"


@dataclass(frozen=True, slots=True)
class Route:
    """The way by which an origin's word came into one report, with the claims that came so.

    `named` is who says it there, as the report spells it (a person who speaks for the origin, else the publisher);
    `relays` are those it came through, from the origin to the one nearest the publisher, who is left out. `through` is
    the report whose words were copied, or which tells where the source that is named had it from.
    """

    origin: str
    document: DocumentId
    tie: Tie
    named: str
    relays: tuple[str, ...]
    through: DocumentId | None
    claims: tuple[ClaimId, ...]
