"""`demo`: the bundled example reports, end to end."""

from importlib.resources import as_file, files
from pathlib import Path

import click

from corroborate.cli.adding import tell
from corroborate.cli.options import case_of
from corroborate.cli.output import Progression, message
from corroborate.cli.reporting import write

_FOLDER = Path("demo-case")


@click.command()
@click.option("--jobs", type=click.IntRange(min=1), help="Processes that read.  [default: one a core]")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where the report goes.")
@click.pass_context
def demo(ctx: click.Context, jobs: int | None, output: Path | None) -> None:
    """Run the bundled example reports, end to end, in ./demo-case (or the folder of --case)."""
    from corroborate.cli import views

    folder = ctx.obj or _FOLDER
    case = case_of(ctx, folder, make=True, jobs=jobs)
    with as_file(files("corroborate.examples")) as examples:
        sources = sorted(path for path in examples.iterdir() if path.suffix in {".txt", ".html", ".pdf"})
        with Progression("Reading the examples", then="Read; linking and grading") as progression:
            summary = case.add(
                *sources,
                manifest=examples / "manifest.csv",
                progress=lambda told: progression.show(told.done, told.total),
            )
    tell(summary)
    record = case.record()
    views.whole(record)
    target = output or folder / "report.html"
    write(target, case.report())
    message(f"The report: {target.resolve().as_uri()}\nNext: corroborate --case {folder} show ID")
