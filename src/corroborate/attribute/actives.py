"""Active verbs of attribution: "X said", "X told Y", "X quoted Y as saying", "footage by X showed"."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.attribute.clauses import finite, past_times, side_of, word_at
from corroborate.attribute.cue import Cue, Predicate, Side
from corroborate.attribute.lexicon import CueKind, Form, Verb, lexicon, word_class
from corroborate.attribute.naming import Phrase
from corroborate.attribute.phrases import PRONOUNS, phrases_after, phrases_before
from corroborate.attribute.plain import plain_subject
from corroborate.attribute.subjects import is_issued, shared_subject, subject, with_body
from corroborate.attribute.words import AT, DATES, DETERMINERS, OF, head_of
from corroborate.model.document import Token

_ACCUSING = frozenset({"accuse", "blame", "attribute", "implicate"})
_ATTACKS = word_class("claimed_acts")
_MAY_SAY = frozenset({"unable", "able", "on"})  # words before "to say" with which it is said, or could not be
_GOES = frozenset({"go", "goes", "went"})
_CLAUSAL = frozenset({"say", "tell", "add"})  # verbs that take a clause, and no noun alone
_ENDS = frozenset({"", ".", ",", "on", "citing", "quoting"})
_OBSERVERS = frozenset({"monitor", "rights", "rescuer", "activist", "medical"})
_GUILTY = frozenset({"responsible", "accountable", "guilty"})
_ACCUSES_BY = {  # verbs that accuse where one of these words follows
    "charge": frozenset({"with"}),
    "suspect": frozenset({"of", "that", "behind", "responsible"}),
    "hold": _GUILTY,
    "find": _GUILTY,
    "indict": frozenset({"for", "on", "over", "of", "with", "in"}),
    "convict": frozenset({"for", "of", "over", "on"}),
}
_OF_THE_ACCUSED = frozenset({"with", "of", "for", "in", "on", "over", "by", "as", "to"})  # "a man |charged| with"
_NEAR = 10  # tokens behind a verb in which the word stands by which it accuses
_STATIONS = frozenset({"television", "tv", "radio", "newspaper", "broadcaster", "station"})
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_ACCUSER = 5  # words of a relative clause up to its verb
_AUXILIARIES = frozenset({"was", "were", "is", "are", "had", "has", "have"})
_SEEING = frozenset({"witness", "media", "activist", "person", "medical"})
_NEEDS_THAT = word_class("needs_that")
_TOLD_TO = frozenset({"report", "announce", "confirm", "reveal", "explain", "disclose", "admit", "state"})
_ENDING = frozenset({"", ".", ",", ";"})
_TOLLS = word_class("reports_of_harm")
_NOUN_BEFORE = word_class("noun_not_verb_before")
_PUBLISHES = word_class("publishes_documents")
_PUBLISHING = word_class("publishing")


def active(tokens: Sequence[Token], predicate: Predicate, text: str, found: Sequence[Cue]) -> Cue | None:
    """Read a verb whose subject speaks; `found` are the cues before it, whose subject it may share."""
    predicate = replace(predicate, start=_before_going_on(tokens, predicate.start))
    verb, at, start = predicate.verb, predicate.at, predicate.start
    if _is_accused(tokens, at, verb):
        return None
    auxiliaries = {token.folded for token in tokens[start:at]}
    if word_at(tokens, start - 1) == "to" or ("to" in auxiliaries and not auxiliaries & _MAY_SAY):
        return None
    speakers = subject(tokens, start, text)
    shared = () if speakers or verb.form is Form.BASE else shared_subject(tokens, start, text, found)
    speakers = speakers or shared or (plain_subject(tokens, start, text) if verb.lemma in _CLAUSAL else ())
    if speakers and speakers[0].head in ("we", "i"):
        return None
    if not speakers or not _agrees(tokens, predicate, speakers) or _is_nobody(tokens, speakers[0].first):
        return None
    speakers = with_body(tokens, speakers, text)
    carrier = _carrier(tokens, speakers, text)
    cue = _built(tokens, at, verb, carrier or speakers, text)
    if cue and shared:
        return replace(cue, first=at, side=Side.RIGHT)
    return replace(cue, relays=(*cue.relays, *speakers)) if cue and carrier and hears(speakers[0]) else cue


def _is_accused(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Say whether a verb only tells of what somebody is accused ("a man |accused| of spying"), and not who accuses.

    So not behind a relative, as in "the men whom the army |blamed| for it".
    """
    bare = verb.lemma in _ACCUSING and verb.form is Form.PAST and word_at(tokens, at + 1) in _OF_THE_ACCUSED - {"on"}
    return bare and _RELATIVE.isdisjoint(token.folded for token in tokens[max(0, at - _ACCUSER) : at])


