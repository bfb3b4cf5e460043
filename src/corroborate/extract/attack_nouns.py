"""Nouns of force, and the use of means told by nouns."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.extract.actors import is_actor
from corroborate.extract.attack_methods import (
    MEANS,
    instrument,
    noun_method,
    tool_method,
    tools,
    weapon_method,
    what_exploded,
)
from corroborate.extract.force import (
    FITTED,
    HANDLED,
    AttackDraft,
    Units,
    carrier,
    count_of,
    doer_behind,
    governor,
    is_acted_on,
    is_noun,
    weapons_in,
    weapons_of,
    words_of,
)
from corroborate.extract.forceful import is_taken
from corroborate.extract.groups import chain_end
from corroborate.extract.lexicon import rule_words
from corroborate.extract.rules import begins
from corroborate.extract.sharing import sharers
from corroborate.extract.subjects import subject_of
from corroborate.extract.units import DASH, Unit, UnitKind, Voice
from corroborate.model.casualty import VAGUE
from corroborate.model.mention import Method, Weapon

_USE = rule_words("using")
_USES = frozenset((*_USE, *(f"{word}s" for word in _USE)))
_HITS = rule_words("hits")
_HAVING = FITTED | rule_words("bearing_arms")


@begins(senses=("attack",), at=UnitKind.NOUN)
def noun(units: Units, at: int) -> Iterator[AttackDraft]:
    """A01: "an air strike on the town", "three raids", "shelling of the camp"."""
    unit = units[at]
    sense = unit.sense("attack")
    if sense is None or unit.determiner == "any" or unit.is_none or _is_none(units, at):
        return
    target, exploded = _target_of(units, at), what_exploded(units, at)
    evil = unit.lemma in rule_words("struggles") and target is not None and units[target].word in words_of("evil")
    if evil or (target is not None and units[target].word in words_of("argued")):
        return  # "an attack on the flames", "an attack on his record"
    if sense.value == Method.EXECUTION and target is not None and units[target].word in words_of("duties"):
        return  # "the execution of the plan"
    if target is not None and unit.lemma in rule_words("takings") and not is_taken(units, target):
        return  # "the capture of the suspect", "the seizure of two tonnes of cocaine"
    named = (exploded or at) + 1  # the index behind the noun and what exploded
    last = named if target is None else max(named, chain_end(units, target))
    draft = AttackDraft(
        at,
        last,
        at,
        noun_method(units, at, sense.value),
        count_of(unit),
        "A01-noun",
        target,
        weapons_in(units, at, named),
    )
    told = _with_instrument(units, draft)
    shared = sharers(units, at)
    if shared and not unit.plural:  # "a missile and drone attack" is one, by both means
        means = (*(weapon for _, sense in shared for weapon in weapons_of(sense)), *told.weapons)
        yield replace(told, first=shared[0][0], weapons=tuple(dict.fromkeys(means)))
        return
    yield from (
        replace(told, first=left, method=Method(sense.value), weapons=weapons_of(sense)) for left, sense in shared
    )
    yield told


def _target_of(units: Units, at: int) -> int | None:
    """Return what a noun of force was aimed at, behind it or before it ("|the town| was the target of a raid")."""
    behind = target_after(units, at)
    if behind is not None and units[at].lemma in _OF_PERSONS and units[behind - 1].word not in _ON_PERSONS:
        behind = None  # "the assassination in Ayn"
    lead = governor(units, at)
    if behind is not None or lead is None or lead < _COPULA or units[lead].word != "of":
        return behind
    called, verb = units[lead - 1], lead - _COPULA
    told = called.lemma in rule_words("targets") and units[verb].kind is UnitKind.VERB
    return subject_of(units, verb) if told and units[verb].lemma in rule_words("copulas") else behind


_DROPPING, _RELIEF = rule_words("dropping_from_the_air"), rule_words("relief")
_COPULA = 2  # units from "of" back to the verb of "was the target of"
_OF_PERSONS = rule_words("of_one_person")
_ON_PERSONS = frozenset(("of", "against", "on", "upon", "targeting"))


def _is_none(units: Units, at: int) -> bool:
    """Say whether a noun tells of no force: "in advance of", "his capture"."""
    unit = units[at]
    before, behind = (units[i].word if 0 <= i < len(units) else "" for i in (at - 1, at + 1))
    if unit.lemma == "advance":
        return before == "in" and behind == "of"
    if unit.lemma == "campaign":
        return not _is_waged(units, at)
    if unit.lemma in _DROPPING:
        return any(other.lemma in _RELIEF for other in units)
    if unit.lemma == "offensive" and behind == "to":
        return True  # "a cartoon that was |offensive to| some"
    if unit.lemma == "siege":
        return before == "of" and units[at - 2].lemma == "state"  # "declared a state of |siege|"
    if unit.word in _AT_LARGE and unit.last == unit.first + 1:
        return before == "in"  # "two died in |battle|"
    return unit.lemma == "capture" and unit.determiner in ("his", "her", "my", "whose")


_AT_LARGE = frozenset(("battle", "combat"))


def _is_waged(units: Units, at: int) -> bool:
    """Say whether a campaign is one of force: against somebody armed, to win ground, or one that forces wage."""
    lead, behind = governor(units, at), target_after(units, at)
    against = behind is not None and units[behind - 1].word in ("against", "on") and is_actor(units[behind])
    aims = (unit for unit in units[at + 1 : at + _AIMS] if unit.kind is UnitKind.VERB)
    aim = next((unit for unit in aims if unit.voice is Voice.INFINITIVE), None)
    wins = aim is not None and (aim.sense("attack-verb") is not None or aim.lemma in words_of("drives"))
    verb = units[lead] if lead is not None and units[lead].kind is UnitKind.VERB else None
    waged = verb is not None and verb.sense("attack-verb") is not None
    subject = subject_of(units, lead) if waged and lead is not None else None
    return against or wins or (subject is not None and is_actor(units[subject]) and not units[at].inner)


_AIMS = 12  # units behind a campaign in which its aim stands


def _with_instrument(units: Units, draft: AttackDraft) -> AttackDraft:
    """Give unspecific force the method and weapon of its instrument ("attacks |with mortars|")."""
    if draft.method is not Method.OTHER:
        tool = instrument(units, draft.trigger, MEANS)
        if tool is None:
            return draft
        last = tools(units, tool)
        tools_named = weapons_in(units, tool, last)
        vague = set(draft.weapons) <= {Weapon.ARTILLERY} and not {Weapon.ROCKET, Weapon.MORTAR}.isdisjoint(tools_named)
        named = tools_named if vague else tuple(dict.fromkeys(draft.weapons + tools_named))
        return replace(draft, last=max(draft.last, last), weapons=named)
    tool = instrument(units, draft.trigger)
    if tool is None:
        tool = next(
            (
                i
                for i, u in enumerate(units)
                if any(s.domain == "weapon" and s.detail == Method.CHEMICAL_ATTACK for s in u.senses)
            ),
            None,
        )
    if tool is None:
        return draft
    weapons = tuple(dict.fromkeys(draft.weapons + weapons_in(units, tool, tools(units, tool))))
    method = tool_method(units, tool) or draft.method
    return replace(draft, last=max(draft.last, tools(units, tool)), method=method, weapons=weapons)


def target_after(units: Units, at: int) -> int | None:
    """Return the noun group that "on", "against", "of" … tie to a noun or verb of force."""
    doer = doer_behind(units, at)
    index = at + 1 if doer is None else chain_end(units, doer)
    while index + 1 < len(units) and units[index].kind in (UnitKind.PREPOSITION, UnitKind.ADVERB):
        if units[index].word in words_of("target") and is_noun(units, index + 1) and _can_be_hit(units, index + 1):
            return index + 1
        if is_noun(units, index + 1):
            index += 1  # "by the army", "with mortars", "since March"
        index += 1
    if index + 2 < len(units) and units[index].voice is Voice.PASSIVE and units[index].sense("attack-verb") is not None:
        return _launched_at(units, index)
    debris = at > 0 and units[at - 1].word == "from"
    hits = (
        index + 1 < len(units)
        and not debris  # "shrapnel from |the blast| hit a car"
        and units[index].kind is UnitKind.VERB
        and units[index].lemma in _HITS
    )
    return index + 1 if hits and is_noun(units, index + 1) else None


def _launched_at(units: Units, at: int) -> int | None:
    """Return what force is launched against behind its verb: "an attack was carried out at dawn |against a convoy|"."""
    light = any(sense.value == "light" for sense in units[at].senses)
    for index in range(at + 1, min(at + _LAUNCHED, len(units) - 1)) if light else ():
        if units[index].kind not in (UnitKind.PREPOSITION, UnitKind.ADVERB, UnitKind.NOUN):
            return None
        if units[index].word in _ON_PERSONS and units[index].word != "of" and is_noun(units, index + 1):
            return index + 1 if _can_be_hit(units, index + 1) else None
    return None


_LAUNCHED = 12  # units behind "was launched" in which stands against what


def _can_be_hit(units: Units, at: int) -> bool:
    """Say whether a noun group can be what was aimed at: not "an attack in |which|", "launched at |0600|"."""
    counts = units[at].word or (at + 1 < len(units) and units[at + 1].word == "of")
    return bool(counts) and units[at].word not in _RELATIVE


_RELATIVE = frozenset(("which", "whom", "what"))


@begins(*_USES, at=UnitKind.NOUN)
def use(units: Units, at: int) -> Iterator[AttackDraft]:
    """A05: "the use of chlorine against civilians", "a barrage of rockets", "volleys of shells"."""
    unit = units[at]
    if unit.word not in _USES or at + 2 >= len(units) or units[at + 1].word != "of":
        return
    weapon = units[at + 2].sense("weapon")
    if weapon is None or not weapon.detail:
        return
    target = target_after(units, at + 2)
    last = at + 3 if target is None else chain_end(units, target)
    named = weapons_in(units, at + 2, at + 3)
    quantity = units[at + 2].quantity
    count = quantity.count if quantity is not None else VAGUE
    yield AttackDraft(at, last, at + 2, weapon_method(weapon.detail, named), count, "A05-use", target, named)


@begins(senses=("weapon",), at=UnitKind.NOUN)
def means(units: Units, at: int) -> Iterator[AttackDraft]:
    """A06: a weapon that stands for its use: "killed in a car bomb", "70 missiles and 200 shells hit the district"."""
    unit = units[at]
    weapon = unit.sense("weapon")
    if weapon is None or not weapon.detail or unit.sense("people"):
        return
    lead = governor(units, at)
    idle = is_acted_on(units, at) or carrier(units, at, _HAVING) is not None or _is_listed_as_had(units, at)
    if idle or (lead is not None and _only_names(units, lead)):
        return
    tied = lead is not None and units[lead].word in words_of("by")
    counted = unit.quantity is not None
    placed = at + 1 < len(units) and units[at + 1].word in ("in", "on", "at", "near", "against")
    spent = (counted or placed) and unit.lemma.rpartition(" ")[2] not in words_of("instruments")
    if unit.is_none or not (tied or spent):
        return
    target = target_after(units, at)
    last = at + 1 if target is None else chain_end(units, target)
    named = weapons_in(units, at, at + 1)
    yield AttackDraft(at, last, at, weapon_method(weapon.detail, named), count_of(unit), "A06-means", target, named)


def _is_listed_as_had(units: Units, at: int) -> bool:
    """Say whether means stand in a list of what somebody has, found or lost.

    "seized maps, two pistols and |ten grenades|", "a cache of three rifles and |ten grenades|", "|ten grenades|, a
    radio and boots were found".
    """
    behind = next((unit for unit in units[at + 1 : at + _LIST] if not _is_listed(unit)), None)
    if behind is not None and behind.lemma in HANDLED and behind.voice in (Voice.PASSIVE, Voice.BARE):
        return True
    if at == 0 or not (units[at - 1].kind in _LISTING or units[at - 1].word in _LIST_SIGNS):
        return False
    for index in range(at - 1, max(-1, at - _LIST), -1):
        unit = units[index]
        if unit.kind is UnitKind.NOUN and unit.lemma.rpartition(" ")[2] in words_of("hoards"):
            return True
        if unit.word == ":":
            verb = next((unit for unit in reversed(units[:index]) if unit.kind is UnitKind.VERB), None)
            return verb is not None and verb.lemma in HANDLED
        if not _is_listed(unit):
            return unit.kind is UnitKind.VERB and unit.lemma in HANDLED
    return False


def _is_listed(unit: Unit) -> bool:
    """Say whether a unit can stand within a list of things."""
    return unit.kind in (*_LISTING, UnitKind.NOUN, UnitKind.ADVERB) or unit.word in (*_LIST_SIGNS, "of", "with", "for")


_LISTING = (UnitKind.CONJUNCTION, UnitKind.INCLUDING)
_LIST_SIGNS = (",", "(", ")", "[", "]", ":", DASH)
_LIST = 60  # units of a list of what was found in which means may stand


def _only_names(units: Units, lead: int) -> bool:
    """Say whether what governs means tells of no use of them ("found |a rocket|", "armed with |rockets|")."""
    if units[lead].word in ("with", "by") and lead > 0 and units[lead - 1].lemma in words_of("armed_with"):
        return True
    if units[lead].word == "of":
        return lead > 0 and units[lead - 1].quantity is None and units[lead - 1].lemma in words_of("stores")
    return units[lead].kind is UnitKind.VERB and units[lead].sense("attack-verb") is None
