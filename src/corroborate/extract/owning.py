"""Responsibility taken, admitted or denied by those whose it would be; and that nobody has taken it."""

from collections.abc import Iterator

from corroborate.extract.laying import BlameDraft, drafts, is_wrong
from corroborate.extract.line import Line, Stretch, words_of
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.mention import Stance

_SELVES = frozenset(("it", "they", "he", "she", "its", "their", "his", "her", "we", "our"))


def taken(line: Line, at: int) -> Iterator[BlameDraft]:
    """B20: "the group claimed responsibility for the blast", "no group has claimed it", "responsibility was claimed by"."""
    if not line.is_noun(at) or line.word(at) not in ("responsibility", "credit"):
        return
    about = line.stretch(at + 2) if line.word(at + 1) == "for" else None
    if line.word(at - 1) == "of" and "claim" in line.word(at - 2):
        if _is_nobody(line.units[at - 2]) or line.units[at - 3].negated:
            yield from drafts(line, at, Stance.UNKNOWN, (), about, "B21-no-claim")
        return
    verb = next((i for i in range(at - 1, max(-1, at - 5), -1) if line.is_verb(i)), None)
    if verb is not None and line.units[verb].lemma in words_of("take") | words_of("accept"):
        yield from _taken_by(line, verb, about)
    elif (after := _claim_after(line, at)) is not None and line.word(after + 1) == "by" and line.is_noun(after + 2):
        nobody = _is_nobody(line.units[after + 2])
        yield from drafts(
            line,
            at,
            Stance.UNKNOWN if nobody else Stance.CLAIMED,
            () if nobody else line.parties(after + 2),
            about,
            "B20-claimed-by",
        )


def _claim_after(line: Line, at: int) -> int | None:
    return next(
        (i for i in range(at + 1, min(len(line.units), at + 7)) if line.is_verb(i) and line.units[i].lemma == "claim"),
        None,
    )


def _taken_by(line: Line, verb: int, about: Stretch | None) -> Iterator[BlameDraft]:
    unit = line.units[verb]
    subject = line.subject(verb)
    if unit.modal in words_of("possible"):
        return
    if subject is None or _is_nobody(line.units[subject]) or unit.negated:
        yield from drafts(
            line,
            verb,
            Stance.UNKNOWN,
            ((subject, verb),) if subject is not None and not unit.negated else (),
            about,
            "B21-unclaimed",
        )
        return
    stance = Stance.ADMITTED if unit.lemma in words_of("accept") else Stance.CLAIMED
    yield from drafts(line, verb, stance, line.parties_before(subject), about, "B20-claimed")


def _is_nobody(unit: Unit) -> bool:
    none = unit.quantity is not None and unit.quantity.count.high == 0
    return none or unit.determiner in ("no", "neither") or unit.word in ("nobody", "no-one", "none", "neither")


def claimed_act(line: Line, at: int) -> Iterator[BlameDraft]:
    """B22: "the blast was claimed by the group", "a raid claimed by the group", "the group claimed the raid"."""
    unit = line.units[at]
    if not line.is_verb(at) or unit.lemma != "claim" or unit.modal in words_of("possible"):
        return
    if unit.voice in (Voice.PASSIVE, Voice.BARE) and line.word(at + 1) == "by" and line.is_noun(at + 2):
        subject = line.subject(at)
        if subject is not None and (is_wrong(line, (subject, at)) or line.units[at].voice is Voice.PASSIVE):
            yield from drafts(line, at, Stance.CLAIMED, line.parties(at + 2), (subject, at), "B22-claimed-by")
        return
    thing = line.skip(at + 1)
    subject = line.subject(at)
    told = line.is_noun(thing) and line.units[thing].sense("attack") is not None and not line.is_verb(thing + 1)
    if told and subject is not None and unit.voice is not Voice.PASSIVE:
        nobody = _is_nobody(line.units[subject]) or unit.negated
        stance = Stance.UNKNOWN if nobody else Stance.CLAIMED
        yield from drafts(line, at, stance, line.parties_before(subject), line.stretch(thing), "B22-claimed")


