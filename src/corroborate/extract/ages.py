"""Ages behind people: "Ali Noor, 34, was", "two women aged 58 and 63", "his son (7)". They are left out of the units.

What tells how old somebody is stands between a subject and its verb, and between the members of a list; no rule needs
it there, but that it tells children from others.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from corroborate.extract.lexicon import Sense
from corroborate.extract.numerals import number_of
from corroborate.extract.units import Unit, UnitKind
from corroborate.extract.words import ADULT, Word
from corroborate.model.casualty import People
from corroborate.model.document import TokenKind

_OLDEST = 120  # years
_OPENERS = frozenset((",", "("))  # before a bare age
_AGED = frozenset(("aged", "age", "ages"))
_AS_YOUNG, _AS_OLD = ["as", "young", "as"], ["as", "old", "as"]
_JOINTS = frozenset(("and", "to", "or", ",", "-", "–", "&", "between", "from", "only", "just", "about"))
_BEHIND_BARE = frozenset("was has had is died who a an and".split())  # "were" counts what stands before it
_BEGINNING = _OPENERS | _AGED | {_AS_YOUNG[0], "born"}
_OF_DAYS = frozenset(("in", "on", "of"))
_CLOSES = frozenset(("aux", "modal", "conj", "prep"))  # what behind the second comma carries the clause on


class _Age(NamedTuple):
    """How old people are: the index behind the words that tell it, and whether all of them are children."""

    behind: int
    child: bool


def past_age(unit: Unit, words: Sequence[Word], at: int) -> tuple[Unit, int]:
    """Return a unit and the index behind the age told at an index, where it names people: children, if it says so."""
    if at >= len(words) or unit.kind is not UnitKind.NOUN or not _may_tell_age(words[at].folded):
        return unit, at
    if not (unit.proper or unit.any_sense("people")):
        return unit, _past_parted(words, at)
    age = _age(words, at) or _bare(unit, words, at)
    if age is None:
        return unit, at
    return (replace(unit, senses=_young(unit.senses), inner=_young(unit.inner)) if age.child else unit), age.behind


def _may_tell_age(word: str) -> bool:
    """Say whether an age can begin with a word: what most words answer with no."""
    return word in _BEGINNING or number_of(word) > 0


def _past_parted(words: Sequence[Word], at: int) -> int:
    """Return the index behind an age apart from whose it is: "(a man from the old city)|, aged 40|, died"."""
    opened = at + 1 < len(words) and words[at].folded == "," and words[at + 1].folded in _AGED
    years, behind = _years(words, at + 2, several=True) if opened else ([], at)
    return behind if years else at


def _young(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """Return senses with people as children ("her brother, 4")."""
    return tuple(Sense("people", People.CHILDREN) if sense.domain == "people" else sense for sense in senses)


def _age(words: Sequence[Word], at: int) -> _Age | None:
    """Return the age told at an index, right behind people; None where none is told."""
    sign = words[at].folded if words[at].folded in _OPENERS else ""
    first = at + bool(sign)
    if first < len(words) and (born := _past_birth(words, first)) > first:
        return _Age(born + 1 if sign == "(" else _past_comma(words, born), child=False)
    opened = _past_opener(words, first)
    told = opened > first
    years, behind = _years(words, opened, several=told)
    if not years:
        return None
    if words[behind : behind + 1] and words[behind].folded == ")":
        return _Age(behind + 1, max(years) < ADULT) if sign == "(" else None
    closed = behind < len(words) and words[behind].folded in (sign, ";")
    return _Age(_past_comma(words, behind), max(years) < ADULT) if told or closed else None


def _bare(unit: Unit, words: Sequence[Word], at: int) -> _Age | None:
    """Return the age right behind a name where commas are lost: "Ali Noor |34| was"; not "in Al Noor 34 were"."""
    named = unit.proper and not unit.senses and not unit.determiner and unit.last - unit.first > 1
    digits = words[at].token.kind is TokenKind.NUMBER and at + 1 < len(words) and words[at + 1].folded in _BEHIND_BARE
    if not (named and digits):
        return None
    opener = next((word for word in reversed(words[:at]) if word.first < unit.first), None)
    if opener is not None and opener.function() == "prep":
        return None
    age = number_of(words[at].folded)
    return _Age(at + 1, age < ADULT) if 0 < age <= _OLDEST else None


def _past_opener(words: Sequence[Word], at: int) -> int:
    """Return the index behind what opens an age: "|aged| 58", "|as young as| nine"."""
    if [word.folded for word in words[at : at + len(_AS_YOUNG)]] in (_AS_YOUNG, _AS_OLD):
        return at + len(_AS_YOUNG)
    return at + (at < len(words) and words[at].folded in _AGED)


def opens_age(words: Sequence[Word], at: int) -> bool:
    """Say whether a word opens an age, and is no part of the people before it ("two women |aged| 58")."""
    born = words[at].folded == "born" and _past_birth(words, at) > at
    return born or (words[at].folded in _AGED and bool(_years(words, at + 1, several=True)[0]))


def _past_birth(words: Sequence[Word], at: int) -> int:
    """Return the index behind the day or year of a birth told at an index: "(a man) |born in 1968|"."""
    if words[at].folded != "born":
        return at
    behind = at + 1
    while behind < len(words) and (
        words[behind].folded in _OF_DAYS
        or words[behind].function() == "month"
        or words[behind].token.kind is TokenKind.NUMBER
    ):
        behind += 1
    return behind if words[behind - 1].token.kind is TokenKind.NUMBER else at


def _years(words: Sequence[Word], at: int, *, several: bool) -> tuple[list[int], int]:
    """Return the ages from an index on, several where "aged" opens them, and the index behind them."""
    years: list[int] = []
    behind = at
    while at < len(words):
        word = words[at]
        number = number_of(word.folded)
        if 0 < number <= _OLDEST and not (years and not several):
            years.append(number)
            behind = at + 1
        elif not (several and word.folded in _JOINTS):
            break
        at += 1
    if years and [word.folded for word in words[behind : behind + 2]] == ["years", "old"]:
        behind += 2
    return years, behind


def _past_comma(words: Sequence[Word], at: int) -> int:
    """Return the index behind a comma that only closes an age: what follows carries the clause on."""
    if at + 1 >= len(words) or words[at].folded != ",":
        return at
    following = words[at + 1]
    carries = following.function() in _CLOSES or bool(following.entries.verb_forms)
    return at + 1 if carries and following.token.kind is TokenKind.WORD else at
