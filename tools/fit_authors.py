"""Fit the weights of `extract/data/author_weights.tsv` to the labelled reports.

    python -m tools.fit_authors [--write]

prints how often it is right who is said to have done what, by five-fold cross-validation over the labelled reports
(those kept aside are never read; the folds are stretches of time, so that reports of one event fall together), by
collection, of the mentions that tell no author themselves; and with --write puts the weights fitted to all of them into
the file. Fitted is the author of what the program itself reads, where a label speaks of it, so that the weights learn
from its mentions as they are. Collections that rules were not written on teach most of how much an author told
elsewhere is worth: refit when a collection is added, and whenever the reading of authors has changed much.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from benchmark.claims import document_read
from benchmark.labels import COLLECTIONS, Labelled, labelled
from corroborate.adapters.gazetteer import PackagedGazetteer
from corroborate.evaluation import labels
from corroborate.evaluation.marks import mark, same_name
from corroborate.evaluation.scores import paired
from corroborate.extract.author_choice import likeliest
from corroborate.extract.author_evidence import STEPS, Candidate, Evidence
from corroborate.extract.extraction import placed_mentions
from corroborate.model.claim import claim_id
from corroborate.model.document import Document
from corroborate.model.ids import ClaimId
from corroborate.pipeline import claims_of
from tools.chains import Chain, Manner, Weights, fit, run

TARGET = Path(__file__).parents[1] / "src/corroborate/extract/data/author_weights.tsv"
_MANNER = Manner(rounds=24, decay=0.02, steps=STEPS)
_TRUST = 0.3  # more than is learnt for what the rules name: with less, the reports on which they were written lose


class Sample:
    """A report made ready: its evidence, who may have done what it tells, and who of them did it by its labels."""

    def __init__(self, report: Labelled, collection: str, gazetteer: PackagedGazetteer) -> None:
        """Read the report once."""
        document = document_read(report)
        self.collection, self.published = collection, report.published or date.min
        found = placed_mentions(document)
        self.evidence = Evidence(found.mentions, doubted=found.is_doubted)
        self.offers = self.evidence.offers()
        told = _labelled_authors(report, document, gazetteer)
        by = [told.get(claim_id(document.capture, one.mention)) for one in self.evidence.mentions]
        self.good = [_good(offer, names) for offer, names in zip(self.offers, by, strict=True)]
        self.kinds = [one.mention.kind.value for one in self.evidence.mentions]

    def chain(self) -> Chain:
        """Return its choices as they are fitted."""
        steps = []
        around = zip(pairwise(self.evidence.mentions), pairwise(self.offers), strict=True)
        for (before, after), (left, right) in around:
            manners = self.evidence.manners(before, after)
            kinds = [[self.evidence.step(a.party, b.party) for a in left] for b in right]
            steps.append([[tuple(f"{kind}.{manner}" for manner in manners) for kind in row] for row in kinds])
        return Chain([[one.features for one in offer] for offer in self.offers], steps, self.good)


def _good(offer: Sequence[Candidate], names: str | None) -> list[bool] | None:
    """Return which candidates are right; None where there is no choice, no label, or none that is right."""
    if names is None or len(offer) == 1:
        return None
    return [same_name(names, " ".join(one.names)) for one in offer]


def _labelled_authors(report: Labelled, document: Document, gazetteer: PackagedGazetteer) -> dict[ClaimId, str]:
    """Return the names of the labelled authors of each claim that is paired with a label ("": nobody)."""
    claims, _ = claims_of(document, gazetteer)
    guesses = [mark(_without_authors(guess), report.text) for guess in labels(claims)]
    wanted = [mark(_without_authors(label), report.text) for label in report.labels]
    return {claims[guess].id: " ".join(report.labels[at]["by"]) for at, guess, _ in paired(wanted, guesses)}


def _without_authors(label: Mapping[str, object]) -> Mapping[str, object]:
    return {**label, "by": []}


def main() -> None:
    """Cross-validate, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    gazetteer = PackagedGazetteer()
    told = ((name, one) for name in COLLECTIONS for one in labelled(name) if one.kind != "arabic" and not one.aside)
    samples = sorted((Sample(one, name, gazetteer) for name, one in told), key=lambda sample: sample.published)
    run(samples, _fitted, _shares, TARGET if options.write else None)


def _fitted(samples: Sequence[Sample]) -> Weights:
    learnt = fit([sample.chain() for sample in samples], _MANNER)
    return {name: weight + _TRUST * name.startswith("rule.") for name, weight in learnt.items()}


def _shares(weighed: Iterable[tuple[Sample, Weights]]) -> str:
    """Return the share of right authors, by collection and kind of claim."""
    right, total = Counter[str](), Counter[str]()
    for sample, weights in weighed:
        chosen = likeliest(sample.evidence, sample.offers, weights)
        for at, good, kind in zip(chosen, sample.good, sample.kinds, strict=True):
            if good is not None:
                for key in (f"{sample.collection} {kind}", f"all {kind}", "all"):
                    right[key] += good[at]
                    total[key] += 1
    return "  ".join(f"{key} {100 * right[key] / total[key]:.1f}" for key in sorted(total))


if __name__ == "__main__":
    main()
