"""People affected: the frames of English in which reports say that somebody was killed, injured, displaced …

Each frame is a function with an id, in the order in which they are tried; each reads units and yields drafts.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from corroborate.extract.groups import (
    Group,
    Units,
    chain_end,
    coordinated,
    group_at,
    is_known_people,
    list_before,
    people_of,
    people_start,
)
from corroborate.extract.lexicon import rows
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import NOBODY, VAGUE, Count, Effect, People, Qualifier


@dataclass(frozen=True, slots=True)
class Draft:
    """A harm mention in terms of units: [first, last) carries it, `trigger` gave it away.

    `inherits` says that its people are left open by the words; `whole` is the index (among the passage's drafts) of the
    draft of which it is an explicit share.
    """

    first: int
    last: int
    trigger: int
    effect: Effect
    people: People
    count: Count
    rule: str
    inherits: bool = False
    whole: int | None = None
    more: bool = False


Frame = Callable[[Units, int], Iterator[Draft]]
_UNREAL = frozenset(("will", "would", "may", "might", "can", "should", "shall", "must", "could", "won't", "wouldn't", "can't", "cannot", "couldn't"))
_FORCE = frozenset("force cause lead compel push prompt drive make send".split())
_RESULT = frozenset("leave find report record document register cause result suffer inflict see bring count".split())


def drafts(units: Units) -> list[Draft]:
    """Return the harm that a passage tells, in the order of its words, each told once."""
    found: list[Draft] = []
    for at in range(len(units)):
        if at > 1 and _merged(units, at - 2) is not None:
            continue  # the second word of "killed and wounded"
        for frame in _FRAMES:
            made = list(frame(units, at))
            if made:
                found.extend(made)
                break
    return _distinct(sorted(found, key=lambda draft: (draft.first, draft.last)))


def _distinct(found: list[Draft]) -> list[Draft]:
    """Keep one draft for each group and effect: the first of those that stand on the same words."""
    kept: dict[tuple[int, Effect], Draft] = {}
    for draft in found:
        key = (draft.first, draft.effect)
        if key not in kept or (kept[key].last > draft.last and kept[key].count == draft.count):
            kept.setdefault(key, draft)
    return list(kept.values())


# -- shared steps


def _effect(unit: Unit) -> tuple[Effect, str] | None:
    sense = unit.sense("harm-verb")
    return (Effect(sense.value), sense.detail) if sense else None


def _merged(units: Units, at: int) -> tuple[Effect, int] | None:
    """Return the joint effect of "killed and wounded", "dead or injured", and the index of the second word."""
    if at + 2 < len(units) and units[at + 1].kind is UnitKind.CONJUNCTION and units[at + 1].word in ("and", "or", "&", "and/or"):
        second = units[at + 2]
        mine, other = _any_effect(units[at]), _any_effect(second)
        plain = second.kind in (UnitKind.VERB, UnitKind.STATE) and not second.auxiliary
        if plain and mine and other and mine != other and second.quantity is None:
            return (Effect.CASUALTIES, at + 2)
        if plain and mine and mine == other:
            return (mine, at + 2)
    return None


def _any_effect(unit: Unit) -> Effect | None:
    sense = unit.sense("harm-verb") or unit.sense("effect")
    if sense is None:
        return None
    effect = Effect(sense.value)
    return effect


def _unreal(units: Units, at: int) -> bool:
    """Say whether a verb tells what did not, or only might, happen."""
    unit = units[at]
    if unit.negated:
        return True
    if unit.modal in _UNREAL:
        return not (unit.modal in ("may", "could", "might") and "have" in unit.auxiliary.split())
    if unit.voice is Voice.INFINITIVE:
        governor = next((u for u in reversed(units[:at]) if u.kind is UnitKind.VERB), None)
        forced = governor is not None and governor.lemma in _FORCE | {"continue", "begin", "start", "manage"}
        return not forced
    before = units[at - 1] if at else None
    return before is not None and before.word in ("if", "unless", "not", "without", "never")


def _draft(units: Units, group: Group, trigger: int, effect: Effect, rule: str) -> Draft:
    first, last = min(group.first, trigger), max(group.last, trigger + 1)
    quantity = units[group.at].quantity
    more = quantity is not None and quantity.more
    return Draft(first, last, trigger, effect, group.people, group.count, rule, group.inherits, more=more)


def _listed(units: Units, at: tuple[int, ...], trigger: int, effect: Effect, rule: str) -> Iterator[Draft]:
    """Yield a draft a member of a list of groups; a bare number takes its people from the one before."""
    previous: Group | None = None
    for index in at:
        group = group_at(units, index)
        if group is None:
            continue
        quantity = units[index].quantity
        others = quantity is not None and quantity.more and previous is not None and previous.people in _NARROW
        if group.inherits and previous is not None:
            group = replace(group, people=People.PEOPLE if others else previous.people, inherits=False)
        yield _member(units, group, trigger, effect, rule)
        previous = group


_NARROW = frozenset((People.RESCUERS, People.MEDICS, People.JOURNALISTS, People.WOMEN, People.MEN, People.CHILDREN))  # "three nurses and six others"


def _member(units: Units, group: Group, trigger: int, effect: Effect, rule: str) -> Draft:
    draft = _draft(units, group, trigger, effect, rule)
    near = draft.last - draft.first <= _NEAR
    return draft if near else replace(draft, first=group.first, last=group.last)


_NEAR = 14  # units: beyond that a quote would swallow other clauses, so it keeps to the group


# -- frames


def _object(units: Units, at: int) -> tuple[int, ...]:
    """Return the groups that are the object of an active verb."""
    index = at + 1
    while index < len(units) and units[index].kind is UnitKind.ADVERB:
        index += 1
    if index >= len(units) or units[index].kind is not UnitKind.NOUN or group_at(units, index) is None:
        return ()
    return tuple(coordinated(units, index))


def _elided_object(units: Units, at: int) -> bool:
    """Say whether what follows a bare verb is the subject of the next one ("8 killed 20 wounded")."""
    index = at + 1
    if index >= len(units) or units[index].quantity is None:
        return False
    behind = chain_end(units, index)
    if behind < len(units):
        following = units[behind]
        return following.kind is UnitKind.STATE or (following.kind is UnitKind.VERB and following.voice in (Voice.BARE, Voice.PASSIVE))
    return False


def _subject(units: Units, at: int) -> tuple[int, ...]:
    """Return the groups that are the subject of the verb at an index, looking past adverbs, inserts and phrases."""
    index = at - 1
    while index >= 0 and (units[index].kind is UnitKind.ADVERB or units[index].word in ("who", "which", "that")):
        index -= 1
    if index >= 0 and units[index].word == ",":
        index = _before_insert(units, index)
    while index >= 0 and units[index].kind is UnitKind.ADVERB:
        index -= 1
    if index >= 1 and units[index].word in (")",):
        index = next((i for i in range(index - 1, -1, -1) if units[i].word == "("), 0) - 1
    if index < 0:
        return ()
    if units[index].kind is UnitKind.CONJUNCTION and index > 0:
        return _shared_subject(units, index)
    if units[index].kind is UnitKind.VERB and units[at].modal == "to":
        return _subject(units, index)  # "are believed to have been killed"
    if units[index].kind is not UnitKind.NOUN:
        return ()
    found = list_before(units, people_start(units, index))
    outer = _outside_part(units, found[0])
    return found if outer is None else list_before(units, people_start(units, outer))


def _outside_part(units: Units, first: int) -> int | None:
    """Return the whole before an insert of its parts ("20 civilians including |children| were", "two people one of them |a child|")."""
    index = first - 1
    while index > 0 and (units[index].kind is UnitKind.ADVERB or units[index].word == ","):
        index -= 1
    if index > 0 and units[index].kind is UnitKind.INCLUDING:
        index -= 1
    elif index > 1 and units[index].word in ("them", "whom") and units[index - 1].word == "of":
        index -= 3
    elif not (index >= 0 and units[index].kind is UnitKind.NOUN and units[index + 1].word in ("mostly", "mainly", "largely", ",")):
        return None
    elif units[index + 1].word == "," and units[first - 1].word not in ("mostly", "mainly", "largely"):
        return None
    while index > 0 and units[index].word in (",", "("):
        index -= 1
    return index if index >= 0 and units[index].kind is UnitKind.NOUN and is_known_people(units[index]) else None


def _before_insert(units: Units, comma: int) -> int:
    """Step over an insert between commas ("12 people, including a child, were …") to the word before it."""
    for index in range(comma - 1, max(-1, comma - 16), -1):
        if units[index].word == "," and index + 1 < comma:
            opener = units[index + 1]
            if opener.kind in (UnitKind.INCLUDING, UnitKind.PREPOSITION, UnitKind.SUBORDINATOR, UnitKind.ADVERB) or _is_insert(units, index + 1, comma):
                return index - 1
    return comma - 1


def _is_insert(units: Units, first: int, last: int) -> bool:
    return not any(unit.kind is UnitKind.VERB and unit.voice in (Voice.ACTIVE, Voice.PASSIVE) for unit in units[first:last])


def _shared_subject(units: Units, conjunction: int) -> tuple[int, ...]:
    """Return the subject of the verb before "and": "three people were shot and |killed"."""
    for index in range(conjunction - 1, -1, -1):
        if units[index].kind is UnitKind.VERB and units[index].voice in (Voice.PASSIVE, Voice.BARE, Voice.ACTIVE):
            return _subject(units, index)
    return ()


def passive(units: Units, at: int) -> Iterator[Draft]:
    """H01: "five people were killed", "who have been wounded"."""
    unit = units[at]
    effect = _effect(unit)
    if effect is None or unit.kind is not UnitKind.VERB or unit.voice is not Voice.PASSIVE or effect[1] == "vi" or _unreal(units, at):
        return
    if unit.lemma in ("execute", "behead"):
        return
    merged = _merged(units, at)
    kind, trigger = merged or (effect[0], at)
    subject = _subject(units, at)
    if subject and (_points_back(units[subject[-1]]) or not _can_suffer(units[subject[-1]], kind)):
        return
    yield from _listed(units, subject, trigger, kind, "H01-passive")


def _can_suffer(unit: Unit, effect: Effect) -> bool:
    """Say whether a subject can suffer an effect: places and things are stranded and buried too, so people must be sure."""
    return is_known_people(unit) or effect not in (Effect.TRAPPED, Effect.DISPLACED, Effect.RESCUED)


def _points_back(unit: Unit) -> bool:
    """Say whether a plural group only points back to people told before ("the victims", "those")."""
    return unit.quantity is None and unit.plural and unit.determiner in ("the", "those", "these")


def active(units: Units, at: int) -> Iterator[Draft]:
    """H02: "strikes killed five people and wounded dozens", "killing two"."""
    unit = units[at]
    effect = _effect(unit)
    if effect is None or unit.kind is not UnitKind.VERB or effect[1] != "vt" or unit.voice is Voice.PASSIVE or _unreal(units, at):
        return
    if unit.voice is Voice.BARE and _elided_object(units, at):
        return
    merged = _merged(units, at)
    kind, trigger = merged or (effect[0], at)
    objects = _object(units, trigger)
    if not objects or not _plausible(units, objects[0], unit):
        return
    if unit.lemma in ("execute", "behead") and units[objects[0]].quantity is None:
        return  # an attack only, by the annotation guidelines
    yield from _listed(units, objects, trigger if merged else at, kind, "H02-active")


def _plausible(units: Units, at: int, verb: Unit) -> bool:
    """Say whether an object can be people: surely after "kill" and the like, by its own words after other verbs."""
    unit = units[at]
    if unit.kind is not UnitKind.NOUN:
        return False
    if is_known_people(unit):
        return not (unit.pronoun and unit.word in ("who", "whom", "them", "themselves"))
    if verb.lemma in ("capture", "seize", "level", "burn", "hit", "strike", "trap", "evacuate", "treat", "shoot"):
        return False
    return unit.proper or unit.quantity is not None or unit.determiner in ("a", "an")


def reduced(units: Units, at: int) -> Iterator[Draft]:
    """H03: "eight killed in raid", "dozens wounded", "the men killed on Sunday"."""
    unit = units[at]
    effect = _effect(unit)
    if effect is None or unit.kind is not UnitKind.VERB or unit.voice is not Voice.BARE or effect[1] == "vi" or unit.negated:
        return
    merged = _merged(units, at)
    kind, trigger = merged or (effect[0], at)
    subject = _subject(units, at)
    if not subject or not any(is_known_people(units[index]) for index in subject):
        return
    if _points_back(units[subject[-1]]):
        return
    yield from _listed(units, subject, trigger, kind, "H03-reduced")


def intransitive(units: Units, at: int) -> Iterator[Draft]:
    """H04: "three people died", "thousands fled", "two have gone missing"."""
    unit = units[at]
    effect = _effect(unit)
    if effect is None or unit.kind is not UnitKind.VERB or effect[1] != "vi" or _unreal(units, at) or unit.voice is Voice.ING:
        return
    subject = _subject(units, at)
    if not subject or not (is_known_people(units[subject[-1]]) or units[subject[-1]].proper):
        return
    yield from _listed(units, subject, at, effect[0], "H04-intransitive")


def state(units: Units, at: int) -> Iterator[Draft]:
    """H05: "30 dead", "left five people wounded", "dozens of dead and injured", "two are missing"."""
    unit = units[at]
    sense = unit.sense("effect")
    if unit.kind is not UnitKind.STATE or sense is None:
        return
    merged = _merged(units, at)
    kind, trigger = merged or (Effect(sense.value), at)
    index = at - 1
    while index >= 0 and (units[index].kind is UnitKind.ADVERB or units[index].word in ("who", "that", "which") or (units[index].kind is UnitKind.VERB and units[index].lemma in ("be", "remain", "report", "leave", "find"))):
        if units[index].negated or units[index].modal in _UNREAL:
            return
        index -= 1
    subject = _subject(units, index + 1) if index >= 0 else ()
    if not subject or not is_known_people(units[subject[-1]]) or (units[subject[-1]].determiner == "the" and units[subject[-1]].quantity is None):
        return
    yield from _listed(units, subject, trigger, kind, "H05-state")


def deed(units: Units, at: int) -> Iterator[Draft]:
    """H06: "nine deaths", "the killing of two men", "injuries to five", "no casualties", "a massacre"."""
    unit = units[at]
    sense = unit.sense("effect")
    if unit.kind is not UnitKind.NOUN or sense is None or sense.detail not in ("deed", "body", "massacre", "loss"):
        return
    if at and units[at - 1].word in ("attempted", "planned", "further", "potential"):
        return
    effect = Effect(sense.value)
    merged = _merged_nouns(units, at)
    effect = merged or effect
    behind = at + 1
    if behind + 1 < len(units) and units[behind].word in ("of", "to", "among", "for") and units[behind + 1].kind is UnitKind.NOUN:
        objects = tuple(coordinated(units, behind + 1))
        if is_known_people(units[objects[0]]) and unit.determiner != "no" and unit.quantity is None:
            if _points_back(units[objects[0]]):
                return
            yield from _listed(units, objects, at, effect, "H06-deed-of")
            return
        if sense.detail == "deed" and _one_named(units, behind + 1, unit) and units[behind].word == "of":
            yield from _listed(units, (behind + 1,), at, effect, "H06-deed-of")
            return
    if unit.quantity is None and sense.detail == "deed" and behind < len(units) and units[behind].quantity is not None and units[behind].sense("people"):
        yield from _listed(units, tuple(coordinated(units, behind)), at, effect, "H06-deed-of")  # "the death four men": a word is lost
        return
    yield from _counted_deed(units, at, effect, sense.detail)


def _one_named(units: Units, at: int, deed_noun: Unit) -> bool:
    """Say whether a deed befell one person called by name, or a number of people of an unknown word."""
    head = units[at]
    plain = not any(head.sense(domain) for domain in ("attack", "object", "weapon", "group", "effect"))
    named = head.proper and not head.plural and head.quantity is None and not head.senses
    return plain and (named or (head.quantity is not None and head.quantity.numeral)) and deed_noun.quantity is None and not deed_noun.plural


def _merged_nouns(units: Units, at: int) -> Effect | None:
    """Return casualties for "deaths and injuries" where one number counts both."""
    if at + 2 < len(units) and units[at + 1].kind is UnitKind.CONJUNCTION:
        other = units[at + 2].sense("effect")
        if other and units[at + 2].quantity is None and units[at].quantity is not None and units[at].quantity.numeral:
            return Effect.CASUALTIES if other.value != units[at].senses[0].value else None
    return None


def _counted_deed(units: Units, at: int, effect: Effect, form: str) -> Iterator[Draft]:
    unit = units[at]
    inner = next((sense for sense in unit.inner if sense.domain == "people"), None)
    force = next((sense for sense in unit.inner if sense.domain == "actor"), None)
    people = People(inner.value) if inner else (People.COMBATANTS if force else None)
    last = at + 1
    if people is None and last + 1 < len(units) and units[last].word in ("of", "among", "from", "on"):
        people = people_of(units, last + 1) if units[last + 1].kind is UnitKind.NOUN and is_known_people(units[last + 1]) else None
        last = last + 2 if people else last
    if unit.determiner == "no" or (unit.quantity and unit.quantity.count == NOBODY):
        count = NOBODY
    elif unit.quantity is not None:
        count = unit.quantity.count
    elif at > 1 and units[at - 1].word == "of" and units[at - 2].word in ("cases", "case") and units[at - 2].quantity is not None:
        count = units[at - 2].quantity.count
    elif form == "massacre" and unit.determiner in ("a", "an", "another", "new") and not _told_with_number(units, at):
        count = VAGUE
    elif unit.plural and _brought_about(units, at):
        count = VAGUE
    else:
        return
    more = unit.quantity is not None and unit.quantity.more
    yield Draft(at, last, at, effect, people or People.PEOPLE, count, "H06-counted-deed", people is None, more=more)


_DEFINITE = frozenset(("the", "this", "these", "those", "that", "its", "their", "his"))


def _told_with_number(units: Units, at: int) -> bool:
    """Say whether another word of the passage tells the dead of a massacre."""
    return any(index != at and _any_effect(unit) is Effect.KILLED for index, unit in enumerate(units))


def _brought_about(units: Units, at: int) -> bool:
    """Say whether an uncounted plural of harm is told as having happened ("causing casualties")."""
    for unit in reversed(units[max(0, at - 3) : at]):
        if unit.kind is UnitKind.VERB:
            return unit.lemma in _RESULT and not unit.negated and unit.modal not in _UNREAL
        if unit.kind in (UnitKind.SIGN, UnitKind.SUBORDINATOR):
            return False
    return False


_TOLL_VERBS = frozenset("rise reach climb stand exceed be hit pass increase go total number amount jump".split())


def toll(units: Units, at: int) -> Iterator[Draft]:
    """H07: "the death toll rose to 40", "a death toll of 12", "bringing the number of dead to 9"."""
    unit = units[at]
    sense = unit.sense("effect")
    if unit.kind is not UnitKind.NOUN or sense is None or not (sense.detail == "toll" or _stands_at(units, at, sense.detail)):
        return
    inner = next((s for s in unit.inner if s.domain == "people"), None)
    chosen: int | None = None
    for index in range(at + 1, min(len(units), at + 24)):
        word = units[index]
        if word.kind is UnitKind.VERB and (word.modal in _UNREAL or word.negated or word.voice is Voice.INFINITIVE):
            return
        if word.kind is UnitKind.SIGN and word.word in (".", ";", "|"):
            break
        if word.kind is UnitKind.NOUN and word.quantity is not None and (not word.word or is_known_people(word)):
            if units[index - 1].word == "from" and chosen is None:
                continue
            chosen = index
            if units[index - 1].word in ("to", "at", "of") or units[index - 1].kind is UnitKind.VERB:
                break
    if chosen is None:
        return
    group = group_at(units, chosen)
    if group is None:
        return
    people = People(inner.value) if inner and group.inherits else group.people
    yield Draft(at, group.last, at, Effect(sense.value), people, group.count, "H07-toll", group.inherits and inner is None)


def _stands_at(units: Units, at: int, form: str) -> bool:
    """Say whether a noun of harm is given its number behind it: "casualties stood at 3,000", "deaths at 359"."""
    if form != "deed" or units[at].quantity is not None or not units[at].plural or at + 2 >= len(units):
        return False
    step = at + 1
    if units[step].kind is UnitKind.VERB and units[step].lemma in _TOLL_VERBS:
        step += 1
        if units[step].word in ("at", "to") and step + 1 < len(units):
            step += 1
    elif units[step].word == "at":
        step += 1
    else:
        return False
    return units[step].quantity is not None and units[step].quantity.numeral and not units[step].word


@cache
def _object_frames() -> dict[str, tuple[tuple[str, frozenset[str], Effect, str], ...]]:
    frames: dict[str, list[tuple[str, frozenset[str], Effect, str]]] = {}
    for name, verb, nouns, effect, patient, _ in rows("frames.tsv"):
        words = frozenset(noun.strip() for noun in nouns.split(","))
        frames.setdefault(verb, []).append((name, words, Effect(effect), patient))
    return {verb: tuple(found) for verb, found in frames.items()}


def object_frame(units: Units, at: int) -> Iterator[Draft]:
    """F…: a verb and its object together, as `data/frames.tsv` lists them ("claimed the lives of")."""
    unit = units[at]
    if unit.kind is not UnitKind.VERB or unit.lemma not in _object_frames() or _unreal(units, at):
        return
    index = at + 1
    while index < len(units) and (units[index].kind is UnitKind.ADVERB or units[index].word in ("from", "of")):
        index += 1
    if index >= len(units):
        return
    head = units[index]
    for name, nouns, effect, patient in _object_frames()[unit.lemma]:
        if not nouns & {head.word, *head.word.split()}:
            continue
        if patient == "subject":
            yield from _listed(units, _subject(units, at), index, effect, name)
        elif head.quantity is not None:
            inner = next((sense for sense in head.inner if sense.domain == "people"), None)
            people = People(inner.value) if inner else People.PEOPLE
            yield Draft(at, index + 1, at, effect, people, head.quantity.count, name, inner is None)
        elif index + 2 < len(units) and units[index + 1].word in ("of", "to"):
            yield from _listed(units, tuple(coordinated(units, index + 2)), at, effect, name)
        return


def inner_state(units: Units, at: int) -> Iterator[Draft]:
    """H08: "6.5 million internally displaced people", "three wounded men", "two missing girls"."""
    unit = units[at]
    if unit.kind is not UnitKind.NOUN or unit.quantity is None or not unit.sense("people"):
        return
    inner = next((sense for sense in unit.inner if sense.domain in ("effect", "harm-verb")), None)
    if inner is None or inner.value == "killed" or unit.determiner in ("the", "these", "those"):
        return
    group = group_at(units, at)
    if group is not None:
        yield _draft(units, group, at, Effect(inner.value), "H08-inner-state")


def nobody(units: Units, at: int) -> Iterator[Draft]:
    """H09: "nobody was hurt", "no one was killed"."""
    unit = units[at]
    effect = _effect(unit)
    if effect is None or unit.voice is not Voice.PASSIVE or at == 0:
        return
    before = units[at - 1]
    if before.kind is UnitKind.NOUN and (before.word == "nobody" or (before.quantity and before.quantity.count == NOBODY)):
        people = people_of(units, at - 1) if before.word not in ("nobody", "one") else None
        yield Draft(at - 1, at + 1, at, effect[0], people or People.PEOPLE, NOBODY, "H09-nobody")


def driven(units: Units, at: int) -> Iterator[Draft]:
    """H10: "forced 3,000 people from their homes", "drove families out of their houses"."""
    unit = units[at]
    if unit.kind is not UnitKind.VERB or unit.lemma not in ("force", "drive") or _unreal(units, at):
        return
    passive_voice = unit.voice is Voice.PASSIVE
    groups = _subject(units, at) if passive_voice else _object(units, at)
    behind = at + 1 if passive_voice or not groups else chain_end(units, groups[-1])
    home = next((i for i in range(max(at + 1, behind - 2), min(behind + 3, len(units))) if units[i].word.split()[-1:] in (["homes"], ["houses"], ["villages"])), None)
    if groups and home is not None and units[home - 1].word in ("from", "out of") and is_known_people(units[groups[-1]]):
        yield from _listed(units, groups, at, Effect.DISPLACED, "H10-driven")


def buried(units: Units, at: int) -> Iterator[Draft]:
    """H11: "people remained under the rubble", "a family under the debris"."""
    if units[at].word not in ("under", "beneath") or at + 1 >= len(units) or units[at + 1].word not in ("rubble", "debris", "ruins"):
        return
    index = at - 1
    while index >= 0 and (units[index].kind is UnitKind.ADVERB or (units[index].kind is UnitKind.VERB and units[index].lemma in ("be", "remain", "lie", "stay"))):
        index -= 1
    if index < 0 or units[index].kind is not UnitKind.NOUN or not is_known_people(units[index]):
        return
    subject = list_before(units, people_start(units, index))
    if not _points_back(units[subject[-1]]) and not units[subject[-1]].pronoun:
        yield from _listed(units, subject, at, Effect.TRAPPED, "H11-buried")


_FRAMES: tuple[Frame, ...] = (nobody, passive, active, reduced, intransitive, state, toll, deed, object_frame, inner_state, driven, buried)


def numbered(count: Count) -> bool:
    """Say whether the count holds a number."""
    return count.qualifier not in (Qualifier.VAGUE, Qualifier.NONE)
