"""Cues: the words of a passage that attribute, with who speaks and which way they reach."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corroborate.attribute.lexicon import CueKind, Form, Verb, lexicon
from corroborate.attribute.phrases import (
    PRONOUNS,
    DATES,
    Phrase,
    capital,
    describe,
    head_of,
    parallel,
    phrases_after,
    phrases_before,
    role,
)
from corroborate.model.document import Passage, PassageKind, Token, TokenKind
from corroborate.model.source import SourceKind

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_QUOTES = frozenset({'"', "“", "”", "''", "``", "'", "’", "‘", "`"})
_COMMAS = frozenset({",", "—", "–", "-"}) | _QUOTES
_CLAUSE_OPENERS = frozenset(
    """but and while as although though after when because since that where whereas meanwhile however earlier later also
    yet so before until which who""".split()
)
_CLOSERS = frozenset({"", ".", ",", ";", "and", "but", "while", "adding", "as", "after", "in", "on", "at", "with", "without", "noting", "saying", "!", ")", "…", "blaming", "giving", "citing", "quoting"})
_TIMES = frozenset(
    """on late early in a an the statement monday tuesday wednesday thursday friday saturday sunday yesterday today
    earlier separately report its by phone telephone online twitter facebook its website here via""".split()
)
_NO_SOURCE = frozenset({"reports", "report", "state", "states"})
_TALKING = {("speaking", "to"), ("spoke", "to"), ("talking", "to"), ("interview", "with"), ("comments", "to"), ("remarks", "to"), ("speaking", "with")}


_RELATIVE = frozenset({"said", "says", "told", "reported", "claimed", "added"})
_SAYING = frozenset({"saying", "adding", "noting", "announcing", "stressing", "alleging", "accusing", "blaming", "declaring", "insisting", "arguing", "warning", "claiming", "stating"})


_COLON = frozenset({"monitor", "rights", "media", "rescuer", "person", "body"})
_HEADLINE_WORDS = frozenset("monitoring state war rights human civil local activist media news opposition official group medical security rescue".split())


_PUBLISHING = frozenset("publish release issue broadcast circulate share upload find post".split())
_WATCHING = frozenset("monitoring monitors monitor tracks tracking documents documenting".split())
_NOT_BEFORE = frozenset("on of by in at and for near to from the with against".split())


class Side(StrEnum):
    """Which way a cue reaches: over what follows, or over what stands before (and then on)."""

    RIGHT = "right"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Cue:
    """tokens[start:end] attribute; `first` is where the source phrase or the cue begins, whichever comes first.

    `speakers` are parallel sources, `relays` the chain behind them towards the publisher. `blame_only` where the
    words carry responsibility and nothing else ("claimed responsibility", "dismissed by").
    """

    start: int
    end: int
    first: int
    kind: CueKind
    speakers: tuple[Phrase, ...]
    relays: tuple[Phrase, ...]
    side: Side
    rule: str
    blame_only: bool = False


def cues(passage: Passage, text: str) -> tuple[Cue, ...]:
    """Return the cues of a passage in order."""
    tokens = passage.tokens
    verbs = lexicon().verbs
    found: list[Cue] = []
    for at, token in enumerate(tokens):
        word = token.folded
        cue = None
        if word == "according" and _word(tokens, at + 1) == "to":
            cue = _according(tokens, at, text)
        elif word in verbs and (token.text[0].islower() or passage.kind is PassageKind.HEADLINE):
            cue = _verb(tokens, at, verbs[word], text, found)
        if cue:
            found.append(cue)
    found = _talking(tokens, found, text)
    found = [cue for i, cue in enumerate(found) if not any(later.first < cue.start < later.start for later in found[i + 1 :])]
    if not any(cue.kind is not CueKind.ACT for cue in found):
        found = found + _gerund_alone(tokens, text) or _bare(passage, text)
    return tuple(found)


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].folded if 0 <= at < len(tokens) else ""


def _according(tokens: Sequence[Token], at: int, text: str) -> Cue | None:
    speakers = _issuer(tokens, phrases_after(tokens, at + 2, text), text)
    if not speakers:
        return None
    end = max(max(phrase.end for phrase in speakers), at + 2)
    opens = at == 0 or tokens[at - 1].folded in ("but", "while", "meanwhile", "and", ";", "however", "”", ".", "or")
    opens = opens or (at <= 5 and _opens_clause(tokens, at) and not any(_finite(token) for token in tokens[:at]) and at + 8 < len(tokens))
    return Cue(at, end, at, CueKind.SAY, speakers, (), Side.RIGHT if opens else Side.LEFT, "according-to")


def _issuer(tokens: Sequence[Token], speakers: tuple[Phrase, ...], text: str) -> tuple[Phrase, ...]:
    """Put who issued a statement, report or toll in its place ("a statement released on Sunday by the White Helmets")."""
    if len(speakers) != 1 or speakers[0].group not in ("document", "evidence") or speakers[0].organisation:
        return speakers
    for at in range(speakers[0].end, min(len(tokens) - 1, speakers[0].end + 7)):
        if tokens[at].folded in ("by", "from", "of"):
            issuers = phrases_after(tokens, at + 1, text)
            if issuers and issuers[0].group != "pronoun":
                return issuers
        if tokens[at].text in (",", ";"):
            break
    return speakers


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a clause begins at tokens[at]: at the start, after a comma, a conjunction, or a short adverbial."""
    if at == 0:
        return True
    before = tokens[at - 1]
    if before.text in (",", ";", ":", "—", "–", "-", ")") or before.text in _QUOTES or before.folded in _CLAUSE_OPENERS:
        return True
    return at <= 7 and not any(_finite(token) for token in tokens[:at]) and (tokens[0].folded in _ADVERBIAL or before.folded in _DAYS)


