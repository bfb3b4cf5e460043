"""Fit the weights of `extract/data/method_weights.tsv` and `attack_weights.tsv` to the labelled reports.

    python -m tools.fit_attacks [--write]

prints how often an open method is right, and precision, recall and F1 of the attacks told, by five-fold
cross-validation over reports (the reports kept aside are never read), in which a report is only ever judged by
weights that were fitted to others; with --write it puts the weights fitted to all of them into the files. Methods are
fitted first: which attacks are told is weighed with the methods chosen.
"""

import argparse
import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmark.labels import COLLECTIONS, LabelledReport, reports
from corroborate.extract.context import LEAST, Told, weighed
from corroborate.extract.extraction import attacks_offered
from corroborate.extract.method_choice import Overview, by_rule, meant, method_signs
from corroborate.model.mention import Attack, Mention, Method
from tools.chains import Weights, write

DATA = Path(__file__).parents[1] / "src/corroborate/extract/data"
_FOLDS, _ROUNDS, _RATE, _MEMORY, _LEAST = 5, 60, 0.08, 0.9, 1e-6
_PULL_TOLD, _PULL_METHOD = (
    5.0,
    0.5,
)  # how strongly weights are drawn to nothing: the least that costs no cross-validated F1
_THRESHOLDS = (0.4, LEAST, 0.5)
_RARE = 8  # a sign seen more seldom is left to itself
Slopes = Callable[[Weights], Iterable[tuple[str, float]]]


@dataclass(frozen=True, slots=True)
class Choice:
    """An attack of an open method: the signs for each method, and the index of the right one."""

    signs: tuple[tuple[str, ...], ...]
    right: int


