"""An incident's claims, with whose word each is and which figures were replaced since."""

from collections.abc import Mapping
from dataclasses import dataclass

from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Incident
from corroborate.model.mention import Harm
from corroborate.publish.evidence import Exhibit, Shelf


@dataclass(frozen=True, slots=True)
class Testimony:
    """An incident beside the shelf. `claims` lie in the order of their numbers."""

    incident: Incident
    shelf: Shelf
    claims: tuple[Claim, ...]
    voices: Mapping[ClaimId, str]
    replaced: frozenset[ClaimId]

    def label(self, origin: str) -> str:
        """Return an origin's name as a row is headed: marked where a person excluded it."""
        told = [claim for claim in self.claims if self.origin(claim) == origin]
        left_out = all(claim.id in self.incident.excluded for claim in told)
        return f"{origin} (left out by a person)" if told and left_out else origin

    def origin(self, claim: Claim) -> str:
        """Return whose word it is: of one origin, however many reports carry it."""
        return self.voices.get(claim.id, claim.origin)

    def exhibit(self, claim: Claim, section: str = "") -> Exhibit:
        """Return a claim as an exhibit of a section of the page."""
        return self.shelf.exhibit(claim.id, section, replaced=claim.id in self.replaced)

    def harms(self) -> list[tuple[Claim, Harm]]:
        """Return the claims of harm, each with what it says."""
        return [(c, c.content) for c in self.claims if isinstance(c.content, Harm)]


def hear(incident: Incident, shelf: Shelf) -> Testimony:
    """Return an incident's testimony: a figure counts as replaced in every place where its origin told it."""
    known = sorted((shelf.claims[c] for c in incident.claims if c in shelf.claims), key=lambda c: shelf.numbers[c.id])
    voices = {claim: route.origin for route in incident.routes for claim in route.claims}
    gone = {
        (voices.get(old.id, old.origin), old.content, old.published)
        for update in incident.history
        if update.replaces and (old := shelf.claims.get(update.replaces))
    }
    replaced = frozenset(c.id for c in known if (voices.get(c.id, c.origin), c.content, c.published) in gone)
    return Testimony(incident, shelf, tuple(known), voices, replaced)
