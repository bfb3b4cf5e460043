"""Who is said to be responsible, by whom; denials beside accusations, and neither changes a figure."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from corroborate.model.casualty import Effect, People
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Responsibility
from corroborate.model.mention import Blame, Harm, Stance, Verification
from corroborate.model.names import fold
from corroborate.model.party import is_means, party_of, party_speaking
from corroborate.reconcile.tellers import is_denied

_HARMED = frozenset({Effect.KILLED, Effect.INJURED, Effect.CASUALTIES})
_Key = tuple[str, Stance, bool]


def responsibility(
    members: Sequence[Claim], beside: Sequence[Claim], voice: Mapping[ClaimId, str]
) -> tuple[Responsibility, ...]:
    """Return what is said of each party, by stance; what stands beside the incident is marked as general.

    An act told with an author accuses that author, or, where the author tells it, claims it (admits it, where it admits
    the incident); told only to be denied, it accuses nobody.
    """
    said: dict[_Key, list[Claim]] = defaultdict(list)
    for claim, general in (*((m, False) for m in members), *((b, True) for b in beside)):
        for actor, stance in _says(claim):
            said[actor, stance, general].append(claim)
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
        for actor, stance in _says(claim)
        if stance in {Stance.ADMITTED, Stance.CLAIMED} and fold(actor) in _speakers(claim)
    )


def is_concession(claim: Claim, owners: Collection[str]) -> bool:
    """Say whether a party gives a figure of harm, to others than fighters, that it did itself.

    `owners` are the parties that own up to the incident: their figures of its harm are concessions.
    """
    content = claim.content
    if not isinstance(content, Harm) or content.people is People.COMBATANTS or content.effect not in _HARMED:
        return False
    return bool(_speakers(claim) & set(owners)) or any(stance is Stance.CLAIMED for _, stance in _says(claim))


def parties(name: str) -> tuple[str, ...]:
    """Return the parties that a phrase names, in its order: none for a means alone.

    >>> parties("Russia and the Syrian regime"), parties("warplanes")
    (('Russia', 'Syrian government'), ())
    """
    parts = re.split(r"\s*(?:,|;|/|\band\b|\bor\b|&)\s*", name)
    return tuple(dict.fromkeys(party_of(part) for part in parts if part.strip() and not is_means(part)))


def _says(claim: Claim) -> list[tuple[str, Stance]]:
    content = claim.content
    if isinstance(content, Verification):
        return []
    if isinstance(content, Blame):
        itself = party_speaking(content.actor, _names(claim)) if content.actor else None
        blamed = (itself,) if itself else parties(content.actor) if content.actor else ("",)
        return [(actor, content.stance) for actor in blamed]
    if is_denied(claim):
        return []
    actors = dict.fromkeys(actor for name in claim.by for actor in parties(name))
    speakers = _speakers(claim)
    return [(actor, Stance.CLAIMED if fold(actor) in speakers else Stance.ACCUSED) for actor in actors]


def _names(claim: Claim) -> tuple[str, ...]:
    return tuple(name for source in claim.attribution.sources[:1] for name in (source.origin, source.name))


def _speakers(claim: Claim) -> frozenset[str]:
    """Return the party, folded, in whose name the first source speaks."""
    return frozenset(fold(party_of(source.origin)) for source in claim.attribution.sources[:1])
