"""`import`: a case, or an incident, that somebody handed over."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.cli.options import case_of, with_case, with_json
from corroborate.cli.output import Progression, message, print_json

if TYPE_CHECKING:
    from corroborate.case import Summary
    from corroborate.case.taking_over import Taken

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("import")
@click.argument("path", metavar="FILE", type=_FILE)
@click.option("--sha256", "told", metavar="HASH", help="The package's hash, as its sender told it by another way.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes that read.  [default: one a core]")
@with_json
@with_case
@click.pass_context
def import_(
    ctx: click.Context, path: Path, told: str | None, jobs: int | None, as_json: bool, case_folder: Path | None
) -> None:
    """Take a package that `corroborate package` wrote into the case: evidence, judgements, and its custody log.

    All of it is checked before, and where anything does not hold, nothing is taken over. What the case holds already is
    passed by; after an interruption, the same command does the rest. Web archives of other programs go through `add`.
    """
    from corroborate.adapters.handed_package import open_package
    from corroborate.cli.adding import tell_of_another
    from corroborate.errors import ReadError

    with open_package(path) as package, Progression("Reading what came", then="Read; linking and grading") as shown:
        if told is not None and told.strip().lower() != package.sha256:
            raise ReadError(f"{path} has the SHA-256 {package.sha256}: it is not the package that the sender told of")
        case = case_of(ctx, case_folder, make=True, jobs=jobs)
        try:
            taken, summary = case.take_over(
                package, lambda now: shown.show(now.done, now.total), message, tell_of_another
            )
        except KeyboardInterrupt:
            raise click.ClickException("interrupted; the same command does the rest") from None
    if as_json:
        print_json(_plain(taken, summary))
    _tell(path, taken, summary)
    if taken.faults:
        ctx.exit(1)


def _plain(taken: "Taken", summary: "Summary") -> dict[str, object]:
    counts = {"captures": taken.captures, "judgements": taken.judgements, "read": summary.read}
    faults = [{"kind": fault.kind.value, "subject": fault.subject, "message": fault.message} for fault in taken.faults]
    return {
        "ok": not faults,
        "known": taken.is_known,
        **counts,
        "holds": taken.holds,
        "faults": faults,
        "notes": taken.notes,
    }


def _tell(path: Path, taken: "Taken", summary: "Summary") -> None:
    from corroborate.cli.adding import tell
    from corroborate.cli.checking import in_words
    from corroborate.publish.words import plural

    if taken.faults:
        message(f"{path} does not hold, and nothing of it was taken over:")
        for fault in taken.faults:
            message(f"  {in_words(fault)}")
        return
    for words in (*taken.holds, *taken.notes):
        message(f"  {words}")
    if taken.is_known:
        message(f"{path} was taken over before: nothing of it is new.")
    else:
        new = f"{plural(taken.captures, 'capture')}, {plural(taken.judgements, 'judgement')}"
        message(f"New here: {new}.")
    if summary.reports:
        tell(summary)
