"""Mentions → the days on which they lie, from the times that the report tells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from corroborate.locate import calendar, deaths
from corroborate.locate.campaigns import goes_on, is_campaign_toll, is_since_event, is_since_war, tells_beginning
from corroborate.locate.day_of_writing import day_of_writing, written_otherwise
from corroborate.locate.harmed_in import with_their_harm
from corroborate.locate.main_day import MainDay, is_old, main_day
from corroborate.locate.own_times import ExactDays, exact_days, own_time
from corroborate.locate.time_anchor import Unresolved
from corroborate.locate.time_grammar import Link
from corroborate.locate.time_roles import CLAUSAL, LONGEST_EVENT, Dated, Role, numbers_event
from corroborate.locate.time_words import word_lists
from corroborate.locate.told_times import Told, campaign_start, told_times, war_days
from corroborate.locate.undated import (
    is_arrest,
    is_campaign,
    is_flight,
    is_habit,
    is_ongoing,
    is_standing,
    is_standing_charge,
    is_war_toll,
    undated,
)
from corroborate.model.casualty import VAGUE
from corroborate.model.document import Document
from corroborate.model.ids import MentionId
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.mention import Attack, Harm, Mention, Method
from corroborate.model.situation import Interval
from corroborate.model.span import Span

Day = tuple[Interval | None, str]
_OWN = ("same-sentence", "statement")  # rules by which a mention has its days from its own sentence
_COUNTED = "counted-over"  # the rule of a count's span, which no other mention takes over
_TOLL, _OF_TOLL = frozenset({"toll", "figure", "figures", "tally"}), 3  # words in which it opens: "The death toll"
_MONTH = 28  # days that a month has at the least
_LONGEST_FRAME = 31  # days that an opening time may span and still frame the sentences after it
_OF_WHOM = 4  # words: "at least two of whom"
_LONGEST_DATE = 6  # tokens of "Thursday, 17 May 2018:"
_REACH_OF_HEADING = 2  # passages under a heading whose days are its own


@dataclass(frozen=True, slots=True)
class _Story:
    """What the whole report tells of time."""

    main: MainDay
    war: Interval | None
    campaign: Interval | None
    exact: ExactDays
    dates_arrests: bool
    body: int
    published: date | None


@dataclass(frozen=True, slots=True)
class _Focus:
    """The days told last, and whether they are the background of fresher news; `lasting` the days since a time."""

    days: Interval | None = None
    background: bool = False
    lasting: Interval | None = None


def days(document: Document, mentions: Sequence[Mention]) -> tuple[Mapping[MentionId, Day], tuple[Issue, ...]]:
    """Return for each mention its days (None where the text gives none) and the rule that chose them.

    Days come from the mention's own sentence, else from what was told just before, else from the main event.
    """
    told = tuple(told_times(document, mentions))
    published = day_of_writing(document)
    exact = exact_days(told)
    story = _Story(
        main=main_day(told, published, exact),
        war=war_days(told, published),
        campaign=campaign_start(told),
        exact=exact,
        dates_arrests=_dates_arrests(told),
        body=next((here.passage.start for here in told if here.mentions and not here.is_heading), 0),
        published=published,
    )
    chosen: dict[MentionId, Day] = {}
    focus, begun = _Focus(), False
    entries = _entries(told)
    for number, here in enumerate(told):
        focus = entries.get(number) or (_under(told, number) if begun else None) or focus
        begun = begun or bool(here.mentions)
        found = [(mention.id, _choose(here, mention, focus, story)) for mention in here.mentions]
        chosen.update(found)
        following = told[number + 1] if number + 1 < len(told) else None
        telling = [day for mention, (_, day) in zip(here.mentions, found, strict=True) if not is_arrest(mention)]
        focus = _moved(focus, here, following, telling, story)
    chosen.update(_shares(told, chosen))
    chosen.update(_told_again(told, chosen))
    chosen.update(deaths.of_one_person(told, chosen))
    chosen.update(dict(with_their_harm(told, chosen)))
    return chosen, (*written_otherwise(document), *_issues(document, told))


def _told_again(told: Sequence[Told], chosen: Mapping[MentionId, Day]) -> Iterator[tuple[MentionId, Day]]:
    """Yield the days of tolls that a headline or lead tells without a day, where the report tells them with one."""
    tolls = [
        (mention.id, (mention.content.effect, mention.content.count))
        for here in told
        for mention in here.mentions
        if isinstance(mention.content, Harm) and (mention.content.count.low or 0) > 1
    ]
    dated = {toll: chosen[one][0] for one, toll in reversed(tolls) if chosen[one][1].startswith(_OWN)}
    for one, toll in tolls:
        if chosen[one][1] == "main-event" and dated.get(toll) is not None:
            yield one, (dated[toll], "same-toll")


def _shares(told: Sequence[Told], chosen: Mapping[MentionId, Day]) -> Iterator[tuple[MentionId, Day]]:
    """Yield the days of shares that tell none: those of the whole.

    Shares of a figure, and those of whom a clause tells more ("…, many of whom fled").
    """
    for here in told:
        before: MentionId | None = None
        for mention in here.mentions:
            of_whom = "whom" in mention.span.quote.casefold().split()[:_OF_WHOM]
            whole, before = before if of_whom else mention.part_of, mention.id
            if whole is not None and whole in chosen and own_time(here, mention) is None:
                yield mention.id, chosen[whole]


def _entries(told: Sequence[Told]) -> Mapping[int, _Focus]:
    """Return the days of the lines that hold a date alone, where a list has several such: each dates what follows."""
    alone = {
        number: time.days
        for number, here in enumerate(told)
        if not here.mentions
        for time in here.of(Role.DATELINE)
        if time.days is not None and time.expression.first <= 1 and len(here.passage.tokens) <= _LONGEST_DATE
    }
    return {number: _Focus(day) for number, day in alone.items()} if len(set(alone.values())) > 1 else {}


def _under(told: Sequence[Told], number: int) -> _Focus | None:
    """Return the days told under a heading within the report, to be the heading's and of what follows it."""
    if not told[number].is_heading:
        return None
    for here in told[number + 1 : number + 1 + _REACH_OF_HEADING]:
        if here.is_heading:
            return None
        for time in here.of(Role.EVENT):
            if time.days is not None and time.days.days <= LONGEST_EVENT:
                return _Focus(time.days)
    return None


