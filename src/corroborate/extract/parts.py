"""Shares of a whole: "including six children", "51 of them women", "among them a nurse"."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.extract.carrying import carried
from corroborate.extract.coordination import coordinated, list_before
from corroborate.extract.drafting import Draft
from corroborate.extract.groups import Units, group_at, is_known_people
from corroborate.extract.units import UnitKind
from corroborate.model.casualty import Effect, People, Qualifier

_WHOLES = frozenset(("them", "whom", "those", "these", "which"))
_FAR = 18  # units between a whole and the word that opens its parts


def with_parts(units: Units, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with the shares that the passage names, each tied to the draft before it that holds it."""
    found = list(drafts)
    for at in range(len(units)):
        indices, rule = _opened(units, at)
        whole = _whole(drafts, at) if indices else None
        if whole is None:
            found.extend(_among(units, indices, at) if rule.startswith("P03") else ())
            continue
        taken = {draft.first for draft in found if draft.effect == drafts[whole].effect}
        made = [part for part in _parts(units, indices, at, drafts[whole], rule) if part.first + 1 not in taken]
        found.extend(replace(part, whole=whole) for part in made if _is_share(part, drafts[whole]))
    found.extend(carried(units, drafts))
    return _tied(found, drafts)


def _opened(units: Units, at: int) -> tuple[tuple[int, ...], str]:
    """Return the groups that a word of inclusion opens at an index, and the rule."""
    unit = units[at]
    if unit.kind is UnitKind.INCLUDING:
        index = _past_copula(units, at + 1)
        if index < len(units) and units[index].kind is UnitKind.NOUN:
            return tuple(coordinated(units, index, inserted=True)), "P01-including"
    counted = unit.kind is UnitKind.NOUN and unit.quantity is not None and not unit.word and at + 3 < len(units)
    if counted and units[at + 1].word == "of" and units[at + 2].word in _WHOLES:
        index = _past_copula(units, at + 3)
        if index < len(units) and is_known_people(units[index]):
            return (at, index), "P02-of-them"
    if unit.word in (":", "(") and _breaks_down(units, at):
        return tuple(coordinated(units, at + 1, inserted=True)), "P05-breakdown"
    if unit.word in ("among", "amongst") and at + 2 < len(units) and _the_harmed(units, at + 1):
        behind = next((i for i in range(at + 2, min(at + 5, len(units) - 1)) if units[i].lemma == "be"), None)
        if behind is not None and is_known_people(units[behind + 1]):
            return tuple(coordinated(units, behind + 1)), "P03-among-the-dead"  # "Among those killed were …"
        index = at - 1
        while index > 0 and (units[index].kind is UnitKind.ADVERB or units[index].lemma == "be"):
            index -= 1
        if index >= 0 and is_known_people(units[index]):
            return list_before(units, index), "P03-among-the-dead"
    return (), ""


def _breaks_down(units: Units, at: int) -> bool:
    """Say whether a colon or bracket stands between a number of people and a list ("seven people: two men …")."""
    if at == 0 or at + 1 >= len(units):
        return False
    whole, first = units[at - 1], units[at + 1]
    counted = whole.quantity is not None and whole.quantity.numeral and is_known_people(whole)
    listed = (
        is_known_people(first) and bool(first.word) and (first.quantity is not None or first.determiner in ("a", "an"))
    )
    return counted and listed


def _past_copula(units: Units, at: int) -> int:
    while at < len(units) and (
        units[at].kind is UnitKind.ADVERB or units[at].lemma == "be" or units[at].word in ("as", "were", "was", "are")
    ):
        at += 1
    return at


def _the_harmed(units: Units, at: int) -> bool:
    """Say whether "the dead", "the victims", "those killed", "39 people killed" stand at an index."""
    return _harmed_effect(units, at) is not None


def _harmed_effect(units: Units, at: int) -> Effect | None:
    if units[at].word in ("victims", "casualties", "fatalities"):
        return Effect.CASUALTIES if units[at].word == "casualties" else Effect.KILLED
    ahead = units[at + 1] if at + 1 < len(units) else units[at]
    counted = units[at].quantity is not None and is_known_people(units[at])
    if units[at].word in ("the", "those", "dead", "wounded", "injured") or counted:
        for unit in (units[at], ahead):
            sense = unit.sense("effect") or unit.sense("harm-verb")
            if sense is not None:
                return Effect(sense.value)
    return None


def _among(units: Units, indices: tuple[int, ...], at: int) -> Iterator[Draft]:
    """Yield the people told to be among the harmed where the passage does not tell the whole."""
    effect = _harmed_effect(units, at + 1)
    for index in indices:
        group = group_at(units, index)
        if group is not None and effect is not None and not group.definite:
            first, last = min(group.first, at), max(group.last, at + 2)
            yield Draft(first, last, at, effect, group.people, group.count, "P03-among-the-dead", group.inherits)


def _parts(units: Units, indices: tuple[int, ...], at: int, whole: Draft, rule: str) -> Iterator[Draft]:
    if rule == "P02-of-them":
        number, named = group_at(units, indices[0]), group_at(units, indices[1])
        if number and named:
            yield Draft(at, named.last, at, whole.effect, named.people, number.count, rule)
        return
    for index in indices:
        group = group_at(units, index)
        if group is None or not is_known_people(units[index]):
            continue
        people = whole.people if group.inherits else group.people
        opener = index == indices[0] and rule != "P05-breakdown"
        first = min(at, group.first) if opener else group.first
        yield Draft(first, group.last, at, whole.effect, people, group.count, rule)


def _whole(drafts: list[Draft], at: int) -> int | None:
    """Return the nearest draft before an index that can have shares; the first of a list told with one verb."""
    near = [
        i
        for i, draft in enumerate(drafts)
        if at - _FAR <= draft.first < at and draft.count.qualifier is not Qualifier.NONE
    ]
    return max(near, key=lambda i: drafts[i].first, default=None)


def _is_share(part: Draft, whole: Draft) -> bool:
    """Refuse a share that is larger than its whole."""
    top, low = whole.count.high, part.count.low
    return top is None or low is None or low <= top


def _tied(found: list[Draft], drafts: list[Draft]) -> list[Draft]:
    order = sorted(range(len(found)), key=lambda i: (found[i].first, found[i].last))
    place = {old: new for new, old in enumerate(order)}
    wholes = {i: place[i] for i in range(len(drafts))}
    return [replace(found[i], whole=wholes[found[i].whole]) if found[i].whole is not None else found[i] for i in order]  # type: ignore[index]  # the condition says that it is an index


def inherits(draft: Draft, people: People) -> Draft:
    """Return the draft with the people that its words left open."""
    return replace(draft, people=people, inherits=False)