def said_own(line: Line, at: int) -> Iterator[BlameDraft]:
    """B23: "the group said it carried out the raid", "said it was behind the blast"; B24: "said its raids mistakenly killed"."""
    unit = line.units[at]
    if not line.is_verb(at) or unit.lemma not in words_of("speech") or unit.negated:
        return
    own = line.skip(at + 1 + (line.word(at + 1) == "that"))
    speaker = line.subject(at)
    if speaker is None or not line.is_noun(own):
        return
    deed = line.skip(own + 1)
    if (
        line.word(own) in ("it", "they", "we")
        and line.is_verb(deed)
        and not line.units[deed].negated
        and not line.units[deed].modal
    ):
        if _is_doing(line, deed):
            yield from drafts(line, at, Stance.CLAIMED, line.parties_before(speaker), line.stretch(own), "B23-said-own")
    elif line.units[own].determiner in ("its", "their", "our") and line.units[own].sense("attack"):
        about = line.stretch(own)
        erred = about is not None and any(line.words(i) & words_of("mistake") for i in range(*about))
        if erred:
            yield from drafts(line, at, Stance.ADMITTED, line.parties_before(speaker), about, "B24-erred")


def _is_doing(line: Line, deed: int) -> bool:
    unit = line.units[deed]
    following = line.skip(deed + 1)
    if unit.lemma == "be":
        return line.word(following) in ("behind", "responsible") and is_wrong(line, line.stretch(following + 1))
    return (
        unit.lemma in ("carry out", "conduct", "perpetrate", "execute")
        and unit.voice is not Voice.PASSIVE
        and is_wrong(line, (following, following + 1))
    )


def unknown(line: Line, at: int) -> Iterator[BlameDraft]:
    """B25: "it was not clear who fired the rockets", "unclear who was behind the raid", "who did it is not known"."""
    if line.word(at) != "who" or at == 0:
        return
    before = range(max(0, at - 3), at)
    unclear = any(line.words(i) & {"unclear", "unknown", "uncertain"} for i in before)
    doubted = any(
        line.is_verb(i)
        and line.units[i].negated
        and line.words(i) & {"clear", "known", "certain", "know", "say", "sure"}
        for i in before
    )
    negated = any(line.is_verb(i) and line.units[i].negated for i in before) and any(
        line.words(i) & {"clear", "known", "certain"} for i in before
    )
    about = line.stretch(at + 1)
    if (unclear or doubted or negated) and is_wrong(line, about):
        yield from drafts(line, at, Stance.UNKNOWN, (), about, "B25-unknown")


def denied(line: Line, at: int) -> Iterator[BlameDraft]:
    """B30: "the army denied shelling the town", "rejected the accusations", "denies that it used gas", "denied any role"."""
    unit = line.units[at]
    if (
        not line.is_verb(at)
        or unit.negated
        or unit.modal in words_of("possible")
        or unit.lemma not in words_of("deny") | words_of("reject")
    ):
        return
    if unit.voice is Voice.PASSIVE or (unit.voice is Voice.BARE and line.word(at + 1) == "by"):
        yield from _denied_by(line, at)
        return
    thing = line.skip(at + 1)
    subject = line.subject(at)
    if (
        subject is None
        or _is_nobody(line.units[subject])
        or not _is_own(line, thing, subject, denies=unit.lemma in words_of("deny"))
    ):
        return
    yield from drafts(line, at, Stance.DENIED, _owners(line, subject), line.stretch(thing), "B30-denied")


def _is_own(line: Line, thing: int, speaker: int, *, denies: bool) -> bool:
    """Say whether what is denied is an accusation or a deed of one's own, and not a report about others or a request."""
    words = line.words(thing) | ({line.units[thing].word} if thing < len(line.units) else set())
    if words & words_of("withheld"):
        return False
    if words & words_of("accusation"):
        return True
    if not denies or thing >= len(line.units):
        return False
    if line.word(thing) == "that":
        own = line.skip(thing + 1)
        return (
            line.word(own) in _SELVES
            or line.units[min(own, len(line.units) - 1)].determiner in _SELVES
            or line.word(own) == line.word(speaker)
        )
    told = line.is_verb(thing) and line.units[thing].voice is Voice.ING
    return told or bool(words & words_of("own")) or line.word(thing) in _SELVES or is_wrong(line, (thing, thing + 1))


def _denied_by(line: Line, at: int) -> Iterator[BlameDraft]:
    """Read "the accusations were denied by the army", "an accusation dismissed by the army"."""
    thing = line.subject(at)
    if (
        thing is not None
        and line.words(thing) & words_of("accusation")
        and line.word(at + 1) == "by"
        and line.is_noun(at + 2)
    ):
        yield from drafts(line, at, Stance.DENIED, _owners(line, at + 2), (thing, at), "B30-denied-by")


