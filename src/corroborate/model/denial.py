"""Acts that the words before them deny: nobody is accused of them there, and nobody tells of them."""

import re

from corroborate.model.claim import Claim
from corroborate.model.mention import Attack, Damage

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


def is_denied(claim: Claim) -> bool:
    """Say whether the words before an act deny it or disown all knowledge of it: nobody is accused of it there."""
    if not isinstance(claim.content, Attack | Damage):
        return False
    before = claim.passage.quote[: max(0, claim.span.start - claim.passage.start)]
    denials = list(_DENIAL.finditer(before))
    return bool(denials) and not _ASSERTION.search(before, denials[-1].end())
