"""Norms from data files that a person can read and write: those that come with the program, and one's own."""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path

from corroborate.errors import InvariantError, SettingsError
from corroborate.grade.norms import Agreement, Norm, Period, Zone
from corroborate.grade.parsing import condition, imprint, read_own
from corroborate.grade.tables import Table, read_table
from corroborate.model.outline import Outline

_FOLDER = "agreements"


def agreements(own: Sequence[Path] = ()) -> tuple[Agreement, ...]:
    """Return the norms that come with the program and those of one's own files, by the names of their files.

    A SettingsError names the file and line of what is wrong, or the name that two norms have.
    """
    found = (*_packaged(), *(parsed_norms(read_own(path, "norms"), str(path)) for path in own))
    named: dict[str, str] = {}
    for agreement in found:
        for norm in agreement.norms:
            if norm.name in named:
                raise SettingsError(f"{agreement.name}: {named[norm.name]} has a norm {norm.name!r} already")
            named[norm.name] = agreement.name
    return found


@cache
def _packaged() -> tuple[Agreement, ...]:
    files = resources.files("corroborate.grade").joinpath(_FOLDER).iterdir()
    texts = {file.name: file.read_text(encoding="utf-8") for file in files if file.name.endswith(".toml")}
    return tuple(parsed_norms(texts[name], name) for name in sorted(texts))


def parsed_norms(text: str, file: str) -> Agreement:
    """Return the norms that a file's text describes; a SettingsError names the line of what is wrong with it."""
    table = read_table(text, file, "a file of norms")
    name, version, title, source = imprint(table)
    entries = table.tables("norm")
    if not entries:
        raise table.refused("a file of norms needs at least one [[norm]]")
    norms = tuple(_norm(entry, source) for entry in entries)
    table.done()
    return Agreement(name, version, title, source, norms, text)


def _norm(table: Table, source: str) -> Norm:
    name, title, rule = table.text("name"), table.text("title"), table.text("rule")
    every, some = (tuple(map(condition, table.tables(key))) for key in ("all", "any"))
    if not (every or some):
        raise table.refused(f"the norm {name!r} has no conditions: give it 'all' or 'any'")
    first, last = table.day("from"), table.day("to")
    if first and last and last < first:
        raise table.refused(f"'to' {last} lies before 'from' {first}", "to")
    zone = _zone(table.table("zone")) if table.has("zone") else None
    norm = Norm(
        name=name,
        title=title,
        rule=rule,
        source=table.text("source", source),
        note=table.text("note", ""),
        every=every,
        some=some,
        period=Period(first, last),
        zone=zone,
    )
    table.done()
    return norm


def _zone(table: Table) -> Zone:
    corners, margin = table.corners("outline"), table.measure("margin_km")
    inside, outside = table.texts("inside", ()), table.texts("outside", ())
    table.done()
    try:
        return Zone(Outline(corners, margin), inside, outside)
    except InvariantError as error:
        raise table.refused(str(error), "outline") from error
