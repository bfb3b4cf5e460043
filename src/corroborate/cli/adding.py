"""`add`: reports into the case."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.cli.options import Told, Web, case_of, with_case, with_json, with_sources, with_web
from corroborate.cli.output import Progression, message, print_json

if TYPE_CHECKING:
    from corroborate.case import Summary

_SHOWN = 10  # doubts told at once; all stand under `corroborate issues`


@click.command()
@with_sources(required=False)
@click.option("--anew", is_flag=True, help="Read again what was read before, as after the rules have changed.")
@with_web
@with_json
@with_case
@click.pass_context
def add(
    ctx: click.Context,
    sources: tuple[str, ...],
    told: Told,
    anew: bool,
    ignore_robots: bool,
    allow_host: tuple[str, ...],
    as_json: bool,
    case_folder: Path | None,
) -> None:
    """Add reports to the case: files, folders, web addresses, or - for standard input.

    Web archives (WARC, WACZ), exports of Telegram Desktop (result.json) and tables of texts (CSV) are kept as they are,
    and the reports in them are read. A web address is fetched once, as it stands, and the exchange is kept.

    What the case holds already is passed by; after an interruption, the same command does the rest. With --anew and
    no SOURCE, all reports of the case are read again, from the evidence that it keeps.
    """
    if not sources and not anew:
        raise click.UsageError("name a SOURCE: a file, a folder, a web address, or - for standard input")
    case = case_of(ctx, case_folder, make=bool(sources), jobs=told.jobs, web=Web(ignore_robots, allow_host))
    with Progression("Adding reports", then="Added; linking and grading") as progression:
        try:
            if sources:
                summary = case.add(
                    *sources,
                    manifest=told.manifest,
                    publisher=told.publisher,
                    published=told.published,
                    url=told.url,
                    language=told.language,
                    anew=anew,
                    stdin=sys.stdin.buffer,
                    progress=lambda now: progression.show(now.done, now.total),
                    waiting=tell_of_another,
                )
            else:
                summary = case.read_again(lambda now: progression.show(now.done, now.total), tell_of_another)
        except KeyboardInterrupt:
            raise click.ClickException("interrupted; what was added is kept, the same command adds the rest") from None
    tell(summary)
    if as_json:
        counts = {"read": summary.read, "seen_again": summary.again, "known": summary.known}
        print_json({**counts, "unreadable": summary.unreadable, "kept": summary.kept, "claims": summary.claims})
    if summary.reports and summary.unreadable == summary.reports:
        ctx.exit(1)


def tell_of_another() -> None:
    """Tell that another process has to end first."""
    message("Another process is adding to this case: waiting until it is done.")


def tell(summary: "Summary") -> None:
    """Tell what an `add` came to."""
    parts = [f"{summary.read} read ({summary.claims} claims)"]
    for number, words in (
        (summary.again, "seen again elsewhere"),
        (summary.known, "known before"),
        (summary.unreadable, "not readable"),
    ):
        if number:
            parts.append(f"{number} {words}")
    beside = f" Kept as evidence beside them: {summary.kept}." if summary.kept else ""
    message(f"{summary.reports} reports: {', '.join(parts)}.{beside}")
    grave = [issue for issue in summary.issues if issue.stage in {"collect", "read"}]
    for issue in grave[:_SHOWN]:
        message(f"  {issue.kind.value}: {issue.message}")
    if len(grave) > _SHOWN:
        message(f"  … and {len(grave) - _SHOWN} more: see `corroborate issues`.")
