"""What befell one person, told more than once in a report → told of the one place that the report gives it."""

from collections import defaultdict
from collections.abc import Sequence

from corroborate.locate.deaths import fate_of
from corroborate.locate.place_evidence import Evidence, Standing
from corroborate.model.casualty import Effect
from corroborate.model.document import Document
from corroborate.model.mention import Mention

_TAKEN_OVER = frozenset(("place.focus", "place.lead"))  # rules of a place that the sentence does not name
_TOLD = ("place.span", "place.after", "place.before")


def of_one_person(
    document: Document,
    evidence: Evidence,
    mentions: Sequence[Mention],
    offers: Sequence[Sequence[Standing]],
    alone: Sequence[int],
) -> list[int]:
    """Return which candidate each mention takes, given which it would take by itself.

    Nobody dies or is taken at two places: "Noor was killed in Homs … By the day of Noor's death …". `offers` holds the
    standing of every candidate of each mention.
    """
    found = list(alone)
    fates = [fate_of(document.passages[offer[0].passage], one) for one, offer in zip(mentions, offers, strict=True)]
    told: dict[tuple[Effect, str], set[int]] = defaultdict(set)
    for at, fate in enumerate(fates):
        if fate is not None and offers[at][alone[at]].rule in _TOLD and not evidence.is_nowhere(alone[at]):
            told[fate].add(alone[at])
    for at, fate in enumerate(fates):
        places = told.get(fate, set()) if fate is not None else set()
        if len(places) != 1 or offers[at][alone[at]].rule not in _TAKEN_OVER:
            continue
        place = next(iter(places))
        if not evidence.is_inside(alone[at], place):  # of a town, rather than of its country
            found[at] = place
    return found
