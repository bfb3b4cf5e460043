"""Responsibility laid on somebody by a verb: accused, charged, blamed, reproached, attributed, suspected."""

from collections.abc import Iterator

from corroborate.extract.laying import BlameDraft, is_wrong, laid
from corroborate.extract.line import Line, Stretch, words_of
from corroborate.extract.units import Unit, Voice

_ACT = frozenset(("of", "over", "for", "with", "in", "as"))
_REACH = 8  # units between a verb of blame and the preposition that opens its act


def accused(line: Line, at: int) -> Iterator[BlameDraft]:
    """B01: "the ministry accused the militia of shelling the town", "rebels, accused of looting", "is suspected of bombing"."""
    unit = line.units[at]
    if (
        not line.is_verb(at)
        or unit.lemma not in words_of("accuse") | words_of("charge")
        or unit.negated
        or _is_unreal(unit)
    ):
        return
    formal = unit.lemma not in words_of("accuse")
    if _is_passive(line, at):
        yield from _passive(line, at, "B02-charged" if formal else "B01-accused")
    elif not formal:
        yield from _active(line, at)


def _is_unreal(unit: Unit) -> bool:
    return unit.modal in words_of("possible")


def _is_passive(line: Line, at: int) -> bool:
    unit = line.units[at]
    following = line.skip(at + 1)
    return unit.voice is Voice.PASSIVE or (unit.voice is Voice.BARE and line.word(following) in _ACT | {"by"})


def _passive(line: Line, at: int, rule: str) -> Iterator[BlameDraft]:
    """Read "Y was accused of Z", "Y, charged with Z": the subject is who is accused."""
    subject = line.subject(at)
    about = _act(line, at + 1)
    if subject is None or not is_wrong(line, about):
        return
    yield from laid(line, at, line.parties_before(subject), about, rule)


def _active(line: Line, at: int) -> Iterator[BlameDraft]:
    """Read "X accused Y of Z" and "Y, whom X accused of Z"."""
    whom = at >= 3 and line.is_noun(at - 1) and line.word(at - 2) in ("who", "whom", "which")  # noqa: PLR2004 - Y, whom X accused
    index = line.skip(at + 1)
    if whom:
        before = at - 3 - (line.word(at - 3) == ",")
        parties: tuple[Stretch, ...] = line.parties(before) if line.is_noun(before) else ()
        index = at
    else:
        index = _past_gloss(line, index)
        parties = line.parties(index) if line.is_noun(index) else ()
    if not parties:
        return
    about = _act(line, at + 1 if whom else parties[-1][1])
    if about is None or is_wrong(line, about):
        yield from laid(line, at, parties, about, "B01-accused")


def _past_gloss(line: Line, at: int) -> int:
    """Step from a plain plural to the names that spell it out: "countries, mainly |A and B|"."""
    gloss = at + 1 + (line.word(at + 1) == ",")
    named = line.word(gloss) in ("mainly", "notably", "namely", "particularly", "including", "especially")
    return gloss + 1 if line.is_noun(at) and not line.units[at].proper and named and line.is_noun(gloss + 1) else at


def _act(line: Line, at: int) -> Stretch | None:
    opener = line.find(_ACT, at, at + _REACH)
    return line.stretch(opener + 1) if opener is not None else None


def blamed(line: Line, at: int) -> Iterator[BlameDraft]:
    """B03: "blamed rebels for the raid", "a raid blamed on rebels", "put the blame on rebels"."""
    unit = line.units[at]
    if unit.lemma != "blame" or unit.negated or unit.modal == "to":
        return
    on = line.find(frozenset(("on",)), at + 1, at + _REACH)
    named = None if on is None else on + 1 + (not line.is_noun(on + 1))  # a quotation mark may stand before the name
    if named is not None and line.is_noun(named) and "-" not in line.word(named):
        yield from _on(line, at, named)
    elif line.is_verb(at) and _is_passive_blame(line, at):
        subject = line.subject(at)
        if subject is not None:
            yield from laid(line, at, line.parties_before(subject), _act(line, at + 1), "B03-blamed")
    elif line.is_verb(at):
        index = line.skip(at + 1)
        parties = line.parties(index) if line.is_noun(index) else ()
        about = _act(line, parties[-1][1]) if parties else None
        if parties and (about is not None or not line.units[index].pronoun):
            yield from laid(line, at, parties, about, "B03-blamed")


def _is_passive_blame(line: Line, at: int) -> bool:
    return line.units[at].voice is Voice.PASSIVE or (line.units[at].voice is Voice.BARE and line.word(at + 1) == "for")


