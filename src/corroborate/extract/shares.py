"""Shares of a whole that a passage before theirs tells.

S01  people among the harmed, of the toll told last: "Five men died. … Two nurses were among the dead."
S02  tolls one behind the other, told as additions, that add up to one before them: "killed 16 people. … Nine died in
     Homs. Another seven died in Hama."; not to one of a headline alone, which adds up what a report tells of several
     events.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from corroborate.extract.groups import PERSON, may_be_among
from corroborate.extract.lexicon import rule_words
from corroborate.model.casualty import Effect, People, Qualifier
from corroborate.model.ids import MentionId
from corroborate.model.mention import Harm, Mention

_Pair = tuple[MentionId, MentionId]  # a share and its whole
_AMONG, _CARRIED = ("P03", "P09"), ("P06", "P08")
_OPENS, _ARTICLES = frozenset(("among", "amongst", "of")), frozenset(("the", "those"))
_BOUNDS = frozenset("at least about some nearly almost around more than up to another".split())
_HARMED = rule_words("harmed")
_ADDING = rule_words("adding")
_FEWEST = 3  # harmed: a smaller sum comes about by chance
_NEXT = 12  # tolls behind a whole that may be its shares


class _Toll(NamedTuple):
    """Harm told, and the number that its words say ("at least 29": 29; None for none)."""

    mention: Mention
    harm: Harm
    number: int | None

    def may_hold(self, other: "_Toll", *, unnamed: bool = False) -> bool:
        """Say whether people of one group may be a share of another, as far as words and numbers tell.

        `unnamed` says that who are called people alone may be of any group ("|one| of the wounded").
        """
        fewer = self.number is None or other.number is None or other.number < self.number
        part = other.harm.people
        return fewer and (may_be_among(part, self.harm.people) or (unnamed and part is People.PEOPLE))


def with_those_among(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return mentions in their order, people told to be among the harmed tied to the toll told last: S01."""
    return _tied(mentions, [pair for told in _by_effect(mentions) for pair in _among(told)])


def with_additions(mentions: Sequence[Mention], headlines: frozenset[MentionId]) -> tuple[Mention, ...]:
    """Return mentions in their order, tolls that add up to one before them tied to it: S02.

    `headlines` are the ids of those that headlines tell.
    """
    pairs = (pair for told in _by_effect(mentions) for pair in _added_up(told, headlines))
    return _tied(mentions, list(pairs))


def _by_effect(mentions: Sequence[Mention]) -> Iterable[Sequence[_Toll]]:
    tolls: dict[Effect, list[_Toll]] = {}
    for mention in mentions:
        content = mention.content
        if isinstance(content, Harm):
            tolls.setdefault(content.effect, []).append(_Toll(mention, content, _number(content)))
    return tolls.values()


def _tied(mentions: Sequence[Mention], pairs: Sequence[_Pair]) -> tuple[Mention, ...]:
    wholes = dict(pairs)
    return tuple(replace(one, part_of=wholes[one.id]) if one.id in wholes else one for one in mentions)


def _number(harm: Harm) -> int | None:
    low = harm.count.low
    return low - 1 if low and harm.count.qualifier is Qualifier.MORE_THAN else low


def _among(tolls: Sequence[_Toll]) -> Iterator[_Pair]:
    """Yield shares by S01, each with its whole: the nearest before it that is no share itself."""
    share: MentionId | None = None
    for at, toll in enumerate(tolls):
        carried = toll.mention.rule.startswith(_CARRIED) and share is not None
        share = None
        if toll.mention.part_of is None and (carried or is_among(toll.mention)):
            before = [one for one in reversed(tolls[max(0, at - _NEXT) : at]) if _stands_alone(one.mention)]
            before.sort(key=lambda one: one.number is None)  # rather a number than "women and children"
            whole = next((one.mention.id for one in before if one.may_hold(toll, unnamed=True)), None)
            if whole is not None:
                share = toll.mention.id
                yield share, whole


def _stands_alone(mention: Mention) -> bool:
    return mention.part_of is None and not is_among(mention)


def is_among(mention: Mention) -> bool:
    """Say whether people are told to be among the harmed: "women among the dead", "one of the dead", "two of them"."""
    words = mention.span.quote.casefold().split()
    named = zip(words, words[1:], words[2:], strict=False)
    told = [word for word in words if word not in _BOUNDS][1:3] == ["of", "them"]
    return (
        told
        or mention.rule.startswith(_AMONG)
        or any(
            opens in _OPENS and article in _ARTICLES and harm.strip(",.") in _HARMED for opens, article, harm in named
        )
    )


def _added_up(tolls: Sequence[_Toll], headlines: frozenset[MentionId]) -> Iterator[_Pair]:
    """Yield shares by S02, each with its whole."""
    wholes = [one for one in tolls if one.mention.part_of is None and one.number and not _is_person(one.mention)]
    for at, whole in enumerate(wholes):
        if whole.mention.id in headlines or (whole.number or 0) < _FEWEST:
            continue
        parts = [one for one in wholes[at + 1 : at + 1 + _NEXT] if whole.may_hold(one)]
        for share in _summing(parts, whole.number or 0):
            yield share.mention.id, whole.mention.id


def _is_person(mention: Mention) -> bool:
    """Say whether harm is told of somebody known, by a pronoun: "he was later killed"."""
    return not PERSON.isdisjoint(mention.span.quote.casefold().split())


def _summing(tolls: Sequence[_Toll], whole: int) -> Sequence[_Toll]:
    """Return the first run of two tolls or more that add up to a number, none where there is none."""
    numbers = [one.number or 0 for one in tolls]
    for first in range(len(tolls)):
        for last, total in enumerate(accumulate(numbers[first:]), first):
            if total == whole and any(map(_adds, tolls[first + 1 : last + 1])):
                return tolls[first : last + 1]
    return ()


def _adds(toll: _Toll) -> bool:
    """Say whether a toll is told as one more beside another: "another nine", "two others", "also died"."""
    words = toll.mention.span.quote.casefold().replace("more than", "").split()
    return not _ADDING.isdisjoint(words)
