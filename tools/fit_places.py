"""Fit the weights of `locate/data/place_weights.tsv` to the labelled reports, and a little to rows coded with a place.

    python -m tools.fit_places [--write]

prints how often the place is right by five-fold cross-validation over labelled reports (those kept aside are never
read; the folds are stretches of time, so that reports of one event fall together; the coded rows teach in every
fold), and with --write puts the weights fitted to all of them into the file, the meanings kept. Fitted is the place of
what the program itself reads, where a label or code speaks of it: so the weights learn from its mentions as they are.
"""

import argparse
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from benchmark.claims import capture_of
from benchmark.labels import COLLECTIONS, Labelled, labelled
from benchmark.places import same_name
from corroborate.adapters.gazetteer import PackagedGazetteer
from corroborate.evaluation import labels
from corroborate.evaluation.marks import mark
from corroborate.evaluation.scores import paired
from corroborate.extract import extract
from corroborate.locate.days import days
from corroborate.locate.place_choice import likeliest
from corroborate.locate.place_evidence import STEPS, Evidence
from corroborate.locate.place_groups import implied, spots, without_actors
from corroborate.locate.place_names import toponyms
from corroborate.locate.place_narrowing import narrowed
from corroborate.locate.place_points import Resolver
from corroborate.model.claim import claim_id
from corroborate.model.document import Lead
from corroborate.model.ids import MentionId
from corroborate.model.mention import Kind
from corroborate.pipeline import claims_of
from corroborate.read import read
from tools.coded_places import coded

TARGET = Path(__file__).parents[1] / "src/corroborate/locate/data/place_weights.tsv"
_FOLDS, _ROUNDS, _DECAY, _LEAST = 5, 16, 0.006, 1e-4
_RATE, _STEP_RATE = 0.1, 0.03  # steps learn slower: a report repeats them, and too sure of staying it would not move
_FIRMER = 1.5  # evidence counts so much more than is learnt: that of one event, told often, is learnt too weak
_TABS = 2  # in a row of the weights' file
_NO_CHOICE = 2  # candidates: one place, and nowhere
_LIGHTEST = 0.05  # a weight below it is left out
Weights = dict[str, float]


class Sample:
    """A report made ready: its evidence, and the mentions that the program reads, in text order, with their candidates.

    `good` says of every mention which candidates are right by the report's label or code: None of one that has neither,
    which may lie anywhere and counts for nothing. `weight` is how much the report counts.
    """

    def __init__(self, report: Labelled, gazetteer: PackagedGazetteer) -> None:
        """Read the report once."""
        content = report.text.encode()
        lead = Lead(report.name, f"{report.name}.txt", report.publisher, report.published)
        document, _ = read(capture_of(content), content, lead)
        if document is None:
            raise ValueError(f"{report.name} cannot be read")
        self.document, self.kind, self.published = document, report.kind, report.published or date.min
        mentions, _ = extract(document)
        named = toponyms(document, gazetteer)
        grouped = implied(without_actors(tuple(spots(document, passage) for passage in named)))
        told = days(document, mentions)[0] if mentions else {}
        when = {mention: interval for mention, (interval, _) in told.items()}
        self.names = Resolver(document, [toponym for passage in named for toponym in passage])
        self.evidence = Evidence(document, grouped, when)
        self.mentions = sorted(mentions, key=lambda mention: (mention.span.start, mention.span.end))
        self.offers = self.evidence.offers(self.mentions)
        self.good: list[list[bool] | None] = [None] * len(self.mentions)
        self.weight = 1.0
        kinds = self.evidence.steps
        self.steps = []
        for before, after in pairwise(self.offers):
            manners = self.evidence.manners(after[0][0], before[0][0])
            self.steps.append([[tuple(f"{kind}.{manner}" for manner in manners) for kind in row] for row in kinds])


