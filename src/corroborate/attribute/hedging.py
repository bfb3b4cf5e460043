"""Hedges: which mentions a report marks as alleged, reported, suspected, not confirmed."""

from collections.abc import Iterator, Sequence
from functools import cache

from corroborate.attribute.lexicon import HedgeWords, Reach, lexicon, rows, word_class
from corroborate.attribute.words import NO_NAME
from corroborate.model.document import Passage, PassageKind, Token, TokenKind
from corroborate.model.mention import Blame, Kind, Mention, Stance
from corroborate.model.passing import passing

_LEFT_EDGES = frozenset({";", "but", "while", "which", "who", "that", "where", "whereas", "although"})
_RIGHT_EDGES = frozenset({";", "but", "while", "whereas", "although"})
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "`"})
_AGENTS = word_class("agents")
_PERCEIVED = word_class("perceived")
_OPENERS = frozenset({",", ";", ":", "but", "that", "—", "–"})
_SOON = 3  # words behind an adverb of doubt within which what it marks begins
_BEHIND_TRAILING = word_class("dates") | {
    "",
    ".",
    "in",
    "on",
    "at",
    "from",
    "here",
    "today",
    "yesterday",
    "late",
    "early",
}
_CAUSES = frozenset({"resulted", "resulting", "led", "leading", "caused", "causing", "provoked", "triggered", "ended"})
_RESUMING = frozenset({"was", "were", "is", "are", "has", "had"})
_OWNING = frozenset({"media", "press", "to", "also", "local"})  # before reports that are somebody's, or a verb
_NEAR = 5  # words that an adjective may stand before the noun it leads to


@passing
class Hedge:
    """A hedging word at [start, end) of the text, and the stretch [first, last) that it puts in doubt.

    `kinds` are the kinds of mention that it touches. A `tight` one reaches the mention around it, one that begins
    right after it, and one that ends at `behind`: its subject. With an `author` it touches only what such people are
    said to have done.
    """

    start: int
    end: int
    first: int
    last: int
    kinds: frozenset[Kind]
    rule: str
    tight: bool = False
    behind: int = -1
    author: str = ""

    def touches(self, mention: Mention) -> bool:
        """Say whether a mention is put in doubt."""
        span, content = mention.span, mention.content
        if mention.kind not in self.kinds or (isinstance(content, Blame) and content.stance is Stance.DENIED):
            return False  # "denied |reports of| a raid": the raid is in doubt, that it was denied is not
        if self.author and not any(self.author in name.casefold().split() for name in mention.by):
            return False
        if self.tight:
            return span.start <= self.start < span.end or self.end <= span.start < self.last or span.end == self.behind
        return span.start < self.last and self.first < span.end


_ACTS = frozenset({Kind.ATTACK, Kind.HARM, Kind.DAMAGE})
_ALL = _ACTS | {Kind.BLAME}


def hedges(passage: Passage) -> tuple[Hedge, ...]:
    """Return the hedges of a passage in order."""
    if lexicon().hedges.keys().isdisjoint(passage.said):
        return ()
    found = tuple(_found([token for token in passage.tokens if token.text not in _QUOTES]))
    return found or _by_reports(passage)


def _by_reports(passage: Passage) -> tuple[Hedge, ...]:
    """Read a headline that ends in reports of nobody: "Raid kills ten near Homs |Reports|"."""
    words = [token for token in passage.tokens if token.kind is TokenKind.WORD]
    if passage.kind is not PassageKind.HEADLINE or len(words) < _NEAR or words[-1].folded not in ("report", "reports"):
        return ()
    last = words[-1]
    if words[-2].folded in lexicon().heads or words[-2].folded in _OWNING:
        return ()
    return (Hedge(last.start, last.end, passage.start, last.start, _ACTS, "headline-reports"),)


def _found(tokens: Sequence[Token]) -> Iterator[Hedge]:
    listed, folded = lexicon().hedges, tuple([token.folded for token in tokens])
    at = 0
    while at < len(tokens):
        candidates = listed.get(folded[at])
        if candidates is None:
            at += 1
            continue
        words = next((one for one in candidates if folded[at : at + len(one.words)] == one.words), None)
        if words is None or _told_by_somebody(tokens, at) or _harmless(tokens, at + len(words.words), words):
            at += 1
            continue
        hedge = _hedge(tokens, at, words)
        if hedge:
            yield hedge
        at += len(words.words)


def _told_by_somebody(tokens: Sequence[Token], at: int) -> bool:
    """Say whether "reports" has an owner or is a verb ("media reports said", "the Observatory reports that")."""
    if (
        at == 0
        or tokens[at].folded not in ("reports", "report")
        or (at + 1 < len(tokens) and tokens[at + 1].folded in ("of", "out", "about"))
    ):
        return False
    before = tokens[at - 1]
    return before.folded in lexicon().heads or before.text[0].isupper() or before.folded in _OWNING


def _harmless(tokens: Sequence[Token], end: int, words: HedgeWords) -> bool:
    """Say whether what follows shows that nothing told is in doubt ("could be heard", "gas believed to be sarin")."""
    following = {token.folded for token in tokens[end : end + 1]}
    if words.id == "was-reported":
        return "by" in following
    if words.id == "may-have":
        return bool(following & _PERCEIVED)
    if words.reach is Reach.AUTHOR and _tells_age(tokens[end : end + _AGE]):
        return True  # "a bomber believed to be about 10 years old"
    near = {token.folded for token in tokens[end : end + 2]}
    return words.reach is Reach.AUTHOR and bool(near & _AGENTS)


