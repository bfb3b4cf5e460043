"""`show`: one thing of a case, with all that stands behind it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.cli.options import case_of, with_case, with_confidential, with_json, with_past
from corroborate.cli.output import print_json, record

if TYPE_CHECKING:
    from corroborate.cli.selection import Thing
    from corroborate.link import Tie
    from corroborate.model.incident import Incident
    from corroborate.model.record import Record


@click.command()
@click.argument("wanted", metavar="ID")
@click.option("--methodology", help="Grade by this methodology.  [default: the case's own]")
@with_json
@with_past
@with_confidential
@with_case
@click.pass_context
def show(
    ctx: click.Context,
    wanted: str,
    methodology: str | None,
    as_json: bool,
    case_folder: Path | None,
) -> None:
    """Show a document, claim, incident, tally, issue or judgement by its id or its beginning, or a report's name."""
    from corroborate.cli.selection import by_id, captures_of
    from corroborate.model.audit import ActKind

    case = case_of(ctx, case_folder)
    everything = case.record(methodology)
    thing = by_id(everything, wanted)
    case.log(ActKind.VIEW, thing.id, captures=captures_of(everything, thing))
    if as_json:
        ruled = {"judgements": _judged(thing, everything)}
        print_json({"id": thing.id} | record(thing, leave_out=("passages",)) | _behind(thing, everything) | ruled)
    else:
        _view(thing, everything)


def _judged(thing: "Thing", everything: "Record") -> list[object]:
    from corroborate.model.rulings import by_subject

    found = by_subject(everything).get(str(thing.id), ())
    return [{"id": one.judgement.id, "in_force": one.is_in_force} | record(one.judgement) for one in found]


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
    behind: dict[str, object] = {"claims": [record(claim) for claim in everything.claims if claim.id in wanted]}
    if isinstance(thing, Incident):
        behind["ties"] = [record(tie) for tie in _ties(thing, everything)]
    return behind


def _ties(shown: "Incident", everything: "Record") -> "tuple[Tie, ...]":
    """Return what ties the reports of an incident to one another."""
    from corroborate.link import ties

    return ties([claim for claim in everything.claims if claim.id in shown.claims])


def _view(thing: "Thing", everything: "Record") -> None:
    from corroborate.cli import ruled, views
    from corroborate.cli.selection import names_by_document, names_of
    from corroborate.model.claim import Claim
    from corroborate.model.document import Document
    from corroborate.model.incident import Incident, Tally
    from corroborate.model.judgement import Judgement

    match thing:
        case Document():
            views.document(thing, names_of(everything.sightings)[thing.capture], everything)
        case Claim():
            views.claim(thing, everything)
        case Judgement():
            ruled.judgement(thing, everything)
        case Incident():
            views.incident(thing, everything)
            views.ties(_ties(thing, everything), names_by_document(everything.documents, everything.sightings))
        case Tally():
            views.tally(thing, everything)
        case issue:
            views.issue(issue, everything)
