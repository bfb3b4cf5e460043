"""Fit the weights of `locate/data/place_weights.tsv` to the labelled reports.

    python -m tools.fit_places [--write]

prints how often the place is right by five-fold cross-validation over reports (the reports kept aside are never
read), and with --write puts the weights fitted to all of them into the file, the meanings kept.
"""

import argparse
import math
import random
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

from benchmark.labels import COLLECTIONS, LabelledReport, reports
from benchmark.places import same_name
from corroborate.adapters.gazetteer import PackagedGazetteer
from corroborate.locate.days import days
from corroborate.locate.place_choice import likeliest
from corroborate.locate.place_evidence import STEPS, Evidence, Standing
from corroborate.locate.place_groups import implied, spots, without_actors
from corroborate.locate.place_names import toponyms
from corroborate.locate.place_narrowing import narrowed
from corroborate.locate.place_points import Resolver
from corroborate.locate.place_scenes import Scenes

TARGET = Path(__file__).parents[1] / "src/corroborate/locate/data/place_weights.tsv"
_FOLDS, _ROUNDS, _DECAY, _LEAST = 5, 8, 0.006, 1e-4
_RATE, _STEP_RATE = 0.1, 0.03  # steps learn slower: a report repeats them, and too sure of staying it would not move
_FIRMER = 1.5  # evidence counts so much more than is learnt: that of one event, told often, is learnt too weak
_TABS = 2  # in a row of the weights' file
_LIGHTEST = 0.05  # a weight below it is left out
Weights = dict[str, float]


class Sample:
    """A labelled report made ready: its evidence, its mentions in order, the right first names."""

    def __init__(self, report: LabelledReport, gazetteer: PackagedGazetteer) -> None:
        """Read the places of the report once."""
        named = toponyms(report.document, gazetteer)
        grouped = implied(without_actors(tuple(spots(report.document, passage) for passage in named)))
        self.kind = report.kind
        self.name = report.document.name
        when = {mention: interval for mention, (interval, _) in days(report.document, report.mentions)[0].items()}
        self._names = Resolver(report.document, [toponym for passage in named for toponym in passage])
        self.evidence = Evidence(report.document, grouped, when, Scenes(report.document))
        pairs = zip(report.mentions, report.labels, strict=True)
        self.labelled = sorted(
            ((m, "".join(label["where"][:1])) for m, label in pairs), key=lambda p: (p[0].span.start, p[0].span.end)
        )

        self.offers = self.evidence.offers([mention for mention, _ in self.labelled])
        self.good = [
            [self.right(standing, name) for standing, _ in offer]
            for offer, (_, name) in zip(self.offers, self.labelled, strict=True)
        ]

        kinds = self.evidence.steps()
        self.steps = []
        for before, after in pairwise(self.offers):
            manners = self.evidence.manners(after[0][0], before[0][0])
            self.steps.append([[tuple(f"{kind}.{manner}" for manner in manners) for kind in row] for row in kinds])

    def right(self, standing: Standing, name: str) -> bool:
        """Say whether a candidate has the right name."""
        names = self._names.names(standing.spot) if standing.spot else ()
        return same_name(name, "".join(names[:1]))


