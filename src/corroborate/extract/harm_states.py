"""Frames of harm whose trigger is a state: the dead and the missing, the wounded in hospital, people under rubble."""

from collections.abc import Iterator

from corroborate.extract.clauses import left_so, subject_of
from corroborate.extract.coordination import list_before
from corroborate.extract.drafting import Draft, draft_of, joint_effect, listed, points_back
from corroborate.extract.groups import Units, counts_people, group_at, is_known_people, people_start
from corroborate.extract.supposing import UNREAL
from corroborate.extract.units import Unit, UnitKind
from corroborate.model.casualty import Effect

_FOUND = frozenset("be remain report leave find fear confirm pronounce declare presume believe list".split())


def state(units: Units, at: int) -> Iterator[Draft]:
    """H05: "left five men dead", "dozens of dead and injured", "two are missing"; not "the dead"."""
    unit = units[at]
    sense = unit.sense("effect")
    if sense is None:
        return
    joint = joint_effect(units, at)
    kind, trigger = joint or (Effect(sense.value), at)
    index = at - 1
    while index >= 0 and (
        units[index].kind is UnitKind.ADVERB
        or units[index].word in ("who", "that", "which")
        or (units[index].kind is UnitKind.VERB and units[index].lemma in _FOUND)
    ):
        if units[index].negated or units[index].modal in UNREAL:
            return
        index -= 1
    subject = left_so(units, at) or (subject_of(units, index + 1) if index >= 0 else ())
    if subject and _can_be_found(units[subject[-1]], told=index < at - 1):
        yield from listed(units, subject, trigger, kind, "H05-state")


def _can_be_found(unit: Unit, *, told: bool) -> bool:
    """Say whether a group can be dead, wounded, missing: people, or after a verb ("was found") one person by name."""
    named = told and unit.proper and not unit.plural and not unit.senses
    return (counts_people(unit) or named) and not (unit.determiner == "the" and unit.quantity is None)


def inner_state(units: Units, at: int) -> Iterator[Draft]:
    """H08: "6.5 million internally displaced people", "three wounded men"; not "three old men"."""
    unit = units[at]
    if not unit.sense("people") or (unit.quantity is None and unit.determiner != "another"):
        return
    inner = next((sense for sense in unit.inner if sense.domain in ("effect", "harm-verb")), None)
    if inner is None or unit.determiner in ("the", "these", "those"):
        return
    group = group_at(units, at)
    if group is not None:
        yield draft_of(units, group, at, Effect(inner.value), "H08-inner-state")


def held(units: Units, at: int) -> Iterator[Draft]:
    """H12: "six people are in custody", "two suspects remained in detention"; not "goods are in custody"."""
    if (
        units[at].word != "in"
        or at + 1 >= len(units)
        or units[at + 1].word not in ("custody", "detention", "captivity")
    ):
        return
    verb = at - 1
    while verb > 0 and units[verb].kind is UnitKind.ADVERB:
        verb -= 1
    if verb < 1 or units[verb].lemma not in ("be", "remain", "hold", "keep") or units[verb].negated:
        return
    subject = subject_of(units, verb)
    if subject and is_known_people(units[subject[-1]]) and not points_back(units[subject[-1]]):
        yield from listed(units, subject, at, Effect.DETAINED, "H12-held")


def buried(units: Units, at: int) -> Iterator[Draft]:
    """H11: "people remained under the rubble", "a family under the debris"; not "papers under the rubble"."""
    if (
        units[at].word not in ("under", "beneath")
        or at + 1 >= len(units)
        or units[at + 1].word not in ("rubble", "debris", "ruins")
    ):
        return
    index = at - 1
    while index >= 0 and (
        units[index].kind is UnitKind.ADVERB
        or units[index].word == "from"  # "pulling victims from under the rubble"
        or (units[index].kind is UnitKind.VERB and units[index].lemma in ("be", "remain", "lie", "stay"))
    ):
        index -= 1
    if index < 0 or units[index].kind is not UnitKind.NOUN or not is_known_people(units[index]):
        return
    subject = list_before(units, people_start(units, index))
    if subject[0] > 1 and units[subject[0] - 1].word == "of" and units[subject[0] - 2].sense("effect"):
        return  # "the bodies of eight people from under the rubble"
    if not points_back(units[subject[-1]]) and not units[subject[-1]].pronoun:
        yield from listed(units, subject, at, Effect.TRAPPED, "H11-buried")
