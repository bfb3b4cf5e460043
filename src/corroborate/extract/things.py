"""What can be harmed: which kind of thing a noun group names, how many, and where its phrase ends."""

from collections.abc import Iterable, Iterator
from functools import cache

from corroborate.extract.groups import chain_end
from corroborate.extract.lexicon import rule_words, word_classes
from corroborate.extract.line import Line
from corroborate.extract.units import Unit, UnitKind
from corroborate.model.casualty import VAGUE, Count
from corroborate.model.mention import DamagedObject
from corroborate.model.passing import passing

_DEEPEST = 4  # parts of parts that are followed; no sentence for people goes deeper
_OPEN_KINDS = frozenset((DamagedObject.OTHER, DamagedObject.VEHICLE, DamagedObject.INFRASTRUCTURE))


@cache
def words_of(*kinds: str) -> frozenset[str]:
    """Return the words of some classes of `damage_words.tsv`."""
    classes = word_classes("damage_words.tsv")
    return frozenset[str]().union(*(classes[kind] for kind in kinds))


@passing
class Thing:
    """A thing that a noun group names: units [first, last), its kind, how many.

    `named` says that its kind is known by its words; `area` that it is a stretch of land.
    """

    first: int
    last: int
    kind: DamagedObject
    count: Count
    named: bool
    area: bool = False


@passing
class DamageDraft:
    """Damage in terms of units: [first, last) carries it, `thing` is what was harmed."""

    first: int
    last: int
    trigger: int
    thing: Thing
    rule: str

    @property
    def object(self) -> DamagedObject:
        """Return the kind of thing that was harmed."""
        return self.thing.kind

    @property
    def count(self) -> Count:
        """Return how many were harmed."""
        return self.thing.count


def told(things: Iterable[Thing], trigger: int, rule: str) -> Iterator[DamageDraft]:
    """Yield a draft for each thing; the first carries the trigger, the others their own words."""
    for number, thing in enumerate(things):
        near = number == 0 or thing.last <= trigger
        first = min(thing.first, trigger) if near else thing.first
        yield DamageDraft(first, max(thing.last, trigger + 1) if near else thing.last, trigger, thing, rule)


def thing_at(line: Line, at: int, depth: int = 0) -> Thing | None:
    """Return the thing that the noun group at an index names, with what it is part of; None where it names none."""
    if not line.is_noun(at) or line.units[at].pronoun or depth > _DEEPEST:
        return None
    unit = line.units[at]
    whole = thing_inside(line, at) if unit.word in words_of("compass") else _whole(line, at, depth)
    if whole is not None:
        return whole
    sense = unit.sense("object")
    if sense is not None:
        kind = _military(line, at, DamagedObject.OTHER if _is_named_house(line, at) else DamagedObject(sense.value))
        return Thing(at, at + 1, kind, count_of(unit), named=True, area=sense.detail == "area")
    return _unnamed(line, at)


def thing_inside(line: Line, at: int) -> Thing | None:
    """Return the thing named before the last word of a group that took that word in: "many |houses| ablaze"."""
    unit = line.units[at]
    sense = next((sense for sense in reversed(unit.inner) if sense.domain == "object"), None)
    return None if sense is None else Thing(at, at + 1, DamagedObject(sense.value), count_of(unit), named=True)


def _whole(line: Line, at: int, depth: int) -> Thing | None:
    """Return the whole of which a group names a part: "the roof of the school", "two of the houses"."""
    unit = line.units[at]
    part = unit.word in words_of("part") or (not unit.word and unit.quantity is not None)
    if part and line.word(at + 1) in ("of", "in") and line.is_noun(at + 2):
        whole = thing_at(line, at + 2, depth + 1)
        if whole is None or (not whole.named and line.word(at + 1) == "in"):
            return None
        count = whole.count if unit.quantity is None else count_of(unit)
        return Thing(at, whole.last, whole.kind, count, whole.named, whole.area)
    owner = next((sense for sense in reversed(unit.inner) if sense.domain == "object"), None)
    if unit.word in words_of("part") and owner is not None and unit.word not in ("building", "buildings"):
        return Thing(at, at + 1, DamagedObject(owner.value), Count.exactly(1), named=True)
    return None


def _is_named_house(line: Line, at: int) -> bool:
    """Tell "Cedar House", a building's name, from a house."""
    unit = line.units[at]
    head, before = line.tokens[unit.last - 1], line.tokens[unit.last - 2] if unit.last - unit.first > 1 else None
    return head.text == "House" and before is not None and before.text[:1].isupper()


def _military(line: Line, at: int, kind: DamagedObject) -> DamagedObject:
    """Return the kind of a thing, military where the words before it say who fights with it."""
    return DamagedObject.MILITARY if kind in _OPEN_KINDS and _is_armed(line, at) else kind


def _is_armed(line: Line, at: int) -> bool:
    unit = line.units[at]
    before = {token.folded for token in line.tokens[unit.first : unit.last - 1]}
    behind = line.units[at + 2] if line.word(at + 1) in ("of", "belonging to") and line.is_noun(at + 2) else None
    owner = behind.any_sense("group") or behind.sense("actor") if behind is not None else None
    forces = owner is not None and owner.value in ("armed_group", "state_force", "force")
    return not before.isdisjoint(words_of("armed")) or forces or _holds_arms(line, at)


def _holds_arms(line: Line, at: int) -> bool:
    """Say whether a thing is told to hold or bear arms: "warehouses with weapons", "cars fitted with machine guns"."""
    if line.word(at + 1) in _FITTED and line.word(at + 2) == "with" and line.is_noun(at + 3):
        return line.units[at + 3].sense("weapon") is not None
    if line.word(at + 1) not in ("with", "for", "full of") or not line.is_noun(at + 2):
        return False
    return bool(line.words(at + 2) & {"weapons", "ammunition", "arms"})


