"""What a rule of responsibility finds, and what counts as an act to be responsible for."""

from collections.abc import Iterator
from functools import cache

from corroborate.extract.lexicon import rows
from corroborate.extract.line import Line, Stretch, words_of
from corroborate.extract.units import Voice
from corroborate.model.mention import Stance
from corroborate.model.passing import passing


@passing
class BlameDraft:
    """Blame in terms of units: [first, last) carries it, `actor` names who is spoken of, `about` the act."""

    first: int
    last: int
    trigger: int
    stance: Stance
    actor: Stretch | None
    about: Stretch | None
    rule: str


@passing
class Act:
    """What responsibility is about: the unit that gives it away, the units of the act, the rule that read it."""

    trigger: int
    about: Stretch | None
    rule: str


def stated(stance: Stance, parties: tuple[Stretch, ...], act: Act) -> Iterator[BlameDraft]:
    """Yield a draft for each party: over the words from the first of trigger, party and act to the last."""
    for party in parties:
        yield _draft(stance, party, act)


def unowned(act: Act, spoken: Stretch | None = None) -> Iterator[BlameDraft]:
    """Yield the draft of an act that nobody owns; `spoken` are other words that say so."""
    draft = _draft(Stance.UNKNOWN, None, act)
    first = draft.first if spoken is None else min(draft.first, spoken[0])
    yield BlameDraft(first, draft.last, act.trigger, Stance.UNKNOWN, None, act.about, act.rule)


def _draft(stance: Stance, party: Stretch | None, act: Act) -> BlameDraft:
    parts = [part for part in ((act.trigger, act.trigger + 1), party, act.about) if part is not None]
    first, last = min(part[0] for part in parts), max(part[1] for part in parts)
    return BlameDraft(first, last, act.trigger, stance, party, act.about, act.rule)


def asserts(line: Line, at: int, verbs: frozenset[str]) -> bool:
    """Say whether one of some verbs stands at an index and tells what is so, neither denied nor only possible."""
    if not line.is_verb(at) or line.units[at].lemma not in verbs:
        return False
    return not line.units[at].negated and line.units[at].modal not in words_of("possible")


def is_unclear(line: Line, near: range, *classes: str) -> bool:
    """Say whether words near an act say that it is not known, or deny what some classes tell ("did not say")."""
    if any(line.words(i) & words_of("unclear") for i in near):
        return True
    negated = any(line.is_verb(i) and line.units[i].negated for i in near)
    return negated and any(line.words(i) & words_of("clear", *classes) for i in near)


def opened(line: Line, at: int, *openers: str) -> Stretch | None:
    """Return the act that one of some words opens at an index: "(responsible) for |the raid|"; else None."""
    return line.stretch(at + 1) if line.word(at) in openers else None


def act_before(line: Line, at: int) -> Stretch | None:
    """Return the act that is the subject of a passive: from its last noun of force or harm, else from its head, on."""
    subject = line.subject(at)
    if subject is None or subject >= at:
        return None
    inside = [i for i in range(subject, at) if line.is_noun(i)]
    told = [i for i in inside if line.units[i].sense("attack") or line.units[i].sense("effect")]
    first = told[0] if told else subject
    return (first, at)


_WRONG_SENSES = frozenset(("attack-verb", "harm-verb", "damage-verb", "attack", "weapon", "effect", "damage"))


@cache
def _wrong_words() -> frozenset[str]:
    return frozenset(word for (word,) in rows("wrongs.tsv"))


def is_wrong(line: Line, about: Stretch | None) -> bool:
    """Say whether a stretch tells an act of the conflict, and not one of politics or of words."""
    if about is None:
        return False
    opening = line.units[about[0]]
    if line.is_verb(about[0]) and opening.voice is Voice.ING and opening.lemma in words_of("politics"):
        return False
    if line.words(about[0]) & words_of("politics"):
        return False
    inside = range(about[0], min(about[1], len(line.units)))
    harmful = (line.units[i] for i in inside if line.units[i].lemma != "flee")
    told = (sense for unit in harmful for sense in (*unit.senses, *unit.inner))
    senses = {sense.domain for sense in told if sense.value != "light"}
    named = any(line.words(i) & _wrong_words() or line.units[i].lemma in _wrong_words() for i in inside)
    return named or bool(senses & _WRONG_SENSES)
