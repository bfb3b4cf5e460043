"""Responsibility laid, denied, taken; and what somebody checked, or could not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corroborate.extract.groups import chain_end, phrase_start
from corroborate.extract.lexicon import rows
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.mention import Stance, Status

Units = Sequence[Unit]

_CHECK = frozenset(("verify", "confirm", "authenticate", "corroborate", "ascertain", "establish", "determine", "say", "tell"))
_NOT_ACTS = frozenset("access entry visa visas permission requests request them him her us food aid services service bail asylum rights".split())  # what is refused, not denied


@dataclass(frozen=True, slots=True)
class BlameDraft:
    """Blame in terms of units: `actor` the groups [first, last) of who is spoken of, `about` the units of the act."""

    first: int
    last: int
    trigger: int
    stance: Stance
    actor: tuple[int, ...]
    about: tuple[int, int] | None
    rule: str


@dataclass(frozen=True, slots=True)
class CheckDraft:
    """A verification in terms of units."""

    first: int
    last: int
    trigger: int
    status: Status
    about: tuple[int, int] | None
    rule: str


def blames(units: Units) -> list[BlameDraft]:
    """Return what a passage says of responsibility."""
    found: list[BlameDraft] = []
    for at in range(len(units)):
        for frame in (accused, blamed, claimed, claimed_by, denied, admitted, responsible, behind, violated, alleged):
            made = list(frame(units, at))
            if made:
                found.extend(made)
                break
    return found


def _subject(units: Units, at: int) -> int | None:
    index = at - 1
    while index >= 0 and (units[index].kind is UnitKind.ADVERB or units[index].word in ("who", "which", "that")):
        index -= 1
    if index >= 0 and units[index].word == ",":
        opener = next((i for i in range(index - 1, max(-1, index - 12), -1) if units[i].word == ","), None)
        index = opener - 1 if opener is not None and opener > 0 else index - 1
    if index < 0 or units[index].kind is not UnitKind.NOUN:
        return None
    head = phrase_start(units, index)
    while head >= 1 and units[head - 1].word == "of":
        head -= 1
    return head


def _clause_end(units: Units, at: int) -> int:
    """Return the index behind the clause that opens at an index."""
    index = at
    while index < len(units):
        unit = units[index]
        if (unit.kind is UnitKind.SIGN and unit.word in (".", ",", ";", '"', "”", "“", ":")) or unit.kind is UnitKind.SUBORDINATOR:
            break
        index += 1
    return max(index, at)


def _joined(units: Units, at: int) -> tuple[int, ...]:
    found = [at]
    last = chain_end(units, at)
    while last + 1 < len(units) and units[last].word in ("and", "&") and units[last + 1].kind is UnitKind.NOUN:
        found.append(last + 1)
        last = chain_end(units, last + 1)
    return tuple(found)


def _back_joined(units: Units, at: int) -> tuple[int, ...]:
    found = [at]
    while found[0] >= 2 and units[found[0] - 1].word in ("and", "&") and units[found[0] - 2].kind is UnitKind.NOUN:  # noqa: PLR2004
        found.insert(0, found[0] - 2)
    return tuple(found)


def accused(units: Units, at: int) -> Iterator[BlameDraft]:
    """B01: "the US accused Russia of …", "the army has been accused of …", "charged with"."""
    unit = units[at]
    if unit.kind is not UnitKind.VERB or unit.lemma not in ("accuse", "charge", "indict", "convict", "suspect") or unit.modal in ("will", "would", "may", "could"):
        return
    if unit.lemma != "accuse" and unit.voice not in (Voice.PASSIVE, Voice.BARE):
        return
    if unit.voice is Voice.PASSIVE or (unit.voice is Voice.BARE and at + 1 < len(units) and units[at + 1].word in ("of", "by", "with")):
        subject = _subject(units, at)
        if subject is None:
            return
        opener = next((i for i in range(at + 1, min(at + 8, len(units))) if units[i].word in ("of", "with", "for", "over")), None)
        end = _act_end(units, opener + 1) if opener is not None else at + 1
        about = (opener + 1, end) if opener is not None and end > opener + 1 else None
        if _wrong(units, about):
            yield BlameDraft(subject, max(end, at + 1), at, Stance.ACCUSED, _back_joined(units, subject), about, "B01-accused")
        return
    index = at + 1
    while index < len(units) and units[index].kind is UnitKind.ADVERB:
        index += 1
    whom = at >= 3 and units[at - 1].kind is UnitKind.NOUN and units[at - 2].word in ("who", "whom", "which")  # noqa: PLR2004 - "the president, who it accused"
    if whom:
        before = at - 3 - (units[at - 3].word == ",")
        if before < 0 or units[before].kind is not UnitKind.NOUN:
            return
        actors: tuple[int, ...] = (before,)
        index = at
    elif index >= len(units) or units[index].kind is not UnitKind.NOUN:
        return
    else:
        actors = _joined(units, index)
    last = max(index, actors[-1])
    opener = next((i for i in range(last + 1, min(last + 8, len(units))) if units[i].word in ("of", "over")), None)
    end = _act_end(units, opener + 1) if opener is not None else last + 1
    subject = actors[0] if whom else _subject(units, at)
    about = (opener + 1, end) if opener is not None and end > opener + 1 else None
    if not _wrong(units, about):
        return
    yield BlameDraft(subject if subject is not None else at, end, at, Stance.ACCUSED, actors, about, "B01-accused")


def _act_end(units: Units, at: int) -> int:
    """Return the end of the clause at an index, looking through a quotation mark that opens it."""
    start = at
    while start < len(units) and units[start].word in ('"', "“", "”", "'", "‘", "``"):
        start += 1
    return _clause_end(units, start)


_WRONG_SENSES = frozenset(("attack-verb", "harm-verb", "damage-verb", "attack", "weapon", "effect", "damage", "object"))


@cache
def _wrong_words() -> frozenset[str]:
    return frozenset(word for (word,) in rows("wrongs.tsv"))


def _wrong(units: Units, about: tuple[int, int] | None) -> bool:
    """Say whether what somebody is accused of is an act of the conflict; an accusation without its act passes."""
    if about is None:
        return True
    words = {word for unit in units[about[0] : about[1]] for word in (unit.word, unit.lemma, *unit.word.split())}
    senses = {sense.domain for unit in units[about[0] : about[1]] for sense in (*unit.senses, *unit.inner)}
    return bool(senses & _WRONG_SENSES or words & _wrong_words())


def blamed(units: Units, at: int) -> Iterator[BlameDraft]:
    """B02: "blamed rebels for …", "was blamed on the army", "held Damascus responsible for"."""
    unit = units[at]
    if unit.lemma != "blame" or unit.kind is not UnitKind.VERB or unit.negated:
        return
    on = next((i for i in range(at + 1, min(at + 8, len(units) - 1)) if units[i].word == "on"), None)
    if on is not None and on + 2 < len(units) and units[on + 1].kind is UnitKind.SIGN:
        on += 1  # a quotation mark before the name
    subject = _subject(units, at)
    if on is not None and units[on + 1].kind is UnitKind.NOUN and "-" not in units[on + 1].word:
        first = subject if subject is not None else at
        actors = _joined(units, on + 1)
        about = (subject, at) if unit.voice in (Voice.PASSIVE, Voice.BARE) and subject is not None else (at + 1, on)
        yield BlameDraft(first, actors[-1] + 1, at, Stance.ACCUSED, actors, about if about[0] < about[1] else None, "B02-blamed-on")
    elif unit.voice is not Voice.PASSIVE and at + 1 < len(units) and units[at + 1].kind is UnitKind.NOUN:
        actors = _joined(units, at + 1)
        last = actors[-1] + 1
        about = (last + 1, _clause_end(units, last + 1)) if last < len(units) and units[last].word in ("for", "over") else None
        end = about[1] if about else last
        yield BlameDraft(subject if subject is not None else at, end, at, Stance.ACCUSED, actors, about, "B02-blamed")
    elif unit.voice is Voice.PASSIVE and subject is not None:
        opener = next((i for i in range(at + 1, min(at + 4, len(units))) if units[i].word == "for"), None)
        end = _clause_end(units, opener + 1) if opener is not None else at + 1
        yield BlameDraft(subject, end, at, Stance.ACCUSED, (subject,), (opener + 1, end) if opener is not None else None, "B02-blamed")


def claimed(units: Units, at: int) -> Iterator[BlameDraft]:
    """B03: "ISIS claimed responsibility for …", "no group has claimed responsibility"."""
    unit = units[at]
    if unit.word != "responsibility" or unit.kind is not UnitKind.NOUN:
        return
    if at >= 2 and units[at - 1].word == "of" and "claim" in units[at - 2].word and _nobody(units[at - 2]):  # noqa: PLR2004
        yield BlameDraft(max(0, at - 3), at + 1, at, Stance.UNKNOWN, (), None, "B03-no-claim")
        return
    verb = next((i for i in range(at - 1, max(-1, at - 5), -1) if units[i].kind is UnitKind.VERB), None)
    after = next((i for i in range(at + 1, min(len(units), at + 7)) if units[i].kind is UnitKind.VERB and units[i].lemma == "claim"), None)
    opener = at + 1 if at + 1 < len(units) and units[at + 1].word == "for" else None
    end = _clause_end(units, opener + 1) if opener is not None else at + 1
    about = (opener + 1, end) if opener is not None and end > opener + 1 else None
    lies = next((i for i in range(at + 1, min(len(units) - 2, at + 14)) if units[i].lemma in ("lie", "rest") and units[i + 1].word in ("with", "on")), None)
    if lies is not None and units[lies + 2].kind is UnitKind.NOUN:
        actors = _joined(units, lies + 2)
        yield BlameDraft(at, actors[-1] + 1, at, Stance.ACCUSED, actors, (at, lies), "B06-lies-with")
    elif verb is not None and units[verb].lemma == "bear":
        subject = _subject(units, verb)
        if subject is not None:
            yield BlameDraft(subject, end, at, Stance.ACCUSED, _back_joined(units, subject), about, "B06-bears")
    elif verb is not None and units[verb].lemma in ("claim", "claim responsibility", "take", "accept", "assume"):
        subject = _subject(units, verb)
        first = subject if subject is not None else verb
        if subject is None or _nobody(units[subject]) or units[verb].negated:
            yield BlameDraft(first, end, at, Stance.UNKNOWN, (), about, "B03-unclaimed")
        else:
            stance = Stance.CLAIMED if units[verb].lemma != "accept" else Stance.ADMITTED
            yield BlameDraft(first, end, at, stance, _back_joined(units, subject), about, "B03-claimed")
    elif after is not None:
        by = next((i for i in range(after, min(len(units) - 1, after + 5)) if units[i].word == "by"), None)
        if by is not None and units[by + 1].kind is UnitKind.NOUN:
            stance = Stance.UNKNOWN if _nobody(units[by + 1]) else Stance.CLAIMED
            yield BlameDraft(at, by + 2, at, stance, (by + 1,), about, "B03-claimed-by")


def _nobody(unit: Unit) -> bool:
    none = unit.quantity is not None and unit.quantity.count.high == 0
    return none or unit.determiner == "no" or unit.word in ("nobody", "no-one", "none")


def denied(units: Units, at: int) -> Iterator[BlameDraft]:
    """B04: "Russia denied targeting …", "the government denies involvement"."""
    unit = units[at]
    if unit.kind is not UnitKind.VERB or unit.lemma not in ("deny", "reject", "refute", "dismiss") or unit.voice is Voice.PASSIVE or unit.negated:
        return
    index = at + 1
    while index < len(units) and units[index].kind is UnitKind.ADVERB:
        index += 1
    if index >= len(units):
        return
    words = set(units[index].word.split()) | {units[index].determiner}
    if words & _NOT_ACTS or units[index].kind in (UnitKind.SIGN, UnitKind.PREPOSITION):
        return
    if unit.lemma != "deny" and not words & {"allegations", "accusations", "allegation", "accusation", "charge", "charges", "claims", "reports"}:
        return
    subject = _subject(units, at)
    end = _clause_end(units, index + (units[index].kind is UnitKind.SUBORDINATOR))
    first = subject if subject is not None else at
    about = (index, end) if end > index else None
    yield BlameDraft(first, max(end, at + 1), at, Stance.DENIED, _back_joined(units, subject) if subject is not None else (), about, "B04-denied")


def admitted(units: Units, at: int) -> Iterator[BlameDraft]:
    """B05: "the coalition acknowledged killing …", "the army admitted that it had shelled"."""
    unit = units[at]
    if unit.kind is not UnitKind.VERB or unit.lemma not in ("admit", "acknowledge", "confess", "concede") or unit.negated or unit.voice is Voice.PASSIVE:
        return
    end = _clause_end(units, at + 1 + (at + 1 < len(units) and units[at + 1].kind is UnitKind.SUBORDINATOR))
    wrong = any(sense.domain in ("attack-verb", "harm-verb") for u in units[at + 1 : end] for sense in u.senses)
    subject = _subject(units, at)
    if subject is None or not wrong:
        return
    yield BlameDraft(subject, end, at, Stance.ADMITTED, (subject,), (at + 1, end), "B05-admitted")


def responsible(units: Units, at: int) -> Iterator[BlameDraft]:
    """B06: "the regime is responsible for …", "was behind the attack", "held Russia responsible"."""
    unit = units[at]
    if "responsible" not in unit.word.split() or at == 0:
        return
    opener = at + 1 if at + 1 < len(units) and units[at + 1].word == "for" else None
    if opener is None:
        return
    before = units[at - 1]
    end = _clause_end(units, opener + 1)
    if before.kind is UnitKind.VERB and before.lemma == "be" and not before.negated:
        subject = _subject(units, at - 1)
        if subject is not None and not (units[subject].pronoun and units[subject].word in ("who", "those", "which")):
            yield BlameDraft(subject, end, at, Stance.ACCUSED, _back_joined(units, subject), (opener + 1, end), "B06-responsible")
    elif before.kind is UnitKind.NOUN:
        yield BlameDraft(at - 1, end, at, Stance.ACCUSED, (at - 1,), (opener + 1, end), "B06-held-responsible")


def claimed_by(units: Units, at: int) -> Iterator[BlameDraft]:
    """B07: "the bombing was claimed by …", "an attack claimed by …"."""
    unit = units[at]
    if unit.kind is not UnitKind.VERB or unit.lemma != "claim" or unit.voice not in (Voice.PASSIVE, Voice.BARE):
        return
    if at + 2 < len(units) and units[at + 1].word == "by" and units[at + 2].kind is UnitKind.NOUN:
        subject = _subject(units, at)
        if subject is not None and any(u.sense("attack") or u.sense("weapon") for u in units[subject:at]):
            yield BlameDraft(subject, at + 3, at, Stance.CLAIMED, _joined(units, at + 2), (subject, at), "B07-claimed-by")


def behind(units: Units, at: int) -> Iterator[BlameDraft]:
    """B08: "the army was behind the strike", "the attacks were plotted by …"."""
    unit = units[at]
    if unit.word == "behind" and at + 1 < len(units) and units[at + 1].sense("attack") is not None and at:
        before = units[at - 1]
        verb = at - 1 if before.kind is UnitKind.VERB and before.lemma == "be" and not before.negated else None
        subject = _subject(units, verb) if verb is not None else (at - 1 if before.kind is UnitKind.NOUN else None)
        if subject is not None and not units[subject].pronoun:
            yield BlameDraft(subject, at + 2, at, Stance.ACCUSED, _back_joined(units, subject), (at + 1, at + 2), "B08-behind")
    elif unit.kind is UnitKind.VERB and unit.lemma in _PLOT and unit.voice in (Voice.PASSIVE, Voice.BARE) and at + 2 < len(units):
        subject = _subject(units, at)
        if subject is not None and units[subject].sense("attack") and units[at + 1].word == "by" and units[at + 2].kind is UnitKind.NOUN:
            yield BlameDraft(subject, at + 3, at, Stance.ACCUSED, _joined(units, at + 2), (subject, at), "B08-plotted")


_PLOT = frozenset(("plot", "plan", "orchestrate", "mastermind", "sponsor"))
_LAWS = frozenset("resolution resolutions violation violations crime crimes law atrocity atrocities ceasefire truce agreement genocide massacre massacres".split())


def violated(units: Units, at: int) -> Iterator[BlameDraft]:
    """B09: "forces have violated resolution …", "committed war crimes", "crimes committed by the army"."""
    unit = units[at]
    if unit.kind is not UnitKind.VERB or unit.lemma not in ("violate", "breach", "commit", "perpetrate") or unit.negated or unit.modal in ("to", "will", "would", "may"):
        return
    ahead = units[at + 1 : at + 5]
    wrong = next((i for i, u in enumerate(ahead) if u.kind is UnitKind.NOUN and _LAWS & set(u.word.split()) | _laws(u)), None)
    if unit.voice in (Voice.PASSIVE, Voice.BARE) and at + 2 < len(units) and units[at + 1].word == "by" and units[at + 2].kind is UnitKind.NOUN:
        before = units[at - 1] if at else unit
        if before.kind is UnitKind.NOUN and (_LAWS & set(before.word.split()) or _laws(before)):
            yield BlameDraft(at - 1, at + 3, at, Stance.ACCUSED, _joined(units, at + 2), (at - 1, at), "B09-committed-by")
        return
    subject = _subject(units, at)
    if wrong is None and subject is not None and subject and _LAWS & {units[subject - 1].word, *units[subject - 1].word.split()}:
        yield BlameDraft(subject - 1, at + 1, at, Stance.ACCUSED, (subject,), (subject - 1, subject), "B09-is-committing")
    if wrong is not None and subject is not None and not units[subject].pronoun:
        end = at + 2 + wrong
        yield BlameDraft(subject, end, at, Stance.ACCUSED, _back_joined(units, subject), (at + 1, end), "B09-violated")


def _laws(unit: Unit) -> frozenset[str]:
    return _LAWS & {unit.lemma}


def alleged(units: Units, at: int) -> Iterator[BlameDraft]:
    """B10: "allegations of a chemical attack by the army"."""
    unit = units[at]
    if unit.kind is not UnitKind.NOUN or unit.word not in ("allegations", "allegation", "accusations", "accusation"):
        return
    by = next((i for i in range(at + 1, min(at + 8, len(units) - 1)) if units[i].word == "by" and units[i + 1].kind is UnitKind.NOUN), None)
    act = next((i for i in range(at + 1, by) if units[i].sense("attack") or units[i].sense("weapon")), None) if by is not None else None
    if by is not None and act is not None:
        yield BlameDraft(at, by + 2, at, Stance.ACCUSED, _joined(units, by + 1), (act, by), "B10-alleged")


def checks(units: Units) -> list[CheckDraft]:
    """Return what a passage says of checking: V01 could not, V02 did."""
    found: list[CheckDraft] = []
    for at, unit in enumerate(units):
        if unit.kind is not UnitKind.VERB or unit.lemma not in _CHECK:
            continue
        whether = at + 1 < len(units) and units[at + 1].word in ("whether", "if", "who", "which")
        failed = unit.negated or _unable(units, at)
        if unit.lemma in ("determine", "say", "tell") and not whether:
            continue
        independent = any("independent" in u.word for u in units[max(0, at - 2) : at + 3]) or "independently" in unit.word
        about = (at + 1, _clause_end(units, at + 1))
        if failed and (unit.modal in ("could", "can", "cannot", "couldn't", "can't", "to") or independent or unit.voice is Voice.PASSIVE):
            subject = _subject(units, at)
            first = subject if subject is not None else at
            yield_about = about if about[1] > about[0] else ((first, at) if first < at else None)
            found.append(CheckDraft(first, max(about[1], at + 1), at, Status.UNVERIFIED, yield_about, "V01-unverified"))
        elif not failed and unit.lemma in ("confirm", "verify") and unit.modal not in _NOT_YET and unit.voice is not Voice.INFINITIVE:
            thing = at + 1 if at + 1 < len(units) and units[at + 1].kind is UnitKind.NOUN else None
            if thing is not None and (units[thing].sense("attack") or units[thing].sense("effect")) and units[thing].quantity is None:
                subject = _subject(units, at)
                found.append(CheckDraft(subject if subject is not None else at, thing + 1, at, Status.CONFIRMED, (thing, thing + 1), "V02-confirmed"))
    return found


_NOT_YET = frozenset(("will", "would", "may", "might", "must", "should", "could", "to"))


def _unable(units: Units, at: int) -> bool:
    return any({"unable", "impossible", "difficult"} & set(unit.word.split()) or unit.lemma in ("fail",) for unit in units[max(0, at - 3) : at])
