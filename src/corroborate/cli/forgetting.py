"""`forget`: what a person is protected by, or the law demands, goes for good; the log tells who removed it and why."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.cli.options import case_of, with_case
from corroborate.cli.output import message

if TYPE_CHECKING:
    from corroborate.case import Forgetting

_SHOWN = 20  # reports that are named before it is asked


@click.command()
@click.argument("wanted", metavar="[REPORT...]", nargs=-1)
@click.option("--claim", "claims", metavar="ID", multiple=True, help="The report in which this claim stands.")
@click.option("--quote", "quotes", metavar="TEXT", multiple=True, help="Every report that holds these words.")
@click.option("--source", "names", metavar="NAME", multiple=True, help="Every report that names or is by this source.")
@click.option("--reason", required=True, help="Why: it is kept for good, so name nobody in it.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_case
@click.pass_context
def forget(
    ctx: click.Context,
    wanted: tuple[str, ...],
    claims: tuple[str, ...],
    quotes: tuple[str, ...],
    names: tuple[str, ...],
    reason: str,
    yes: bool,
    case_folder: Path | None,
) -> None:
    """Remove reports for good: their bytes, all that was read from them, and what the log said of them.

    A report goes as a whole, with what it was found in and what was found in it. The log keeps that it was removed, by
    whom, when and why, and its hash; `verify` tells of it. What was handed on before is told: it cannot be called back.
    """
    from corroborate.case import Unwanted
    from corroborate.cli.selection import report_of, report_of_claim

    if not (wanted or claims or quotes or names):
        raise click.UsageError("name a REPORT, or --claim, --quote or --source: nothing else is forgotten")
    if not all(one.strip() for one in (*quotes, *names)):
        raise click.UsageError("--quote and --source take words: no words would stand in every report")
    case = case_of(ctx, case_folder)
    record = case.openly().record()
    captures = [report_of(record, one) for one in wanted] + [report_of_claim(record, one) for one in claims]
    planned = case.forgetting(Unwanted(tuple(captures), quotes, names), reason)
    for line in _lines(planned):
        message(case.messages()(line))
    if not yes and not _agreed():
        raise click.ClickException("nothing was removed")
    planned.carry_out()
    message("Removed. Copies of the case, and what the disk keeps of removed files, are not reached: docs/evidence.md.")


def _lines(planned: "Forgetting") -> Iterator[str]:
    """Yield what a person has to know before agreeing."""
    gone = planned.erasure
    yield (
        f"To be removed for good: {len(planned.reports)} reports or files with {planned.claims} claims,"
        f" {len(gone.judgements)} judgements, and what {len(gone.entries)} entries of the log said."
    )
    for name in planned.reports[:_SHOWN]:
        yield f"  {name}"
    if len(planned.reports) > _SHOWN:
        yield f"  … and {len(planned.reports) - _SHOWN} more"
    if planned.handed_on:
        told = ", ".join(map(str, planned.handed_on))
        yield f"It was handed on before, as these entries of the log tell: {told}. Ask for that to be deleted too."


def _agreed() -> bool:
    if not sys.stdin.isatty():
        raise click.UsageError("no terminal to ask at: --yes says that you are sure")
    return click.confirm("Remove it?", err=True)
