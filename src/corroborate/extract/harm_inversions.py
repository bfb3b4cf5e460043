"""Frames of harm whose verb opens the sentence, before who suffers it: "also killed were two guards"."""

from collections.abc import Iterator

from corroborate.extract.coordination import coordinated, is_full_name
from corroborate.extract.drafting import Draft, any_effect, joint_effect, listed, points_back
from corroborate.extract.groups import Units, is_known_people
from corroborate.extract.rules import begins
from corroborate.extract.units import UnitKind, Voice

_PHRASES = 8  # units of the phrases between the verb and "were": "injured |in the blast at the gate| were"


@begins(senses=("harm-verb", "effect"), at=(UnitKind.VERB, UnitKind.STATE))
def inverted(units: Units, at: int) -> Iterator[Draft]:
    """H74: "also killed were two guards", "wounded in the blast was a nurse"; not "wounded guards were there"."""
    effect, verb = any_effect(units[at]), units[at]
    if effect is None or verb.auxiliary or (verb.kind is UnitKind.VERB and verb.voice is not Voice.BARE):
        return
    before = at - 1
    while before >= 0 and units[before].kind is UnitKind.ADVERB:
        before -= 1
    if before >= 0 and units[before].kind is not UnitKind.SIGN:
        return
    effect, behind = joint_effect(units, at) or (effect, at)
    behind += 1
    while behind + 1 < min(len(units), at + _PHRASES) and units[behind].kind is UnitKind.PREPOSITION:
        behind += 2
    if behind + 1 >= len(units) or units[behind].lemma != "be" or units[behind].negated or units[behind].modal:
        return
    who = units[behind + 1]
    if is_full_name(who) or (is_known_people(who) and not who.pronoun and not points_back(who)):
        yield from listed(units, tuple(coordinated(units, behind + 1, inserted=True)), at, effect, "H74-inverted")
