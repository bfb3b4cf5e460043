"""Joins and refusals that a person should look at: nearly decided, or told of two days in a row."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from corroborate.link.compare import NEXT, Comparison, compare, contradict
from corroborate.link.group import Group
from corroborate.link.judged import Constraints
from corroborate.link.lexicon import weights
from corroborate.link.profile import Profile
from corroborate.link.shelf import Shelf
from corroborate.model.ids import ClaimId
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.memory import Doubt
from corroborate.model.names import place_key

Root = Callable[[Group], ClaimId]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two groups of two reports, and what speaks for their being one incident."""

    one: Group
    other: Group
    comparison: Comparison

    @staticmethod
    def of(one: Group, other: Group) -> "Pair":
        """Return two groups as a pair, whichever comes first."""
        first, second = (one, other) if one.id < other.id else (other, one)
        return Pair(first, second, compare(first.profile, second.profile))

    @property
    def joins(self) -> bool:
        """Say whether more speaks for one incident than for two."""
        return self.comparison.score > weights().join

    @property
    def is_of_days_in_a_row(self) -> bool:
        """Say whether they tell of two days in a row, so that one of them has to err if they are one incident."""
        return any(level == NEXT for level, _ in self.comparison.levels)

    def doubt(self, done: str) -> Doubt:
        """Return the issue that shows both sides and what speaks for and against."""
        message = f"Two reports' claims are {done}: {self.comparison}."
        sides = (self.one.id, self.other.id)
        return Doubt(Issue(IssueKind.DOUBTFUL_LINK, "link", sides, message), sides)


def order(pair: Pair) -> tuple[float, ClaimId, ClaimId]:
    """Return the order in which pairs are gone through: the best first, of equal ones by their claims."""
    return (-pair.comparison.score, pair.one.id, pair.other.id)


def refusals(pairs: Iterable[Pair], root: Root, limits: Constraints) -> Iterator[Doubt]:
    """Yield a doubt for the best pair between any two clusters that stayed apart though they nearly joined."""
    for pair in _best_of_clusters(pairs, root):
        if not limits.forbid(pair.one.profile.claims, pair.other.profile.claims):
            yield pair.doubt("kept apart, but may be one incident")


def namesakes(pairs: Iterable[Pair], root: Root, limits: Constraints) -> Iterator[Doubt]:
    """Yield a doubt where two reports tell alike of places of one name that lie apart: one may be placed wrongly."""
    for pair in _best_of_clusters((one for one in pairs if one.comparison.score > weights().doubt), root):
        if not limits.forbid(pair.one.profile.claims, pair.other.profile.claims):
            yield pair.doubt("kept apart by their places, which have one name, but may be one incident")


def is_namesake(one: Profile, other: Profile) -> bool:
    """Say whether nothing keeps two groups apart but their places, which have one name in the reports."""
    if one.document == other.document or {where.names[0] for where in one.locations}.isdisjoint(
        where.names[0] for where in other.locations
    ):
        return False
    return not contradict(replace(one, locations=()), replace(other, locations=()))


def next_days(groups: Iterable[Group], shelf: Shelf[Group], root: Root, limits: Constraints) -> Iterator[Doubt]:
    """Yield a doubt where two reports tell alike of one place on two days in a row, which keep them apart."""
    told = list(groups)
    shelf.ask(key for one in told for away in (-1, 1) if (key := day_of(one.profile, away)))
    pairs: dict[tuple[ClaimId, ClaimId], Pair] = {}
    for one in told:
        before, after = day_of(one.profile, -1), day_of(one.profile, 1)
        sides = [(other, one) for other in shelf.under(before)] if before else []
        sides += [(one, other) for other in shelf.under(after)] if after else []
        for first, second in sides:
            if first.profile.document != second.profile.document and (first.id, second.id) not in pairs:
                pairs |= _alike(first, second)
    for pair in _best_of_clusters(sorted(pairs.values(), key=order), root):
        if not limits.forbid(pair.one.profile.claims, pair.other.profile.claims):
            yield pair.doubt("kept apart by a day, but may be one incident")


def day_of(one: Profile, away: int = 0) -> str:
    """Return the key of the day and place that a group tells of, or of so many days away; none where it tells more."""
    if one.when is None or one.when.start != one.when.end or not one.locations:
        return ""
    return f"told {one.when.start.toordinal() + away} {place_key(one.locations[0].names[0])}"


def _alike(first: Group, second: Group) -> dict[tuple[ClaimId, ClaimId], Pair]:
    """Return two groups as a pair where they tell alike of all but their days, which keep them apart."""
    if not contradict(first.profile, second.profile):
        return {}
    one, other = replace(first.profile, when=None), replace(second.profile, when=None)
    if contradict(one, other):
        return {}
    comparison = compare(one, other)
    return {(first.id, second.id): Pair(first, second, comparison)} if comparison.score > weights().doubt else {}


def _best_of_clusters(pairs: Iterable[Pair], root: Root) -> Iterator[Pair]:
    asked: set[tuple[ClaimId, ClaimId]] = set()
    for pair in pairs:
        one, other = root(pair.one), root(pair.other)
        clusters = (one, other) if one < other else (other, one)
        if one != other and clusters not in asked:
            asked.add(clusters)
            yield pair
