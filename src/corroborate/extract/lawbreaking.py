"""Responsibility as a law broken or a crime committed: whose violations, whose crimes, what is alleged of whom."""

from collections.abc import Iterator

from corroborate.extract.actors import is_actor
from corroborate.extract.joining import parties, subject_parties
from corroborate.extract.laying import Act, BlameDraft, stated
from corroborate.extract.line import Line, Stretch, words_of
from corroborate.extract.units import Voice
from corroborate.model.mention import Stance

_NEAR = 8  # units between a word for an accusation and the "by" that names its party
_ALLEGATIONS = frozenset(("allegations", "allegation", "accusations", "accusation"))
_TELLINGS = frozenset(("cases", "case", "reports", "evidence", "instances", "incidents"))


def violated(line: Line, at: int) -> Iterator[BlameDraft]:
    """B14: "the army violated the truce", "crimes committed by the army", "the crimes that the army is committing"."""
    unit = line.units[at]
    verbs = words_of("violate") | words_of("commit")
    if not line.is_verb(at) or unit.lemma not in verbs or unit.negated or unit.modal in words_of("possible"):
        return
    if unit.voice in (Voice.PASSIVE, Voice.BARE) and line.word(at + 1) == "by" and line.is_noun(at + 2):
        thing = at - 1
        if line.is_noun(thing) and line.words(thing) & (words_of("law") | {"act", "acts"}):
            yield from stated(Stance.ACCUSED, parties(line, at + 2), Act(at, (thing, at), "B14-committed-by"))
        return
    subject = line.subject(at)
    if subject is None or line.units[subject].pronoun:
        return
    near = range(at + 1, min(at + 5, len(line.units)))
    wrong = next((i for i in near if line.is_noun(i) and line.words(i) & words_of("law")), None)
    object_before = subject - 1 - (line.word(subject - 1) in ("that", "which"))
    if wrong is not None:
        yield from stated(
            Stance.ACCUSED, _doers(line, at, subject), Act(at, (at + 1, line.clause_end(wrong)), "B14-violated")
        )
    elif (
        line.is_noun(object_before) and line.words(object_before) & words_of("law") and unit.lemma in words_of("commit")
    ):
        yield from stated(
            Stance.ACCUSED, parties(line, subject, at), Act(at, (object_before, subject), "B14-is-committing")
        )


def _doers(line: Line, verb: int, subject: int) -> tuple[Stretch, ...]:
    """Return the parties of a subject; of "this attack by the army" those behind "by"."""
    by = line.word(subject + 1) == "by" and line.is_noun(subject + 2)
    return parties(line, subject + 2, verb) if by else subject_parties(line, verb)


def alleged(line: Line, at: int) -> Iterator[BlameDraft]:
    """B15: "allegations of a gas attack by the army", "cases of torture by guards", "crimes by the militia"."""
    if not line.is_noun(at):
        return
    word = line.word(at)
    crime = word in words_of("crime")
    by = line.find(frozenset(("by",)), at + 1, at + _NEAR)
    if by is None or not line.is_noun(by + 1) or any(line.is_verb(i) for i in range(at, by)):
        return
    about = (at, by) if crime else (at + 2, by)
    if about[0] >= by or not is_actor(line.units[by + 1]):
        return
    if crime or (word in _ALLEGATIONS and _is_act(line, about)) or (word in _TELLINGS and _is_abuse(line, about)):
        yield from stated(Stance.ACCUSED, parties(line, by + 1), Act(at, about, "B15-alleged"))


def _is_act(line: Line, about: Stretch) -> bool:
    armed = any(line.units[i].any_sense(domain) for i in range(*about) for domain in ("attack", "weapon", "effect"))
    return armed or _is_abuse(line, about)


def _is_abuse(line: Line, about: Stretch) -> bool:
    """Say whether an act is one that is charged, and not only told: abuses, torture, crimes."""
    return any(line.words(i) & (words_of("law") | words_of("abuse")) for i in range(*about))


def crimes_of(line: Line, at: int) -> Iterator[BlameDraft]:
    """B16: "condemned the crimes of the militia", "the army's crimes against civilians"."""
    if not line.is_noun(at) or not line.words(at) & words_of("crime"):
        return
    unit = line.units[at]
    named = line.is_noun(at + 2) and (is_actor(line.units[at + 2]) or line.units[at + 2].any_sense("group") is not None)
    if line.word(at) in words_of("crime") and line.word(at + 1) == "of" and named:
        yield from stated(Stance.ACCUSED, parties(line, at + 2), Act(at, (at, at + 1), "B16-crimes-of"))
        return
    words = [token.folded for token in line.tokens[unit.first : unit.last]]
    place = next((i for i, word in enumerate(words) if word in words_of("crime")), 0)
    owned = place > 0 and (words[place - 1] == "'s" or _is_lost_genitive(line, unit.first + place - 1))
    if owned and unit.determiner not in ("its", "their", "his"):
        yield from stated(Stance.ACCUSED, ((at, at + 1),), Act(at, (at, at + 1), "B16-crimes"))


def _is_lost_genitive(line: Line, token: int) -> bool:
    """See the owner in a text that lost its apostrophes: "Utopias crimes"."""
    word = line.tokens[token]
    return word.text[:1].isupper() and word.folded.endswith("s") and len(word.folded) > 4  # noqa: PLR2004 - no acronym