def main() -> None:
    """Cross-validate, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    gazetteer = PackagedGazetteer()
    samples = [
        Sample(report, gazetteer) for report in reports(*COLLECTIONS) if report.kind != "arabic" and not report.aside
    ]
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for fold in range(_FOLDS):
        weights = fit([sample for i, sample in enumerate(samples) if i % _FOLDS != fold])
        for i, sample in enumerate(samples):
            if i % _FOLDS == fold:
                good = decode(sample, weights)
                right[sample.kind] += sum(good)
                total[sample.kind] += len(good)
    sys.stdout.write(
        "unseen: " + "  ".join(f"{kind} {100 * right[kind] / total[kind]:.1f}" for kind in sorted(total)) + "\n"
    )
    weights = fit(samples)
    right.clear()
    for sample in samples:
        right[sample.kind] += sum(decode(sample, weights))
    sys.stdout.write(
        "fitted: " + "  ".join(f"{kind} {100 * right[kind] / total[kind]:.1f}" for kind in sorted(total)) + "\n"
    )
    if options.write:
        write(weights)


def decode(sample: Sample, weights: Weights) -> list[bool]:
    """Return for every mention whether its likeliest place is right."""
    offers = sample.offers
    alone = likeliest(sample.evidence, offers, weights)
    mentions = [mention for mention, _ in sample.labelled]
    way = narrowed(sample.evidence, mentions, [offer[0][0] for offer in offers], alone)
    return [sample.good[m][i] for m, i in enumerate(way)]


def fit(samples: list[Sample]) -> Weights:
    """Return weights under which the right ways are likely: ascent of a chain's likelihood, small weights preferred.

    Each weight's steps shrink with what it has moved before (AdaGrad), so that rare evidence is learnt too.
    """
    chance = random.Random(7)  # noqa: S311  # the order of reports, no secret
    weights: defaultdict[str, float] = defaultdict(float)
    moved: defaultdict[str, float] = defaultdict(lambda: 1.0)
    summed: defaultdict[str, float] = defaultdict(float)
    cases = [sample for sample in samples if sample.offers]
    for round_ in range(_ROUNDS):
        chance.shuffle(cases)
        for sample in cases:
            for feature, slope in _slopes(sample, weights).items():
                slant = slope - _DECAY * weights[feature]
                moved[feature] += slant * slant
                rate = _STEP_RATE if feature.startswith(STEPS) else _RATE
                weights[feature] += rate * slant / math.sqrt(moved[feature])
        if round_ >= _ROUNDS // 2:
            for feature, weight in weights.items():
                summed[feature] += weight
    rounds = _ROUNDS - _ROUNDS // 2
    return {
        feature: total / rounds * (1.0 if feature.startswith(STEPS) else _FIRMER) for feature, total in summed.items()
    }


def _slopes(sample: Sample, weights: Weights) -> dict[str, float]:
    """Return how the likelihood of a report's right ways grows with each weight."""
    free = [list(range(len(offer))) for offer in sample.offers]
    right = [[i for i, ok in enumerate(good) if ok] or every for good, every in zip(sample.good, free, strict=True)]
    slopes: defaultdict[str, float] = defaultdict(float)
    for kept, sign in ((right, 1.0), (free, -1.0)):
        for feature, share in _expected(sample, kept, weights).items():
            slopes[feature] += sign * share
    return slopes


def _expected(sample: Sample, kept: list[list[int]], weights: Weights) -> dict[str, float]:
    """Return how often each feature is met on the ways through the kept candidates, by the forward-backward rule."""
    offers, steps = sample.offers, sample.steps
    own = [
        [math.exp(min(30.0, sum(weights.get(f, 0.0) for f in offer[i][1]))) for i in keep]
        for offer, keep in zip(offers, kept, strict=True)
    ]
    tables = [
        [[math.exp(sum(weights.get(f, 0.0) for f in steps[m][i][j])) for j in kept[m]] for i in kept[m + 1]]
        for m in range(len(offers) - 1)
    ]
    ahead = [_even(own[0])]
    for m, table in enumerate(tables):
        ahead.append(
            _even(
                [
                    o * sum(t * a for t, a in zip(row, ahead[m], strict=True))
                    for o, row in zip(own[m + 1], table, strict=True)
                ]
            )
        )
    back = [[1.0] * len(kept[-1])]
    for m in reversed(range(len(tables))):
        onward = [o * b for o, b in zip(own[m + 1], back[0], strict=True)]
        back.insert(
            0, _even([sum(tables[m][i][j] * onward[i] for i in range(len(onward))) for j in range(len(kept[m]))])
        )
    found: defaultdict[str, float] = defaultdict(float)
    for m, keep in enumerate(kept):
        odds = _even([a * b for a, b in zip(ahead[m], back[m], strict=True)])
        for i, share in zip(keep, odds, strict=True):
            if share > _LEAST:
                for feature in offers[m][i][1]:
                    found[feature] += share
        if m:
            pairs = [
                (ahead[m - 1][j] * tables[m - 1][i][j] * own[m][i] * back[m][i], steps[m - 1][keep[i]][kept[m - 1][j]])
                for i in range(len(keep))
                for j in range(len(kept[m - 1]))
            ]
            whole = sum(odd for odd, _ in pairs) or 1.0
            for odd, step in pairs:
                for feature in step:
                    found[feature] += odd / whole
    return found


def _even(odds: list[float]) -> list[float]:
    whole = sum(odds) or 1.0
    return [odd / whole for odd in odds]


def write(weights: Weights) -> None:
    """Write the weights, each with the meaning that the file gave it."""
    lines = TARGET.read_text(encoding="utf-8").splitlines() if TARGET.exists() else []
    head = [line for line in lines if line.startswith("#")]
    meanings = {
        line.split("\t")[0]: line.split("\t")[2]
        for line in lines
        if line.count("\t") == _TABS and not line.startswith("#")
    }
    rows = [
        f"{name}\t{weight:.2f}\t{meanings.get(name, '')}"
        for name, weight in sorted(weights.items())
        if abs(weight) >= _LIGHTEST
    ]
    TARGET.write_text("\n".join([*head, "feature\tweight\tmeaning", *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
