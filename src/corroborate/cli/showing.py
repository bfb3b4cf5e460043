"""`show`: one thing of a case, with all that stands behind it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.cli.options import case_of, with_case, with_json
from corroborate.cli.output import print_json, record

if TYPE_CHECKING:
    from corroborate.cli.selection import Thing
    from corroborate.model.record import Record


@click.command()
@click.argument("wanted", metavar="ID")
@click.option("--methodology", help="Grade by this methodology.  [default: the case's own]")
@with_json
@with_case
@click.pass_context
def show(
    ctx: click.Context,
    wanted: str,
    methodology: str | None,
    as_json: bool,
    case_folder: Path | None,
) -> None:
    """Show a document, claim, incident, tally or issue by its id, the beginning of its id, or a report's name."""
    from corroborate.cli.selection import by_id, captures_of
    from corroborate.model.audit import ActKind

    case = case_of(ctx, case_folder)
    everything = case.record(methodology)
    thing = by_id(everything, wanted)
    case.log(ActKind.VIEW, thing.id, captures=captures_of(everything, thing))
    if as_json:
        print_json({"id": thing.id} | record(thing, leave_out=("passages",)) | _behind(thing, everything))
    else:
        _view(thing, everything)


def _behind(thing: "Thing", everything: "Record") -> dict[str, object]:
    from corroborate.model.document import Document
    from corroborate.model.incident import Incident, Tally

    if isinstance(thing, Document):
        wanted = {claim.id for claim in everything.claims if claim.document == thing.id}
    elif isinstance(thing, Incident):
        wanted = {*thing.claims, *thing.beside}
    elif isinstance(thing, Tally):
        wanted = set(thing.claims)
    else:
        return {}
    return {"claims": [record(claim) for claim in everything.claims if claim.id in wanted]}


def _view(thing: "Thing", everything: "Record") -> None:
    from corroborate.cli import views
    from corroborate.cli.selection import names_of
    from corroborate.model.claim import Claim
    from corroborate.model.document import Document
    from corroborate.model.incident import Incident, Tally

    doubts = [issue for issue in everything.issues if thing.id in issue.subjects]
    match thing:
        case Document():
            claims = [claim for claim in everything.claims if claim.document == thing.id]
            views.document(thing, names_of(everything.sightings)[thing.capture], claims, doubts)
        case Claim():
            whole = next((claim for claim in everything.claims if claim.id == thing.part_of), None)
            groups: list[Incident | Tally] = [*everything.incidents, *everything.tallies]
            views.claim(thing, whole, [group for group in groups if thing.id in group.claims], doubts)
        case Incident():
            views.incident(thing, everything)
        case Tally():
            views.tally(thing, everything)
        case issue:
            views.issue(issue)
