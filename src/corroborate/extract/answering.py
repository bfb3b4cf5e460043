"""Responsibility that lies with somebody: responsible, behind it, a law broken, a crime of theirs, an allegation."""

from collections.abc import Iterator

from corroborate.extract.actors import is_actor
from corroborate.extract.laying import BlameDraft, is_wrong, laid
from corroborate.extract.line import Line, Stretch, words_of
from corroborate.extract.units import Voice

_UNNAMED = frozenset(("who", "those", "which", "whoever", "there", "it", "nobody", "no-one"))


def responsible(line: Line, at: int) -> Iterator[BlameDraft]:
    """B10: "the militia is responsible for the raid", "held the army responsible for", "may have been responsible"."""
    words = line.words(at)
    if not words & {"responsible", "accountable"} or at == 0:
        return
    about = line.stretch(at + 2) if line.word(at + 1) in ("for", "of") else None
    before = line.skip(at - 1, back=True)
    held = (
        line.is_noun(at)
        and line.word(at) in ("responsible", "accountable")
        and len(words) > 1
        and not words & {"those", "people", "one", "all"}
    )
    if (
        line.is_verb(before)
        and line.units[before].lemma in ("be", "consider", "hold", "deem", "remain")
        and not line.units[before].negated
    ):
        copular = line.units[before].lemma == "be" or line.units[before].voice is Voice.PASSIVE
        subject = line.subject(before)
        if copular and subject is not None and _is_named(line, subject):
            yield from laid(line, at, line.parties_before(subject), about, "B10-responsible")
        elif not copular and held:
            yield from laid(line, at, ((at, at + 1),), about, "B10-held-responsible")
    elif (
        line.is_noun(before)
        and _is_named(line, before)
        and line.units[before].word not in ("account", "people", "persons", "one")
        and not held
    ):
        verb = line.skip(before - 1, back=True)
        if line.is_verb(verb) and line.units[verb].lemma in ("hold", "consider", "deem", "find", "declare"):
            yield from laid(line, at, ((before, before + 1),), about, "B10-held-responsible")


def _is_named(line: Line, at: int) -> bool:
    return line.is_noun(at) and line.word(at) not in _UNNAMED and line.units[at].determiner != "no"


def lies_with(line: Line, at: int) -> Iterator[BlameDraft]:
    """B11: "responsibility for the raid lies with the army", "the army bears responsibility for the raid"."""
    if not line.is_noun(at) or line.word(at) not in ("responsibility", "blame"):
        return
    verb = line.skip(at - 1, back=True)
    if line.is_verb(verb) and line.units[verb].lemma in ("bear", "carry", "share") and not line.units[verb].negated:
        subject = line.subject(verb)
        about = line.stretch(at + 2) if line.word(at + 1) == "for" else None
        if subject is not None and _is_named(line, subject):
            yield from laid(line, at, line.parties_before(subject), about, "B11-bears")
        return
    lies = next(
        (
            i
            for i in range(at + 1, min(len(line.units), at + 14))
            if line.is_verb(i) and line.units[i].lemma in ("lie", "rest", "fall")
        ),
        None,
    )
    if lies is None:
        return
    named = line.skip(lies + 1) + 1
    if line.word(named - 1) in ("with", "on", "upon") and line.is_noun(named):
        yield from laid(line, at, line.parties(named), (at + 1 + (line.word(at + 1) == "for"), lies), "B11-lies-with")


def behind(line: Line, at: int) -> Iterator[BlameDraft]:
    """B12: "the militia was probably behind the raid", "the group is behind the killing", headline "army behind raid"."""
    if line.word(at) != "behind" or not line.is_noun(at + 1) or not is_wrong(line, (at + 1, at + 2)):
        return
    about = line.stretch(at + 1)
    before = line.skip(at - 1, back=True)
    if line.is_verb(before) and line.units[before].lemma == "be" and not line.units[before].negated:
        subject = line.subject(before)
    elif line.is_noun(before) and line.units[before].proper:
        subject = before
    else:
        return
    if subject is not None and _is_named(line, subject) and not line.units[subject].pronoun:
        yield from laid(line, at, line.parties_before(subject), about, "B12-behind")


def plotted(line: Line, at: int) -> Iterator[BlameDraft]:
    """B13: "the raid was plotted by the cell", "the cell planned the bombings", "played a role in the bombings"."""
    unit = line.units[at]
    if not line.is_verb(at) or unit.negated or unit.modal:
        return
    plots = unit.lemma in words_of("plot")
    if plots and unit.voice in (Voice.PASSIVE, Voice.BARE) and line.word(at + 1) == "by" and line.is_noun(at + 2):
        subject = line.subject(at)
        if subject is not None and is_wrong(line, (subject, at)):
            yield from laid(line, at, line.parties(at + 2), (subject, at), "B13-plotted-by")
        return
    about = _deed(line, at) if unit.voice is not Voice.INFINITIVE else None
    subject = line.subject(at) if about is not None else None
    if subject is not None and is_wrong(line, about) and _is_named(line, subject) and not line.units[subject].pronoun:
        yield from laid(line, at, line.parties_before(subject), about, "B13-part-in")


def _deed(line: Line, at: int) -> Stretch | None:
    """Return the deed that a verb of planning or of taking part governs."""
    unit = line.units[at]
    if unit.lemma in words_of("plot") and unit.voice not in (Voice.PASSIVE, Voice.ING):
        thing = line.skip(at + 1)
        told = (
            line.is_noun(thing)
            and line.units[thing].sense("attack") is not None
            and line.units[thing].determiner != "no"
        )
        return (thing, thing + 1) if told else None
    if (
        unit.lemma == "play"
        and line.is_noun(at + 1)
        and line.words(at + 1) & {"role", "roles", "part"}
        and line.word(at + 2) == "in"
    ):
        return line.stretch(at + 3)
    if (
        unit.lemma in ("involve", "implicate")
        and unit.voice in (Voice.PASSIVE, Voice.BARE)
        and line.word(at + 1) == "in"
    ):
        return line.stretch(at + 2)
    return None


