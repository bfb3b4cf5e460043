"""`judge`, `judgements`: a person decides, with a reason, and may take it back."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.cli.options import case_of, viewed, with_case, with_json
from corroborate.cli.output import message, print_json, record

if TYPE_CHECKING:
    from corroborate.model.incident import Incident
    from corroborate.model.record import Record

_PAIRS = ("same", "different", "unsure")
_VERDICTS = ("accept", "reject", *_PAIRS, "exclude_origin", "fix_bound", "fix_grade", "withhold", "undo")
_VALUES = {
    "exclude_origin": "--value names the origin",
    "fix_bound": "--value is as in 'killed civilians low 12'",
    "fix_grade": "--value names the grade, as in 'Fair' or 'ucdp Event'",
}


@click.command()
@click.argument("verdict", type=click.Choice(_VERDICTS))
@click.argument("subjects", metavar="ID...", nargs=-1)
@click.option("--reason", required=True, help="Why: it is kept, and others will read it.")
@click.option("--value", help="The origin that is excluded, the bound or grade that is fixed.")
@with_case
@click.pass_context
def judge(
    ctx: click.Context,
    verdict: str,
    subjects: tuple[str, ...],
    reason: str,
    value: str | None,
    case_folder: Path | None,
) -> None:
    """Decide on claims and incidents: appended with author and reason, replayed on every run, undone by another.

    accept, reject: a claim; accept, withhold: an incident, for handing on. same, different, unsure: two or more claims
    or incidents. exclude_origin, fix_bound, fix_grade: an incident, by --value. undo: judgements. An id may be
    shortened.
    """
    from corroborate.errors import UsageError
    from corroborate.model.judgement import Verdict

    if (verdict in _VALUES) != (value is not None):
        raise UsageError(_VALUES.get(verdict, f"{verdict} takes no --value"))
    case = case_of(ctx, case_folder)
    everything = case.record()
    named = [subject for wanted in subjects for subject in _subjects(everything, verdict, wanted)]
    made = case.judge(Verdict(verdict), named, reason, value)
    message(f"{made.id}: {verdict} {' '.join(named)}")


@click.command()
@with_json
@with_case
@click.pass_context
def judgements(ctx: click.Context, as_json: bool, case_folder: Path | None) -> None:
    """List what people decided, in order, and whether it is in force."""
    from corroborate.model.judgement import in_force

    made = viewed(ctx, case_folder).judgements()
    standing = {judgement.id for judgement in in_force(made)}
    for one in made:
        if as_json:
            print_json({"id": one.id, "in_force": one.id in standing} | record(one))
            continue
        undone = "" if one.id in standing else "  (undone)"
        value = f" {one.value!r}" if one.value else ""
        click.echo(f"{one.id}  {one.made_at:%Y-%m-%d %H:%M}  {one.author}: {one.verdict}{value}{undone}")
        click.echo(f"    {' '.join(one.subjects)}\n    {one.reason}")


def _subjects(everything: "Record", verdict: str, wanted: str) -> tuple[str, ...]:
    """Return the ids that are meant, whole.

    Incidents are made anew on every run: two are the same, or different, by the claim that tells each first; and one
    is withheld by that claim too, so that it stays so under another id.
    """
    from corroborate.cli.selection import by_id
    from corroborate.errors import UsageError
    from corroborate.model.incident import Incident

    if verdict == "undo":
        return (_judgement([one.id for one in everything.judgements], wanted),)
    found = by_id(everything, wanted)
    if verdict in _PAIRS and isinstance(found, Incident):
        return (_first(everything, found),)
    if verdict in {"withhold", "fix_bound", "fix_grade", "exclude_origin"} and not isinstance(found, Incident):
        raise UsageError(f"{wanted} is no incident: {verdict} is said of one")
    if verdict == "withhold" and isinstance(found, Incident):
        return found.id, _first(everything, found)
    return (str(found.id),)


def _first(everything: "Record", incident: "Incident") -> str:
    told = {claim.id: claim for claim in everything.claims}
    return min(incident.claims, key=lambda claim: (told[claim].published or date.max, claim))


def _judgement(known: Sequence[str], wanted: str) -> str:
    from corroborate.errors import UsageError

    found = [one for one in known if one.startswith(wanted)]
    if len(found) != 1:
        raise UsageError(f"{wanted} is the beginning of {len(found)} judgements: `corroborate judgements` lists them")
    return found[0]