_FITTED = rule_words("fitted")


def _unnamed(line: Line, at: int) -> Thing | None:
    """Return a thing whose kind its words leave open; None for people, places and what is no thing."""
    unit = line.units[at]
    weapon = unit.sense("weapon")
    if weapon is not None and weapon.value in ("chemical", "chlorine", "sarin"):
        return None  # stocks are destroyed by treaty
    if weapon is not None:
        return Thing(at, at + 1, DamagedObject.MILITARY, count_of(unit), named=False)
    if unit.word in words_of("arms"):
        banned = words_of("banned").isdisjoint(line.words(at) | line.words(at + 2))
        return Thing(at, at + 1, DamagedObject.MILITARY, count_of(unit), named=True) if banned else None
    senses = {sense.domain for sense in unit.senses}
    if (
        not unit.word
        or senses & {"people", "actor", "group", "attack", "effect", "damage", "weapon"}
        or line.is_proper(at)
    ):
        return None
    if unit.word in words_of("abstract", "rubble"):
        return None
    return Thing(at, at + 1, _military(line, at, DamagedObject.OTHER), count_of(unit), named=False)


def count_of(unit: Unit) -> Count:
    """Return how many things a noun group speaks of."""
    if unit.quantity is not None and not unit.is_none:
        return unit.quantity.count
    if unit.determiner == "both":
        return Count.exactly(2)
    many = unit.plural or unit.determiner in ("every", "all") or unit.word in _MASS
    return VAGUE if many else Count.exactly(1)


_MASS = rule_words("mass_things")


def list_from(line: Line, at: int) -> tuple[Thing, ...]:
    """Return the things listed from an index on: "two houses, a school and cars"."""
    found: list[Thing] = []
    index: int | None = at
    while index is not None:
        thing = thing_at(line, index)
        if thing is None or (found and not (thing.named or _carries_on(line, index))):
            break
        if found and _is_one(line, found[-1], thing):
            found[-1] = _together(found[-1], thing)
        else:
            found.append(thing)
        index = _next(line, _past_use(line, max(thing.last, chain_end(line.units, thing.last - 1))))
    return tuple(found)


def _past_use(line: Line, at: int) -> int:
    """Step over what a thing is used for or holds: "a house |used as a base| and two cars"."""
    behind = chain_end(line.units, at + 2) if is_used(line, at) else at
    return behind if _next(line, behind) is not None else at


def is_used(line: Line, at: int) -> bool:
    """Say whether a participle begins what a thing is used for: "|belonging| to the army", not "|used| the house"."""
    return line.word(at) in _USED and line.is_noun(at + 2) and line.units[at + 1].kind in _TIES


_USED = rule_words("used_for")
_TIES = (UnitKind.PREPOSITION, UnitKind.SUBORDINATOR)


def _is_one(line: Line, left: Thing, right: Thing) -> bool:
    """Say whether two things of a list are one claim: one kind, the second not counted ("clinics and hospitals")."""
    unit = line.units[right.first]
    alike = left.kind is right.kind or not left.named
    return alike and unit.quantity is None and unit.determiner not in ("a", "an", "another", "one")


def _together(left: Thing, right: Thing) -> Thing:
    main = left if left.named else right
    return Thing(left.first, right.last, main.kind, main.count, main.named, main.area)


def _carries_on(line: Line, at: int) -> bool:
    """Say whether an unknown noun carries on a list of things: one that another owns, or that opens no clause."""
    owned = line.units[at].determiner in ("other", "its", "their")
    doing = line.word(at).endswith(("ing", "ed")) and line.units[at].sense("object") is None
    return owned or (not doing and not line.is_verb(at + 1) and line.units[at].quantity is None)


def _next(line: Line, at: int) -> int | None:
    """Return where the next thing of a list stands: behind a comma or "and", or at once where a text lost them."""
    step = at
    while step < at + _JOINT and (_is_joint(line, step) or line.word(step) in ("to", "on")):
        step += 1
    if not line.is_noun(step):
        return None
    if step == at:
        unit = line.units[step]
        counted = unit.quantity is not None or unit.determiner in ("a", "an")
        return step if counted and unit.sense("object") else None
    joined = any(_is_joint(line, i) for i in range(at, step))
    governs = line.is_verb(step + 1) and not is_used(line, step + 1)
    return step if joined and not governs else None


_JOINT = 3  # units between two things of a list: ", and to"


def _is_joint(line: Line, at: int) -> bool:
    unit = line.units[at] if at < len(line.units) else None
    return unit is not None and (unit.kind in _JOINTS or unit.word == ",") and unit.word != "but"


_JOINTS = (UnitKind.CONJUNCTION, UnitKind.INCLUDING)


def list_to(line: Line, at: int) -> tuple[Thing, ...]:
    """Return the things listed up to an index, in order: "two houses, a school and |a car| were"."""
    found: list[Thing] = []
    index = at
    while True:
        thing = thing_at(line, index)
        if thing is None or (found and not thing.named):
            break
        found.insert(0, thing)
        step = index - 1
        while step > 0 and _is_joint(line, step):
            step -= 1
        apart = step == index - 1
        if (
            step < 0
            or not line.is_noun(step)
            or (apart and not (line.units[step].quantity and line.units[index].quantity))
        ):
            break
        if line.word(step - 1) == "of" and line.is_noun(step - 2):
            step -= 2
        index = step
    merged: list[Thing] = []
    for thing in found:
        if merged and _is_one(line, merged[-1], thing):
            merged[-1] = _together(merged[-1], thing)
        else:
            merged.append(thing)
    return tuple(merged)
