"""`package`: a case, or an incident of it, in one file, for a reviewer who may not have the program."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.cli.options import case_of, with_case, with_confidential
from corroborate.cli.output import message

if TYPE_CHECKING:
    from corroborate.case import Case
    from corroborate.model.ids import IncidentId

_OUT = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("-o", "--output", type=_OUT, required=True, help="The file to write, as in: case.wacz.")
@click.option("--incident", "wanted", metavar="ID", help="Only this incident, with what concerns it.")
@click.option("--withheld", is_flag=True, help="Take the incident though a person withheld it.")
@with_confidential
@with_case
@click.pass_context
def package(ctx: click.Context, output: Path, wanted: str | None, withheld: bool, case_folder: Path | None) -> None:
    """Write the case as a WACZ: all evidence, the record, the dossier, the custody log and its time stamps.

    What is in it can be checked with standard tools alone: docs/evidence.md shows how. It holds the reports themselves;
    think of whom they name before you hand it on. With --incident, what tells of other things stays behind.
    """
    import hashlib

    from corroborate.cli.selection import incident_of

    case = case_of(ctx, case_folder)
    incident = incident_of(case.record(), wanted, "a package").id if wanted else None
    left_out = write_package(case, output, incident, withheld=withheld)
    message(f"Wrote {output}")
    for told in left_out:
        message(f"Left out: {told}")
    with output.open("rb") as written:
        message(f"SHA-256 {hashlib.file_digest(written, 'sha256').hexdigest()}")


def write_package(
    case: "Case", output: Path, incident: "IncidentId | None" = None, *, withheld: bool = False
) -> tuple[str, ...]:
    """Write a case, or an incident of it, into a file, whole or not at all; return in words what stays behind."""
    from datetime import UTC, datetime

    from corroborate import __version__
    from corroborate.adapters.wacz import judgement_lines, write_wacz
    from corroborate.adapters.whole_file import whole_file
    from corroborate.cli.reporting import json_lines
    from corroborate.model.handover import FOLDER, JUDGEMENTS, Label

    title = f"An incident in {output.stem}" if incident else f"The case in {output.stem}"
    with (
        case.handing_over(output, incident, withheld=withheld) as handed,
        whole_file(output) as target,
    ):
        beside = (
            (f"{FOLDER}/dossier.html", [case.report(incident, withheld=withheld).encode()]),
            (f"{FOLDER}/record.jsonl", (line.encode() for line in json_lines(handed.record))),
            (JUDGEMENTS, judgement_lines(handed.record.judgements)),
            *handed.files,
        )
        label = Label(handed.id, title, f"corroborate {__version__}", datetime.now(UTC))
        write_wacz(target, handed.captures, handed.opened, beside, label)
    return handed.left_out
