"""`package`: the whole case in one file, for a reviewer who may not have the program."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.cli.options import case_of, with_case
from corroborate.cli.output import message

if TYPE_CHECKING:
    from corroborate.adapters.wacz import Packed
    from corroborate.case import Case

_PARTS = (("statement", "json"), ("reply", "tsr"), ("certificates", "pem"))  # of a stamp, with their files' endings
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
    from io import BytesIO

    from corroborate import __version__
    from corroborate.adapters.wacz import Label, write_wacz
    from corroborate.cli.reporting import json_lines, write
    from corroborate.model.audit import ActKind

    case = case_of(ctx, case_folder)
    record = case.record()
    case.log(ActKind.EXPORT, "package", output=str(output), of="case")
    beside = {
        "corroborate/dossier.html": case.report().encode(),
        "corroborate/record.jsonl": json_lines(record).encode(),
        "corroborate/custody.jsonl": "".join(f"{entry.line}\n" for entry in case.custody()).encode(),
        **dict(_stamps(case)),
    }
    target = BytesIO()
    label = Label(f"The case in {output.stem}", f"corroborate {__version__}", datetime.now(UTC))
    write_wacz(target, _captures(case), beside, label)
    write(output, target.getvalue())
    message(f"SHA-256 {hashlib.sha256(target.getvalue()).hexdigest()}")


def _stamps(case: "Case") -> Iterator[tuple[str, bytes]]:
    """Yield what each time stamp is checked by: the statement, the authority's reply, the certificates."""
    from corroborate.model.audit import ActKind
    from corroborate.model.ids import CaptureId

    for entry in case.custody():
        said = dict(entry.act.details)
        if entry.act.kind is ActKind.STAMP:
            for part, ending in _PARTS:
                yield f"corroborate/stamps/{entry.sequence}.{ending}", case.evidence(CaptureId(str(said[part])))


def _captures(case: "Case") -> Iterator["Packed"]:
    from corroborate.adapters.wacz import Packed

    reports = {document.capture: document.title or document.name for document in case.documents()}
    first = {sighting.capture: sighting for sighting in reversed(case.sightings())}
    for capture in case.captures():
        seen = first[capture.id]
        title = reports.get(capture.id)
        at = seen.archived_at or seen.seen_at
        yield Packed(capture.id, case.evidence(capture.id), capture.media_type, seen.lead.url, at, title)
