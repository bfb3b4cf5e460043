"""How many attacks a passage tells, where no number stands before the word for them: "twin", "three times".

N01  "twin bombings", "a triple blast"
N02  "was hit three times", "targeted twice"
N03  "the seventh attack since March", "the 21st attack this year"; not "the second attack"
N04  "the number of raids has risen to 33"; not "the number of raids in the town"
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from corroborate.extract.force import AttackDraft, Units, words_of
from corroborate.extract.lexicon import rule_words
from corroborate.extract.numerals import number_of
from corroborate.extract.units import Unit
from corroborate.model.casualty import VAGUE, Count
from corroborate.model.document import Token

_BEHIND = 14  # tokens behind a verb of force in which "three times" may stand
_SINCE = 12  # tokens behind an ordinal's noun in which "since", "this year" make it a running number
_NUMERAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_ONE = Count.exactly(1)
_TIMES_OVER = rule_words("times_over")


def counted(units: Units, tokens: Sequence[Token], draft: AttackDraft) -> Count:
    """Return how many attacks a draft tells, by N01 to N04, else what it says already."""
    trigger = units[draft.trigger]
    if draft.count not in (_ONE, VAGUE):
        return draft.count
    inside = tokens[trigger.first : trigger.last]
    total = _total(tokens, trigger)
    if total:
        return Count.exactly(total)
    if draft.rule == "A01-noun":
        folds = (_folds().get(token.folded) for token in inside if "tap" not in [each.folded for each in inside])
        fold = next((number for number in folds if number), 0) or _running(tokens, trigger)
        return Count.exactly(fold) if fold else draft.count
    times = _times(tokens[trigger.last : trigger.last + _BEHIND]) if draft.rule in ("A02-verb", "A03-fired") else 0
    return Count.exactly(times) if times else draft.count


@cache
def _folds() -> dict[str, int]:
    kinds = (("twofold", 2), ("threefold", 3), ("fourfold", 4))
    return {word: number for kind, number in kinds for word in words_of(kind)}


@cache
def _ordinals() -> dict[str, int]:
    words = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
    return {word: number for number, word in enumerate(words, start=2)}


def _running(tokens: Sequence[Token], noun: Unit) -> int:
    """Return the number of "the seventh attack since", "the 21st attack this year"; 0 for none."""
    words = [token.folded for token in tokens[max(0, noun.first - 1) : noun.last]]
    number = next((ordinal for ordinal in map(_ordinal, words) if ordinal), 0)
    behind = [token.folded for token in tokens[noun.last : noun.last + _SINCE]]
    return number if number and ("since" in behind or _spans(behind)) else 0


def _total(tokens: Sequence[Token], noun: Unit) -> int:
    """Return the number that "the number of" attacks has come to: "has risen to 33", "reached 129"; 0 for none."""
    before = [token.folded for token in tokens[max(0, noun.first - 2) : noun.first]]
    if before not in (["number", "of"], ["total", "of"]):
        return 0
    behind = tokens[noun.last : noun.last + _TOTAL]
    reached = (number_of(after.folded) for token, after in pairwise(behind) if token.folded in words_of("reaches"))
    return next((number for number in reached if number), 0)


def _ordinal(word: str) -> int:
    """Return the number of "seventh", "21st"; 0 for another word, and for the first of many."""
    numeral = _NUMERAL.fullmatch(word)
    number = int(numeral[1]) if numeral else _ordinals().get(word, 0)
    return number if number > 1 else 0


def _spans(words: Sequence[str]) -> bool:
    """Say whether words tell of a span over which things are counted: "this year", "in less than a week"."""
    spans = words_of("counted_over")
    now = any(word == "this" and behind in spans for word, behind in pairwise(words))
    within = [at for at, word in enumerate(words) if word in ("in", "within")]
    return now or any(not spans.isdisjoint(words[at + 1 : at + _SPAN]) for at in within)


_TOTAL = 40  # tokens behind "the number of raids" in which stands what it has come to
_SPAN = 6  # words of "in less than a week"


def _times(behind: Sequence[Token]) -> int:
    """Return how often what stands before some tokens was done: "twice", "five times"; 0 where it is not said."""
    for at, token in enumerate(behind):
        if token.text in ".;:":
            return 0
        if token.folded in _TIMES_OVER:
            return 2 if token.folded == "twice" else 3
        if token.folded == "times" and at:
            return number_of(behind[at - 1].folded)
    return 0
