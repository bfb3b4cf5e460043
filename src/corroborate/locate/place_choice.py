"""Mentions and spots → which place each mention lies at, and by which rule.

Every place that the report names is weighed for every mention: where it stands (in the mention's own words, its
clause, its sentence, before, after), what it is, how the report speaks of it elsewhere, where the mention before
lay. The weights stand in `data/place_weights.tsv`, each with its meaning; the likeliest place is taken, or the narrower
one in which the same figure is told elsewhere, or where the report tells outright that it happened.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise, repeat
from math import exp

from corroborate.locate.place_beside import told_beside
from corroborate.locate.place_evidence import BARRED, STEPS, Evidence, Standing
from corroborate.locate.place_fates import of_one_person
from corroborate.locate.place_groups import Spot
from corroborate.locate.place_narrowing import kept_to_town, narrowed, told_elsewhere
from corroborate.locate.place_outright import told_outright
from corroborate.model import chain
from corroborate.model.chain import odds_of
from corroborate.model.document import Document
from corroborate.model.ids import MentionId
from corroborate.model.mention import Mention
from corroborate.model.passing import passing
from corroborate.model.situation import Interval

# A report of more mentions is weighed in stretches, each with the places of its surroundings and of the opening: every
# place is weighed for every mention, so that the work would else grow with the square. (The most measured are 49.)
_MOST_MENTIONS = 150
_NEAR, _OPENING = 20, 4  # passages
_NEVER = -8.0  # the weight of what rules a place out


@passing
class Choice:
    """The spot of a mention (None: nowhere) and the rule that chose it."""

    spot: Spot | None
    rule: str


def choose(
    document: Document,
    spots: Sequence[Sequence[Spot]],
    mentions: Sequence[Mention],
    when: Mapping[MentionId, Interval | None],
) -> Mapping[MentionId, Choice]:
    """Return the choice for every mention of a report: the place that is likeliest over all ways through the report."""
    ordered = sorted(mentions, key=lambda mention: (mention.span.start, mention.span.end))
    chosen: dict[MentionId, Choice] = {}
    for first in range(0, len(ordered), _MOST_MENTIONS):
        window = ordered[first : first + _MOST_MENTIONS]
        near = _around(document, spots, window) if len(ordered) > len(window) else spots
        chosen |= _choose(document, near, window, when)
    return chosen


def _choose(
    document: Document,
    spots: Sequence[Sequence[Spot]],
    mentions: Sequence[Mention],
    when: Mapping[MentionId, Interval | None],
) -> Mapping[MentionId, Choice]:
    evidence = Evidence(document, spots, when)
    offers = evidence.offers(mentions)
    standings = [offer[0][0] for offer in offers]
    chosen = narrowed(evidence, mentions, standings, likeliest(evidence, offers, weights()))
    chosen = kept_to_town(evidence, standings, chosen)
    chosen = told_elsewhere(evidence, mentions, standings, chosen)
    chosen = told_outright(document, evidence, mentions, standings, chosen)
    chosen = told_beside(document, evidence, mentions, standings, chosen)
    chosen = of_one_person(document, evidence, mentions, [[one for one, _ in offer] for offer in offers], chosen)
    return {
        mention.id: Choice(offer[at][0].spot, offer[at][0].rule)
        for mention, offer, at in zip(mentions, offers, chosen, strict=True)
    }


def _around(
    document: Document, spots: Sequence[Sequence[Spot]], mentions: Sequence[Mention]
) -> Sequence[Sequence[Spot]]:
    """Return the spots of the report's opening, and of the passages in which mentions stand and those near them."""
    first, last = document.passage_at(mentions[0].span.start), document.passage_at(mentions[-1].span.end)
    near = range(first - _NEAR, last + _NEAR + 1)
    return [here if index < _OPENING or index in near else () for index, here in enumerate(spots)]


def likeliest(
    evidence: Evidence, offers: Sequence[Sequence[tuple[Standing, Sequence[str]]]], weights: Mapping[str, float]
) -> list[int]:
    """Return which candidate each mention takes: the likeliest, the mentions being a chain.

    Each place has the odds of its own evidence, each step from one mention to the next those of staying, narrowing,
    moving.
    """
    own = [odds_of([sum(map(weights.get, features, repeat(0.0))) for _, features in offer]) for offer in offers]
    manners = [evidence.manners(after[0][0], before[0][0]) for before, after in pairwise(offers)]
    tables = {of_step: _steps(evidence, of_step, weights) for of_step in set(manners)}
    return chain.likeliest(own, [tables[of_step] for of_step in manners])


def _steps(evidence: Evidence, manners: Sequence[str], weights: Mapping[str, float]) -> list[list[float]]:
    """Return the odds of every step from a place of one mention (column) to a place of the next (row)."""
    odds = {kind: exp(sum(weights.get(f"{kind}.{manner}", 0.0) for manner in manners)) for kind in STEPS}
    return [[odds[kind] for kind in row] for row in evidence.steps]


@cache
def weights() -> dict[str, float]:
    """Return the weights of what speaks for and against a place."""
    text = files("corroborate").joinpath("locate/data/place_weights.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {BARRED: _NEVER} | {row[0]: float(row[1]) for row in rows if row[0] != "feature"}
