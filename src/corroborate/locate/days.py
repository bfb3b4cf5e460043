"""Mentions → the days on which they lie, from the times that the report tells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from corroborate.locate.time_expressions import TimeExpression, grammar, time_expressions
from corroborate.locate.time_meanings import Anchor, Unresolved
from corroborate.locate.time_roles import Dated, Role, dated
from corroborate.model.document import Document, Passage, PassageKind
from corroborate.model.ids import MentionId
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.mention import Mention
from corroborate.model.situation import Interval
from corroborate.model.span import Span

Day = tuple[Interval | None, str]


@dataclass(frozen=True, slots=True)
class Timed:
    """A passage with the times that it tells."""

    passage: Passage
    times: tuple[Dated, ...]

    def of(self, role: Role) -> tuple[Dated, ...]:
        """Return the times of one role."""
        return tuple(time for time in self.times if time.role is role)


def days(document: Document, mentions: Sequence[Mention]) -> tuple[Mapping[MentionId, Day], tuple[Issue, ...]]:
    """Return for each mention its days (None where the text gives none) and the rule that chose them."""
    timed = tuple(_timed(document))
    chosen: dict[MentionId, Day] = {}
    main = _main_day(timed, document.published)
    focus: Interval | None = None
    waiting = sorted(mentions, key=lambda mention: mention.span.start)
    for here in timed:
        inside = [mention for mention in waiting if here.passage.start <= mention.span.start < here.passage.end]
        waiting = waiting[len(inside) :]
        events = here.of(Role.EVENT)
        for mention in inside:
            chosen[mention.id] = _choose(here, mention, focus, main)
        if events and events[-1].days is not None:
            focus = events[0].days
    for mention in waiting:
        chosen.setdefault(mention.id, (main, "main-event"))
    return chosen, tuple(_issues(document, timed))


def _timed(document: Document) -> Iterator[Timed]:
    anchor = Anchor(document.published)
    for index, passage in enumerate(document.passages):
        found = time_expressions(passage, document.text, anchor)
        times = tuple(dated(expression, passage, index, document.published) for expression in found)
        for time in times:
            if time.role in {Role.EVENT, Role.STATEMENT} and time.days is not None:
                anchor = Anchor(document.published, time.days)
        yield Timed(passage, times)


def _main_day(timed: Sequence[Timed], published: date | None) -> Interval | None:
    for role in (Role.EVENT, Role.STATEMENT):
        for here in timed[:12]:
            for time in here.of(role):
                if time.days and time.days.days <= 3 and (published is None or (published - time.days.start).days <= 10):
                    return time.days
    return None


def _choose(here: Timed, mention: Mention, focus: Interval | None, main: Interval | None) -> Day:
    events = here.of(Role.EVENT)
    if events:
        best = min(events, key=lambda time: _cost(here.passage, time.expression, mention))
        return best.days, f"same-sentence:{best.expression.rule}"
    if here.of(Role.VAGUE):
        return None, "vague"
    statements = here.of(Role.STATEMENT)
    if statements:
        day = statements[0].days
        if main is not None and day is not None and main.start < day.start:
            return main, "statement-of-main"
        return day, "statement"
    if here.passage.kind is PassageKind.HEADLINE or focus is None:
        return main, "main-event"
    return focus, "focus"


def _cost(passage: Passage, expression: TimeExpression, mention: Mention) -> tuple[int, int]:
    if mention.span.start <= expression.start < mention.span.end:
        return (0, expression.start)
    low, high = sorted((expression.start, mention.span.start))
    between = [token for token in passage.tokens if low < token.start < high]
    breaks = sum(token.folded in grammar().lists["clause"] for token in between)
    return (1 + breaks, len(between))


def _issues(document: Document, timed: Sequence[Timed]) -> Iterator[Issue]:
    open_told = False
    for here in timed:
        for time in here.times:
            outcome, expression = time.expression.outcome, time.expression
            span = Span.cut(document.text, expression.start, expression.end)
            if outcome is Unresolved.INVALID:
                message = f"“{span.quote}” is no day of the calendar"
                yield Issue(IssueKind.UNRESOLVED_DATE, "locate", (document.id,), message, span)
            elif outcome is Unresolved.OPEN and document.published is None and not open_told:
                open_told = True
                message = f"“{span.quote}” counts from the publication date, which is not known"
                yield Issue(IssueKind.UNRESOLVED_DATE, "locate", (document.id,), message, span)


