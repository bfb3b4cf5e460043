"""`report`, `export`, `link-report`: the record for others."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.cli.options import case_of, with_case
from corroborate.cli.output import Progression, message, print_json, record

if TYPE_CHECKING:
    from corroborate.model.record import Record

_OUT = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("wanted", metavar="[ID]", required=False)
@click.option("-o", "--output", type=_OUT, required=True, help="The file to write; - for standard output.")
@click.option("--methodology", help="Grade by this methodology.  [default: the case's own]")
@with_case
@click.pass_context
def report(
    ctx: click.Context, wanted: str | None, output: Path, methodology: str | None, case_folder: Path | None
) -> None:
    """Write the dossier of the case, or of one incident, as one HTML page that needs nothing else."""
    from corroborate.cli.selection import by_id
    from corroborate.errors import UsageError
    from corroborate.model.incident import Incident

    case = case_of(ctx, case_folder)
    incident = by_id(case.record(methodology), wanted) if wanted else None
    if incident is not None and not isinstance(incident, Incident):
        raise UsageError(f"{wanted} is no incident: a report is of the whole case or of one incident")
    write(output, case.report(incident.id if incident else None, methodology))


@click.command("link-report")
@with_case
@click.pass_context
def link_report(ctx: click.Context, case_folder: Path | None) -> None:
    """Print one JSON line an incident: its id, the reports that tell of it, and those that only recall it.

    A report recalls an incident that was over before the eve of its own main incident: "as in the attack of 2013".
    """
    from corroborate.cli.selection import docs, names_by_document

    case = case_of(ctx, case_folder)
    names = names_by_document(case.documents(), case.sightings())
    for incident in case.incidents():
        told = [document for document in incident.documents if document not in incident.recalled]
        line = {"incident": incident.id, "docs": docs(told, names), "recalled": docs(incident.recalled, names)}
        print_json(line)


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(["jsonl", "csv"]))
@click.option("-o", "--output", type=_OUT, required=True, help="The file to write; - for standard output.")
@with_case
@click.pass_context
def export(ctx: click.Context, form: str, output: Path, case_folder: Path | None) -> None:
    """Write the record: jsonl holds everything, csv one line an incident, effect and people."""
    everything = case_of(ctx, case_folder).record()
    writers: dict[str, Callable[[Record], str]] = {"jsonl": _json_lines, "csv": _table}
    write(output, writers[form](everything))


def write(path: Path, content: str) -> None:
    """Write a file whole or not at all, and say where it is; "-" is standard output."""
    from corroborate.errors import WorldError

    if str(path) == "-":
        click.echo(content, nl=False)
        return
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_text(content, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise WorldError(f"{path} cannot be written: {error.strerror}; name another file with -o") from error
    message(f"Wrote {path}")


def _json_lines(everything: "Record") -> str:
    parts = ("incidents", "tallies", "claims", "documents", "issues", "judgements")
    with Progression("Exporting") as progression:
        lines = []
        for number, part in enumerate(parts, start=1):
            for thing in getattr(everything, part):
                said = {"is": type(thing).__name__.lower(), "id": thing.id} | record(thing, leave_out=("passages",))
                lines.append(json.dumps(said, ensure_ascii=False) + "\n")
            progression.show(number, len(parts))
    return "".join(lines)


def _table(everything: "Record") -> str:
    file = io.StringIO()
    file.write("\ufeff")  # spreadsheets read Arabic rightly only behind this mark
    writer = csv.writer(file)
    writer.writerow(
        "incident title date_start date_end place latitude longitude grade effect people low high high_is_open"
        " origins reports".split()
    )
    writer.writerows(_rows(everything))
    return file.getvalue()


def _rows(everything: "Record") -> Iterator[list[object]]:
    for incident in everything.incidents:
        when, where = incident.when, incident.where
        days = [when.start, when.end] if when else [None, None]
        grades = "; ".join(given.name for given in incident.grades)
        shared = [incident.id, incident.title, *days, ", ".join(where.names), where.latitude, where.longitude, grades]
        told = ["; ".join(incident.origins), len(incident.documents)]
        for figure in incident.ranges:
            bounds = [figure.low.value, figure.high.value, figure.open]
            yield [*shared, figure.effect.value, figure.people.value, *bounds, *told]
        if not incident.ranges:
            yield [*shared, *[None] * 5, *told]
