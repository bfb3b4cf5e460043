"""Mentions of force, harm and damage → who is said to have done each: its own author, one that is lent to it, nobody.

A report tells the author of an event once and goes on about it. Every author that it tells is weighed for every mention
that has none of its own: how near it is told, by what force, in which order, and whether the mention before has it. The
weights stand in `data/author_weights.tsv`, each with its meaning; what is likeliest over all ways through the report is
taken.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise, repeat
from math import exp

from corroborate.extract.author_evidence import STEPS, Candidate, Evidence, Names
from corroborate.extract.lexicon import rows
from corroborate.extract.placing import Placed
from corroborate.model import chain
from corroborate.model.ids import MentionId

# A report of more mentions is weighed in stretches: every author is weighed for every mention, so that the work would
# else grow with the square. (The most measured are 50.)
_MOST_MENTIONS = 100


def authors(
    placed: Sequence[Placed], echoes: Sequence[Placed] = (), *, doubted: bool = False
) -> Mapping[MentionId, Names]:
    """Return who did what each mention of force, harm or damage tells; `echoes`, `doubted` as the evidence has them."""
    found: dict[MentionId, Names] = {}
    for first in range(0, len(placed), _MOST_MENTIONS):
        evidence = Evidence(placed[first : first + _MOST_MENTIONS], echoes, doubted=doubted)
        offers = evidence.offers()
        chosen = likeliest(evidence, offers, weights())
        found |= {
            one.mention.id: offer[at].names for one, offer, at in zip(evidence.mentions, offers, chosen, strict=True)
        }
    return found


def likeliest(evidence: Evidence, offers: Sequence[Sequence[Candidate]], weights: Mapping[str, float]) -> list[int]:
    """Return which candidate each mention takes: the likeliest, the mentions being a chain.

    Each author has the odds of its own evidence, each step from one mention to the next those of staying and changing.
    """
    own = [chain.odds_of([sum(map(weights.get, one.features, repeat(0.0))) for one in offer]) for offer in offers]
    steps: list[list[list[float]]] = []
    around = zip(pairwise(evidence.mentions), pairwise(offers), strict=True)
    for (before, after), (left, right) in around:
        if len(left) == len(right) == 1:
            steps.append([[1.0]])
            continue
        manners = evidence.manners(before, after)
        odds = {kind: exp(sum([weights.get(f"{kind}.{manner}", 0.0) for manner in manners])) for kind in STEPS}
        steps.append([[odds[evidence.step(a.party, b.party)] for a in left] for b in right])
    return chain.likeliest(own, steps)


@cache
def weights() -> dict[str, float]:
    """Return the weights of what speaks for and against an author."""
    return {name: float(weight) for name, weight in rows("author_weights.tsv") if name != "feature"}
