"""`incidents --beside`: the same incidents under two methodologies, side by side."""

from collections.abc import Sequence

from corroborate.cli.output import console, message, print_json, record
from corroborate.publish.comparing import Comparison, turns


def as_json(pairs: Sequence[Comparison]) -> None:
    """Print one JSON line an incident: what each methodology makes of it, and in what they differ."""
    for pair in pairs:
        made = {
            methodology.name: {
                "grade": given.name,
                "because": [record(reason) for reason in given.because],
                "ranges": [record(one) for one in incident.ranges],
                "codes": {code.name: code.value for code in given.codes},
            }
            for incident, methodology in zip(pair.incidents, pair.by, strict=True)
            for given in incident.grades
        }
        differs = [aspect.what for aspect in pair.aspects() if aspect.differs]
        first = pair.incidents[0]
        print_json({"incident": first.id, "title": first.title, **made, "differs": differs})


def side_by_side(pairs: Sequence[Comparison]) -> None:
    """Print each incident as a table of two columns; where they differ, why."""
    if not pairs:
        message("Nothing to list.")
        return
    for pair in pairs:
        _print(pair)
    _turns(pairs)


def _print(pair: Comparison) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    shown, screen = pair.incidents[0], console()
    screen.print(Text(shown.title, "bold"), Text(shown.id.partition("-")[2][:8], "dim"))
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("")
    for methodology in pair.by:
        table.add_column(Text(f"{methodology.name} {methodology.version}"), ratio=1)
    for aspect in pair.aspects():
        cells = [Text("\n".join(side.values), "bold" if aspect.differs else "") for side in aspect.sides]
        if aspect.differs:
            for cell, side in zip(cells, aspect.sides, strict=True):
                cell.append("".join(f"\n{why}" for why in side.why), "dim")
        table.add_row(Text(aspect.what, "dim"), *cells)
    screen.print(table)


def _turns(pairs: Sequence[Comparison]) -> None:
    """Print which grades turn into which."""
    from rich.text import Text

    screen, by = console(), pairs[0].by
    screen.print(Text(f"From {by[0].name} to {by[1].name}", "bold"))
    for number, grades in turns(pairs):
        screen.print(Text(f"  {number} × {' → '.join(grades)}"))
