"""Published methodologies, read from data files that a person can read and write."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from corroborate.errors import SettingsError
from corroborate.grade.conditions import CONDITIONS

Setting = str | int | bool


@dataclass(frozen=True, slots=True)
class Condition:
    """A named condition with its settings, and what a reader is told of it."""

    name: str
    text: str
    settings: Mapping[str, Setting]


@dataclass(frozen=True, slots=True)
class GradeRule:
    """A grade and when it is given: all of the one, any of the other; `otherwise` marks what is given in the end."""

    name: str
    meaning: str
    every: tuple[Condition, ...]
    some: tuple[Condition, ...]
    otherwise: bool


@dataclass(frozen=True, slots=True)
class Methodology:
    """A methodology: its grades in order of precedence, its version and published source, and its file's own text."""

    name: str
    version: str
    title: str
    source: str
    grades: tuple[GradeRule, ...]
    text: str


def methodologies() -> tuple[str, ...]:
    """Return the names of the methodologies that come with the program."""
    files = resources.files("corroborate.grade").joinpath("methodologies").iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


def load(name_or_path: str) -> Methodology:
    """Return the methodology of that name, or the one in a file; a SettingsError says what is wrong with it."""
    if name_or_path in methodologies():
        return _packaged(name_or_path)
    path = Path(name_or_path)
    if path.suffix != ".toml":
        known = ", ".join(methodologies())
        raise SettingsError(f"no methodology {name_or_path!r}: there are {known}; your own is given as a .toml file")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: the methodology cannot be read: {error}") from error
    return _parsed(text, str(path))


@cache
def _packaged(name: str) -> Methodology:
    file = resources.files("corroborate.grade").joinpath("methodologies", f"{name}.toml")
    return _parsed(file.read_text(encoding="utf-8"), f"{name}.toml")


def _parsed(text: str, file: str) -> Methodology:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file}: {error}") from error
    for field in ("name", "version", "title", "source"):
        if not isinstance(data.get(field), str):
            raise SettingsError(f"{file}: a methodology needs a {field!r}, in quotes")
    entries = data.get("grade")
    if not isinstance(entries, list) or not entries:
        raise SettingsError(f"{file}: a methodology needs at least one [[grade]]")
    grades = tuple(_grade(entry, text, file) for entry in entries)
    if not grades[-1].otherwise:
        raise SettingsError(f"{file}: the last [[grade]], {grades[-1].name!r}, must say 'otherwise = true'")
    return Methodology(data["name"], data["version"], data["title"], data["source"], grades, text)


def _grade(entry: Mapping[str, object], text: str, file: str) -> GradeRule:
    name = entry.get("name")
    if not isinstance(name, str):
        raise SettingsError(f"{file}: every [[grade]] needs a 'name', in quotes")
    every, some = (_conditions(entry.get(key, []), text, file) for key in ("all", "any"))
    otherwise = entry.get("otherwise") is True
    if not (every or some or otherwise):
        raise SettingsError(f"{file}{_line(text, name)}: the grade {name!r} has no conditions")
    return GradeRule(name, str(entry.get("meaning", "")), every, some, otherwise)


def _conditions(entries: object, text: str, file: str) -> tuple[Condition, ...]:
    if not isinstance(entries, list):
        raise SettingsError(f"{file}: 'all' and 'any' are lists of conditions, in square brackets")
    return tuple(_condition(entry, text, file) for entry in entries)


def _condition(entry: object, text: str, file: str) -> Condition:
    if not isinstance(entry, dict) or not isinstance(entry.get("condition"), str):
        raise SettingsError(f'{file}: a condition is written {{ condition = "name", text = "…" }}, not {entry!r}')
    name = entry["condition"]
    if name not in CONDITIONS:
        known = ", ".join(sorted(CONDITIONS))
        raise SettingsError(f"{file}{_line(text, name)}: no condition {name!r}; there are {known}")
    settings = {key: value for key, value in entry.items() if key not in {"condition", "text"}}
    wrong = sorted(set(settings) ^ set(CONDITIONS[name].settings))
    if wrong:
        raise SettingsError(f"{file}{_line(text, name)}: the condition {name!r} takes {CONDITIONS[name].takes()}")
    return Condition(name, str(entry.get("text", name)), settings)


def _line(text: str, word: str) -> str:
    """Return where a word stands in the file, for a person to find it."""
    lines = (number for number, line in enumerate(text.splitlines(), 1) if f'"{word}"' in line)
    found = next(lines, None)
    return f", line {found}" if found else ""
