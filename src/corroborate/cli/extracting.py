"""`extract`: the claims of reports, without a case."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from corroborate.cli.options import with_sources
from corroborate.cli.output import Progression, message, print_json


@click.command()
@with_sources(required=True)
@click.pass_context
def extract(
    ctx: click.Context,
    sources: tuple[str, ...],
    manifest: Path | None,
    publisher: str | None,
    published: date | None,
    url: str | None,
    language: str | None,
    jobs: int | None,
) -> None:
    """Print the claims of reports, without a case: one JSON line a report.

    The form is that of the annotation guidelines, with `start` and `end` in code points of the text read, and the
    `rules` that made each claim.
    """
    from corroborate import collect
    from corroborate.evaluation import labels
    from corroborate.model.document import Lead
    from corroborate.settings import from_environment
    from corroborate.wiring import read_reports

    settings = from_environment()
    settings = replace(settings, processes=jobs or settings.processes)
    known = collect.read_manifest(manifest) if manifest else collect.EMPTY_MANIFEST
    said = collect.Row(publisher, published, url, language)
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
            print_json({"doc": lead.name, "claims": labels(reading.claims)})
            for issue in reading.issues:
                if issue.stage in {"collect", "read"}:
                    message(f"{issue.kind.value}: {issue.message}")
            progression.show(number, len(leads))
    if leads and not readable:
        ctx.exit(1)
