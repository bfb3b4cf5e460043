"""Which method an unspecific word of force means: by the word, its author, and what the report tells outright."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Protocol

from corroborate.extract.lexicon import rows, rule_words
from corroborate.model.casualty import Count
from corroborate.model.document import PassageKind
from corroborate.model.mention import Method

METHODS = tuple(Method)
_TOLD_OUTRIGHT = 0.95  # how often a method that is no choice is the labelled one
_WINDOW = 2  # passages before and behind in which a specific word speaks for its method


class Open(Protocol):
    """An attack as this choice sees it."""

    @property
    def passage(self) -> int:
        """Return the number of its passage."""
        ...

    @property
    def method(self) -> Method:
        """Return its method, as far as its own words tell it."""
        ...

    @property
    def word(self) -> str:
        """Return the word that opens the choice; "" where its own words settle its method."""
        ...

    @property
    def is_aerial(self) -> bool:
        """Say whether its passage tells of craft or of the air."""
        ...

    @property
    def author(self) -> str:
        """Return the first of its authors; "" for none."""
        ...

    @property
    def kind(self) -> PassageKind:
        """Return the kind of its passage."""
        ...

    @property
    def names(self) -> frozenset[str]:
        """Return the names in it and right behind it."""
        ...

    @property
    def tolls(self) -> frozenset[Count]:
        """Return the numbers that its passage tells."""
        ...

    @property
    def aim(self) -> str:
        """Return what kind of thing was aimed at, "" where that is not told."""
        ...

    @property
    def days(self) -> frozenset[str]:
        """Return the words for days of its passage."""
        ...

    @property
    def is_many(self) -> bool:
        """Say whether it is more than one attack, or a number that is left open."""
        ...


class Overview:
    """What a report tells outright of methods, and where; made once a report."""

    def __init__(self, told: Sequence[Open]) -> None:
        """Take in the attacks of a report, in text order."""
        settled = [one for one in told if one.method is not Method.OTHER and (not one.word or _settles(one))]
        habits = [one for one in told if one.method is not Method.OTHER]
        self.times = Counter(one.method for one in settled)
        self.is_aerial = any(one.is_aerial for one in told)
        self.told = {method: [one.passage for one in settled if one.method is method] for method in self.times}
        self.anywhere = [one.passage for one in settled]
        self.settled = {method: [one for one in settled if one.method is method] for method in self.times}
        self._habits = habits
        self._habit_passages = [one.passage for one in habits]
        self._strikes = [one for one in habits if one.method in _STRIKES]
        self._strike_passages = [one.passage for one in self._strikes]

    def nearest(self, one: Open, *, strikes: bool = False) -> Open | None:
        """Return the nearest attack of a method that its word tells or suggests: here, before, then after."""
        among = self._strikes if strikes else self._habits
        at = self._strike_passages if strikes else self._habit_passages
        index = bisect_left(at, one.passage)
        left = bisect_left(at, at[index - 1]) if index else None
        offers = [i for i in (index, left) if i is not None and i < len(at)]
        best = min(offers, key=lambda i: (abs(at[i] - one.passage), at[i] > one.passage), default=None)
        return None if best is None else among[best]


def step_to(passages: Sequence[int], here: int) -> int | None:
    """Return how far the nearest of some passages in order lies from one, None for none."""
    index = bisect_left(passages, here)
    near = (passages[i] - here for i in (index - 1, index) if 0 <= i < len(passages))
    return min(near, key=abs, default=None)


def chosen(overview: Overview, one: Open, table: Mapping[str, float] | None = None) -> tuple[Method, float]:
    """Return the method that the signs of an attack weigh out, and how likely it is that it was used.

    The weights are those of `method_weights.tsv`, or other ones.
    """
    if not one.word:
        return one.method, _TOLD_OUTRIGHT
    settled = _by_author(one)
    if settled is not None:
        return settled, _TOLD_OUTRIGHT
    table = weights() if table is None else table
    ruled, weight = by_rule(overview, one), table.get
    offered = meant(one)
    sums = {
        method: sum([weight(sign, 0.0) for sign in method_signs(overview, one, method, ruled)]) for method in offered
    }
    best = max(offered, key=lambda method: (sums[method], method is one.method, method is Method.OTHER))
    if not overview.times:
        return best, _TOLD_OUTRIGHT  # nothing is told that it could be instead
    return best, 1 / sum(math.exp(value - sums[best]) for value in sums.values())


def meant(one: Open) -> tuple[Method, ...]:
    """Return the methods that the word of an attack can mean, its habit among them: a raid is something."""
    able = _able().get(word_class(one.word))
    vague = one.method is Method.OTHER
    return METHODS if able is None else tuple(m for m in METHODS if _fits(m, able, vague=vague) or m is one.method)


def _fits(method: Method, able: frozenset[Method], *, vague: bool) -> bool:
    return method in able and (vague or method is not Method.OTHER)


def _by_author(one: Open) -> Method | None:
    """Return the method that its author settles: what air forces do comes from the air, what states bomb does."""
    kind = author_class(one.author)
    force, bombs = _means().get(kind, (None, None))
    if one.word == "raid" and (kind in _ON_FOOT or not _TROOPS.isdisjoint(one.author.casefold().split())):
        return Method.GROUND_ASSAULT
    return force or (bombs if word_class(one.word) == "bomb" else None)


def _settles(one: Open) -> bool:
    """Say whether its author settles an attack's method as its own words tell it: "|troops| raided a camp"."""
    return _by_author(one) is one.method


