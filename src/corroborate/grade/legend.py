"""A methodology as a reader of its results is told of it."""

from collections.abc import Iterable, Iterator

from corroborate.grade.bounds import IN_WORDS
from corroborate.grade.methodology import Methodology, RangeRule, WordUse
from corroborate.model.casualty import Effect
from corroborate.model.grade import Legend

_USES = {
    WordUse.ALONE: "Where no origin gives a number, words count",
    WordUse.ALWAYS: "Words without a number count beside numbers",
}


def legend(methodology: Methodology) -> Legend:
    """Return what a reader has to know of a methodology."""
    return Legend(
        name=methodology.name,
        version=methodology.version,
        title=methodology.title,
        source=methodology.source,
        grades=tuple((rule.name, rule.meaning) for rule in methodology.grades),
        rules=tuple(_rules(methodology)),
        effects=tuple(dict.fromkeys(effect for rule in methodology.ranges for effect in rule.effects)),
    )


def _rules(methodology: Methodology) -> Iterator[str]:
    yield from map(_range, methodology.ranges)
    yield _words(methodology)
    if methodology.figures.left_out:
        kinds = _listed(kind.value.replace("_", " ") for kind in methodology.figures.left_out)
        yield f"Figures of these kinds of source count only where no other gives one: {kinds}."
    if methodology.figures.conceded_counts:
        yield "What a party concedes of its own doing counts as any figure."
    else:
        yield "What a party concedes of its own doing is kept apart."


def _range(rule: RangeRule) -> str:
    effects = "Every harm" if len(rule.effects) == len(Effect) else _listed(rule.effects).capitalize()
    whom = f"{rule.people} in all" if rule.people else "for each group of people that is told"
    ends = [f"low is {IN_WORDS[rule.low]}", f"high is {IN_WORDS[rule.high]}"]
    if rule.low == rule.high:
        ends = [f"one figure, {IN_WORDS[rule.low]}"]
    best = [f"best is {IN_WORDS[rule.best]}"] if rule.best else []
    parts = []
    if rule.parts:
        parts = ["who tells only of a part, such as civilians, is taken at it where nobody tells of the whole"]
    parts += [f"figures that one origin gives of {_listed(group)} are added" for group in rule.disjoint]
    return f"{effects}, {whom}: {'; '.join([*ends, *best, *parts])}."


def _words(methodology: Methodology) -> str:
    if methodology.figures.words is WordUse.NEVER:
        return "Words without a number (“dozens”) set no end."
    taken = [
        f"{_listed(f'“{word}”' for word in rule.words[:1]) or 'a plural without any'} as {rule.count.words}"
        for rule in methodology.words
        if rule.count is not None
    ]
    return f"{_USES[methodology.figures.words]}: {', '.join(dict.fromkeys(taken))}."


def _listed(names: Iterable[str]) -> str:
    return " and ".join(names)
