"""Frames of harm told by where people go or are brought: to safety, out of a town, away from their beds."""

from collections.abc import Iterator

from corroborate.extract.agreement import agreeing
from corroborate.extract.clauses import object_of, subject_of
from corroborate.extract.drafting import Draft, is_unreal, listed, points_back
from corroborate.extract.groups import Units, chain_end, is_known_people, people_of
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


@begins("leave", at=UnitKind.VERB)
def left_town(units: Units, at: int) -> Iterator[Draft]:
    """H76: "thousands have left the town", "45,000 people left the enclave"; not "two men left the town"."""
    if units[at].lemma != "leave" or units[at].voice is Voice.PASSIVE or is_unreal(units, at) or at + 1 >= len(units):
        return
    groups = agreeing(units, at, subject_of(units, at))
    there = units[at + 1]
    if _are_plain(units, groups) and there.word in _SETTLED and there.determiner == "the" and _is_exodus(units, groups):
        yield from listed(units, groups, at, Effect.DISPLACED, "H76-left-town")


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
    passive = units[at].voice is Voice.PASSIVE
    groups = agreeing(units, at, subject_of(units, at)) if passive else object_of(units, at)
    people = bool(groups) and all(is_known_people(units[index]) for index in groups)
    return groups if people and not points_back(units[groups[-1]]) else ()


def _are_plain(units: Units, groups: tuple[int, ...]) -> bool:
    """Say whether a subject are people who do not bear arms, and were not told of before."""
    if not groups or points_back(units[groups[-1]]) or units[groups[-1]].pronoun:
        return False
    return is_known_people(units[groups[-1]]) and people_of(units, groups[-1]) is not People.COMBATANTS


# In the order in which they are tried.
FRAMES = (streamed, left_town, brought_to_safety, taken_from_home)
