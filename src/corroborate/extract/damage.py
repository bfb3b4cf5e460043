"""Damage told in a passage: all its rules, in the order in which they are tried, each harmed thing told once."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

from corroborate.extract import damaging, ruins
from corroborate.extract.line import Line
from corroborate.extract.rules import Rules
from corroborate.extract.things import DamageDraft, words_of
from corroborate.extract.units import UnitKind

_ITS = ("its", "their")
_BACK = 12  # drafts back among which the same thing is sought
_NEAR = 8  # units behind a hit within which "causing damage" tells of the same thing


@cache
def rules() -> Rules[Line, DamageDraft]:
    """Return the rules of damage, the surest first."""
    return Rules(
        damaging.reduced,
        damaging.destroyed,
        damaging.struck,
        damaging.crashed,
        damaging.torn,
        damaging.burnt,
        damaging.engulfed,
        damaging.out_of_service,
        damaging.idled,
        ruins.damage_to,
        ruins.rubble_of,
        ruins.ruined,
        ruins.undone,
        ruins.holed,
    )


def drafts(line: Line) -> list[DamageDraft]:
    """Return the damage that a passage tells, in the order of its words."""
    return _once(line, list(chain.from_iterable(rules().made(line, line))))


def _once(line: Line, found: Sequence[DamageDraft]) -> list[DamageDraft]:
    """Join what tells of one thing twice: hit and put out of service, hit and "causing damage", rubble of a ruin."""
    kept: list[DamageDraft] = []
    for draft in found:
        near = range(max(0, len(kept) - _BACK), len(kept))
        again = next((i for i in near if _is_same(line, kept[i], draft)), None)
        if again is None:
            kept.append(draft)
        else:
            before = kept[again]
            kept[again] = replace(before, first=min(before.first, draft.first), last=max(before.last, draft.last))
    return kept


def _is_same(line: Line, before: DamageDraft, draft: DamageDraft) -> bool:
    """Say whether two tell of one thing: by its words, "damage" behind a hit, a part of it ("with |its roof| gone")."""
    unit = line.units[draft.thing.first]
    if unit.determiner in _ITS and unit.word in words_of("part") and before.last <= draft.thing.first:
        return True
    if before.thing.first < draft.thing.last and draft.thing.first < before.thing.last:
        return True
    bare = draft.rule == "D11-damage"
    hit = before.rule in ("D02-struck", "D03-torn")
    apart = any(unit.kind is UnitKind.SUBORDINATOR for unit in line.units[before.last : draft.first])
    return bare and hit and not apart and draft.first - before.last <= _NEAR
