"""Who tells of an incident itself: not who only denies it, knows nothing of it, or says that nobody was harmed."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from corroborate.model.casualty import Qualifier
from corroborate.model.claim import Claim
from corroborate.model.denial import is_denied
from corroborate.model.ids import ClaimId
from corroborate.model.mention import Attack, Blame, Damage, Harm, Stance

_Passage = tuple[str, int, str]


def tellers(members: Sequence[Claim], voice: Mapping[ClaimId, str]) -> tuple[str, ...]:
    """Return the origins that tell of the event itself; those that only speak of it where nobody tells."""
    denials = _passages(members, voice, Stance.DENIED)
    accusing = _passages(members, voice, Stance.ACCUSED)
    telling = {
        voice[claim.id]
        for claim in members
        if isinstance(claim.content, Harm | Attack | Damage)
        and not _of_nobody(claim)
        and not _only_denied(claim, denials, voice)
        and not _only_referred_to(claim, accusing, voice)
    }
    return tuple(sorted(telling or {voice[claim.id] for claim in members}))


def _of_nobody(claim: Claim) -> bool:
    """Say whether a claim tells of nothing but that nobody was harmed ("no casualties were reported")."""
    return isinstance(claim.content, Harm) and claim.content.count.qualifier is Qualifier.NONE


def _passages(members: Sequence[Claim], voice: Mapping[ClaimId, str], stance: Stance) -> frozenset[_Passage]:
    return frozenset(
        (claim.document, claim.passage.start, voice[claim.id])
        for claim in members
        if isinstance(claim.content, Blame) and claim.content.stance is stance
    )


def _only_denied(claim: Claim, denials: AbstractSet[_Passage], voice: Mapping[ClaimId, str]) -> bool:
    """Say whether an act is named only to be denied: by the denier, or by a report in the words that relay a denial."""
    if not isinstance(claim.content, Attack | Damage):
        return False
    if is_denied(claim):
        return True
    if not claim.attribution.sources:
        return (claim.document, claim.passage.start) in {(document, start) for document, start, _ in denials}
    return (claim.document, claim.passage.start, voice[claim.id]) in denials


def _only_referred_to(claim: Claim, accusing: AbstractSet[_Passage], voice: Mapping[ClaimId, str]) -> bool:
    """Say whether an alleged act is named only to lay blame: who accuses in those very words did not tell of it."""
    if not isinstance(claim.content, Attack | Damage) or not claim.attribution.hedge:
        return False
    return (claim.document, claim.passage.start, voice[claim.id]) in accusing
