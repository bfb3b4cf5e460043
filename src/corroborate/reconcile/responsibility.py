"""Who is said to be responsible, by whom; denials beside accusations, and neither changes a figure."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from corroborate.model.casualty import Effect, People
from corroborate.model.claim import Claim
from corroborate.model.denial import is_denied
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Responsibility
from corroborate.model.mention import Blame, Harm, Stance, Verification
from corroborate.model.names import fold
from corroborate.model.party import is_means, meant, party_of, party_speaking

_HARMED = frozenset({Effect.KILLED, Effect.INJURED, Effect.CASUALTIES})
_Key = tuple[str, Stance, bool]


def responsibility(
    members: Sequence[Claim], beside: Sequence[Claim], voice: Mapping[ClaimId, str]
) -> tuple[Responsibility, ...]:
    """Return what is said of each party, by stance; what stands beside the incident is marked as general.

    An act told with an author accuses that author, or, where the author tells it, claims it (admits it, where it admits
    the incident); told only to be denied, it accuses nobody. A short name ("the coalition") is of the party that it
    stands for among those that are named here.
    """
    told = [(claim, general) for claims, general in ((members, False), (beside, True)) for claim in claims]
    laid = [(actor, stance, general, claim) for claim, general in told for actor, stance in says(claim)]
    named = {actor for actor, *_ in laid}
    said: dict[_Key, list[Claim]] = defaultdict(list)
    for actor, stance, general, claim in laid:
        said[meant(actor, named), stance, general].append(claim)
    for actor in {actor for actor, stance, general in said if stance is Stance.ADMITTED and not general}:
        said[actor, Stance.ADMITTED, False] += said.pop((actor, Stance.CLAIMED, False), [])
    stances = list(Stance)
    return tuple(
        Responsibility(
            actor=actor,
            stance=stance,
            origins=tuple(sorted({voice[claim.id] for claim in claims})),
            claims=tuple(sorted(claim.id for claim in claims)),
            general=general,
        )
        for (actor, stance, general), claims in sorted(
            said.items(), key=lambda item: (item[0][2], stances.index(item[0][1]), item[0][0])
        )
    )


def owning_up(members: Sequence[Claim]) -> frozenset[str]:
    """Return the parties, folded, that admit or claim an incident themselves."""
    return frozenset(
        fold(actor)
        for claim in members
        for actor, stance in says(claim)
        if stance in {Stance.ADMITTED, Stance.CLAIMED} and fold(actor) in speaking(claim)
    )


def is_concession(claim: Claim, owners: Collection[str]) -> bool:
    """Say whether a party gives a figure of harm, to others than fighters, that it did itself.

    `owners` are the parties that own up to the incident: their figures of its harm are concessions.
    """
    content = claim.content
    if not isinstance(content, Harm) or content.people is People.COMBATANTS or content.effect not in _HARMED:
        return False
    return bool(speaking(claim) & set(owners)) or any(stance is Stance.CLAIMED for _, stance in says(claim))


def parties(name: str) -> tuple[str, ...]:
    """Return the parties that a phrase names, in its order: none for a means alone.

    >>> parties("Russia and the Syrian regime"), parties("warplanes")
    (('Russia', 'Syrian government'), ())
    """
    parts = re.split(r"\s*(?:,|;|/|\band\b|\bor\b|&)\s*", name)
    return tuple(dict.fromkeys(party_of(part) for part in parts if part.strip() and not is_means(part)))


def says(claim: Claim) -> list[tuple[str, Stance]]:
    """Return the parties of whose responsibility a claim speaks, with what it says of each."""
    content = claim.content
    if isinstance(content, Verification):
        return []
    if isinstance(content, Blame):
        owned = content.actor or content.stance in (Stance.ACCUSED, Stance.UNKNOWN)  # else it is nobody's answer
        actors = _meant(content.actor, claim) if content.actor else ("",)
        return [(actor, content.stance) for actor in actors if owned]
    if is_denied(claim):
        return []
    actors = tuple(dict.fromkeys(actor for name in claim.by for actor in _meant(name, claim)))
    speakers = speaking(claim)
    return [(actor, Stance.CLAIMED if fold(actor) in speakers else Stance.ACCUSED) for actor in actors]


def _meant(name: str, claim: Claim) -> tuple[str, ...]:
    """Return the parties that a phrase means in the mouth of who says it: of itself, by whatever name, one."""
    itself = party_speaking(name, claim.speakers)
    return (itself,) if itself else parties(name)


def speaking(claim: Claim) -> frozenset[str]:
    """Return the party, folded, in whose name a claim is said; none for a report's own voice."""
    return frozenset(fold(party_of(name)) for name in claim.speakers[:1])
