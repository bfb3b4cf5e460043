"""What the rest of a report tells of an attack: which kind of force an unspecific word means, and what only repeats."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corroborate.extract.inheritance import Placed
from corroborate.model.mention import Attack, Mention, Method

_GENERIC = Method.OTHER


@dataclass(frozen=True, slots=True)
class Told:
    """An attack mention with its passage and whether its words alone ("the strikes") say no more than that there was one."""

    mention: Mention
    passage: int
    bare: bool
    generic: bool
    definite: bool = False


def settled(told: Sequence[Told]) -> list[Placed]:
    """Return the attacks that the report sets apart, each with the method that its context gives to unspecific words."""
    kept: list[Placed] = []
    seen: set[Method] = set()
    for at, attack in enumerate(told):
        content = attack.mention.content
        if not isinstance(content, Attack):
            continue
        method = _method(told, at) if attack.generic else content.method
        if attack.bare or (attack.definite and method in seen and not attack.mention.by):
            continue
        seen.add(method)
        mention = attack.mention if method is content.method else replace(attack.mention, content=replace(content, method=method))
        kept.append(Placed(mention, attack.passage))
    return kept


def _method(told: Sequence[Told], at: int) -> Method:
    """Return the method of the nearest specific attack: in the passage, before it, then after it."""
    here = told[at].passage
    aerial = told[at].mention.trigger.quote.casefold().split()[-1] in ("strike", "strikes")
    near = [(abs(other.passage - here), other.passage > here, i) for i, other in enumerate(told) if not other.generic]
    specific = [n for n in near if aerial and _of(told[n[2]]) in _STRIKES] or near
    beside = not aerial and told[at].mention.rule.startswith("A01") and any(distance == 0 for distance, _, _ in near)
    far = not aerial and told[at].mention.rule.startswith("A02") and min(near, default=(0,))[0] > 1
    if not specific or beside or far:
        return _GENERIC  # "attacks and shelling": what stands beside a specific word is something else
    return _of(told[min(specific)[2]])


_STRIKES = (Method.AIRSTRIKE, Method.DRONE_ATTACK, Method.MISSILE_STRIKE)


def _of(told: Told) -> Method:
    content = told.mention.content
    return content.method if isinstance(content, Attack) else _GENERIC
