"""Tokens → the times that they speak of: a grammar of English time expressions, read from `time_patterns.tsv`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from corroborate.locate import calendar
from corroborate.locate.numeric_dates import numeric_dates
from corroborate.locate.time_anchor import Anchor, Outcome, Unresolved, Words
from corroborate.locate.time_grammar import Grammar, Link, Pattern, grammar
from corroborate.locate.time_meanings import resolve
from corroborate.locate.time_words import Value
from corroborate.model.document import Passage
from corroborate.model.passing import passing
from corroborate.model.situation import Interval

_LONGEST_CLOCK = 7  # tokens of "from 4:30 p.m. on the night of"
_FARTHEST_LINK = 5  # words from "since" to its date: "since the early morning of Monday"
_LONGEST_CLAUSE = (
    24  # words in "since the conflict in the country and along the borders of its neighbours broke out in March 2011"
)
_SINCE_MID_MONTH, _SINCE_MID_YEAR = 15, 7  # "since mid-March" begins on the 15th, "since mid-2012" in July
_A_DAY = timedelta(days=1)
_FIXED = ""  # the meaning of an expression whose days no anchor moves


@passing
class TimeExpression:
    """Words for a time: their place in the document, the rule that read them, and the days that they mean.

    `first` and `last` are the token positions [first, last) in the passage. `outcome` is an interval, or why there is
    none; `meaning` and `words` let it be resolved again from another anchor.
    """

    start: int
    end: int
    first: int
    last: int
    rule: str
    outcome: Outcome
    link: Link
    meaning: str
    words: Words

    @property
    def interval(self) -> Interval | None:
        """Return the days, None where the words give none."""
        return self.outcome if isinstance(self.outcome, Interval) else None

    @property
    def is_full_date(self) -> bool:
        """Say whether day, month and year are all said."""
        return self.rule == "date-numeric" or {"YEAR", "MONTH", "DAY"} <= self.words.keys()

    def counted_from(self, anchor: Anchor) -> "TimeExpression":
        """Return the same words as read from another anchor."""
        if self.meaning == _FIXED:
            return self
        return replace(self, outcome=_linked(self.link, self.words, resolve(self.meaning, self.words, anchor), anchor))


def time_expressions(passage: Passage, text: str, anchor: Anchor) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a passage in order, none overlapping; each may count from the one before."""
    rules = grammar()
    signs = rules.alphabet.spell(passage.tokens)
    numeric = tuple(_numeric(passage, text, anchor))
    for expression in numeric:
        signs = signs[: expression.first] + "p" * (expression.last - expression.first) + signs[expression.last :]
    if not numeric and not rules.core.search(signs):
        return ()
    found = sorted([*numeric, *_scan(passage, signs, anchor, rules)], key=lambda expression: expression.first)
    return tuple(_joined(found, signs, rules))


def _numeric(passage: Passage, text: str, anchor: Anchor) -> Iterator[TimeExpression]:
    for start, end, outcome in numeric_dates(text, passage.start, passage.end, anchor.day):
        first = bisect_right(passage.tokens, start, key=lambda token: token.end)
        last = bisect_left(passage.tokens, end, key=lambda token: token.start)
        if first < last:
            yield TimeExpression(start, end, first, last, "date-numeric", outcome, Link.AT, _FIXED, {})


def _scan(passage: Passage, signs: str, anchor: Anchor, rules: Grammar) -> Iterator[TimeExpression]:
    at = 0
    while candidate := rules.begins.search(signs, at):
        at = candidate.start()
        found = _fitting(signs, at, rules)
        if found is None:
            at += 1
            continue
        pattern, end = found
        expression = _read(passage, pattern, (at, end), anchor, _link(signs, at, rules))
        yield expression
        if expression.interval is not None:
            anchor = Anchor(anchor.day, expression.interval, expression.interval)
        at = end


def _fitting(signs: str, at: int, rules: Grammar) -> tuple[Pattern, int] | None:
    """Return the first pattern of the table that fits here, and where it ends."""
    for pattern in rules.beginning[signs[at]]:
        match = pattern.shape.match(signs, at)
        if match and match.end() > at:
            return pattern, match.end()
    return None


def _read(passage: Passage, pattern: Pattern, place: tuple[int, int], anchor: Anchor, link: Link) -> TimeExpression:
    first, last = place
    words: dict[str, Value] = {} if pattern.argument is None else {"ARG": pattern.argument}
    alphabet = grammar().alphabet
    for token in passage.tokens[first:last]:
        for name, value in alphabet.classes(token.text).items():
            if name.startswith("PART_"):
                part, number = str(value).split()
                words |= {"PART": part, name.removeprefix("PART_"): int(number)}
            else:
                words[f"{name}2" if name in words else name] = value
    outcome = _linked(link, words, resolve(pattern.meaning, words, anchor), anchor)
    start, end = passage.tokens[first].start, passage.tokens[last - 1].end
    return TimeExpression(start, end, first, last, pattern.id, outcome, link, pattern.meaning, words)


def _link(signs: str, at: int, rules: Grammar) -> Link:
    timed = False
    for back in range(at - 1, max(-1, at - 1 - _FARTHEST_LINK), -1):
        link = rules.links.get(signs[back])
        if link is not None:
            return Link.AT if timed and link is not Link.SINCE else link  # "before dawn on Monday"
        timed = timed or signs[back] in rules.hours
        if signs[back] not in rules.skipped:
            break
    return Link.SINCE if rules.since_clause.search(signs, max(0, at - _LONGEST_CLAUSE), at) else Link.AT


def _linked(link: Link, words: Words, outcome: Outcome, anchor: Anchor) -> Outcome:
    """Turn "since X" into the span from X's first day to the anchor; other links leave X as it is."""
    if link is not Link.SINCE or not isinstance(outcome, Interval):
        return outcome
    if anchor.day is None:
        return Unresolved.OPEN
    start = outcome.end if "END" in words else outcome.start  # "since the end of July"
    if words.get("PART") == "mid":
        start = start.replace(day=_SINCE_MID_MONTH) if "MONTH" in words else start.replace(month=_SINCE_MID_YEAR)
    return calendar.span(start, anchor.day) if start <= anchor.day else Unresolved.FUTURE


def _joined(found: Sequence[TimeExpression], signs: str, rules: Grammar) -> Iterator[TimeExpression]:
    """Join "between A and B", "from A to B", "last night and today" into one span; hand on the rest."""
    held: TimeExpression | None = None
    for expression in found:
        both = None if held is None else _span_of(held, expression, signs, rules)
        if held is not None and both is None:
            yield held
        held = both or expression
    if held is not None:
        yield held


def _span_of(left: TimeExpression, right: TimeExpression, signs: str, rules: Grammar) -> TimeExpression | None:
    if left.interval is None or right.interval is None or right.interval.end < left.interval.start:
        return None
    before = signs[max(0, left.first - _LONGEST_CLOCK) : left.first].rstrip(rules.clock)
    opened = before[-1:] in rules.span_openers
    joint = signs[left.last : right.first]
    paired = joint[:1] in rules.paired and rules.skipped.issuperset(joint[1:])  # "last night and early this morning"
    follows = paired and right.interval.days == 1 and right.interval.start - left.interval.end <= _A_DAY
    if not follows and not (opened and joint.strip(rules.clock) in rules.joints):
        return None
    outcome = calendar.span(left.interval.start, right.interval.end)
    return replace(
        left,
        end=right.end,
        last=right.last,
        rule=f"{left.rule}+{right.rule}",
        outcome=outcome,
        meaning=_FIXED,
        words={},
    )
