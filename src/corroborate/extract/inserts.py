"""What is put in between a verb and its object, or between the members of a list, and is looked past."""

from functools import cache

from corroborate.extract.groups import Units, is_known_people
from corroborate.extract.lexicon import rule_words, word_classes
from corroborate.extract.numerals import is_numeral
from corroborate.extract.units import Unit, UnitKind, Voice

_SEEMING = rule_words("seeming")
_INSERT = 7  # units, the first comma counted
_OF_MANNER = frozenset((UnitKind.ADVERB, UnitKind.PREPOSITION, UnitKind.NOUN))
_GLOSS = 7  # units in brackets


def past_insert(units: Units, at: int) -> int:
    """Return the index of people behind what commas put between a verb and them: "killed|, in cold blood,| two men"."""
    if at >= len(units) or units[at].word != ",":
        return at
    closed = next((i for i in range(at + 1, min(at + _INSERT, len(units) - 1)) if units[i].word == ","), at)
    if closed == at:
        return at
    manner = units[at + 1 : closed]
    said = manner and all(unit.kind in _OF_MANNER and unit.quantity is None for unit in manner)
    people = units[closed + 1]
    told = is_known_people(people) and (people.quantity is not None or people.determiner != "")
    behind = units[closed + 2 : closed + 3]
    is_of_next = bool(behind) and (behind[0].kind is UnitKind.STATE or _is_finite(behind[0]))
    return closed + 1 if said and told and not is_of_next and manner[0].kind is not UnitKind.NOUN else at


def _is_finite(unit: Unit) -> bool:
    return unit.kind is UnitKind.VERB and unit.voice is not Voice.ING


def past_time(units: Units, at: int) -> int:
    """Return the index of people behind a time that stands before them: "killed |in less than two days| a judge".

    The index itself where no time stands there, or those behind it have a verb of their own.
    """
    if at >= len(units) or units[at].word not in _WITHIN:
        return at
    step = at + 1
    while step < len(units) - 1 and _measures(units[step]):
        step += 1
    people, behind = units[min(step, len(units) - 1)], units[step + 1 : step + 2]
    told = bool(people.word) and (people.quantity is not None or people.determiner in ("a", "an"))
    is_of_next = bool(behind) and (behind[0].kind is UnitKind.STATE or _is_finite(behind[0]))
    timed = step > at + 1 and units[step - 1].kind is UnitKind.ADVERB and units[step - 1].word in _spans()
    return step if timed and told and is_known_people(people) and not is_of_next else at


def _measures(unit: Unit) -> bool:
    number = unit.kind is UnitKind.NOUN and is_numeral(unit.word)
    return unit.kind is UnitKind.ADVERB or number or unit.word in ("than", "past", "last", "one")


@cache
def _spans() -> frozenset[str]:
    return word_classes("function.tsv")["unit"]


def measures_time(units: Units, at: int) -> bool:
    """Say whether a bare number at an index counts times or hours, and no people: "shot |several times|"."""
    unit = units[at]
    bare = unit.kind is UnitKind.NOUN and unit.quantity is not None and not unit.word and at + 1 < len(units)
    return bare and units[at + 1].kind is UnitKind.ADVERB and units[at + 1].word in _spans()


_WITHIN = frozenset(("in", "within", "during", "over"))


def past_seeming(units: Units, at: int) -> int:
    """Return the index of what something is taken for: "what appeared to be |30 men|", "what it called |a spy|".

    The index itself where nothing is said of that.
    """
    if at + 3 >= len(units) or units[at].word != "what":
        return at
    verb = at + 1 + (units[at + 1].kind is UnitKind.NOUN)
    if units[verb].kind is not UnitKind.VERB or units[verb].lemma not in _SEEMING:
        return at
    step = verb + 1
    while step < len(units) - 1 and (units[step].lemma == "be" or units[step].word in ("to", "like", "as")):
        step += 1
    return step


def past_fraction(units: Units, at: int) -> int:
    """Return the index of what a fraction is of: "(displaced) over half of |the population|", else the index itself."""
    step = at + 1 if at < len(units) and units[at].word in ("over", "about", "around", "nearly", "almost") else at
    is_half = step + 2 < len(units) and units[step].word == "half" and units[step + 1].word == "of"
    return step + 2 if is_half else at


def past_gloss(units: Units, at: int) -> int:
    """Return the index behind what brackets tell of a member of a list: "the Movement |(NM)|, and a nurse"."""
    if at >= len(units) or units[at].word not in ("(", "["):
        return at
    closed = next((i for i in range(at + 1, min(at + _GLOSS, len(units))) if units[i].word in (")", "]")), at)
    behind = units[closed + 1 : closed + 2]
    goes_on = bool(behind) and (behind[0].word == "," or behind[0].kind is UnitKind.CONJUNCTION)
    return closed + 1 if closed > at and goes_on else at


def before_gloss(units: Units, at: int) -> int:
    """Return the index before what brackets tell of a member of a list: "six men |(one of them blind)| and a boy"."""
    if at < 0 or units[at].word not in (")", "]") or units[at + 1].kind is not UnitKind.CONJUNCTION:
        return at
    return next((i - 1 for i in range(at - 1, max(-1, at - _GLOSS), -1) if units[i].word in ("(", "[")), at)
