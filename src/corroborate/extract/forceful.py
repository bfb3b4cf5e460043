"""Verbs that tell of force only beside certain words: "captured the town", but not "captured on video"."""

from collections.abc import Callable
from functools import cache

from corroborate.extract.actors import is_actor
from corroborate.extract.force import Units, craft_methods, is_noun, words_of
from corroborate.extract.lexicon import plural, rule_words
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.mention import Method

_FAR_AGENT = 7  # units behind a participle within which "by" names who does it, times and places between them
_WITH = 6  # units behind a verb within which stands with what things are riddled
_AGENT = 3  # units behind a participle within which "by" names who does it
_RELATIVE = frozenset(("which", "that"))


def is_forceful(units: Units, at: int, subject: int | None, target: int | None) -> bool:
    """Say whether a verb of force tells of force beside its subject and its target."""
    unit = units[at]
    if target is not None and units[target].word in words_of("argued"):
        return False  # "the minister assailed the plan"
    for verbs, test in _TESTS:
        if unit.lemma in verbs:
            return test(units, at, subject, target)
    return True


def _captures(units: Units, at: int, subject: int | None, target: int | None) -> bool:
    told_before = (
        target is not None and units[target].word == "it" and (has_agent(units, at) or _is_from(units, target))
    )
    return (told_before or is_taken(units, target)) and not _is_one_of(units, subject, "records")


def _is_from(units: Units, target: int) -> bool:
    """Say whether a party is told from which something is taken: "troops seized it |from rebels|"."""
    behind = units[target + 1 : target + 3]
    return [unit.word for unit in behind[:1]] == ["from"] and len(behind) > 1 and is_actor(behind[1])


def _takes(units: Units, at: int, subject: int | None, target: int | None) -> bool:
    people = units[subject].sense("people") if subject is not None else None
    acts = _acts(units, subject) or (people is not None and people.detail == "nation")  # "the Kurds took the town"
    thing = units[subject].sense("object") if subject is not None and subject != target else None
    acts = acts or (thing is not None and thing.value == "military")  # "tanks rolled into the town"
    if target is None or not (has_agent(units, at) or acts):
        return False
    held = units[target].sense("object")
    return is_land(units, target) or (held is not None and held.value == "military")


def _fends(units: Units, _: int, __: int | None, target: int | None) -> bool:
    attack = target is not None and _is_means(units[target])
    return attack or _acts(units, target)  # "fended off criticism"


def _goes_off(units: Units, _: int, subject: int | None, target: int | None) -> bool:
    if subject is None or target is not None or units[subject].pronoun:
        return True
    if craft_methods().get(units[subject].word) is Method.AIRSTRIKE:
        return False  # "a plane exploded": what befell it is not told
    named = any(units[subject].sense(domain) for domain in ("weapon", "object", "attack", "actor"))  # no "prices"
    return named or units[subject].lemma in rule_words("exploding")


def _blasts(units: Units, _: int, subject: int | None, target: int | None) -> bool:
    """Say whether a blast is one of explosives: not "the minister |blasted| the decision"."""
    means = subject is not None and (_is_means(units[subject]) or units[subject].pronoun)
    return means or (target is not None and units[target].sense("object") is not None) or _acts(units, target)


def _is_means(unit: Unit) -> bool:
    return unit.sense("weapon") is not None or unit.sense("attack") is not None


def _storms(units: Units, at: int, _: int | None, __: int | None) -> bool:
    return at + 1 >= len(units) or units[at + 1].word not in rule_words("walking_out")


def _engages(units: Units, at: int, __: int | None, target: int | None) -> bool:
    joined = units[at].voice is Voice.PASSIVE and at + 1 < len(units) and units[at + 1].word in ("in", "with")
    thing = units[target].sense("object") if target is not None else None
    hostile = thing is not None and thing.value in ("military", "vehicle")
    return (hostile or _acts(units, target)) and not joined  # "were engaged in the operation"


def _breaks_through(units: Units, _: int, __: int | None, target: int | None) -> bool:
    return target is not None and (units[target].word in words_of("lines") or is_land(units, target))


def _is_shot_at(units: Units, at: int, _: int | None, __: int | None) -> bool:
    return at + 1 >= len(units) or units[at + 1].word not in ("for", "over")  # "came under fire for his remarks"


def _fights(units: Units, at: int, subject: int | None, target: int | None) -> bool:
    if subject is not None and subject == target:
        return _acts(units, subject) or has_agent(units, at)  # "the team battled to a draw"
    if _is_for_ends(units, at) and not _acts(units, subject):
        return False  # "relatives fight to keep the boy", "parents battle in court"
    return target is None or units[target].word not in words_of("evil")  # "to fight terrorism"


