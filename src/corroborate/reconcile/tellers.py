"""Who tells of an incident itself: not who only denies it, knows nothing of it, or says that nobody was harmed."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from corroborate.model.casualty import Qualifier
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.mention import Attack, Blame, Damage, Harm, Stance

# "denied that …", "rejected claims of …", "had no knowledge of …"; what is said after it again is said, not denied.
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)"
    r"|(?:no|any|without) (?:\w+ )?(?:knowledge|information|record|evidence)|not aware|unaware|disavow(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_ASSERTION = re.compile(
    r";|\b(?:saying|adding|claiming|insisting|said|says|added|claimed|insisted|but|while|whereas|instead|after|when|accus\w+)\b",
    re.IGNORECASE,
)
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


def is_denied(claim: Claim) -> bool:
    """Say whether the words before an act deny it or disown all knowledge of it: nobody is accused of it there."""
    if not isinstance(claim.content, Attack | Damage):
        return False
    before = claim.passage.quote[: max(0, claim.span.start - claim.passage.start)]
    denials = list(_DENIAL.finditer(before))
    return bool(denials) and not _ASSERTION.search(before, denials[-1].end())


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
