"""A chain of choices, in which what one thing is bears on what the next is: what is likeliest of each."""

from collections.abc import Sequence
from math import exp
from operator import mul

Odds = list[float]  # of the candidates of one choice, in their order
Steps = Sequence[Sequence[float]]  # odds of every step from a candidate of one choice (column) to one of the next (row)


def odds_of(sums: Sequence[float]) -> Odds:
    """Return the odds of candidates, of each of which such a sum of weights speaks."""
    top = max(sums)
    return even([exp(value - top) for value in sums])


def likeliest(own: Sequence[Odds], steps: Sequence[Steps]) -> list[int]:
    """Return which candidate each of a chain of choices takes: the likeliest, weighing every way through the others.

    Each candidate has the odds of its own evidence, each step to the next choice those of its kind.

    >>> likeliest([[0.9, 0.1], [0.4, 0.6]], [[[3.0, 1.0], [1.0, 3.0]]])
    [0, 0]
    """
    both = [list(map(mul, ahead, back)) for ahead, back in zip(*passes(own, steps), strict=True)]
    return [max(range(len(odds)), key=odds.__getitem__) for odds in both]


def passes(own: Sequence[Odds], steps: Sequence[Steps]) -> tuple[list[Odds], list[Odds]]:
    """Return the odds of every candidate as the choices up to its own tell them, and as those behind it do.

    Both together, multiplied, are its odds over all ways through the chain (the forward-backward rule).
    """
    if not own:
        return [], []
    ahead = [own[0]]
    for odds, table in zip(own[1:], steps, strict=True):
        ahead.append(even([o * sum(map(mul, row, ahead[-1])) for o, row in zip(odds, table, strict=True)]))
    back = [[1.0] * len(own[-1])]
    for odds, table in zip(reversed(own[1:]), reversed(steps), strict=True):
        onward = list(map(mul, odds, back[-1]))
        back.append(even([sum(map(mul, column, onward)) for column in zip(*table, strict=True)]))
    return ahead, back[::-1]


def even(odds: Odds) -> Odds:
    """Return odds that come to one."""
    whole = sum(odds) or 1.0
    return [value / whole for value in odds]
