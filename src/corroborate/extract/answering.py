"""Responsibility that lies with somebody: responsible, behind it, part of it, the cause of a share of the harm."""

from collections.abc import Iterator

from corroborate.extract.actors import is_actor
from corroborate.extract.joining import (
    bearers,
    called,
    is_by,
    is_named,
    names_party,
    parties,
    parties_before,
    subject_parties,
)
from corroborate.extract.laying import Act, BlameDraft, act_before, asserts, is_wrong, opened, stated
from corroborate.extract.lexicon import rule_words
from corroborate.extract.line import Line, Stretch, words_of
from corroborate.extract.rules import begins
from corroborate.extract.units import Voice
from corroborate.model.mention import Stance

_ANSWERS = rule_words("answerable")
_LIKELY = rule_words("likely")
_HOLD = rule_words("holding_responsible")
_ANSWERABILITY = rule_words("answerability")
_BEARING = rule_words("bearing_blame")
_LYING = rule_words("lying_with")
_SHARES = rule_words("shares_of_blame")
_HAVING_PART = rule_words("having_part")
_HELPING = rule_words("helping")
_INVOLVING = rule_words("involving")
_INFLICTING = rule_words("inflicting")


@begins(*_ANSWERS)
def responsible(line: Line, at: int) -> Iterator[BlameDraft]:
    """B10: "the militia is responsible for the raid", "held the army responsible for it"."""
    if not line.words(at) & _ANSWERS:
        return
    about = opened(line, at + 1, "for", "of")
    before = line.skip(at - 1, back=True)
    likely = any(line.words(i) & _LIKELY for i in range(before + 1, at + 1))
    if about is not None and line.words(about[0]) & words_of("duty"):
        return
    if line.is_verb(before) and line.units[before].lemma == "be":
        yield from _by_copula(line, at, before, about)
    elif line.word(at) in _ANSWERS and (held := called(line, at, _HOLD)):
        yield from stated(Stance.ACCUSED, held, Act(at, about, "B10-held-responsible"))
    elif likely and line.is_noun(before) and is_actor(line.units[before]):
        yield from stated(Stance.ACCUSED, parties_before(line, before), Act(at, about, "B10-responsible"))


def _by_copula(line: Line, at: int, verb: int, about: Stretch | None) -> Iterator[BlameDraft]:
    unit = line.units[verb]
    if unit.negated or unit.modal in ("must", "should", "to", "will", "would", "shall"):
        return
    named = tuple(p for p in subject_parties(line, verb) if is_named(line, p[0]) and names_party(line, p[0]))
    yield from stated(Stance.ACCUSED, named, Act(at, about, "B10-responsible"))


@begins(*_ANSWERABILITY)
def lies_with(line: Line, at: int) -> Iterator[BlameDraft]:
    """B11: "responsibility for the raid lies with the army", "the army bears responsibility for the raid"."""
    if not line.is_noun(at) or line.word(at) not in _ANSWERABILITY or line.units[at].is_none:
        return
    shared = line.word(at - 1) == "of" and line.word(at - 2) in _SHARES  # "shoulders |much of| the blame"
    named = tuple(
        party for party in bearers(line, at, at - 3 if shared else at - 1, _BEARING) if is_named(line, party[0])
    )
    if named:
        about = opened(line, at + 1, "for")
        yield from stated(Stance.ACCUSED, named, Act(at, about, "B11-bears"))
        return
    near = range(at + 1, min(len(line.units), at + 14))
    lies = next((i for i in near if line.is_verb(i) and line.units[i].lemma in _LYING), None)
    named_at = line.skip(lies + 1) + 1 if lies is not None else 0
    if lies is not None and line.word(named_at - 1) in ("with", "on", "upon") and line.is_noun(named_at):
        about = (at + 1 + (line.word(at + 1) == "for"), lies)
        yield from stated(
            Stance.ACCUSED, parties(line, named_at), Act(at, about if about[0] < lies else None, "B11-lies-with")
        )


_MEANT = frozenset(("it", "this", "them", "these"))  # the raid told before


