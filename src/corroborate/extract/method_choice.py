"""Which method an unspecific word of force means: weighed by the word, its author, and what the report tells outright."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol

from corroborate.extract.lexicon import rows
from corroborate.model.mention import Method

METHODS = tuple(Method)
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


def chosen(told: Sequence[Open], at: int) -> Method:
    """Return the method that the signs of an attack weigh out."""
    one = told[at]
    if not one.word:
        return one.method
    table = weights()
    sums = {method: sum(table.get(sign, 0.0) for sign in method_signs(told, at, method)) for method in METHODS}
    return max(METHODS, key=lambda method: (sums[method], method is one.method, method is Method.OTHER))


@cache
def weights() -> dict[str, float]:
    """Return what each sign for a method weighs."""
    return {sign: float(value) for sign, value, *_ in rows("method_weights.tsv")}


@cache
def _classes() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(
        (name, frozenset(word.strip() for word in words.split(","))) for name, words in rows("author_classes.tsv")
    )


def author_class(name: str) -> str:
    """Return the class of authors that a name belongs to; "other" for a name of none, "none" for no name."""
    words = set(name.casefold().replace("-", " ").replace("’s", "").replace("'s", "").split())
    return next((kind for kind, known in _classes() if words & known), "other" if words else "none")


@cache
def _words() -> dict[str, str]:
    return {word.strip(): kind for kind, words in rows("open_words.tsv") for word in words.split(",")}


def word_class(word: str) -> str:
    """Return the class of an unspecific word: what uses of force it can stand for."""
    return _words().get(word, "force")


def by_rule(told: Sequence[Open], at: int) -> Method:
    """Return the method of the nearest specific word: in the passage, before it, then after it; that of the word's own habit first."""
    one = told[at]
    if one.method is not Method.OTHER:
        return one.method
    near = [
        (abs(o.passage - one.passage), o.passage > one.passage, i)
        for i, o in enumerate(told)
        if o.method is not Method.OTHER
    ]
    strike = word_class(one.word) == "strike"
    nearest = min(near, default=(0, False, at))
    if strike:
        return told[min((n for n in near if told[n[2]].method in _STRIKES), default=nearest)[2]].method
    beside = nearest[0] == 0 and word_class(one.word) in ("attack", "force")
    far = nearest[0] > 1 and word_class(one.word) == "hit"
    return Method.OTHER if beside or far else told[nearest[2]].method


_STRIKES = (Method.AIRSTRIKE, Method.DRONE_ATTACK, Method.MISSILE_STRIKE)


def method_signs(told: Sequence[Open], at: int, method: Method) -> Iterator[str]:
    """Yield what speaks for a method of the attack at an index, and against it."""
    one = told[at]
    kind = word_class(one.word)
    yield f"word.{kind}.{method.value}"
    if method is by_rule(told, at):
        yield "rule"
        yield f"rule.{kind}"
    yield f"by.{author_class(one.author)}.{method.value}"
    if one.method is method:
        yield f"own.{kind}"
    if one.is_aerial:
        yield f"air.{method.value}"
    elif any(other.is_aerial for other in told):
        yield f"report-air.{method.value}"
    if method is Method.OTHER:
        yield from _other_signs(told, at)
    else:
        yield from _told_signs(told, at, method)


def _specific(told: Sequence[Open], at: int) -> list[Open]:
    return [other for i, other in enumerate(told) if i != at and not other.word and other.method is not Method.OTHER]


def _other_signs(told: Sequence[Open], at: int) -> Iterator[str]:
    steps = [other.passage - told[at].passage for other in _specific(told, at)]
    yield "other." + (
        "here" if 0 in steps else "near" if any(abs(s) <= _WINDOW for s in steps) else "far" if steps else "alone"
    )


def _told_signs(told: Sequence[Open], at: int, method: Method) -> Iterator[str]:
    specific = _specific(told, at)
    mine = [other.passage - told[at].passage for other in specific if other.method is method]
    if not mine:
        yield "untold"
        return
    if 0 in mine:
        yield "here"
    if any(-_WINDOW <= step < 0 for step in mine):
        yield "before"
    if any(0 < step <= _WINDOW for step in mine):
        yield "after"
    if min(mine) + told[at].passage == 0:
        yield "opening"
    nearest = min(abs(other.passage - told[at].passage) for other in specific)
    if min(abs(step) for step in mine) == nearest:
        yield "nearest"
    counted = Counter(other.method for other in specific)
    if counted[method] == max(counted.values()):
        yield "most"
    if len(counted) == 1:
        yield "only"
