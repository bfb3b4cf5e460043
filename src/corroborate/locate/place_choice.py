"""Mentions and spots → which place each mention lies at, and by which rule.

Every place that the report names is weighed for every mention: where it stands (in the mention's own words, its
clause, its sentence, before, after), what it is, how the report speaks of it elsewhere, where the mention before
lay. The weights stand in `data/place_weights.tsv`, each with its meaning; the heaviest place is taken.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corroborate.locate.place_evidence import Evidence, Standing
from corroborate.locate.place_groups import Spot
from corroborate.model.document import Document
from corroborate.model.ids import MentionId
from corroborate.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Choice:
    """The spot of a mention (None: nowhere) and the rule that chose it."""

    spot: Spot | None
    rule: str


def choose(
    document: Document, spots: Sequence[Sequence[Spot]], mentions: Sequence[Mention]
) -> Mapping[MentionId, Choice]:
    """Return the choice for every mention of a report: the heaviest way through the places, mention by mention."""
    evidence = Evidence(document, spots)
    ordered = sorted(mentions, key=lambda mention: (mention.span.start, mention.span.end))
    offers = evidence.offers(ordered)
    way = heaviest_way(evidence, offers, weights())
    return {
        mention.id: Choice(offer[at][0].spot, offer[at][0].rule)
        for mention, offer, at in zip(ordered, offers, way, strict=True)
    }


def heaviest_way(
    evidence: Evidence, offers: Sequence[Sequence[tuple[Standing, Sequence[str]]]], weights: Mapping[str, float]
) -> list[int]:
    """Return which candidate each mention takes, so that the weights of places and of steps between sum to the most."""
    best: list[float] = []
    came: list[list[int]] = []
    for place, offer in enumerate(offers):
        own = [sum(weights.get(feature, 0.0) for feature in features) for _, features in offer]
        if not place:
            best, came = own, [[0] * len(own)]
            continue
        origins, sums = [], []
        for i, (standing, _) in enumerate(offer):
            steps = [
                best[j] + weights.get(evidence.passage(standing, before), 0.0)
                for j, (before, _) in enumerate(offers[place - 1])
            ]
            heaviest = max(range(len(steps)), key=steps.__getitem__)
            origins.append(heaviest)
            sums.append(own[i] + steps[heaviest])
        best = sums
        came.append(origins)
    if not offers:
        return []
    way = [max(range(len(best)), key=best.__getitem__)]
    for origins in reversed(came[1:]):
        way.append(origins[way[-1]])
    return way[::-1]


@cache
def weights() -> dict[str, float]:
    """Return the weights of what speaks for and against a place."""
    text = files("corroborate").joinpath("locate/data/place_weights.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: float(row[1]) for row in rows if row[0] != "feature"}
