"""A claim: a mention, situated and attributed."""

from dataclasses import dataclass
from datetime import date

from corroborate.model.attribution import Attribution
from corroborate.model.ids import CaptureId, ClaimId, DocumentId, content_id
from corroborate.model.mention import Content, Kind, Mention, Weapon, kind_of
from corroborate.model.party import is_office
from corroborate.model.situation import Situation
from corroborate.model.span import Span

ADDED = "added-by-person"  # the rule of a claim that a person added, before the id of the judgement


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement, made in one passage of one report, with all that the later stages need to know of it.

    `publisher` and `published` are the report's own, so that claims of many reports can be compared without
    their texts; `house` is the name by which the publisher is known among sources, `credit` the agency that the report
    credits with its text. `passage` is the sentence around the quote. `rules` names what made the claim: the rules of
    extraction, place, day and attribution, in that order.
    """

    id: ClaimId
    document: DocumentId
    span: Span
    passage: Span
    content: Content
    by: tuple[str, ...]
    weapons: tuple[Weapon, ...]
    situation: Situation
    attribution: Attribution
    publisher: str | None
    published: date | None
    part_of: ClaimId | None
    rules: tuple[str, ...]
    maker: str
    house: str | None = None
    credit: str | None = None

    @property
    def kind(self) -> Kind:
        """Return which of the five kinds it is."""
        return kind_of(self.content)

    @property
    def is_added(self) -> bool:
        """Say whether a person added it, the program having missed it."""
        return any(rule.startswith(ADDED) for rule in self.rules)

    @property
    def origin(self) -> str:
        """Return the name of the first source of its chain; of who printed it where the report names none."""
        return self.attribution.sources[0].origin if self.attribution.sources else self.printer

    @property
    def printer(self) -> str:
        """Return whose word the report's own voice is: the agency's that it credits, else its publisher's."""
        return self.credit or self.house or self.publisher or f"unnamed publisher of {self.document}"

    @property
    def speakers(self) -> tuple[str, ...]:
        """Return the names of who says it: of the first source, or of a publisher that is an office of a party."""
        if self.attribution.sources:
            first = self.attribution.sources[0]
            return (first.origin, first.name)
        return (self.publisher,) if self.publisher and is_office(self.publisher) else ()


def claim_id(capture: CaptureId, mention: Mention) -> ClaimId:
    """Return the id of what a capture says in a mention: the same for every version that reads it alike."""
    return ClaimId(content_id("claim", capture, mention.id))
