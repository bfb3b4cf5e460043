"""Tokens → the times that they speak of: a grammar of English time expressions, read from `time_patterns.tsv`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from corroborate.errors import SettingsError
from corroborate.locate import calendar
from corroborate.locate.time_meanings import MEANINGS, Anchor, Outcome, Unresolved, Words, resolve
from corroborate.locate.time_words import Alphabet, Value, rows
from corroborate.model.document import Passage
from corroborate.model.situation import Interval

_ITEM = re.compile(r"(?P<before><)?(?P<never>!)?(?P<any>[^<>!?]+)>?(?P<optional>\?)?")
_CORE = "MONTH WEEKDAY DAY_SHORT SEASON UNIT HOUR_OF_DAY YEAR FEAST PART_MONTH PART_YEAR today yesterday tonight overnight tomorrow weekend recently"
_CORE_WORDS = (*_CORE.split(), "todays", "yesterdays", "lately", "then", "ever", "same")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?!\d|[./-]\d)")
_LINKS = ("since", "until", "till", "after", "before", "following", "by", "between", "from")
_SKIPPED = ("the", "on", "at", "about", "around", "of", "early", "late", "in", "just")
_JOINTS = ("and", "to", "until", "till", "through", "DASH")
_NEAR = timedelta(days=31)
_FARTHEST_LINK = 3


class Link(StrEnum):
    """How the words before an expression turn it."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    AFTER = "after"
    BEFORE = "before"
    BY = "by"


@dataclass(frozen=True, slots=True)
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

    def counted_from(self, anchor: Anchor) -> "TimeExpression":
        """Return the same words as read from another anchor."""
        return replace(self, outcome=_linked(self.link, self.words, resolve(self.meaning, self.words, anchor), anchor))


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of the grammar, compiled over the signs of tokens."""

    id: str
    shape: re.Pattern[str]
    meaning: str
    argument: int | None
    example: str
    expected: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """All patterns, and which of them may begin at which sign."""

    alphabet: Alphabet
    patterns: tuple[Pattern, ...]
    beginning: dict[str, tuple[Pattern, ...]]
    core: re.Pattern[str]
    begins: re.Pattern[str]
    links: dict[str, Link | str]
    skipped: str
    joints: str
    speech: frozenset[str]
    lists: dict[str, tuple[str, ...]]


def time_expressions(passage: Passage, text: str, anchor: Anchor) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a passage in order, none overlapping; each may count from the one before."""
    rules = grammar()
    numeric = tuple(_numeric(passage, text, anchor))
    signs = rules.alphabet.spell(passage.tokens)
    if numeric:
        masked = list(signs)
        for expression in numeric:
            masked[expression.first : expression.last] = "p" * (expression.last - expression.first)
        signs = "".join(masked)
    elif not rules.core.search(signs):
        return ()
    found = sorted([*numeric, *_scan(passage, signs, anchor, rules)], key=lambda expression: expression.first)
    return tuple(_joined(found, signs, rules))


def _scan(passage: Passage, signs: str, anchor: Anchor, rules: Grammar) -> Iterator[TimeExpression]:
    at = 0
    while candidate := rules.begins.search(signs, at):
        at = candidate.start()
        for pattern in rules.beginning[signs[at]]:
            match = pattern.shape.match(signs, at)
            if match and match.end() > at:
                expression = _read(passage, pattern, (at, match.end()), anchor, _link(signs, at, rules))
                yield expression
                if expression.interval is not None:
                    anchor = Anchor(anchor.day, expression.interval)
                at = match.end()
                break
        else:
            at += 1


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
    for back in range(at - 1, max(-1, at - 1 - _FARTHEST_LINK), -1):
        link = rules.links.get(signs[back])
        if isinstance(link, Link):
            return link
        if signs[back] not in rules.skipped:
            break
    return Link.AT


def _linked(link: Link, words: Words, outcome: Outcome, anchor: Anchor) -> Outcome:
    """Turn "since X" into the span from X's first day to the anchor; other links leave X as it is."""
    if link is not Link.SINCE or not isinstance(outcome, Interval):
        return outcome
    if anchor.day is None:
        return Unresolved.OPEN
    start = outcome.start
    if words.get("PART") == "mid":
        start = start.replace(day=15) if "MONTH" in words else start.replace(month=7)
    return calendar.span(start, anchor.day) if start <= anchor.day else Unresolved.FUTURE


def _joined(found: Sequence[TimeExpression], signs: str, rules: Grammar) -> Iterator[TimeExpression]:
    """Join "between A and B", "from A to B" into one span; hand on the rest."""
    held: TimeExpression | None = None
    for expression in found:
        if held is None:
            held = expression
            continue
        both = _span_of(held, expression, signs, rules)
        if both is None:
            yield held
        held = both or expression
    if held is not None:
        yield held


def _span_of(left: TimeExpression, right: TimeExpression, signs: str, rules: Grammar) -> TimeExpression | None:
    opened = any(rules.links.get(sign) == "span" for sign in signs[max(0, left.first - 2) : left.first])
    joint = signs[left.last : right.first]
    if not opened or len(joint) != 1 or joint not in rules.joints or left.interval is None or right.interval is None:
        return None
    if right.interval.end < left.interval.start:
        return None
    outcome = calendar.span(left.interval.start, right.interval.end)
    return TimeExpression(
        left.start, right.end, left.first, right.last, f"{left.rule}+{right.rule}", outcome, Link.AT, "fixed", {}
    )


