"""Joins and refusals that a person should look at: nearly decided, or told of two days in a row."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from corroborate.link.compare import Comparison, compare, contradict
from corroborate.link.judged import Constraints
from corroborate.link.lexicon import weights
from corroborate.link.profile import Profile
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.names import place_key

Scored = tuple[Comparison, int, int]
Root = Callable[[int], int]


def refusals(profiles: Sequence[Profile], scored: Sequence[Scored], root: Root, limits: Constraints) -> Iterator[Issue]:
    """Yield a doubt for the best pair between any two clusters that stayed apart though they nearly joined."""
    for comparison, i, j in _best_of_clusters(scored, root):
        if not limits.forbid(profiles[i].claims, profiles[j].claims):
            yield doubt(profiles[i], profiles[j], comparison, "kept apart, but may be one incident")


def next_days(profiles: Sequence[Profile], root: Root, limits: Constraints) -> Iterator[Issue]:
    """Yield a doubt where two reports tell alike of one place on two days in a row: one of them may err by a day."""
    days: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, one in enumerate(profiles):
        if one.when is not None and one.when.start == one.when.end and one.locations:
            days[place_key(one.locations[0].names[0]), one.when.start.toordinal()].append(index)
    scored = []
    for place, day in sorted(days):
        for i in days[place, day]:
            for j in days.get((place, day + 1), ()):
                one, other = replace(profiles[i], when=None), replace(profiles[j], when=None)
                if one.document != other.document and not contradict(one, other):
                    comparison = compare(one, other)
                    if comparison.score > weights().doubt:
                        scored.append((comparison, i, j))
    scored.sort(key=lambda pair: (-pair[0].score, pair[1], pair[2]))
    for comparison, i, j in _best_of_clusters(scored, root):
        if not limits.forbid(profiles[i].claims, profiles[j].claims):
            yield doubt(profiles[i], profiles[j], comparison, "kept apart by a day, but may be one incident")


def doubt(one: Profile, other: Profile, comparison: Comparison, done: str) -> Issue:
    """Return the issue that shows both sides and what speaks for and against."""
    return Issue(
        kind=IssueKind.DOUBTFUL_LINK,
        stage="link",
        subjects=(one.claims[0], other.claims[0]),
        message=f"Two reports' claims are {done}: {comparison}.",
    )


def _best_of_clusters(scored: Sequence[Scored], root: Root) -> Iterator[Scored]:
    asked: set[tuple[int, int]] = set()
    for comparison, i, j in scored:
        first, second = sorted((root(i), root(j)))
        if first != second and (first, second) not in asked:
            asked.add((first, second))
            yield comparison, i, j
