"""Who is counted: noun groups as groups of people, their heads, their chains, their lists."""

from collections.abc import Sequence
from functools import cache

from corroborate.extract.lexicon import rows, rule_words
from corroborate.extract.units import Unit, UnitKind
from corroborate.model.casualty import NOBODY, VAGUE, Count, People
from corroborate.model.passing import passing

_BELONGERS = rule_words("belongers")

Units = Sequence[Unit]

PERSON = rule_words("pronouns_of_one")
_PERSONS = rule_words("pronouns_of_people")
_GENERIC = rule_words("generic_people")
_MEMBERS = rule_words("members")
_BANDS = rule_words("bands")
_MEN = frozenset(("man", "men"))
_CIVIL_BODIES = rule_words("civil_bodies")
_STAFF = rule_words("staff")
_SERVING = frozenset(("of", "from", "with", "at", "for", "in"))
_MASSES = rule_words("masses")
_PAIR = 2  # people in a couple
_CHAIN = 24  # units of a noun group with its prepositional phrases
_CASES = rule_words("cases")
_NOT_PEOPLE = ("weapon", "object", "attack", "effect")


@passing
class Group:
    """People that a noun group names. `at` is the index of its unit, [first, last) its units with what hangs on them.

    `inherits` says that the words leave open who the people are ("dozens more", "16").
    """

    at: int
    first: int
    last: int
    people: People
    count: Count
    inherits: bool
    definite: bool = False


def is_people(unit: Unit) -> bool:
    """Say whether a noun group can name people: by its head, by its bare number, or for want of any other reading."""
    if unit.kind is not UnitKind.NOUN:
        return False
    if unit.pronoun:
        return unit.word in PERSON or unit.word in _PERSONS or unit.word in ("nobody", "someone", "everyone", "another")
    if unit.sense("people") or not unit.word:
        return True
    if any(unit.sense(domain) for domain in _NOT_PEOPLE):
        return False
    if unit.quantity is not None:
        return unit.word in _CASES or unit.word.split()[-1] not in uncounted("animal", "herd", "event")
    return unit.proper or unit.word.split()[-1] not in uncounted("animal", "undertaking")


def is_known_people(unit: Unit) -> bool:
    """Say whether a noun group surely names people, or is a bare number."""
    if unit.kind is not UnitKind.NOUN:
        return False
    if unit.pronoun:
        return is_people(unit)
    titled = (
        unit.proper
        and not unit.senses
        and any(sense.domain == "people" and sense.detail != "nation" for sense in unit.inner)
    )  # "civilian Ahmad X"
    known = unit.sense("people") is not None or (is_force(unit) and unit.plural) or counts_fighters(unit) or titled
    return known or not unit.word


def described(unit: Unit) -> People | None:
    """Return who a word before a head says that people are: "|civilian| deaths"; None where none says it."""
    return next((People(sense.value) for sense in unit.inner if sense.domain == "people"), None)


def is_name(unit: Unit) -> bool:
    """Say whether a noun group is the name of one person or place, with or without a title."""
    many = unit.determiner or unit.plural or unit.pronoun or unit.quantity is not None
    return unit.proper and not unit.senses and not many


def counts_people(unit: Unit) -> bool:
    """Say whether a noun group surely names people, or counts an unknown word that can ("16 herders", "two nuns")."""
    counted = unit.quantity is not None and unit.quantity.numeral and (unit.plural or unit.quantity.count.high == 1)
    return is_known_people(unit) or (counted and is_people(unit) and not unit.senses)


def is_force(unit: Unit) -> bool:
    """Say whether a noun group names a body that fights ("the army", "rebels")."""
    actor = unit.sense("actor")
    return actor is not None and actor.value == "force"


def fights(unit: Unit) -> bool:
    """Say whether a noun group names a body that fights, or people of one: "rebels", "Hezbollah", "army positions"."""
    group = unit.any_sense("group")
    return is_force(unit) or (group is not None and group.value in ("armed_group", "state_force"))


def counts_fighters(unit: Unit) -> bool:
    """Say whether a noun group counts the people of an armed group by its name: "|40 Taliban|"."""
    sense = unit.sense("group")
    return sense is not None and sense.value == "armed_group" and unit.quantity is not None and unit.quantity.numeral


