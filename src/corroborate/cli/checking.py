"""`verify`, `custody`, `evaluate`: is the case whole, who did what to it, and how often are claims right."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.cli.harmless import harmless
from corroborate.cli.options import case_of, with_case, with_confidential, with_json
from corroborate.cli.output import Progression, message, print_json, print_table, record

if TYPE_CHECKING:
    from corroborate.model.audit import Act, AuditEntry, SealedEntry
    from corroborate.model.verification import Fault, Verification

_SHORT, _DETAILS = 16, 90  # signs of a subject, of details, that a table shows
_BEGINNINGS = {"collect": "it was collected", "import": "it was imported"}
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--head", "heads", metavar="HASH", multiple=True, help="A hash of the log that was kept elsewhere.")
@click.option("--recompute", is_flag=True, help="Compute incidents and tallies anew too, and compare; it takes longer.")
@with_json
@with_confidential
@with_case
@click.pass_context
def verify(
    ctx: click.Context, heads: tuple[str, ...], recompute: bool, as_json: bool, case_folder: Path | None
) -> None:
    """Hash every capture again, walk the custody log, hold the record against both.

    Tells what holds, what does not and since when; the log notes the check. The head of the log, kept elsewhere and
    given with --head a later time, shows whether the log was cut or written anew in between.
    """
    case = case_of(ctx, case_folder)
    with Progression("Hashing captures", quiet=as_json) as progression:
        found = case.verify(progression.show, heads=heads, recompute=recompute)
    if as_json:
        faults = [record(fault, leave_out=("held",)) | {"held": _held(fault)} for fault in found.faults]
        print_json({"ok": not faults, "holds": found.holds, "faults": faults, "notes": found.notes})
    else:
        _tell(found)
    if found.faults:
        ctx.exit(1)


def _held(fault: "Fault") -> dict[str, object] | None:
    if fault.held is None:
        return None
    act = fault.held.act
    return {"entry": fault.held.sequence, "at": act.at.isoformat(), "act": act.kind.value, "actor": act.actor}


def _tell(found: "Verification") -> None:
    from corroborate.publish.words import plural

    faults = [in_words(fault) for fault in found.faults]
    for title, told in (("Holds:", found.holds), ("Does not hold:", faults), ("Worth knowing:", found.notes)):
        if told:
            click.echo(harmless("\n".join([title, *(f"  {line}" for line in told)])))
    message("The case holds." if not faults else f"{plural(len(faults), 'fault')}.")


def in_words(fault: "Fault") -> str:
    """Return what does not hold, and since when that is so."""
    if fault.held is None:
        return fault.message
    act = fault.held.act
    how = _BEGINNINGS.get(act.kind.value, f"{act.actor} verified the case")
    when = f"{act.at:%Y-%m-%d %H:%M:%S} UTC, when {how} (entry {fault.held.sequence})"
    return f"{fault.message.rstrip('.')}. It held on {when}."


@click.command()
@click.argument("wanted", metavar="[SUBJECT]", required=False)
@click.option("--act", "kind", help="Only acts of this kind: collect, read, judge, view …")
@click.option("--by", "actor", help="Only acts of this person.")
@with_json
@with_confidential
@with_case
@click.pass_context
def custody(
    ctx: click.Context,
    wanted: str | None,
    kind: str | None,
    actor: str | None,
    as_json: bool,
    case_folder: Path | None,
) -> None:
    """List who did what to the case; SUBJECT is a report's name, a capture's hash or another id, or its beginning.

    With --json, the lines of the log as they stand: each carries the SHA-256 of the line before.
    """
    from corroborate.cli.selection import one_of
    from corroborate.model.audit import ActKind, SealedEntry

    kinds = one_of(ActKind, kind, "--act")
    case = case_of(ctx, case_folder)
    named = {sighting.lead.name: str(sighting.capture) for sighting in case.sightings()}
    subject = named.get(wanted, wanted) if wanted else ""
    found = [
        entry
        for entry in (case.entries() if (subject, kinds, actor) == ("", None, None) else case.custody())
        if isinstance(entry, SealedEntry)
        or (
            any(name.startswith(subject) for name in _subjects(entry.act))
            and (kinds is None or entry.act.kind is kinds)
            and (actor is None or entry.act.actor == actor)
        )
    ]
    if as_json:
        for entry in found:
            click.echo(entry.line)
        return
    print_table(("entry", "when (UTC)", "who", "act", "subject", "details"), map(_row, found))


def _row(entry: "AuditEntry | SealedEntry") -> tuple[str, ...]:
    from corroborate.model.audit import SealedEntry

    number = str(entry.sequence)
    if isinstance(entry, SealedEntry):
        return (number, "", "", "", "", "sealed: what it tells is confidential, or was forgotten")
    act = entry.act
    return (number, f"{act.at:%Y-%m-%d %H:%M:%S}", act.actor, act.kind.value, _shown(act.subject), _said(act))


def _subjects(act: "Act") -> tuple[str, ...]:
    captures = dict(act.details).get("captures")
    return (act.subject, *captures) if isinstance(captures, tuple) else (act.subject,)


def _shown(subject: str) -> str:
    return subject[:_SHORT]


def _said(act: "Act") -> str:
    from corroborate.cli.words import shortened

    parts = [
        f"{name} {', '.join(value) if isinstance(value, tuple) else value}" for name, value in act.details if value
    ]
    return shortened("; ".join(parts), _DETAILS)


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
