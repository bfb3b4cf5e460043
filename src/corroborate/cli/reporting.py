"""`report`, `export`, `link-report`: the record for others."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.cli.options import case_of, viewed, with_case, with_confidential, with_past
from corroborate.cli.output import Progression, message, print_json, record

if TYPE_CHECKING:
    from corroborate.case import Case
    from corroborate.model.audit import Detail
    from corroborate.model.record import Record

_OUT = click.Path(dir_okay=False, path_type=Path)
_UNTOLD = ("passages", "replayed")  # the packed words of documents; what is no part of a judgement as it was made


@click.command()
@click.argument("wanted", metavar="[ID]", required=False)
@click.option("-o", "--output", type=_OUT, required=True, help="The file to write; - for standard output.")
@click.option("--methodology", help="Grade by this methodology.  [default: the case's own]")
@click.option("--beside", multiple=True, help="Show what this other methodology makes of it, side by side; repeatable.")
@click.option("--withheld", is_flag=True, help="Take in the incidents that a person withheld.")
@with_past
@with_confidential
@with_case
@click.pass_context
def report(
    ctx: click.Context,
    wanted: str | None,
    output: Path,
    methodology: str | None,
    beside: tuple[str, ...],
    withheld: bool,
    case_folder: Path | None,
) -> None:
    """Write the dossier of the case, or of one incident, as one HTML page that needs nothing else."""
    from corroborate.cli.selection import captures_of, incident_of

    case = case_of(ctx, case_folder)
    if not wanted:
        content = case.report(None, methodology, beside=beside, withheld=withheld)
        _log(case, "report", output, content, of="case")
        write(output, content)
        return
    whole = case.record(methodology)
    incident = incident_of(whole, wanted, "a report")
    content = case.report(incident.id, methodology, beside=beside, withheld=withheld)
    _log(case, "report", output, content, of=incident.id, captures=captures_of(whole, incident))
    write(output, content)


@click.command("link-report")
@with_past
@with_confidential
@with_case
@click.pass_context
def link_report(ctx: click.Context, case_folder: Path | None) -> None:
    """Print one JSON line an incident: its id, the reports that tell of it, and those that only recall it.

    A report recalls an incident that was over before the eve of its own main incident ("as in the attack of 2013"), or
    that another report leads with and that it hardly tells of.
    """
    from corroborate.cli.selection import docs, names_by_document

    case = viewed(ctx, case_folder)
    names = names_by_document(case.documents(), case.sightings())
    for incident in case.incidents():
        told = [document for document in incident.documents if document not in incident.recalled]
        line = {"incident": incident.id, "docs": docs(told, names), "recalled": docs(incident.recalled, names)}
        print_json(line)


# Named here so that --help is there at once; a test holds them against what `publish.exports` writes.
_FORMATS = (
    "jsonl csv xlsx parquet geojson acled ucdp airwars airwars-sources airwars-casualties airwars-infrastructure"
    " timemap ftm hxl claimreview prov"
).split()


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(_FORMATS))
@click.option("-o", "--output", type=_OUT, required=True, help="The file to write; - for standard output.")
@click.option("--methodology", help="Grade by this methodology.  [default: the format's own, else the case's]")
@click.option("--unreviewed", is_flag=True, help="Take in the incidents that nobody has accepted yet.")
@click.option("--withheld", is_flag=True, help="Take in the incidents that a person withheld.")
@click.option("--blur", "blur_km", metavar="KM", type=click.FloatRange(min=0), default=0.0, help="Coarsen coordinates.")
@with_past
@with_confidential
@with_case
@click.pass_context
def export(
    ctx: click.Context,
    form: str,
    output: Path,
    methodology: str | None,
    unreviewed: bool,
    withheld: bool,
    blur_km: float,
    case_folder: Path | None,
) -> None:
    """Write the record in a format of others.

    jsonl holds everything; csv and parquet one line an incident, effect and people; xlsx all tables. acled, ucdp,
    airwars (with its side tables) and hxl are tables in their columns, geojson and timemap maps, ftm, claimreview and
    prov linked data.
    """
    from corroborate.publish.exports import METHODOLOGIES, Choice, chosen

    case = case_of(ctx, case_folder)
    whole = case.record(methodology or METHODOLOGIES.get(form))
    kept, left_out = chosen(whole, Choice(unreviewed, withheld, blur_km))
    content = _content(form, kept)
    _log(case, form, output, content, of="case", captures=tuple(document.capture for document in kept.documents))
    write(output, content)
    incidents, totals = f"{len(whole.incidents)} incidents", f"{len(whole.tallies)} totals"
    for count, of, why, flag in (
        (left_out.unreviewed, incidents, "nobody has accepted them", "--unreviewed"),
        (left_out.withheld, incidents, "they are withheld", "--withheld"),
        (left_out.totals, totals, "they are withheld", "--withheld"),
    ):
        if count:
            message(f"Left out {count} of {of}: {why}; {flag} takes them in")


def _content(form: str, kept: "Record") -> str | bytes:
    if form == "jsonl":
        return "".join(json_lines(kept))
    from corroborate.publish.exports import TEXTS, figures, sheets

    if form in TEXTS:
        return TEXTS[form](kept)
    from corroborate.adapters.sheets import parquet, workbook

    return workbook(sheets(kept)) if form == "xlsx" else parquet(figures(kept))


def _log(case: "Case", form: str, output: Path, content: str | bytes, **said: "Detail") -> None:
    """Note in the custody log what is about to be handed on: in which form, where to, of which captures, with its hash.

    It is noted before: what was killed in between was noted and not handed on, never the other way round.
    """
    from corroborate.model.audit import ActKind

    digest = hashlib.sha256(_bytes(content)).hexdigest()
    case.log(ActKind.EXPORT, form, output=str(output), sha256=digest, **said)


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def write(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all, and say where it is; "-" is standard output."""
    from corroborate.adapters.whole_file import whole_file

    if str(path) == "-":
        click.echo(content, nl=False)
        return
    with whole_file(path) as file:
        file.write(_bytes(content))
    message(f"Wrote {path}")


def json_lines(everything: "Record") -> Iterator[str]:
    """Yield the whole record, one JSON line a thing, each with its end."""
    parts = ("incidents", "tallies", "claims", "documents", "issues", "judgements")
    became = {
        one.judgement.id: {"on": one.on, "undone_by": one.undone_by, "contested_by": one.contested_by}
        for one in everything.rulings
    }
    with Progression("Exporting") as progression:
        for number, part in enumerate(parts, start=1):
            for thing in getattr(everything, part):
                said = {"is": type(thing).__name__.lower(), "id": thing.id} | record(thing, leave_out=_UNTOLD)
                yield json.dumps(said | became.get(thing.id, {}), ensure_ascii=False) + "\n"
            progression.show(number, len(parts))
