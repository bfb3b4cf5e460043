"""`extract`: the claims of reports, without a case; and how reports are read one by one without one."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from corroborate.cli.options import Told, with_sources
from corroborate.cli.output import Progression, message, print_json

if TYPE_CHECKING:
    from corroborate.model.record import Reading


@click.command()
@with_sources(required=True)
@click.pass_context
def extract(
    ctx: click.Context,
    sources: tuple[str, ...],
    told: Told,
) -> None:
    """Print the claims of reports, without a case: one JSON line a report.

    The form is that of the annotation guidelines, with `start` and `end` in code points of the text read, and the
    `rules` that made each claim.
    """
    from corroborate.evaluation import labels

    for name, reading in read_each(ctx, sources, told):
        print_json({"doc": name, "claims": labels(reading.claims)})


def read_each(ctx: click.Context, sources: tuple[str, ...], told: Told) -> Iterator[tuple[str, "Reading"]]:
    """Yield each report's name and what it gives, with progress and doubts told; exit code 1 where none can be read."""
    from corroborate import collect
    from corroborate.model.document import Lead
    from corroborate.settings import from_environment
    from corroborate.wiring import read_reports

    settings = from_environment()
    settings = replace(settings, processes=told.jobs or settings.processes)
    known = collect.read_manifest(told.manifest) if told.manifest else collect.EMPTY_MANIFEST
    said = collect.Row(told.publisher, told.published, told.url, told.language)
    found = list(collect.leads(sources, known, overrule=said))
    leads = [lead for lead in found if isinstance(lead, Lead)]
    for doubt in found:
        if not isinstance(doubt, Lead):
            message(f"{doubt.kind.value}: {doubt.message}")
    readable = 0
    with Progression("Reading reports", quiet=sys.stdout.isatty()) as progression:
        readings = read_reports(leads, settings, sys.stdin.buffer)
        for number, (lead, reading) in enumerate(readings, start=1):
            readable += reading.document is not None
            yield lead.name, reading
            for issue in reading.issues:
                if issue.stage in {"collect", "read"}:
                    message(f"{issue.kind.value}: {issue.message}")
            progression.show(number, len(leads))
    if leads and not readable:
        ctx.exit(1)