def _choose(here: Told, mention: Mention, focus: _Focus, story: _Story) -> Day:
    own = own_time(here, mention)
    if own is not None and not (_stands_apart(own, mention) and is_habit(here.passage, mention)):
        lasting = _since(own.days, here, story.published) if _counts_from(here, own, mention) else None
        rule = _COUNTED if numbers_event(own.expression, here.passage) else "same-sentence"
        return lasting or story.exact.of_time(own), f"{rule}:{own.expression.rule}"
    if here.of(Role.VAGUE):
        return None, "vague"
    why = undated(here.passage, mention)
    if why is not None:
        return None, why
    if is_war_toll(here.passage, mention) or is_since_war(here.passage, mention):
        return _as_told(story.war, here), "war-toll"
    if is_campaign_toll(here.passage, mention) or is_since_event(here.passage, mention):
        told = focus.days if story.campaign is None and is_since_event(here.passage, mention) else None
        begun = _since(story.campaign or told, here, story.published)
        return (focus.lasting or begun) if story.campaign is None else begun, "campaign-toll"
    if not here.is_heading and is_ongoing(here.passage, mention):
        return None, "ongoing"
    if here.passage.start > story.body and _stands(here, mention):
        return None, "standing"
    if is_arrest(mention) and (not story.dates_arrests or (focus.days is None and _is_long_past(story))):
        return None, "arrest"  # arrests follow an attack: its day is not theirs
    if not story.main.sure and story.campaign is not None and _is_uncounted_harm(mention):
        return _since(story.campaign, here, story.published), "campaign-toll"
    return _from_statement(here, focus, story) or _inherited(here, mention, focus, story)


def _is_long_past(story: _Story) -> bool:
    """Say whether the report recalls an event of long ago, whose day is not that of the arrests that it tells."""
    return story.main.days is not None and is_old(story.main.days, story.published)


def _stands(here: Told, mention: Mention) -> bool:
    """Say whether a sentence of the body tells what stands at no moment: force in the present, a charge so far."""
    return (is_standing(here.passage, mention) and not _counts_harm(here)) or is_standing_charge(here.passage, mention)


