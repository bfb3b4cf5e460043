"""Force used by two kinds of means at once: "artillery and jets hit the town", "attacks with mines and shells"."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.extract.attack_methods import instrument
from corroborate.extract.force import AttackDraft, Units, craft_methods, is_noun, weapons_in
from corroborate.extract.lexicon import rule_words
from corroborate.extract.subjects import subject_of
from corroborate.extract.units import Unit, UnitKind
from corroborate.model.casualty import Count
from corroborate.model.mention import Method, Weapon

_TOLD_BY = ("A01", "A02", "A03")
_EMPLOYING = rule_words("employing")
_BY_HAND = frozenset((Method.SHOOTING, Method.BOMBING))
_APART = _BY_HAND | {Method.AIRSTRIKE, Method.SHELLING, Method.DRONE_ATTACK}


def by_other_means(units: Units, draft: AttackDraft) -> Iterator[AttackDraft]:
    """Yield an attack once more for each other method that means joined to its own make of it.

    A15: "artillery |and jets| hit the town", "attacks with shells |and mines|"; not "rockets and mortars", nor one
    attack by hand: "attacked the post with rifles and explosives".
    """
    if draft.rule[:3] not in _TOLD_BY or draft.method not in _APART:
        return
    means = list(_joined_means(units, draft))
    if draft.rule[:3] == "A03" and draft.method not in {_method_of(units[at]) for at in means}:
        return  # "a helicopter fired rockets and machine guns"
    told = {draft.method}
    for at in means:
        method, weapons = _method_of(units[at]), weapons_in(units, at, at + 1)
        if method in _APART - told and weapons != (Weapon.OTHER,) and not _is_one_assault(draft, method):
            told.add(method)
            yield replace(draft, method=method, weapons=weapons, rule="A15-also-by", last=max(draft.last, at + 1))


def _is_one_assault(draft: AttackDraft, method: Method) -> bool:
    """Say whether one attack was made by hand with several arms."""
    return draft.count == Count.exactly(1) and not _BY_HAND.isdisjoint((method, draft.method))


def _joined_means(units: Units, draft: AttackDraft) -> Iterator[int]:
    """Yield where the means of force stand that are joined to one another: before its verb, or behind "with", "by"."""
    if draft.rule[:3] == "A02":
        yield from _chain(units, subject_of(units, draft.trigger), -1)
    yield from _chain(units, _load(units, draft) if draft.rule[:3] == "A03" else instrument(units, draft.trigger), 1)


def _load(units: Units, draft: AttackDraft) -> int | None:
    """Return what is fired behind its verb: "fired |rockets|"; not "used rockets"."""
    if units[draft.trigger].lemma in _EMPLOYING:
        return None
    behind = range(draft.trigger + 1, min(draft.trigger + 4, len(units)))
    return next((at for at in behind if units[at].sense("weapon") is not None), None)


def _chain(units: Units, at: int | None, step: int) -> Iterator[int]:
    """Yield means and those joined to them, leftwards or rightwards; nothing where none are joined."""
    found = [at] if at is not None and _method_of(units[at]) is not None else []
    while found:
        joint, other = found[-1] + step, found[-1] + 2 * step
        if not 0 <= other < len(units) or not is_noun(units, other) or _method_of(units[other]) is None:
            break
        if units[joint].kind is not UnitKind.CONJUNCTION and units[joint].word != ",":
            break
        found.append(other)
    yield from found if len(found) > 1 else ()


def _method_of(unit: Unit) -> Method | None:
    """Return the method of a craft, a gun or a weapon; None for anything else."""
    if unit.word in craft_methods():
        return craft_methods()[unit.word]
    weapon = unit.sense("weapon") or next((sense for sense in unit.inner if sense.domain == "weapon"), None)
    bare = weapon is None or weapon.value == "bomb" or not weapon.detail
    return None if weapon is None or bare else Method(weapon.detail)
