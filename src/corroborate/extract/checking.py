"""What somebody checked, or could not, or disputes."""

from collections.abc import Iterator

from corroborate.extract.joining import is_by, is_nobody
from corroborate.extract.laying import asserts, is_unclear, is_wrong, opened
from corroborate.extract.lexicon import rule_words
from corroborate.extract.line import Line, Stretch, words_of
from corroborate.extract.rules import Rules, begins
from corroborate.extract.units import Voice
from corroborate.model.mention import Status
from corroborate.model.passing import passing

_FINDING_OUT = rule_words("finding_out")
_KNOWING = rule_words("knowing")
_MEASURES = rule_words("measures_of_harm")
_REPORTS = frozenset(("report", "reports", "media"))
_DISPUTING = words_of("dispute", "speech") | {"deny"}


@passing
class CheckDraft:
    """A verification in terms of units: [first, last) carries it, `about` what was checked."""

    first: int
    last: int
    trigger: int
    status: Status
    about: Stretch | None
    rule: str


_CONFIRMATION = rule_words("confirmation")
_GENUINE = rule_words("genuine")
_BACK = 12  # drafts back among which the same words are sought


def checks(line: Line) -> list[CheckDraft]:
    """Return what a passage says of checking, in the order of its words."""
    found: list[CheckDraft] = []
    for made in RULES.made(line, line):
        found.extend(
            draft
            for draft in made
            if not any(draft.first < other.last and other.first < draft.last for other in found[-_BACK:])
        )
    return found


def _draft(line: Line, at: int, status: Status, about: Stretch | None, rule: str) -> CheckDraft:
    subject = line.subject(at) if line.is_verb(at) else None
    first = min(part for part in (at, subject, about[0] if about else at) if part is not None)
    return CheckDraft(first, max(at + 1, about[1] if about else at + 1), at, status, about, rule)


@begins(of=lambda: words_of("check"))
def unverified(line: Line, at: int) -> Iterator[CheckDraft]:
    """V01: "could not independently verify the footage", "was unable to confirm it"."""
    unit = line.units[at]
    if not line.is_verb(at) or unit.lemma not in words_of("check"):
        return
    whether = line.word(line.skip(at + 1)) in ("whether", "if", "who")
    if unit.lemma in words_of("check-whether") and not whether and not _finds_out(line, at):
        return
    able = unit.modal in words_of("able")
    tried = able or (unit.lemma not in _KNOWING and ("independently" in line.words(at) or unit.voice is Voice.PASSIVE))
    if not (unit.negated and tried) and not _is_unable(line, at):
        return
    after = line.stretch(at + 1)
    subject = line.subject(at)
    passive = unit.voice is Voice.PASSIVE and not whether and line.word(line.skip(at + 1)) != "that"
    told = (
        after is not None
        and not passive
        and line.word(after[0]) != "by"
        and any(line.is_noun(i) or line.is_verb(i) for i in range(*after))
    )
    about = after if told or subject is None or subject >= at else (subject, at)
    yield _draft(line, at, Status.UNVERIFIED, about, "V01-unverified")


def _finds_out(line: Line, at: int) -> bool:
    """Say whether a verb of finding out tells more than that a figure or cause is not known yet."""
    unit = line.units[at]
    subject = line.subject(at) if unit.voice is Voice.PASSIVE else None
    return unit.lemma in _FINDING_OUT and (subject is None or not line.words(subject) & _MEASURES)


def _is_unable(line: Line, at: int) -> bool:
    """Say whether what governs a verb denies that it could be done: unable to, not possible to, failed to."""
    if line.units[at].voice is not Voice.INFINITIVE:
        return False
    near = range(max(0, at - 3), at)
    negated = any((line.is_verb(i) and line.units[i].negated) or line.units[i].is_none for i in near)
    hard = any(line.words(i) & words_of("unable") or line.units[i].lemma == "fail" for i in near)
    possible = any(line.words(i) & {"possible", "able", "way"} for i in near)
    return hard or (negated and possible)


@begins("whether", "if")
def unclear(line: Line, at: int) -> Iterator[CheckDraft]:
    """V02: "it was not immediately clear whether the jet was shot down", "unclear if", "not known whether"."""
    if line.word(at) not in ("whether", "if") or at < 1:
        return
    near = range(max(0, at - 3), at)
    about = line.stretch(at)
    if about is not None and is_unclear(line, near) and is_wrong(line, about):
        first = near[0] if line.is_noun(near[0]) else at - 1
        yield CheckDraft(first, about[1], at, Status.UNVERIFIED, about, "V02-unclear")