def _owners(line: Line, at: int) -> tuple[Stretch, ...]:
    return line.parties_before(at)


def did_not(line: Line, at: int) -> Iterator[BlameDraft]:
    """B31: "the spokesman said the army did not carry out strikes", "insisted that they had never used such weapons"."""
    unit = line.units[at]
    if not line.is_verb(at) or not unit.negated or unit.modal or unit.lemma in words_of("check"):
        return
    about = line.stretch(at)
    subject = line.subject(at)
    if subject is None or about is None or not _is_deed(line, at) or not _is_told(line, at):
        return
    party = line.units[subject]
    if party.word in ("they", "it", "we") or party.any_sense("actor") or party.any_sense("group"):
        yield from drafts(line, at, Stance.DENIED, line.parties_before(subject), about, "B31-did-not")


def _is_deed(line: Line, at: int) -> bool:
    unit = line.units[at]
    following = line.skip(at + 1)
    if unit.voice is Voice.PASSIVE:
        return unit.lemma == "involve"
    if unit.lemma == "be":
        return line.word(following) in ("behind", "responsible", "involved")
    if unit.lemma in ("use", "possess", "have", "play"):
        return any(
            line.words(i) & {"weapon", "weapons", "role", "involvement", "gas", "part"}
            or line.units[i].any_sense("weapon")
            for i in range(at + 1, min(at + 3, len(line.units)))
        )
    light = unit.sense("attack-verb") is not None and unit.lemma in (
        "carry out",
        "conduct",
        "launch",
        "perpetrate",
        "commit",
        "target",
        "bomb",
        "strike",
        "shell",
    )
    return light and is_wrong(line, (at, following + 1))


def _is_told(line: Line, at: int) -> bool:
    """Say whether a clause is reported speech: a verb of saying stands before it, or closes the sentence."""
    return any(
        line.is_verb(i) and line.units[i].lemma in words_of("speech") and not line.units[i].negated
        for i in range(len(line.units))
        if i != at
    )


def called_false(line: Line, at: int) -> Iterator[BlameDraft]:
    """B32: "the ministry said the accusation was a fabrication", "called the reports baseless"."""
    if not line.words(at) & words_of("false") or at < 2:  # noqa: PLR2004 - something must stand before it
        return
    say = next(
        (
            i
            for i in range(at - 1, max(-1, at - 9), -1)
            if line.is_verb(i) and line.units[i].lemma in words_of("speech") | {"call", "describe"}
        ),
        None,
    )
    spoken = say is not None and any(
        line.words(i) & words_of("accusation") | line.words(i) & {"attack", "reports", "report", "news"}
        for i in range(say + 1, at)
    )
    speaker = line.subject(say) if say is not None and spoken else None
    if (
        speaker is not None
        and say is not None
        and not any(line.is_verb(i) and line.units[i].negated for i in range(say, at))
    ):
        yield from drafts(line, at, Stance.DENIED, _owners(line, speaker), (say + 1, at + 1), "B32-called-false")


def admitted(line: Line, at: int) -> Iterator[BlameDraft]:
    """B33: "the alliance acknowledged killing three", "admits the raid"; B34: "has not acknowledged any deaths"."""
    unit = line.units[at]
    if (
        not line.is_verb(at)
        or unit.lemma not in words_of("admit")
        or unit.voice is Voice.PASSIVE
        or unit.modal in words_of("possible")
    ):
        return
    about = line.stretch(at + 1)
    subject = line.subject(at)
    if subject is None or not _tells_act(line, about):
        return
    stance, rule = (Stance.DENIED, "B34-not-admitted") if unit.negated else (Stance.ADMITTED, "B33-admitted")
    yield from drafts(line, at, stance, line.parties_before(subject), about, rule)


def _tells_act(line: Line, about: Stretch | None) -> bool:
    domains = ("attack-verb", "harm-verb", "attack", "effect", "damage-verb")
    kinds = (UnitKind.NOUN, UnitKind.VERB)
    near = line.units[about[0] : about[1]] if about else ()
    return any(unit.kind in kinds and any(sense.domain in domains for sense in unit.senses) for unit in near)
