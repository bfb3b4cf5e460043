"""Tokens → signs: which classes of time words each token belongs to, written as one character a token.

A passage becomes a short string in which the patterns of `time_patterns.tsv` are plain regular expressions.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from corroborate.errors import SettingsError
from corroborate.model.document import Token

Value = int | str
Classes = Mapping[str, Value]

_PUNCTUATION = (
    {",": "COMMA", "\u060c": "COMMA", ".": "DOT", "/": "SLASH", ":": "COLON"}
    | dict.fromkeys("-\u2010\u2011\u2013\u2014\u2012", "DASH")
    | dict.fromkeys("'’", "APOSTROPHE")
)
_SHORTEST = 3  # letters of a name of a month or weekday
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_CLOCK = re.compile(r"\d{1,2}(?:[.:]\d\d)?[ap]m")
_DECADE = re.compile(r"(19|20)?(\d0)['’]?s")
_GLUED = re.compile(r"(mid|early|late)-(\w+)")
_OTHER_WORD, _OTHER_SIGN, _FIRST_SIGN = "w", "p", 0xE000
_LONGEST_NUMBER = 9  # digits; longer ones count nothing that a report would date
_TENS = range(10, 100)  # of years behind "nineteen" and "twenty"
_DAYS_OF_MONTH = range(1, 32)
_YEARS = range(1900, 2100)  # of which reports speak
# Classes, alone or together, that tokens have by their form.
_COMPUTED = (
    ("WEEKDAY",),
    ("DAY", "COUNT"),
    ("COUNT",),
    ("YEAR",),
    ("DECADE",),
    ("DAY", "ORDINAL", "NTH"),
    ("CLOCK",),
    ("PART_MONTH",),
    ("PART_YEAR",),
    ("PART_DECADE",),
    *((name,) for name in _PUNCTUATION.values()),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a data file, with its number for messages."""

    number: int
    cells: tuple[str, ...]


