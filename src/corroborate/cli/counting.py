"""`count`: how many the main incident of each report killed, injured, displaced, without a case."""

from typing import TYPE_CHECKING

import click

from corroborate.cli.extracting import read_each
from corroborate.cli.options import Told, with_sources
from corroborate.cli.output import print_json

if TYPE_CHECKING:
    from corroborate.reconcile import Stated


@click.command()
@with_sources(required=True)
@click.pass_context
def count(
    ctx: click.Context,
    sources: tuple[str, ...],
    told: Told,
) -> None:
    """Print how many the main incident of each report killed, injured, displaced: one JSON line a report.

    A figure has the ends that the words name, null where they leave one open; null alone: nothing is said; 0: it is
    said that there was nobody. `summed` marks what was added up from parts.
    """
    from corroborate.pipeline import count_main

    for name, reading in read_each(ctx, sources, told):
        main = count_main(reading)
        figures = {"killed": main.killed, "injured": main.injured, "displaced": main.displaced}
        print_json({"doc": name} | {effect: figure and _shown(figure) for effect, figure in figures.items()})


def _shown(figure: "Stated") -> dict[str, int | bool | None]:
    shown: dict[str, int | bool | None] = {"low": figure.low, "high": figure.high}
    return shown | {"summed": True} if figure.summed else shown
