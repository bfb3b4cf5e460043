"""Responsibility laid on somebody by a verb: accused, charged, blamed, reproached, or attributed."""

from collections.abc import Iterator

from corroborate.extract.joining import is_nobody, names_party, parties, spelt_out, subject_parties
from corroborate.extract.laying import Act, BlameDraft, act_before, asserts, is_wrong, opened, stated
from corroborate.extract.lexicon import rule_words
from corroborate.extract.line import Line, Stretch, words_of
from corroborate.extract.rules import begins
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.mention import Stance

_OPENERS = ("of", "with", "over", "for", "in", "as")  # what opens the act, the surest first
_SURE = frozenset(("of", "with", "over", "for"))
_REACH = 9  # units between a verb of blame and the preposition that opens its act
_TRADING = rule_words("trading")


def _opener(line: Line, at: int, words: frozenset[str]) -> int | None:
    """Return where the act opens: at the preposition before a doing, else before a wrong, else at the first."""
    last = min(at + _REACH, len(line.units) - 1)
    found = [i for word in _OPENERS if word in words for i in range(at, last) if line.word(i) == word]
    doing = [i for i in found if line.is_verb(i + 1) and _is_doing(line.units[i + 1])]
    wrong = [i for i in found if is_wrong(line, line.stretch(i + 1))]
    return next(iter(doing or wrong or found), None)


def _is_doing(unit: Unit) -> bool:
    return unit.voice is Voice.ING or unit.auxiliary.startswith("having")  # "of |having killed|"


def _act(line: Line, at: int, words: frozenset[str] = frozenset(_OPENERS)) -> Stretch | None:
    opener = _opener(line, at, words)
    return line.stretch(opener + 1) if opener is not None else None


def _object(line: Line, verb: int, whom: int, about: Stretch | None) -> tuple[Stretch, ...]:
    """Return who is accused: the object of the verb up to the act, all its subjects where they accuse each other."""
    if _is_mutual(line, whom):
        return subject_parties(line, verb)
    return parties(line, whom, None if about is None else about[0] - 1)


@begins(of=lambda: words_of("accuse"))
def accused(line: Line, at: int) -> Iterator[BlameDraft]:
    """B01: "the ministry accused the militia of shelling the town", "rebels, accused of looting, left"."""
    if not asserts(line, at, words_of("accuse")):
        return
    relative = line.is_noun(at - 1) and line.word(at - 2) in ("who", "whom", "which")
    if relative and line.units[at].voice is not Voice.PASSIVE:
        before = at - 3 - (line.word(at - 3) == ",")  # "the general, |whom it accused| of"
        about = _act(line, at + 1, _SURE)
        if line.is_noun(before) and is_wrong(line, about):
            yield from stated(Stance.ACCUSED, ((before, before + 1),), Act(at, about, "B01-accused"))
    elif _is_passive(line, at):
        yield from _suffered(line, at, "B01-accused")
    else:
        yield from _accused_object(line, at)


def _accused_object(line: Line, at: int) -> Iterator[BlameDraft]:
    whom = _past_general(line, _unquoted(line, line.skip(at + 1)))
    about = _act(line, whom + 1, _SURE)
    if _is_somebody(line, whom) and (about is None or is_wrong(line, about)):
        yield from stated(Stance.ACCUSED, _object(line, at, whom, about), Act(at, about, "B01-accused"))


def _is_somebody(line: Line, at: int) -> bool:
    """Say whether a noun group can be of whom is accused: not "(neither accused) |any group|", "(blamed) |nobody|"."""
    named = line.is_noun(at) and not is_nobody(line.units[at]) and line.units[at].determiner != "any"
    return named and line.word(at) not in _ANYBODY


_ANYBODY = frozenset(("anyone", "anybody", "someone", "somebody"))


def _is_mutual(line: Line, at: int) -> bool:
    """Say whether each accuses the other: all are accused."""
    return bool(line.words(at) & {"each", "one"}) and bool(line.words(at) & {"other", "another"})


