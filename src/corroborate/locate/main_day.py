"""The day of a report's main event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from corroborate.locate.campaigns import starts_campaign
from corroborate.locate.own_times import ExactDays, own_time
from corroborate.locate.time_grammar import Link
from corroborate.locate.time_roles import LONGEST_EVENT, Dated, Role, names_event, numbers_event
from corroborate.locate.time_words import word_lists
from corroborate.locate.told_times import Told
from corroborate.locate.undated import is_arrest
from corroborate.model.mention import Harm
from corroborate.model.situation import Interval

_LONGEST_SINCE = 7  # days that it may have gone on: "since Monday"
_FRESH = 10  # days before publication within which fresh news lies
_LEAD = 5  # passages with mentions in which the main event's day is told
_FIRST = 3  # passages with mentions in which a statement is of the main event
_HEAD = 8  # passages at the head of a report, whether mentions stand in them or not
_EARLIER = "earlier"  # "Earlier today, …" may well open what led up to the main event
_PERIODS = frozenset({"so_far", "running"})  # meanings of spans: "this week", "for the third day in a row"
_OPENING = 6  # words in which "also", "meanwhile" turn to another event


@dataclass(frozen=True, slots=True)
class MainDay:
    """The days of a report's main event; `sure` where the report dates the event and not only a statement of it."""

    days: Interval | None
    sure: bool


def main_day(told: Sequence[Told], published: date | None, exact: ExactDays) -> MainDay:
    """Return the days of the main event.

    They are those of the first fresh event in the lead; else those of the headline, whatever their length; else those
    by which an event is named ("the August 7 bombings"); else those of an event long ago that the first passage tells;
    else the day of the first statement in its first passages; else that of any fresh event at the head of the report.
    """
    telling = [here for here in told if here.mentions]
    lead = [here for here in telling if not here.is_heading][:_LEAD]
    lead += [here for here in telling if here.is_heading][:1]
    event = _first_fresh(lead, Role.EVENT, published)
    if event is not None:
        return MainDay(event, sure=True)
    heading = next((time.days for here in telling if here.is_heading for time in _dating(here)), None)
    if heading is not None:
        return MainDay(heading, sure=True)
    event = _named_day(told) or _first_old(lead, published) or _framing(told)
    if event is not None:
        event = exact.narrowed(event)
        return MainDay(event, sure=event.days == 1)
    event = _first_fresh(lead[:_FIRST], Role.STATEMENT, published)
    return MainDay(event or _first_fresh(_head(told), Role.EVENT, published), sure=False)


def _dating(here: Told) -> Iterator[Dated]:
    """Yield the times of events told in a passage, those apart over which events are counted."""
    return (time for time in here.of(Role.EVENT) if not numbers_event(time.expression, here.passage))


def _head(told: Sequence[Told]) -> Sequence[Told]:
    """Return the first passages, as far as mentions are made: what follows may be links to other stories.

    Those apart that tell of talks, a vote or a speech, whose day is no event's.
    """
    last = max((number for number, here in enumerate(told) if here.mentions), default=-1)
    return [here for here in told[: min(_HEAD, last + 1)] if not _is_affair(here)]


def _is_affair(here: Told) -> bool:
    """Say whether a passage names an affair and no violence: "The talks ended on Monday"."""
    lists, said = word_lists(), here.passage.said
    return lists["event_noun"].isdisjoint(said) and not lists["affair"].isdisjoint(said)


def _first_fresh(lead: Sequence[Told], role: Role, published: date | None) -> Interval | None:
    for number, here in enumerate(lead):
        turns = number and any(_turns_away(here, time, published) for time in here.times)
        if (turns or _is_another(here, lead[:number])) and not _retells(here, lead):
            continue
        for time in here.of(role):
            if _is_beside(here, time, lead[:number]):
                continue
            longest = _LONGEST_SINCE if time.expression.link is Link.SINCE else LONGEST_EVENT
            if time.days is not None and time.days.days <= longest and not is_old(time.days, published):
                return time.days
    return None


def _first_old(lead: Sequence[Told], published: date | None) -> Interval | None:
    """Return the days that the first passage tells of an event long ago, of whose aftermath the report is."""
    if not lead:
        return None
    first = lead[0]
    times = (time for time in _dating(first) if time.expression.link is Link.AT and _dates_violence(first, time))
    return next((time.days for time in times if time.days is not None and is_old(time.days, published)), None)


