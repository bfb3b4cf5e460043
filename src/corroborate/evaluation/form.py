"""Claims → the form of the annotation guidelines, in which labels are written and programs compared."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from corroborate.model.casualty import Count
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.mention import Attack, Blame, Content, Damage, Harm
from corroborate.model.situation import Interval

Plain: TypeAlias = "str | int | bool | Sequence[Plain] | Mapping[str, Plain] | None"
Label: TypeAlias = Mapping[str, Plain]


def labels(claims: Sequence[Claim]) -> tuple[Label, ...]:
    """Return the claims of one report as labels c1, c2 … in text order."""
    in_order = sorted(claims, key=lambda claim: (claim.span.start, claim.span.end, claim.id))
    numbers = {claim.id: f"c{number}" for number, claim in enumerate(in_order, start=1)}
    return tuple(_label(claim, numbers) for claim in in_order)


def _label(claim: Claim, numbers: Mapping[ClaimId, str]) -> Label:
    shared: Label = {
        "id": numbers[claim.id],
        "kind": claim.kind.value,
        "quote": claim.span.quote,
        "start": claim.span.start,
        "end": claim.span.end,
        "sources": [source.name for source in claim.attribution.sources],
        "when": _when(claim.situation.when),
        "where": list(claim.situation.where.names),
        "by": list(claim.by),
        "weapon": [weapon.value for weapon in claim.weapons],
        "hedge": claim.attribution.hedge,
    }
    part_of = numbers.get(claim.part_of) if claim.part_of else None
    return {**shared, **_own(claim.content, part_of), "rules": list(claim.rules)}


def _own(content: Content, part_of: str | None) -> Label:
    match content:
        case Harm(effect, people, count):
            harm: Label = {"effect": effect.value, "people": people.value}
            return {**harm, "count": _count(count), "part_of": part_of}
        case Attack(method, count, target):
            return {"method": method.value, "count": _count(count), "target": target}
        case Damage(thing, count):
            return {"object": thing.value, "count": _count(count)}
        case Blame(actor, stance, about):
            return {"actor": actor or None, "stance": stance.value, "about": about}
        case verification:
            return {"status": verification.status.value, "about": verification.about}


def _count(count: Count) -> Label:
    return {"low": count.low, "high": count.high, "qualifier": count.qualifier.value}


def _when(when: Interval | None) -> Label | None:
    return {"from": when.start.isoformat(), "to": when.end.isoformat()} if when else None
