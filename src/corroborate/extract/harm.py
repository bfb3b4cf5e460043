"""People affected: the frames in which reports say that somebody was killed, injured, displaced and so on.

Each frame is a function with an id, tried in this order at each unit; each reads units and yields drafts.
"""

from collections.abc import Callable, Iterator

from corroborate.extract import harm_nouns, harm_verbs
from corroborate.extract.drafting import Draft, joint_effect
from corroborate.extract.groups import Units
from corroborate.model.casualty import Effect

Frame = Callable[[Units, int], Iterator[Draft]]

FRAMES: tuple[Frame, ...] = (
    harm_verbs.nobody,
    harm_verbs.passive,
    harm_verbs.active,
    harm_verbs.reduced,
    harm_verbs.intransitive,
    harm_nouns.state,
    harm_nouns.toll,
    harm_nouns.deed,
    harm_verbs.object_frame,
    harm_nouns.inner_state,
    harm_verbs.driven,
    harm_nouns.buried,
)


def drafts(units: Units) -> list[Draft]:
    """Return the harm that a passage tells, in the order of its words, each told once."""
    found: list[Draft] = []
    for at in range(len(units)):
        if at > 1 and joint_effect(units, at - 2) is not None:
            continue  # the second word of "killed and wounded"
        if any(draft.trigger == at for draft in found):
            continue  # the noun of "suffered burns"
        for frame in FRAMES:
            made = list(frame(units, at))
            if made:
                found.extend(made)
                break
    return _distinct(sorted(found, key=lambda draft: (draft.first, draft.last)))


def _distinct(found: list[Draft]) -> list[Draft]:
    """Keep one draft for each group and effect: the first of those that stand on the same words."""
    kept: dict[tuple[int, Effect], Draft] = {}
    for draft in found:
        kept.setdefault((draft.first if draft.group is None else draft.group, draft.effect), draft)
    return list(kept.values())
