"""Frames of harm in which a total is given its number: "the toll rose to 40", "the number of those killed is 9"."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.extract.drafting import TOTALS, Draft, any_effect
from corroborate.extract.groups import Group, Units, described, group_at, is_known_people
from corroborate.extract.harm_owners import whose
from corroborate.extract.lexicon import rule_words
from corroborate.extract.rules import begins
from corroborate.extract.supposing import UNREAL
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import Count, Effect, People, Qualifier

_TOLL_VERBS = rule_words("toll_verbs")
_PASSING = rule_words("passing")
_BEFORE_NOW = rule_words("before_now")
_SIGNS_OF_INSERTS = frozenset((",", "(", "–", "—"))
_NEAR = 4  # units between a total and what is put in behind it: "the number of dead, earlier"


@begins(senses=("effect",), at=UnitKind.NOUN)
def toll(units: Units, at: int) -> Iterator[Draft]:
    """H07: "the death toll rose to 40", "bringing the number of dead to 9"; not "the toll may rise to 40"."""
    unit = units[at]
    sense = unit.sense("effect")
    if sense is None or not (sense.detail == "toll" or _stands_at(units, at, sense.detail)):
        return
    group = _number_before(units, at) or _number_behind(units, at)
    if group is None:
        return
    told = whose(units, at)
    named = told[0] if told is not None and told[1] <= group.at else None
    borne = described(unit) or named if group.inherits else group.people
    first, last = min(at, group.at), max(at + 1, group.last)
    effect, people = _told_behind(units, group) or Effect(sense.value), borne or group.people
    yield Draft(first, last, at, effect, people, group.count, "H07-toll", borne is None, group=group.at)


def _told_behind(units: Units, group: Group) -> Effect | None:
    """Return what befell those whom a toll counts, where that stands behind them: "a toll of six people |wounded|"."""
    behind = units[group.last : group.last + 1]
    is_told = bool(behind) and behind[0].voice is Voice.BARE and _is_harm(behind[0])
    return any_effect(behind[0]) if is_told else None


@begins(*TOTALS, at=UnitKind.NOUN)
def number_of(units: Units, at: int) -> Iterator[Draft]:
    """H15: "the number of girls abducted is 220", "the number injured topped 90"; not "their number is 90"."""
    if units[at].word not in TOTALS or units[at].quantity is not None or at + 3 >= len(units):
        return
    counted = units[at + 1].word == "of" and (is_known_people(units[at + 2]) or units[at + 2].word == "those")
    if not counted and not (_is_harm(units[at + 1]) and units[at + 1].voice is Voice.BARE):
        return
    verb = (
        at + 1
        if not counted
        else next((i for i in range(at + 3, min(len(units), at + _CLAUSE)) if _is_harm(units[i])), None)
    )
    number = None if verb is None else _number_before(units, at) or _number_behind(units, verb)
    if verb is None or number is None or not number.inherits:
        return
    effect = any_effect(units[verb])
    named = (i for i in range(at + 2, verb) if is_known_people(units[i]) and not units[i].pronoun)
    groups = {group.people for i in named if (group := group_at(units, i))}
    people = groups.pop() if len(groups) == 1 else People.PEOPLE
    if effect is not None:
        first, last = min(at, number.at), max(verb + 1, number.last)
        yield Draft(first, last, verb, effect, people, number.count, "H15-number-of", group=number.at)


@begins(*TOTALS, at=UnitKind.NOUN)
def running(units: Units, at: int) -> Iterator[Draft]:
    """H82: "12 were killed, bringing the total since May to 90"; not "12 were killed, taking the total cost to 90"."""
    brings = at > 1 and units[at - 1].lemma in _BRINGING and units[at - 1].voice is Voice.ING
    if (
        not brings
        or units[at].word not in TOTALS
        or units[at + 1 : at + 2] == ()
        or units[at + 1].kind is UnitKind.VERB
    ):
        return
    told = next((i for i, unit in enumerate(units[: at - 1]) if any_effect(unit) is not None), None)
    number = None if told is None else _number_behind(units, at)
    if told is None or number is None or not number.inherits or units[number.at - 1].word != "to":
        return
    effect = any_effect(units[told])
    if effect is not None:
        yield Draft(at - 1, number.last, at, effect, People.PEOPLE, number.count, "H82-running", True, group=number.at)


_CLAUSE = 12  # units between a total and the verb that tells what befell those whom it counts


def _is_harm(unit: Unit) -> bool:
    """Say whether a unit tells what befell those whom a number counts: "people |killed|", "Utopian |dead|"."""
    if unit.kind is UnitKind.STATE:
        return unit.sense("effect") is not None
    return unit.kind is UnitKind.VERB and unit.sense("harm-verb") is not None and unit.modal not in UNREAL


def _number_before(units: Units, at: int) -> Group | None:
    """Return the number that stands before its total: "bringing |to 50| the number of people killed"."""
    lead = units[at - _LEAD : at] if at >= _LEAD else ()
    if not lead or lead[0].lemma not in _BRINGING or lead[1].word != "to" or lead[2].word:
        return None
    return group_at(units, at - 1) if lead[2].quantity is not None else None


_LEAD = 3  # units of "bringing | to | 50"
_BRINGING = rule_words("raising_tolls")


def _number_behind(units: Units, at: int) -> Group | None:
    """Return the number that a total is given behind an index, None where it is left open."""
    chosen: int | None = None
    outdated = _outdated(units, at + 1)
    for index in range(at + 1, min(len(units), at + 24)):
        if index in outdated:
            continue
        word = units[index]
        if word.kind is UnitKind.VERB and (_is_open(word) or word.negated or word.voice is Voice.INFINITIVE):
            return None
        if (word.kind is UnitKind.SIGN and word.word in (".", ";", "|")) or is_toll(word):
            break
        if word.kind is UnitKind.NOUN and word.quantity is not None and (not word.word or is_known_people(word)):
            if units[index - 1].word == "from" and word.quantity.count.qualifier is not Qualifier.RANGE:
                continue
            chosen = index
            if units[index - 1].word in ("to", "at", "of", ":") or units[index - 1].kind is UnitKind.VERB:
                break
    group = None if chosen is None else group_at(units, chosen)
    return None if group is None else _risen(units, group)


def _outdated(units: Units, at: int) -> range:
    """Return the units of an insert behind a total with what it was before: "the toll|, earlier put at 11,| is 14"."""
    opens = next((i for i in range(at, min(at + _NEAR, len(units) - 1)) if units[i].word in _SIGNS_OF_INSERTS), None)
    if opens is None or units[opens + 1].word not in _BEFORE_NOW:
        return range(0)
    closes = next((i for i in range(opens + 1, len(units)) if units[i].word in (*_SIGNS_OF_INSERTS, ")")), None)
    return range(0) if closes is None else range(opens, closes + 1)


def is_toll(unit: Unit) -> bool:
    """Say whether a noun group is a total of the harmed: "the death toll"."""
    sense = unit.sense("effect")
    return sense is not None and sense.detail == "toll"


def _is_open(verb: Unit) -> bool:
    """Say whether a verb leaves a toll to the future ("could rise to 50"); "could be over 50" estimates today's."""
    estimates = verb.lemma == "be" and verb.modal in ("may", "might", "could")
    return verb.modal in UNREAL and not estimates