def labelled_sample(report: Labelled, gazetteer: PackagedGazetteer) -> Sample:
    """Return a labelled report as a sample: a candidate is right that has the name of the label."""
    sample = Sample(report, gazetteer)
    places = _labelled_places(report, sample, gazetteer)
    for at, (mention, offer) in enumerate(zip(sample.mentions, sample.offers, strict=True)):
        if mention.id in places:
            names = (sample.names.names(standing.spot) if standing.spot else () for standing, _ in offer)
            sample.good[at] = [same_name(places[mention.id], "".join(own[:1])) for own in names]
    return sample


def coded_samples(gazetteer: PackagedGazetteer) -> Iterator[Sample]:
    """Yield the coded rows whose town the program finds among other places, as samples."""
    for row in coded():
        sample = Sample(row.report, gazetteer)
        sample.weight = row.weight
        for at, (mention, offer) in enumerate(zip(sample.mentions, sample.offers, strict=True)):
            if row.teaches(mention):
                right = row.right(sample.evidence, [standing for standing, _ in offer])
                sample.good[at] = [i in right for i in range(len(offer))] if right else None
        if any(sample.good) and len(sample.offers[0]) > _NO_CHOICE:
            yield sample


def _labelled_places(report: Labelled, sample: Sample, gazetteer: PackagedGazetteer) -> dict[MentionId, str]:
    """Return the first name of the labelled place of each mention that is paired with a label ("": nowhere)."""
    claims, _ = claims_of(sample.document, gazetteer)
    guesses = [mark({**guess, "where": []}, report.text) for guess in labels(claims)]
    wanted = [mark({**label, "where": []}, report.text) for label in report.labels]
    by_claim = {claim_id(sample.document.capture, mention): mention.id for mention in sample.mentions}
    return {
        by_claim[claims[guess].id]: "".join(report.labels[label]["where"][:1])
        for label, guess, _ in paired(wanted, guesses)
    }


def main() -> None:
    """Cross-validate, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    gazetteer = PackagedGazetteer()
    told = (one for one in labelled(*COLLECTIONS) if one.kind != "arabic" and not one.aside)
    samples = sorted((labelled_sample(report, gazetteer) for report in told), key=lambda sample: sample.published)
    weak = list(coded_samples(gazetteer))
    unseen: list[tuple[Sample, Weights]] = []
    for fold in range(_FOLDS):
        first, last = (len(samples) * end // _FOLDS for end in (fold, fold + 1))
        weights = fit([*samples[:first], *samples[last:], *weak])
        unseen += [(sample, weights) for sample in samples[first:last]]
    _print("unseen", unseen)
    weights = fit([*samples, *weak])
    _print("fitted", [(sample, weights) for sample in samples])
    if options.write:
        write(weights)


def _print(title: str, weighed: Sequence[tuple[Sample, Weights]]) -> None:
    """Print the share of right places, by kind of report and of harm."""
    right, total = Counter[str](), Counter[str]()
    for sample, weights in weighed:
        for is_harm, good in decode(sample, weights):
            for key in (sample.kind, "all", "harm") if is_harm else (sample.kind, "all"):
                right[key] += good
                total[key] += 1
    shares = "  ".join(f"{kind} {100 * right[kind] / total[kind]:.1f}" for kind in sorted(total))
    sys.stdout.write(f"{title}: {shares}\n")


def decode(sample: Sample, weights: Weights) -> list[tuple[bool, bool]]:
    """Return for every mention with a label whether it is of harm, and whether its likeliest place is right."""
    offers, mentions = sample.offers, sample.mentions
    alone = likeliest(sample.evidence, offers, weights)
    way = narrowed(sample.evidence, mentions, [offer[0][0] for offer in offers], alone)
    chosen = zip(mentions, sample.good, way, strict=True)
    return [(mention.kind is Kind.HARM, good[at]) for mention, good, at in chosen if good is not None]


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
                slant = sample.weight * (slope - _DECAY * weights[feature])
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
    right = [[i for i in every if good and good[i]] or every for good, every in zip(sample.good, free, strict=True)]
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
