"""`methodology`: by which published rules incidents are graded."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from corroborate.cli.options import with_json
from corroborate.cli.output import print_json, print_table, record

if TYPE_CHECKING:
    from corroborate.grade.methodology import Rule


@click.group()
def methodology() -> None:
    """List the grading methodologies, or show one."""


@methodology.command("list")
@with_json
def list_(as_json: bool) -> None:
    """List the methodologies that come with the program."""
    from corroborate.grade import load, methodologies

    found = [load(name) for name in methodologies()]
    if as_json:
        for one in found:
            grades = [rule.name for rule in one.grades]
            print_json(
                {"name": one.name, "version": one.version, "title": one.title, "source": one.source, "grades": grades}
            )
        return
    print_table(
        ("methodology", "version", "title", "grades, the first that holds", "source"),
        ((m.name, m.version, m.title, ", ".join(rule.name for rule in m.grades), m.source) for m in found),
    )


@methodology.command("show")
@click.argument("name")
@with_json
def show(name: str, as_json: bool) -> None:
    """Show a methodology by its NAME, or one in a .toml file: when each grade is given, and its source."""
    from corroborate.grade import load

    chosen = load(name)
    if as_json:
        own = {"name": chosen.name, "version": chosen.version, "title": chosen.title, "source": chosen.source}
        codes = [{"code": c.name, "meaning": c.meaning, "values": _rules(c.values, "value")} for c in chosen.codes]
        words, ranges = [record(one) for one in chosen.words], [record(one) for one in chosen.ranges]
        figures = {"figures": record(chosen.figures), "words": words, "ranges": ranges}
        print_json({**own, "rules": _rules(chosen.grades, "grade"), "codes": codes, **figures})
        return
    click.echo(chosen.text.rstrip())


def _rules(rules: "Iterable[Rule]", name: str) -> list[dict[str, object]]:
    return [
        {name: r.name, "meaning": r.meaning, "all": [c.text for c in r.every], "any": [c.text for c in r.some]}
        for r in rules
    ]
