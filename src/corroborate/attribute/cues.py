"""Cues: the words of a passage that attribute, with who speaks and which way they reach."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from corroborate.attribute.actives import active, hears, source_like
from corroborate.attribute.clauses import DAYS, QUOTES, RELATIVES, TIMES, finite, opens_clause, word_at
from corroborate.attribute.cue import Cue, Predicate, Side
from corroborate.attribute.lexicon import CueKind, Form, Verb, lexicon, word_class
from corroborate.attribute.naming import Phrase
from corroborate.attribute.phrases import is_plain, phrases_after
from corroborate.attribute.plain import plain_after
from corroborate.attribute.subjects import subject, with_body
from corroborate.attribute.unmarked import gerund_alone, signature, unmarked, with_saying
from corroborate.attribute.words import DATES, DETERMINERS, capital, head_of, modifies
from corroborate.model.document import Passage, PassageKind, Token
from corroborate.model.source import SourceKind

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_COMMAS = frozenset({",", "—", "–", "-"}) | QUOTES
_TALKING = frozenset({"speaking", "spoke", "talking", "interview", "comments", "remarks"})
_WHEN = DATES | {"week", "month", "year", "night"}
_NOT_PASSIVE = word_class("no_passive_by")
_SHOWN = frozenset({"show", "broadcast", "air", "screen"})  # what is done on television
_SPEAKING = frozenset({"monitor", "source", "body", "authority", "media", "fighters", "rescuer", "activist"})
_POSSESSIVES = frozenset({"her", "his", "its", "our", "their"})
_CLOSED = frozenset({"", ".", ","})
_WENT = frozenset({"went", "goes"})
_OBJECTS = {"him": "he", "her": "she", "them": "they"}  # pronouns behind "according to"
_SAYS = frozenset({CueKind.SAY, CueKind.TELL})
_KEEPS_COUNT = frozenset({CueKind.DOCUMENT, CueKind.CONFIRM, CueKind.SEE})
_NAMES = frozenset({"write", "note"})  # weak verbs that whoever follows may govern
_MAY_FOLLOW = word_class("weak_verbs_before_sources") | _NAMES
_RULES = word_class("rules")
_SPEAKING_NOUNS = word_class("behind_rules")
_BLAMES = frozenset({CueKind.CLAIM, CueKind.DENY, CueKind.ACCUSE})
_CUTS = frozenset({"that", ",", ";", "the", "and"})  # words over which no "by" belongs to a verb
_BEFORE_NOUNS = frozenset({"against", "of", "between", "with", "into", "from", "than", "during", "amid", "among"})
_PUBLISHED = TIMES | DAYS | {"youtube"}  # of which one stands between them, where any word does
_SOON = 5  # words from a verb to its "by"
_SHORT = 4  # words that a statement has at the least


def cues(passage: Passage, text: str) -> tuple[Cue, ...]:
    """Return the cues of a passage in order."""
    tokens = passage.tokens
    verbs = lexicon().verbs
    found: list[Cue] = []
    opening = _opening()
    for at, word in enumerate(passage.words):
        if word not in opening:
            continue
        token, cue = tokens[at], None
        if word == "according" and word_at(tokens, at + 1) == "to":
            cue = _according(tokens, at, at + 2, text)
        elif word in _WENT and word_at(tokens, at + 1) == "on":
            cue = _went_on(tokens, at, text)
        elif word == "per" and at and tokens[at - 1].text in _COMMAS:
            cue = _according(tokens, at, at + 1, text)  # "…, per the ministry"
        elif word in verbs and (
            token.text[0].islower() or passage.kind is PassageKind.HEADLINE or _opens(verbs[word], at)
        ):
            cue = _verb(tokens, at, verbs[word], text, found)
        if cue:
            found.append(cue)
    found = _talking(tokens, found, text)
    found = [cue for i, cue in enumerate(found) if not any(_encloses(later, cue) for later in found[i + 1 :])]
    found = [cue for i, cue in enumerate(found) if not (i and _is_of_source(found[i - 1], cue))]
    found = [cue for i, cue in enumerate(found) if not (i and _is_content(tokens, found[i - 1], cue))]
    signed = signature(passage, text)
    if signed:
        return tuple(signed)
    found = sorted(found + with_saying(passage, text), key=lambda cue: cue.start)
    if not any(cue.kind is not CueKind.ACT for cue in found):
        found = found + gerund_alone(passage, text) or unmarked(passage, text)
    return tuple(found)


@cache
def _opening() -> frozenset[str]:
    """Return the words at which a cue can be read."""
    return frozenset((*lexicon().verbs, *_WENT, "according", "per"))


def _opens(verb: Verb, at: int) -> bool:
    """Say whether a verb in capitals opens its sentence: "Citing police, …"."""
    return at == 0 and verb.kind is CueKind.QUOTE and verb.form is Form.GERUND


def _encloses(later: Cue, cue: Cue) -> bool:
    """Say whether a cue stands inside the subject of a later one ("activists quoted by X said")."""
    inside = later.kind is not CueKind.ACT and later.first < cue.start < later.start
    return inside and cue.rule != "citing"


def _is_of_source(earlier: Cue, cue: Cue) -> bool:
    """Say whether a cue only is a word of who speaks in the one before ("according to rebel |reports|")."""
    return earlier.rule == "according-to" and cue.start < earlier.end


def _is_content(tokens: Sequence[Token], outer: Cue, cue: Cue) -> bool:
    """Say whether a cue is what another says of an unnamed body or its own: "X said |the hospital recorded| four"."""
    if outer.side is not Side.RIGHT or outer.kind not in _SAYS or cue.kind not in _KEEPS_COUNT:
        return False
    begins = outer.end + (word_at(tokens, outer.end) == "that")
    unnamed = all(phrase.entry is None and not phrase.named for phrase in cue.speakers)
    return unnamed and cue.speakers[0].group != "monitor" and begins <= cue.first <= begins + 2


def _according(tokens: Sequence[Token], at: int, start: int, text: str) -> Cue | None:
    """Read a preposition at an index before who speaks, whose words begin at `start`."""
    if _is_rule(tokens, start):
        return None
    found = _meant(tokens, start) or phrases_after(tokens, start, text) or plain_after(tokens, start, text)
    speakers = _issuer(tokens, found, text)
    if not speakers:
        return None
    end = max(start, *(phrase.end for phrase in speakers))
    opens = (
        at == 0
        or tokens[at].text[0].isupper()
        or tokens[at - 1].folded in ("but", "while", "meanwhile", "and", ";", "however", "”", ".", "or")
        or word_at(tokens, at - 1 - (word_at(tokens, at - 1) == ",")) in RELATIVES
    )
    opens = opens or (
        at <= _SHORT + 1
        and opens_clause(tokens, at)
        and not any(finite(token) for token in tokens[:at])
        and at + 8 < len(tokens)
    )
    return Cue(at, end, at, CueKind.SAY, speakers, (), Side.RIGHT if opens else Side.LEFT, "according-to")


def _is_rule(tokens: Sequence[Token], start: int) -> bool:
    """Say whether a law, plan or custom stands behind "according to", by which something is done."""
    at = start + (word_at(tokens, start) in DETERMINERS)
    while at < len(tokens) and at - start < _SHORT + 1 and (is_plain(tokens[at]) or modifies(tokens[at])):
        if tokens[at].folded in _RULES:
            return word_at(tokens, at + 1) not in _SPEAKING_NOUNS
        at += 1
    return False


def _meant(tokens: Sequence[Token], at: int) -> tuple[Phrase, ...]:
    """Return whom "according to |him|" means; nobody for "according to |her| father"."""
    head = _OBJECTS.get(word_at(tokens, at))
    if head is None or word_at(tokens, at + 1) not in _CLOSED | QUOTES:
        return ()
    plural = head == "they"
    kind, group = SourceKind.UNNAMED, "pronoun"
    return (Phrase(at, at + 1, tokens[at].text, kind, group, head=head, plural=plural, definite=True),)


def _went_on(tokens: Sequence[Token], at: int, text: str) -> Cue | None:
    """Read "Five died, |he went on|": who spoke before says what stands before it."""
    speakers = subject(tokens, at, text) if word_at(tokens, at + 2) in _CLOSED else ()
    if not speakers or word_at(tokens, speakers[0].first - 1) not in _COMMAS:
        return None
    return Cue(at, at + 2, speakers[0].first, CueKind.SAY, speakers, (), Side.LEFT, "went-on")


def _issuer(tokens: Sequence[Token], speakers: tuple[Phrase, ...], text: str) -> tuple[Phrase, ...]:
    """Put who issued a statement, report or toll in its place ("a toll released on Sunday by the White Helmets")."""
    if len(speakers) != 1 or speakers[0].group not in ("document", "evidence") or speakers[0].organisation:
        return speakers
    for at in range(speakers[0].start, min(len(tokens) - 1, speakers[0].end + 7)):
        if tokens[at].folded in ("by", "from", "of"):
            issuers = phrases_after(tokens, at + 1, text)
            if issuers and issuers[0].group != "pronoun":
                return issuers
        if tokens[at].text in (",", ";"):
            break
    return speakers


def _verb(tokens: Sequence[Token], at: int, verb: Verb, text: str, found: Sequence[Cue]) -> Cue | None:
    if verb.form is Form.GERUND:
        return _citing(tokens, at, verb, text)
    if verb.form is Form.PAST and word_at(tokens, at - 1) in DETERMINERS | _BEFORE_NOUNS:
        return None  # "as an |announced| offensive began", "strikes against |alleged| camps"
    start = _skip_adverbs(tokens, at)
    auxiliaries = {token.folded for token in tokens[start:at]}
    if verb.form is Form.PAST and (auxiliaries & _BE):
        return _passive(tokens, at, start, verb, text)
    agent = _agent(tokens, at, verb, text)
    if agent:
        return agent
    return (
        _inverted(tokens, at, verb, text)
        or active(tokens, Predicate(verb, at, start), text, found)
        or _inverted_bare(tokens, at, verb, text)
    )


def _skip_adverbs(tokens: Sequence[Token], at: int) -> int:
    adverbs = lexicon().adverbs
    if word_at(tokens, at - 1) in _WHEN and word_at(tokens, at - 2) in ("in", "on", "last", "this"):
        at -= 2
    while at > 0 and (tokens[at - 1].folded in adverbs or _in_ly(tokens[at - 1])):
        at -= 1
    return at


def _in_ly(token: Token) -> bool:
    """Say whether a word is an adverb by its ending, and no noun ("family") and no name ("Italy")."""
    return token.folded.endswith("ly") and not capital(token) and head_of(token) is None


def _citing(tokens: Sequence[Token], at: int, verb: Verb, text: str) -> Cue | None:
    """Read "citing Y", "quoting Y": Y is the origin of what the cue before attributes, or stands alone."""
    if verb.kind is not CueKind.QUOTE:
        return None
    origins = _issuer(tokens, phrases_after(tokens, at + 1, text), text)
    if not origins or origins[0].group == "pronoun":
        return None
    side = Side.RIGHT if at == 0 else Side.LEFT
    return Cue(at, origins[-1].end, at, CueKind.QUOTE, origins, (), side, "citing")


def _passive(tokens: Sequence[Token], at: int, start: int, verb: Verb, text: str) -> Cue | None:
    _, agents = _agents(tokens, at, text)
    if verb.kind is CueKind.QUOTE:
        quoted = subject(tokens, start, text)
        if not quoted:
            return None
        return Cue(
            at,
            agents[-1].end if agents else at + 1,
            quoted[0].start,
            verb.kind,
            quoted,
            agents,
            Side.RIGHT,
            "was-quoted-by",
        )
    if not agents and verb.lemma in _SHOWN and word_at(tokens, at + 1) == "on":
        agents = tuple(phrase for phrase in phrases_after(tokens, at + 2, text) if phrase.group == "media")
    if not agents or not source_like(agents[0]) or verb.lemma in _NOT_PASSIVE:
        return None
    return Cue(at, agents[-1].end, at, verb.kind, agents, (), Side.LEFT, "passive-by", verb.kind in _BLAMES)


def _agents(tokens: Sequence[Token], at: int, text: str) -> tuple[int, tuple[Phrase, ...]]:
    """Return where the "by" stands that soon follows tokens[at], with who stands behind it; no pronoun."""
    by = next((i for i in range(at + 1, min(at + _SOON, len(tokens))) if tokens[i].folded == "by"), 0)
    agents = phrases_after(tokens, by + 1, text) if by else ()
    if by and not agents:  # "verified by inspections |by| the commission"
        by = next((i for i in range(by + 1, min(by + _SOON, len(tokens))) if tokens[i].folded == "by"), 0)
        agents = phrases_after(tokens, by + 1, text) if by else ()
    return by, () if agents and agents[0].group == "pronoun" else agents


def _agent(tokens: Sequence[Token], at: int, verb: Verb, text: str) -> Cue | None:
    """Read a reduced passive: "posted online by activists", "a bomb claimed by X", "as reported by X"."""
    if verb.form is not Form.PAST or verb.kind is CueKind.TELL or verb.lemma in ("hold", "suspect"):
        return None  # "an area |held| by rebels"
    by, agents = _agents(tokens, at, text)
    between = {token.folded for token in tokens[at + 1 : by]}
    if not agents or not source_like(agents[0]) or between & _CUTS or not (by == at + 1 or between & _PUBLISHED):
        return None
    is_told, only = word_at(tokens, at - 1) == "as", verb.kind in _BLAMES
    side = Side.LEFT if is_told or only else Side.RIGHT
    return Cue(at, agents[-1].end, at - is_told, verb.kind, agents, (), side, "participle-by", only)


def _inverted(tokens: Sequence[Token], at: int, verb: Verb, text: str) -> Cue | None:
    """Read '"…" said X': the verb follows the quote, or a comma, and the source follows the verb."""
    if (not verb.strong and verb.lemma not in _MAY_FOLLOW) or at == 0 or verb.kind is CueKind.TELL:
        return None
    if (verb.lemma == "state" and verb.form is Form.BASE) or (verb.kind is CueKind.ACCUSE and _insert_ends(tokens, at)):
        return None  # ", |state| media quoted", "X, head of Y, |accused| Z, …"
    before = tokens[at - 1]
    if not (before.text in _COMMAS or before.text in ("?", "!")):
        return None
    speakers = phrases_after(tokens, at + 1, text)
    if not speakers or (_insert_ends(tokens, at) and not _stands_alone(tokens, speakers)):
        return None
    if (
        not verb.strong
        and verb.lemma not in _NAMES
        and not (source_like(speakers[0]) and _stands_alone(tokens, speakers))
    ):
        return None
    speakers = with_body(tokens, speakers, text)
    return Cue(at, max(phrase.end for phrase in speakers), at, verb.kind, speakers, (), Side.LEFT, "inverted")


def _stands_alone(tokens: Sequence[Token], speakers: tuple[Phrase, ...]) -> bool:
    """Say whether a source is all that follows a verb: no clause of which it is the subject ("said |her son|, who")."""
    owned = word_at(tokens, speakers[0].start - 1) in _POSSESSIVES
    return not owned and word_at(tokens, speakers[-1].end) in _CLOSED


def _inverted_bare(tokens: Sequence[Token], at: int, verb: Verb, text: str) -> Cue | None:
    """Read "… said X" in texts that lost their quotation marks: nobody stands before the verb, a name behind it."""
    if verb.lemma not in ("say", "add") or verb.form not in (Form.PAST, Form.THIRD) or at < _SHORT:
        return None
    speakers = phrases_after(tokens, at + 1, text)
    if not speakers or speakers[0].group == "place" or not (speakers[0].named or speakers[0].group in _SPEAKING):
        return None
    if speakers[-1].end < len(tokens) and finite(tokens[speakers[-1].end]):
        return None
    speakers = with_body(tokens, speakers, text)
    return Cue(at, max(phrase.end for phrase in speakers), at, verb.kind, speakers, (), Side.LEFT, "inverted-bare")


def _insert_ends(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a comma before tokens[at] closes an insert ("X, head of Y, said")."""
    if tokens[at - 1].text != ",":
        return False
    return any(tokens[i].text == "," for i in range(max(0, at - 18), at - 1)) and tokens[at - 2].text not in QUOTES


def _talking(tokens: Sequence[Token], found: list[Cue], text: str) -> list[Cue]:
    """Add who was spoken to ("Speaking to AFP, X said") behind the speaker of the cue."""
    if not found:
        return found
    for at in range(len(tokens) - 2):
        if tokens[at].folded in _TALKING and tokens[at + 1].folded in ("to", "with"):
            hearers = tuple(phrase for phrase in phrases_after(tokens, at + 2, text) if hears(phrase))
            near = next((i for i, cue in enumerate(found) if cue.start > at), len(found) - 1)
            if hearers and not found[near].relays:
                found[near] = replace(found[near], relays=hearers)
    return found