def violated(line: Line, at: int) -> Iterator[BlameDraft]:
    """B14: "the army violated the truce", "has, it says, committed a violation of the resolution", "crimes committed by"."""
    unit = line.units[at]
    verbs = words_of("violate") | words_of("commit")
    if not line.is_verb(at) or unit.lemma not in verbs or unit.negated or unit.modal in words_of("possible"):
        return
    law = words_of("law")
    if unit.voice in (Voice.PASSIVE, Voice.BARE) and line.word(at + 1) == "by" and line.is_noun(at + 2):
        thing = at - 1
        if line.is_noun(thing) and (line.words(thing) & law):
            yield from laid(line, at, line.parties(at + 2), (thing, at), "B14-committed-by")
        elif line.is_noun(thing) and line.words(thing) & {"act", "acts"}:
            yield from laid(line, at, line.parties(at + 2), (thing, at), "B14-acts-by")
        return
    subject = line.subject(at)
    if subject is None or line.units[subject].pronoun:
        return
    wrong = next(
        (i for i in range(at + 1, min(at + 5, len(line.units))) if line.is_noun(i) and line.words(i) & law), None
    )
    if wrong is not None:
        yield from laid(line, at, _doers(line, subject), (at + 1, line.clause_end(wrong)), "B14-violated")
    elif line.is_noun(subject - 1) and line.words(subject - 1) & law and unit.lemma in words_of("commit"):
        yield from laid(line, at, line.parties(subject), (subject - 1, subject), "B14-is-committing")


def _doers(line: Line, subject: int) -> tuple[Stretch, ...]:
    """Return the parties of a subject; of "this attack by the army" those behind "by"."""
    if line.word(subject + 1) == "by" and line.is_noun(subject + 2):
        return line.parties(subject + 2)
    return line.parties_before(subject)


def alleged(line: Line, at: int) -> Iterator[BlameDraft]:
    """B15: "allegations of a gas attack by the army", "reported cases of torture by guards", "crimes by the militia"."""
    if not line.is_noun(at):
        return
    accusation = line.word(at) in (
        "allegations",
        "allegation",
        "accusations",
        "accusation",
        "cases",
        "reports",
        "claims",
        "evidence",
    )
    crime = line.word(at) in words_of("crime") | {"violation"}
    if not accusation and not crime:
        return
    by = line.find(frozenset(("by",)), at + 1, at + _NEAR)
    if by is None or not line.is_noun(by + 1) or any(line.is_verb(i) for i in range(at, by)):
        return
    about = (at + 2, by) if accusation else (at, by)
    if about[0] < about[1] and (crime or _is_abuse(line, about)) and is_actor(line.units[by + 1]):
        yield from laid(line, at, line.parties(by + 1), about, "B15-alleged")


_NEAR = 8


def _is_abuse(line: Line, about: Stretch) -> bool:
    """Say whether an alleged act is one that is charged, and not only told: abuses, gas, crimes."""
    grave = words_of("law") | {"torture", "abuse", "recruitment", "rape", "starvation", "executions", "looting"}
    inside = range(*about)
    return any(
        line.words(i) & grave or line.units[i].any_sense("attack") or line.units[i].any_sense("weapon") for i in inside
    )


def crimes_of(line: Line, at: int) -> Iterator[BlameDraft]:
    """B16: "condemned the crimes of the militia", "the army's crimes against civilians", "the regime's atrocities"."""
    if not line.is_noun(at) or not line.words(at) & words_of("crime"):
        return
    head = line.word(at) in words_of("crime")
    if (
        head
        and line.word(at + 1) == "of"
        and line.is_noun(at + 2)
        and (is_actor(line.units[at + 2]) or line.units[at + 2].any_sense("group"))
    ):
        yield from laid(line, at, line.parties(at + 2), (at, at + 1), "B16-crimes-of")
        return
    unit = line.units[at]
    words = [token.folded for token in line.tokens[unit.first : unit.last]]
    place = next((i for i, word in enumerate(words) if word in words_of("crime")), 0)
    owns = place > 0 and (words[place - 1] == "'s" or _is_lost_genitive(line, at, place))
    if owns and line.units[at].determiner not in ("its", "their", "his"):
        yield from laid(line, at, ((at, at + 1),), (at, at + 1), "B16-crimes")


def _is_lost_genitive(line: Line, at: int, place: int) -> bool:
    """See the owner in a text that lost its apostrophes: "Utopias crimes"."""
    token = line.tokens[line.units[at].first + place - 1]
    return token.text[:1].isupper() and token.folded.endswith("s") and len(token.folded) > 4  # noqa: PLR2004 - no acronym


def caused_share(line: Line, at: int) -> Iterator[BlameDraft]:
    """B17: "the militia caused a third of the civilian deaths": a share of harm laid at somebody's door."""
    unit = line.units[at]
    if not line.is_verb(at) or unit.lemma not in ("cause", "inflict") or unit.negated or unit.modal:
        return
    near = range(at + 1, min(at + 5, len(line.units)))
    shared = any(line.words(i) & words_of("share") for i in near)
    harmed = any(line.is_noun(i) and line.units[i].sense("effect") for i in near)
    subject = line.subject(at)
    if shared and harmed and subject is not None and is_actor(line.units[subject]):
        yield from laid(line, at, line.parties_before(subject), line.stretch(at + 1), "B17-share")
