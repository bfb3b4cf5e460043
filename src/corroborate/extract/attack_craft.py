"""What craft and gunmen do to people and things: "warplanes killed two", "killed by a sniper"."""

from collections.abc import Iterator

from corroborate.extract.force import (
    AttackDraft,
    Units,
    count_of,
    craft_methods,
    is_noun,
    is_time,
    object_of,
    opening,
    skip,
    weapons_in,
    words_of,
)
from corroborate.extract.groups import chain_end
from corroborate.extract.lexicon import rule_words
from corroborate.extract.rules import begins
from corroborate.extract.subjects import subject_of
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import Count
from corroborate.model.mention import Method

_RAMMING = rule_words("ramming")
_CROWDS = frozenset(("crowd", "group", "queue", "checkpoint"))
_BY_CRAFT = ("killed", "injured", "casualties", "damage")  # what craft do to people and things by force


@begins(senses=("harm-verb", "damage-verb"), at=UnitKind.VERB)
def craft_subject(units: Units, at: int) -> Iterator[AttackDraft]:
    """A07: "warplanes killed three people", "snipers killed a boy", "air defences destroyed nine drones"."""
    unit = units[at]
    sense = unit.sense("harm-verb") or unit.sense("damage-verb")
    if sense is None or unit.voice not in (Voice.ACTIVE, Voice.BARE, Voice.PASSIVE):
        return
    subject = subject_of(units, at)
    thing = object_of(units, at)
    if thing is None and sense.value in _BY_CRAFT and not unit.negated:
        yield from _by_craft(units, at, subject)
        return
    if subject is None or thing is None or sense.value not in _BY_CRAFT:
        return
    defends = not words_of("air_defence").isdisjoint(units[subject].word.split())
    downed = defends and (units[thing].word in craft_methods() or units[thing].sense("weapon") is not None)
    method = Method.SHOOTDOWN if downed else craft_methods().get(units[subject].word)
    if method is None:
        return
    if units[thing].sense("attack") or (subject and units[subject - 1].word == "by"):
        return  # "jets executed raids", "air strikes by the coalition killed two"
    if unit.sense("harm-verb") and not _is_somebody(units[thing]):
        return  # "the coalition called on them to eliminate the threat"
    named = weapons_in(units, subject, subject + 1)
    if downed:
        count, last = count_of(units[thing]), chain_end(units, thing)
        yield AttackDraft(subject, last, at, method, count, "A07-craft-subject", thing)
        return
    yield AttackDraft(subject, at + 1, at, method, count_of(units[subject]), "A07-craft-subject", None, named)


def _by_craft(units: Units, at: int, harmed: int | None) -> Iterator[AttackDraft]:
    """Tell what craft or gunmen did, named behind "by": "was killed |by a sniper|"."""
    by = skip(units, at + 1)
    by = skip(units, by + 1) if by < len(units) and is_time(units, by) else by  # "killed |on Friday| by"
    if by + 1 >= len(units) or units[by].word != "by" or units[by + 1].word not in craft_methods():
        return
    agent = by + 1
    method, named = craft_methods()[units[agent].word], weapons_in(units, agent, agent + 1)
    yield AttackDraft(opening(harmed, at), agent + 1, at, method, Count.exactly(1), "A07-craft-subject", None, named)


@begins(*_RAMMING, at=UnitKind.VERB)
def rammed(units: Units, at: int) -> Iterator[AttackDraft]:
    """A14: "rammed his car into soldiers", "a van was driven into a crowd"; not "a bus ploughed into a crowd"."""
    passive = units[at].voice is Voice.PASSIVE
    driver, vehicle = subject_of(units, at), subject_of(units, at) if passive else object_of(units, at)
    sense = units[vehicle].sense("object") if vehicle is not None else None
    if (
        driver is None
        or vehicle is None
        or units[at].lemma not in _RAMMING
        or sense is None
        or sense.value != "vehicle"
    ):
        return
    into = (at if passive else vehicle) + 1
    meets = into + 1 < len(units) and units[into].word in ("into", "through") and is_noun(units, into + 1)
    hit = units[into + 1] if meets else None
    crowd = hit is not None and (hit.sense("people") is not None or hit.sense("actor") or hit.lemma in _CROWDS)
    if not crowd or weapons_in(units, 0, len(units)):
        return  # "drove a truck full of explosives into the gate"
    first, last = opening(driver, at), chain_end(units, into + 1)
    yield AttackDraft(first, last, at, Method.OTHER, Count.exactly(1), "A14-rammed", into + 1)


def _is_somebody(unit: Unit) -> bool:
    return unit.sense("people") is not None or unit.proper or unit.pronoun or unit.quantity is not None