def _is_nobody(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a subject is of none: "no |group|", "no person or |group|", "nor has any |group|"."""
    before = word_at(tokens, first - 1)
    return before in ("no", "any") or (
        before in ("or", "nor") and "no" in {word_at(tokens, first - 2), word_at(tokens, first - 3)}
    )


def _before_going_on(tokens: Sequence[Token], start: int) -> int:
    """Return where "went on" begins before a verb that it leads to; `start` where it does not."""
    on = word_at(tokens, start) == "to" and word_at(tokens, start - 1) == "on"
    return start - 2 if on and word_at(tokens, start - 2) in _GOES else start


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
    first, end, rule = min(phrase.first for phrase in speakers), at + 1, verb.lemma
    relays: tuple[Phrase, ...] = ()
    only = _lays_blame(tokens, at, verb)
    if verb.lemma == "claim" and any(word_at(tokens, i) in ("life", "lives") for i in range(at + 1, at + 7)):
        return None
    if verb.kind is CueKind.TELL:
        hearers = phrases_after(tokens, at + 1, text)
        end = hearers[-1].end if hearers else at + 1
        relays = tuple(phrase for phrase in hearers if hears(phrase))
        rule = "told"
    if verb.lemma in _TOLD_TO and word_at(tokens, at + 1) == "to":
        hearers = phrases_after(tokens, at + 2, text)
        end = hearers[-1].end if hearers else at + 1
        relays = tuple(phrase for phrase in hearers if hears(phrase))
    if verb.kind is CueKind.QUOTE or _as_saying(tokens, at):
        origins = phrases_after(tokens, at + 1, text)
        if origins and origins[0].group != "pronoun":
            return Cue(
                at,
                origins[-1].end,
                first,
                CueKind.QUOTE,
                origins,
                speakers,
                side_of(tokens, first, origins[-1].end),
                "quoted",
                only,
            )
        if verb.kind is CueKind.QUOTE:
            return None
    if verb.kind is CueKind.SHOW or speakers[0].group == "evidence":
        speakers = _maker(tokens, speakers, at, text)
    side = side_of(tokens, first, end, closes=_is_last(tokens, at, end, verb))
    if verb.kind is CueKind.SHOW and end + 1 < len(tokens):
        side = Side.RIGHT
    elif _is_put_in(tokens, speakers[0], end):
        side = Side.LEFT
    return Cue(at, end, first, verb.kind, speakers, relays, side, rule, only)


def _is_put_in(tokens: Sequence[Token], phrase: Phrase, end: int) -> bool:
    """Say whether an observer is put in behind what is told ("ten died in raids which |the Observatory said| were …").

    A party that is put in so ("rebels who |the army says| had fired") tells of no more than its own clause.
    """
    at = phrase.first - (word_at(tokens, phrase.first - 1) in DETERMINERS) - 1
    watches = phrase.group in _OBSERVERS and word_at(tokens, at) in ("which", "that") and at > 0
    return watches and word_at(tokens, end) in _AUXILIARIES


def _is_last(tokens: Sequence[Token], at: int, end: int, verb: Verb) -> bool:
    """Say whether no clause follows a verb that takes one: it closes what was said before it."""
    if verb.lemma not in _CLAUSAL or word_at(tokens, at - 1) in ("not", "n't", "never"):
        return False
    told = verb.kind is not CueKind.TELL and word_at(tokens, past_times(tokens, end)) in PRONOUNS | DETERMINERS
    return not (told or any(finite(token) for token in tokens[end:]))


def _lays_blame(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Say whether a verb speaks of responsibility alone ("claimed the attack", "denied it", "condemned the raid")."""
    if verb.kind is CueKind.DENY or (verb.kind is CueKind.ACCUSE and verb.lemma not in _ACCUSING):
        return True
    if verb.lemma != "claim" or word_at(tokens, at + 1) == "that":
        return False
    for i in range(at + 1, min(at + 6, len(tokens))):
        if tokens[i].folded in ("responsibility", "credit"):
            return True
        if tokens[i].folded in _ATTACKS:
            return i + 1 == len(tokens) or not finite(tokens[i + 1])
        if finite(tokens[i]):
            return False
    return False


def _as_saying(tokens: Sequence[Token], at: int) -> bool:
    return any(word_at(tokens, i) == "as" and word_at(tokens, i + 1) == "saying" for i in range(at + 1, at + 10))


def hears(phrase: Phrase) -> bool:
    """Say whether who is told hands it on: a medium, a body that publishes; not "reporters", not a government."""
    if phrase.entry:
        return phrase.entry.group in ("media", "monitor", "body", "rescuer", "activist", "medical")
    return phrase.group == "media" and (phrase.named or phrase.head in _STATIONS)


def _maker(tokens: Sequence[Token], speakers: tuple[Phrase, ...], at: int, text: str) -> tuple[Phrase, ...]:
    """Put who made or showed footage in its place ("footage posted by activists", "shown on television")."""
    for i in range(speakers[0].start, at):
        if tokens[i].folded in ("by", "from", "on"):
            makers = phrases_after(tokens, i + 1, text)
            if tokens[i].folded == "on" and (not makers or makers[0].group != "media" or _is_platform(makers[0])):
                continue
            if makers and makers[-1].end <= at:
                return makers
    return speakers


def _is_platform(medium: Phrase) -> bool:
    """Say whether a medium is one on which anybody posts, and which shows nothing itself ("social media")."""
    return medium.name.casefold().startswith("social ")


def _has_made(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether what somebody took or published speaks: "a film |made by locals| showed", "Reuters pictures"."""
    own = lexicon().heads.get(phrase.head)
    return (own is not None and own.group == "evidence") or is_issued(tokens, phrase)


def source_like(phrase: Phrase) -> bool:
    """Say whether a phrase is known to name a source, and is not just a name."""
    return phrase.group != "name" or phrase.entry is not None


def _agrees(tokens: Sequence[Token], predicate: Predicate, speakers: tuple[Phrase, ...]) -> bool:
    """Say whether a phrase may be the subject of a verb in its form."""
    phrase, verb, at = speakers[0], predicate.verb, predicate.at
    if verb.form is Form.BASE and not _base_agrees(tokens, predicate, speakers):
        return False
    if verb.kind is CueKind.SEE:
        return phrase.group in _SEEING or phrase.head in ("he", "she", "they")
    if verb.kind is CueKind.SHOW:
        shows = phrase.group in ("evidence", "document") or (phrase.group == "media" and not _is_platform(phrase))
        return shows or _has_made(tokens, phrase)
    if (
        phrase.group in ("evidence", "document")
        and (verb.kind is CueKind.DOCUMENT or verb.lemma == "post")
        and (phrase.group == "evidence" or verb.lemma in _PUBLISHING)
    ):
        return False
    apart = verb.form is Form.THIRD and head_of(tokens[at]) is not None and phrase.end < predicate.start - 1
    if apart or not _is_verb(tokens, at, verb, phrase):
        return False
    opens = (
        phrase.start <= 1
        and word_at(tokens, at + 1) not in ("in", "at", "on", "after", "by", "as")
        and (verb.kind in (CueKind.SAY, CueKind.REPORT, CueKind.CONFIRM) or verb.lemma in _ACCUSES_BY)
    )
    closes = verb.kind is CueKind.REPORT and word_at(tokens, at + 1) in _ENDS | DATES
    return verb.strong or source_like(phrase) or opens or closes or word_at(tokens, at + 1) in ("that", "out")


def _is_verb(tokens: Sequence[Token], at: int, verb: Verb, phrase: Phrase) -> bool:
    """Say whether a word that is a noun as well ("reports", "claims"), or says little alone ("found"), attributes."""
    following = word_at(tokens, at + 1)
    if verb.lemma == "post" and verb.form is Form.THIRD and phrase.group == "authority" and following != "on":
        return False  # "two army |posts|"
    if (verb.form is Form.THIRD and head_of(tokens[at])) or tokens[at].folded in (
        "claims",
        "notes",
        "counts",
        "estimates",
    ):
        named_so = verb.kind is CueKind.DOCUMENT and following in _ENDING  # "military intelligence |documents|."
        return following not in _NOUN_BEFORE and not named_so
    if verb.lemma in _ACCUSES_BY:
        accuses = _accuses(tokens, at, verb.lemma)
        if accuses or verb.lemma not in _NEEDS_THAT:
            return accuses
    if verb.lemma in _NEEDS_THAT:
        return following == "that" or word_at(tokens, at + 2) == "that"
    if verb.lemma in ("put", "raise", "revise", "give", "update", "lower"):
        return any(token.folded in _TOLLS for token in tokens[at + 1 : at + 5])
    if verb.lemma == "maintain":
        return following in PRONOUNS | DETERMINERS | {"that", "there"} or tokens[at + 1 : at + 2] == ()
    if verb.lemma == "point":
        return following == "out" or word_at(tokens, at + 2) == "finger"
    if verb.lemma in _PUBLISHES:
        heads = (head_of(token) for token in tokens[at + 1 : at + 7])
        return any(head is not None and head.group in ("document", "evidence") for head in heads)
    return True


def _accuses(tokens: Sequence[Token], at: int, lemma: str) -> bool:
    """Say whether a verb accuses by a word behind it ("|held| the army responsible"); not "by |suspected| rebels"."""
    near = {token.folded for token in tokens[at + 2 : at + _NEAR]}
    suffered = word_at(tokens, at + 1) in _OF_THE_ACCUSED or word_at(tokens, at - 1) in AT | OF | {"by"}
    return bool(near & _ACCUSES_BY[lemma]) and not suffered


def _base_agrees(tokens: Sequence[Token], predicate: Predicate, speakers: tuple[Phrase, ...]) -> bool:
    """Say whether a verb in its base form may stand behind its subject: a plural, or an auxiliary between them."""
    phrase, verb, at = speakers[0], predicate.verb, predicate.at
    auxiliaries = {token.folded for token in tokens[predicate.start : at]}
    if not (
        len(speakers) > 1
        or phrase.plural
        or (verb.kind is CueKind.SHOW and is_issued(tokens, phrase))
        or auxiliaries
        or (phrase.group == "name" and phrase.start == 0 and phrase.name.endswith("s"))
        or (phrase.entry and phrase.entry.group in ("activist", "fighters", "rescuer"))
    ):
        return False
    noun_too = verb.lemma in ("report", "state", "document", "record", "count", "post", "claim")
    opens = phrase.first == 0 and phrase.plural and predicate.start == phrase.end  # "Rescuers report gas attack"
    return not noun_too or bool(auxiliaries) or opens or word_at(tokens, at + 1) in ("that", "the", "a")
