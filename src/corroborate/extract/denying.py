"""Responsibility denied by those on whom it is laid."""

from collections.abc import Iterator

from corroborate.extract.joining import is_by, is_nobody, parties, subject_parties
from corroborate.extract.laying import Act, BlameDraft, asserts, is_wrong, stated
from corroborate.extract.lexicon import rule_words
from corroborate.extract.line import Line, Stretch, words_of
from corroborate.extract.rules import begins
from corroborate.extract.units import UnitKind, Voice
from corroborate.model.mention import Stance

_SELVES = frozenset(("it", "they", "he", "she", "its", "their", "his", "her", "we", "our"))
_REACH = 9  # units between a verb of saying and the word that calls what is said false
_SPOKEN = words_of("accusation") | {"report", "reports"}  # what is said of others
_OWNED_ARMS = rule_words("owned_arms")
_JUDGING = rule_words("judging")


@begins(of=lambda: words_of("deny", "reject"))
def denied(line: Line, at: int) -> Iterator[BlameDraft]:
    """B30: "the army denied shelling the town", "rejected the accusations", "denies that it used gas"."""
    unit = line.units[at]
    if not asserts(line, at, words_of("deny", "reject")):
        return
    if unit.voice is Voice.PASSIVE or is_by(line, at):
        yield from _denied_by(line, at)
        return
    thing = line.skip(at + 1)
    subject = line.subject(at)
    if subject is None or is_nobody(line.units[subject]) or line.units[subject].word in _JUDGING:
        return  # "a judge dismissed the claims"
    spoken = line.is_noun(thing) and bool(line.words(thing) & _SPOKEN)
    other = line.skip(thing + spoken + (line.word(thing + spoken) == "that"))
    if (spoken or unit.lemma in words_of("deny")) and _is_deed_of(line, other):
        yield from stated(Stance.DENIED, parties(line, other), Act(at, line.stretch(other), "B30-denied-of"))
    elif _is_own(line, at, thing, subject):
        yield from stated(Stance.DENIED, subject_parties(line, at), Act(at, _denied_act(line, thing), "B30-denied"))
    elif _ends_clause(line, thing) and (act := _denied_before(line, subject)) is not None:
        yield from stated(Stance.DENIED, subject_parties(line, at), Act(at, act, "B33-which-denied"))


def _denied_act(line: Line, thing: int) -> Stretch | None:
    """Return what is denied, up to where something else is said: "denied |involvement| and blamed rebels"."""
    whole = line.stretch(thing)
    if whole is None:
        return None
    joined = (i for i in range(whole[0] + 1, whole[1] - 1) if line.word(i) == "and" and _says_on(line, i + 1))
    return (whole[0], next(joined, whole[1]))


def _says_on(line: Line, at: int) -> bool:
    """Say whether the subject of a denial goes on to say or blame, over an adverb ("and |instead says|")."""
    verb = line.skip(at)
    lays = words_of("speech", "blame", "accuse", "reproach", "attribute") | {"suggest"}
    return line.is_verb(verb) and line.units[verb].lemma in lays


def _is_deed_of(line: Line, at: int) -> bool:
    """Say whether a body is told to have done a deed: "(denied that) |the army had used gas|"."""
    if not line.is_noun(at) or line.units[at].pronoun or line.units[at].determiner in _SELVES:
        return False
    deed = line.skip(at + 1)
    body = line.units[at].sense("actor") is not None or line.units[at].sense("group") is not None
    told = line.is_verb(deed) and line.units[deed].lemma not in words_of("deny")
    return body and told and is_wrong(line, line.stretch(deed))


def _ends_clause(line: Line, at: int) -> bool:
    return at >= len(line.units) or line.units[at].kind in (UnitKind.SIGN, UnitKind.CONJUNCTION)


def _denied_before(line: Line, subject: int) -> Stretch | None:
    """Return the act of "an accusation (that) the army denies", "gas attacks, which the army denies"."""
    relative = line.word(subject - 1) in ("which", "that")
    thing = subject - 1 - relative - (line.word(subject - 1 - relative) == ",")
    accusation = line.is_noun(thing) and bool(line.words(thing) & words_of("accusation"))
    told = relative and line.word(subject - 1) == "which" and is_wrong(line, (max(0, thing - 4), thing + 1))
    return (thing, thing + 1) if line.is_noun(thing) and (accusation or told) else None


def _is_own(line: Line, verb: int, thing: int, speaker: int) -> bool:
    """Say whether what is denied is an accusation or a deed of one's own, not a report about others or a request."""
    if thing >= len(line.units):
        return False
    words = line.words(thing) | {line.word(thing)}
    if words & words_of("withheld"):
        return False
    if words & words_of("accusation"):
        return True
    if line.units[verb].lemma not in words_of("deny"):
        return False
    if line.word(thing) == "that":
        return _is_of(line, line.skip(thing + 1), speaker)
    if words & {"report", "reports"} and _is_of(line, line.skip(thing + 1 + (line.word(thing + 1) == "that")), speaker):
        return True
    doing = line.is_verb(thing) and line.units[thing].voice is Voice.ING
    own = doing or bool(words & words_of("own")) or _is_of(line, thing, speaker)
    return own or _is_spoken(line, thing) or is_wrong(line, (thing, thing + 1))


