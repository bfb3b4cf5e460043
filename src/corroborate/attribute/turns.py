"""Turns and inserts: what square brackets tell of who speaks, and the words of a report without them."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.attribute.clauses import QUOTES, finite, past_conjunction, word_at
from corroborate.attribute.declared import declared
from corroborate.attribute.initials import is_initials
from corroborate.attribute.lexicon import lexicon, word_class
from corroborate.attribute.naming import Phrase
from corroborate.attribute.phrases import phrases_after
from corroborate.attribute.words import DETERMINERS, OF, capital, fits, head_of, joins_names, role
from corroborate.model.document import Document, Passage, PassageKind, Token, TokenKind
from corroborate.model.passing import passing

_OWN_PEOPLE = word_class("own_people")
_AUXILIARIES = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would", "to"})
_SPEAKERS = frozenset({"person", "name", "role", "source"})
_MARKS = frozenset({"", "-", "--", "–", "—", "]"}) | QUOTES  # before an insert that leads nothing in
_LEADING_IN = frozenset({"following", "follows"})
_LONGEST_MARK = 14  # tokens of "[General Ivan Petrov, head of the general staff]"
_SEVERAL = 2  # marks of a report in which people take turns


@passing
class Turn:
    """Who speaks a passage, by the mark at tokens[start:end] of passage `marked`, which stands in front of it."""

    marked: int
    start: int
    end: int
    speaker: Phrase


def turns(document: Document) -> dict[int, Turn]:
    """Return whose turn it is in which passages: of whom the report is, else of whom marks or points within it are."""
    whole = declared(document)
    found = _marked(document)
    if whole is None:
        return found
    at, start, end, speaker = whole
    turn = Turn(at, start, end, speaker)
    return dict.fromkeys(range(at, len(document.passages)), turn) | found


def _marked(document: Document) -> dict[int, Turn]:
    """Return whose turn it is where names in brackets tell it ("[Petrov] We have lost two men.").

    A turn lasts to the next mark or "[end recording]"; to the end of its paragraph where neither need follow.
    """
    opening = [at for at, passage in enumerate(document.passages) if passage.tokens and passage.tokens[0].text == "["]
    if not opening:
        return _statements(document)
    marks = {at: _mark(document.passages[at], document.plain) for at in opening}
    named = {at: Turn(at, *mark) for at, mark in marks.items() if mark is not None}
    several = sum(at in named or _is_over(document.passages[at]) for at in marks) >= _SEVERAL
    found: dict[int, Turn] = {}
    turn: Turn | None = None
    recording = False
    for at, passage in enumerate(document.passages):
        begins, ends = _recording(passage)
        recording = recording or begins
        is_over = turn is not None and document.passages[turn.marked].paragraph != passage.paragraph
        if at in named:
            turn = named[at]
        elif (at in marks and _is_over(passage)) or (is_over and not (recording or several)):
            turn = None
        if turn is not None and passage.kind is not PassageKind.ASIDE:
            found[at] = turn
        if ends:
            turn, recording = None, False
    return _statements(document) | found


def _statements(document: Document) -> dict[int, Turn]:
    """Return whose words the numbered points are that follow "The command issued the following communique:"."""
    found: dict[int, Turn] = {}
    passages = document.passages
    for at, passage in enumerate(passages[:-1]):
        if (
            passage.tokens[-1:]
            and passage.tokens[-1].text == ":"
            and not _LEADING_IN.isdisjoint(passage.said)
            and _is_point(passages[at + 1])
        ):
            found |= _points(document, at)
    return found


def _points(document: Document, at: int) -> dict[int, Turn]:
    passages, text = document.passages, document.plain
    speakers = phrases_after(passages[at].tokens, past_conjunction(passages[at].tokens), text)
    if not speakers or speakers[0].group in ("pronoun", "place", "evidence", "document"):
        return {}
    turn = Turn(at, speakers[0].start, speakers[0].end, speakers[0])
    last, number = at, passages[at + 1].paragraph
    for index in range(at + 1, len(passages)):
        if _is_point(passages[index]) and passages[index - 1].paragraph < passages[index].paragraph:
            last, number = index, passages[index].paragraph
        elif passages[index].paragraph == number:
            last = index
    return dict.fromkeys(range(at, last + 1), turn)


def _is_point(passage: Passage) -> bool:
    """Say whether a passage begins as a numbered point: "1. …", "2) …"."""
    return len(passage.tokens) > 1 and passage.tokens[0].kind is TokenKind.NUMBER and passage.tokens[1].text in ".)"


def _mark(passage: Passage, text: str) -> tuple[int, int, Phrase] | None:
    """Return where the bracket stands that names who speaks the passage it opens, and whom it names; None without."""
    tokens, at = passage.tokens, 0
    found: tuple[int, int, Phrase] | None = None
    while word_at(tokens, at) == "[":
        close = _closing(tokens, at)
        if close is None:
            return None
        speakers = phrases_after(tokens[:close], at + 1, text) if close - at <= _LONGEST_MARK else ()
        own = not _OWN_PEOPLE.isdisjoint(_folded(tokens, at, close))
        if speakers and not own and _speaks(speakers[0], text):
            found = (at, close + 1, speakers[0])
        at = close + 1
    goes_on = at < len(tokens) and (finite(tokens[at]) or tokens[at].folded in lexicon().verbs.keys() | _AUXILIARIES)
    return None if goes_on else found


def _speaks(phrase: Phrase, text: str) -> bool:
    """Say whether a bracket names somebody who may speak; by a word that no list has, only whom the report names."""
    return phrase.group in _SPEAKERS and (phrase.group != "name" or text.count(phrase.name) > 1)


def _recording(passage: Passage) -> tuple[bool, bool]:
    """Say whether "[begin recording]" stands in a passage, and whether "[end recording]" does."""
    if "recording" not in passage.said:
        return False, False
    before = [passage.words[at - 1] for at, word in enumerate(passage.words) if word == "recording" and at]
    return not {"begin", "start"}.isdisjoint(before), "end" in before


def _is_over(passage: Passage) -> bool:
    """Say whether a bracket that opens a passage gives the word back to the report's own people."""
    close = _closing(passage.tokens, 0)
    return close is not None and not _OWN_PEOPLE.isdisjoint(_folded(passage.tokens, 0, close))


