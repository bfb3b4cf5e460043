"""Shares that add up to the number told before them, which need no word to say that they are its shares."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.extract.drafting import Draft
from corroborate.extract.groups import may_be_among
from corroborate.model.casualty import Qualifier


def of_one_verb(drafts: list[Draft]) -> list[Draft]:
    """Return drafts with those tied to the first of their verb that add up to it: "14 men, six A, seven B and a C"."""
    found = list(drafts)
    for at, whole in enumerate(drafts):
        mates = [i for i, one in enumerate(drafts) if one.trigger == whole.trigger and one.effect == whole.effect]
        rest = mates[1:]
        counts = [drafts[i].count for i in rest]
        exact = all(count.qualifier is Qualifier.EXACT for count in (whole.count, *counts))
        within = all(
            may_be_among(drafts[i].people, whole.people) for i in rest
        )  # no two men and three boys of five women
        added_up = sum(count.low or 0 for count in counts)
        if mates[0] == at and len(rest) > 1 and exact and within and added_up == whole.count.low:
            for i in rest:
                found[i] = replace(drafts[i], whole=at)
    return found


def of_the_rest(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts with those behind one tied to it where they add up to it: "20 died, |12| in A and |eight| in B"."""
    found = list(drafts)
    for at, whole in enumerate(drafts):
        rest = drafts[at + 1 :]
        exact = all(one.effect is whole.effect and one.whole is None and _is_exact(one) for one in (whole, *rest))
        within = all(may_be_among(one.people, whole.people) for one in rest)
        if exact and within and len(rest) > 1 and sum(one.count.low or 0 for one in rest) == whole.count.low:
            found[at + 1 :] = [replace(one, whole=at) for one in rest]
    return found


def _is_exact(draft: Draft) -> bool:
    return draft.count.qualifier is Qualifier.EXACT