def people_of(units: Units, at: int) -> People | None:
    """Return the group that the noun group at an index names; None where its words leave it open."""
    unit = units[at]
    sense = unit.sense("people")
    group = unit.sense("group")
    armed = is_force(unit) or (group is not None and group.value == "armed_group")  # "12 |Taliban|"
    if sense is None and unit.word and armed:
        return People.COMBATANTS
    if sense is None and unit.word in _GENERIC:
        return _generic(units, at, People.PEOPLE)  # "two |al-Qaeda figures|"
    if sense is None:
        inner = next((s for s in unit.inner if s.domain == "people" and s.value != "people"), None)
        if inner:
            return People(inner.value)
        if _leads_fighters(unit):
            return People.COMBATANTS
        return None if not unit.word or unit.pronoun else _served(units, at) or People.PEOPLE
    if unit.word in _GENERIC:
        return _generic(units, at, People(sense.value))
    if sense.value == "people" and (served := _served(units, at)) is not None:
        return served
    if sense.value == "people":
        inner = next((s for s in unit.inner if s.domain == "people" and s.value != "people"), None)
        return People(inner.value) if inner else People.MEDICS if _heals(unit) else People.PEOPLE
    return People(sense.value)


def _leads_fighters(unit: Unit) -> bool:
    """Say whether a name stands behind an armed group and what a person is there: "|Taliban leader| Omar Noor"."""
    titled = unit.proper and any(sense.domain == "people" and sense.detail != "nation" for sense in unit.inner)
    return titled and any(sense.domain == "group" and sense.value == "armed_group" for sense in unit.inner)


def _heals(unit: Unit) -> bool:
    """Say whether people are the staff of a hospital or clinic: "two |clinic workers|"."""
    return unit.word in _STAFF and any(sense.domain == "object" and sense.value == "hospital" for sense in unit.inner)


def _served(units: Units, at: int) -> People | None:
    """Return who people are by the body that they work for: "volunteers of |the Civil Defence|"."""
    if units[at].word not in _STAFF or at + 2 >= len(units) or units[at + 1].word not in _SERVING:
        return None
    body = units[at + 2]
    sense = body.sense("people") or body.any_sense("people")
    treats = body.sense("object")
    if treats is not None and treats.value == "hospital":
        return People.MEDICS
    rescues = any(inner.domain == "effect" and inner.value == "rescued" for inner in body.inner)  # "the rescue team"
    if rescues or (sense is not None and sense.value == People.RESCUERS):
        return People.RESCUERS
    return People(sense.value) if sense is not None and sense.value in (People.MEDICS, People.JOURNALISTS) else None


def _generic(units: Units, at: int, people: People) -> People:
    """Read "members of the army", "Hezbollah members", "regime personnel" as combatants; leave "young men" alone."""
    unit = units[at]
    inner = {sense.domain: sense.value for sense in unit.inner}
    if inner.get("people", "people") != "people":
        return People(inner["people"])
    if people is People.COMBATANTS and unit.word in ("officer", "officers"):
        return people
    if inner.get("actor") == "force" or inner.get("group") in ("armed_group", "state_force"):
        return People.COMBATANTS
    if unit.word == "men" and unit.determiner == "his":
        return People.COMBATANTS  # those whom a commander leads
    if unit.word in _MEMBERS | _MEN and unit.determiner in ("its", "their"):
        return _body_before(units, at) or people
    alone = unit.last - (unit.first if unit.quantity is None else unit.quantity.last) == 1  # "at least two members"
    if unit.word in _BELONGERS and alone and (at + 1 == len(units) or units[at + 1].word != "of"):
        civil = any(one.kind is UnitKind.NOUN and one.word in _CIVIL_BODIES for one in units)
        return _body_before(units, at) or (people if civil else People.COMBATANTS)
    if at + 2 < len(units) and units[at + 1].word in ("of", "from"):
        body = units[at + 3] if units[at + 2].kind is UnitKind.SIGN and at + 3 < len(units) else units[at + 2]
        return _belonging(unit, body, people)
    return people


def _belonging(unit: Unit, body: Unit, people: People) -> People:
    """Return who those are that belong to a body: "four |members| of |the Iran-backed group|"."""
    belongs = unit.word in _MEMBERS
    if belongs and body.word in _CIVIL_BODIES - _BANDS and body.any_sense("people") is None:
        return People.PEOPLE  # "members of the |opposition| party"
    unknown = body.proper and not body.senses and body.word not in _CIVIL_BODIES
    by_name = unknown and not any(sense.domain == "people" for sense in body.inner)
    if belongs and (by_name or (body.word in _BANDS and body.determiner == "the")):
        return People.COMBATANTS
    if fights(body) or (belongs and (body.any_sense("group") or body.any_sense("actor"))):
        return People.COMBATANTS
    named = body.any_sense("people") if belongs else None
    return People(named.value) if named else People.PEOPLE if belongs else people


