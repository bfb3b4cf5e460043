"""Frames of harm whose verb means harm only where it governs people: captured, held back, affected."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from corroborate.extract.agreement import agreeing
from corroborate.extract.clauses import object_of, subject_of
from corroborate.extract.drafting import Draft, any_effect, are_told, is_unreal, listed, points_back
from corroborate.extract.groups import PERSON, Units, chain_end, is_known_people, is_name, people_of
from corroborate.extract.harmed import is_undergone, sufferers
from corroborate.extract.lexicon import rows, rule_words
from corroborate.extract.rules import begins
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import NOBODY, Effect, People
from corroborate.model.mention import Method

_TAKING = rule_words("seizing")
_LAWFUL = rule_words("lawful_holders")
_OUTLAWS = rule_words("outlaws")
_HELD_SO = frozenset(("in", "at", "inside", "on", "for", "without"))
_BY_LAW = rule_words("held_by_law")
_RECORDS = rule_words("records")
_HOLDING = rule_words("holding_back")
_LETTING = rule_words("letting")
_LEAVING = rule_words("leaving")
_NEAR = 4  # units behind a verb in which its agent stands
_SHIELDS = rule_words("shields")
_FUMES = rule_words("fumes")


@begins(*_TAKING, at=UnitKind.VERB)
def taken(units: Units, at: int) -> Iterator[Draft]:
    """H20: "gunmen seized two aid workers", "five soldiers are held by rebels"; not "rebels captured the town"."""
    unit = units[at]
    if unit.lemma not in _TAKING or is_unreal(units, at) or not _is_by_force(units, at):
        return
    suffers, (groups, behind) = is_undergone(units, at), sufferers(units, at)
    further = bool(groups) and _are_further(units, min(groups[0], at), groups)
    if not (further or (groups and all(_is_person(units, index) for index in groups))) or points_back(
        units[groups[-1]]
    ):
        return
    if unit.voice is Voice.BARE and suffers and (units[groups[-1]].pronoun or chain_end(units, groups[-1]) != at):
        return  # "they seized it", "arrested two men and seized 12 rifles"
    if unit.lemma == "hold" and not _is_kept(units, at, groups, behind):
        return
    if _taker(units, at, suffers=suffers) in _RECORDS or (unit.auxiliary == "being" and _in_phrase(units, at)):
        return  # "a video captured three men"; "after being captured": nobody new
    taker = _taker(units, at, suffers=suffers) or (_setting(units, at) if suffers else "")
    shielded = any(one.word in _SHIELDS for one in units[at : at + 8])
    held = unit.lemma == "hold" and not suffers and not shielded
    lawful = taker in _LAWFUL | _BY_LAW or (held and taker not in _OUTLAWS)  # "a prison, |holding| 4,000 people"
    drafts = tuple(listed(units, groups, at, Effect.ABDUCTED, "H20-taken"))
    told = next((people_of(units, i) for i in range(at - 1, -1, -1) if _is_person(units, i)), None) if further else None
    armed = People.COMBATANTS in (told, *(draft.people for draft in drafts))
    yield from (replace(draft, effect=Effect.DETAINED) if lawful or armed else draft for draft in drafts)


def _is_by_force(units: Units, at: int) -> bool:
    """Say whether people are taken at gunpoint or by outlaws, or picked up by police; not "was taken to hospital"."""
    suffers, lemma = is_undergone(units, at), units[at].lemma
    if lemma not in ("take", "pick up"):
        return True
    if lemma == "pick up":
        return _taker(units, at, suffers=suffers) in _LAWFUL
    armed = any(one.word == "at gunpoint" for one in units[at + 1 : at + _NEAR])
    return armed or (suffers and _taker(units, at, suffers=True) in _OUTLAWS)


def _is_kept(units: Units, at: int, groups: tuple[int, ...], behind: int) -> bool:
    """Say whether "hold" is told of captives: "is holding 21 men", "are held in a camp"; not "held him responsible"."""
    word = units[behind].word if behind < len(units) else ""
    if is_undergone(units, at):
        named = groups[0] and units[groups[0] - 1].word == "for"  # "a vigil for |two boys| was held at noon"
        placed = word in _HELD_SO and not units[groups[-1]].pronoun and not named
        return units[at].voice is Voice.PASSIVE and (word == "by" or placed)
    counted = units[groups[0]].quantity is not None and bool(units[groups[0]].word)
    return counted and _BLAMED.isdisjoint((word, *word.split()))


_BLAMED = rule_words("not_by")


def _is_person(units: Units, at: int) -> bool:
    unit = units[at]
    if unit.pronoun:
        return unit.word in PERSON or unit.word == "they"
    if not unit.word and at + 2 < len(units) and units[at + 1].word == "of":
        return is_known_people(units[at + 2]) and bool(units[at + 2].word)  # "some of the hostages"
    return is_known_people(unit) and bool(unit.word)


def _are_further(units: Units, first: int, groups: tuple[int, ...]) -> bool:
    """Say whether a bare number counts more of the harmed: "killed 22 rebels and captured |four others|"."""
    number, behind = units[groups[0]], units[groups[0] + 1] if groups[0] + 1 < len(units) else None
    bare = number.quantity is not None and number.quantity.numeral and not number.word
    ends = behind is None or behind.kind is not UnitKind.PREPOSITION or behind.word not in ("of", "out of")
    joined = first > 0 and (units[first - 1].kind is UnitKind.CONJUNCTION or units[first - 1].word == ",")
    return bare and ends and joined and any(any_effect(unit) is not None for unit in units[:first])


def _in_phrase(units: Units, at: int) -> bool:
    return at > 0 and units[at - 1].kind is UnitKind.PREPOSITION


def _taker(units: Units, at: int, *, suffers: bool) -> str:
    """Return the word for who takes people: the subject, or who stands behind "by"."""
    if not suffers:
        subject = subject_of(units, at)
        return units[subject[-1]].word if subject else ""
    near = range(at + 1, min(at + _NEAR, len(units) - 1))
    return next((units[index + 1].word for index in near if units[index].word == "by"), "")


def _setting(units: Units, at: int) -> str:
    """Return the word for where or on what ground people are held: "held in a |prison|", "without |charge|"."""
    led = at + 2 < len(units) and (units[at + 1].kind is UnitKind.PREPOSITION or units[at + 1].word == "without")
    return units[at + 2].word.split()[-1] if led and units[at + 2].word else ""


@begins(*_HOLDING, *_LETTING, at=UnitKind.VERB)
def held_back(units: Units, at: int) -> Iterator[Draft]:
    """H21: "civilians were prevented from leaving", "residents were not allowed to leave"; not "allowed to leave"."""
    unit = units[at]
    holds, lets = unit.lemma in _HOLDING, unit.lemma in _LETTING and unit.negated
    if not (holds or lets) or (holds and is_unreal(units, at)):
        return
    groups, behind = sufferers(units, at)
    if groups and _is_free(units[groups[-1]]) and _is_leaving(units, behind, holds=holds):
        yield from listed(units, groups, at, Effect.TRAPPED, "H21-held-back")


def _is_free(unit: Unit) -> bool:
    """Say whether people are held back by it, and were not prisoners before."""
    return is_known_people(unit) and not {unit.word, *unit.word.split()} & _PRISONERS


_PRISONERS = rule_words("prisoners")


def _is_leaving(units: Units, at: int, *, holds: bool) -> bool:
    """Say whether a verb of leaving stands at an index: behind "from" where people are held, "to" where not let."""
    while at < len(units) and (
        units[at].kind in (UnitKind.ADVERB, UnitKind.SIGN) or units[at].word == "by" or _is_agent(units, at)
    ):
        at += 1
    if holds and (at >= len(units) or units[at].word != "from"):
        return False
    verb = units[at + holds] if at + holds < len(units) else units[-1]
    return verb.kind is UnitKind.VERB and verb.lemma in _LEAVING and verb.voice in (Voice.ING, Voice.INFINITIVE)


def _is_agent(units: Units, at: int) -> bool:
    return at > 0 and units[at].kind is UnitKind.NOUN and units[at - 1].word == "by"


@begins("affect", at=UnitKind.VERB)
def affected(units: Units, at: int) -> Iterator[Draft]:
    """H22: "12 people were affected by the gas", "nobody was affected by the blast"; not "affected by the floods"."""
    unit = units[at]
    if unit.lemma != "affect" or unit.voice not in (Voice.PASSIVE, Voice.BARE) or unit.modal:
        return
    if at + 2 >= len(units) or units[at + 1].word not in ("by", "in") or unit.negated:
        return
    effect = _effect_of_means(units[at + 2])
    groups = agreeing(units, at, subject_of(units, at))
    if unit.voice is Voice.BARE and not (groups and chain_end(units, groups[-1]) == at):
        return
    if effect is None or not are_told(units, groups):
        return
    for draft in listed(units, groups, at, effect, "H22-affected"):
        yield replace(draft, effect=Effect.CASUALTIES) if draft.count == NOBODY else draft


_WIPING_OUT = rule_words("wiping_out")


@begins(*_WIPING_OUT, at=UnitKind.VERB)
def wiped_out(units: Units, at: int) -> Iterator[Draft]:
    """H45: "destroyed some 120 militants", "20 gunmen were annihilated"; not "destroyed some 120 houses"."""
    unit = units[at]
    if unit.lemma not in _WIPING_OUT or is_unreal(units, at):
        return
    groups, _ = sufferers(units, at)
    if not are_told(units, groups) or units[groups[-1]].pronoun:
        return
    if is_undergone(units, at) and chain_end(units, groups[-1]) != at:
        return  # "elements of the group, including four cars, were destroyed"
    if all(people_of(units, index) is People.COMBATANTS for index in groups):
        yield from listed(units, groups, at, Effect.KILLED, "H45-wiped-out")


_STRIKING = rule_words("striking_bodies")


@begins(*_STRIKING, at=UnitKind.VERB)
def struck(units: Units, at: int) -> Iterator[Draft]:
    """H25: "two men were hit by a stray bullet", "a bullet grazed a girl"; not "the road was cut by rebels"."""
    unit = units[at]
    if unit.lemma in _STRIKING and unit.voice in (Voice.BARE, Voice.ACTIVE):
        yield from _flown_into(units, at)
        return
    if unit.lemma not in _STRIKING or unit.voice is not Voice.PASSIVE or is_unreal(units, at) or at + 2 >= len(units):
        return
    if unit.auxiliary == "being" and _in_phrase(units, at):
        return  # "died after |being hit|": nobody new
    groups = subject_of(units, at)
    flying = units[at + 2].kind is UnitKind.VERB and at + 3 < len(units)  # "by |flying| glass"
    ahead, means = units[at + 1].word, units[at + 2 + flying]
    flies = ahead == "by" and bool({means.word, *means.word.split()} & _words("missile"))
    wounded = ahead in ("in", "on") and means.word in _words("part")
    if not (flies or wounded) or not are_told(units, groups):
        return
    effect = Effect.INJURED if wounded or unit.lemma == "cut" else Effect.CASUALTIES
    yield from listed(units, groups, at, effect, "H25-struck")


def _flown_into(units: Units, at: int) -> Iterator[Draft]:
    """Yield whom what flies struck: "a stray bullet hit |a girl|", "shrapnel pierced |a driver's| leg"."""
    flying = units[at - 1] if at else units[at]
    flies = flying.kind is UnitKind.NOUN and bool({flying.word, *flying.word.split()} & _words("missile"))
    groups = () if is_unreal(units, at) else object_of(units, at)
    if not groups or points_back(units[groups[-1]]):
        return
    behind = chain_end(units, groups[-1])
    placed = behind + 1 < len(units) and units[behind].word in ("in", "on")
    in_body = placed and units[behind + 1].word in _words("part")
    if (flies and is_known_people(units[groups[-1]])) or (in_body and is_name(units[groups[0]])):
        yield from listed(units, groups, at, Effect.CASUALTIES, "H25-struck")


@cache
def _words(kind: str) -> frozenset[str]:
    table = {name: frozenset(word.strip() for word in words.split(",")) for name, words in rows("wounds.tsv")}
    return table[kind]


def _effect_of_means(unit: Unit) -> Effect | None:
    """Return what a gas or a blast did to those affected by it."""
    weapon, attack = unit.any_sense("weapon"), unit.sense("attack")
    if (weapon and weapon.value in ("chlorine", "sarin", "chemical")) or unit.word in _FUMES:
        return Effect.INJURED
    return Effect.CASUALTIES if attack is not None and attack.value == Method.BOMBING else None


# In the order in which they are tried.
FRAMES = (taken, held_back, affected, struck, wiped_out)