def _is_of(line: Line, at: int, speaker: int) -> bool:
    """Say whether what stands at an index is who denies, or his: "(denied that) |its jets| bombed the port"."""
    owned = line.is_noun(at) and line.units[at].determiner in _SELVES
    return owned or line.word(at) in _SELVES or line.word(at) == line.word(speaker)


_TOLD_ONCE = frozenset(("report", "account", "story", "rumour", "rumor"))


def _is_spoken(line: Line, at: int) -> bool:
    """Say whether a noun can stand for what others say: "the rumours", "the report"; one of no other sense."""
    unit = line.units[at]
    pointing = line.is_noun(at) and unit.determiner in ("the", "these", "those", "any", "all")
    told = unit.plural or (unit.word in _TOLD_ONCE and line.word(at + 1) not in ("that", "of", "by"))
    return pointing and told and not unit.senses


def _denied_by(line: Line, at: int) -> Iterator[BlameDraft]:
    """Read "the accusations were denied by the army", "an accusation dismissed by the army"."""
    thing = line.subject(at)
    told = thing is not None and thing < at and bool(line.words(thing) & words_of("accusation"))
    if thing is not None and told and is_by(line, at):
        yield from stated(Stance.DENIED, parties(line, at + 2), Act(at, (thing, at), "B30-denied-by"))


@begins("involve", "be", *_OWNED_ARMS, of=lambda: words_of("deed"))
def did_not(line: Line, at: int) -> Iterator[BlameDraft]:
    """B31: "the spokesman said the army did not carry out strikes", "insisted that they never used gas"."""
    unit = line.units[at]
    if not line.is_verb(at) or not unit.negated or unit.modal or not _is_deed(line, at) or not _is_told(line, at):
        return
    subject = line.subject(at)
    party = line.units[subject] if subject is not None else unit
    if party.word in ("they", "it", "we") or party.any_sense("actor") or party.any_sense("group"):
        yield from stated(Stance.DENIED, subject_parties(line, at), Act(at, line.stretch(at), "B31-did-not"))


def _is_deed(line: Line, at: int) -> bool:
    unit = line.units[at]
    following = line.skip(at + 1)
    if unit.voice is Voice.PASSIVE:
        return unit.lemma == "involve"
    if unit.lemma == "be":
        return line.word(following) in ("behind", "responsible", "involved")
    if unit.lemma in _OWNED_ARMS:
        near = range(at + 1, min(at + 3, len(line.units)))
        return any(line.words(i) & words_of("possessed") or line.units[i].any_sense("weapon") for i in near)
    doing = unit.sense("attack-verb") is not None and unit.lemma in words_of("deed")
    return doing and following < len(line.units) and is_wrong(line, (at, following + 1))


def _is_told(line: Line, at: int) -> bool:
    """Say whether a clause is reported speech: a verb of saying stands elsewhere in the sentence."""
    others = (i for i in range(len(line.units)) if i != at and line.is_verb(i))
    return any(line.units[i].lemma in words_of("speech") and not line.units[i].negated for i in others)


@begins("nothing")
def nothing_to_do(line: Line, at: int) -> Iterator[BlameDraft]:
    """B46: "the group said it had nothing to do with the raid"; not "residents have nothing to do with politics"."""
    has, with_act = line.skip(at - 1, back=True), line.word(at + 1) == "do" and line.word(at + 2) == "with"
    about = line.stretch(at + 3) if with_act else None
    if line.word(at) != "nothing" or not line.is_verb(has) or line.units[has].lemma != "have":
        return
    if is_wrong(line, about) and _is_told(line, has):
        yield from stated(Stance.DENIED, subject_parties(line, has), Act(at, about, "B46-nothing-to-do"))


@begins(of=lambda: words_of("false"))
def called_false(line: Line, at: int) -> Iterator[BlameDraft]:
    """B32: "the ministry said the accusation was a fabrication", "called the reports baseless"."""
    if not line.words(at) & words_of("false"):
        return
    verbs = words_of("speech", "reject") | {"call", "describe"}
    near = range(at - 1, max(-1, at - _REACH), -1)
    say = next((i for i in near if line.is_verb(i) and line.units[i].lemma in verbs), None)
    if say is None or any(line.is_verb(i) and line.units[i].negated for i in range(say, at)):
        return
    spoken = words_of("accusation") | {"attack", "reports", "report", "news"}
    if any(line.words(i) & spoken for i in range(say + 1, at + 1)):
        yield from stated(Stance.DENIED, subject_parties(line, say), Act(at, (say + 1, at + 1), "B32-called-false"))
