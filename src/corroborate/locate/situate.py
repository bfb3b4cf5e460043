"""Places and days put together: the whole of the stage."""

from collections.abc import Mapping, Sequence

from corroborate.locate.days import days
from corroborate.locate.places import places
from corroborate.model.document import Document
from corroborate.model.ids import MentionId
from corroborate.model.issue import Issue
from corroborate.model.mention import Mention
from corroborate.model.situation import NOWHERE, Situation
from corroborate.ports import Gazetteer


def locate(
    document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer
) -> tuple[Mapping[MentionId, Situation], tuple[Issue, ...]]:
    """Return the situation of every mention, and the places and days that could not be resolved."""
    when, doubtful_days = days(document, mentions)
    known = {mention: interval for mention, (interval, _) in when.items()}
    where, doubtful_places = places(document, mentions, gazetteer, known)
    situations = {}
    for key, (interval, when_rule) in when.items():
        location, where_rule = where.get(key, (NOWHERE, ""))
        situations[key] = Situation(location, interval, where_rule, when_rule)
    return situations, (*doubtful_places, *doubtful_days)
