"""Shares that add up to the number told before them, which need no word to say that they are its shares."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.extract.coordination import coordinated
from corroborate.extract.drafting import Draft
from corroborate.extract.groups import Units, chain_end, is_known_people, may_be_among
from corroborate.extract.units import UnitKind
from corroborate.model.casualty import Qualifier

LISTED = "P10-added-up"


def of_one_verb(drafts: list[Draft]) -> list[Draft]:
    """Return drafts with those tied to the first of their verb that add up to it: "14 men, six A, seven B and a C"."""
    found = list(drafts)
    for at, whole in enumerate(drafts):
        mates = [i for i, one in enumerate(drafts) if one.trigger == whole.trigger and one.effect == whole.effect]
        if mates[0] == at and _add_up([drafts[i] for i in mates[1:]], whole):
            for i in mates[1:]:
                found[i] = replace(drafts[i], whole=at)
    return found


def of_the_rest(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts with those behind one tied to it where they add up to it: "20 died, |12| in A and |eight| in B"."""
    found = list(drafts)
    for at, whole in enumerate(drafts):
        rest = drafts[at + 1 :]
        alike = all(one.effect is whole.effect and one.whole is None for one in (whole, *rest))
        if alike and _add_up(rest, whole):
            found[at + 1 :] = [replace(one, whole=at) for one in rest]
    return found


def listed_behind(units: Units, at: int) -> tuple[tuple[int, ...], str]:
    """P10: "three people were killed, |a woman| and |two boys|", "|one| by mines and |two| by shells"; not "… said"."""
    if units[at].word != "," or not at or at + 1 >= len(units) or units[at - 1].sense("harm-verb") is None:
        return (), ""
    spread = _spread(units, at + 1)
    if len(spread) > 1:
        return spread, LISTED
    first = units[at + 1]
    if first.kind is not UnitKind.NOUN or not (is_known_people(first) and first.word):
        return (), ""
    listed = tuple(coordinated(units, at + 1, inserted=True))
    behind = chain_end(units, listed[-1])
    ends = behind >= len(units) or units[behind].kind is UnitKind.SIGN
    return (listed, LISTED) if ends and len(listed) > 1 else ((), "")


def _spread(units: Units, at: int) -> tuple[int, ...]:
    """Return the bare numbers of a list up to its end, each with a phrase: "|seven| by mines and |four| in raids"."""
    found: list[int] = []
    while at + 2 < len(units) and units[at].quantity is not None and not units[at].word:
        if units[at + 1].kind is not UnitKind.PREPOSITION or units[at + 1].word == "of":
            return ()
        found.append(at)
        at = chain_end(units, at + 2)
        while at < len(units) and (units[at].word == "," or units[at].kind is UnitKind.CONJUNCTION):
            at += 1
    return tuple(found) if at >= len(units) or units[at].kind is UnitKind.SIGN else ()


def _add_up(parts: Sequence[Draft], whole: Draft) -> bool:
    """Say whether several groups add up to one of whom they may be a part: no two men and three boys to five women."""
    within = all(may_be_among(one.people, whole.people) for one in parts)
    return len(parts) > 1 and within and is_sum(parts, whole)


def is_sum(parts: Sequence[Draft], whole: Draft) -> bool:
    """Say whether shares add up to their whole, one by one."""
    exact = all(one.count.qualifier is Qualifier.EXACT for one in (whole, *parts))
    return exact and sum(one.count.low or 0 for one in parts) == whole.count.low
