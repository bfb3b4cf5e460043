"""Shares tied to their whole, also those that the passage tells by themselves: "17 casualties, including nine dead"."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.extract.drafting import Draft
from corroborate.extract.groups import Units, exceeds
from corroborate.extract.sums import is_sum
from corroborate.extract.units import UnitKind
from corroborate.model.casualty import Count, Effect, Qualifier

_BODILY = (Effect.KILLED, Effect.INJURED)
_NEAR = 2  # units of a comma and "and"


def has_shares(draft: Draft) -> bool:
    """Say whether there can be shares of a draft: of nobody there are none, of one person neither."""
    return draft.count.qualifier is not Qualifier.NONE and draft.count != Count.exactly(1)


def untold(found: Sequence[Draft], made: Sequence[Draft], whole: int) -> list[Draft]:
    """Return the shares of a whole of which the passage tells nothing by themselves."""
    taken = {draft.group for draft in found if draft.effect == found[whole].effect and draft.group is not None}
    return [part for part in made if part.group not in taken]


def with_shares(units: Units, found: Sequence[Draft], made: Sequence[Draft], whole: int) -> list[Draft]:
    """Return drafts with shares of one of them; what the passage tells of a share by itself is tied to the whole.

    Who died or was hurt is a share of casualties, and was no casualty beside that.
    """
    tied = list(found)
    told = _told(tied, whole)
    for part in made:
        at = told.get(part.group)
        while at is not None:
            tied[at] = replace(tied[at], whole=whole)
            at = _joined(units, tied, at, whole)
    new = [part for part in untold(found, made, whole) if part.group not in told and _is_share(part, found[whole])]
    return [*tied, *(replace(part, whole=whole) for part in new)]


def without_doubles(found: list[Draft]) -> list[Draft]:
    """Return drafts without the shooting of those whose death is told as a share: "ten died, including two |shot|"."""
    ended = {one.group for one in found if one.effect in _BODILY and one.whole is not None and one.group is not None}
    again = [one.effect is Effect.CASUALTIES and one.whole is None and one.group in ended for one in found]
    if not any(again):
        return found
    place = {old: sum(not drop for drop in again[:old]) for old in range(len(found))}
    kept = (one for one, drop in zip(found, again, strict=True) if not drop)
    return [one if one.whole is None else replace(one, whole=place[one.whole]) for one in kept]


def of_casualties(found: list[Draft]) -> list[Draft]:
    """Return drafts with the dead and the hurt tied to the casualties before them that they add up to."""
    tied = list(found)
    for at, whole in enumerate(found[:-2]):
        dead, hurt = found[at + 1 : at + 3]
        split = whole.effect is Effect.CASUALTIES and {dead.effect, hurt.effect} == set(_BODILY)
        if split and dead.whole is None and hurt.whole is None and is_sum((dead, hurt), whole):
            tied[at + 1 : at + 3] = [replace(dead, whole=at), replace(hurt, whole=at)]
    return tied


def _told(found: Sequence[Draft], whole: int) -> dict[int | None, int]:
    """Return the drafts, by the group they tell of, that can be shares of one and are tied to none."""
    effects = _BODILY if found[whole].effect is Effect.CASUALTIES else (found[whole].effect,)
    apart = (at for at in range(whole + 1, len(found)) if found[at].trigger != found[whole].trigger)
    after = [at for at in apart if found[at].effect in effects and found[at].whole is None]
    return {found[at].group: at for at in after if found[at].group is not None and _is_share(found[at], found[whole])}


def _joined(units: Units, found: Sequence[Draft], at: int, whole: int) -> int | None:
    """Return the draft joined to a share that is one more of casualties: "nine dead and |eight wounded|"."""
    last = found[at].last
    for step in range(at + 1, len(found)) if found[whole].effect is Effect.CASUALTIES else ():
        draft, between = found[step], units[last : found[step].first]
        joined = 0 < len(between) <= _NEAR and between[-1].kind is UnitKind.CONJUNCTION
        if joined and draft.whole is None and draft.effect in _BODILY and _is_share(draft, found[whole]):
            return step
    return None


def _is_share(part: Draft, whole: Draft) -> bool:
    """Refuse a share that is larger than its whole, or of another side."""
    return not exceeds(part.people, part.count, whole.people, whole.count)