def _is_for_ends(units: Units, at: int) -> bool:
    """Say whether a fight is one for something that no force wins: "|to keep| the boy", "|in court|"."""
    behind = units[at + 1 : at + _AGENT]
    if not behind or behind[0].voice is Voice.INFINITIVE:
        return bool(behind) and behind[0].lemma in rule_words("peaceful_ends")
    return len(behind) > 1 and behind[0].word in ("in", "for", "before") and behind[1].word in rule_words("courts")


def _mines(units: Units, _: int, __: int | None, target: int | None) -> bool:
    """Say whether a place is mined with explosives: not "mining gold", "a mining company"."""
    return target is None or units[target].lemma not in rule_words("mined_in_peace")


def _hangs(units: Units, _: int, __: int | None, target: int | None) -> bool:
    thing = units[target] if target is not None else None
    if thing is not None and thing.word in words_of("reflexive"):
        return False  # "hanged himself"
    return thing is not None and (thing.pronoun or thing.proper or thing.sense("people") is not None)


def _clashes(units: Units, at: int, _: int | None, __: int | None) -> bool:
    over = at + 2 < len(units) and units[at + 1].word == "over"
    return not (over and units[at + 2].word in words_of("argued"))  # "clashed over the budget"


def _falls_upon(units: Units, at: int, subject: int | None, target: int | None) -> bool:
    """Say whether somebody armed falls on people or things: not "crowds |descended on| the capital"."""
    return target is not None and (_acts(units, subject) or has_agent(units, at))


def _cracks_down(units: Units, _: int, __: int | None, target: int | None) -> bool:
    """Say whether people are put down: not "clamped down on |food imports|"."""
    thing = units[target] if target is not None else None
    moved = thing is not None and (thing.sense("people") is not None or thing.lemma in rule_words("unrest"))
    return moved or _acts(units, target) or (thing is not None and thing.proper)


def _showers(units: Units, at: int, _: int | None, __: int | None) -> bool:
    """Say whether what is riddled or raked is so with bullets: not "|riddled| with errors"."""
    behind = units[at + 1 : at + _WITH]
    tool = next((i for i, unit in enumerate(behind) if unit.word in ("with", "by")), None)
    return tool is not None and any(_is_means(unit) for unit in behind[tool + 1 : tool + 2])


def _brings_down(units: Units, _: int, __: int | None, target: int | None) -> bool:
    """Say whether what is brought down flies: not "brought down the government"."""
    return target is not None and flies(_counted(units, target))


def flies(unit: Unit) -> bool:
    """Say whether a noun group is a craft in flight."""
    kind = unit.word if unit.word in craft_methods() else unit.word.rpartition(" ")[2]  # "transport |plane|"
    return craft_methods().get(kind) in (Method.AIRSTRIKE, Method.DRONE_ATTACK)


def _gasses(units: Units, at: int, _: int | None, __: int | None) -> bool:
    return units[at].word not in ("gas", "gases")  # "oil and gas facilities"


def _surrounds(units: Units, at: int, subject: int | None, target: int | None) -> bool:
    open_voice = units[at].voice is Voice.BARE or (units[at].voice is Voice.ING and units[at].lemma in _LYING_AROUND)
    things = subject is not None and not (_acts(units, subject) or units[subject].pronoun)
    lies = things and units[at].voice is Voice.ACTIVE and units[at].lemma in _LYING_AROUND  # "hills surround it"
    behind = units[at + 1 : at + _AGENT]
    if units[at].voice is Voice.PASSIVE and [unit.word for unit in behind[:1]] == ["by"] and not has_agent(units, at):
        return False  # "surrounded by barbed wire"
    clear = not (open_voice or lies)  # not "two besieged towns", "the villages surrounding it"
    around = (
        target is not None and units[at].voice is Voice.ING and not (units[target].determiner or units[target].proper)
    )
    return clear or (_acts(units, subject) and not around) or has_agent(units, at)  # "the town and surrounding |areas|"


_LYING_AROUND = rule_words("lying_around")


def _severs(units: Units, _: int, __: int | None, target: int | None) -> bool:
    return target is not None and units[target].word.rpartition(" ")[2] in words_of("lifelines")


def _defeats(units: Units, at: int, subject: int | None, target: int | None) -> bool:
    beaten = target is None or _acts(units, target) or (subject is not None and subject == target)
    return beaten and (has_agent(units, at) or (subject != target and _acts(units, subject)))


def _downs(units: Units, at: int, _: int | None, target: int | None) -> bool:
    if units[at].word == "down" or target is None:
        return False
    if units[at].lemma == "intercept" and units[target].word:
        thing = _counted(units, target)
        return flies(thing) or thing.sense("weapon") is not None  # "intercepted two vehicles"
    return _is_craft(units, target) or (_is_bare_number(units, target) and units[target].quantity is not None)