def without_inserts(passage: Passage) -> Passage:
    """Return a passage for the reading of who speaks: without what brackets put in, of names only without the brackets.

    "[Colonel Ivan] Petrov" is one name; "the SDF [Syrian Democratic Forces]" is told in full before its bracket.
    """
    if "[" not in passage.said:
        return passage
    tokens = passage.tokens
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        close = _closing(tokens, at) if tokens[at].text == "[" else None
        if close is None:
            kept.append(tokens[at])
            at += 1
            continue
        if _is_part(tokens, at, close):
            kept.extend(tokens[at + 1 : close])
        at = close + 1
    return replace(passage, tokens=tuple(kept)) if kept else passage


def _is_part(tokens: Sequence[Token], at: int, close: int) -> bool:
    """Say whether words in brackets are part of their sentence, as a name's beginning or a verb's subject."""
    inner = range(at + 1, close)
    if not inner or not all(_names(tokens, i) for i in inner):
        return False
    if len(inner) == 1 and is_initials(tokens[at + 1].text) and at and head_of(tokens[at - 1]):
        return False  # "the press committee [COPREFA]"
    if at == 0 or (tokens[at - 1].text in _MARKS and tokens[at - 1].text not in QUOTES):
        following = word_at(tokens, close + 1)
        return following in lexicon().verbs or following in _AUXILIARIES
    return not _is_named(tokens[at - 1])


def _is_named(token: Token) -> bool:
    """Say whether a name stands before an insert, which then says it once more."""
    return capital(token) and not role(token)


def _names(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].folded
    return fits(tokens[at]) or word in OF or word in DETERMINERS or joins_names(tokens, at)


def _closing(tokens: Sequence[Token], at: int) -> int | None:
    """Return where the bracket closes that opens at tokens[at]; None where it does not."""
    return next((i for i in range(at + 1, len(tokens)) if tokens[i].text == "]"), None)


def _folded(tokens: Sequence[Token], start: int, end: int) -> frozenset[str]:
    return frozenset(token.folded for token in tokens[start:end])
