"""`watch`: what feeds offer, into the case."""

from pathlib import Path
from time import sleep

import click

from corroborate.cli.adding import tell
from corroborate.cli.options import Web, case_of, with_case, with_web
from corroborate.cli.output import message

_SECONDS = 60


@click.command()
@click.argument("feeds", nargs=-1, required=True, metavar="FEED...")
@click.option("--every", metavar="MINUTES", type=click.FloatRange(min=1), help="Look again after so many minutes.")
@with_web
@with_case
@click.pass_context
def watch(
    ctx: click.Context,
    feeds: tuple[str, ...],
    every: float | None,
    ignore_robots: bool,
    allow_host: tuple[str, ...],
    case_folder: Path | None,
) -> None:
    """Collect what feeds (RSS, Atom) offer and the case does not hold yet.

    Each page is fetched and kept as by `add`. A feed is asked only for what has changed; after an interruption the same
    command does the rest.
    """
    from corroborate import collect
    from corroborate.adapters.feeds import FeedReader
    from corroborate.errors import UsageError

    for feed in feeds:
        if not collect.is_web(feed):
            raise UsageError(f"{feed} is no web address: name a feed as https://example.org/feed.xml")
    case = case_of(ctx, case_folder, make=True, web=Web(ignore_robots, allow_host))
    try:
        tell(case.watch(*feeds, reader=FeedReader()))
        while every is not None:
            message(f"Looking again in {every:g} minutes; interrupt to stop.")
            sleep(every * _SECONDS)
            tell(case.watch(*feeds, reader=FeedReader()))
    except KeyboardInterrupt:
        raise click.ClickException("interrupted; what was collected is kept, the same command does the rest") from None
