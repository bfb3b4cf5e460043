"""Attribution without a finite verb: "Source: …", "… Monitor" at the end of a headline, "X defended Y saying that"."""

from collections.abc import Sequence
from functools import cache

from corroborate.attribute.clauses import past_conjunction, word_at
from corroborate.attribute.cue import Cue, Side
from corroborate.attribute.lexicon import CueKind, Head, lexicon, word_class
from corroborate.attribute.naming import Phrase, parallel
from corroborate.attribute.phrases import phrases_after, phrases_before
from corroborate.attribute.words import capital, head_of, modifies, role
from corroborate.model.document import Passage, PassageKind, Token, TokenKind
from corroborate.model.source import SourceKind

_SAYING = word_class("saying")
_COLON = frozenset({"monitor", "rights", "media", "rescuer", "person", "body"})
_HEADLINE_WORDS = word_class("headline_modifiers")
_LEADING = 2  # words before the name in "Mr. Baker: …"
_STATED = 3  # words that a headline states before its source
_PERSONS = word_class("person_nouns") - {"activist"}
SIGNATURE = "signature"  # the rule that reads who signs a post
_ITS = frozenset({"its", "their"})
_DASHES = frozenset(("—", "–", "-", "―"))
_SIGNED = 14  # tokens of a signature up to its handle
_NOT_BEFORE = word_class("not_before_headline_sources")
_LOCATIVE = frozenset({"in", "at", "near", "inside", "outside", "across"})
_LONGEST_PLACE = 3  # words
_NAMED = frozenset({"monitor", "rights", "rescuer", "body", "medical"})  # that end a headline without a sign
_APART = frozenset({"source", "role", "authority"})  # whose nouns are a source only behind a place


def issued(passage: Passage, text: str) -> list[tuple[str, Phrase | None]]:
    """Return the documents that a passage names ("statement"), each with who issued it where that is told beside it."""
    tokens, documents = passage.tokens, _documents()
    found: list[tuple[str, Phrase | None]] = []
    if documents.keys().isdisjoint(passage.said):
        return found
    for at, token in enumerate(tokens):
        head = documents.get(token.folded)
        if head is None or not token.text[0].islower():
            continue
        by = next((i for i in range(at + 1, min(at + 4, len(tokens))) if tokens[i].folded in ("by", "from")), 0)
        issuers = phrases_after(tokens, by + 1, text) if by else _owners(tokens, at, text)
        found.append((head.noun, issuers[0] if issuers and issuers[0].group not in ("pronoun", "place") else None))
    return found


def _owners(tokens: Sequence[Token], at: int, text: str) -> tuple[Phrase, ...]:
    """Return who opens a sentence of "|its| first report", which is then of whom the sentence is."""
    owned = any(tokens[i].folded in _ITS for i in range(max(0, at - 3), at))
    opening = phrases_after(tokens, past_conjunction(tokens), text) if owned else ()
    return () if opening and opening[0].group in ("name", "evidence", "document") else opening


@cache
def _documents() -> dict[str, Head]:
    """Return the nouns for one document, by the word."""
    return {word: head for word, head in lexicon().heads.items() if head.group == "document" and not head.plural}


def gerund_alone(passage: Passage, text: str) -> list[Cue]:
    """Read "Moscow defended its ally saying that …": the subject of the sentence speaks."""
    if _SAYING.isdisjoint(passage.said):
        return []
    tokens = passage.tokens
    for at, token in enumerate(tokens):
        verb = lexicon().verbs.get(token.folded) if token.folded in _SAYING else None
        if (
            verb
            and at > 1
            and (verb.kind is CueKind.ACCUSE or word_at(tokens, at + 1) == "that" or token.folded == "saying")
        ):
            start = past_conjunction(tokens)
            speakers = phrases_after(tokens, start, text)
            if speakers and (speakers[0].entry or speakers[0].group not in ("name", "evidence", "pronoun")):
                return [Cue(at, at + 1, start, verb.kind, speakers, (), Side.RIGHT, "gerund")]
    return []


def with_saying(passage: Passage, text: str) -> list[Cue]:
    """Read "… |with police saying| five died": who stands between "with" and a verb of saying speaks behind it."""
    found: list[Cue] = []
    if "with" not in passage.said or _SAYING.isdisjoint(passage.said):
        return found
    tokens = passage.tokens
    for at, token in enumerate(tokens):
        verb = lexicon().verbs.get(token.folded) if token.folded in _SAYING else None
        if verb and verb.lemma == "point" and word_at(tokens, at + 2) != "finger":
            continue
        speakers = phrases_before(tokens, at - (word_at(tokens, at - 1) in ("all", "both")), text) if verb else ()
        first = min((phrase.first for phrase in speakers), default=0)
        if verb and first and tokens[first - 1].folded == "with":
            found.append(Cue(at, at + 1, first - 1, verb.kind, speakers, (), Side.RIGHT, "with-saying"))
    return found