def _body_before(units: Units, at: int) -> People | None:
    """Return who the members of the body named before are: "The White Helmets said three of |its members|"."""
    for unit in reversed(units[:at]):
        sense = unit.sense("people")
        if sense and sense.value in (People.RESCUERS, People.MEDICS, People.JOURNALISTS):
            return People(sense.value)
        if fights(unit):
            return People.COMBATANTS
    return None


def count_of(unit: Unit) -> Count | None:
    """Return how many a noun group speaks of; None where it only points back ("the victims")."""
    if unit.quantity is not None:
        return unit.quantity.count
    if unit.determiner == "both":
        return Count.exactly(2)
    if unit.determiner in ("every", "each", "neither"):
        return NOBODY if unit.determiner == "neither" else VAGUE
    if unit.pronoun:
        return Count.exactly(1) if unit.word in PERSON or unit.word == "another" else VAGUE
    if unit.plural and unit.determiner in ("a", "an") and unit.sense("people") is not None:
        return Count.exactly(1)  # "a Sudanese"
    if not unit.plural and unit.word.split()[-1] == "couple":
        return Count.exactly(_PAIR)
    if not unit.plural:
        collective = unit.sense("actor") is not None and unit.sense("people") is None
        return VAGUE if collective or _is_a_people(unit) or unit.word.split()[-1] in _MASSES else Count.exactly(1)
    return VAGUE


def _is_a_people(unit: Unit) -> bool:
    """Say whether an unknown name with an article is that of many: "killed |the Berom|"; a person has none."""
    alone = unit.last - unit.first == _PAIR  # words: an article and a name
    group = unit.sense("group")
    named = (not unit.senses and alone) or (group is not None and group.value == "armed_group")
    return unit.proper and unit.determiner == "the" and named


def group_at(units: Units, at: int) -> Group | None:
    """Return the people named by the noun group at an index, with "of" chains resolved to what is counted."""
    unit = units[at]
    if _are_those_there(units, at):
        return Group(at, at, chain_end(units, at), People.PEOPLE, VAGUE, inherits=True)
    if not is_people(unit) or _counts_things(units, at):
        return None
    count = NOBODY if _is_not_one(units, at) else household(units, at) or count_of(unit)
    if count is None:
        return None
    last = chain_end(units, at)
    inside = household(units, at) is not None and bool(units[at + 2].word)  # "a patrol of six |guards|"
    people = people_of(units, at + 2 if inside else at)
    if people is None and unit.quantity is not None and not unit.word:
        people = _counted_people(units, at)
    definite = unit.determiner in ("the", "these", "those") and unit.quantity is None and unit.plural
    return Group(at, at, last, people or People.PEOPLE, count, people is None, definite or unit.pronoun)


def _is_not_one(units: Units, at: int) -> bool:
    """Say whether people are not even one: "not |a single soldier|", "not |one| of them"; not "not one but two"."""
    denied = at > 0 and units[at - 1].word == "not" and units[at + 1 : at + 2] != () and units[at + 1].word != "but"
    return denied and count_of(units[at]) == Count.exactly(1)


def _are_those_there(units: Units, at: int) -> bool:
    """Say whether "those" at an index are people told by where they were: "|those| in the car", "|those| inside"."""
    there = units[at + 1].word if at + 1 < len(units) and units[at].word == "those" else ""
    return there in _THERE


_THERE = frozenset(("in", "inside", "on", "aboard", "on board", "near", "around", "at"))


def may_be_among(part: People, whole: People) -> bool:
    """Say whether people of one group may be among those of another, as far as their names tell."""
    return whole in (People.PEOPLE, part) or (whole is People.CIVILIANS and part is not People.COMBATANTS)


def exceeds(people: People, count: Count, whole: People, total: Count) -> bool:
    """Say whether people are no share of others: more than they are, or soldiers where those are civilians."""
    more = count.low is not None and total.high is not None and count.low > total.high
    return more or {people, whole} == {People.CIVILIANS, People.COMBATANTS}


def _counts_things(units: Units, at: int) -> bool:
    """Say whether a bare number counts what is no people: "two of |his sheep|", "dozens of |the houses|"."""
    if units[at].word or at + 2 >= len(units) or units[at + 1].word != "of":
        return False
    counted = units[at + 2]
    things = not is_people(counted) or counted.word in uncounted("animal", "goods")
    return things and counted.kind is UnitKind.NOUN and not counted.pronoun


@cache
def uncounted(*kinds: str) -> frozenset[str]:
    """Return the nouns that are counted beside people and are none, of some kinds or of all."""
    table = {kind: frozenset(word.strip() for word in words.split(",")) for kind, words in rows("uncounted.tsv")}
    return frozenset().union(*(words for kind, words in table.items() if kind in kinds or not kinds))


