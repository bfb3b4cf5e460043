"""`verify`, `evaluate`: is the case whole, and how often are claims right."""

from pathlib import Path

import click

from corroborate.cli.options import case_of, with_case, with_json
from corroborate.cli.output import message, print_json

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@with_json
@with_case
@click.pass_context
def verify(ctx: click.Context, as_json: bool, case_folder: Path | None) -> None:
    """Hash every capture again, walk the audit chain, hold every claim against its text."""
    case = case_of(ctx, case_folder)
    problems = list(case.verify())
    if as_json:
        print_json({"ok": not problems, "problems": problems})
    else:
        for problem in problems:
            click.echo(problem)
        message("All captures, audit entries and claims hold." if not problems else f"{len(problems)} problems.")
    if problems:
        ctx.exit(1)


@click.command()
@click.argument("gold", type=_FILE)
@click.argument("predicted", type=_FILE)
@click.argument("texts", type=_FOLDER)
@click.option("--kind", help="Only reports of these kinds, separated by commas (the manifest's column `kind`).")
@click.option("--manifest", type=_FILE, help="A CSV with the columns doc and kind.")
@with_json
def evaluate(
    gold: Path,
    predicted: Path,
    texts: Path,
    kind: str | None,
    manifest: Path | None,
    as_json: bool,
) -> None:
    """Score PREDICTED claims against GOLD labels; TEXTS holds the reports as NAME.txt.

    found: the quotes overlap and the kind's trigger is the same. core: people, count, actor too. record: origin,
    place and days too.
    """
    from corroborate import evaluation

    labels = evaluation.read_labels(gold)
    if kind:
        if manifest is None:
            raise click.UsageError("--kind needs --manifest, which tells the kind of each report")
        wanted = set(evaluation.chosen(labels, evaluation.read_kinds(manifest), kind))
        labels = {name: claims for name, claims in labels.items() if name in wanted}
    report = evaluation.evaluate(
        labels, evaluation.read_labels(predicted), lambda name: evaluation.read_text(texts, name)
    )
    if as_json:
        print_json(report.plain())
        return
    for line in evaluation.score_lines(report):
        click.echo(line)
