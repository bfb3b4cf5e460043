"""`package`: the whole case in one file, for a reviewer who may not have the program."""

from pathlib import Path

import click

from corroborate.cli.options import case_of, with_case
from corroborate.cli.output import message

_OUT = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("-o", "--output", type=_OUT, required=True, help="The file to write, as in: case.wacz.")
@with_case
@click.pass_context
def package(ctx: click.Context, output: Path, case_folder: Path | None) -> None:
    """Write the case as a WACZ: all evidence, the record, the dossier, the custody log and its time stamps.

    What is in it can be checked with standard tools alone: docs/evidence.md shows how. It holds the reports themselves;
    think of whom they name before you hand it on.
    """
    import hashlib
    from datetime import UTC, datetime

    from corroborate import __version__
    from corroborate.adapters.wacz import write_wacz
    from corroborate.adapters.whole_file import whole_file
    from corroborate.cli.reporting import json_lines
    from corroborate.model.handover import Label

    case = case_of(ctx, case_folder)
    label = Label(f"The case in {output.stem}", f"corroborate {__version__}", datetime.now(UTC))
    with case.handing_over(output) as handed, whole_file(output) as target:
        beside = (
            ("corroborate/dossier.html", [case.report().encode()]),
            ("corroborate/record.jsonl", (line.encode() for line in json_lines(handed.record))),
            *handed.files,
        )
        write_wacz(target, handed.captures, handed.opened, beside, label)
    message(f"Wrote {output}")
    with output.open("rb") as written:
        message(f"SHA-256 {hashlib.file_digest(written, 'sha256').hexdigest()}")