_ON_FOOT = ("extremist", "rebel", "kurdish")  # classes of authors that have no jets to raid with
_TROOPS = rule_words("troops_on_foot")


@cache
def weights() -> dict[str, float]:
    """Return what each sign for a method weighs."""
    return {sign: float(value) for sign, value, *_ in rows("method_weights.tsv")}


@cache
def _classes() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(
        (name, frozenset(word.strip() for word in words.split(","))) for name, words, *_ in rows("author_classes.tsv")
    )


@cache
def _means() -> dict[str, tuple[Method | None, Method | None]]:
    """Return what any force, and what bombing, is by each class of authors that has one way: else None."""
    table: dict[str, tuple[Method | None, Method | None]] = {}
    for name, _, *told in rows("author_classes.tsv"):
        bombs, force = (Method(word) if word else None for word in (*told, "", "")[:2])
        table[name] = (force, bombs)
    return table


_OF_OTHERS = ("-backed", "-allied", "-aligned", "-supported", "-trained", "-funded")  # "Turkish-backed rebels"


@lru_cache(maxsize=4096)
def author_class(name: str) -> str:
    """Return the class of authors that a name belongs to; "other" for a name of none, "none" for no name."""
    own = (word for word in name.casefold().split() if not (word.endswith(_OF_OTHERS) or word.startswith("anti-")))
    words = " ".join(own).replace("-", " ").replace("’s", "").replace("'s", "").split()
    known = {*words, *(f"{left} {right}" for left, right in pairwise(words))}
    return next((kind for kind, those in _classes() if known & those), "other" if words else "none")


@cache
def _words() -> dict[str, str]:
    return {word.strip(): kind for kind, words, _ in rows("open_words.tsv") for word in words.split(",")}


@cache
def _able() -> dict[str, frozenset[Method]]:
    return {
        kind: frozenset(Method(method.strip()) for method in methods.split(","))
        for kind, _, methods in rows("open_words.tsv")
    }


def word_class(word: str) -> str:
    """Return the class of an unspecific word: what uses of force it can stand for."""
    return _words().get(word, "force")


def by_rule(overview: Overview, one: Open) -> Method:
    """Return the method of the word's habit, else that of the nearest word that has one."""
    kind = word_class(one.word)
    if one.method is not Method.OTHER:
        return one.method
    strike = overview.nearest(one, strikes=True) if kind == "strike" else None
    nearest = strike or overview.nearest(one)
    if nearest is None:
        return Method.OTHER
    step = abs(nearest.passage - one.passage)
    beside = step == 0 and kind in ("attack", "force")  # "attacks and shelling": something else than what stands beside
    far = step > 1 and kind == "hit"
    return Method.OTHER if beside or far else nearest.method


_STRIKES = (Method.AIRSTRIKE, Method.DRONE_ATTACK, Method.MISSILE_STRIKE)


def method_signs(overview: Overview, one: Open, method: Method, ruled: Method) -> Iterator[str]:
    """Yield what speaks for a method of an attack, and against it; `ruled` is the method that `by_rule` gives."""
    kind = word_class(one.word)
    yield f"word.{kind}.{method}"
    if method is ruled:
        yield "rule"
        yield f"rule.{kind}"
    yield f"by.{author_class(one.author)}.{method}"
    yield f"aim.{one.aim or 'none'}.{method}"
    if one.is_aerial or overview.is_aerial:
        yield f"{'air' if one.is_aerial else 'report-air'}.{method}"
    if method is Method.OTHER:
        yield from _other_signs(overview, one)
    else:
        yield from _told_signs(overview, one, method)
        yield from _event_signs(one, overview.settled.get(method, []))


def _event_signs(one: Open, told: Sequence[Open]) -> Iterator[str]:
    """Yield what makes an attack one event with attacks that are told outright."""
    if one.names and any(one.names & other.names for other in told):
        yield "same-name"
    if one.tolls and any(one.tolls & other.tolls for other in told if other.passage != one.passage):
        yield "same-toll"
    if told:
        yield "agrees" if any(one.is_many == other.is_many for other in told) else "disagrees"
    dated = [other.days for other in told if other.days] if one.days else []
    if dated:
        yield "same-day" if any(one.days & days for days in dated) else "other-day"


def _other_signs(overview: Overview, one: Open) -> Iterator[str]:
    """Yield what speaks for and against an attack's being none of those that are told outright."""
    step = step_to(overview.anywhere, one.passage)
    if step is None:
        yield "other.alone"
    else:
        yield f"other.{'here' if step == 0 else 'near' if abs(step) <= _WINDOW else 'far'}"
    if one.is_many:
        yield "other.many"
        if len(overview.times) > 1:
            yield "other.many-of-several"


def _told_signs(overview: Overview, one: Open, method: Method) -> Iterator[str]:
    """Yield where a method is told outright, as seen from an attack."""
    passages = overview.told.get(method, [])
    step = step_to(passages, one.passage)
    if step is None:
        yield "untold"
        return
    first, last = bisect_left(passages, one.passage), bisect_right(passages, one.passage)
    if last > first:
        yield "here"
    if first and one.passage - passages[first - 1] <= _WINDOW:
        yield "before"
    if last < len(passages) and passages[last] - one.passage <= _WINDOW:
        yield "after"
    if passages[0] == 0:
        yield "opening"
    if abs(step) == abs(step_to(overview.anywhere, one.passage) or 0):
        yield "nearest"
    if overview.times[method] == max(overview.times.values()):
        yield "most"
    if len(overview.times) == 1:
        yield "only"
