"""`stamp`: the custody log signed with the time by authorities."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.cli.options import case_of, with_case, with_json
from corroborate.cli.output import message, print_json
from corroborate.errors import CollectError, UsageError
from corroborate.model.web_address import parts_of

if TYPE_CHECKING:
    from corroborate.case import Case
    from corroborate.model.stamp import Anchor, Stamp

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option("--tsa", "urls", metavar="URL", multiple=True, help="An authority (RFC 3161); may repeat.")
@click.option("--ca", "certificates", type=_FILE, multiple=True, help="A root certificate in PEM to check stamps by.")
@click.option("--ots", is_flag=True, help="Have calendars of OpenTimestamps anchor it in a block chain.")
@click.option("--calendar", "calendars", metavar="URL", multiple=True, help="A calendar for --ots; may repeat.")
@click.option("--complete", is_flag=True, help="Fetch what calendars have added to earlier proofs.")
@click.option("-o", "--output", type=_FOLDER, help="A folder for copies of the stamps, to be kept elsewhere.")
@with_json
@with_case
@click.pass_context
def stamp(
    ctx: click.Context,
    urls: tuple[str, ...],
    certificates: tuple[Path, ...],
    ots: bool,
    calendars: tuple[str, ...],
    complete: bool,
    output: Path | None,
    as_json: bool,
    case_folder: Path | None,
) -> None:
    """Have authorities sign, with their time, where the custody log ends and which captures each day brought.

    Nothing but a hash leaves the machine. The stamps are kept in the case, and `verify` checks them without a network.
    """
    if not (urls or ots or complete):
        raise UsageError("name who shall stamp: --tsa URL for an authority, --ots for the calendars of OpenTimestamps")
    if calendars and not ots:
        raise UsageError("--calendar names who anchors the log: say --ots too, or --complete alone for earlier proofs")
    case = case_of(ctx, case_folder)
    refusals: list[str] = []
    if urls:
        made = case.stamp(urls, [path.read_bytes() for path in certificates])
        refusals.extend(made.refusals)
        for one in made.stamps:
            _tell(one, as_json=as_json)
            if output:
                _write(output, one)
    if ots or complete:
        refusals.extend(_anchored(case, calendars if ots else None, output, complete=complete, as_json=as_json))
    for refusal in refusals:
        message(refusal)
    if refusals:
        ctx.exit(1)


def _tell(one: "Stamp", *, as_json: bool) -> None:
    if as_json:
        said = {"authority": one.signed.authority, "at": one.signed.at.isoformat(), "root": one.signed.root}
        print_json({"url": one.url, **said, "sequence": one.sequence, "head": one.head})
        return
    at = f"{one.signed.at:%Y-%m-%d %H:%M:%S} UTC"
    message(f"{one.url}: {one.signed.authority} signed entries 1 to {one.sequence} on {at}")


def _anchored(
    case: "Case", calendars: tuple[str, ...] | None, output: Path | None, *, complete: bool, as_json: bool
) -> tuple[str, ...]:
    """Complete earlier proofs, have a new one made unless `calendars` is None, and return why some gave none."""
    refusals: tuple[str, ...] = ()
    anchoring = case.anchoring()
    anchors = list(anchoring.complete()) if complete else []
    if calendars is not None:
        try:
            made, refusals = anchoring.anchor(calendars)
            anchors.append(made)
        except CollectError as error:
            refusals = (str(error),)
    for anchor in anchors:
        _tell_anchor(anchor, as_json=as_json)
        if output:
            _write_anchor(output, anchor)
    if complete and not anchors:
        message("no proof could be completed: there is none that waits, or its calendars have not anchored it yet")
    return refusals


def _tell_anchor(one: "Anchor", *, as_json: bool) -> None:
    if as_json:
        blocks = [{"height": block.height, "merkle_root": block.merkle_root} for block in one.anchored.blocks]
        promised = list(one.anchored.promised)
        print_json({"calendars": promised, "blocks": blocks, "sequence": one.sequence, "head": one.head})
    elif one.anchored.blocks:
        message(f"entries 1 to {one.sequence} are anchored in block {one.anchored.blocks[0].height} of Bitcoin")
    else:
        message(f"{', '.join(one.anchored.promised)} promised to anchor entries 1 to {one.sequence}")


def _write_anchor(folder: Path, one: "Anchor") -> None:
    from corroborate.cli.reporting import write

    folder.mkdir(parents=True, exist_ok=True)
    name = f"entry-{one.sequence}.json"
    write(folder / name, one.statement)
    write(folder / f"{name}.ots", one.proof)  # beside the file that it is of, as its tools expect it


def _write(folder: Path, one: "Stamp") -> None:
    from corroborate.cli.reporting import write

    folder.mkdir(parents=True, exist_ok=True)
    host = re.sub(r"[^\w.-]", "-", parts_of(one.url).netloc)
    name = f"entry-{one.sequence}"
    write(folder / f"{name}.json", one.statement)
    write(folder / f"{name}-{host}.tsr", one.reply)
    write(folder / f"{name}-{host}.pem", one.certificates)