def _framing(told: Sequence[Told]) -> Interval | None:
    """Return the day that opens a passage at the head and frames the next one: "On 7 August, the guard had …"."""
    for here, following in pairwise(told[:_HEAD]):
        opening = here.of(Role.EVENT)[:1] if following.mentions and not here.mentions else ()
        for time in opening:
            if time.expression.first <= 1 and time.days is not None and time.days.days == 1:
                return time.days
    return None


def _is_beside(here: Told, time: Dated, before: Sequence[Told]) -> bool:
    """Say whether a time of the lead is not the main event's: of no mention, of a period, of a picture above the lead.

    `before` are the passages before: a span over which force is counted gives way to the day of a statement there.
    """
    expression = time.expression
    if (here.mentions and not _dates_violence(here, time)) or numbers_event(expression, here.passage):
        return True
    if expression.meaning in _PERIODS or (
        expression.meaning == "back" and any(one.of(Role.STATEMENT) for one in before)
    ):
        return True
    lines = here.of(Role.DATELINE)
    return any(expression.start < line.expression.start and line.days != time.days for line in lines)


def _dates_violence(here: Told, time: Dated) -> bool:
    """Say whether a time is that of a mention in its passage, arrests apart, or of a statement."""
    if time.role is not Role.EVENT:
        return True
    own = (own_time(here, mention) for mention in here.mentions if not is_arrest(mention))
    return any(one is not None and one.expression.start == time.expression.start for one in own)


def is_old(days: Interval, published: date | None) -> bool:
    """Say whether the days began too long before publication to be fresh news."""
    return published is not None and (published - days.start).days > _FRESH


def _turns_away(here: Told, time: Dated, published: date | None) -> bool:
    """Say whether a passage after the first turns to another event: "Also on Monday, …".

    An earlier one may be told with less ado: "On Friday, …", "… also … yesterday".
    """
    if here.is_heading or published is None or time.days is None:
        return False
    opening = [token.folded for token in here.passage.tokens[:_OPENING]]
    turning = word_lists()["opening"]
    if time.days.start >= published:
        return opening[0] in turning and opening[0] != _EARLIER
    return not turning.isdisjoint(opening) or any(
        other.expression.first <= 1 and _is_past(other, published) and not _is_owner(here, other)
        for other in here.times
    )


def _is_another(here: Told, before: Sequence[Told]) -> bool:
    """Say whether a passage tells another attack, with figures of its own: "A raid on Monday killed two"."""
    opening = [token.folded for token in here.passage.tokens[:_OPENING]]
    if opening[:1] not in (["a"], ["an"], ["another"]) or word_lists()["event_noun"].isdisjoint(opening):
        return False
    told = {harm.effect: harm.count for other in before if not other.is_heading for harm in _counted(other)}
    return any(harm.effect in told and told[harm.effect] != harm.count for harm in _counted(here))


def _counted(here: Told) -> Iterator[Harm]:
    """Yield the harm that a passage counts."""
    harms = (mention.content for mention in here.mentions if isinstance(mention.content, Harm))
    return (harm for harm in harms if harm.count.low)


def _is_owner(here: Told, time: Dated) -> bool:
    """Say whether a day that opens a passage names an event that is known: "Saturday's blast targeted …"."""
    return any(token.folded in {"'s", "’s"} for token in here.passage.tokens[time.expression.last :][:1])


def _is_past(time: Dated, published: date) -> bool:
    return time.days is not None and time.days.start < published


def _retells(here: Told, lead: Sequence[Told]) -> bool:
    """Say whether a passage repeats a figure that an earlier passage, or the headline, gave."""
    earlier = {
        (mention.content.effect, mention.content.count)
        for other in lead
        for mention in other.mentions
        if isinstance(mention.content, Harm) and mention.span.start < here.passage.start
    }
    return any(
        (mention.content.effect, mention.content.count) in earlier
        for mention in here.mentions
        if isinstance(mention.content, Harm) and (mention.content.count.low or 0) > 1
    )


def _named_day(told: Sequence[Told]) -> Interval | None:
    """Return the day by which events are named most often, a campaign's beginning apart."""
    named = [
        time.days
        for number, here in enumerate(told)
        for time in here.of(Role.EVENT)
        if time.days is not None and time.days.days == 1 and names_event(time.expression, here.passage)
        if not starts_campaign(time, here.passage) and not _is_another(here, told[:number])
    ]
    return max(dict.fromkeys(named), key=named.count, default=None)