def household(units: Units, at: int) -> Count | None:
    """Return how many a collective holds where it is told: "a family of six", "a group of 12 people"."""
    unit = units[at]
    if unit.word not in _COLLECTIVES or unit.plural or unit.quantity is not None or at + 2 >= len(units):
        return None
    counted = units[at + 2].quantity if units[at + 1].word == "of" else None
    return counted.count if counted is not None and counted.numeral and is_known_people(units[at + 2]) else None


_COLLECTIVES = rule_words("collectives")


def _counted_people(units: Units, at: int) -> People | None:
    """Look behind "of": "three of its members", "dozens of the wounded", "two of the soldiers"."""
    if at + 2 >= len(units) or units[at + 1].word != "of":
        return None
    if _are_those_there(units, at + 2):
        return People.PEOPLE
    if units[at + 2].pronoun:
        return None if units[at + 2].word == "the" else antecedent(units, at)  # "eleven of |the wounded|"
    return people_of(units, at + 2) if is_known_people(units[at + 2]) else None


def antecedent(units: Units, at: int) -> People | None:
    """Return whom "them" means: the people told last of the sentence, where nothing else is plural between."""
    for index in range(at - 1, -1, -1):
        unit = units[index]
        if unit.kind is UnitKind.NOUN and unit.plural and is_known_people(unit) and not unit.pronoun and unit.word:
            return people_of(units, index)
        if unit.plural and any(sense.domain == "people" and sense.value == People.COMBATANTS for sense in unit.inner):
            return People.COMBATANTS  # "targeted |militants'| positions, killing scores of them"
    return None


def chain_end(units: Units, at: int) -> int:
    """Return the index behind a noun group and the prepositional phrases "of …", "from …" that belong to it."""
    last = at + 1
    while last + 1 < len(units) and units[last].word in ("of", "from") and units[last + 1].kind is UnitKind.NOUN:
        last += 2
    return last


_PARTING = rule_words("parting")


def phrase_start(units: Units, at: int) -> int:
    """Return the index of the noun group that heads the chain of prepositional phrases ending at an index.

    "five people in a house near Idlib |were killed": from "Idlib" back to "five people".
    """
    outermost = max(1, at - _CHAIN)
    while at > outermost:
        at = _around_place(units, at)
        first = at - 1 if at else 0
        if (
            first > _JOINT
            and units[first].kind is UnitKind.PREPOSITION
            and units[first - 1].kind is UnitKind.CONJUNCTION
        ):
            if units[first - 2].kind is UnitKind.NOUN and units[first - 3].kind is UnitKind.PREPOSITION:
                at = first - 2  # "in Homs |and in Hama|"
                continue
            first -= 2 * (units[first - 2].kind is UnitKind.PREPOSITION)  # "in |and around| Homs"
        led = first > 0 and units[first].kind is UnitKind.PREPOSITION
        if not led or units[first - 1].kind not in (UnitKind.NOUN, UnitKind.ADVERB):
            break
        beside = units[first].word == "alongside" and (is_known_people(units[first - 1]) or units[first - 1].proper)
        apart = units[first].word in ("among", "amongst") and units[at].quantity is not None  # "two |among 18 dead|"
        whole = units[at].word or [unit.word for unit in units[at + 1 : at + 2]] == ["of"]  # "after |one of| its jets"
        if beside or apart or (units[first].word in _PARTING and whole):
            break  # "Omar Noor alongside |nine comrades|"
        at = first - 1
        while at > 0 and units[at].kind is UnitKind.ADVERB:
            at -= 1
    return at


def _around_place(units: Units, at: int) -> int:
    """Return the place of which the name at an index tells where it is ("in |Homs|, Syria")."""
    if at < _PLACED or units[at - 1].word != "," or units[at - 3].word not in ("in", "near", "at", "outside"):
        return at
    pair = units[at], units[at - 2]
    return at - 2 if all(unit.kind is UnitKind.NOUN and unit.proper and not unit.senses[1:] for unit in pair) else at


_JOINT = 2  # units before a preposition: a noun, another preposition, "and"
_PLACED = 4  # units before a name: a noun, "in", a place and a comma


def people_start(units: Units, at: int) -> int:
    """Return the outermost noun group of the chain ending at an index that surely names people, else its head."""
    chosen = head = phrase_start(units, at)
    for index in range(head, at + 1):
        if units[index].kind is UnitKind.NOUN and is_known_people(units[index]):
            chosen = index
            break
    return chosen
