"""Fit the weights of `locate/data/place_weights.tsv` to the labelled reports, and a little to rows coded with a place.

    python -m tools.fit_places [--write]

prints how often the place is right by five-fold cross-validation over labelled reports (those kept aside are never
read; the folds are stretches of time, so that reports of one event fall together; the coded rows teach in every
fold), and with --write moves the weights in the file towards those fitted to all of them, the meanings kept. Fitted is
the place of what the program itself reads, where a label or code speaks of it: so the weights learn from its mentions
as they are.
"""

import argparse
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from benchmark.claims import document_read
from benchmark.labels import COLLECTIONS, Labelled, labelled
from corroborate.adapters.gazetteer import PackagedGazetteer
from corroborate.evaluation import labels
from corroborate.evaluation.marks import mark, same_name
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
from corroborate.model.ids import MentionId
from corroborate.model.mention import Kind
from corroborate.pipeline import claims_of
from tools.chains import Chain, Manner, Weights, fit, run
from tools.coded_places import coded

TARGET = Path(__file__).parents[1] / "src/corroborate/locate/data/place_weights.tsv"
# Evidence counts half as much again as is learnt: that of one event, told often, is learnt too weak.
_MANNER = Manner(rounds=16, decay=0.05, steps=STEPS, firmer=1.5, least=30)
_FAR = 0.4  # so far a fit moves the weights that stand: moved all the way, linking and the seeds lost by it
_NO_CHOICE = 2  # candidates: one place, and nowhere


class Sample:
    """A report made ready: its evidence, and the mentions that the program reads, in text order, with their candidates.

    `good` says of every mention which candidates are right by the report's label or code: None of one that has neither,
    which may lie anywhere and counts for nothing. `weight` is how much the report counts.
    """

    def __init__(self, report: Labelled, gazetteer: PackagedGazetteer) -> None:
        """Read the report once."""
        document = document_read(report)
        self.document, self.published = document, report.published or date.min
        self.kind = "news" if report.kind == "seeds" else report.kind
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

    def chain(self) -> Chain:
        """Return its choices as they are fitted."""
        features = [[spoken for _, spoken in offer] for offer in self.offers]
        return Chain(features, self.steps, self.good, self.weight)


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
    often = Counter(sample.kind for sample in samples)
    for sample in samples:  # agency reports are the most: the other kinds count more, that all be learnt
        sample.weight = math.sqrt(max(often.values()) / often[sample.kind])
    weak = list(coded_samples(gazetteer))
    run(samples, lambda rest: _fitted([*rest, *weak]), _shares, TARGET if options.write else None, _FAR)


def _fitted(samples: Sequence[Sample]) -> Weights:
    return fit([sample.chain() for sample in samples], _MANNER)


def _shares(weighed: Iterable[tuple[Sample, Weights]]) -> str:
    """Return the share of right places, by kind of report and of harm."""
    right, total = Counter[str](), Counter[str]()
    for sample, weights in weighed:
        for is_harm, good in decode(sample, weights):
            for key in (sample.kind, "all", "harm") if is_harm else (sample.kind, "all"):
                right[key] += good
                total[key] += 1
    return "  ".join(f"{kind} {100 * right[kind] / total[kind]:.1f}" for kind in sorted(total))


def decode(sample: Sample, weights: Weights) -> list[tuple[bool, bool]]:
    """Return for every mention with a label whether it is of harm, and whether its likeliest place is right."""
    offers, mentions = sample.offers, sample.mentions
    alone = likeliest(sample.evidence, offers, weights)
    way = narrowed(sample.evidence, mentions, [offer[0][0] for offer in offers], alone)
    chosen = zip(mentions, sample.good, way, strict=True)
    return [(mention.kind is Kind.HARM, good[at]) for mention, good, at in chosen if good is not None]


if __name__ == "__main__":
    main()