_ADVERBIAL = frozenset("on in at earlier later late early during for since last this by meanwhile yesterday today but and separately also a some".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_FINITE = frozenset("killed was were is are has have had died wounded injured hit struck targeted left led destroyed kills kill been".split())


def _finite(token: Token) -> bool:
    return token.folded in _FINITE


def _verb(tokens: Sequence[Token], at: int, verb: Verb, text: str, found: Sequence[Cue]) -> Cue | None:
    if verb.form is Form.GERUND:
        return _citing(tokens, at, verb, text, found)
    start = _skip_adverbs(tokens, at)
    auxiliaries = {token.folded for token in tokens[start:at]}
    if verb.form is Form.PAST and (auxiliaries & _BE) and not auxiliaries & {"have"} - auxiliaries & {"been"}:
        return _passive(tokens, at, start, verb, text)
    agent = _agent(tokens, at, verb, text)
    if agent:
        return agent
    return _inverted(tokens, at, verb, text) or _active(tokens, at, start, verb, text, found)


def _skip_adverbs(tokens: Sequence[Token], at: int) -> int:
    adverbs = lexicon().adverbs
    if at > 2 and tokens[at - 1].folded in DATES and tokens[at - 2].folded in ("in", "on", "last"):
        at -= 2
    while at > 0 and (tokens[at - 1].folded in adverbs or (tokens[at - 1].folded.endswith("ly") and not capital(tokens[at - 1]))):
        at -= 1
    return at


def _citing(tokens: Sequence[Token], at: int, verb: Verb, text: str, found: Sequence[Cue]) -> Cue | None:
    """Read "citing Y", "quoting Y": Y is the origin of what the cue before attributes, or stands alone."""
    if verb.kind is not CueKind.QUOTE:
        return None
    origins = _issuer(tokens, phrases_after(tokens, at + 1, text), text)
    if not origins or origins[0].group == "pronoun":
        return None
    side = Side.RIGHT if at == 0 else Side.LEFT
    return Cue(at, origins[-1].end, at, CueKind.QUOTE, origins, (), side, "citing")


def _passive(tokens: Sequence[Token], at: int, start: int, verb: Verb, text: str) -> Cue | None:
    by = next((i for i in range(at + 1, min(at + 5, len(tokens))) if tokens[i].folded == "by"), 0)
    agents = phrases_after(tokens, by + 1, text) if by else ()
    if verb.kind is CueKind.QUOTE:
        quoted = _subject(tokens, start, text)
        if not quoted:
            return None
        return Cue(at, agents[-1].end if agents else at + 1, quoted[0].start, verb.kind, quoted, agents, Side.RIGHT, "was-quoted-by")
    if not agents or agents[0].group == "pronoun" or not _source_like(agents[0]):
        return None
    only = verb.kind in (CueKind.CLAIM, CueKind.DENY, CueKind.ACCUSE)
    return Cue(at, agents[-1].end, at, verb.kind, agents, (), Side.LEFT, "passive-by", only)


def _agent(tokens: Sequence[Token], at: int, verb: Verb, text: str) -> Cue | None:
    """Read a reduced passive: "posted online by activists", "a bomb claimed by X", "as reported by X"."""
    if verb.form is not Form.PAST or verb.kind is CueKind.TELL:
        return None
    by = next((i for i in range(at + 1, min(at + 5, len(tokens))) if tokens[i].folded == "by"), 0)
    between = {token.folded for token in tokens[at + 1 : by]} if by else set()
    if not by or between & {"that", ",", ";", "the", "and"} or (by > at + 1 and not between & (_TIMES | _DAYS | {"youtube", "social", "media"})):
        return None
    agents = phrases_after(tokens, by + 1, text)
    if not agents or not _source_like(agents[0]) or agents[0].group == "pronoun":
        return None
    before = _word(tokens, at - 1)
    only = verb.kind in (CueKind.CLAIM, CueKind.DENY, CueKind.ACCUSE)
    side = Side.LEFT if before == "as" or only else Side.RIGHT
    return Cue(at, agents[-1].end, at - (before == "as"), verb.kind, agents, (), side, "participle-by", only)


def _inverted(tokens: Sequence[Token], at: int, verb: Verb, text: str) -> Cue | None:
    """Read '"…" said X': the verb follows the quote, or a comma, and the source follows the verb."""
    if not verb.strong and verb.lemma not in ("write", "note") or at == 0 or verb.kind is CueKind.TELL:
        return None
    before = tokens[at - 1]
    if not (before.text in _COMMAS or before.text in ("?", "!")) or _insert_ends(tokens, at):
        return None
    hearer = at + 1
    speakers = phrases_after(tokens, hearer, text)
    if not speakers or speakers[0].start > hearer + 2:
        return None
    speakers = _with_body(tokens, speakers, text)
    return Cue(at, max(phrase.end for phrase in speakers), at, verb.kind, speakers, (), Side.LEFT, "inverted")


def _insert_ends(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a comma before tokens[at] closes an insert ("X, head of Y, said")."""
    if tokens[at - 1].text != ",":
        return False
    return any(tokens[i].text == "," for i in range(max(0, at - 18), at - 1)) and not tokens[at - 2].text in _QUOTES


def _shared(tokens: Sequence[Token], at: int, text: str, found: Sequence[Cue]) -> tuple[Phrase, ...]:
    """Return the subject that a verb behind "and" shares with the verb before it ("activists mourned him and said")."""
    if _word(tokens, at - 1) not in ("and", "but"):
        return ()
    if found:
        return found[-1].speakers if found[-1].side is Side.RIGHT else ()
    opening = phrases_after(tokens, 0, text)
    return opening if opening and opening[0].group not in ("name", "evidence", "place") and opening[0].end < at else ()


def _active(tokens: Sequence[Token], at: int, start: int, verb: Verb, text: str, found: Sequence[Cue]) -> Cue | None:
    if _word(tokens, start - 1) == "to" or "to" in {token.folded for token in tokens[start:at]} - {"unable", "able"} and not {"unable", "able"} & {token.folded for token in tokens[start:at]}:
        return None
    speakers = _subject(tokens, start, text)
    shared = () if speakers or verb.form is Form.BASE else _shared(tokens, start, text, found)
    speakers = speakers or shared
    if speakers and speakers[0].head in ("we", "i"):
        return None
    if not speakers or not _agrees(tokens, at, start, verb, speakers):
        return None
    speakers = _with_body(tokens, speakers, text)
    carrier = _carrier(tokens, speakers, text)
    cue = _built(tokens, at, verb, carrier or speakers, text)
    if cue and shared:
        return replace(cue, first=at, side=Side.RIGHT)
    return replace(cue, relays=(*cue.relays, *speakers)) if cue and carrier and _hears(speakers[0]) else cue


def _carrier(tokens: Sequence[Token], speakers: tuple[Phrase, ...], text: str) -> tuple[Phrase, ...]:
    """Return who speaks where the phrase at the verb only carried it ("X in a statement published by Y said")."""
    start = speakers[0].start
    by = next((i for i in range(start - 1, max(0, start - 4), -1) if tokens[i].folded == "by"), 0)
    if not by:
        return ()
    for at in range(by - 1, max(0, by - 8), -1):
        head = head_of(tokens[at])
        if head and head.group == "document":
            opening = next((i for i in range(at - 1, max(0, at - 4), -1) if tokens[i].folded in ("in", "through")), 0)
            return phrases_before(tokens, opening, text) if opening else ()
    return ()


def _built(tokens: Sequence[Token], at: int, verb: Verb, speakers: tuple[Phrase, ...], text: str) -> Cue | None:
    first, end, rule = min(phrase.start for phrase in speakers), at + 1, verb.lemma
    relays: tuple[Phrase, ...] = ()
    only = verb.kind is CueKind.DENY or verb.kind is CueKind.ACCUSE and verb.lemma not in ("accuse", "blame", "attribute", "implicate")
    only = only or verb.lemma == "claim" and any(_word(tokens, i) in ("responsibility", "credit") for i in range(at + 1, at + 4))
    if verb.lemma == "claim" and any(_word(tokens, i) in ("life", "lives") for i in range(at + 1, at + 7)):
        return None
    if verb.kind is CueKind.TELL:
        hearers = phrases_after(tokens, at + 1, text)
        end = hearers[-1].end if hearers else at + 1
        relays = tuple(phrase for phrase in hearers if _hears(phrase))
        rule = "told"
    if verb.kind is CueKind.QUOTE or _as_saying(tokens, at):
        origins = phrases_after(tokens, at + 1, text)
        if origins and origins[0].group != "pronoun":
            return Cue(at, origins[-1].end, first, CueKind.QUOTE, origins, speakers, _side(tokens, first, origins[-1].end), "quoted", only)
        if verb.kind is CueKind.QUOTE:
            return None
    if verb.kind is CueKind.SHOW or speakers[0].group == "evidence":
        speakers = _maker(tokens, speakers, at, text)
    side = _side(tokens, first, end)
    return Cue(at, end, first, verb.kind, speakers, relays, side, rule, only)


def _as_saying(tokens: Sequence[Token], at: int) -> bool:
    return any(_word(tokens, i) == "as" and _word(tokens, i + 1) == "saying" for i in range(at + 1, at + 10))


def _hears(phrase: Phrase) -> bool:
    """Say whether who is told hands it on: a medium, a body that publishes; not "reporters", not a government."""
    if phrase.entry:
        return phrase.entry.group in ("media", "monitor", "body", "rescuer", "activist", "medical")
    return phrase.named and (phrase.group == "media" or phrase.organisation is not None and phrase.kind is SourceKind.MEDIA)


def _maker(tokens: Sequence[Token], speakers: tuple[Phrase, ...], at: int, text: str) -> tuple[Phrase, ...]:
    """Put who made or posted footage in its place ("footage posted by activists showed")."""
    for i in range(speakers[0].start, at):
        if tokens[i].folded in ("by", "from"):
            makers = phrases_after(tokens, i + 1, text)
            if makers and makers[-1].end <= at:
                return makers
    return speakers


def _subject(tokens: Sequence[Token], end: int, text: str) -> tuple[Phrase, ...]:
    """Return who stands as the subject of a verb at tokens[end], over inserts and relative clauses."""
    if end == 0:
        return ()
    before = tokens[end - 1]
    if before.text in (",", "—", "–", "-"):
        return _before_insert(tokens, end - 1, text)
    if before.folded in ("who", "which", "that"):
        if not any(token.folded in _RELATIVE for token in tokens[end : end + 3]):
            return ()
        at = end - 2 if _word(tokens, end - 2) == "," else end - 1
        return phrases_before(tokens, at, text)
    if before.text in _QUOTES and end > 3:
        opening = next((i for i in range(end - 2, max(0, end - 7), -1) if tokens[i].text in _QUOTES), 0)
        named = phrases_before(tokens, end - 1, text) if opening else ()
        outer = _antecedent(tokens, named[0], text) if named else ()
        return outer
    found = phrases_before(tokens, end, text)
    if found:
        outer = _antecedent(tokens, found[0], text)
        if outer:
            return (replace(outer[-1], organisation=outer[-1].organisation or _entry_name(found[0])),)
        return _first_name(tokens, _titled(tokens, found, text), text)
    far = _far_subject(tokens, end, text)
    return (_antecedent(tokens, far[0], text) or far) if far else ()


def _antecedent(tokens: Sequence[Token], phrase: Phrase, text: str) -> tuple[Phrase, ...]:
    """Return who a relative clause or a second name before the verb is about ("Rami … who heads the Observatory said")."""
    if phrase.group == "pronoun":
        return ()
    start = phrase.start
    for at in range(start - 1, max(0, start - 10), -1):
        word = tokens[at].folded
        if word in ("who", "which") or (word == "known" and _word(tokens, at + 1) == "as"):
            if _opening_noun(tokens, at + 1) >= start or (phrase.group == "person" and word == "known"):
                return ()
            at -= _word(tokens, at - 1) in ("also", "better", "commonly", "widely", ",")
            at -= _word(tokens, at - 1) == ","
            outer = phrases_before(tokens, at, text)
            known = outer and outer[0].group not in ("name", "pronoun", "place") and (outer[0].named or word == "who" or outer[0].plural)
            if phrase.group == "person" and outer and not outer[0].named:
                return ()
            return outer if known and (word != "who" or _opens_clause(tokens, outer[0].start) or start - at < 6) else ()
        if word in lexicon().verbs or word in (",", ";", "said"):
            break
    return ()


def _opening_noun(tokens: Sequence[Token], at: int) -> int:
    """Return where the noun begins whose determiners and modifiers may begin at tokens[at]."""
    while at < len(tokens) and (tokens[at].folded in ("the", "a", "an") or tokens[at].folded in lexicon().modifiers):
        at += 1
    return at


def _entry_name(phrase: Phrase) -> str | None:
    return phrase.entry.name if phrase.entry else phrase.organisation


def _first_name(tokens: Sequence[Token], found: tuple[Phrase, ...], text: str) -> tuple[Phrase, ...]:
    """Take the name before an apposition without commas ("the Observatory a Britain-based group said")."""
    phrase = found[0]
    at = phrase.start
    while at > 0 and tokens[at - 1].folded in ("a", "an", "the") or (at > 1 and tokens[at - 1].folded in lexicon().modifiers):
        at -= 1
    if len(found) > 1 or phrase.named or phrase.group == "pronoun" or at == phrase.start or not capital(tokens[at - 1]) and _word(tokens, at - 1) != ")":
        return found
    named = phrases_before(tokens, at, text)
    if len(named) != 1 or not named[0].named:
        return found
    titled = phrase.group == "role" and named[0].group == "person"
    if _word(tokens, at) not in ("a", "an") and named[0].start > 1 and not titled:
        return found
    if titled:
        return named
    if named[0].entry is None and (named[0].group != "person" or not _opens_clause(tokens, named[0].start)):
        return found
    if named[0].entry and named[0].entry.group == "place":
        return found
    return named


def _titled(tokens: Sequence[Token], found: tuple[Phrase, ...], text: str) -> tuple[Phrase, ...]:
    """Take the name that opens the sentence where only its long title stands before the verb."""
    phrase = found[0]
    if phrase.group != "role" or phrase.named or not 1 < phrase.start < 14 or any(_finite(token) for token in tokens[: phrase.start]):
        return found
    opening = phrases_after(tokens, 0, text)
    return opening if opening and opening[0].group == "person" and opening[0].end < phrase.start else found


def _before_insert(tokens: Sequence[Token], comma: int, text: str) -> tuple[Phrase, ...]:
    """Return the phrase before an insert that ends at a comma ("Fran Equiza, UNICEF's representative in Syria, said")."""
    for at in range(comma - 1, max(0, comma - 22), -1):
        if tokens[at].text in (",", "—", "–", "-"):
            found = phrases_before(tokens, at, text)
            if found:
                inner = describe(tokens, at + 1, comma, text)
                organisation = found[-1].organisation or (_entry_name(inner) if inner and found[-1].group == "person" else None)
                if found[-1].group != "pronoun" and (found[-1].named or found[-1].group in ("source", "witness", "activist", "role", "body")):
                    return (*found[:-1], replace(found[-1], organisation=organisation))
    found = phrases_before(tokens, comma, text)
    return found if found and found[0].named and _opens_clause(tokens, found[0].start - 1) else ()


def _far_subject(tokens: Sequence[Token], end: int, text: str) -> tuple[Phrase, ...]:
    """Look further left for a noun of sources with what is said of it ("a group monitoring the conflict said")."""
    ties = ("who", "that", "which", "monitoring", "identified", "known", "speaking", "in", "at", "from", "near", "reaching", "close", "familiar", "working", "based", "run", "inside", "whose", "on", "of", "for", "with", "called", "named")
    for at in range(end - 1, max(-1, end - 15), -1):
        if at + 1 >= end or tokens[at + 1].folded not in ties:
            continue
        head = head_of(tokens[at])
        if head or role(tokens[at]) or (tokens[at + 1].folded == "who" and capital(tokens[at])):
            found = phrases_before(tokens, at + 1, text)
            if found and found[0].group != "pronoun" and (_opens_clause(tokens, found[0].start - 1) or _opens_clause(tokens, found[0].start) or head):
                if any(token.folded in _WATCHING for token in tokens[at + 1 : end]):
                    return (replace(found[-1], group="monitor"),)
                return _first_name(tokens, found, text)
    return ()


def _with_body(tokens: Sequence[Token], speakers: tuple[Phrase, ...], text: str) -> tuple[Phrase, ...]:
    """Tie a person to the body that an apposition behind the name tells ("said Z, director of the Observatory")."""
    phrase = speakers[0]
    if len(speakers) > 1 or phrase.group != "person" or phrase.organisation or phrase.end + 1 >= len(tokens):
        return speakers
    at = phrase.end + (tokens[phrase.end].text == ",")
    if not any(role(token) for token in tokens[at : at + 4]):
        return speakers
    inner = describe(tokens, at, min(len(tokens), at + 10), text)
    return (replace(phrase, organisation=_entry_name(inner)),) if inner else speakers


def _source_like(phrase: Phrase) -> bool:
    return phrase.group != "name" or phrase.entry is not None


def _agrees(tokens: Sequence[Token], at: int, start: int, verb: Verb, speakers: tuple[Phrase, ...]) -> bool:
    """Say whether a phrase may be the subject of a verb in its form."""
    phrase = speakers[0]
    if verb.form is Form.BASE:
        auxiliaries = {token.folded for token in tokens[start:at]}
        if not (len(speakers) > 1 or phrase.plural or phrase.head in ("they", "we", "i") or auxiliaries or phrase.entry and phrase.entry.group in ("activist", "fighters", "rescuer")):
            return False
        if verb.lemma in ("report", "state", "document", "record", "count", "post", "claim") and not (auxiliaries or _word(tokens, at + 1) in ("that", "the", "a")):
            return False
    if verb.kind is CueKind.SEE:
        return phrase.group in ("witness", "media", "activist", "person", "medical") or phrase.head in ("he", "she", "they")
    if verb.kind is CueKind.SHOW:
        return phrase.group in ("evidence", "document")
    if phrase.group in ("evidence", "document") and (verb.kind is CueKind.DOCUMENT or verb.lemma == "post") and (phrase.group == "evidence" or verb.lemma in _PUBLISHING):
        return False
    if tokens[at].folded == "reports" and _word(tokens, at + 1) in ("of", "about", "on", "from", "out", "by"):
        return False
    return verb.strong or _source_like(phrase) or _word(tokens, at + 1) in ("that", "out")


def _side(tokens: Sequence[Token], first: int, end: int) -> Side:
    """Say which way a cue reaches whose phrase begins at `first` and whose words end at `end`."""
    at = end
    while at < len(tokens) and (tokens[at].folded in _TIMES or tokens[at].folded in DATES or (tokens[at].kind is TokenKind.NUMBER and tokens[at - 1].folded in DATES)):
        at += 1
    first -= _word(tokens, first - 1) in ("the", "a", "an")
    if _word(tokens, at) == "that" or _word(tokens, end) in (":", "“", '"', "``"):
        return Side.RIGHT
    if first > 0 and (tokens[first - 1].text in _QUOTES or _word(tokens, at) in ("", ".", "!", "…") or len(tokens) - at <= 1):
        return Side.LEFT
    if first == 0 or (_opens_clause(tokens, first) and _word(tokens, at) not in _CLOSERS):
        return Side.RIGHT
    return Side.LEFT if any(_finite(token) for token in tokens[:first]) or _word(tokens, at) in _CLOSERS else Side.RIGHT


def _talking(tokens: Sequence[Token], found: list[Cue], text: str) -> list[Cue]:
    """Add who was spoken to ("Speaking to AFP, X said") behind the speaker of the cue."""
    if not found:
        return found
    for at in range(len(tokens) - 2):
        if (tokens[at].folded, tokens[at + 1].folded) in _TALKING:
            hearers = tuple(phrase for phrase in phrases_after(tokens, at + 2, text) if _hears(phrase))
            near = next((i for i, cue in enumerate(found) if cue.start > at), len(found) - 1)
            if hearers and not found[near].relays:
                found[near] = replace(found[near], relays=hearers)
    return found


def _gerund_alone(tokens: Sequence[Token], text: str) -> list[Cue]:
    """Read "Moscow defended its ally saying that …": the subject of the sentence speaks."""
    for at, token in enumerate(tokens):
        verb = lexicon().verbs.get(token.folded)
        if verb and token.folded in _SAYING and at > 2 and (verb.kind is CueKind.ACCUSE or _word(tokens, at + 1) == "that" or token.folded == "saying"):
            start = 1 if tokens[0].folded in ("but", "and", "meanwhile", "however") else 0
            speakers = phrases_after(tokens, start, text)
            if speakers and (speakers[0].entry or speakers[0].group not in ("name", "evidence", "pronoun")):
                return [Cue(at, at + 1, start, verb.kind, speakers, (), Side.RIGHT, "gerund")]
    return []


def _bare(passage: Passage, text: str) -> list[Cue]:
    """Read what has no verb: "Source: …" and, in headlines, "… : source", "… - source", "… Monitor"."""
    tokens = passage.tokens
    for at in range(1, min(len(tokens) - 1, 9)):
        if tokens[at].text == ":" and tokens[at].start - tokens[at - 1].end <= 1:
            found = phrases_before(tokens, at, text)
            allowed = found and found[0].group not in ("evidence", "pronoun") and (passage.kind is PassageKind.HEADLINE or found[0].group in _COLON)
            if allowed and min(phrase.start for phrase in found) <= 2:
                return [Cue(at, at + 1, 0, CueKind.SAY, found, (), Side.RIGHT, "colon")]
    if passage.kind is PassageKind.HEADLINE:
        return _trailing(tokens, text)
    return []


def _trailing(tokens: Sequence[Token], text: str) -> list[Cue]:
    end = next((i for i in range(2, len(tokens)) if tokens[i].text in ("|", "-", "–") and _word(tokens, i + 1) in ("region", "world", "news", "ahram")), len(tokens))
    while end > 1 and tokens[end - 1].kind is TokenKind.PUNCTUATION and tokens[end - 1].text != ")":
        end -= 1
    start = end
    while start > 1 and (head_of(tokens[start - 1]) if start == end else tokens[start - 1].folded in _HEADLINE_WORDS):
        start -= 1
    set_off = tokens[(start if start < end else end) - 1].text in (":", "-", "–", "—", ",", "|")
    if start == end:
        found = phrases_before(tokens, end, text)
        start = min((phrase.start for phrase in found), default=0)
        set_off = start > 2 and tokens[start - 1].text in (":", "-", "–", "—", "|")
        if not set_off and not (found and found[0].entry and found[0].entry.group in ("monitor", "rights") and start > 2):
            return []
    else:
        found = parallel(tokens, start, end, text)
    if not found or start < 3 or tokens[start - 1].folded in _NOT_BEFORE:
        return []
    phrase = found[-1]
    bare = phrase.group in ("monitor", "rescuer", "media", "activist", "rights") or phrase.head in ("group", "ngo")
    if not (bare or set_off) or phrase.group == "person":
        return []
    return [Cue(start, end, start, CueKind.SAY, found, (), Side.LEFT, "headline-source")]


__all__ = ["PRONOUNS", "Cue", "Side", "cues"]
