"""Fit the weights of chains of choices to what is right of them, and keep them in a table: what `tools.fit_*` share."""

import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from corroborate.model.chain import even, odds_of, passes

_FOLDS = 5
_LEAST = 1e-4
_LIGHTEST = 0.05  # a weight below it is left out
Sample = TypeVar("Sample")
Weights = dict[str, float]
Way = list[list[int]]  # the candidates that each choice may take


@dataclass(frozen=True, slots=True)
class Chain:
    """The choices of one report: what speaks for each candidate, and for each step from one of the choice before.

    `good` says of every choice which candidates are right: None where nobody says, which counts for nothing. `weight`
    is how much the report counts.
    """

    features: Sequence[Sequence[Sequence[str]]]
    steps: Sequence[Sequence[Sequence[Sequence[str]]]]
    good: Sequence[Sequence[bool] | None]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Manner:
    """How weights are learnt: in how many rounds, how strongly drawn to nothing, and how they are taken at the end.

    Those that begin with the name of a step learn at a rate of their own: a report repeats its steps, and too sure of
    staying it would not move. The others count `firmer` than is learnt. What fewer than `least` reports tell is left to
    itself.
    """

    rounds: int
    decay: float
    steps: tuple[str, ...]
    rate: float = 0.1
    step_rate: float = 0.03
    firmer: float = 1.0
    least: int = 1


def run(
    samples: Sequence[Sample],
    fitted: Callable[[Sequence[Sample]], Weights],
    shares: Callable[[Iterable[tuple[Sample, Weights]]], str],
    target: Path | None,
    far: float = 1.0,
) -> None:
    """Print the share that is right by cross-validation, and of what is fitted; put the weights into a given table.

    The samples are in the order of time: the parts that are left out in turn are stretches of it. The weights that
    stand in the table move so `far` towards those fitted.
    """
    sys.stdout.write(f"unseen: {shares(_crossed(samples, fitted))}\n")
    weights = fitted(samples)
    sys.stdout.write(f"fitted: {shares((sample, weights) for sample in samples)}\n")
    if target is not None:
        write(target, _moved(_standing(target), weights, far))


def _standing(target: Path) -> Weights:
    rows = (line.split("\t") for line in target.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {name: float(weight) for name, weight, *_ in rows if name != "feature"}


def _moved(stood: Weights, fitted: Weights, far: float) -> Weights:
    names = stood.keys() | fitted.keys()
    return {name: (1 - far) * stood.get(name, 0.0) + far * fitted.get(name, 0.0) for name in names}


def _crossed(
    samples: Sequence[Sample], fitted: Callable[[Sequence[Sample]], Weights]
) -> Iterator[tuple[Sample, Weights]]:
    """Yield samples, each with the weights that are fitted without its own part of them."""
    for fold in range(_FOLDS):
        first, last = (len(samples) * end // _FOLDS for end in (fold, fold + 1))
        weights = fitted([*samples[:first], *samples[last:]])
        yield from ((sample, weights) for sample in samples[first:last])


def fit(chains: Sequence[Chain], manner: Manner) -> Weights:
    """Return weights under which the right ways are likely: ascent of a chain's likelihood, small weights preferred.

    Each weight's steps shrink with what it has moved before (AdaGrad), so that rare evidence is learnt too.
    """
    chance = random.Random(7)  # noqa: S311  # the order of reports, no secret
    weights: defaultdict[str, float] = defaultdict(float)
    moved: defaultdict[str, float] = defaultdict(lambda: 1.0)
    summed: defaultdict[str, float] = defaultdict(float)
    cases = [chain for chain in chains if chain.features]
    met = _met(cases, manner.least)
    settled = manner.rounds // 2  # what is learnt in the rounds from here on is taken, on an average
    for round_ in range(manner.rounds):
        chance.shuffle(cases)
        for chain in cases:
            for feature, slope in _slopes(chain, weights).items():
                if feature not in met:
                    continue
                slant = chain.weight * (slope - manner.decay * weights[feature])
                moved[feature] += slant * slant
                rate = manner.step_rate if feature.startswith(manner.steps) else manner.rate
                weights[feature] += rate * slant / math.sqrt(moved[feature])
        if round_ >= settled:
            for feature, weight in weights.items():
                summed[feature] += weight
    rounds = manner.rounds - settled
    return {
        feature: total / rounds * (1.0 if feature.startswith(manner.steps) else manner.firmer)
        for feature, total in summed.items()
    }


def _met(chains: Sequence[Chain], least: int) -> frozenset[str]:
    """Return what so many reports at the least tell of a choice of which the right candidate is known, or of a step."""
    told = Counter[str]()
    for chain in chains:
        judged = (offer for offer, good in zip(chain.features, chain.good, strict=True) if good)
        steps = (features for step in chain.steps for row in step for features in row)
        candidates = (features for offer in judged for features in offer)
        told.update({feature for features in (*steps, *candidates) for feature in features})
    return frozenset(feature for feature, reports in told.items() if reports >= least)


def _slopes(chain: Chain, weights: Weights) -> dict[str, float]:
    """Return how the likelihood of a report's right ways grows with each weight."""
    free = [list(range(len(offer))) for offer in chain.features]
    right = [[i for i in every if good and good[i]] or every for good, every in zip(chain.good, free, strict=True)]
    slopes: defaultdict[str, float] = defaultdict(float)
    for kept, sign in ((right, 1.0), (free, -1.0)):
        for feature, share in _expected(chain, kept, weights):
            slopes[feature] += sign * share
    return slopes


def _expected(chain: Chain, kept: Way, weights: Weights) -> Iterator[tuple[str, float]]:
    """Yield how often each feature is met on the ways through the kept candidates, once a place where it stands."""
    own = [odds_of([_weigh(offer[i], weights) for i in keep]) for offer, keep in zip(chain.features, kept, strict=True)]
    steps = [
        [[step[i][j] for j in before] for i in after]
        for step, (before, after) in zip(chain.steps, pairwise(kept), strict=True)
    ]
    tables = [[[math.exp(_weigh(features, weights)) for features in row] for row in step] for step in steps]
    ahead, back = passes(own, tables)
    for offer, keep, onward, backward in zip(chain.features, kept, ahead, back, strict=True):
        shares = even([a * b for a, b in zip(onward, backward, strict=True)])
        for i, share in zip(keep, shares, strict=True):
            if share > _LEAST:
                yield from ((feature, share) for feature in offer[i])
    for m, (step, table) in enumerate(zip(steps, tables, strict=True)):
        behind = [a * b for a, b in zip(own[m + 1], back[m + 1], strict=True)]
        odds = [a * odd * b for row, b in zip(table, behind, strict=True) for odd, a in zip(row, ahead[m], strict=True)]
        features = (features for row in step for features in row)
        for share, its in zip(even(odds), features, strict=True):
            yield from ((feature, share) for feature in its)


def _weigh(features: Sequence[str], weights: Weights) -> float:
    return sum(weights.get(feature, 0.0) for feature in features)


def write(target: Path, weights: Weights) -> None:
    """Write weights into a table, under the head that tells what they mean."""
    lines = target.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith(("#", "feature\t"))]
    rows = [f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items()) if abs(weight) >= _LIGHTEST]
    target.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")
