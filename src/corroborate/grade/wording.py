"""Words without a number ("dozens") as the number that a methodology takes them for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corroborate.model.casualty import Count, Effect, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.figures import Figure
from corroborate.model.ids import ClaimId
from corroborate.model.mention import Method


@dataclass(frozen=True, slots=True)
class WordRule:
    """Words and the count that they stand for, None where they set no bound.

    It holds for `effects`, in incidents with an attack by one of `methods` (where these are empty: for any). Without
    `words` it is for harm that is told with no word of number at all ("civilians were killed"). `alone` says that it
    counts only where nobody gives a number, whatever the methodology says of other words.
    """

    words: tuple[str, ...]
    count: Count | None
    effects: tuple[Effect, ...]
    methods: tuple[Method, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """Vague words, as a reader is told of them, and the count that they are taken for; `alone` beside no number."""

    words: str
    count: Count
    alone: bool


def taken_for(
    figure: Figure, rules: Sequence[WordRule], claims: Mapping[ClaimId, Claim], methods: Sequence[Method]
) -> tuple[Figure, Counted] | None:
    """Return a vague figure with the count that its words are taken for, and how; None where they set none.

    Of several claims of an origin, that with the greatest low counts.
    """
    found = []
    for claim in figure.told:
        counted = _counted(claims[claim].span.quote, figure.effect, rules, methods)
        if counted is not None:
            found.append((counted, claim))
    if not found:
        return None
    most = max((counted for counted, _ in found), key=lambda counted: (counted.count.low or 0, counted.words))
    told = tuple(claim for counted, claim in found if counted == most)
    return replace(figure, count=most.count, claim=told[0], told=told), most


def count_of(low: int, high: int | None) -> Count:
    """Return the count between two ends; without a high one it is open."""
    if high is None:
        return Count(low, None, Qualifier.AT_LEAST)
    return Count.exactly(low) if low == high else Count(low, high, Qualifier.RANGE)


def _counted(quote: str, effect: Effect, rules: Sequence[WordRule], methods: Sequence[Method]) -> Counted | None:
    word = _first_word(quote, tuple(word for rule in rules for word in rule.words))
    for rule in rules:
        is_this = word in rule.words if word else not rule.words
        for_effect = not rule.effects or effect in rule.effects
        if is_this and for_effect and (not rule.methods or set(rule.methods) & set(methods)):
            told = f"“{word}”" if word else "words without a number"
            return None if rule.count is None else Counted(told, rule.count, rule.alone)
    return None


def _first_word(quote: str, words: tuple[str, ...]) -> str | None:
    """Return the first of these words in a quote, the longest of several at one place; None where there is none."""
    found = _pattern(words).search(" ".join(quote.casefold().split())) if words else None
    return found[0] if found else None


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted({word.casefold() for word in words}, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
