"""A file of TOML as tables that know their lines: what is wrong with one is told with the place in the file."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain
from typing import TypeGuard

from corroborate.errors import SettingsError

_ABSENT = object()  # in the place of a value that is not there
_CORNER = 3  # parts of a corner: its name, latitude, longitude
_HEADER = re.compile(r"^\s*\[+\s*([\w.-]+)\s*\]+")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a file: its values, and the lines (from 1) between which they are written.

    Each method takes a value by its key, and raises a SettingsError with file and line where it is not as it must be.
    """

    file: str
    lines: tuple[str, ...]
    path: str
    values: Mapping[str, object]
    first: int
    last: int
    what: str  # the file is, as a whole: "a methodology"
    taken: set[str] = field(default_factory=set)

    def refused(self, message: str, word: str | None = None) -> SettingsError:
        """Return the complaint about this table, or about a word in it, with the line where it stands."""
        numbered = [(number, _code(self.lines[number - 1])) for number in range(self.first, self.last + 1)]
        stem = rf"(?<![\w.-]){re.escape(word or '')}(?![\w-])"
        sought = [re.compile(rf"{stem}\s*="), re.compile(stem)] if word else []  # as a key, else anywhere
        found = (number for pattern in sought for number, text in numbered if pattern.search(text))
        line = next(found, self.first)
        return SettingsError(f"{self.file}, line {line}: {message}")

    def text(self, key: str, default: str | None = None) -> str:
        """Return words in quotes."""
        value = self._take(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self._wrong(key, "words in quotes", value)
        return value

    def number(self, key: str, default: int | None = None) -> int:
        """Return a whole number, 0 or more."""
        value = self._take(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self._wrong(key, "a whole number, 0 or more", value)
        return value

    def measure(self, key: str) -> float:
        """Return a number, 0 or more, with or without a decimal part."""
        value = self._take(key)
        if not _is_number(value) or value < 0:
            raise self._wrong(key, "a number, 0 or more", value)
        return float(value)

    def day(self, key: str) -> date | None:
        """Return a day, written as 2018-02-04; None where the key is not there."""
        value = self._take(key, default=_ABSENT)
        if value is _ABSENT:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self._wrong(key, "a day without quotes, as 2018-02-04", value)
        return value

    def corners(self, key: str) -> tuple[tuple[float, float], ...]:
        """Return the corners of an outline, each a place's name, its latitude and its longitude."""
        value = self._take(key)
        if not isinstance(value, list):
            raise self._wrong(key, "a list of corners in square brackets", value)
        return tuple(self._corner(key, number, one) for number, one in enumerate(value, start=1))

    def _corner(self, key: str, number: int, value: object) -> tuple[float, float]:
        wanted = '["Name", latitude, longitude], in degrees'
        if isinstance(value, list) and len(value) == _CORNER and isinstance(value[0], str):
            _, latitude, longitude = value
            if _is_number(latitude) and _is_number(longitude):
                return float(latitude), float(longitude)
        word = f'"{value[0]}"' if isinstance(value, list) and value and isinstance(value[0], str) else key
        raise self.refused(f"corner {number} of {key!r} must be {wanted}, not {value!r}", word)

    def flag(self, key: str) -> bool:
        """Return true or false; false where the key is not there."""
        value = self._take(key, default=False)
        if not isinstance(value, bool):
            raise self._wrong(key, "true or false", value)
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of words in quotes, at least one."""
        value = self._take(key, default)
        if value is default and default is not None:
            return default
        if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
            raise self._wrong(key, "a list of words in quotes, in square brackets", value)
        return tuple(value)

    def choices(self, key: str, known: Iterable[str], default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of words, each one of those that are known."""
        given, words = self.texts(key, default), tuple(known)
        for one in given:
            if one not in words:
                raise self.refused(f"{key} {one!r} is none of: {', '.join(words)}", f'"{one}"')
        return given

    def choice_lists(self, key: str, known: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Return lists of words in a list, each word one of those that are known; none where the key is not there."""
        value = self._take(key, default=())
        if value == ():
            return ()
        if not isinstance(value, list) or not all(isinstance(one, list) and one for one in value):
            raise self._wrong(key, 'lists of words in a list, as in [["women", "men"]]', value)
        words = tuple(known)
        for one in chain.from_iterable(value):
            if one not in words:
                raise self.refused(f"{key} {one!r} is none of: {', '.join(words)}", f'"{one}"')
        return tuple(map(tuple, value))

    def choice(self, key: str, known: Iterable[str], default: str | None = None) -> str:
        """Return one word of those that are known."""
        given, words = self.text(key, default), tuple(known)
        if given not in words:
            raise self.refused(f"{key} {given!r} is none of: {', '.join(words)}", key)
        return given

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return the tables of a list: each under its own [[header]], or between braces inside this one."""
        value = self._take(key, default=())
        if value == ():
            return ()
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self._wrong(key, f"tables: each under a line [[{self._below(key)}]], or between braces", value)
        return tuple(self._inner(key, value))

    def table(self, key: str) -> "Table":
        """Return the table under [key]; an empty one where there is none."""
        value = self._take(key, default={})
        if not isinstance(value, dict):
            raise self._wrong(key, f"a table, under a line [{self._below(key)}]", value)
        path = self._below(key)
        start = next((n for n in range(self.first, self.last + 1) if _header(self.lines[n - 1]) == path), None)
        first, last = (start, self._end(start, path)) if start else self._braces(key, value)
        return Table(self.file, self.lines, path, value, first, last, self.what)

    def has(self, key: str) -> bool:
        """Say whether the key is there."""
        return key in self.values

    def done(self) -> None:
        """Refuse what nobody asked for: a key that is not known, so that a slip of the pen is not passed over."""
        unknown = next((key for key in self.values if key not in self.taken), None)
        if unknown is not None:
            known = ", ".join(sorted(self.taken))
            raise self.refused(f"no {unknown!r} is known here; there are {known}", unknown)

    def _take(self, key: str, default: object = None) -> object:
        self.taken.add(key)
        if key not in self.values and default is None:
            raise self.refused(f"{self._named()} needs a {key!r}")
        return self.values.get(key, default)

    def _wrong(self, key: str, wanted: str, value: object) -> SettingsError:
        return self.refused(f"{key!r} must be {wanted}, not {value!r}", key)

    def _named(self) -> str:
        return f"a [[{self.path}]]" if self.path else self.what

    def _below(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def _inner(self, key: str, values: list[dict[str, object]]) -> Iterator["Table"]:
        path = self._below(key)
        starts = [n for n in range(self.first, self.last + 1) if _header(self.lines[n - 1]) == path]
        if len(starts) != len(values):  # between braces: what they hold stands in the lines of this table
            for value in values:
                yield Table(self.file, self.lines, path, value, *self._braces(key, value), self.what)
            return
        for start, value in zip(starts, values, strict=True):
            yield Table(self.file, self.lines, path, value, start, self._end(start, path), self.what)

    def _end(self, start: int, path: str) -> int:
        """Return the last line of the table that begins there: the next header that is none of its own ends it."""
        for number in range(start + 1, self.last + 1):
            header = _header(self.lines[number - 1])
            if header is not None and not header.startswith(f"{path}."):
                return number - 1
        return self.last

    def _braces(self, key: str, value: Mapping[str, object]) -> tuple[int, int]:
        """Return the lines to look at for a table between braces: from that with its words, else that of the key."""
        begun = next((n for n in range(self.first, self.last + 1) if re.match(rf"\s*{key}\s*=", self.lines[n - 1])), 0)
        first = begun or self.first
        words = [one for one in value.values() if isinstance(one, str)]
        found = (n for n in range(first, self.last + 1) if all(f'"{word}"' in self.lines[n - 1] for word in words))
        line = next(found, first)
        return line, line


def read_table(text: str, file: str, what: str) -> Table:
    """Return the whole of a file as a table, `what` it is in words; a SettingsError where it is not TOML."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file}: {error}") from error
    lines = tuple(text.splitlines()) or ("",)
    return Table(file, lines, "", values, 1, len(lines), what)


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _header(line: str) -> str | None:
    found = _HEADER.match(line)
    return found[1] if found else None


def _code(line: str) -> str:
    return "" if line.lstrip().startswith("#") else line
