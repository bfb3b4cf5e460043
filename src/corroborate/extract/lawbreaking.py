"""Responsibility as a law broken or a crime committed: whose violations, whose crimes, what is alleged of whom."""

from collections.abc import Iterator

from corroborate.extract.actors import is_actor
from corroborate.extract.joining import is_by, parties, subject_parties
from corroborate.extract.laying import Act, BlameDraft, asserts, stated
from corroborate.extract.lexicon import rule_words
from corroborate.extract.line import Line, Stretch, words_of
from corroborate.extract.rules import begins
from corroborate.model.mention import Stance

_NEAR = 8  # units between a word for an accusation and the "by" that names its party
_LONGEST_ACRONYM = 4  # letters
_ALLEGATIONS = rule_words("allegations")
_TELLINGS = rule_words("tellings")
_WHICHEVER = frozenset(("any", "every", "whichever"))
_BREACHES = words_of("violate", "commit")


@begins(*_BREACHES)
def violated(line: Line, at: int) -> Iterator[BlameDraft]:
    """B14: "the army violated the truce", "the army has, he said, committed war crimes"."""
    unit = line.units[at]
    if not asserts(line, at, _BREACHES) or is_by(line, at):
        return
    subject = line.subject(at)
    if subject is not None and line.units[subject].determiner in _WHICHEVER:
        return  # "we repel any act that violates our airspace"
    near = range(at + 1, min(at + 5, len(line.units)))
    wrong = next((i for i in near if line.is_noun(i) and line.words(i) & words_of("law")), None)
    if subject is not None and wrong is not None and not line.units[subject].pronoun:
        if not line.word(subject) or line.words(subject) & words_of("law"):
            return  # "Resolution 1701, which prohibits …, as well as violating": a law breaks none
        about = (at + 1, line.clause_end(wrong))
        yield from stated(Stance.ACCUSED, _doers(line, at, subject), Act(at, about, "B14-violated"))
    elif subject is not None and wrong is None and unit.lemma in words_of("commit"):
        yield from _committing(line, at, subject)


def _committing(line: Line, at: int, subject: int) -> Iterator[BlameDraft]:
    """Read "the crimes (that) the army is committing", also where crime and party are one group ("genocide Utopia")."""
    thing = subject - 1 - (line.word(subject - 1) in ("that", "which"))
    unit = line.units[subject]
    if line.is_noun(thing) and line.words(thing) & words_of("law") and not unit.pronoun:
        yield from stated(Stance.ACCUSED, parties(line, subject, at), Act(at, (thing, subject), "B14-is-committing"))
    elif line.words(subject) & words_of("law") and unit.any_sense("group") is not None:
        yield from stated(
            Stance.ACCUSED, ((subject, subject + 1),), Act(at, (subject, subject + 1), "B14-is-committing")
        )


@begins(*_BREACHES)
def committed_by(line: Line, at: int) -> Iterator[BlameDraft]:
    """B18: "the crimes committed by the army", "violations perpetrated by guards"."""
    if not asserts(line, at, _BREACHES) or not is_by(line, at):
        return
    thing = line.skip(at - 1, back=True)
    if line.is_noun(thing) and line.words(thing) & (words_of("law") | {"act", "acts"}):
        yield from stated(Stance.ACCUSED, parties(line, at + 2), Act(at, (thing, at), "B18-committed-by"))


def _doers(line: Line, verb: int, subject: int) -> tuple[Stretch, ...]:
    """Return the parties of a subject; of "this attack by the army" those behind "by"."""
    by = line.word(subject + 1) == "by" and line.is_noun(subject + 2)
    return parties(line, subject + 2, verb) if by else subject_parties(line, verb)


@begins(*_ALLEGATIONS, *_TELLINGS, of=lambda: words_of("crime"))
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
    return any(line.words(i) & (words_of("law", "abuse")) for i in range(*about))


@begins(of=lambda: words_of("crime"))
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
    while place > 1 and words[place - 1] in words_of("colour"):
        place -= 1  # "the militia's |war| crimes"
    body = any(sense.domain in ("actor", "group") for sense in unit.inner) and words[place - 1].endswith("s")
    owned = place > 0 and (words[place - 1] == "'s" or body or _is_lost_genitive(line, unit.first + place - 1))
    if owned and unit.determiner not in ("its", "their", "his"):
        yield from stated(Stance.ACCUSED, ((at, at + 1),), Act(at, (at, at + 1), "B16-crimes"))


def _is_lost_genitive(line: Line, token: int) -> bool:
    """See the owner in a text that lost its apostrophes: "Utopias crimes"."""
    word = line.tokens[token]
    return word.text[:1].isupper() and word.folded.endswith("s") and len(word.folded) > _LONGEST_ACRONYM
