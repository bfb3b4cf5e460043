"""What parties answer to what is laid to them: each in its own words, on its own day; an answer changes no figure."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from corroborate.model.claim import Claim
from corroborate.model.incident import Answer, Position
from corroborate.model.mention import Stance, Status, Verification
from corroborate.model.names import fold
from corroborate.model.party import party_of
from corroborate.reconcile.responsibility import says, speaking

_POSITIONS = {
    Stance.ADMITTED: Position.ADMITTED,
    Stance.DENIED: Position.DENIED,
    Stance.CLAIMED: Position.CLAIMED,
}
_Day = tuple[bool, date]


def answers(members: Sequence[Claim], accused: Collection[str]) -> tuple[Answer, ...]:
    """Return the answers of parties on an incident, by party and day.

    Of what a party says on one day an admission counts before a denial, a denial before what it cannot tell, and that
    before its own telling of the act: who says that it struck, and harmed nobody, denies the harm. That it cannot tell
    is an answer of those alone who are `accused`: others only report what they know.
    """
    said: dict[tuple[str, date | None], dict[Position, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in members:
        for party, position in _positions(claim, accused):
            said[party, claim.published][position].append(claim)
    return tuple(
        _answer(party, published, positions)
        for (party, published), positions in sorted(said.items(), key=lambda item: (item[0][0], _day(item[0][1])))
    )


def _answer(party: str, published: date | None, positions: dict[Position, list[Claim]]) -> Answer:
    position = next(one for one in Position if one in positions)
    return Answer(party, position, published, tuple(sorted(claim.id for claim in positions[position])))


def _day(published: date | None) -> _Day:
    return (published is not None, published or date.min)


def _positions(claim: Claim, accused: Collection[str]) -> Iterator[tuple[str, Position]]:
    """Yield the parties that speak of themselves in a claim, with what they answer."""
    speakers = speaking(claim)
    if isinstance(claim.content, Verification):
        itself = {party_of(name) for name in claim.speakers[:1]} & set(accused)
        if claim.content.status is Status.UNVERIFIED:
            yield from ((party, Position.UNPROVEN) for party in itself)
        return
    for actor, stance in says(claim):
        if stance in _POSITIONS and fold(actor) in speakers:
            yield actor, _POSITIONS[stance]