def _on(line: Line, at: int, named: int) -> Iterator[BlameDraft]:
    unit = line.units[at]
    about: Stretch | None = (at + 1, named - 1)
    if unit.voice in (Voice.PASSIVE, Voice.BARE) and line.word(at + 1) == "on":
        subject = line.subject(at)
        about = (subject, at) if subject is not None else None
    elif not line.is_verb(at) or line.word(at + 1) == "on":
        about = None
    yield from laid(line, at, line.parties(named), about, "B03-blamed-on")


def attributed(line: Line, at: int) -> Iterator[BlameDraft]:
    """B04: "the report attributed most of the deaths to the militia", "the blast was attributed to the group"."""
    unit = line.units[at]
    if not line.is_verb(at) or unit.lemma not in words_of("attribute") or unit.negated or _is_unreal(unit):
        return
    to = line.find(frozenset(("to", "on")), at + 1, at + _REACH)
    if (
        to is None
        or not line.is_noun(to + 1)
        or (not line.units[to + 1].proper
        and line.units[to + 1].any_sense("actor") is None)
    ):
        return
    subject = line.subject(at) if to == at + 1 else None
    about = (subject, at) if subject is not None else (at + 1, to) if to > at + 1 else None
    if is_wrong(line, about):
        yield from laid(line, at, line.parties(to + 1), about, "B04-attributed")


def reproached(line: Line, at: int) -> Iterator[BlameDraft]:
    """B05: "condemned the militia for killing civilians", "to punish the army over the massacre"."""
    if line.units[at].lemma not in words_of("reproach") and not words_of("reproach") & line.words(at):
        return
    inside = not line.is_verb(at)  # "to |punish the army| over": the verb is read as part of the group
    whom = at if inside else line.skip(at + 1)
    if not line.is_noun(whom) or (inside and line.word(at - 1) != "to") or not _is_body(line, whom):
        return
    parties = line.parties(whom)
    opener = parties[-1][1]
    about = line.stretch(opener + 1) if line.word(opener) in ("for", "over") else None
    if is_wrong(line, about):
        yield from laid(line, at, parties, about, "B05-reproached")


def _is_body(line: Line, at: int) -> bool:
    unit = line.units[at]
    return any(unit.sense(domain) for domain in ("actor", "group")) or (unit.proper and not unit.senses)


def called_suspect(line: Line, at: int) -> Iterator[BlameDraft]:
    """B06: "X is a suspect in the shooting", "sought as a suspect in the blast", "named as the suspect in the killing"."""
    if not line.is_noun(at) or line.word(at) not in ("suspect", "suspects", "culprit", "culprits"):
        return
    about = line.stretch(at + 2) if line.word(at + 1) in ("in", "behind", "of") else None
    if not is_wrong(line, about):
        return
    named = line.find(frozenset(("-", "--", "–", "—", ":")), at, about[1] + 2 if about else at)
    index = line.skip(at - 1, back=True)
    if named is not None and line.is_noun(line.skip(named + 1 + (line.word(named + 1) == "-"))):
        parties: tuple[Stretch, ...] = line.parties(named + 1 + (line.word(named + 1) == "-"))
    elif line.word(index) == "as":
        parties = _named_as(line, index)
    elif (
        line.is_verb(index) and line.units[index].lemma in ("be", "become", "remain") and not line.units[index].negated
    ):
        subject = line.subject(index)
        parties = line.parties_before(subject) if subject is not None else ()
    else:
        return
    if parties:
        yield from laid(line, at, parties, about, "B06-suspect")


def _named_as(line: Line, at: int) -> tuple[Stretch, ...]:
    """Return who is named, sought or wanted "as": the noun group before it, or the subject of the passive."""
    verb = next((i for i in range(at - 1, max(-1, at - 5), -1) if line.is_verb(i)), None)
    if verb is not None and line.units[verb].voice in (Voice.PASSIVE, Voice.BARE):
        subject = line.subject(verb)
        return line.parties_before(subject) if subject is not None else ()
    return line.parties(at - 1) if line.is_noun(at - 1) else ()


def faces_charges(line: Line, at: int) -> Iterator[BlameDraft]:
    """B07: "the commander faces charges of murder", "an indictment of the general for war crimes"."""
    if not line.is_noun(at) or line.word(at) not in ("charge", "charges", "indictment", "accusations", "allegations"):
        return
    about = line.stretch(at + 2) if line.word(at + 1) in ("of", "for", "over", "that") else None
    verb = line.skip(at - 1, back=True)
    if line.is_verb(verb) and line.units[verb].lemma == "face" and is_wrong(line, about):
        subject = line.subject(verb)
        if subject is not None:
            yield from laid(line, at, line.parties_before(subject), about, "B07-faces")
