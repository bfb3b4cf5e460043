"""Which place of its sentence is a mention's by the order of telling: "9 in Arbin, 8 in Douma", "in Arbin 9 died"."""

from collections.abc import Sequence
from typing import NamedTuple

from corroborate.model.span import Span


class Naming(NamedTuple):
    """Where a passage names a place, and the place's number."""

    start: int
    place: int


def turns(mentions: Sequence[Span], namings: Sequence[Naming]) -> list[dict[int, str]]:
    """Return for each mention of a passage how each place that the passage names stands to it in the order of telling.

    A sentence that opens with a place tells of it what follows, up to the next place; one that opens with a mention
    tells where it was before the next mention comes. "own": the place whose turn it is; "before", "after": one whose
    turn is past, or is yet to come. Each is followed by how many are told of: "one", of a single mention; "shared", a
    single place of several; "many". The namings stand in text order.
    """
    if not mentions or not namings:
        return [{} for _ in mentions]
    starts = sorted({span.start for span in mentions})
    crowd = "one" if len(starts) == 1 else "shared" if len(namings) == 1 else "many"
    places_lead = namings[0].start < starts[0]
    turn = _after_its_place if places_lead else _before_its_place
    return [{place: f"turn.{name}.{crowd}" for place, name in turn(span, starts, namings).items()} for span in mentions]


def _after_its_place(span: Span, _: Sequence[int], namings: Sequence[Naming]) -> dict[int, str]:
    """Return the turns where places lead: the last named before the mention ends is its own."""
    last = max((start for start, _ in namings if start < span.end), default=-1)
    found: dict[int, str] = {}
    for start, place in namings:
        if found.get(place) != "own":
            found[place] = "own" if start == last else "before" if start < last else "after"
    return found


def _before_its_place(span: Span, starts: Sequence[int], namings: Sequence[Naming]) -> dict[int, str]:
    """Return the turns where mentions lead: the places named up to the next mention are its own."""
    following = min((start for start in starts if start >= span.end), default=None)
    found: dict[int, str] = {}
    for start, place in namings:
        is_past = following is not None and start >= following
        found.setdefault(place, "before" if start < span.start else "after" if is_past else "own")
    return found
