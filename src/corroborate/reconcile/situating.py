"""When and where an incident or a tally lies, from what its claims say."""

from collections import Counter
from collections.abc import Iterable, Sequence

from corroborate.model.claim import Claim
from corroborate.model.nearness import holds
from corroborate.model.situation import NOWHERE, Granularity, Interval, Location, PlaceKind, Relation

_SPOTS = {PlaceKind.SITE, PlaceKind.NEIGHBOURHOOD, PlaceKind.SETTLEMENT}


def common_days(claims: Iterable[Claim]) -> Interval | None:
    """Return the days that all dated claims share, else those that most of them share, else all from first to last.

    Not all share a day where one of them only has the day of a statement, or where a person joined them. None where no
    claim has a day.
    """
    spans = [claim.situation.when for claim in claims if claim.situation.when is not None]
    if not spans:
        return None
    sharing = max(([span for span in spans if span.start <= day.start <= span.end] for day in spans), key=len)
    if 2 * len(sharing) <= len(spans):
        return whole_span(spans)
    start, end = max(span.start for span in sharing), min(span.end for span in sharing)
    finest = min(sharing, key=lambda span: (span.days, span.start))
    return Interval(start, end, Granularity.DAY if start == end else finest.granularity)


def whole_span(spans: Sequence[Interval]) -> Interval | None:
    """Return the span from the first day to the last, None where there is none."""
    if not spans:
        return None
    longest = max(spans, key=lambda span: (span.days, span.start))
    return Interval(min(span.start for span in spans), max(span.end for span in spans), longest.granularity)


def likeliest_place(claims: Iterable[Claim]) -> Location:
    """Return where it lies: the spot that most claims name, else the area; of several spellings the fullest."""
    votes = Counter(claim.situation.where for claim in claims if claim.situation.where.names)
    return max(votes, key=lambda where: (_is_spot(where), votes[where], len(where.names), where.names), default=NOWHERE)


def usual_area(claims: Iterable[Claim]) -> Location:
    """Return where a total was counted: the area that most claims name, of several spellings the fullest.

    What a claim's own sentence names goes before what was taken over from elsewhere in its report, and an area before
    the towns in it.
    """
    placed = [claim for claim in claims if claim.situation.where.names]
    told = [claim for claim in placed if claim.situation.place_is_told] or placed
    votes = Counter(claim.situation.where for claim in told)
    reach = {area: sum(votes[spot] for spot in votes if area == spot or _around(area, spot)) for area in votes}
    return max(votes, key=lambda where: (reach[where], votes[where], len(where.names), where.names), default=NOWHERE)


def _around(area: Location, spot: Location) -> bool:
    return holds(area, spot) and not holds(spot, area)


def _is_spot(where: Location) -> bool:
    if where.places:
        return all(place.kind in _SPOTS for place in where.places)
    return len(where.names) > 1 or where.relation is Relation.BETWEEN