def _unquoted(line: Line, at: int) -> int:
    """Step over a quotation mark before a name."""
    return at + 1 if at + 1 < len(line.units) and line.word(at) in ('"', "“", "'", "‘") else at


def _past_general(line: Line, at: int) -> int:
    """Step from a plain plural to the names that spell it out: "countries, mainly |A and B|"."""
    spelt = spelt_out(line, at) if line.is_noun(at) and not line.is_proper(at) else None
    return at if spelt is None else spelt


@begins(of=lambda: words_of("charge"))
def charged(line: Line, at: int) -> Iterator[BlameDraft]:
    """B02: "the officer was charged with murder", "Noor, indicted in the blast", "residents suspect the brigade"."""
    if not asserts(line, at, words_of("charge")):
        return
    if _is_passive(line, at):
        yield from _suffered(line, at, "B02-charged")
    elif line.units[at].lemma != "suspect":
        yield from _charged_object(line, at)
    elif line.is_noun(whom := line.skip(at + 1)) and names_party(line, whom) and not line.is_verb(whom + 1):
        about = _act(line, whom + 1, _SURE)
        if is_wrong(line, about) or line.units[whom].sense("group"):
            yield from stated(Stance.ACCUSED, parties(line, whom), Act(at, about, "B02-suspected"))


def _charged_object(line: Line, at: int) -> Iterator[BlameDraft]:
    """Read "prosecutors charged two men with the killing": a person or body, and a deed."""
    whom = line.skip(at + 1)
    about = _act(line, whom + 1, frozenset(("with", "for", "over", "of")))
    if line.is_noun(whom) and is_wrong(line, about) and not line.units[whom].pronoun:
        yield from stated(Stance.ACCUSED, _object(line, at, whom, about), Act(at, about, "B02-charged"))


def _is_passive(line: Line, at: int) -> bool:
    unit = line.units[at]
    by_form = unit.voice is Voice.BARE and line.word(line.skip(at + 1)) in {*_OPENERS, "by"}
    return unit.voice is Voice.PASSIVE or by_form


def _suffered(line: Line, at: int, rule: str) -> Iterator[BlameDraft]:
    """Read "Y was accused of Z", "Y, charged with Z": the subject is who is accused."""
    about = _act(line, at + 1)
    if is_wrong(line, about):
        named = tuple(party for party in subject_parties(line, at) if names_party(line, party[0]))
        yield from stated(Stance.ACCUSED, named, Act(at, about, rule))


@begins("blame")
def blamed(line: Line, at: int) -> Iterator[BlameDraft]:
    """B03: "blamed rebels for the raid", "a raid blamed on rebels", "put the blame on rebels"."""
    unit = line.units[at]
    if unit.lemma != "blame" or unit.negated or (unit.modal in words_of("possible") and "be" not in unit.auxiliary):
        return
    name = _blamed_name(line, at)
    if name is not None:
        yield from stated(Stance.ACCUSED, parties(line, name), Act(at, _blamed_act(line, at, name), "B03-blamed-on"))
    elif line.is_verb(at) and (
        unit.voice is Voice.PASSIVE or (unit.voice is Voice.BARE and line.word(at + 1) == "for")
    ):
        yield from stated(Stance.ACCUSED, subject_parties(line, at), Act(at, _act(line, at + 1), "B03-blamed"))
    elif line.is_verb(at) and _is_somebody(line, whom := _unquoted(line, line.skip(at + 1))):
        about = _act(line, whom + 1, frozenset(("for", "over")))
        if (_is_mutual(line, whom) or names_party(line, whom)) and (about is not None or not line.units[whom].pronoun):
            yield from stated(Stance.ACCUSED, _object(line, at, whom, about), Act(at, about, "B03-blamed"))


