"""Frames of harm told by where people go or are brought: to safety, out of a town, away from their beds."""

from collections.abc import Iterator

from corroborate.extract.agreement import agreeing
from corroborate.extract.clauses import subject_of
from corroborate.extract.coordination import coordinated
from corroborate.extract.drafting import Draft, are_told, is_unreal, listed
from corroborate.extract.groups import Units, chain_end, is_known_people, people_of
from corroborate.extract.harmed import sufferers
from corroborate.extract.lexicon import rule_words
from corroborate.extract.rules import begins
from corroborate.extract.units import UnitKind, Voice
from corroborate.model.casualty import Effect, People

_STREAMING = rule_words("streaming")
_BRINGING = rule_words("bringing_to_safety")
_CARRYING_OFF = rule_words("carrying_off")
_HOMES = rule_words("taken_from")
_OWNED = frozenset(("his", "her", "their", "its", "the"))
_SETTLED = rule_words("settled")
_EXODUS = 100  # people who leave a town together do not only travel
_QUITTING = rule_words("quitting")
_FORCING = rule_words("forcing")
_CARRIED_OUT = rule_words("carried_out_of_town")
_TERMS = rule_words("terms_of_leaving")
_DWELLERS = rule_words("dwellers")
_IRREGULARS = rule_words("irregulars") | rule_words("fighters")
_OUT = frozenset(("out of", "from"))
_OVER = frozenset(("across", "over"))


@begins(*_STREAMING, at=UnitKind.VERB)
def streamed(units: Units, at: int) -> Iterator[Draft]:
    """H61: "thousands streamed out of the town", "families poured over the border"; not "fans poured into town"."""
    unit = units[at]
    if unit.lemma not in _STREAMING or unit.voice is Voice.PASSIVE or is_unreal(units, at):
        return
    groups = agreeing(units, at, subject_of(units, at))
    if not _are_plain(units, groups) or at + 2 >= len(units) or units[at + 2].kind is not UnitKind.NOUN:
        return
    whence, there = units[at + 1].word, units[at + 2]
    fled = (whence in _OUT and (there.proper or there.word in _SETTLED)) or (
        whence in _OVER and there.word in ("border", "frontier", "river")
    )
    if fled or (whence in ("to", "toward", "towards") and there.word == "safety"):
        yield from listed(units, groups, at, Effect.DISPLACED, "H61-streamed")


@begins(*_CARRIED_OUT, at=UnitKind.VERB)
def carried_out(units: Units, at: int) -> Iterator[Draft]:
    """H77: "families were bussed out of the town", "civilians ferried out of Homs"; not "goods bussed out"."""
    unit = units[at]
    if _CARRIED_OUT.isdisjoint((unit.lemma, unit.word)) or unit.voice is Voice.ING or is_unreal(units, at):
        return
    whence = units[at + 1].word if at + 1 < len(units) else ""
    by_bus = whence == "to" and unit.word in _CARRIED_OUT and unit.lemma == unit.word
    if not (whence == "out of" or by_bus) or not _is_lived_in(units, at + 2):
        return
    groups = agreeing(units, at, subject_of(units, at))
    if are_told(units, groups):
        yield from listed(units, groups, at, Effect.DISPLACED, "H77-carried-out")


@begins("cross", "cross into", at=UnitKind.VERB)
def crossed(units: Units, at: int) -> Iterator[Draft]:
    """H81: "thousands have crossed into Utopia", "900 families crossed the border"; not "lorries crossed it"."""
    unit = units[at]
    if unit.lemma not in ("cross", "cross into") or unit.voice is Voice.PASSIVE or is_unreal(units, at):
        return
    borders = at + 1 < len(units) and units[at + 1].word in ("border", "frontier")
    groups = agreeing(units, at, subject_of(units, at))
    if not (borders or (unit.lemma == "cross into" and _is_lived_in(units, at + 1))):
        return
    if _are_plain(units, groups) and _is_exodus(units, groups):
        yield from listed(units, groups, at, Effect.DISPLACED, "H81-crossed")


@begins(*_QUITTING, at=UnitKind.VERB)
def left_town(units: Units, at: int) -> Iterator[Draft]:
    """H76: "thousands have left the town", "900 people escaped besieged areas"; not "two men left the town"."""
    unit = units[at]
    if unit.lemma not in _QUITTING or unit.voice in (Voice.PASSIVE, Voice.INFINITIVE) or is_unreal(units, at):
        return
    groups = agreeing(units, at, subject_of(units, at)) if _is_lived_in(units, at + 1) else ()
    if not are_told(units, groups) or units[groups[-1]].pronoun:
        return
    agreed = any(one.word in _TERMS or one.lemma == "evacuate" for one in units)
    armed = [units[index].word for index in groups if people_of(units, index) is People.COMBATANTS]
    gone = agreed and unit.voice is not Voice.ING and _IRREGULARS.issuperset(armed)
    flight = gone if armed else unit.lemma == "evacuate"
    if flight or (_is_exodus(units, groups) and not armed):
        yield from listed(units, groups, at, Effect.DISPLACED, "H76-left-town")


