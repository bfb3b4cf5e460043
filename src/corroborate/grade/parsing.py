"""Methodologies from data files that a person can read and write: the packaged ones, and one's own by their path."""

from functools import cache
from importlib import resources
from pathlib import Path

from corroborate.errors import SettingsError
from corroborate.grade.bounds import BOUNDS
from corroborate.grade.conditions import CONDITIONS
from corroborate.grade.evidence import Kind, Setting, Settings, Takes
from corroborate.grade.methodology import (
    CodeRules,
    Condition,
    FigureRules,
    Methodology,
    RangeRule,
    Rule,
    WordUse,
)
from corroborate.grade.tables import Table, read_table
from corroborate.grade.wording import WordRule, count_of
from corroborate.model.casualty import Effect, People
from corroborate.model.mention import Method
from corroborate.model.source import SourceKind


def methodologies() -> tuple[str, ...]:
    """Return the names of the methodologies that come with the program."""
    files = resources.files("corroborate.grade").joinpath("methodologies").iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


def load(name_or_path: str) -> Methodology:
    """Return the methodology of that name, or the one in a file; a SettingsError says what is wrong in which line."""
    if name_or_path in methodologies():
        return _packaged(name_or_path)
    path = Path(name_or_path)
    if path.suffix != ".toml":
        known = ", ".join(methodologies())
        raise SettingsError(f"no methodology {name_or_path!r}: there are {known}; your own is given as a .toml file")
    return parsed(read_own(path, "methodology"), str(path))


def read_own(path: Path, what: str) -> str:
    """Return the text of a user's own file of rules; a SettingsError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: the {what} cannot be read: {error}") from error


@cache
def _packaged(name: str) -> Methodology:
    file = resources.files("corroborate.grade").joinpath("methodologies", f"{name}.toml")
    return parsed(file.read_text(encoding="utf-8"), f"{name}.toml")


def parsed(text: str, file: str) -> Methodology:
    """Return the methodology that a file's text describes; a SettingsError names the line of what is wrong with it."""
    table = read_table(text, file, "a methodology")
    name, version, title, source = imprint(table)
    entries = table.tables("grade")
    if not entries:
        raise table.refused("a methodology needs at least one [[grade]]")
    grades = tuple(map(_rule, entries))
    if not grades[-1].otherwise:
        raise entries[-1].refused(f"the last [[grade]], {grades[-1].name!r}, must say 'otherwise = true'")
    codes = tuple(map(_code, table.tables("code")))
    figures, words = _figures(table.table("figures")), tuple(map(_words, table.tables("words")))
    ranges = tuple(map(_range, table.tables("range"))) or (RangeRule(),)
    table.done()
    return Methodology(name, version, title, source, grades, codes, figures, words, ranges, text)


def imprint(table: Table) -> tuple[str, str, str, str]:
    """Return what every file of rules says of itself: name, version, title, where the rules are published."""
    return table.text("name"), table.text("version"), table.text("title"), table.text("source")


def _figures(table: Table) -> FigureRules:
    words = table.choice("words", (use.value for use in WordUse), WordUse.NEVER.value)
    left_out = table.choices("left_out", (kind.value for kind in SourceKind), ())
    conceded = table.choice("conceded", ("apart", "counted"), "apart")
    table.done()
    return FigureRules(WordUse(words), conceded == "counted", tuple(map(SourceKind, left_out)))


def _words(table: Table) -> WordRule:
    words, unnumbered, alone = table.texts("words", ()), table.flag("unnumbered"), table.flag("alone")
    if bool(words) is unnumbered:
        raise table.refused("a [[words]] has either 'words', or 'unnumbered = true' for harm told without any")
    effects = table.choices("effects", (effect.value for effect in Effect), ())
    methods = table.choices("methods", (method.value for method in Method), ())
    count = None
    if table.has("low"):
        low, high = table.number("low"), table.number("high") if table.has("high") else None
        if high is not None and high < low:
            raise table.refused(f"'high' {high} is below 'low' {low}", "high")
        count = count_of(low, high)
    elif table.has("high"):
        raise table.refused("a 'high' needs its 'low'", "high")
    table.done()
    return WordRule(words, count, tuple(map(Effect, effects)), tuple(map(Method, methods)), alone)


def _range(table: Table) -> RangeRule:
    effects = table.choices("effects", (effect.value for effect in Effect), tuple(Effect))
    groups = tuple(people.value for people in People)
    people = table.choice("people", groups) if table.has("people") else None
    parts, disjoint = table.choices("parts", groups, ()), table.choice_lists("disjoint", groups)
    low, high = table.choice("low", BOUNDS, "least"), table.choice("high", BOUNDS, "greatest")
    best = table.choice("best", BOUNDS) if table.has("best") else None
    if parts and people is None:
        raise table.refused("'parts' need the 'people' of whom they are parts", "parts")
    outside = next((one for group in disjoint for one in group if one not in parts), None)
    if outside is not None:
        raise table.refused(f"{outside!r} is 'disjoint' and is none of the 'parts'", "disjoint")
    table.done()
    return RangeRule(
        effects=tuple(map(Effect, effects)),
        people=None if people is None else People(people),
        parts=tuple(map(People, parts)),
        disjoint=tuple(tuple(map(People, group)) for group in disjoint),
        low=low,
        high=high,
        best=best,
    )


def _code(table: Table) -> CodeRules:
    name, meaning, entries = table.text("name"), table.text("meaning"), table.tables("value")
    if not entries:
        raise table.refused(f"the code {name!r} needs at least one [[code.value]]")
    table.done()
    return CodeRules(name, meaning, tuple(map(_rule, entries)))


def _rule(table: Table) -> Rule:
    name, meaning, otherwise = table.text("name"), table.text("meaning"), table.flag("otherwise")
    every, some = (tuple(map(condition, table.tables(key))) for key in ("all", "any"))
    if not (every or some or otherwise):
        raise table.refused(f"{name!r} has no conditions: give it 'all' or 'any', or 'otherwise = true'")
    table.done()
    return Rule(name, meaning, every, some, otherwise)


def condition(table: Table) -> Condition:
    """Return the condition that a table names, with its settings; a SettingsError says what is wrong with it."""
    name = table.text("condition")
    if name not in CONDITIONS:
        raise table.refused(f"no condition {name!r}; there are {', '.join(sorted(CONDITIONS))}", f'"{name}"')
    text, takes = table.text("text", name.replace("_", " ")), CONDITIONS[name].takes
    missing = [key for key in takes if not table.has(key)]
    if missing:
        raise table.refused(f"the condition {name!r} takes {CONDITIONS[name].told()}", f'"{name}"')
    settings = Settings({key: _setting(table, key, takes) for key in takes})
    table.done()
    return Condition(name, text, settings)


def _setting(table: Table, key: str, takes: Takes) -> Setting:
    kind = takes[key]
    if kind is Kind.NUMBER:
        return table.number(key)
    if kind is Kind.TEXT:
        return table.text(key)
    if isinstance(kind, Kind):
        return table.texts(key)
    return table.choices(key, (word.value for word in kind))
