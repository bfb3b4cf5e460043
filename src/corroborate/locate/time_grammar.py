"""The grammar of time expressions: `time_patterns.tsv` compiled over the signs of tokens."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from corroborate.errors import SettingsError
from corroborate.locate.time_meanings import MEANINGS
from corroborate.locate.time_words import Alphabet, Row, Value, rows
from corroborate.model.choices import Choices

_ITEM = re.compile(r"(?P<before><)?(?P<never>!)?(?P<any>[^<>!?]+)>?(?P<optional>\?)?")
# A passage without a word of one of these classes speaks of no time, and costs no more than spelling it.
_CORE = (
    "MONTH WEEKDAY DAY_SHORT NTH SEASON UNIT HOUR_OF_DAY YEAR CENTURY DECADE QUARTER FEAST PART_MONTH PART_YEAR "
    "PART_DECADE today todays yesterday yesterdays tonight overnight tomorrow weekend quarter half eid laylat birthday "
    "recently lately past then ever same anniversary"
).split()
_SKIPPED = ("the", "on", "at", "about", "around", "of", "early", "late", "in", "just", "back", "to", "HOUR_OF_DAY")
_JOINTS = ("and", "to", "until", "till", "through", "DASH")
_PAIRED = ("and", "&")
_SPAN_OPENERS = ("between", "from")
_CLOCK = (
    "COUNT",
    "DAY",
    "CLOCK",
    "COLON",
    "DOT",
    "HOUR_OF_DAY",
    "clock",
    "gmt",
    "utc",
    "p.m.",
    "a.m.",
    "pm",
    "am",
    "on",
    "the",
    "of",
    "hours",
    "local",
    "time",
)
_STOPS = ("COMMA", "DOT", "DASH", "until", "after", "before", "SPEECH")


class Link(Choices):
    """How the words before an expression turn it."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    AFTER = "after"
    BEFORE = "before"
    BY = "by"


_LINKS = {"till": Link.UNTIL, "following": Link.AFTER, "dating": Link.SINCE} | {
    link.value: link for link in Link if link is not Link.AT
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of the grammar, compiled; `starts` are the signs at which it may begin."""

    id: str
    shape: re.Pattern[str]
    starts: str
    meaning: str
    argument: Value | None
    example: str
    expected: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """All patterns, which of them may begin at which sign, and the signs of the words around them."""

    alphabet: Alphabet
    patterns: tuple[Pattern, ...]
    beginning: Mapping[str, tuple[Pattern, ...]]
    begins: re.Pattern[str]
    core: re.Pattern[str]
    since_clause: re.Pattern[str]
    links: Mapping[str, Link]
    skipped: frozenset[str]
    hours: frozenset[str]
    joints: frozenset[str]
    paired: frozenset[str]
    span_openers: frozenset[str]
    clock: str


@cache
def grammar() -> Grammar:
    """Return the grammar, read and compiled once."""
    table = rows("time_patterns.tsv")
    alphabet = Alphabet(_literals(table))
    patterns = tuple(_pattern(row, alphabet) for row in table)
    beginning: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        for sign in pattern.starts:
            beginning.setdefault(sign, []).append(pattern)
    return Grammar(
        alphabet=alphabet,
        patterns=patterns,
        beginning={sign: tuple(some) for sign, some in beginning.items()},
        begins=re.compile(f"[{''.join(beginning)}]"),
        core=re.compile(f"[{_signs(alphabet, *_CORE)}]"),
        since_clause=_since_clause(alphabet),
        links={sign: link for word, link in _LINKS.items() for sign in alphabet.matching(word)},
        skipped=frozenset(_signs(alphabet, *_SKIPPED)),
        hours=frozenset(alphabet.matching("HOUR_OF_DAY")),
        joints=frozenset(_signs(alphabet, *_JOINTS)),
        paired=frozenset(_signs(alphabet, *_PAIRED)),
        span_openers=frozenset(_signs(alphabet, *_SPAN_OPENERS)),
        clock=_signs(alphabet, *_CLOCK),
    )


def is_ordinal(word: str) -> bool:
    """Say whether a word numbers one of many: "third", "21st"."""
    return "ORDINAL" in grammar().alphabet.classes(word)


_Item = tuple[tuple[str, ...], str]  # the alternatives; "" once, "?" at most once, "<" before, "!" never after


def _items(pattern: str) -> Iterator[_Item]:
    for part in pattern.split():
        match = _ITEM.fullmatch(part)
        if match is None:
            raise SettingsError(f"time_patterns.tsv: cannot read {part!r} in {pattern!r}")
        sort = "<" if match["before"] else "!" if match["never"] else "?" if match["optional"] else ""
        yield tuple(re.sub(r"(?<=[A-Z])2$", "", name) for name in match["any"].split("|")), sort


def _literals(table: tuple[Row, ...]) -> Iterator[str]:
    for row in table:
        for names, _ in _items(row.cells[1]):
            yield from (name for name in names if not name.isupper())
    yield from (*_SPAN_OPENERS, *_LINKS, *_PAIRED, "which", "that", "began", "started")
    yield from (name for name in (*_CORE, *_SKIPPED, *_JOINTS, *_CLOCK) if not name.isupper())


def _pattern(row: Row, alphabet: Alphabet) -> Pattern:
    name, written, said, example, expected = row.cells
    meaning, _, argument = said.partition(":")
    if meaning not in MEANINGS:
        raise SettingsError(f"time_patterns.tsv, line {row.number}: unknown meaning {meaning!r}")
    shape, starts, open_start = "", "", True
    for names, sort in _items(written):
        signs = _signs(alphabet, *names)
        shape += {"<": f"(?<=[{signs}])", "!": f"(?![{signs}])", "?": f"[{signs}]?", "": f"[{signs}]"}[sort]
        if open_start and sort in {"", "?"}:
            starts += "".join(sign for sign in signs if sign not in starts)
            open_start = sort == "?"
    value: Value | None = int(argument) if argument.lstrip("-").isdecimal() else argument or None
    return Pattern(name, re.compile(shape), starts, meaning, value, example, expected)


def _signs(alphabet: Alphabet, *names: str) -> str:
    return "".join(dict.fromkeys("".join(alphabet.matching(name) for name in names)))


def _since_clause(alphabet: Alphabet) -> re.Pattern[str]:
    """Match from a "since" (or "which began") to the end of the stretch, where nothing comes between.

    So that a whole clause may stand between "since" and its time: "since the conflict in the country broke out in
    March 2011", "the raids which began last September".
    """
    since = alphabet.matching("since")
    stops = _signs(alphabet, *_STOPS, *_CORE)
    which, began = _signs(alphabet, "which", "that"), _signs(alphabet, "began", "started")
    return re.compile(f"[{since}][^{since}{stops}p]{{2,}}$|[{which}].?[{began}][^{since}{stops}p]{{0,6}}$")