@begins(*_QUITTING, at=UnitKind.VERB)
def made_to_leave(units: Units, at: int) -> Iterator[Draft]:
    """H78: "families were forced to leave", "forced 900 people to quit the area"; not "was forced to leave office"."""
    unit = units[at]
    governor = next((one for one in reversed(units[:at]) if one.kind is UnitKind.VERB), unit)
    if unit.voice is not Voice.INFINITIVE or governor.lemma not in _FORCING or is_unreal(units, at):
        return
    left = units[at + 1] if at + 1 < len(units) and not _is_lived_in(units, at + 1) else None
    if left is not None and left.kind is UnitKind.NOUN and not left.pronoun:
        return
    groups = subject_of(units, at)
    told = governor.voice is Voice.PASSIVE or not (groups and units[groups[-1]].pronoun)
    if groups and told and is_known_people(units[groups[-1]]):
        yield from listed(units, groups, at, Effect.DISPLACED, "H78-made-to-leave")


@begins("evacuate", at=UnitKind.VERB)
def emptied(units: Units, at: int) -> Iterator[Draft]:
    """H79: "the suburb was evacuated by its residents"; not "the suburb was evacuated by the Red Cross"."""
    unit = units[at]
    if unit.lemma != "evacuate" or unit.voice is not Voice.PASSIVE or is_unreal(units, at):
        return
    if at + 2 < len(units) and units[at + 1].word == "by" and units[at + 2].word in _IRREGULARS | _DWELLERS:
        yield from listed(units, tuple(coordinated(units, at + 2)), at, Effect.DISPLACED, "H79-emptied")


def _is_lived_in(units: Units, at: int) -> bool:
    """Say whether a town or an area stands at an index: "the town", "rebel-held areas", "Homs", "besieged areas"."""
    at += at < len(units) and units[at].kind is UnitKind.VERB and units[at].voice is Voice.BARE
    if at >= len(units) or units[at].kind is not UnitKind.NOUN:
        return False
    there = units[at]
    state = there.sense("group")
    called = there.proper and there.quantity is None and (not there.senses or (state and state.value == "state"))
    return bool(called) or (there.word in _SETTLED and there.determiner in ("", "the"))


def _is_exodus(units: Units, groups: tuple[int, ...]) -> bool:
    """Say whether so many people are counted that their leaving a place is a flight."""
    quantity = units[groups[0]].quantity
    if quantity is None:
        return False
    low, high = quantity.count.low, quantity.count.high
    return max(low or 0, high or 0) >= _EXODUS if quantity.numeral else low is None and high is None


@begins(*_BRINGING, at=UnitKind.VERB)
def brought_to_safety(units: Units, at: int) -> Iterator[Draft]:
    """H62: "eight men were airlifted to safety", "led 20 girls to safety"; not "brought food to safety"."""
    groups = _moved(units, at) if units[at].lemma in _BRINGING else ()
    if groups:
        behind = max(at + 1, chain_end(units, groups[-1]))
        if [one.word for one in units[behind : behind + 2]] == ["to", "safety"]:
            yield from listed(units, groups, at, Effect.RESCUED, "H62-to-safety")


@begins(*_CARRYING_OFF, at=UnitKind.VERB)
def taken_from_home(units: Units, at: int) -> Iterator[Draft]:
    """H63: "girls were taken from their dormitory", "took two men from their homes"; not "took a man from Homs"."""
    groups = _moved(units, at) if units[at].lemma in _CARRYING_OFF else ()
    behind = max(at, groups[-1]) + 1 if groups else len(units)
    if behind + 1 < len(units) and units[behind].word in _OUT:
        home = units[behind + 1]
        if home.word in _HOMES and home.determiner in _OWNED:
            yield from listed(units, groups, at, Effect.ABDUCTED, "H63-from-home")


def _moved(units: Units, at: int) -> tuple[int, ...]:
    """Return the people whom a verb moves, none where it did not or they were told of before."""
    if is_unreal(units, at):
        return ()
    groups, _ = sufferers(units, at)
    return groups if are_told(units, groups) else ()


def _are_plain(units: Units, groups: tuple[int, ...]) -> bool:
    """Say whether a subject are people who do not bear arms, and were not told of before."""
    told = are_told(units, groups) and not units[groups[-1]].pronoun
    return told and people_of(units, groups[-1]) is not People.COMBATANTS


# In the order in which they are tried.
FRAMES = (streamed, crossed, carried_out, left_town, made_to_leave, emptied, brought_to_safety, taken_from_home)
