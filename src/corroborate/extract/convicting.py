"""Responsibility as courts and prosecutors lay it: sentences served for a deed, warrants issued over one."""

from collections.abc import Iterator

from corroborate.extract.joining import is_nobody, names_party, parties, subject_parties
from corroborate.extract.laying import Act, BlameDraft, asserts, is_wrong, stated
from corroborate.extract.lexicon import rule_words
from corroborate.extract.line import Line, Stretch
from corroborate.extract.rules import begins
from corroborate.extract.units import UnitKind, Voice
from corroborate.model.mention import Stance

_SENTENCING = rule_words("sentencing")
_SERVING = rule_words("serving")
_TERMS = rule_words("terms_of_prison")
_WARRANTS = rule_words("warrants")
_FOR = frozenset(("for", "over"))
_TIMING = frozenset(("after", "before", "since", "during", "following", "amid"))
_REACH = 9  # units between a sentence or a warrant and the "for" that opens its deed


def _deed(line: Line, at: int) -> Stretch | None:
    """Return the deed behind the "for" or "over" nearest to an index that opens one."""
    openers = (i for i in range(at, min(at + _REACH, len(line.units) - 1)) if line.word(i) in _FOR)
    return next((deed for i in openers if is_wrong(line, deed := _opened(line, i))), None)


def _opened(line: Line, at: int) -> Stretch | None:
    """Return what an opener opens, up to what else is timed by: "for |a year| after the raid"."""
    opened = line.stretch(at + 1)
    timed = None if opened is None else line.find(_TIMING, *opened)
    return opened if opened is None or timed is None else (opened[0], timed)


@begins(*_SENTENCING, at=UnitKind.VERB)
def sentenced(line: Line, at: int) -> Iterator[BlameDraft]:
    """B42: "two men were sentenced to death for the raid", "jailed Noor for the raid"; not "jailed for a year"."""
    unit = line.units[at]
    if not asserts(line, at, _SENTENCING):
        return
    deed = _deed(line, at + 1)
    if deed is None:
        return
    suffered = unit.voice is Voice.PASSIVE or (unit.voice is Voice.BARE and not line.is_noun(at + 1))
    named = subject_parties(line, at) if suffered else parties(line, at + 1, deed[0] - 1)
    known = tuple(party for party in named if names_party(line, party[0]))
    yield from stated(Stance.ACCUSED, known, Act(at, deed, "B42-sentenced"))


@begins(*_SERVING, at=UnitKind.VERB)
def serving(line: Line, at: int) -> Iterator[BlameDraft]:
    """B44: "Noor is serving a life sentence for the murder"; not "is serving as a guard for the murder trial"."""
    if not asserts(line, at, _SERVING) or not line.words(at + 1) & _TERMS:
        return
    deed = _deed(line, at + 2)
    if deed is not None:
        yield from stated(Stance.ACCUSED, subject_parties(line, at), Act(at, deed, "B44-serving"))


@begins(*_WARRANTS, at=UnitKind.NOUN)
def warranted(line: Line, at: int) -> Iterator[BlameDraft]:
    """B43: "a warrant was issued for Noor over the massacre"; not "a warrant for the house"."""
    if line.word(at) not in _WARRANTS or is_nobody(line.units[at]):
        return
    to = line.find(frozenset(("for", "against")), at + 1, at + _REACH)
    whom = to + 1 if to is not None else at
    if line.is_noun(whom) and line.word(whom) == "arrest" and line.word(whom + 1) == "of":
        whom += 2  # "for |the arrest of| Noor"
    if to is None or not line.is_noun(whom) or not names_party(line, whom):
        return
    deed = _deed(line, whom + 1)
    if deed is not None:
        yield from stated(Stance.ACCUSED, parties(line, whom, deed[0] - 1), Act(at, deed, "B43-warranted"))