@begins("behind")
def behind(line: Line, at: int) -> Iterator[BlameDraft]:
    """B12: "the militia was probably behind the raid", "behind it", in a headline "army behind raid, ministry says"."""
    if line.word(at) != "behind" or not line.is_noun(at + 1):
        return
    before, meant = line.skip(at - 1, back=True), line.word(at + 1) in _MEANT and line.is_verb(at - 1)
    if not (meant or is_wrong(line, (at + 1, at + 2))):
        return
    if line.is_verb(before) and line.units[before].lemma == "be" and not line.units[before].negated:
        named = subject_parties(line, before)
    elif line.is_noun(before) and line.is_proper(before):
        named = parties_before(line, before)
    else:
        return
    known = tuple(party for party in named if is_named(line, party[0]) and not line.units[party[0]].pronoun)
    yield from stated(Stance.ACCUSED, known, Act(at, line.stretch(at + 1), "B12-behind"))


@begins(*_HAVING_PART, *_HELPING, *_INVOLVING, of=lambda: words_of("plot"))
def plotted(line: Line, at: int) -> Iterator[BlameDraft]:
    """B13: "the raid was plotted by the cell", "the cell planned the bombings", "had a role in", "helped with"."""
    unit = line.units[at]
    if not line.is_verb(at) or unit.negated or unit.modal or unit.voice is Voice.INFINITIVE:
        return
    if unit.lemma in words_of("plot") and is_by(line, at):
        about = act_before(line, at)
        if is_wrong(line, about):
            yield from stated(Stance.ACCUSED, parties(line, at + 2), Act(at, about, "B13-plotted-by"))
        return
    about = _deed(line, at)
    if about is not None and is_wrong(line, (about[0], about[0] + 1)):
        named = (party for party in subject_parties(line, at) if is_named(line, party[0]))
        known = tuple(party for party in named if not line.units[party[0]].pronoun)
        yield from stated(Stance.ACCUSED, known, Act(at, about, "B13-part-in"))


def _deed(line: Line, at: int) -> Stretch | None:
    """Return the deed that a verb of planning or of taking part governs."""
    unit = line.units[at]
    if unit.lemma in words_of("plot") and unit.voice not in (Voice.PASSIVE, Voice.ING):
        thing = line.skip(at + 1)
        told = line.is_noun(thing) and line.units[thing].sense("attack") is not None
        return (thing, thing + 1) if told and not line.units[thing].is_none else None
    part = line.is_noun(at + 1) and bool(line.words(at + 1) & {"role", "roles", "part", "hand"})
    if unit.lemma in _HAVING_PART and part and line.word(at + 2) == "in":
        return line.stretch(at + 3)
    if unit.lemma in _HELPING and line.word(at + 1) in ("with", "in"):
        force = line.is_noun(at + 2) and line.units[at + 2].sense("attack") is not None
        return line.stretch(at + 2) if force else None
    involved = unit.lemma in _INVOLVING and unit.voice in (Voice.PASSIVE, Voice.BARE)
    return line.stretch(at + 2) if involved and line.word(at + 1) == "in" else None


@begins(*_INFLICTING)
def caused_share(line: Line, at: int) -> Iterator[BlameDraft]:
    """B17: "the militia caused a third of the civilian deaths": a share of harm laid at somebody's door."""
    if not asserts(line, at, _INFLICTING):
        return
    near = range(at + 1, min(at + 5, len(line.units)))
    shared = any(line.words(i) & words_of("share") for i in near)
    harmed = any(line.is_noun(i) and line.units[i].sense("effect") for i in near)
    if shared and harmed:
        named = tuple(party for party in subject_parties(line, at) if is_actor(line.units[party[0]]))
        yield from stated(Stance.ACCUSED, named, Act(at, line.stretch(at + 1), "B17-share"))


@begins("blame")
def to_blame(line: Line, at: int) -> Iterator[BlameDraft]:
    """B09: "the army was (partly) to blame for the raid"."""
    copula = line.skip(at - 1, back=True)
    if line.word(at) != "blame" or not line.is_verb(copula) or line.units[copula].negated:
        return
    if line.units[copula].lemma == "be" and ("to" in line.words(copula) or line.units[at].modal == "to"):
        about = opened(line, at + 1, "for")
        named = tuple(party for party in subject_parties(line, copula) if is_named(line, party[0]))
        yield from stated(Stance.ACCUSED, named, Act(at, about, "B09-to-blame"))