def _counts_harm(here: Told) -> bool:
    """Say whether a sentence tells how many were harmed, as one does of an event."""
    harms = (mention.content for mention in here.mentions if isinstance(mention.content, Harm))
    return any(harm.count != VAGUE for harm in harms)


def _counts_from(here: Told, time: Dated, mention: Mention) -> bool:
    """Say whether harm up to now is counted from the day of an event: "have been killed since the |2021| coup"."""
    tokens, first = here.passage.tokens, time.expression.first
    first -= tokens[first - 1].folded == "the" if first else 0
    opened = first > 0 and tokens[first - 1].folded == "since" and tokens[first].folded == "the"
    before = [token.folded for token in tokens[max(0, first - _REACH_OF_BEGINNING) : first]]
    if not word_lists()["began"].isdisjoint(before):  # "the war, which |began in 2012|, has killed"
        lasting = goes_on(here.passage, mention) or mention.span.quote.casefold().startswith(("has ", "have "))
        return mention.span.start >= time.expression.end and lasting
    return opened and mention.span.end <= time.expression.start and goes_on(here.passage, mention)


_REACH_OF_BEGINNING = 3  # words of "broke out in"


def _stands_apart(time: Dated, mention: Mention) -> bool:
    """Say whether a time stands outside the words of a mention."""
    return not mention.span.start <= time.expression.start < mention.span.end


def _since(start: Interval | None, here: Told, published: date | None) -> Interval | None:
    """Return the span from the beginning of a campaign to the statement of its toll, else to publication."""
    statement = next((time.days for time in here.of(Role.STATEMENT)), None)
    end = statement.end if statement is not None else published
    return calendar.span(start.start, end) if start is not None and end is not None and start.start <= end else None


def _as_told(war: Interval | None, here: Told) -> Interval | None:
    """Return the days of a war up to the month in which its toll was told: "a February report", "said in August"."""
    month = next((time.days for time in here.of(Role.REPORT) if time.days and time.days.days >= _MONTH), None)
    if war is None or month is None or not war.start <= month.start <= month.end < war.end:
        return war
    return calendar.span(war.start, month.end)


def _is_uncounted_harm(mention: Mention) -> bool:
    """Say whether it is harm without a number: "civilian deaths"."""
    return isinstance(mention.content, Harm) and mention.content.count == VAGUE


def _dates_arrests(told: Sequence[Told]) -> bool:
    """Say whether the report gives a day to any arrest, or tells of a raid or fight in which people may be taken."""
    return any(
        (isinstance(mention.content, Attack) and mention.content.method is Method.GROUND_ASSAULT)
        or (is_arrest(mention) and own_time(here, mention) is not None)
        for here in told
        for mention in here.mentions
    )


def _from_statement(here: Told, focus: _Focus, story: _Story) -> Day | None:
    """Return the day of the statement that tells it; of an earlier main event, where the report has one.

    The day of a deed (a meeting, a charge) or of a mere report is never that of the violence it concerns.
    """
    telling = here.of(Role.STATEMENT) or here.of(Role.DEED) or here.of(Role.REPORT)
    if not telling:
        return None
    day, main = telling[0].days, story.main.days
    if _carries(here) and focus.days is not None and not focus.background and _precedes(focus.days, day):
        return focus.days, "told-of-focus"
    role, is_apart = telling[0].role, telling[0].role is not Role.STATEMENT
    if role is Role.DEED and story.main.sure and main is not None and day is not None and day.end < main.start:
        return None  # "this attack breaks the truce that was signed in March"
    if main is not None and day is not None and (main.start < day.start or (is_apart and main == day)):
        return main, "told-of-main"
    return (None, str(role)) if is_apart else (day, "statement")


def _carries(here: Told) -> bool:
    """Say whether the passage goes on about the one before, by its first word or as it speaks of "that attack"."""
    words, lists = here.passage.words, word_lists()
    if not words or words[0] in lists["carrying"]:
        return bool(words)
    return "that" in here.passage.said and any(
        word == "that" and after in lists["event_noun"] for word, after in pairwise(words)
    )