@begins(*_CONFIRMATION)
def unconfirmed(line: Line, at: int) -> Iterator[CheckDraft]:
    """V03: "there was no independent confirmation of the claim", "no evidence that the rebels did it"."""
    if line.is_noun(at) and line.word(at) in _CONFIRMATION and is_nobody(line.units[at]):
        about = opened(line, at + 1, "of", "that", "for", "from", "in", "to")
        yield _draft(line, at, Status.UNVERIFIED, about, "V03-unconfirmed")


@begins(of=lambda: words_of("check"))
def confirmed(line: Line, at: int) -> Iterator[CheckDraft]:
    """V04: "the monitor confirmed the strike", "verified the footage", "can confirm that the site is civilian"."""
    unit = line.units[at]
    checks_what = line.is_verb(at) and unit.lemma in words_of("check") - words_of("check-whether")
    if not checks_what or unit.negated or _is_unable(line, at):
        return
    if is_by(line, at) and not unit.modal:
        subject = line.subject(at)
        if subject is not None:
            yield _draft(line, at, Status.CONFIRMED, (subject, at), "V05-confirmed-by")
        return
    if unit.voice is Voice.BARE and line.word(at - 1) in ("of", "in", "as", "with"):
        return  # "the number of |confirmed deaths|"
    if (unit.modal in words_of("possible") and unit.modal != "can") or unit.voice in (Voice.INFINITIVE, Voice.PASSIVE):
        return
    thing = line.skip(at + 1)
    noun = line.is_noun(thing) and not line.units[thing].pronoun
    checked = noun and _is_checkable(line, thing) and not line.is_verb(thing + 1)
    can = unit.modal == "can" and line.word(thing) == "that"
    if checked or can:
        yield _draft(line, at, Status.CONFIRMED, line.stretch(thing) if can else (thing, thing + 1), "V04-confirmed")


def _is_checkable(line: Line, at: int) -> bool:
    unit = line.units[at]
    told = unit.quantity is None and (unit.sense("attack") is not None or unit.sense("effect") is not None)
    return told or bool(line.words(at) & words_of("record"))


@begins(*_GENUINE)
def appears_genuine(line: Line, at: int) -> Iterator[CheckDraft]:
    """V06: "the footage appeared genuine", "the images seem to be authentic"."""
    genuine = bool(line.words(at) & _GENUINE)
    verb = line.skip(at - 1, back=True)
    if genuine and line.is_verb(verb) and not line.units[verb].negated:
        subject = line.subject(verb)
        if subject is not None and line.words(subject) & words_of("record"):
            yield CheckDraft(subject, at + 1, at, Status.CONFIRMED, (subject, subject + 1), "V06-genuine")


@begins(*_DISPUTING)
def disputed(line: Line, at: int) -> Iterator[CheckDraft]:
    """V07: "disputed the toll", "denied a report that"; V08: "other monitors say the number is much higher"."""
    unit = line.units[at]
    if not asserts(line, at, _DISPUTING):
        return
    thing = line.skip(at + 1)
    told = line.is_noun(thing) and bool(line.words(thing) & words_of("told"))
    if told and unit.lemma in words_of("dispute"):
        yield _draft(line, at, Status.DISPUTED, line.stretch(thing), "V07-disputed")
    elif told and unit.lemma == "deny" and line.words(thing) & _REPORTS and line.word(thing + 1) == "that":
        yield _draft(line, at, Status.DISPUTED, line.stretch(thing + 1), "V07-denied-report")
    elif told and unit.lemma in words_of("speech") and line.is_verb(thing + 1) and line.units[thing + 1].lemma == "be":
        beyond = line.find(frozenset(("higher", "lower", "larger", "smaller", "greater")), thing + 2, thing + 5)
        if beyond is not None and line.words(thing) & {"number", "toll", "figure"}:
            yield _draft(line, at, Status.DISPUTED, (thing, beyond + 1), "V08-higher")


RULES = Rules(unverified, unclear, unconfirmed, confirmed, appears_genuine, disputed)
