"""Things harmed: buildings, vehicles, works, and the nouns that tell of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corroborate.extract.groups import chain_end, phrase_start
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import VAGUE, Count, Qualifier
from corroborate.model.mention import DamagedObject

Units = Sequence[Unit]

_SPECIFIC = frozenset(("hospital", "school", "home", "market", "worship", "aid", "vehicle", "infrastructure"))
_HIT = frozenset(("hit", "strike"))
_UNREAL = frozenset(("will", "would", "may", "might", "can", "should", "could", "must", "couldn't", "can't"))


_BRING = frozenset(("cause", "inflict", "leave", "result", "report", "lead", "bring", "suffer", "sustain", "wreak", "see"))


@dataclass(frozen=True, slots=True)
class DamageDraft:
    """Damage in terms of units: [first, last) carries it."""

    first: int
    last: int
    trigger: int
    object: DamagedObject
    count: Count
    rule: str


def drafts(units: Units) -> list[DamageDraft]:
    """Return the damage that a passage tells, in the order of its words."""
    found: list[DamageDraft] = []
    for at in range(len(units)):
        for frame in (verb, noun, service):
            made = list(frame(units, at))
            if made:
                found.extend(made)
                break
    return found


def verb(units: Units, at: int) -> Iterator[DamageDraft]:
    """D01: "destroyed two houses", "a hospital was hit", "the building collapsed"."""
    unit = units[at]
    if unit.kind is not UnitKind.VERB or unit.negated or unit.modal in _UNREAL or unit.voice is Voice.INFINITIVE:
        return
    sense = unit.sense("damage-verb")
    hit = unit.lemma in _HIT
    if sense is None and not hit:
        return
    for index in _things(units, at, sense.detail if sense else "vt"):
        thing = units[index].sense("object")
        if thing is None and sense is None:
            continue
        if hit and sense is None and (thing is None or thing.value not in _SPECIFIC):
            continue
        kind = DamagedObject(thing.value) if thing else DamagedObject.OTHER
        if thing is None and not (units[index].word and sense is not None and not units[index].sense("people") and not units[index].pronoun):
            continue
        yield DamageDraft(min(index, at), max(index, at) + 1, at, kind, _count(units[index]), "D01-verb")


def _things(units: Units, at: int, frame: str) -> tuple[int, ...]:
    unit = units[at]
    after = at + 1
    while after < len(units) and units[after].kind is UnitKind.ADVERB:
        after += 1
    has_object = after < len(units) and units[after].kind is UnitKind.NOUN
    if frame == "vi" or unit.voice is Voice.PASSIVE or (unit.voice is Voice.BARE and not has_object):
        before = at - 1
        while before >= 0 and (units[before].kind is UnitKind.ADVERB or units[before].word in ("which", "that")):
            before -= 1
        if before < 0 or units[before].kind is not UnitKind.NOUN:
            return ()
        head = before if frame == "vi" and units[before].sense("object") else phrase_start(units, before)
        return _back(units, head)
    return _forth(units, after) if has_object else ()


def _forth(units: Units, at: int) -> tuple[int, ...]:
    found = [at]
    last = chain_end(units, at)
    while last + 1 < len(units) and (units[last].kind is UnitKind.CONJUNCTION or units[last].word == ","):
        step = last + 1 if units[last + 1].kind is UnitKind.NOUN else last + 2
        if step >= len(units) or units[step].kind is not UnitKind.NOUN or units[step].sense("object") is None:
            break
        found.append(step)
        last = chain_end(units, step)
    return tuple(found)


def _back(units: Units, at: int) -> tuple[int, ...]:
    found = [at]
    while found[0] >= 2 and units[found[0] - 1].kind is UnitKind.CONJUNCTION and units[found[0] - 2].sense("object"):  # noqa: PLR2004
        found.insert(0, found[0] - 2)
    return tuple(found)


def _count(unit: Unit) -> Count:
    if unit.quantity is not None and unit.quantity.count.qualifier is not Qualifier.NONE:
        return unit.quantity.count
    return VAGUE if unit.plural or not unit.word else Count.exactly(1)


def noun(units: Units, at: int) -> Iterator[DamageDraft]:
    """D02: "damage to homes", "the destruction of a school", "material damage"."""
    unit = units[at]
    if unit.kind is not UnitKind.NOUN or unit.sense("damage") is None or unit.determiner == "no":
        return
    if unit.quantity is not None and unit.quantity.count.qualifier is Qualifier.NONE:
        return
    if at + 2 < len(units) and units[at + 1].word in ("to", "of", "in") and units[at + 2].kind is UnitKind.NOUN:
        things = [index for index in _forth(units, at + 2) if units[index].sense("object")]
        for index in things or (at + 2,):
            thing = units[index].sense("object")
            first = at if index == (things or [at + 2])[0] else index
            yield DamageDraft(first, index + 1, at, DamagedObject(thing.value) if thing else DamagedObject.OTHER, _count(units[index]), "D02-noun-of")
    elif any(u.kind is UnitKind.VERB and u.lemma in _BRING for u in units[max(0, at - 5) : at + 3]):
        yield DamageDraft(at, at + 1, at, DamagedObject.OTHER, VAGUE, "D02-noun")


def service(units: Units, at: int) -> Iterator[DamageDraft]:
    """D03: "put the hospital out of service", "a fire broke out in a warehouse"."""
    unit = units[at]
    if unit.word == "out of" and at + 1 < len(units) and units[at + 1].word in ("service", "action", "order", "commission"):
        for index in range(at - 1, max(-1, at - 6), -1):
            thing = units[index].sense("object")
            if thing:
                yield DamageDraft(index, at + 2, at, DamagedObject(thing.value), _count(units[index]), "D03-service")
                return
    if unit.kind is UnitKind.VERB and unit.lemma == "break out" and at + 2 < len(units) and units[at + 1].word in ("in", "at"):
        thing = units[at + 2].sense("object")
        if thing:
            yield DamageDraft(max(0, at - 1), at + 3, at, DamagedObject(thing.value), _count(units[at + 2]), "D03-fire")