def _inherited(here: Told, mention: Mention, focus: _Focus, story: _Story) -> Day:
    if focus.lasting is not None and (goes_on(here.passage, mention) or _tells_toll(here)):
        return focus.lasting, "focus"
    main = story.main
    days = main.days if focus.background and main.sure and not _carries(here) else focus.days
    is_first = here.is_heading and here.passage.start < story.body
    if is_first or days is None or focus.days is None:
        return _unless_campaign(here, mention, (main.days, "main-event"))
    if is_flight(mention):
        return None, "standing"
    return _unless_campaign(here, mention, (days, "focus"))


def _precedes(days: Interval, statement: Interval | None) -> bool:
    return statement is not None and days.start <= statement.start


def _tells_toll(here: Told) -> bool:
    """Say whether a sentence tells more of a toll that was told: "The |toll| includes 12 people killed by mines"."""
    return not _TOLL.isdisjoint(token.folded for token in here.passage.tokens[:_OF_TOLL])


def _unless_campaign(here: Told, mention: Mention, day: Day) -> Day:
    return (None, "campaign") if not here.is_heading and is_campaign(here.passage, mention) else day


def _moved(focus: _Focus, here: Told, following: Told | None, found: Sequence[Day], story: _Story) -> _Focus:
    """Return the days that the next passage may take over: those told here, else those held before."""
    told = next((days for days, rule in found if days is not None and rule.startswith(_OWN)), None)
    if not here.mentions:  # "On 7 August, the ambassador had just ended a talk." frames what follows
        followed = following is not None and following.passage.tokens[0].folded in word_lists()["pronoun"]
        framing = (time.days for time in here.of(Role.EVENT) if _frames(time, story.published, followed=followed))
        told = next((days for days in framing if days is not None), None)
    onward = told is None or any(goes_on(here.passage, mention) for mention in here.mentions)
    lasting = _lasting(here) or (focus.lasting if onward else None)
    if told is None and focus.background and any(rule == "focus" and days == story.main.days for days, rule in found):
        return _Focus(story.main.days, lasting=lasting)
    if told is None:
        return focus if lasting is focus.lasting else replace(focus, lasting=lasting)
    return _Focus(told, background=told.days > LONGEST_EVENT or is_old(told, story.published), lasting=lasting)


def _lasting(here: Told) -> Interval | None:
    """Return the days since a time for which violence is told to have gone on: "fighting has raged since 10 May"."""
    since = next((time for time in here.of(Role.EVENT) if time.expression.link is Link.SINCE), None)
    if since is None and tells_beginning(here.passage):  # "the deadliest day since the hostilities began on 10 May"
        since = next((time for time in here.of(Role.COMPARISON) if time.expression.link is Link.SINCE), None)
    return since.days if since is not None and (here.mentions or _is_violent(here)) else None


def _is_violent(here: Told) -> bool:
    """Say whether a passage has a word for a campaign, a war or another event of violence."""
    lists = word_lists()
    words = here.passage.said
    return not all(lists[name].isdisjoint(words) for name in ("campaign", "war", "event_noun"))


def _frames(time: Dated, published: date | None, *, followed: bool) -> bool:
    """Say whether a time frames what follows it: "On 7 August, …"; "… on Monday. They …"; not "Until Monday".

    `followed` says that the next passage begins with a pronoun.
    """
    expression = time.expression
    if time.days is None or expression.link not in {Link.AT, Link.SINCE} or expression.meaning in CLAUSAL:
        return False
    if expression.first <= 1:
        return time.days.days <= _LONGEST_FRAME
    return followed and time.days.days <= LONGEST_EVENT and not is_old(time.days, published)


def _issues(document: Document, told: Sequence[Told]) -> Iterator[Issue]:
    """Yield an issue for every impossible date, and one for the first time that lacks a publication date."""
    lacking = False
    for time in (time for here in told for time in here.times):
        expression = time.expression
        quote = document.text[expression.start : expression.end]
        if expression.outcome is Unresolved.INVALID:
            message = f"“{quote}” is no day of the calendar"
        elif expression.outcome is Unresolved.OPEN and expression.rule == "date-numeric":
            message = f"“{quote}” may be two days: day and month cannot be told apart"
        elif expression.outcome is Unresolved.OPEN and not lacking:
            lacking = True
            message = f"“{quote}” counts from the publication date, which is not known"
        else:
            continue
        span = Span.cut(document.text, expression.start, expression.end)
        yield Issue(IssueKind.UNRESOLVED_DATE, "locate", (document.id,), message, span)
