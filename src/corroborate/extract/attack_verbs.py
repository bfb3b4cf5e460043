"""Verbs of force, and what they let loose."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.extract.actors import is_actor
from corroborate.extract.attack_methods import (
    downs,
    filling,
    instrument,
    tool_method,
    tools,
    verb_method,
    weapon_method,
)
from corroborate.extract.attack_nouns import target_after
from corroborate.extract.force import (
    AttackDraft,
    Units,
    count_of,
    craft_methods,
    is_acted_on,
    is_noun,
    object_of,
    opening,
    skip,
    weapons_in,
    words_of,
)
from corroborate.extract.forceful import acts_alone, flies, has_agent, is_forceful, is_land
from corroborate.extract.groups import chain_end, phrase_start
from corroborate.extract.lexicon import rule_words
from corroborate.extract.rules import begins
from corroborate.extract.subjects import subject_of
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import VAGUE, Count
from corroborate.model.mention import Method, Weapon

_LIGHT = ("fire", "light")
_FLOWN = frozenset(("raid", "engage"))  # what is done from the air where craft do it
_LETTING_LOOSE = rule_words("letting_loose")
_PUTTING = rule_words("putting_bombs")
_ON_SOME = ("execution", "shelling", "shooting", "bombing", "other")  # "most were shot": on whom needs no noun


@begins(senses=("attack-verb",), at=UnitKind.VERB)
def verb(units: Units, at: int) -> Iterator[AttackDraft]:
    """A02: "jets bombed a market", "the town was shelled", "rebels attacked a checkpoint"."""
    unit = units[at]
    sense = next((s for s in unit.senses if s.domain == "attack-verb" and s.value not in _LIGHT), None)
    if sense is None:
        return
    subject, thing = subject_of(units, at), object_of(units, at) or _shared_object(units, at)
    if thing is None and unit.lemma == "shoot":
        thing = _shot_at(units, at, subject)
    gap = _gap(units, at, subject, thing)
    thing = thing if gap is None else gap
    passive = unit.voice is Voice.PASSIVE or (
        unit.voice is Voice.BARE and thing is None and sense.detail == "vt" and not acts_alone(units, at)
    )
    if passive:
        subject = _taken_place(units, at) or subject
    target = (_passive_load(units, at) if subject is None else subject) if passive else thing
    on_some = unit.voice is Voice.PASSIVE and (sense.value in _ON_SOME or has_agent(units, at))
    untold = target is None and sense.detail != "vi" and not (on_some or _needs_none(units, at, subject))
    if untold or not is_forceful(units, at, subject, target):
        return
    agent = None if passive else subject
    first = opening(subject if gap is None else gap, at)
    last = at + 1 if passive or target is None or gap is not None else chain_end(units, target)
    told = (_by_craft(units[agent]) if unit.lemma in _FLOWN and agent is not None else None) or Method(sense.value)
    method = Method.SHOOTDOWN if downs(units, at, target) else verb_method(units, at, told, agent)
    named = _means(units, first, last + 4)
    count = _verb_count(unit, units[target] if target is not None else None)
    if method is Method.SHOOTDOWN and target is not None and units[target].quantity is not None:
        count = count_of(units[target])  # "shot down |nine of them|"
    yield _with_tool(units, AttackDraft(first, last, at, method, count, "A02-verb", target, named))


def _taken_place(units: Units, at: int) -> int | None:
    """Return the place of which a clause tells that it was taken: "a market in |Noor|, which was taken in May"."""
    if units[at].lemma not in _TAKING or units[at].voice is not Voice.PASSIVE:
        return None
    clause = skip(units, at - 1, -1)
    place = clause - 2
    told = place >= 0 and units[clause].word == "which" and units[clause - 1].word == ","
    return place if told and is_noun(units, place) and is_land(units, place) else None


_TAKING = rule_words("taking_ground") | rule_words("coming_in")


def _shot_at(units: Units, at: int, subject: int | None) -> int | None:
    """Return at whom or what somebody shot: "had shot |at a boy|"; not "a boy shot at a checkpoint"."""
    if at + 2 >= len(units) or units[at + 1].word not in ("at", "into", "on") or not is_noun(units, at + 2):
        return None
    hit = units[at + 2]
    thing = hit.sense("object")
    someone = hit.pronoun or hit.sense("people") or hit.sense("actor") or hit.lemma in rule_words("masses")
    bare = units[at].voice is Voice.BARE and subject is not None and (someone or (thing and thing.value == "vehicle"))
    return at + 2 if bare or units[at].voice is Voice.ACTIVE else None


def _by_craft(doer: Unit) -> Method | None:
    """Return how craft, and those who shoot at them, raid and engage what they meet; None for anybody else."""
    defends = not words_of("air_defence").isdisjoint(doer.word.split())
    return Method.SHOOTDOWN if defends else Method.AIRSTRIKE if flies(doer) else None


def _means(units: Units, first: int, last: int) -> tuple[Weapon, ...]:
    """Return the weapons in [first, last) by which something was done: a drone that is downed is none."""
    handled = frozenset(at for at in range(first, min(last, len(units))) if is_acted_on(units, at))
    return weapons_in(units, first, last, but=handled)


def _gap(units: Units, at: int, subject: int | None, thing: int | None) -> int | None:
    """Return the object that stands before the subject of its verb: "|positions| they seized", "the |town| it took".

    None where the verb has its object behind it, or no such noun stands there.
    """
    timed = thing is not None and units[thing].word in ("a", "an")  # "seized |a| day earlier"
    if subject is None or (thing is not None and not timed) or units[at].voice not in _OF_DOERS or units[at].auxiliary:
        return None
    doer = units[subject]
    before = subject - 1 - (subject > 0 and units[subject - 1].word in ("that", "which"))
    near = skip(units, at - 1, -1) == subject and is_noun(units, before) and not units[before].pronoun
    told = doer.word in _NOMINATIVES or (is_actor(doer) and before < subject - 1)
    return before if near and told and not is_actor(units[before]) else None


_NOMINATIVES = frozenset(("they", "we", "he", "she", "it", "i"))


def _needs_none(units: Units, at: int, subject: int | None) -> bool:
    """Say whether a verb of force tells of it without an object: "they went on |to attack|", "a depot |blew up|"."""
    led = units[at].voice is Voice.INFINITIVE and at > 0 and units[at - 1].kind is UnitKind.VERB
    doer = subject_of(units, at - 1) if led else subject
    if acts_alone(units, at):
        return True
    if doer is None or units[at].voice not in (Voice.INFINITIVE, Voice.ACTIVE):
        return False
    bursts = units[at].lemma == "blow up" and units[doer].sense("object") is not None
    return bursts or (units[at].lemma == "attack" and is_actor(units[doer]))


def _shared_object(units: Units, at: int) -> int | None:
    """Return the object that a verb shares with the one joined to it ("bombed |and destroyed a bridge|")."""
    joined = at + 2 < len(units) and units[at + 1].word == "and" and units[at + 2].kind is UnitKind.VERB
    alike = joined and units[at].voice in _OF_DOERS and units[at + 2].voice in _OF_DOERS and not units[at].auxiliary
    return object_of(units, at + 2) if alike else None


_OF_DOERS = (Voice.ACTIVE, Voice.BARE)  # voices in which a verb can have who does it before and an object behind it


def _verb_count(unit: Unit, target: Unit | None) -> Count:
    """Return how often force was used that a verb tells; of those killed by the hand of others each was by one."""
    many = target is not None and target.lemma != target.word and unit.lemma in _ONE_BY_ONE
    return VAGUE if many or unit.voice is Voice.ING else Count.exactly(1)


_ONE_BY_ONE = rule_words("killing_one_by_one")


def _with_tool(units: Units, draft: AttackDraft) -> AttackDraft:
    """Let the instrument of a verb decide its method and number ("struck |with three missiles|")."""
    tool = instrument(units, draft.trigger)
    if tool is None:
        return draft
    if draft.method not in _BY_TOOL:
        return _with_tools(units, draft, tool)
    told = tool_method(units, tool)
    settled = draft.method is Method.SHOOTDOWN or (
        draft.method in (Method.AIRSTRIKE, Method.SHELLING)
        and not (units[draft.trigger].lemma == "bomb" or told in (Method.CHEMICAL_ATTACK, Method.SHOOTING))
    )
    quantity = units[tool].quantity
    counted = quantity is not None and quantity.numeral and draft.method is not Method.SHOOTDOWN
    return replace(
        draft,
        last=max(draft.last, tools(units, tool)),
        method=draft.method if told is None or settled else told,
        count=quantity.count if quantity is not None and counted else draft.count,
        weapons=_means(units, draft.first, max(draft.last + 1, tools(units, tool))),
    )


def _with_tools(units: Units, draft: AttackDraft, tool: int) -> AttackDraft:
    """Let several instruments of a verb belong to it, of whatever method it is: "shot |with rifles and pistols|"."""
    last = tools(units, tool)
    if last == tool + 1:
        return draft
    spent = units[tool].lemma.rpartition(" ")[2] not in words_of("instruments")
    return replace(draft, last=max(draft.last, last), count=count_of(units[tool]) if spent else draft.count)


_BY_TOOL = (Method.OTHER, Method.BOMBING, Method.AIRSTRIKE, Method.SHELLING, Method.SHOOTDOWN)


@begins(*_LETTING_LOOSE, *_PUTTING, senses=("attack-verb",), at=UnitKind.VERB)
def fired(units: Units, at: int) -> Iterator[AttackDraft]:
    """A03: "fired three missiles at the base", "barrel bombs were dropped", "set off a bomb", "used chlorine"."""
    unit = units[at]
    fires = any(s.domain == "attack-verb" and s.value in _LIGHT for s in unit.senses)
    if not fires and unit.lemma not in _LETTING_LOOSE and unit.lemma not in _PUTTING:
        return
    thing = object_of(units, at)
    passive = unit.voice is Voice.PASSIVE or (unit.voice is Voice.BARE and thing is None)
    load = _passive_load(units, at) if passive else _load(units, at, thing)
    weapon = units[load].sense("weapon") if load is not None else None
    if load is None or weapon is None or not weapon.detail or not _is_used(units, at, load):
        return
    if unit.lemma in _PUTTING and weapon.detail != Method.BOMBING:
        return  # "placed mortars on the hill"
    if unit.lemma == "launch" and units[load].lemma.rpartition(" ")[2] in words_of("instruments"):
        return  # "an attack with mortars and rifles, launched at dawn"
    subject = None if passive else subject_of(units, at)
    filled = filling(units, load)
    aimed = passive and thing is not None  # "were fired at |the town|"
    target = thing if aimed else target_after(units, max(filled, at))
    named = weapons_in(units, load, max(load, at) + 5)
    first = min(load, at) if subject is None else opening(subject, at)
    last = max(chain_end(units, target) if target is not None else 0, filled + 1, at + 1)
    yield AttackDraft(
        first,
        last,
        at,
        weapon_method(weapon.detail, named, _craft(units, at, subject)),
        count_of(units[load]),
        "A05-use" if _is_manner(units, at) else "A03-fired",
        target,
        named,
    )


def _is_used(units: Units, at: int, load: int) -> bool:
    """Say whether means are used: not "no drones were used", "drones were deployed", "executed |gunmen|"."""
    harmed = units[load].sense("people") is not None and units[at].sense("harm-verb") is not None
    if harmed or units[load].is_none:
        return False
    if units[at].lemma in _LETTING_LOOSE and Weapon.SMALL_ARMS in weapons_in(units, load, load + 1):
        return False  # "the gun was unloaded"
    if units[at].lemma == "deploy":
        target = target_after(units, max(load, at))
        return target is not None and units[target - 1].word in ("against", "on")
    return units[at].lemma != "send" or Weapon.SMALL_ARMS not in weapons_in(units, load, load + 1)


def _is_manner(units: Units, at: int) -> bool:
    """Say whether "using …" tells how what stands before it was done: after a noun or a comma."""
    before = units[at - 1] if at else None
    manner = units[at].lemma in ("use", "employ") and units[at].voice is Voice.ING
    return manner and before is not None and (before.kind is UnitKind.NOUN or before.word == ",")


def _craft(units: Units, at: int, subject: int | None) -> str:
    """Return the craft that fires: the subject, or what "from" names; whatever else drops bombs flies."""
    if subject is not None and units[subject].word in craft_methods():
        return units[subject].word
    flown = instrument(units, at, _FROM)
    if flown is not None and units[flown].word in craft_methods():
        return units[flown].word
    small = at + 1 < len(units) and Weapon.GRENADE in weapons_in(units, at, at + 2)
    someone = units[subject].sense("people") if subject is not None else None
    troops = subject is not None and is_actor(units[subject])
    by_hand = someone is not None and someone.detail != "nation" and not troops  # "two men dropped the bomb"
    return "" if units[at].lemma != "drop" or by_hand else "drone" if small else "aircraft"


_FROM = frozenset(("from", "by"))


def _load(units: Units, at: int, thing: int | None) -> int | None:
    """Return what is fired: the object, past "on Friday evening" and "a number of"."""
    if thing is None:
        thing = next((i for i in range(at + 1, min(at + 6, len(units))) if units[i].sense("weapon")), None)
    if thing is None or units[thing].sense("weapon") is not None:
        return thing
    behind = units[thing + 1].word if is_noun(units, thing + 2) else ""
    joined = behind == "and" and units[thing + 2].sense("weapon") is not None  # "stones |and petrol bombs|"
    return thing + 2 if behind == "of" or joined else thing


def _passive_load(units: Units, at: int) -> int | None:
    """Return what was fired: the noun group before the verb, or the one that heads its phrase."""
    index = at - 1
    while index >= 0 and (units[index].kind is UnitKind.ADVERB or units[index].word in ("which", "that", ",")):
        index -= 1
    if not is_noun(units, index):
        return None
    near = index if units[index].sense("weapon") else phrase_start(units, index)
    if units[near].sense("weapon") or units[at].voice is not Voice.PASSIVE:
        return near
    head = subject_of(units, at)  # "|a mine| laid by rebels was set off"
    return near if head is None else head