def _blamed_name(line: Line, at: int) -> int | None:
    """Return where the name behind "on" stands, a quotation mark before it passed over; days and weeks are no names."""
    verb = next((i for i in range(at + 1, len(line.units)) if line.is_verb(i)), len(line.units))
    ons = (i for i in range(at + 1, min(at + _REACH, verb)) if line.word(i) == "on")
    names = (
        on + 1 + (not line.is_noun(on + 1) and line.units[on + 1].kind is UnitKind.SIGN)
        for on in ons
        if on + 1 < len(line.units)
    )
    return next((name for name in names if line.is_noun(name) and names_party(line, name)), None)


def _blamed_act(line: Line, at: int, named: int) -> Stretch | None:
    """Return the act that is blamed on a name: the verb's object, or its subject ("a raid |blamed on| rebels")."""
    if line.is_verb(at) and line.word(at + 1) != "on":
        return (at + 1, named - 1 - (not line.is_noun(named - 2) and line.word(named - 2) == "on"))
    blamer = line.subject(at) if line.is_verb(at) else None
    if blamer is not None and line.word(blamer - 1) in ("which", "that") and line.is_noun(blamer - 2):
        return (blamer - 2, blamer - 1)  # "|a raid| which the army blamed on"
    passive = line.is_verb(at) and line.units[at].voice in (Voice.PASSIVE, Voice.BARE)
    return act_before(line, at) if passive else None


@begins(of=lambda: words_of("attribute"))
def attributed(line: Line, at: int) -> Iterator[BlameDraft]:
    """B04: "the report attributed most of the deaths to the militia", "the blast was attributed to the group".

    What "it" means, is told before: "condemned |the murder| and attributed it to the militia".
    """
    if not asserts(line, at, words_of("attribute")):
        return
    to = line.find(frozenset(("to", "on")), at + 1, at + _REACH)
    whom = 0 if to is None else _unquoted(line, to + 1)
    if to is None or not line.is_noun(whom) or not _is_body(line, whom):
        return
    meant = to == at + 2 and line.units[at + 1].pronoun and line.word(at + 1) in _MEANT
    about = _told_before(line, at) if meant else (at + 1, to) if to > at + 1 else act_before(line, at)
    if is_wrong(line, about):
        yield from stated(Stance.ACCUSED, parties(line, whom), Act(at, about, "B04-attributed"))


_MEANT = frozenset(("it", "this", "them", "these"))


def _told_before(line: Line, at: int) -> Stretch | None:
    """Return the act told last before an index."""
    return next(((i, i + 1) for i in range(at - 1, -1, -1) if line.is_noun(i) and is_wrong(line, (i, i + 1))), None)


@begins(of=lambda: words_of("reproach"))
def reproached(line: Line, at: int) -> Iterator[BlameDraft]:
    """B05: "condemned the militia for killing civilians", "to punish the army over the massacre"."""
    if not line.is_verb(at) or line.units[at].lemma not in words_of("reproach"):
        return
    if line.units[at].voice is Voice.PASSIVE:
        yield from _suffered(line, at, "B05-reproached")
        return
    whom = line.skip(at + 1)
    if not line.is_noun(whom) or not _is_body(line, whom):
        return
    named = parties(line, whom)
    opener = named[-1][1]
    about = opened(line, opener, "for", "over")
    if is_wrong(line, about):
        yield from stated(Stance.ACCUSED, named, Act(at, about, "B05-reproached"))


def _is_body(line: Line, at: int) -> bool:
    unit = line.units[at]
    armed = unit.any_sense("people") is not None and unit.plural
    return (
        unit.sense("actor") is not None
        or unit.sense("group") is not None
        or armed
        or unit.word in words_of("body")
        or (line.is_proper(at) and not unit.senses)
    )


@begins(*_TRADING)
def traded(line: Line, at: int) -> Iterator[BlameDraft]:
    """B08: "the two armies traded accusations over the shelling", "the rivals exchanged blame": both are accused."""
    blame = line.is_noun(at + 1) and bool(line.words(at + 1) & (words_of("accusation") | {"blame"}))
    if blame and asserts(line, at, _TRADING):
        act = Act(at, line.stretch(at + 3) if line.word(at + 2) in _SURE else None, "B08-traded")
        yield from stated(Stance.ACCUSED, subject_parties(line, at), act)
