"""A report's mentions → where each lies."""

from collections.abc import Mapping, Sequence
from itertools import chain
from types import MappingProxyType

from corroborate.locate.place_choice import choose
from corroborate.locate.place_groups import implied, share, spots, without_actors
from corroborate.locate.place_names import toponyms
from corroborate.locate.place_points import Resolver
from corroborate.model.document import Document
from corroborate.model.ids import MentionId
from corroborate.model.issue import Issue
from corroborate.model.mention import Mention
from corroborate.model.situation import NOWHERE, Interval, Location
from corroborate.ports import Gazetteer


def places(
    document: Document,
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
    when: Mapping[MentionId, Interval | None] = MappingProxyType({}),
) -> tuple[Mapping[MentionId, tuple[Location, str]], tuple[Issue, ...]]:
    """Return the location of every mention with the rule that chose it, and the names that could not be resolved.

    `when` holds the days of mentions, where they are known: what spans many days is told of a wider place.
    """
    if not mentions:
        return {}, ()
    named = toponyms(document, gazetteer)
    grouped = implied(without_actors(tuple(spots(document, passage) for passage in named)))
    resolver = Resolver(document, list(chain(*named)), chain(*grouped))
    found = {}
    chosen = choose(document, grouped, mentions, when)
    for mention in mentions:
        key = mention.id  # a hash of its content, made anew each time
        spot = chosen[key].spot
        place = NOWHERE if spot is None else resolver.location(share(spot, mention.span, document))
        found[key] = (place, chosen[key].rule)
    return found, resolver.issues
