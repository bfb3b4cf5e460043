"""Frames of harm in which what gas or a blast does to bodies is named: choking, breathing difficulties, burns."""

from collections.abc import Iterator

from corroborate.extract.agreement import agreeing
from corroborate.extract.clauses import subject_of
from corroborate.extract.coordination import coordinated
from corroborate.extract.drafting import MARKS, Draft, are_told, is_unreal, listed, past_degree
from corroborate.extract.groups import Units, count_of
from corroborate.extract.lexicon import rule_words
from corroborate.extract.rules import begins
from corroborate.extract.units import UnitKind, Voice
from corroborate.model.casualty import NOBODY, Effect

_SYMPTOMS = rule_words("symptoms")
_CAUSING = rule_words("causing_symptoms")
_COMING = rule_words("coming_for_care")
_NAMED = 8  # units behind a verb in which the symptoms that it brings on are named
_REACH = 8  # units between who comes and with what


def is_symptom(units: Units, at: int) -> bool:
    """Say whether what stands at an index, past words for how bad it is, tells what a body suffers."""
    named = past_degree(units, at)
    if named >= len(units) or units[named].kind is not UnitKind.NOUN or count_of(units[named]) == NOBODY:
        return False
    return units[named].word in _SYMPTOMS | MARKS


@begins(*_CAUSING, at=UnitKind.VERB)
def brought_on(units: Units, at: int) -> Iterator[Draft]:
    """H47: "the gas caused choking and nausea among 12 residents"; not "the gas caused panic among residents"."""
    if units[at].lemma not in _CAUSING or units[at].voice is Voice.PASSIVE or is_unreal(units, at):
        return
    near = range(at + 1, min(at + _NAMED, len(units) - 1))
    among = next((i for i in near if units[i].word in ("among", "amongst", "in", "for", "to")), None)
    named = [i for i in range(at + 1, among or at) if units[i].kind is UnitKind.NOUN]
    if among is None or not all(is_symptom(units, i) for i in named):
        return
    if not any(units[i].word in _SYMPTOMS for i in named):
        return  # wounds alone are read as injuries told by a noun
    groups = tuple(coordinated(units, among + 1))
    if are_told(units, groups) and not units[groups[0]].pronoun:
        yield from listed(units, groups, at, Effect.INJURED, "H47-brought-on")


@begins("with", "from", at=UnitKind.PREPOSITION)
def came_with(units: Units, at: int) -> Iterator[Draft]:
    """H44: "12 people came to a clinic with symptoms of poisoning"; not "12 people came to a clinic with food"."""
    if units[at].word not in ("with", "from") or at + 1 >= len(units) or not is_symptom(units, at + 1):
        return
    near = range(at - 1, max(-1, at - _REACH), -1)
    verb = next((i for i in near if units[i].kind in (UnitKind.VERB, UnitKind.SUBORDINATOR)), None)
    if verb is None or units[verb].lemma not in _COMING or is_unreal(units, verb):
        return
    subject = agreeing(units, verb, subject_of(units, verb))
    if are_told(units, subject) and not units[subject[-1]].pronoun:
        yield from listed(units, subject, past_degree(units, at + 1), Effect.INJURED, "H44-came-with")


# In the order in which they are tried.
FRAMES = (brought_on, came_with)
