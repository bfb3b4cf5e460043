"""Campaigns: a day on which one began dates no harm by itself, but opens the span of what it has done since."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from corroborate.locate.time_grammar import Link
from corroborate.locate.time_roles import Dated, Role
from corroborate.locate.time_words import word_lists
from corroborate.model.document import Passage, Token
from corroborate.model.mention import Attack, Harm, Mention

_REACH_OF_START = 8  # words between "began" and "offensive", and from there to the day
_REACH_OF_SUBJECT = 6  # words between "the offensive" and "has killed"
_REACH_OF_SINCE = 8  # words of "since the start of the country's long war"
_BEFORE = 16  # characters before a mention in which its auxiliary may stand


def starts_campaign(time: Dated, passage: Passage) -> bool:
    """Say whether a time is the day on which a campaign began: "launched an offensive on 3 May"."""
    if time.role is not Role.EVENT or time.expression.link is not Link.AT or time.days is None or time.days.days > 1:
        return False
    tokens, first, last = passage.tokens, time.expression.first, time.expression.last
    if first <= 1 and _tells_start([token.folded for token in tokens[last : last + 2 * _REACH_OF_START]]):
        return True
    return _tells_start([token.folded for token in tokens[max(0, first - 2 * _REACH_OF_START) : first]], to_end=True)


def _tells_start(words: Sequence[str], *, to_end: bool = False) -> bool:
    """Say whether words tell of a campaign's beginning; `to_end`: with no other clause between that and their end."""
    lists = word_lists()
    began = [n for n, word in enumerate(words) if word in lists["launched"]]
    if not began or (to_end and any(word in lists["clause"] for word in words[began[-1] :])):
        return False
    return not lists["campaign"].isdisjoint(words[max(0, began[-1] - _REACH_OF_START) :][: 2 * _REACH_OF_START])


def is_campaign_toll(passage: Passage, mention: Mention) -> bool:
    """Say whether it is what a campaign has done so far: "the offensive has killed 190", "since it began"."""
    if not isinstance(mention.content, (Harm, Attack)):
        return False
    if any(_names_start(words, "campaign") for words in _since_clauses(passage)):
        return True
    if isinstance(mention.content, Attack):
        return False
    low, high = mention.span.start - _BEFORE, mention.span.end
    return any(low <= token.start < high for token in _perfects(passage))


def is_since_war(passage: Passage, mention: Mention) -> bool:
    """Say whether it is harm since a war began: "nine people have died since the start of the war"."""
    harm = isinstance(mention.content, Harm)
    return harm and any(_names_start(words, "war") for words in _since_clauses(passage))


def tells_beginning(passage: Passage) -> bool:
    """Say whether time is counted from where a campaign or war began: "since the hostilities began on 10 May"."""
    return any(_names_start(words, name) for words in _since_clauses(passage) for name in ("campaign", "war"))


def is_since_event(passage: Passage, mention: Mention) -> bool:
    """Say whether it is harm up to now since something that the sentence gives no day: "have died since the coup"."""
    since = any(words[0] in word_lists()["article"] for words in _since_clauses(passage))
    return since and goes_on(passage, mention)


def goes_on(passage: Passage, mention: Mention) -> bool:
    """Say whether harm has befallen people up to now ("ten people |have been| killed"), as what lasts since a time."""
    if not isinstance(mention.content, Harm) or _PERFECT.isdisjoint(passage.said):
        return False
    words = [token.folded for token in passage.tokens if token.start < mention.span.end]
    return any(pair in _GOING_ON for pair in pairwise(words))


_PERFECT = frozenset(("has", "have"))
_GOING_ON = (("have", "been"), ("has", "been"), ("have", "died"), ("has", "died"), ("have", "fled"), ("has", "fled"))


def _names_start(words: Sequence[str], name: str) -> bool:
    """Say whether words name the beginning of a campaign or war, whichever list is asked for."""
    lists = word_lists()
    return not lists[name].isdisjoint(words) and not (lists["launched"] | lists["began"]).isdisjoint(words)


def _since_clauses(passage: Passage) -> Iterator[Sequence[str]]:
    """Yield the words behind each "since"."""
    if "since" not in passage.said:
        return
    words = passage.words
    for n, word in enumerate(words[:-1]):
        if word == "since":
            yield words[n + 1 : n + 1 + _REACH_OF_SINCE]


def _perfects(passage: Passage) -> Iterator[Token]:
    """Yield each "has" or "have" whose subject is a campaign."""
    lists = word_lists()
    if _PERFECT.isdisjoint(passage.said) or lists["campaign"].isdisjoint(passage.said):
        return
    subject = -_REACH_OF_SUBJECT - 1
    for n, (before, token) in enumerate(pairwise(passage.tokens)):
        if before.folded in lists["campaign"]:
            subject = n
        elif before.folded in lists["clause"] or before.text == ",":
            subject = -_REACH_OF_SUBJECT - 1
        if token.folded in _PERFECT and n - subject <= _REACH_OF_SUBJECT:
            yield token
