"""Responsibility, party by party: what is laid to each, and what it answers."""

from dataclasses import dataclass
from datetime import date

from corroborate.model.ids import ClaimId
from corroborate.model.incident import Incident, Position
from corroborate.model.mention import Stance
from corroborate.publish.words import day, listing, word


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of a party: by whom, or by the party itself on a day; `general` where it concerns no one event."""

    said: Stance | Position
    origins: tuple[str, ...]
    published: date | None
    general: bool
    claims: tuple[ClaimId, ...]

    @property
    def words(self) -> str:
        """Return it in words: "accused by the White Helmets", "denies it, 5 February 2018"."""
        if isinstance(self.said, Position):
            return ", ".join(filter(None, (word("answer", self.said), day(self.published) if self.published else "")))
        said = word("stance", self.said)
        return (
            f"{said}: {listing(self.origins)}" if self.said is Stance.UNKNOWN else f"{said} by {listing(self.origins)}"
        )


@dataclass(frozen=True, slots=True)
class Account:
    """A party with what is laid to it, and with its answers, the latest first, and denials that others make for it."""

    party: str
    laid: tuple[Statement, ...]
    answered: tuple[Statement, ...]

    @property
    def now(self) -> Position | None:
        """Return its own answer as it stands, None where it gives none."""
        return next((one.said for one in self.answered if isinstance(one.said, Position)), None)


def accounts(incident: Incident) -> tuple[Account, ...]:
    """Return the parties of an incident, those first to whom something is laid.

    What a party says of itself stands among its answers alone, be it an admission or a denial.
    """
    parties = dict.fromkeys([*(one.actor for one in incident.responsibility), *(one.party for one in incident.answers)])
    made = [_account(party, incident) for party in parties]
    return tuple(sorted(made, key=lambda account: not account.laid))


def _account(party: str, incident: Incident) -> Account:
    answers = [one for one in incident.answers if one.party == party]
    own = {claim for answer in answers for claim in answer.claims}
    said = [
        Statement(one.stance, one.origins, None, one.general, one.claims)
        for one in incident.responsibility
        if one.actor == party and not own.issuperset(one.claims)
    ]
    given = [Statement(one.position, (), one.published, general=False, claims=one.claims) for one in reversed(answers)]
    return Account(
        party=party or "nobody named",
        laid=tuple(one for one in said if one.said is not Stance.DENIED),
        answered=(*given, *(one for one in said if one.said is Stance.DENIED)),
    )
