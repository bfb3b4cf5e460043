"""`stamp`: the custody log signed with the time by authorities."""

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from corroborate.cli.options import case_of, with_case, with_json
from corroborate.cli.output import message, print_json

if TYPE_CHECKING:
    from corroborate.model.stamp import Stamp

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option("--tsa", "urls", metavar="URL", multiple=True, required=True, help="An authority (RFC 3161); may repeat.")
@click.option("--ca", "certificates", type=_FILE, multiple=True, help="A root certificate in PEM to check stamps by.")
@click.option("-o", "--output", type=_FOLDER, help="A folder for copies of the stamps, to be kept elsewhere.")
@with_json
@with_case
@click.pass_context
def stamp(
    ctx: click.Context,
    urls: tuple[str, ...],
    certificates: tuple[Path, ...],
    output: Path | None,
    as_json: bool,
    case_folder: Path | None,
) -> None:
    """Have authorities sign, with their time, where the custody log ends and which captures each day brought.

    Nothing but a hash leaves the machine. The stamps are kept in the case, and `verify` checks them without a network.
    """
    case = case_of(ctx, case_folder)
    made = case.stamp(urls, [path.read_bytes() for path in certificates])
    for one in made.stamps:
        if output:
            _write(output, one)
        if as_json:
            said = {"authority": one.signed.authority, "at": one.signed.at.isoformat(), "root": one.signed.root}
            print_json({"url": one.url, **said, "sequence": one.sequence, "head": one.head})
            continue
        at = f"{one.signed.at:%Y-%m-%d %H:%M:%S} UTC"
        message(f"{one.url}: {one.signed.authority} signed entries 1 to {one.sequence} on {at}")
    for refusal in made.refusals:
        message(refusal)
    if made.refusals:
        ctx.exit(1)


def _write(folder: Path, one: "Stamp") -> None:
    from corroborate.cli.reporting import write

    folder.mkdir(parents=True, exist_ok=True)
    host = re.sub(r"[^\w.-]", "-", urlsplit(one.url).netloc)
    name = f"entry-{one.sequence}"
    write(folder / f"{name}.json", one.statement)
    write(folder / f"{name}-{host}.tsr", one.reply)
    write(folder / f"{name}-{host}.pem", one.certificates)