def _risen(units: Units, group: Group) -> Group:
    """Return the toll behind its rise: "from 32 to 40" is 40, "topped 90" is more than 90."""
    high = group.count.high
    if group.count.qualifier is Qualifier.RANGE and high is not None and units[group.at - 1].word == "from":
        return replace(group, count=Count.exactly(high))
    return replace(group, count=reached(units, group.at, group.count))


def reached(units: Units, at: int, count: Count) -> Count:
    """Return the count of the number at an index as the verb before it bounds it: "topped |90|" is more than 90."""
    passed = units[at - 1].lemma in _PASSING or units[at - 1].word in _PASSING
    if passed and count.high is not None and count.qualifier is Qualifier.EXACT:
        return Count(count.high + 1, None, Qualifier.MORE_THAN)
    return count


def _past_phrases(units: Units, at: int) -> int:
    """Return the index behind phrases, none of them a figure: "(deaths) |in Hama| stood at 40", not "deaths at 40"."""
    while at + 1 < len(units) and units[at].kind is UnitKind.PREPOSITION and units[at + 1].word:
        at += 2
    return at


_CODED = rule_words("coded")


def _stands_at(units: Units, at: int, form: str) -> bool:
    """Say whether a noun of harm is given its number behind it: "casualties stood at 3,000", "deaths at 359"."""
    counted = units[at].quantity
    uncounted = units[at].plural and not (counted is not None and counted.numeral)
    return form == "deed" and uncounted and given_number(units, at) is not None


def given_number(units: Units, at: int) -> int | None:
    """Return the index of the bare number that words for the harmed are given behind them, None for none.

    "Deaths in Hama stood at |40|", "the dead numbered |12|", "casualties: |9|", "deaths now exceed |40|".
    """
    step = _past_phrases(units, at + 1)
    step += step < len(units) and units[step].kind is UnitKind.ADVERB
    step += [one.word for one in units[step : step + 2]] == [",", "numbering"]
    if step + 1 < len(units) and units[step].kind is UnitKind.VERB:
        verb, step = units[step], step + 1
        coded = not _CODED.isdisjoint((verb.lemma, verb.word))
        led = units[step].word in (_CODED_AS if coded else _AMOUNTING)
        if verb.lemma == "be" and not led and _is_bounded(units[step]):
            return None  # "(half the victims) were |under 18|"
        if verb.modal or verb.negated or verb.lemma not in _TOLL_VERBS | _CODED or (coded and not led):
            return None
        step += led
    elif step < len(units) and units[step].word in ("at", ":") and units[at].kind is UnitKind.NOUN:
        step += 1  # "dead at 40" tells an age
    elif step < len(units) and not _is_above(units[step]):
        return None
    number = units[step] if step < len(units) else None
    counts = number is not None and number.quantity is not None and number.quantity.numeral and not number.word
    return step if counts else None


_AMOUNTING = frozenset(("at", "to"))
_CODED_AS = _AMOUNTING | {"as"}


def _is_bounded(unit: Unit) -> bool:
    """Say whether a number is told to be under or over another, as ages are."""
    bounds = (Qualifier.LESS_THAN, Qualifier.MORE_THAN)
    return unit.quantity is not None and unit.quantity.count.qualifier in bounds


def _is_above(unit: Unit) -> bool:
    """Say whether a number is told to be exceeded: "(deaths now) |exceed 40|"."""
    return unit.quantity is not None and unit.quantity.count.qualifier is Qualifier.MORE_THAN
