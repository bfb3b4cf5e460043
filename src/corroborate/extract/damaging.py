"""Things harmed, told by a verb: destroyed, hit, torn through, crashed, set on fire, put out of service."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.extract.force import QUOTES
from corroborate.extract.groups import phrase_start
from corroborate.extract.lexicon import rule_words
from corroborate.extract.line import Line
from corroborate.extract.rules import begins
from corroborate.extract.things import (
    DamageDraft,
    Thing,
    count_of,
    is_used,
    list_from,
    list_to,
    thing_at,
    thing_inside,
    told,
    words_of,
)
from corroborate.extract.units import UnitKind, Voice
from corroborate.extract.unused import coordinated, unreality
from corroborate.model.casualty import Count
from corroborate.model.mention import DamagedObject

_UNREAL = frozenset("will would may might can should could must couldn't can't wouldn't won't".split())
_REACH = 6
_CRASHING = rule_words("crashing")
_SETTING_ALIGHT = rule_words("setting_alight")
_STARTING_FIRES = rule_words("starting_fires")
_LYING = rule_words("lying_in_ruins")


def is_real(line: Line, at: int) -> bool:
    """Say whether the verb at an index tells what happened, and not what did not, may, should or was only meant."""
    unit = line.units[at]
    leader = coordinated(line.units, at)
    if leader is not None:
        return is_real(line, leader)
    if unit.voice is Voice.INFINITIVE:
        return not unreality(line.units, at)  # "managed |to destroy| it"
    return not unit.negated and unit.modal not in _UNREAL


@begins(senses=("damage-verb",), of=lambda: words_of("topple"), at=UnitKind.VERB)
def destroyed(line: Line, at: int) -> Iterator[DamageDraft]:
    """D01: "destroyed two houses", "three shops and a mosque were damaged", "a tower collapsed", "a depot blew up"."""
    unit = line.units[at]
    sense = unit.sense("damage-verb")
    if not is_real(line, at) or (sense is None and unit.lemma not in words_of("topple")):
        return
    behind = line.skip(at + 1)
    behind += behind > at + 1 and line.word(behind) == "of"  # "destroyed most |of the aid|"
    before = line.units[at - 1].kind if at else UnitKind.SIGN
    bare = unit.voice is Voice.BARE
    within = bare and before in (UnitKind.PREPOSITION, UnitKind.CONJUNCTION)  # "the rubble of |collapsed buildings|"
    suffers = unit.voice is Voice.PASSIVE or (sense is not None and sense.detail == "vi" and not within)
    if line.is_noun(behind) and not suffers:
        yield from told(list_from(line, behind), at, "D01-destroyed")
    elif suffers or bare:
        yield from told(_suffering(line, at), at, "D01-destroyed")
    elif unit.lemma in words_of("gives_way"):
        fixed = (thing for thing in _suffering(line, at) if thing.named and thing.kind is not DamagedObject.VEHICLE)
        yield from told(fixed, at, "D01-destroyed")  # "the depot |blew up|", but a car that does is a bomb


def _suffering(line: Line, at: int) -> tuple[Thing, ...]:
    """Return the things that are the subject of a verb: a list, or the named head of a phrase ("homes in A and B")."""
    near, which = line.before(at), line.skip(at - 1, back=True)
    if line.word(which) == "which" and line.word(which - 1) == "of" and line.word(which - 3) == ",":
        whole = thing_at(line, which - 4)  # "shops, |two of which| were destroyed"
        count = count_of(line.units[which - 2])
        return () if whole is None else (replace(whole, first=which - 2, last=which + 1, count=count),)
    near = near - 1 if near and line.word(near) in QUOTES else near  # "the houses |“|were destroyed”"
    if near is None or not line.is_noun(near):
        return ()
    if line.units[at].voice is Voice.PASSIVE:
        near = _past_clause(line, near)
    last = near
    head = phrase_start(line.units, near)
    while head == near and line.is_proper(near) and near > 1 and line.units[near - 1].kind is UnitKind.CONJUNCTION:
        near = near - 2
        head = phrase_start(line.units, near) if line.is_noun(near) else near
    head = _past_place(line, head)
    if line.units[head].sense("people") is not None:
        return ()  # "|a guard| at the school was hit"
    known = [i for i in range(head, last + 1) if (thing := thing_at(line, i)) is not None and thing.named]
    named = next((i for i in known if line.word(i - 1) not in ("of", "'s")), known[0] if known else head)
    named = head if named > head and _is_where(line, head, named) else named
    among = (thing for thing in list_from(line, named)[1:] if thing.named and thing.last <= at)
    return (*list_to(line, named), *among)  # "several sites, |including a clinic|, were hit"


def _is_where(line: Line, head: int, at: int) -> bool:
    """Say whether a stretch of land only tells where a thing is: "the tanks |in the city| were destroyed"."""
    land, thing = thing_at(line, at), thing_at(line, head)
    lies = line.word(at - 1) in ("in", "at", "near", "around", "outside")
    return lies and land is not None and land.area and thing is not None and line.word(head) not in words_of("part")


def _past_clause(line: Line, near: int) -> int:
    """Step from a clause that ends at a noun to what it tells of: "|two cars| that were in the street (were hit)".

    "|the men| guarding the bridge", "|a car| parked near the bank"; not "said the bridge (was hit)".
    """
    units, verb = line.units, None
    for index in range(near - 1, max(0, near - _CLAUSE), -1):
        unit = units[index]
        if unit.word in _RELATIVES:
            return index - 1 if verb is not None and line.is_noun(index - 1) else near
        pair = unit.kind is UnitKind.CONJUNCTION and line.is_proper(index - 1) and line.is_proper(index + 1)
        if not pair and unit.kind in (UnitKind.SIGN, UnitKind.CONJUNCTION, UnitKind.SUBORDINATOR):
            break
        if unit.kind is UnitKind.VERB and verb is None:
            verb = index
    if verb is None or not line.is_noun(verb - 1) or units[verb].auxiliary or units[verb].modal:
        return near
    tied = units[verb].voice is Voice.BARE and units[verb + 1].kind is UnitKind.PREPOSITION
    return verb - 1 if units[verb].voice is Voice.ING or tied else near


_RELATIVES = frozenset(("that", "which", "who"))
_CLAUSE = 12  # units of a clause between the thing it tells of and that thing's verb


def _past_place(line: Line, at: int) -> int:
    """Step from a place or a use to what has it: "|the hotel| across from the gate", "|a house| used as a base"."""
    if is_used(line, at - 2) and line.is_noun(at - 3):
        return phrase_start(line.units, at - 3)
    if line.word(at) in words_of("compass") and line.word(at + 1) == "of" and line.is_noun(at - 1):
        return phrase_start(line.units, at - 1)
    stands_there = line.is_noun(at - 3) and line.units[at - 1].kind is line.units[at - 2].kind is UnitKind.PREPOSITION
    return phrase_start(line.units, at - 3) if stands_there else at


@begins(of=lambda: words_of("hit"), at=UnitKind.VERB)
def struck(line: Line, at: int) -> Iterator[DamageDraft]:
    """D02: "a rocket hit a clinic", "a police car was hit": a certain building or vehicle, not a stretch of land."""
    unit = line.units[at]
    if not is_real(line, at) or unit.lemma not in words_of("hit"):
        return
    behind = line.skip(at + 1)
    passive = unit.voice is Voice.PASSIVE or (unit.voice is Voice.BARE and line.word(behind) in ("by", "in", "during"))
    things = _suffering(line, at) if passive else tuple(list_from(line, behind)) if line.is_noun(behind) else ()
    yield from told((thing for thing in things if thing.named and _is_certain(line, thing)), at, "D02-struck")


def _is_certain(line: Line, thing: Thing) -> bool:
    """Say whether a thing is a certain one: no stretch of land, unless it is counted ("hit 12 positions")."""
    quantity = line.units[thing.first].quantity
    return not thing.area or (quantity is not None and quantity.numeral)


@begins(of=lambda: words_of("into"), at=UnitKind.VERB)
def torn(line: Line, at: int) -> Iterator[DamageDraft]:
    """D03: "shells landed on homes", "a blast ripped through the embassy", "slammed into a shop"."""
    unit = line.units[at]
    if not is_real(line, at) or unit.lemma not in words_of("into"):
        return
    behind = line.skip(at + 1)
    through = line.word(behind) in words_of("through")
    if not through and unit.lemma not in words_of("tear"):
        return
    subject = line.subject(at)
    chain = range(subject, at) if subject is not None else range(0)
    domains = ("weapon", "attack", "actor", "object")
    fallen = any(line.words(i) & (words_of("rubble") | {"shrapnel", "fragments"}) for i in chain)
    forced = fallen or any(line.units[i].any_sense(domain) for i in chain for domain in domains)
    things = list_from(line, behind + through) if forced and line.is_noun(behind + through) else ()
    whole = (thing for thing in things if line.word(thing.first) not in words_of("part"))
    yield from told((thing for thing in whole if thing.named and not thing.area), at, "D03-torn")


@begins(*_CRASHING, at=UnitKind.VERB)
def crashed(line: Line, at: int) -> Iterator[DamageDraft]:
    """D04: "the helicopter crashed near the town": the craft, not where one only points to it ("the jet that")."""
    unit = line.units[at]
    pointed = line.word(at - 1) in ("that", "which")
    if pointed or not is_real(line, at) or unit.lemma not in _CRASHING or unit.voice is Voice.ING:
        return
    before = (line.subject(at), line.before(at))
    craft = next((i for i in before if i is not None and _is_craft(line, i)), None)
    if craft is not None:
        yield from told(
            (Thing(craft, craft + 1, DamagedObject.MILITARY, Count.exactly(1), named=True),), at, "D04-crashed"
        )


def _is_craft(line: Line, at: int) -> bool:
    sense = line.units[at].sense("actor")
    return sense is not None and sense.value == "craft" and not line.units[at].plural


@begins(*_LYING, of=lambda: words_of("reduce"), at=UnitKind.VERB)
def reduced(line: Line, at: int) -> Iterator[DamageDraft]:
    """D05: "reduced the school to rubble", "the block was turned into ruins", "the school lies in ruins"."""
    unit = line.units[at]
    near = range(at + 1, min(at + _REACH, len(line.units)))
    fallen = next((i for i in near if line.word(i) in words_of("rubble")), None)
    into = ("to", "into") if unit.lemma in words_of("reduce") else ("in",)
    if fallen is None or line.word(fallen - 1) not in into or not is_real(line, at):
        return
    behind = line.skip(at + 1)
    moved = line.is_noun(behind) and unit.voice is not Voice.PASSIVE
    things = list_from(line, behind) if moved else _suffering(line, at)
    yield from told((thing for thing in things if thing.last <= fallen), at, "D05-reduced")


@begins(of=lambda: words_of("flames"))
def burnt(line: Line, at: int) -> Iterator[DamageDraft]:
    """D06: "set fire to a depot", "the car was set ablaze", "the market caught fire", "a fire broke out in a shop"."""
    words = line.words(at) & words_of("flames")
    if not words or line.units[at].is_none:
        return
    verb = next((i for i in range(at - 1, max(-1, at - 4), -1) if line.is_verb(i) and is_real(line, i)), None)
    if line.is_noun(at) and (inside := thing_inside(line, at)) is not None and verb is not None:
        yield from told((inside,), at, "D06-burnt")  # "set |many houses ablaze|"
        return
    lemma = line.units[verb].lemma if verb is not None else ""
    behind = line.skip(at + 1)
    if lemma == "set" and line.word(behind) == "to":
        yield from told(list_from(line, behind + 1), at, "D06-set-fire")
    elif verb is not None and lemma in _SETTING_ALIGHT:
        alight = line.is_noun(at) and line.units[at].sense("object") is not None  # "setting |ablaze houses|"
        near = line.is_noun(verb + 1) and verb + 1 < at + alight
        moved = near and lemma == "set" and line.units[verb].voice is not Voice.PASSIVE
        things = tuple(list_from(line, verb + 1)) if moved else _suffering(line, verb)
        yield from told((thing for thing in things if thing.last <= at + alight), at, "D06-burnt")
    elif "fire" in words:
        place = behind + 1 if line.is_verb(behind) and line.units[behind].lemma == "break out" else behind
        caused = lemma in _STARTING_FIRES or place == behind + 1
        glued = line.is_verb(at) and line.units[at].lemma.endswith(" at")  # "a huge |fire at| a camp"
        if caused and (glued or line.word(place) in ("in", "at", "inside")):
            yield from told((t for t in list_from(line, place + (not glued)) if t.named), at, "D06-fire-in")


@begins(of=lambda: words_of("engulf"), at=UnitKind.VERB)
def engulfed(line: Line, at: int) -> Iterator[DamageDraft]:
    """D08: "flames engulfed two buses", "a fire swept through the market"; not "fear engulfed the town"."""
    burning = any(line.words(i) & words_of("fires") for i in range(max(0, at - 2), at))
    if not (burning and is_real(line, at) and line.units[at].lemma in words_of("engulf")):
        return
    behind = line.skip(at + 1)
    through = line.word(behind) in words_of("through")
    things = list_from(line, behind + through) if line.is_noun(behind + through) else ()
    yield from told((thing for thing in things if thing.named and not thing.area), at, "D08-engulfed")


@begins("out of", of=lambda: words_of("close", "put_out"))
def out_of_service(line: Line, at: int) -> Iterator[DamageDraft]:
    """D07: "put the hospital out of service", "was knocked out of action", "forced two clinics to close"."""
    if _ends_service(line, at):
        near = range(at - 1, max(-1, at - 9), -1)
        last = next((i for i in near if (thing := thing_at(line, i)) is not None and thing.named), None)
        for thing in () if last is None else list_to(line, last):
            yield DamageDraft(thing.first, at + 2, at, thing, "D07-service")
    elif line.is_verb(at) and line.units[at].voice is Voice.INFINITIVE and line.units[at].lemma in words_of("close"):
        forced = next((i for i in range(at - 1, max(-1, at - 6), -1) if line.is_verb(i)), None)
        if forced is not None and line.units[forced].lemma == "force" and line.is_noun(forced + 1):
            yield from told((t for t in list_from(line, forced + 1) if t.named), at, "D07-closed")


def _ends_service(line: Line, at: int) -> bool:
    """Say whether "out of service" opens, or a verb that took the "out": "has been |forced out of action|"."""
    put = line.is_verb(at) and line.units[at].lemma in words_of("put_out") and is_real(line, at)
    out = line.word(at) == "out of" or (put and line.word(at + 1) == "of")
    return out and line.word(at + 1 + put) in words_of("service")


@begins("longer", of=lambda: words_of("idle", "unusable"), at=UnitKind.NOUN)
def idled(line: Line, at: int) -> Iterator[DamageDraft]:
    """D15: "the clinic is no longer operational", "left the airport unusable", "no functioning hospitals remain"."""
    if not _is_idle(line, at):
        return
    thing = thing_at(line, at) if line.units[at].sense("object") else thing_inside(line, at)
    verb = line.skip(at - 1, back=True)
    if thing is not None:
        yield from told((thing,), at, "D15-idled")
    elif line.is_verb(verb) and line.units[verb].lemma in _COPULAS and is_real(line, verb):
        yield from told((thing for thing in _suffering(line, verb) if thing.named), at, "D15-idled")


def _is_idle(line: Line, at: int) -> bool:
    """Say whether words tell of what does its work no more: "inoperable", "no longer in service", "no working"."""
    off = line.word(at) == "longer" and line.word(at + 1) == "in" and line.word(at + 2) in words_of("service")
    idle = off or not line.words(at).isdisjoint(words_of("idle"))
    return not line.words(at).isdisjoint(words_of("unusable")) or (idle and _is_none(line, at))


_COPULAS = rule_words("copulas")


def _is_none(line: Line, at: int) -> bool:
    return any(unit.is_none for unit in line.units[max(0, at - 2) : at + 1])
