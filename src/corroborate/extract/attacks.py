"""Force that was used: the frames of English that tell of it, each with an id, and the joining of what they tell twice.

What the frames offer is only a candidate; `context` decides by its signs what a report tells.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from corroborate.extract import attack_craft, attack_nouns, attack_verbs, attack_weapons, ground
from corroborate.extract.attack_counts import counted
from corroborate.extract.attack_joins import joined, plain
from corroborate.extract.attack_methods import implied_weapons, is_by_bomber, open_word
from corroborate.extract.attack_more import further
from corroborate.extract.attack_pairs import by_other_means
from corroborate.extract.attack_signs import NEVER, around, signs
from corroborate.extract.force import AttackDraft, Units, is_aerial
from corroborate.extract.line import Line
from corroborate.extract.rules import Rules
from corroborate.model.document import Token
from corroborate.model.mention import Method


@cache
def frames() -> Rules[Units, AttackDraft]:
    """Return the frames of force, the surest first."""
    return Rules(
        attack_nouns.noun,
        attack_weapons.blow_up,
        attack_weapons.set_off,
        attack_craft.rammed,
        attack_verbs.fired,
        attack_weapons.weapon_subject,
        attack_verbs.verb,
        ground.driven,
        ground.lost,
        ground.fallen,
        ground.gained,
        attack_craft.craft_subject,
        attack_nouns.use,
        attack_nouns.means,
    )


def drafts(line: Line) -> list[AttackDraft]:
    """Return the attacks that a passage may tell, in the order of its words, each once."""
    units = line.units
    drafted = [draft for made in frames().made(line, units) for draft in made]
    if not drafted:
        return []
    passage, aerial = around(line), is_aerial(units)
    found = [_finished(units, line.tokens, draft, passage, aerial=aerial) for draft in drafted]
    told = joined(units, [draft for draft in plain(found) if not draft.signs & NEVER])
    paired = [other for one in told for other in by_other_means(units, one)]
    more = [replace(one, signs=signs(units, line.tokens, one, passage)) for one in further(units, told)]
    return sorted([*told, *_fresh(paired, told), *more], key=lambda one: one.first)


def _fresh(paired: Sequence[AttackDraft], told: Sequence[AttackDraft]) -> list[AttackDraft]:
    """Return the drafts that no other tells within their words by the same method."""
    return [
        one
        for one in paired
        if not any(other.method is one.method and one.first <= other.trigger < one.last for other in told)
    ]


def _finished(
    units: Units, tokens: Sequence[Token], draft: AttackDraft, passage: Sequence[str], *, aerial: bool
) -> AttackDraft:
    """Return a draft with what the words around it add; `passage` are the signs that its passage gives to each."""
    word = open_word(units, draft.trigger, draft.method) if draft.rule[:3] in ("A01", "A02") else ""
    weapons = draft.weapons or implied_weapons(units, draft)
    method = Method.BOMBING if is_by_bomber(units, draft) else draft.method
    told = replace(
        draft, method=method, word=word, weapons=weapons, count=counted(units, tokens, draft), is_aerial=aerial
    )
    return replace(told, signs=signs(units, tokens, told, passage))
