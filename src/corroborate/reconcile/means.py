"""With what an incident was done: the weapons that its own claims speak of."""

from collections.abc import Sequence

from corroborate.model.claim import Claim
from corroborate.model.mention import Attack, Blame, Weapon
from corroborate.model.names import fold

_NAMELESS = frozenset({Weapon.OTHER, Weapon.SMALL_ARMS, Weapon.AIR_DROPPED_BOMB, Weapon.MINE_IED, Weapon.MANPADS})
_TOXIC = frozenset({Weapon.CHLORINE, Weapon.SARIN, Weapon.CHEMICAL})


def weapons_told(members: Sequence[Claim]) -> tuple[Weapon, ...]:
    """Return the weapons of each claim that speaks of them; a report's claims may carry a weapon over from elsewhere.

    An attack's or an accusation's weapon is its own. Harm and damage keep a weapon that some attack of the incident
    has too, or that their own sentence names; where no attack is told, all that they have. What is only "chemical"
    goes unsaid beside the agent.
    """
    acts = [claim for claim in members if isinstance(claim.content, Attack | Blame)]
    own = {weapon for claim in acts for weapon in claim.weapons}
    told = [
        weapon
        for claim in members
        for weapon in claim.weapons
        if weapon in own or not acts or _named(weapon, claim.passage.quote)
    ]
    agents = _TOXIC - {Weapon.CHEMICAL}
    return tuple(weapon for weapon in told if weapon is not Weapon.CHEMICAL or not agents & set(told))


def _named(weapon: Weapon, sentence: str) -> bool:
    """Say whether a sentence names a weapon by the first word of its name ("barrel", "rocket", "chlorine")."""
    return weapon not in _NAMELESS and str(weapon).split("_")[0] in fold(sentence)
