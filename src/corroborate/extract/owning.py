"""Responsibility taken or admitted by those whose it is; and that nobody has taken it."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.extract.cast import is_armed
from corroborate.extract.groups import chain_end
from corroborate.extract.joining import is_by, is_nobody, names_party, parties, subject_parties, swallows
from corroborate.extract.laying import Act, BlameDraft, act_before, is_unclear, is_wrong, stated, unowned
from corroborate.extract.lexicon import rule_words
from corroborate.extract.line import Line, Stretch, words_of
from corroborate.extract.method_choice import author_class
from corroborate.extract.rules import begins
from corroborate.extract.units import UnitKind, Voice
from corroborate.model.mention import Stance

_OWNED_DEEDS = rule_words("owned_deeds")
_CLAIMS = rule_words("owning")
_CARRYING_OUT = rule_words("carrying_out")
_IDENTITIES = rule_words("identities")


@begins(*_OWNED_DEEDS)
def taken(line: Line, at: int) -> Iterator[BlameDraft]:
    """B20: "the group claimed responsibility for the blast"; B21: "no group has claimed it", "no claim of"."""
    if not line.is_noun(at) or line.word(at) not in _OWNED_DEEDS:
        return
    about = _responsible_for(line, at)
    if line.word(at - 1) == "of" and line.word(at - 2) in _CLAIMS:
        if is_nobody(line.units[at - 2]) or (line.is_verb(at - 3) and line.units[at - 3].negated):
            yield from unowned(Act(at, about, "B21-no-claim"), (at - 2, at))
        return
    if swallows(line, at, words_of("take")):
        act = Act(at, _first_act(line, about), "B20-claimed")
        yield from _each(line, about, stated(Stance.CLAIMED, _in_group(line, at), act))  # a headline's one group
        return
    verb = next((i for i in range(at - 1, max(-1, at - 5), -1) if line.is_verb(i)), None)
    if verb is not None and line.units[verb].lemma in words_of("take", "accept"):
        act = Act(at, _first_act(line, about), "B20-claimed")
        yield from _each(line, about, _taken_by(line, verb, act))


def _responsible_for(line: Line, at: int) -> Stretch | None:
    """Return the act of "responsibility (on Friday) for the raid"."""
    index = at + 1
    while index < min(at + 4, len(line.units)) and (
        line.units[index].kind is UnitKind.ADVERB or line.word(index) in ("on", "in", "late")
    ):
        index += 1
    return line.stretch(index + 1) if line.word(index) == "for" else None


def _first_act(line: Line, about: Stretch | None) -> Stretch | None:
    return next(_acts(line, about), about)


def _each(line: Line, about: Stretch | None, drafts: Iterator[BlameDraft]) -> Iterator[BlameDraft]:
    """Yield drafts about the first act of a list, each with the same about the other acts behind it."""
    others = list(_acts(line, about))[1:]
    for draft in drafts:
        yield draft
        yield from (replace(draft, first=act[0], last=act[1], trigger=act[0], about=act) for act in others)


def _acts(line: Line, about: Stretch | None) -> Iterator[Stretch]:
    """Yield each act of a list for which responsibility is taken: "|the blast in A|, |a raid on B| and |the siege|"."""
    if about is None:
        return
    first, last = about
    end = next(
        (i for i in range(first, len(line.units)) if line.is_verb(i) or line.word(i) in _LIST_ENDS), len(line.units)
    )
    for index in range(first + 1, end):
        joint = line.units[index - 1]
        joined = joint.kind is UnitKind.CONJUNCTION or joint.word == ","
        if joined and line.is_noun(index) and line.units[index].sense("attack") is not None:
            yield first, index - 1 - (line.units[index - 2].word == ",")
            first = index
    yield (first, last) if first == about[0] else (first, end)


_LIST_ENDS = frozenset((".", ";", ":", "”", '"', "which", "that", "who"))


def _in_group(line: Line, at: int) -> tuple[Stretch, ...]:
    """Return the party in a group that swallowed its verb: "|Red Brigade| claim responsibility"."""
    first = at
    while line.is_noun(first - 2) and line.word(first - 1) == "of":
        first -= 2
    return ((first, at + 1),)


def _taken_by(line: Line, verb: int, act: Act) -> Iterator[BlameDraft]:
    unit = line.units[verb]
    subject = line.subject(verb)
    if unit.modal in words_of("possible"):
        return
    named = _spoken_for(line, act) or subject_parties(line, verb)
    if subject is None and not unit.negated:
        return
    if subject is not None and line.units[subject].determiner == "any":
        if any(line.word(i) in ("nor", "neither") for i in range(max(0, subject - 3), subject)):
            yield from unowned(Act(act.trigger, act.about, "B21-unclaimed"), (subject, verb))
        return  # "nor has any group claimed responsibility", "should any group claim it"
    if subject is None or unit.negated or any(is_nobody(line.units[i]) for i in (subject, *(p[0] for p in named))):
        yield from unowned(Act(act.trigger, act.about, "B21-unclaimed"), (verb if subject is None else subject, verb))
        return
    stance = Stance.ADMITTED if unit.lemma in words_of("accept") else Stance.CLAIMED
    yield from stated(stance, named, act)


def _spoken_for(line: Line, act: Act) -> tuple[Stretch, ...]:
    """Return in whose name a caller takes responsibility: "on behalf of |the Red Front|"."""
    first = act.trigger + 1
    behalf = line.find(_IN_NAME, first, first + _NAMED)
    name = 0 if behalf is None else behalf + 1
    if behalf is not None and line.word(behalf) == "name":
        name = behalf + 2 if line.word(behalf - 1) == "in" and line.word(behalf + 1) == "of" else 0
    return parties(line, name) if name and line.is_noun(name) and names_party(line, name) else ()


_IN_NAME = frozenset(("on behalf of", "name"))
_NAMED = 12  # units behind "responsibility" in which stands in whose name it is taken


@begins(*_CLAIMS)
def claimed_act(line: Line, at: int) -> Iterator[BlameDraft]:
    """B22: "the group claimed the raid", "a raid claimed by the group", "responsibility was claimed by nobody"."""
    unit = line.units[at]
    if unit.sense("attack") and not unit.determiner and swallows(line, at, _CLAIMS):
        group = unit.any_sense("group")  # a headline's one group: "Red Brigade claims suicide attack"
        if group is not None and group.value == "armed_group":
            yield from stated(Stance.CLAIMED, _in_group(line, at), Act(at, line.stretch(at), "B22-claimed"))
        return
    if not line.is_verb(at) or unit.lemma != "claim" or unit.modal in words_of("possible"):
        return
    if is_by(line, at):
        yield from _claimed_by(line, at)
        return
    thing = line.skip(at + 1)
    force = line.is_noun(thing) and (line.units[thing].sense("attack") or line.word(thing) in words_of("killing"))
    told = force and not line.is_verb(thing + 1)
    subject = line.subject(at)
    if not told or subject is None or unit.voice is Voice.PASSIVE:
        return
    if is_nobody(line.units[subject]) or unit.negated:
        yield from unowned(Act(at, line.stretch(thing), "B22-unclaimed"), (subject, at))
    else:
        yield from stated(Stance.CLAIMED, subject_parties(line, at), Act(at, line.stretch(thing), "B22-claimed"))


def _claimed_by(line: Line, at: int) -> Iterator[BlameDraft]:
    """Read "the blast was claimed by the group", "responsibility (for it) was claimed by nobody"."""
    about = act_before(line, at)
    if about is None:
        return
    owned = bool(line.words(about[0]) & _OWNED_DEEDS)
    if not owned and not is_wrong(line, about):
        return
    answers = line.word(about[0] - 1) == "for" and line.words(about[0] - 2) & _OWNED_DEEDS
    act = Act(about[0] - 2 if answers else at, None if owned else about, "B22-claimed-by")
    if line.units[at].negated or is_nobody(line.units[at + 2]):
        yield from unowned(act, (at, at + 3))
    else:
        yield from stated(Stance.CLAIMED, parties(line, at + 2), act)


@begins(of=lambda: words_of("revenge"))
def retaliated(line: Line, at: int) -> Iterator[BlameDraft]:
    """B36: "the group said the raid was a response to the arrests"; not "officials said the raid was a response"."""
    copula = line.skip(at - 1 - (line.word(at - 1) == "in"), back=True)
    force = copula - 1
    if not line.is_noun(at) or not line.is_verb(copula) or line.units[copula].lemma != "be":
        return
    if line.units[copula].negated or not line.is_noun(force) or line.units[force].sense("attack") is None:
        return
    verb = next((i for i in range(force - 1, max(-1, force - 4), -1) if line.is_verb(i)), None)
    if verb is None or line.units[verb].lemma not in words_of("speech"):
        return
    subject = line.subject(verb)
    if subject is not None and (line.word(subject) in ("they", "we") or is_armed(line.units[subject])):
        yield from stated(Stance.CLAIMED, subject_parties(line, verb), Act(at, (force, force + 1), "B36-retaliated"))


@begins(of=lambda: words_of("speech"))
def said_own(line: Line, at: int) -> Iterator[BlameDraft]:
    """B23: "the group said it carried out the raid"; B24: "the army said its raids mistakenly killed"."""
    unit = line.units[at]
    if not line.is_verb(at) or unit.lemma not in words_of("speech"):
        return
    own = line.skip(at + 1 + (line.word(at + 1) == "that"))
    if not line.is_noun(own):
        return
    deed, about, subject = line.skip(own + 1), line.stretch(own), line.subject(at)
    owns = line.word(own) in ("it", "they", "we") and line.is_verb(deed) and _is_doing(line, deed)
    if owns and subject is not None and is_nobody(line.units[subject]):
        yield from unowned(Act(at, about, "B21-unclaimed"), (subject, at))
    elif unit.negated:
        return
    elif owns:
        yield from stated(Stance.CLAIMED, subject_parties(line, at), Act(at, about, "B23-said-own"))
    elif about is not None and _is_own_error(line, own, about):
        yield from stated(Stance.ADMITTED, subject_parties(line, at), Act(at, about, "B24-erred"))


@begins("we")
def we_did(line: Line, at: int) -> Iterator[BlameDraft]:
    """B45: "“We carried out the raid,” the commander said"; not "“We will carry out the raid,” he said"."""
    deed = line.skip(at + 1)
    verbs = (
        i for i in range(deed + 1, len(line.units)) if line.is_verb(i) and line.units[i].lemma in words_of("speech")
    )
    speaker = next((line.subject(verb) for verb in verbs), None)
    known = speaker is not None and speaker > deed and not line.units[speaker].pronoun
    if line.word(at) == "we" and known and line.is_verb(deed) and _is_doing(line, deed):
        yield from stated(Stance.CLAIMED, ((at, at + 1),), Act(at, line.stretch(at), "B45-we-did"))


def _is_own_error(line: Line, own: int, about: Stretch) -> bool:
    force = line.units[own].determiner in ("its", "their", "our") and line.units[own].sense("attack") is not None
    return force and any(line.words(i) & words_of("mistake") for i in range(*about))


def _is_doing(line: Line, deed: int) -> bool:
    unit = line.units[deed]
    following = line.skip(deed + 1)
    if unit.negated or unit.modal or following >= len(line.units):
        return False
    if unit.lemma == "be":
        owns = line.word(following) in ("behind", "responsible")
        return owns and is_wrong(line, line.stretch(following + 1))
    carries = unit.lemma in _CARRYING_OUT and unit.voice is not Voice.PASSIVE
    return carries and is_wrong(line, (following, following + 1))


@begins("who", "which")
def unknown(line: Line, at: int) -> Iterator[BlameDraft]:
    """B25: "it was not clear who fired the rockets", "it is unclear who was behind the raid"."""
    if line.word(at) not in ("who", "which") or at == 0:
        return
    near = range(max(0, at - 3), at)
    about = line.stretch(at + 1)
    if is_unclear(line, near, "knowing") and is_wrong(line, about):
        yield from unowned(Act(at, about, "B25-unknown"), (next(iter(near), at), at))


@begins(of=lambda: words_of("author"))
def unknown_authors(line: Line, at: int) -> Iterator[BlameDraft]:
    """B28: "the perpetrators remain unknown", "there are no reports on the identity of the attackers"."""
    if not line.is_noun(at) or line.word(at) not in words_of("author"):
        return
    behind = line.skip(chain_end(line.units, at))  # "the authors |of the raid| are unknown"
    if line.word(behind) == "have":
        behind = line.skip(behind + 1)
    copula = line.is_verb(behind) and line.units[behind].lemma in ("be", "remain", "stay")
    unclear = (copula and is_unclear(line, range(behind, line.skip(behind + 1) + 1))) or _is_unidentified(line, behind)
    near = range(max(0, at - 5), at)
    asked = any(line.word(i) in _IDENTITIES or line.word(i) == "on" for i in near)
    nothing = asked and any(line.units[i].quantity and is_nobody(line.units[i]) for i in near)
    if unclear or nothing:
        yield from unowned(Act(at, None, "B28-unknown-authors"), (next(iter(near), at), at))


def _is_unidentified(line: Line, at: int) -> bool:
    """Say whether a verb tells that nobody knows who they are: "(the gunmen) |have not been identified|"."""
    if not line.is_verb(at) or line.units[at].lemma not in words_of("identified"):
        return False
    yet = line.word(at - 1) == "yet"  # "have yet to be identified"
    return line.units[at].voice is Voice.PASSIVE and (line.units[at].negated or yet)


_DYING = frozenset(("die", "fall", "perish", "suffer", "sustain", "lose"))
_SELDOM = rule_words("seldom")


@begins(of=lambda: words_of("admit"))
def admitted(line: Line, at: int) -> Iterator[BlameDraft]:
    """B26: "the alliance acknowledged killing three", "admits the raid"; B27: "has not acknowledged any deaths"."""
    unit = line.units[at]
    verb = line.is_verb(at) and unit.lemma in words_of("admit") and unit.voice is not Voice.PASSIVE
    if not verb or unit.modal in words_of("possible") or (line.words(at) | line.words(at - 1)) & _SELDOM:
        return
    about = line.stretch(at + 1)
    subject = line.subject(at)
    if not _tells_act(line, about) or (subject is not None and line.word(subject) in words_of("teller")):
        return
    of_others = about is not None and _is_of_others(line, about)
    if of_others or (subject is not None and _is_of_rebels(line, subject, at + 1)):
        return
    if subject is not None and is_nobody(line.units[subject]):
        yield from unowned(Act(at, about, "B21-unclaimed"), (subject, at))
    else:
        stance, rule = (Stance.DENIED, "B27-not-admitted") if unit.negated else (Stance.ADMITTED, "B26-admitted")
        yield from stated(stance, subject_parties(line, at), Act(at, about, rule))


def _is_of_others(line: Line, about: Stretch) -> bool:
    """Say whether what is admitted is no deed of who admits it: possible only, done by others, or its own losses."""
    verb = next((i for i in range(*about) if line.is_verb(i)), None)
    if verb is not None and line.units[verb].modal in words_of("possible"):
        return True  # "that the raids could be linked to …"
    doer = verb + 2 if verb is not None and is_by(line, verb) else None
    if doer is not None:
        return not line.units[doer].pronoun and line.units[doer].determiner not in ("its", "their", "his", "our")
    harmed = line.skip(about[0] + (line.word(about[0]) in ("that", "to")))
    people = line.units[harmed].sense("people") if line.is_noun(harmed) else None
    suffers = verb is None or line.units[verb].voice is not Voice.ACTIVE or line.units[verb].lemma in _DYING
    return people is not None and people.value == "combatants" and suffers


def _is_of_rebels(line: Line, speaker: int, that: int) -> bool:
    """Say whether what a clause tells is the deed of rebels, of whom who admits it is none: "that |rebels| took it"."""
    doer = line.skip(that + 1)
    if line.word(that) != "that" or not line.is_noun(doer) or line.units[doer].determiner in _OWN:
        return False
    told, own = (author_class(" ".join(line.words(i))) for i in (doer, speaker))
    return told in _OUTLAWS and own not in _OUTLAWS


_OWN = frozenset(("its", "their", "his", "her", "our", "my"))
_OUTLAWS = frozenset(("rebel", "extremist"))


def _tells_act(line: Line, about: Stretch | None) -> bool:
    domains = ("attack-verb", "harm-verb", "attack", "effect", "damage-verb")
    kinds = (UnitKind.NOUN, UnitKind.VERB)
    near = line.units[about[0] : about[1]] if about else ()
    return any(unit.kind in kinds and any(sense.domain in domains for sense in unit.senses) for unit in near)
