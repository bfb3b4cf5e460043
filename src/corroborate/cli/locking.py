"""`lock`, `unlock`: a case that is not in use, encrypted as a whole."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.cli.options import with_case
from corroborate.cli.output import message

if TYPE_CHECKING:
    from corroborate.settings import Settings

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_SECRET = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
_with_passphrase_file = click.option(
    "--passphrase-file", type=_SECRET, help="Take the passphrase from the first line of this file; - is standard input."
)


@click.command()
@click.option("--recipient", "recipients", multiple=True, metavar="KEY", help="A public key (age1…) that opens it.")
@_with_passphrase_file
@with_case
@click.pass_context
def lock(
    ctx: click.Context, recipients: tuple[str, ...], passphrase_file: Path | None, case_folder: Path | None
) -> None:
    """Keep the case encrypted as a whole (age): by a passphrase that is asked for, or for public keys.

    With --recipient, no passphrase is asked: this machine cannot open the case without the secret key. The plain files
    are removed when the encrypted one was decrypted again and found to be whole.
    """
    from corroborate.adapters.vault import Keys
    from corroborate.wiring import lock_case

    settings, asks = _settings(ctx, case_folder), not recipients
    lock_case(settings, lambda: Keys(_passphrase(passphrase_file, asks=asks, twice=True), recipients))
    message(
        f"Locked {settings.case}. Nobody opens it without the passphrase or key: keep that, and a copy of the folder."
    )


@click.command()
@click.option("--identity", "identities", type=_FILE, multiple=True, help="A file of secret keys, as age-keygen makes.")
@_with_passphrase_file
@with_case
@click.pass_context
def unlock(
    ctx: click.Context, identities: tuple[Path, ...], passphrase_file: Path | None, case_folder: Path | None
) -> None:
    """Open a locked case again: with the passphrase, which is asked for, or with a secret key (--identity)."""
    from corroborate.adapters.vault import Keys
    from corroborate.wiring import unlock_case

    settings, asks = _settings(ctx, case_folder), not identities
    unlock_case(settings, lambda: Keys(_passphrase(passphrase_file, asks=asks, twice=False), identities=identities))
    message(f"Unlocked {settings.case}.")


def _settings(ctx: click.Context, folder: Path | None) -> "Settings":
    from corroborate.settings import from_environment

    settings = from_environment()
    return replace(settings, case=folder or ctx.obj or settings.case)


def _passphrase(file: Path | None, *, asks: bool, twice: bool) -> str | None:
    """Return the passphrase that stands in a file, or that a person types at the terminal; None where neither is."""
    if file is not None:
        with click.open_file(str(file), encoding="utf-8") as told:
            passphrase = str(told.readline()).rstrip("\r\n")
        if not passphrase:
            raise click.UsageError(f"{file} holds no passphrase on its first line")
        return passphrase
    if not asks:
        return None
    if not sys.stdin.isatty():
        raise click.UsageError("no terminal to ask for the passphrase: give it with --passphrase-file, or name a key")
    return str(click.prompt("Passphrase", hide_input=True, confirmation_prompt=twice, err=True))