def _tells_age(tokens: Sequence[Token]) -> bool:
    """Say whether words tell how old somebody is: "about 10 years old", "in her teens", "aged 10"."""
    words = [token.folded for token in tokens]
    return not _AGES.isdisjoint(words) or (words[:1] == ["in"] and not _OWNERS.isdisjoint(words[1:3]))


_AGE = 4  # words of "about ten years old"
_AGES = frozenset(("old", "year-old", "aged"))
_OWNERS = frozenset(("his", "her", "their"))


def _hedge(tokens: Sequence[Token], at: int, words: HedgeWords) -> Hedge | None:
    end = at + len(words.words)
    kinds = _ACTS if words.accusation else _ALL
    first, last = at, end
    match words.reach:
        case Reach.NEXT:
            return _adjective(tokens, at, end, words)
        case Reach.CLAUSE:
            first, last = _left(tokens, at, _LEFT_EDGES), _right(tokens, end)
        case Reach.AUTHOR:
            if tokens[end : end + 1] and tokens[end].folded == "to" and tokens[end - 1].folded == "likely":
                return None
            edges = frozenset({";", "but", "while"})
            first, last = (
                _left(tokens, at, edges if words.words[0] in ("which", "that", "we") else edges | {"and"}),
                len(tokens),
            )
        case Reach.AFTER:
            is_told_of = words.accusation and tokens[end : end + 1] and tokens[end].folded in ("of", "for")
            last = _resumption(tokens, end) if is_told_of else _right(tokens, end)
            first, last = (0, at) if _trails(tokens, at, end) else (at, last)
        case Reach.BEFORE:
            first, last = max(0, at - 6), end
        case Reach.SUBJECT:
            first = max(at - 9, _left(tokens, at, _LEFT_EDGES | {"and", ",", "after", "when"}))
        case Reach.SPAN:
            first, last = at, _soon(tokens, at, end)
    if last <= first:
        return None
    stretch = (tokens[first].start, tokens[last - 1].end)
    tight = words.reach is Reach.SPAN
    return Hedge(tokens[at].start, tokens[end - 1].end, *stretch, kinds, words.id, tight, _subject_end(tokens, at))


def _trails(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Say whether words of doubt stand behind what they mark: "Ten died|, it was reported| in Homs"."""
    following = tokens[end].folded if end < len(tokens) else ""
    return at > 1 and tokens[at - 1].text == "," and tokens[at].folded == "it" and following in _BEHIND_TRAILING


def _soon(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return how far an adverb of doubt reaches: over its clause where it opens it, or marks a cause; else a few words.

    Over an "or" it goes on. "The clashes apparently |led to| three deaths", not "The house, apparently empty, burned".
    """
    if at == 0 or tokens[at - 1].folded in _OPENERS or any(t.folded in _CAUSES for t in tokens[end : end + _NEAR - 1]):
        return _right(tokens, end)
    alternatives = any(token.folded == "or" for token in tokens[end : end + 2 * _SOON])
    return min(len(tokens), end + (3 if alternatives else 1) * _SOON)


def _subject_end(tokens: Sequence[Token], at: int) -> int:
    """Return where the subject ends that stands before an adverb and its auxiliaries ("the raids have allegedly …")."""
    while at > 0 and tokens[at - 1].folded in ("has", "have", "had", "was", "were", "is", "are", "been", "be"):
        at -= 1
    return tokens[at - 1].end if at else -1


def _left(tokens: Sequence[Token], at: int, edges: frozenset[str]) -> int:
    first = at
    while first > 0 and tokens[first - 1].folded not in edges:
        first -= 1
    return first


def _right(tokens: Sequence[Token], at: int) -> int:
    last = at
    while last < len(tokens) and tokens[last].folded not in _RIGHT_EDGES:
        if tokens[last].text == "," and last + 1 < len(tokens) and tokens[last + 1].folded in ("and", "as", "after"):
            break
        last += 1
    return last


def _resumption(tokens: Sequence[Token], at: int) -> int:
    """Return where a sentence goes on behind what somebody is accused of ("a man accused of spying |was killed|")."""
    last = _right(tokens, at)
    return next((i for i in range(at + 1, last) if tokens[i].folded in _RESUMING), last)


def _adjective(tokens: Sequence[Token], at: int, end: int, words: HedgeWords) -> Hedge | None:
    """Read what an adjective of doubt leads to: the act, the deaths, the hands, or only a suspect as such."""
    for i in range(end, min(len(tokens), end + _NEAR)):
        kind = _nouns().get(tokens[i].folded)
        if kind is None:
            continue
        if kind == "person":
            if any(token.folded in NO_NAME for token in tokens[end:i]):
                return None  # "the media |alleged| on Monday that rebels …"
            first, last = _left(tokens, at, _RIGHT_EDGES), _right(tokens, end)
            stretch = (tokens[first].start, tokens[last - 1].end)
            return Hedge(tokens[at].start, tokens[end - 1].end, *stretch, _ACTS, words.id, author=tokens[i].folded)
        if kind == "author":
            first, last, doubted = _left(tokens, at, _RIGHT_EDGES), len(tokens), Kind.ATTACK
        else:
            first, last, doubted = end, i + 1, Kind(kind)
        stretch = (tokens[first].start, tokens[last - 1].end)
        return Hedge(tokens[at].start, tokens[end - 1].end, *stretch, frozenset({doubted}), words.id)
    return None


@cache
def _nouns() -> dict[str, str]:
    return {word: row[1] for row in rows("hedged_nouns.tsv") for word in row[0].split()}