@dataclass(frozen=True, slots=True)
class Read:
    """A report as the fit sees it: its labels, the attacks that its words offer, the open methods among them."""

    gold: tuple[Mention, ...]
    offered: tuple[Told, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """An attack offered: its signs, how likely its method is, whether it is labelled, and whether with that method."""

    signs: frozenset[str]
    certainty: float
    is_labelled: bool
    is_right: bool


@dataclass(frozen=True, slots=True)
class Sample:
    """The attacks offered of one report, and how many labels there are."""

    offers: tuple[Offer, ...]
    labels: int


def main() -> None:
    """Cross-validate, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    used = [_read(report) for report in tuned()]
    print(f"open methods right: {_crossed_methods(used):.3f}")
    for line in _crossed(used):
        print(line)
    if options.write:
        methods = _fitted_methods(used)
        write(DATA / "method_weights.tsv", methods)
        write(DATA / "attack_weights.tsv", _fitted([_sample(one, methods) for one in used]))


def tuned() -> list[LabelledReport]:
    """Return the labelled reports that may be looked at: English, not kept aside."""
    return [report for report in reports(*COLLECTIONS) if report.kind != "arabic" and not report.aside]


def _read(report: LabelledReport) -> Read:
    gold = tuple(mention for mention in report.mentions if isinstance(mention.content, Attack))
    offered = tuple(attacks_offered(report.document))
    return Read(gold, offered, tuple(_choices(gold, offered)))


def _choices(gold: Sequence[Mention], told: Sequence[Told]) -> Iterator[Choice]:
    overview = Overview(told)
    for one in told:
        around = [m for m in gold if m.span.start <= one.mention.trigger.start < m.span.end]
        if one.word and around:
            label = min(around, key=lambda m: m.span.end - m.span.start)
            ruled, offered = by_rule(overview, one), meant(one)
            signs = tuple(tuple(method_signs(overview, one, method, ruled)) for method in offered)
            if _method(label) in offered:
                yield Choice(signs, offered.index(_method(label)))


def _method(mention: Mention) -> Method:
    return mention.content.method if isinstance(mention.content, Attack) else Method.OTHER


def _sample(read: Read, methods: Weights) -> Sample:
    offered = list(weighed(read.offered, methods))
    told = [one.told for one in offered]
    met, right = _paired(read.gold, told, _overlaps), _paired(read.gold, told, _meets)
    offers = (Offer(one.signs, one.certainty, index in met, index in right) for index, one in enumerate(offered))
    return Sample(tuple(offers), len(read.gold))


def _paired(
    gold: Sequence[Mention], offered: Sequence[Told], fit: Callable[[Mention, Mention], bool]
) -> frozenset[int]:
    """Pair labels and offers that fit, those of the same method and count first, each once."""
    pairs = sorted(
        (_method(label) is not _method(told.mention), not _same_count(label, told.mention), i, j)
        for i, label in enumerate(gold)
        for j, told in enumerate(offered)
        if fit(label, told.mention)
    )
    used: set[int] = set()
    found: set[int] = set()
    for _, _, i, j in pairs:
        if i not in used and j not in found:
            used.add(i)
            found.add(j)
    return frozenset(found)


def _overlaps(label: Mention, mine: Mention) -> bool:
    return label.span.start < mine.span.end and mine.span.start < label.span.end


def _meets(label: Mention, mine: Mention) -> bool:
    return _overlaps(label, mine) and _method(label) is _method(mine)


def _same_count(label: Mention, mine: Mention) -> bool:
    left, right = label.content, mine.content
    return isinstance(left, Attack) and isinstance(right, Attack) and left.count == right.count


def folds(number: int) -> Iterator[frozenset[int]]:
    """Yield five parts of so many reports, each to be kept out once."""
    order = list(range(number))
    random.Random(7).shuffle(order)  # noqa: S311  # the same folds each time, no secret
    for fold in range(_FOLDS):
        yield frozenset(index for place, index in enumerate(order) if place % _FOLDS == fold)


def _crossed_methods(reports_: Sequence[Read]) -> float:
    right = asked = 0
    for out in folds(len(reports_)):
        weights = _fitted_methods([one for index, one in enumerate(reports_) if index not in out])
        for choice in (choice for index in out for choice in reports_[index].choices):
            sums = [total(weights, signs) for signs in choice.signs]
            right += sums.index(max(sums)) == choice.right
            asked += 1
    return right / asked


def _crossed(reports_: Sequence[Read]) -> Iterator[str]:
    """Yield the scores at some thresholds: methods and weights of each fold are fitted to the others only."""
    scores = {least: Counter[str]() for least in _THRESHOLDS}
    for out in folds(len(reports_)):
        methods = _fitted_methods([one for index, one in enumerate(reports_) if index not in out])
        samples = [_sample(one, methods) for one in reports_]
        weights = _fitted([sample for index, sample in enumerate(samples) if index not in out])
        for sample in (samples[index] for index in out):
            likely = [(_likelihood(weights, one), one.is_right) for one in sample.offers]
            for least, score in scores.items():
                chosen = [is_right for value, is_right in likely if value > least]
                score.update(labels=sample.labels, told=len(chosen), right=sum(chosen))
    for least, score in scores.items():
        right, told, labels = score["right"], score["told"], score["labels"]
        f1 = 200 * right / (told + labels)
        yield f"told above {least}: P {100 * right / told:.1f} R {100 * right / labels:.1f} F1 {f1:.1f}"


def _likelihood(weights: Weights, one: Offer) -> float:
    return one.certainty / (1 + math.exp(-total(weights, (*one.signs, "always"))))


def total(weights: Weights, signs: Iterable[str]) -> float:
    """Return what signs weigh together."""
    return sum(weights.get(sign, 0.0) for sign in signs)


def _fitted_methods(reports_: Sequence[Read]) -> Weights:
    """Return the weights of a multinomial logistic regression over the methods that each choice offers."""
    choices = [choice for one in reports_ for choice in one.choices]
    seen = Counter(sign for choice in choices for signs in choice.signs for sign in signs)

    def slopes(weights: Weights) -> Iterator[tuple[str, float]]:
        for choice in choices:
            sums = [total(weights, signs) for signs in choice.signs]
            parts = [math.exp(value - max(sums)) for value in sums]
            for index, signs in enumerate(choice.signs):
                error = parts[index] / sum(parts) - (index == choice.right)
                yield from ((sign, error) for sign in signs)

    return _descended(_common(seen), slopes, _PULL_METHOD)


def _fitted(samples: Sequence[Sample]) -> Weights:
    """Return the weights of a logistic regression over what is told."""
    rows = [(("always", *sorted(one.signs)), float(one.is_labelled)) for sample in samples for one in sample.offers]
    seen = Counter(sign for signs, _ in rows for sign in signs)

    def slopes(weights: Weights) -> Iterator[tuple[str, float]]:
        for signs, right in rows:
            error = 1 / (1 + math.exp(-total(weights, signs))) - right
            yield from ((sign, error) for sign in signs)

    return _descended(_common(seen), slopes, _PULL_TOLD)


def _common(seen: Counter[str]) -> list[str]:
    return [sign for sign, times in seen.items() if times >= _RARE]


def _descended(signs: Sequence[str], slopes: Slopes, pull: float) -> Weights:
    """Descend along the slopes in falling steps (RMSprop)."""
    weights = dict.fromkeys(signs, 0.0)
    squares = dict.fromkeys(signs, 0.0)
    for turn in range(_ROUNDS):
        slope_of = {sign: pull * value for sign, value in weights.items()}
        for sign, slope in slopes(weights):
            if sign in slope_of:
                slope_of[sign] += slope
        for sign, slope in slope_of.items():
            squares[sign] = _MEMORY * squares[sign] + (1 - _MEMORY) * slope**2 if turn else slope**2
            weights[sign] -= _RATE * (1 - 0.9 * turn / _ROUNDS) * slope / math.sqrt(squares[sign] + _LEAST)
    return weights


if __name__ == "__main__":
    main()