def _executes(units: Units, _: int, __: int | None, target: int | None) -> bool:
    """Say whether people are executed: not "jets executed four air strikes", "executed the plan"."""
    thing = units[target] if target is not None else None
    return thing is None or (thing.sense("attack") is None and thing.word not in words_of("duties"))


def _slips_in(units: Units, at: int, __: int | None, target: int | None) -> bool:
    """Say whether a place is infiltrated: not "agents were |infiltrated| into it", "spies infiltrated the firm"."""
    brought = units[at].voice is Voice.PASSIVE and units[at].lemma != "infiltrate"
    if target is None or brought or units[target].sense("people") is not None:
        return False
    thing = units[target]
    return is_land(units, target) or thing.sense("object") is not None or thing.word in words_of("lines")


def _strikes(units: Units, at: int, subject: int | None, target: int | None) -> bool:
    agent = next((units[i + 1] for i in range(at + 1, min(at + _AGENT, len(units) - 1)) if units[i].word == "by"), None)
    if agent is not None and agent.word in words_of("diffuse") and agent.sense("weapon") is None:
        return False  # "hit by a drought"
    near = at - 1 if at and is_noun(units, at - 1) else None
    if units[at].voice is Voice.BARE and near is not None and units[near].word in _BADLY:
        return False  # "the |hardest| hit town"
    if units[at].lemma == "strike" and any(_is_one_of(units, i, "pacts") for i in (target, subject, near)):
        return False  # "an agreement struck in May", "as part of a deal struck in May"
    if (subject != target and _is_one_of(units, subject, "fragments")) or _is_number_alone(units, target):
        return False  # "debris hit a car", "strikes hit 400"
    if subject is not None and subject != target and units[subject].word in words_of("elements"):
        return False  # "a storm hit the coast"
    told = units[at].voice is not Voice.PASSIVE and subject is not None and units[subject].word == "it"
    return not told  # "it hit the town": the attack told before


_BADLY = frozenset(("hard", "harder", "hardest", "worst", "badly"))


def _shoots(units: Units, _: int, __: int | None, target: int | None) -> bool:
    filmed = _is_one_of(units, target, "records")
    return not (filmed or _is_number_alone(units, target))  # "a film shot in Ayn", "shot up to 400"


def _is_bare_number(units: Units, target: int | None) -> bool:
    return target is not None and not units[target].word


def _is_number_alone(units: Units, target: int | None) -> bool:
    """Say whether a bare number counts nothing: not "struck |one| of its centres"."""
    partial = target is not None and units[target + 1 : target + 2] and units[target + 1].word == "of"
    return _is_bare_number(units, target) and not partial


def _is_ousted(units: Units, at: int, subject: int | None, target: int | None) -> bool:
    """Say whether a verb of driving out tells of forces or land: not "ousted premier", "we were pushed out"."""
    if target is None:
        return False
    if units[at].voice is Voice.BARE and _is_person(units[target]):
        return False  # "|ousted| President Noor"
    armed = is_actor(units[target]) or is_land(units, target)
    return armed or _acts(units, subject) or has_agent(units, at)


def _is_person(unit: Unit) -> bool:
    """Say whether a noun group is one person with a title or an office."""
    return not unit.plural and any(
        sense.domain == "people" and sense.detail != "nation" and sense.value != "combatants"
        for sense in (*unit.senses, *unit.inner)
    )


def is_taken(units: Units, target: int | None) -> bool:
    """Say whether what is captured is a place or a post: not people, means, goods, power or "it"."""
    if target is None:
        return False
    thing = _counted(units, target)
    if thing.sense("people") or thing.sense("weapon") or thing.lemma in words_of("hoards"):
        return False
    built = thing.sense("object")
    fixed = built is not None and built.value not in ("vehicle", "aid", "other")
    return fixed or is_land(units, target) or thing.word.rpartition(" ")[2] in words_of("measures")


def is_land(units: Units, target: int) -> bool:
    """Say whether a verb takes a stretch of land ("took the village", "Palmyra, which was taken by rebels")."""
    thing = units[target]
    if thing.word in _RELATIVE:
        thing = next((unit for unit in reversed(units[:target]) if unit.kind is UnitKind.NOUN), thing)
    area = thing.sense("object")
    if area is not None:
        return area.detail == "area"
    return thing.proper or thing.lemma in _land() or _is_part_of_land(units, target)


def _is_part_of_land(units: Units, target: int) -> bool:
    """Say whether what is taken is told as a part of a land: "large |parts| of Noor", "the last |sliver| of land"."""
    whole = units[target + 1 : target + 3]
    if units[target].lemma not in _PORTIONS or [unit.word for unit in whole[:1]] != ["of"] or len(whole) == 1:
        return False
    return whole[1].proper or whole[1].lemma in _land()


