"""Responsibility laid on somebody by what he is called: a suspect, one who faces charges."""

from collections.abc import Iterator

from corroborate.extract.joining import bearers, is_nobody, names_party, parties, parties_before, subject_parties
from corroborate.extract.laying import Act, BlameDraft, asserts, is_wrong, opened, stated
from corroborate.extract.lexicon import rule_words
from corroborate.extract.line import Line, Stretch, words_of
from corroborate.extract.rules import begins
from corroborate.extract.units import UnitKind, Voice
from corroborate.model.mention import Stance

_FACING = frozenset(("face",))
_IDENTIFYING = rule_words("identifying")
_DASHES = frozenset(("-", "--", "–", "—", ":"))


@begins(of=lambda: words_of("suspect"))
def called_suspect(line: Line, at: int) -> Iterator[BlameDraft]:
    """B06: "Noor is a suspect in the shooting", "sought as a suspect in the blast", "named a suspect: Noor"."""
    if not line.is_noun(at) or line.word(at) not in words_of("suspect"):
        return
    about = opened(line, at + 1, "in", "behind", "of")
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


@begins(of=lambda: words_of("culprit"))
def called_culprit(line: Line, at: int) -> Iterator[BlameDraft]:
    """B34: "the trial of suspected bomber Ali Noor", "accused doctor killer Sam Hill"; not "the killer Ali Noor"."""
    if not line.is_noun(at):
        return
    unit = line.units[at]
    words = [token.folded for token in line.tokens[unit.first : unit.last]]
    place = next((i for i, word in enumerate(words[:-1]) if word in words_of("culprit")), None)
    if place is None or not line.tokens[unit.first + place + 1].text[:1].isupper():
        return
    before = line.units[at - 1] if at else unit
    told = before.kind is UnitKind.VERB and before.word in words_of("alleged") and before.voice is Voice.BARE
    if told or words_of("alleged").intersection(words[:place]):
        yield from stated(Stance.ACCUSED, ((at, at + 1),), Act(at, None, "B34-culprit"))


@begins(of=lambda: words_of("doer"))
def called_doer(line: Line, at: int) -> Iterator[BlameDraft]:
    """B47: "Noor, the alleged mastermind of the raid,", "the killers of the priests are soldiers".

    Not "the killers of the priests are unknown", nor a plain "the author of the raid".
    """
    if not line.is_noun(at) or line.word(at).rpartition(" ")[2] not in words_of("doer"):
        return
    about = opened(line, at + 1, "of", "behind")
    slays = bool(line.words(at) & words_of("slayer"))
    if about is None or not (slays or is_wrong(line, (about[0], about[0] + 1))):
        return
    about = (about[0], next((i for i in range(*about) if line.is_verb(i)), about[1]))
    yield from stated(Stance.ACCUSED, _doers(line, at, about), Act(at, about, "B47-doer"))


_BEING = frozenset(("be",))


def _doers(line: Line, at: int, about: Stretch) -> tuple[Stretch, ...]:
    """Return who is called the doer: the subject of "is", who stands before the comma, or whom "are" names behind."""
    before, behind = line.skip(at - 1, back=True), line.skip(about[1])
    held = bool(line.words(at) & words_of("alleged")) or line.units[at - 1].word in words_of("alleged")
    before -= at > 1 and line.units[at - 1].word in words_of("alleged")
    if asserts(line, before, _BEING):
        return tuple(party for party in subject_parties(line, before) if names_party(line, party[0]))
    if held and line.word(before) == "," and line.is_noun(before - 1) and line.is_proper(before - 1):
        return parties_before(line, before - 1)
    told = asserts(line, behind, _BEING)
    named = told and line.is_noun(behind + 1) and _is_party(line, behind + 1)
    return parties(line, behind + 1) if named else ()


@begins(*_IDENTIFYING, at=UnitKind.VERB)
def identified(line: Line, at: int) -> Iterator[BlameDraft]:
    """B48: "witnesses identified the killers as soldiers", "the attackers were identified as members of the army"."""
    if not asserts(line, at, _IDENTIFYING):
        return
    suffered = line.units[at].voice in (Voice.PASSIVE, Voice.BARE) and line.word(at + 1) == "as"
    doer = line.subject(at) if suffered else line.skip(at + 1)
    told = doer is not None and line.is_noun(doer) and line.word(doer) in words_of("doer", "author")
    named = line.find(frozenset(("as",)), at + 1, at + _NEAR)
    if doer is not None and told and named is not None and line.is_noun(named + 1) and _is_party(line, named + 1):
        yield from stated(Stance.ACCUSED, parties(line, named + 1), Act(at, (doer, doer + 1), "B48-identified"))


_NEAR = 6  # units behind a verb of identifying in which "as" tells who it was


def _is_party(line: Line, at: int) -> bool:
    unit = line.units[at]
    people = unit.sense("people")
    fights = people is not None and people.value == "combatants"
    known = fights or any(unit.any_sense(domain) for domain in ("actor", "group"))
    body = line.units[at + 2] if line.word(at + 1) == "of" and line.is_noun(at + 2) else unit  # "members of |the army|"
    known = known or any(body.any_sense(domain) for domain in ("actor", "group"))
    return known and not unit.pronoun and not is_nobody(unit)


@begins(of=lambda: words_of("holding"))
def holds_banned(line: Line, at: int) -> Iterator[BlameDraft]:
    """B35: "officials believe the regime still holds chemical weapons"; not "the regime has many guns"."""
    if not asserts(line, at, words_of("holding")):
        return
    thing, holder = line.skip(at + 1), line.skip(at - 1, back=True)
    weapon = line.units[thing].any_sense("weapon") if line.is_noun(thing) else None
    if weapon is None or weapon.value not in words_of("banned") or not line.is_noun(holder):
        return
    teller = next((i for i in range(holder - 1, max(-1, holder - _TOLD), -1) if line.is_verb(i)), None)
    told = teller is not None and asserts(line, teller, words_of("believing"))
    if told and names_party(line, holder) and not line.units[holder].pronoun:
        yield from stated(Stance.ACCUSED, parties_before(line, holder), Act(at, (at, thing + 1), "B35-holds"))


_TOLD = 4  # units between a verb of believing and who is believed to have a weapon


@begins(of=lambda: words_of("accusation"))
def faces_charges(line: Line, at: int) -> Iterator[BlameDraft]:
    """B07: "the commander faces charges of murder", "a general facing accusations of torture"."""
    if not line.is_noun(at) or line.word(at) not in words_of("accusation"):
        return
    about = opened(line, at + 1, "of", "for", "over", "that")
    if is_wrong(line, about):
        yield from stated(Stance.ACCUSED, bearers(line, at, at - 1, _FACING), Act(at, about, "B07-faces"))
