"""The rules by which a methodology may set the ends of a range, and the figure that it takes for the likeliest.

None averages and none adds: each names one figure that is stated.
"""

from collections.abc import Mapping, Sequence

from corroborate.model.casualty import Bound
from corroborate.model.figures import Bounding, Figure, greatest, least

CONSERVATIVE = "most-conservative-figure"
SUPPORTED = "figure-that-most-origins-allow"


def conservative(figures: Sequence[Figure]) -> Bound:
    """Return the smallest number that a figure states: its low end, or its high one where it has no other."""
    return _stating(figures, min(map(number_of, figures)), CONSERVATIVE)


def most_supported(figures: Sequence[Figure]) -> Bound:
    """Return the stated number that the counts of most origins allow; of several the smallest.

    "At least 29" and "31" come to 31, which both allow; 7 and 8 to 7.
    """
    support = {number: sum(_allows(figure, number) for figure in figures) for number in map(number_of, figures)}
    value = max(support, key=lambda number: (support[number], -number))
    return _stating(figures, value, f"{SUPPORTED} ({support[value]} of {len(figures)})")


BOUNDS: Mapping[str, Bounding] = {
    "least": least,
    "greatest": greatest,
    "conservative": conservative,
    "most_supported": most_supported,
}
IN_WORDS: Mapping[str, str] = {
    "least": "the least that the origins that stand allow (“up to 40”: 0), or the persons told one by one if more",
    "greatest": "the greatest figure stated, marked as open where its words leave it open (“at least 29”)",
    "conservative": "the most conservative figure stated",
    "most_supported": "the figure that the counts of most origins allow, of several the smallest",
}
OPEN = frozenset({"greatest"})  # the rules that leave the top open where words do


def _stating(figures: Sequence[Figure], value: int, rule: str) -> Bound:
    stating = [figure for figure in figures if number_of(figure) == value]
    return Bound(value, rule, tuple(claim for figure in stating for claim in (*figure.told, *figure.listed)))


def number_of(figure: Figure) -> int:
    """Return a figure as one number: its low end, else its high one, and no fewer than are told one by one."""
    count = figure.count
    stated = count.low if count.low is not None else count.high
    return max(stated or 0, len(figure.listed))


def _allows(figure: Figure, number: int) -> bool:
    return (figure.count.low or 0) <= number and (figure.count.high is None or number <= _top(figure))


def _top(figure: Figure) -> int:
    return max(figure.count.high or 0, len(figure.listed))
