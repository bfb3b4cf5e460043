"""What other mentions of the report tell of a place: the same figure as this one, a part of it, the same method."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations_with_replacement

from corroborate.model.mention import Attack, Damage, Harm, Mention
from corroborate.model.situation import Interval

_MOST_FIGURES = 20  # of a report that are tried as parts of a sum
Figure = tuple[str, int]  # an effect, and of how many people at the least


@dataclass(frozen=True, slots=True)
class Heard:
    """A mention with its passage, the places that its clause names, the figure of harm that it gives, and its day.

    `thing` is what it is about and the figure that it gives: equal in two mentions, they tell one thing twice.
    """

    mention: Mention
    passage: int
    clause: Sequence[int]
    figure: Figure | None
    day: Interval | None
    thing: tuple[str, object]


def heard(
    mentions: Sequence[Mention],
    passages: Sequence[int],
    clauses: Sequence[Sequence[int]],
    days: Sequence[Interval | None],
) -> tuple[Heard, ...]:
    """Return the mentions with the figure that each gives."""
    return tuple(
        Heard(mention, passage, clause, figure_of(mention), day, _thing(mention))
        for mention, passage, clause, day in zip(mentions, passages, clauses, days, strict=True)
    )


def echoes(mentions: Sequence[Heard]) -> list[dict[int, set[str]]]:
    """Return for each mention what the mentions of other passages say of each place that their clauses name.

    "other": they tell a different thing of the same kind. "figure-same", "figure-less", "figure-more": they give a
    figure of this one, only for lower ones of the same effect, for higher ones. "method-same", "method-other": they are
    attacks of this one's method, or none of them is. "day-same", "day-other": they happened on this one's day, or on
    other days.
    """
    placed = [other for other in mentions if other.clause]
    return [_of_one(mention, [other for other in placed if other.passage != mention.passage]) for mention in mentions]


def sums(mentions: Sequence[Heard]) -> list[bool]:
    """Return for each mention whether its figure is the sum of two or three lower ones: 42 of 19 and 23."""
    told: dict[str, set[int]] = {}
    for mention in mentions:
        if mention.figure is not None:
            told.setdefault(mention.figure[0], set()).add(mention.figure[1])
    lower = {effect: sorted(numbers) for effect, numbers in told.items()}
    return [one.figure is not None and _is_sum(one.figure[1], lower[one.figure[0]]) for one in mentions]


def _is_sum(number: int, figures: Sequence[int]) -> bool:
    lower = [figure for figure in figures if figure < number][:_MOST_FIGURES]
    parts = (combinations_with_replacement(lower, size) for size in (2, 3))
    return any(sum(some) == number for some in chain.from_iterable(parts))


def _of_one(one: Heard, others: Sequence[Heard]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    kind, thing = one.thing
    for other in others:
        words = set(_compared(one, other))
        if kind == other.thing[0] and thing != other.thing[1]:
            words.add("other")
        for place in other.clause if words else ():
            found.setdefault(place, set()).update(words)
    for words in found.values():
        for name in ("figure", "method", "day"):
            if f"{name}-same" in words:
                words -= {f"{name}-less", f"{name}-more", f"{name}-other"}
    return found


def _compared(one: Heard, other: Heard) -> Iterator[str]:
    if one.day is not None and other.day is not None:
        yield "day-same" if one.day == other.day else "day-other"
    if one.figure is not None and other.figure is not None and one.figure[0] == other.figure[0]:
        own, number = one.figure[1], other.figure[1]
        yield "figure-same" if number == own else "figure-less" if number < own else "figure-more"
    if isinstance(one.mention.content, Attack) and isinstance(other.mention.content, Attack):
        yield "method-same" if one.mention.content.method == other.mention.content.method else "method-other"


def figure_of(mention: Mention) -> Figure | None:
    """Return the effect and the lowest number of people of a mention of harm; None where it gives no number."""
    content = mention.content
    if isinstance(content, Harm) and content.count.low:
        return content.effect.value, content.count.low
    return None


def _thing(mention: Mention) -> tuple[str, object]:
    """Return what a mention is about and the figure that it gives."""
    content = mention.content
    if isinstance(content, Harm):
        return f"harm.{content.effect}", content.count
    if isinstance(content, Attack):
        return "attack", content.method
    if isinstance(content, Damage):
        return "damage", content.object
    return mention.kind.value, None
