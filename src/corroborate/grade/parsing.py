"""Methodologies from data files that a person can read and write: the packaged ones, and one's own by their path."""

from functools import cache
from importlib import resources
from pathlib import Path

from corroborate.errors import SettingsError
from corroborate.grade.conditions import CONDITIONS
from corroborate.grade.evidence import Kind, Setting, Settings, Takes
from corroborate.grade.methodology import CodeRules, Condition, Methodology, Rule
from corroborate.grade.tables import Table, read_table


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
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: the methodology cannot be read: {error}") from error
    return parsed(text, str(path))


@cache
def _packaged(name: str) -> Methodology:
    file = resources.files("corroborate.grade").joinpath("methodologies", f"{name}.toml")
    return parsed(file.read_text(encoding="utf-8"), f"{name}.toml")


def parsed(text: str, file: str) -> Methodology:
    """Return the methodology that a file's text describes; a SettingsError names the line of what is wrong with it."""
    table = read_table(text, file)
    name, version = table.text("name"), table.text("version")
    title, source = table.text("title"), table.text("source")
    entries = table.tables("grade")
    if not entries:
        raise table.refused("a methodology needs at least one [[grade]]")
    grades = tuple(map(_rule, entries))
    if not grades[-1].otherwise:
        raise entries[-1].refused(f"the last [[grade]], {grades[-1].name!r}, must say 'otherwise = true'")
    codes = tuple(map(_code, table.tables("code")))
    table.done()
    return Methodology(name, version, title, source, grades, codes, text)


def _code(table: Table) -> CodeRules:
    name, meaning, entries = table.text("name"), table.text("meaning"), table.tables("value")
    if not entries:
        raise table.refused(f"the code {name!r} needs at least one [[code.value]]")
    table.done()
    return CodeRules(name, meaning, tuple(map(_rule, entries)))


def _rule(table: Table) -> Rule:
    name, meaning, otherwise = table.text("name"), table.text("meaning"), table.flag("otherwise")
    every, some = (tuple(map(_condition, table.tables(key))) for key in ("all", "any"))
    if not (every or some or otherwise):
        raise table.refused(f"{name!r} has no conditions: give it 'all' or 'any', or 'otherwise = true'")
    table.done()
    return Rule(name, meaning, every, some, otherwise)


def _condition(table: Table) -> Condition:
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
