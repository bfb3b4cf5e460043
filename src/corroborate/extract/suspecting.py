"""Responsibility laid on somebody by what he is called: a suspect, one who faces charges."""

from collections.abc import Iterator

from corroborate.extract.joining import parties, parties_before, subject_parties
from corroborate.extract.laying import Act, BlameDraft, is_wrong, stated
from corroborate.extract.line import Line, Stretch, words_of
from corroborate.extract.rules import begins
from corroborate.extract.units import Voice
from corroborate.model.mention import Stance

_DASHES = frozenset(("-", "--", "–", "—", ":"))


@begins(of=lambda: words_of("suspect"))
def called_suspect(line: Line, at: int) -> Iterator[BlameDraft]:
    """B06: "Noor is a suspect in the shooting", "sought as a suspect in the blast", "named a suspect: Noor"."""
    if not line.is_noun(at) or line.word(at) not in words_of("suspect"):
        return
    about = line.stretch(at + 2) if line.word(at + 1) in ("in", "behind", "of") else None
    if about is not None and is_wrong(line, about):
        yield from stated(Stance.ACCUSED, _suspects(line, at, about), Act(at, about, "B06-suspect"))


def _suspects(line: Line, at: int, about: Stretch) -> tuple[Stretch, ...]:
    """Return who is meant: named behind a dash, or before "as", "is"."""
    dash = line.find(_DASHES, at + 1, about[1] + 2)
    if dash is not None:
        behind = dash + 1 + (line.word(dash + 1) in _DASHES)
        return parties(line, behind, behind + 1) if line.is_noun(behind) and line.is_proper(behind) else ()
    before = line.skip(at - 1, back=True)
    if line.word(before) == "as":
        return _named_as(line, before)
    copula = line.is_verb(before) and line.units[before].lemma in ("be", "become", "remain")
    return subject_parties(line, before) if copula and not line.units[before].negated else ()


def _named_as(line: Line, at: int) -> tuple[Stretch, ...]:
    """Return who is named, sought or wanted "as": the subject of the passive, or the noun group before it."""
    verb = next((i for i in range(at - 1, max(-1, at - 5), -1) if line.is_verb(i)), None)
    if verb is not None and line.units[verb].voice in (Voice.PASSIVE, Voice.BARE):
        return subject_parties(line, verb)
    return parties_before(line, at - 1) if line.is_noun(at - 1) else ()


@begins(of=lambda: words_of("accusation"))
def faces_charges(line: Line, at: int) -> Iterator[BlameDraft]:
    """B07: "the commander faces charges of murder", "a general facing accusations of torture"."""
    if not line.is_noun(at) or line.word(at) not in words_of("accusation"):
        return
    about = line.stretch(at + 2) if line.word(at + 1) in ("of", "for", "over", "that") else None
    if line.words(at) & {"faces", "face"} and is_wrong(line, about):
        yield from stated(Stance.ACCUSED, ((at, at + 1),), Act(at, about, "B07-faces"))  # a verb read into the group
        return
    verb = line.skip(at - 1, back=True)
    if line.is_verb(verb) and line.units[verb].lemma == "face" and is_wrong(line, about):
        yield from stated(Stance.ACCUSED, subject_parties(line, verb), Act(at, about, "B07-faces"))
