"""Responsibility hinted at: where suspicion falls, whose work or mark an act is, who is wanted for it or guilty."""

from collections.abc import Iterator

from corroborate.extract.joining import called, names_party, parties, subject_parties
from corroborate.extract.laying import Act, BlameDraft, asserts, is_wrong, opened, stated
from corroborate.extract.lexicon import rule_words
from corroborate.extract.line import Line, Stretch, words_of
from corroborate.extract.rules import begins
from corroborate.extract.units import UnitKind, Voice
from corroborate.model.mention import Stance

_TRACES = rule_words("traces_of_doers")
_FALLING = rule_words("suspicion_falls")
_BEARING = rule_words("bearing")
_NEAR = 5  # units between the word that hints and the verb or preposition that goes with it
_SUSPICIONS = rule_words("suspicions")
_FINGERS = rule_words("fingers")
_WANTING = frozenset(("want",))
_FINDING = frozenset(("find",))


@begins(*_SUSPICIONS, *_FINGERS, at=UnitKind.NOUN)
def suspected(line: Line, at: int) -> Iterator[BlameDraft]:
    """B37: "suspicion fell on the rebels", "fingers were pointed at the army", "he pointed the finger at it"."""
    finger = line.word(at) in _FINGERS
    if not finger and line.word(at) not in _SUSPICIONS:
        return
    near = range(max(0, at - 2), min(len(line.units), at + _NEAR))
    verb = next((i for i in near if line.is_verb(i) and _hints(line, i, finger=finger)), None)
    if verb is None or line.units[verb].negated or line.units[verb].modal in words_of("possible"):
        return
    last = min(len(line.units), max(at, verb) + _NEAR)
    behind = line.find(frozenset(("at",) if finger else ("on", "upon")), min(at, verb) + 1, last)
    if behind is not None and line.is_noun(behind + 1) and names_party(line, behind + 1):
        yield from stated(Stance.ACCUSED, parties(line, behind + 1), Act(at, None, "B37-suspected"))


def _hints(line: Line, at: int, *, finger: bool) -> bool:
    unit = line.units[at]
    return {unit.lemma, unit.word} & {"point", "pointed"} != set() if finger else unit.lemma in _FALLING


@begins(*_TRACES, at=UnitKind.NOUN)
def marked(line: Line, at: int) -> Iterator[BlameDraft]:
    """B38: "the blast was the work of the cell", "the raid bore the stamp of the army"; not "the work of a day"."""
    verb = line.skip(at - 1, back=True)
    if not line.is_verb(verb) or line.units[verb].negated or line.units[verb].modal in words_of("possible") - {"to"}:
        return  # "believed |to| be the work of"
    if line.units[verb].lemma not in (("be",) if line.word(at) == "work" else _BEARING):
        return
    about = next(((i, i + 1) for i in range(verb - 1, max(-1, verb - _ACT), -1) if _is_act(line, i)), None)
    named = line.word(at + 1) == "of" and line.is_noun(at + 2) and names_party(line, at + 2)
    if named and about is not None:
        yield from stated(Stance.ACCUSED, parties(line, at + 2), Act(at, about, "B38-marked"))


_ACT = 8  # units before a verb in which the act stands that it tells of


def _is_act(line: Line, at: int) -> bool:
    unit = line.units[at]
    return line.is_noun(at) and (unit.sense("attack") is not None or unit.sense("effect") is not None)


@begins("want", at=UnitKind.VERB)
def wanted(line: Line, at: int) -> Iterator[BlameDraft]:
    """B39: "Noor is wanted for the bombing", "is wanted in connection with the raid"; not "wanted for questioning"."""
    unit = line.units[at]
    if not asserts(line, at, _WANTING) or unit.voice not in (Voice.PASSIVE, Voice.BARE):
        return
    opener = at + 3 if line.word(at + 1) == "in" and line.word(at + 2) == "connection" else at + 1
    about = opened(line, opener, "for", "with", "over")
    if about is not None and is_wrong(line, about) and not line.words(about[0]) & _ASKED:
        yield from stated(Stance.ACCUSED, _named(line, at), Act(at, about, "B39-wanted"))


_ASKED = rule_words("questioning")


def _named(line: Line, verb: int) -> tuple[Stretch, ...]:
    return tuple(party for party in subject_parties(line, verb) if names_party(line, party[0]))


@begins("guilty", "innocent")
def guilty(line: Line, at: int) -> Iterator[BlameDraft]:
    """B40: "pleaded guilty to the murder", "found him guilty of genocide"; B41: "pleaded innocent to the murder"."""
    about = opened(line, at + 1, "of", "to")
    if not is_wrong(line, about):
        return
    denies = "innocent" in line.words(at) or "not" in line.words(at) | line.words(at - 1)
    verb = line.skip(at - 1, back=True)
    if line.is_verb(verb) and line.units[verb].lemma == "plead":
        stance, rule = (Stance.DENIED, "B41-pleaded-innocent") if denies else (Stance.ADMITTED, "B40-pleaded-guilty")
        yield from stated(stance, _named(line, verb), Act(at, about, rule))
    elif not denies:
        yield from stated(Stance.ACCUSED, called(line, at, _FINDING), Act(at, about, "B40-found-guilty"))