def rows(name: str) -> tuple[Row, ...]:
    """Return the rows of a tab-separated data file of this package, all with the columns of its heading."""
    lines = (files("corroborate.locate") / "data" / name).read_text(encoding="utf-8").splitlines()
    kept = [(number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]
    heading, *found = (Row(number, tuple(line.split("\t"))) for number, line in kept)
    for row in found:
        if len(row.cells) != len(heading.cells):
            raise SettingsError(f"{name}, line {row.number}: {len(heading.cells)} columns expected")
    return tuple(found)


def numbered(kind: str, name: str) -> int | None:
    """Return the number of a month (from 1) or weekday (Monday 0) by the first letters of its name; None for no such.

    `kind` is "MONTH" or "WEEKDAY", as in `time_words.tsv`.
    """
    return _numbers(kind).get(name.casefold()[:_SHORTEST])


@cache
def _numbers(kind: str) -> dict[str, int]:
    told = (row.cells for row in rows("time_words.tsv"))
    return {word.casefold()[:_SHORTEST]: int(value) for name, word, value in told if name == kind}


class Alphabet:
    """Gives every set of classes a character of its own, and every token its classes.

    `literals` are the words that patterns spell out: each is a class of its own, named by the word itself.
    """

    def __init__(self, literals: Iterable[str]) -> None:
        """Read the words of time and add the literals."""
        self._plain: dict[str, dict[str, Value]] = {}
        self._capital: dict[str, dict[str, Value]] = {}
        for row in rows("time_words.tsv"):
            self._add(row)
        for word in literals:
            self._plain.setdefault(word, {})[word] = word
        self._signs: dict[frozenset[str], str] = {}
        for classes in self._every_set():
            self._signs.setdefault(classes, chr(_FIRST_SIGN + len(self._signs)))
        self.sign = lru_cache(maxsize=16_384)(self._sign)

    def _add(self, row: Row) -> None:
        name, word, value = row.cells
        table = self._plain if word == word.lower() else self._capital
        known = table.setdefault(word.lower(), {})
        known[name] = int(value) if value.isdigit() else value
        if name == "COUNT" and word != value and int(value) in _TENS:
            known["TENS"] = int(value)

    def _every_set(self) -> Iterable[frozenset[str]]:
        for word in {*self._plain, *self._capital}:
            yield frozenset(self._plain.get(word, {}))
            yield frozenset({**self._plain.get(word, {}), **self._capital.get(word, {})})
        yield from map(frozenset, _COMPUTED)

    def classes(self, text: str) -> Classes:
        """Return the classes of a token's text, with the value that each gives it."""
        folded = text.casefold()
        known = self._plain.get(folded, {})
        if text[:1].isupper() and folded in self._capital:
            return {**known, **self._capital[folded]}
        return known or self._computed(folded)

    def _computed(self, folded: str) -> Classes:
        if folded in _PUNCTUATION:
            return {_PUNCTUATION[folded]: folded}
        if folded[:1].isdecimal():
            return _number(folded)
        if glued := _GLUED.fullmatch(folded.replace("\u2011", "-").replace("\u2010", "-")):
            part, rest = glued.groups()
            word = {**self._plain.get(rest, {}), **self._capital.get(rest, {}), **_number(rest)}
            for name in ("MONTH", "YEAR", "DECADE"):
                if name in word:
                    return {f"PART_{name}": f"{part} {word[name]}"}
        head = self._plain.get(folded.partition("-")[0], {})  # "Monday-and", "Friday-Saturday"
        return {"WEEKDAY": head["WEEKDAY"]} if "-" in folded and "WEEKDAY" in head else {}

    def _sign(self, text: str) -> str:
        classes = self.classes(text)
        if classes:
            return self._signs[frozenset(classes)]
        return _OTHER_WORD if text[:1].isalnum() else _OTHER_SIGN

    def matching(self, name: str) -> str:
        """Return every character whose classes hold the name (a class, a literal word, or ANYWORD)."""
        if name == "ANYWORD":
            return _OTHER_WORD
        found = "".join(sign for classes, sign in self._signs.items() if name in classes)
        if not found:
            raise SettingsError(f"time_patterns.tsv: no word of class {name!r}")
        return found

    def spell(self, tokens: Sequence[Token]) -> str:
        """Return the signs of the tokens, one character each."""
        sign = self.sign
        return "".join([sign(token.text) for token in tokens])


def _number(folded: str) -> Classes:
    if decade := _DECADE.fullmatch(folded):
        return {"DECADE": int(decade.group(1) or "19") * 100 + int(decade.group(2))}
    if ordinal := _ORDINAL.fullmatch(folded):
        value = int(ordinal.group(1))
        return {**_day(value, "ORDINAL"), "NTH": value} if value in _DAYS_OF_MONTH else {}
    if _CLOCK.fullmatch(folded):
        return {"CLOCK": folded}
    digits = folded.replace(",", "").replace("\u066c", "")
    if not digits.isdecimal() or len(digits) > _LONGEST_NUMBER:
        return {}
    value = int(digits)
    if folded == digits and value in _YEARS:
        return {"YEAR": value}
    return _day(value, "COUNT")


def _day(value: int, other: str) -> Classes:
    if value in _DAYS_OF_MONTH:
        return {"DAY": value, other: value}
    return {"COUNT": value} if other == "COUNT" else {}


@cache
def feasts() -> Mapping[str, tuple[str, int, int, int]]:
    """Return each feast's calendar, month, first day and length in days."""
    return {
        row.cells[0]: (row.cells[1], int(row.cells[2]), int(row.cells[3]), int(row.cells[4]))
        for row in rows("time_feasts.tsv")
    }


@cache
def word_lists() -> Mapping[str, frozenset[str]]:
    """Return the closed lists of words around times, and the verbs of speech and of deeds."""
    lists = {row.cells[0]: frozenset(row.cells[1].split()) for row in rows("time_lists.tsv")}
    words = rows("time_words.tsv")
    verbs = {
        name: frozenset(row.cells[1] for row in words if row.cells[0] == name) for name in ("SPEECH", "DEED", "FUTURE")
    }
    return lists | verbs