def _numeric(passage: Passage, text: str, anchor: Anchor) -> Iterator[TimeExpression]:
    for match in _NUMERIC.finditer(text, passage.start, passage.end):
        readings = _numeric_readings(match)
        if not readings:
            continue
        outcome = _unambiguous(readings, anchor.day)
        inside = [n for n, token in enumerate(passage.tokens) if token.end > match.start() and token.start < match.end()]
        if inside and outcome is not None:
            yield TimeExpression(
                match.start(), match.end(), inside[0], inside[-1] + 1, "date-numeric", outcome, Link.AT, "fixed", {}
            )


def _numeric_readings(match: re.Match[str]) -> list[date | None]:
    left, sign, middle, right = match.groups()
    if len(left) == 4:  # noqa: PLR2004 - a year of four digits
        orders = [(left, middle, right)]
    elif len(right) == 4:  # noqa: PLR2004
        orders = [(right, middle, left)] + ([] if sign == "." else [(right, left, middle)])
    else:
        return []
    return list(dict.fromkeys(_maybe(*map(int, order)) for order in orders))


def _maybe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _unambiguous(readings: Iterable[date | None], published: date | None) -> Outcome | None:
    """Return the one reading that is a day; of two, the one shortly before publication; None where both may be."""
    possible = [reading for reading in readings if reading is not None]
    if not possible:
        return Unresolved.INVALID
    if len(possible) > 1 and published is not None:
        near = [reading for reading in possible if published - _NEAR <= reading <= published + timedelta(days=1)]
        possible = near if len(near) == 1 else possible
    return calendar.day(possible[0]) if len(possible) == 1 else Unresolved.OPEN


@cache
def grammar() -> Grammar:
    """Return the grammar, read and compiled once."""
    read = [(row, [_items(row.cells[1])]) for row in rows("time_patterns.tsv")]
    literals = {name for _, (items,) in read for item in items for name in item[0] if not name[:1].isupper()}
    alphabet = Alphabet({*literals, *_LINKS, *_SKIPPED, *_JOINTS[:-1], *(w for w in _CORE_WORDS if w.islower())})
    patterns: list[Pattern] = []
    beginning: dict[str, list[Pattern]] = {}
    for row, (items,) in read:
        pattern = _pattern(row.cells, items, alphabet)
        patterns.append(pattern)
        for sign in _first_signs(items, alphabet):
            beginning.setdefault(sign, []).append(pattern)
    return Grammar(
        alphabet=alphabet,
        patterns=tuple(patterns),
        beginning={sign: tuple(some) for sign, some in beginning.items()},
        core=re.compile(f"[{''.join(alphabet.matching(name) for name in _CORE_WORDS)}]"),
        begins=re.compile(f"[{''.join(beginning)}]"),
        links=dict(_link_signs(alphabet)),
        skipped="".join(alphabet.matching(word) for word in _SKIPPED),
        joints="".join(alphabet.matching(word) for word in _JOINTS),
        speech=frozenset(row.cells[1] for row in rows("time_words.tsv") if row.cells[0] == "SPEECH"),
        lists={row.cells[0]: tuple(row.cells[1].split()) for row in rows("time_lists.tsv")},
    )


_Item = tuple[tuple[str, ...], str]  # the alternatives; "" | "?" | "<" | "!"


def _items(pattern: str) -> list[_Item]:
    items: list[_Item] = []
    for part in pattern.split():
        match = _ITEM.fullmatch(part)
        if match is None:
            raise SettingsError(f"time_patterns.tsv: cannot read {part!r} in {pattern!r}")
        sort = "<" if match["before"] else "!" if match["never"] else "?" if match["optional"] else ""
        items.append((tuple(re.sub(r"(?<=[A-Z])2$", "", name) for name in match["any"].split("|")), sort))
    return items


def _pattern(cells: tuple[str, ...], items: list[_Item], alphabet: Alphabet) -> Pattern:
    shape = ""
    for names, sort in items:
        signs = f"[{''.join(alphabet.matching(name) for name in names)}]"
        shape += {"<": f"(?<={signs})", "!": f"(?!{signs})", "?": f"{signs}?", "": signs}[sort]
    meaning, _, argument = cells[2].partition(":")
    if meaning not in MEANINGS:
        raise SettingsError(f"time_patterns.tsv: {cells[0]} has an unknown meaning {meaning!r}")
    return Pattern(cells[0], re.compile(shape), meaning, int(argument) if argument else None, cells[3], cells[4])


def _first_signs(items: list[_Item], alphabet: Alphabet) -> Iterator[str]:
    seen: set[str] = set()
    for names, sort in items:
        if sort == "<":
            continue
        for name in names:
            for sign in alphabet.matching(name):
                if sign not in seen:
                    seen.add(sign)
                    yield sign
        if sort == "":
            return


def _link_signs(alphabet: Alphabet) -> Iterator[tuple[str, Link | str]]:
    for word in _LINKS:
        link: Link | str = {"till": Link.UNTIL, "following": Link.AFTER, "between": "span", "from": "span"}.get(word, word)
        for sign in alphabet.matching(word):
            yield sign, link if link == "span" else Link(link)


