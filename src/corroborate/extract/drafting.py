"""Drafts of harm, and the steps that its frames share."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.extract.groups import Group, Units, group_at, is_known_people
from corroborate.extract.lexicon import rule_words
from corroborate.extract.supposing import UNREAL, is_near_miss, is_taken_back, is_unsure
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import NOBODY, VAGUE, Count, Effect, People
from corroborate.model.passing import passing

_LEADING = rule_words("leading")
_BELONGERS = rule_words("belongers")


@passing
class Draft:
    """A harm mention in terms of units: [first, last) carries it, `trigger` gave it away.

    `inherits` says that its people are left open by the words; `whole` is the index (among the passage's drafts) of the
    draft of which it is an explicit share; `group` the unit that names its people, None for a noun that counts itself.
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
    group: int | None = None


_DONE = rule_words("done")
_FORCE = rule_words("forcing")


def effect_of(unit: Unit) -> tuple[Effect, str] | None:
    """Return the effect of a verb of harm and the frame that it takes, None for other words."""
    sense = unit.sense("harm-verb")
    return (Effect(sense.value), sense.detail) if sense else None


def joint_effect(units: Units, at: int) -> tuple[Effect, int] | None:
    """Return the joint effect of "killed and wounded", "dead or injured", and the index of the second word.

    Who was "shot and wounded" was wounded; who was "abducted and killed" suffered both, each of which is told alone.
    """
    joined = at + 1 < len(units) and units[at + 1].word in _JOINTS
    step = at + 1 + joined
    if step >= len(units):
        return None
    lost = units[at].voice is units[step].voice and units[at].voice in (Voice.BARE, Voice.ACTIVE)
    if not joined and (not lost or (at and units[at - 1].word == "the")):
        return None  # "killed wounded dozens": a word is lost
    mine, other = any_effect(units[at]), any_effect(units[step])
    plain = units[step].kind in (UnitKind.VERB, UnitKind.STATE) and not units[step].auxiliary
    if not (plain and mine and other) or units[step].quantity is not None or _is_clause_of_its_own(units, at, step):
        return None
    if mine == other or units[at].lemma in _MEANS:
        return (other, step)
    return (Effect.CASUALTIES, step) if {mine, other} <= _BODILY else None


def _is_clause_of_its_own(units: Units, at: int, step: int) -> bool:
    """Say whether a verb behind a noun of harm tells what came of it: "suffered burns and |died|"."""
    sense = units[step].sense("harm-verb")
    return sense is not None and sense.detail == "vi" and units[at].kind is not UnitKind.STATE


_JOINTS = frozenset(("and", "or", "&", "and/or", "/"))
_MEANS = rule_words("ways_of_killing")
_BODILY = frozenset((Effect.KILLED, Effect.INJURED, Effect.CASUALTIES, Effect.MISSING))


def is_second(units: Units, at: int) -> bool:
    """Say whether a word is the second of "killed and wounded", which is read with the first."""
    joints = (joint_effect(units, first) for first in (at - 1, at - 2) if first >= 0)
    return any(joint is not None and joint[1] == at for joint in joints)


def any_effect(unit: Unit) -> Effect | None:
    """Return the effect of a verb, noun or adjective of harm, None for other words."""
    sense = unit.sense("harm-verb") or unit.sense("effect")
    if sense is None:
        return None
    return Effect(sense.value)


def inner_effect(unit: Unit) -> Effect | None:
    """Return the effect that a word before a head tells: "the |dead| boys"; None where none tells harm."""
    return next((Effect(sense.value) for sense in unit.inner if sense.domain in ("effect", "harm-verb")), None)


def is_unreal(units: Units, at: int) -> bool:
    """Say whether a verb tells what did not, or only might, happen."""
    unit = units[at]
    if unit.negated or is_near_miss(units, at):
        return True
    if unit.modal in UNREAL:
        return is_unsure(unit)
    if unit.voice is Voice.INFINITIVE:
        governor = next((u for u in reversed(units[:at]) if u.kind is UnitKind.VERB), None)
        forced = governor is not None and governor.lemma in _FORCE | _DONE
        return not forced or is_taken_back(units, at)
    if at > 1 and units[at - 1].kind is UnitKind.CONJUNCTION and units[at - 2].voice is Voice.INFINITIVE:
        return unit.word == unit.lemma and is_unreal(units, at - 2)  # "vowed to live and |die|"
    denied = at > 0 and units[at - 1].word in ("not", "without", "never")
    return denied or _is_supposed(units, at) or is_taken_back(units, at)


def _is_supposed(units: Units, at: int) -> bool:
    """Say whether the clause of a verb is opened by "if" and the like."""
    for unit in reversed(units[:at]):
        if unit.kind is UnitKind.VERB:
            return False
        if unit.kind is UnitKind.SUBORDINATOR:
            return unit.word in ("if", "unless", "whether", "how many")
    return False


def draft_of(units: Units, group: Group, trigger: int, effect: Effect, rule: str) -> Draft:
    """Return the draft of one group under a trigger, from the first of their units to the last."""
    first, last = min(group.first, trigger), max(group.last, trigger + 1)
    quantity = units[group.at].quantity
    more = quantity is not None and quantity.more
    hidden = units[group.at].word in _HOUSEHOLDS and quantity is None and effect is not Effect.DISPLACED
    hidden = hidden and group.count == Count.exactly(1)  # "an entire family was killed"
    count = VAGUE if hidden or _is_most_of(units, group.at, trigger) else group.count
    return Draft(first, last, trigger, effect, group.people, count, rule, group.inherits, more=more, group=group.at)


_HOUSEHOLDS = rule_words("households")
_MOST = frozenset(("most", "half", "majority"))


def _is_most_of(units: Units, at: int, trigger: int) -> bool:
    """Say whether a verb tells of the most of a number: "most of the 900 |villagers| fled"; not "of the 900 killed"."""
    if at < _OF or trigger < at or units[at - 1].word != "of" or units[at - _OF].word not in _MOST:
        return False
    effect = effect_of(units[trigger])
    return effect is not None and (effect[1] == "vi" or units[trigger].voice is Voice.PASSIVE)


_OF = 2  # units of "most of"


def listed(units: Units, at: tuple[int, ...], trigger: int, effect: Effect, rule: str) -> Iterator[Draft]:
    """Yield a draft a member of a list of groups; a bare number takes its people from the one before."""
    if at and at[0] > 1 and units[at[0] - 1].word in _COUNTING and _is_total(units[at[0] - 2]):
        return
    previous: Group | None = None
    among = bool(at) and at[0] > 0 and units[at[0] - 1].word in ("among", "amongst")  # the rest were others
    shared = _one_count(units, at)
    for index in at[:1] if shared else at:
        group = group_at(units, index)
        if group is None:
            continue
        if shared is not None:
            group = replace(group, people=shared)
        stays = group.count == NOBODY and effect is Effect.DISPLACED  # "nobody left his house"
        apart = previous is not None and points_back(units[index]) and not points_back(units[at[0]])
        if stays or apart or (previous is not None and _adds_nothing(units, index, group, previous)):
            continue  # "lost 300 soldiers and |the rebels| 200"
        quantity = units[index].quantity
        others = quantity is not None and quantity.more and previous is not None and _is_one_of_a_kind(previous)
        if group.inherits and among:
            group = replace(group, inherits=False)
        elif group.inherits and previous is not None:
            group = replace(group, people=People.PEOPLE if others else previous.people, inherits=False)
        yield _member(units, group, trigger, effect, rule)
        previous = group


MARKS = rule_words("marks")
_DEGREES = rule_words("degrees_of_wounds")


def _is_one_of_a_kind(group: Group) -> bool:
    """Say whether "two others" behind a group are people of any kind: behind women, or one soldier."""
    wide = group.people in (People.PEOPLE, People.CIVILIANS)
    return group.people in _NARROW or (group.count == Count.exactly(1) and not wide)


def _adds_nothing(units: Units, at: int, group: Group, previous: Group) -> bool:
    """Say whether an uncounted group is of the people of the uncounted one before it ("rebels and |militants|")."""
    return same_uncounted(units[at], units[previous.at]) and group.people is previous.people


def same_uncounted(one: Unit, other: Unit) -> bool:
    """Say whether two plural groups both are without a number."""
    return all(unit.plural and unit.quantity is None and not unit.determiner for unit in (one, other))


TOTALS = rule_words("totals")


def _is_total(unit: Unit) -> bool:
    """Say whether people behind a word are only those whom it counts ("|the number| of people killed is unknown")."""
    sense = unit.sense("effect")
    return (unit.word in TOTALS or (sense is not None and sense.detail in _TOLLS)) and unit.quantity is None


_COUNTING = frozenset(("of", "for", "among"))
_TOLLS = frozenset(("toll", "former"))


def _one_count(units: Units, at: tuple[int, ...]) -> People | None:
    """Return who they are that one numeral counts together ("312 fighters and civilians"), None for other lists."""
    if len(at) != _PAIR:
        return None
    first, second = units[at[0]], units[at[1]]
    many = first.quantity is not None and first.quantity.numeral and first.quantity.count.high != 1
    of_body = at[0] + 2 < at[1] and units[at[0] + 1].word == "of" and units[at[0] + 2].determiner in _OWNED
    counted = (many and bool(first.word)) or of_body  # "1,000 of its members and |leaders|"
    behind = units[at[1] + 1 : at[1] + 3]
    of_others = (
        len(behind) > 1 and behind[0].word == "of" and behind[1].determiner in _OWNED
    )  # "and |members| of their"
    bare = second.quantity is None and not (second.determiner or second.proper or of_others)
    bare = bare and units[at[1] - 1].word == "and"
    if not (counted and bare):
        return None
    groups = [group.people for group in (group_at(units, index) for index in at) if group is not None]
    led = second.word in _LEADING and groups[-1] is People.PEOPLE  # "18 jihadist fighters and |leaders|"
    if of_body:
        return groups[0]
    if People.COMBATANTS in groups and (first.word in _BELONGERS or led):
        return People.COMBATANTS
    return groups[0] if len(set(groups)) == 1 else People.PEOPLE


_PAIR = 2
_OWNED = frozenset(("his", "her", "its", "their"))
_NARROW = frozenset(
    (People.RESCUERS, People.MEDICS, People.JOURNALISTS, People.WOMEN, People.MEN, People.CHILDREN)
)  # "three nurses and six others"


def _member(units: Units, group: Group, trigger: int, effect: Effect, rule: str) -> Draft:
    draft = draft_of(units, group, trigger, effect, rule)
    near = draft.last - draft.first <= _NEAR
    return draft if near else replace(draft, first=group.first, last=group.last)


_NEAR = 14  # units: beyond that a quote would swallow other clauses, so it keeps to the group


def past_degree(units: Units, at: int) -> int:
    """Return the index behind words for how bad or of what kind: "(suffered) various degrees of |injuries|"."""
    for index in (at, at + 1):
        if index + 2 < len(units) and units[index].word in _DEGREES and units[index + 1].word == "of":
            return index + 2
    return at


def points_back(unit: Unit) -> bool:
    """Say whether a plural group only points back to people told before ("the victims", "those")."""
    return unit.quantity is None and unit.plural and unit.determiner in ("the", "those", "these")


def are_told(units: Units, groups: tuple[int, ...]) -> bool:
    """Say whether groups are surely people, and not only those told of before."""
    sure = bool(groups) and all(is_known_people(units[index]) for index in groups)
    return sure and not points_back(units[groups[-1]])
