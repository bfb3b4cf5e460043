"""`norms`: what of law and agreements incidents may touch."""

import click

from corroborate.cli.options import with_json
from corroborate.cli.output import print_json, print_table, record


@click.group()
def norms() -> None:
    """List what of law and agreements incidents may touch, or show one."""


@norms.command("list")
@with_json
def list_(as_json: bool) -> None:
    """List the norms that come with the program, and those of the files in CORROBORATE_NORMS."""
    from corroborate.grade import agreements
    from corroborate.settings import from_environment

    found = [(norm, one) for one in agreements(from_environment().norms) for norm in one.norms]
    if as_json:
        for norm, agreement in found:
            print_json(record(norm, leave_out=("every", "some")) | {"agreement": agreement.name})
        return
    print_table(
        ("norm", "an incident touches it by", "rule", "holds", "of"),
        ((n.name, n.title, n.rule, n.period.words, a.name) for n, a in found),
    )


@norms.command("show")
@click.argument("name")
def show(name: str) -> None:
    """Show a file of norms by the NAME of the file or of one of its norms, or check a .toml file of one's own."""
    from pathlib import Path

    from corroborate.errors import UsageError
    from corroborate.grade import agreements
    from corroborate.settings import from_environment

    given = Path(name)
    own = (given,) if given.suffix == ".toml" else from_environment().norms
    found = agreements(own)
    if given.suffix == ".toml":
        click.echo(found[-1].text.rstrip())
        return
    named = [one for one in found if name in (one.name, *(norm.name for norm in one.norms))]
    if not named:
        known = ", ".join([name for one in found for name in (one.name, *(norm.name for norm in one.norms))])
        raise UsageError(f"no norm {name!r}: there are {known}; your own is given as a .toml file")
    click.echo(named[0].text.rstrip())