@cache
def _land() -> frozenset[str]:
    """Return the nouns of what is won and lost, one and many."""
    return _and_plurals(words_of("land"))


def _and_plurals(nouns: frozenset[str]) -> frozenset[str]:
    return frozenset(form for noun in nouns for form in (noun, plural(noun)))


_PORTIONS = _and_plurals(rule_words("portions_of_land"))


def _acts(units: Units, subject: int | None) -> bool:
    return subject is not None and is_actor(units[subject])


def _is_craft(units: Units, target: int) -> bool:
    return any(_counted(units, target).sense(d) for d in ("object", "weapon", "actor"))


def _counted(units: Units, at: int) -> Unit:
    """Return the noun group that counts: of "one of its jets" the jets."""
    unit = units[at]
    partial = not unit.senses and not unit.proper and at + 1 < len(units) and units[at + 1].word == "of"
    return units[at + 2] if partial and is_noun(units, at + 2) else unit


def has_agent(units: Units, at: int) -> bool:
    """Say whether "by" names who acts behind a participle ("besieged |by rebels|", "taken in May |by …|")."""
    for index in range(at + 1, min(at + _FAR_AGENT, len(units) - 1)):
        if units[index].word == "by":
            return is_actor(units[index + 1])
        if units[index].kind not in (UnitKind.PREPOSITION, UnitKind.ADVERB, UnitKind.NOUN):
            return False
    return False


def _is_one_of(units: Units, at: int | None, kind: str) -> bool:
    return at is not None and units[at].lemma in words_of(kind)


_TESTS: tuple[tuple[frozenset[str], Callable[[Units, int, int | None, int | None], bool]], ...] = (
    (rule_words("taking_ground"), _captures),
    (rule_words("coming_in"), _takes),
    (rule_words("fending_off"), _fends),
    (rule_words("going_off"), _goes_off),
    (frozenset(("blast",)), _blasts),
    (rule_words("breaking_in"), _breaks_through),
    (frozenset(("come under fire",)), _is_shot_at),
    (frozenset(("storm",)), _storms),
    (rule_words("ousting"), _is_ousted),
    (frozenset(("engage",)), _engages),
    (rule_words("fighting"), _fights),
    (rule_words("slipping_in"), _slips_in),
    (frozenset(("gas",)), _gasses),
    (frozenset(("mine",)), _mines),
    (frozenset(("hang",)), _hangs),
    (rule_words("cutting_down"), _hangs),
    (rule_words("falling_upon"), _falls_upon),
    (rule_words("showering"), _showers),
    (rule_words("cracking_down"), _cracks_down),
    (frozenset(("clash",)), _clashes),
    (frozenset(("bring down",)), _brings_down),
    (rule_words("surrounding"), _surrounds),
    (frozenset(("sever",)), _severs),
    (frozenset(("defeat",)), _defeats),
    (rule_words("downing"), _downs),
    (frozenset(("execute",)), _executes),
    (rule_words("strikes"), _strikes),
    (frozenset(("shoot",)), _shoots),
)


def acts_alone(units: Units, at: int) -> bool:
    """Say whether a party attacks whom the words leave untold: "the rebels |attacked| at dawn".

    Not "rebels |attacked| in Noor" (a headline), "the men |attacked| in Noor fled", "the post |attacked| by rebels".
    """
    unit = units[at]
    if at == 0 or unit.voice is not Voice.BARE or unit.auxiliary or unit.lemma not in _STRIKING_OUT:
        return False
    doer = units[at - 1]
    known = doer.determiner == "the" and doer.quantity is None and is_actor(doer)
    before = units[at - 2] if at > 1 else None
    opens = before is None or before.kind in _OPENING or before.word == ","
    return known and opens and not _goes_on_as_subject(units, at)


def _goes_on_as_subject(units: Units, at: int) -> bool:
    """Say whether "by" or a verb of the clause follows, so that the one before tells which doers are meant."""
    for unit in units[at + 1 : at + _CLAUSE]:
        if unit.kind in (UnitKind.SIGN, UnitKind.CONJUNCTION, UnitKind.SUBORDINATOR):
            return False
        if unit.word == "by" or (unit.kind is UnitKind.VERB and unit.voice not in (Voice.ING, Voice.INFINITIVE)):
            return True
    return False


_STRIKING_OUT = rule_words("striking_out")
_OPENING = (UnitKind.SUBORDINATOR, UnitKind.CONJUNCTION, UnitKind.ADVERB, UnitKind.VERB)
_CLAUSE = 9  # units behind a verb in which its clause may go on