def signature(passage: Passage, text: str) -> list[Cue]:
    """Read who signs a post that stands in a page."""
    signed = phrases_after(passage.tokens, 1, text) if is_signature(passage) else ()
    return [Cue(0, 1, 0, CueKind.SAY, signed[:1], (), Side.LEFT, SIGNATURE)] if signed else []


def is_signature(passage: Passage) -> bool:
    """Say whether a passage is the line under a post: "— Ali Noor (@alinoor) May 3, 2024"."""
    tokens = passage.tokens
    if not tokens or tokens[0].text not in _DASHES:
        return False
    handle = next((at for at, token in enumerate(tokens[:_SIGNED]) if token.text.startswith("@")), 0)
    return any(token.text == "(" for token in tokens[:handle])


def unmarked(passage: Passage, text: str) -> list[Cue]:
    """Read what has no verb: "Source: …" and, in headlines, "… : source", "… - source", "… Monitor"."""
    tokens = passage.tokens
    for at in range(1, min(len(tokens) - 1, 9)):
        if tokens[at].text == ":" and tokens[at].start - tokens[at - 1].end <= 1:
            found = phrases_before(tokens, at, text)
            allowed = (
                found
                and found[0].group not in ("evidence", "pronoun")
                and (passage.kind is PassageKind.HEADLINE or found[0].group in _COLON)
            )
            if allowed and min(phrase.start for phrase in found) <= _LEADING:
                return [Cue(at, at + 1, 0, CueKind.SAY, found, (), Side.RIGHT, "colon")]
    if passage.kind is PassageKind.HEADLINE:
        return _trailing(tokens, text)
    return [cue for cue in _trailing(tokens, text) if _closes(tokens, cue)] if ":" in passage.said else []


def _closes(tokens: Sequence[Token], cue: Cue) -> bool:
    """Say whether a source closes a sentence that is no heading: "The toll rises to 76|: monitor.|"."""
    return tokens[cue.start - 1].text == ":" and cue.speakers[-1].group in _COLON


def _trailing(tokens: Sequence[Token], text: str) -> list[Cue]:
    end = next((i for i in range(1, len(tokens)) if _is_masthead(tokens, i)), len(tokens))
    while end > 1 and tokens[end - 1].kind is TokenKind.PUNCTUATION and tokens[end - 1].text != ")":
        end -= 1
    start = end
    while start > 1 and (_may_end(tokens[start - 1]) if start == end else _may_lead(tokens, start - 1)):
        start -= 1
    set_off = tokens[(min(end, start)) - 1].text in (":", "-", "–", "—", ",", "|")
    if start == end:
        found = phrases_before(tokens, end, text)
        start = min((phrase.start for phrase in found), default=0)
        set_off = start >= _STATED and tokens[start - 1].text in (":", "-", "–", "—", "|")
        if not set_off and not (found and found[0].entry and found[0].entry.group in _NAMED and start >= _STATED):
            return []
    else:
        found = parallel(tokens, start, end, text)
    if not found or start < _STATED or tokens[start - 1].folded in _NOT_BEFORE:
        return []
    phrase = found[-1]
    bare = (phrase.group in ("monitor", "rescuer", "media", "activist", "rights") and phrase.head not in _PERSONS) or (
        phrase.head in ("group", "ngo") or (phrase.entry is not None and phrase.group in _NAMED)
    )
    apart = phrase.group in _APART and phrase.kind is not SourceKind.WITNESS and _behind_place(tokens, start)
    if not (bare or set_off or apart) or phrase.group == "person":
        return []
    return [Cue(start, end, start, CueKind.SAY, found, (), Side.LEFT, "headline-source")]


def _is_masthead(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a sign parts a headline from the name of its page: "… |-| World - News", "… || Times"."""
    if tokens[at].text == "|":
        return at > _STATED
    return tokens[at].text in _DASHES and word_at(tokens, at + 1) in ("region", "world", "news")


def _may_end(token: Token) -> bool:
    """Say whether a token may be the noun of a source with which a headline ends."""
    return head_of(token) is not None or role(token)


def _may_lead(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a token may stand before that noun; a nationality only behind the place of what is told."""
    return tokens[at].folded in _HEADLINE_WORDS or (modifies(tokens[at]) and _behind_place(tokens, at))


def _behind_place(tokens: Sequence[Token], start: int) -> bool:
    """Say whether a place ends before tokens[start], so that nothing told governs it ("used in Homs |scientists|")."""
    at = start
    while at > 0 and start - at < _LONGEST_PLACE and capital(tokens[at - 1]):
        at -= 1
    return 0 < at < start and tokens[at - 1].folded in _LOCATIVE
