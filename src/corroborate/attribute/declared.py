"""Reports that are somebody's words from end to end, as their headline or a bracket in front of them declares."""

from collections.abc import Sequence

from corroborate.attribute.clauses import word_at
from corroborate.attribute.lexicon import word_class
from corroborate.attribute.naming import Phrase, cut_name
from corroborate.attribute.phrases import phrases_after
from corroborate.attribute.words import DETERMINERS, head_of
from corroborate.model.document import Document, Passage, PassageKind, Token
from corroborate.model.source import SourceKind

_SPOKEN = word_class("spoken_texts")
_LEADING = word_class("before_spoken_texts")
_FIRST = 2  # passages in which a report declares what it is
_UP_TO = frozenset({",", "("})
_NO_SPEAKERS = frozenset({"place", "document", "evidence", "pronoun", "media"})


def declared(document: Document) -> tuple[int, int, int, Phrase] | None:
    """Return who speaks a whole report: the passage that says so, where its words stand there, and whom they name.

    A headline says so ("Remarks by President Anna Kline"), or the brackets of a monitoring service
    ("[speech] [President Anna Kline]").
    """
    for at, passage in enumerate(document.passages[:_FIRST]):
        found = _in_brackets(passage, document.plain) or _in_headline(passage, document.plain)
        if found is not None:
            return at, *found
    return None


def _in_headline(passage: Passage, text: str) -> tuple[int, int, Phrase] | None:
    tokens = passage.tokens
    if passage.kind is not PassageKind.HEADLINE or _SPOKEN.isdisjoint(passage.said):
        return None
    at = 0
    while word_at(tokens, at) in _LEADING:
        at += 1
    speakers = phrases_after(tokens, at + 2, text) if word_at(tokens, at) in _SPOKEN else ()
    if word_at(tokens, at + 1) not in ("by", "from") or not speakers or speakers[0].group in _NO_SPEAKERS:
        return None
    return at + 2, speakers[0].end, speakers[0]


def _in_brackets(passage: Passage, text: str) -> tuple[int, int, Phrase] | None:
    """Return whom the bracket names that stands behind one of a kind of speech: "[speech] |[the governor]|"."""
    tokens = passage.tokens
    if "[" not in passage.said:
        return None
    for at in range(len(tokens) - 4):
        if tokens[at].text == "[" and tokens[at + 1].folded in _SPOKEN and word_at(tokens, at + 3) == "[":
            close = next((i for i in range(at + 4, len(tokens)) if tokens[i].text == "]"), at + 4)
            speaker = _inside(tokens[:close], at + 4, text) if close > at + 4 else None
            return None if speaker is None else (at + 3, close + 1, speaker)
    return None


def _inside(tokens: Sequence[Token], start: int, text: str) -> Phrase | None:
    """Return whom tokens[start:] name: a person with a title, else the words up to a comma or bracket as they stand."""
    speakers = phrases_after(tokens, start, text)
    if speakers and (speakers[0].group == "person" or speakers[0].entry is not None):
        return speakers[0]
    start += tokens[start].folded in DETERMINERS
    end = next((i for i in range(start, len(tokens)) if tokens[i].text in _UP_TO), len(tokens))
    if end <= start or tokens[start].folded == "text":
        return None
    head = head_of(tokens[end - 1])
    kind = head.kind if head is not None else SourceKind.ORGANISATION
    return Phrase(start, end, cut_name(tokens, start, end, text), kind, "name", named=True)
