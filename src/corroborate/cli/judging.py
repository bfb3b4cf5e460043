"""`judge`, `judgements`: a person decides, with a reason, and may take it back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.cli.options import case_of, viewed, with_case, with_confidential, with_json
from corroborate.cli.output import message, print_json, record

if TYPE_CHECKING:
    from corroborate.case import Case
    from corroborate.model.judgement import Judgement
    from corroborate.model.record import Record

    Choose = Callable[[Callable[[Record, str], str], str], str]

_REPOINT = "repoint"
_TOLD = ("correct", "add")  # what a person tells field by field
_VERDICTS = {  # each with what it is said of
    "accept": "a claim; an incident, for handing on",
    "reject": "a claim",
    "correct": "a claim: --set FIELD=VALUE, with the --words that stand for it",
    "add": "to a report a claim that was missed: --words, --set count=12",
    "same": "two or more claims or incidents",
    "different": "two or more claims or incidents",
    "unsure": "two or more claims or incidents",
    "exclude_origin": "an incident or tally; no ID: the whole case; --value ORIGIN",
    "fix_bound": "an incident: --value 'killed civilians low 12'",
    "fix_grade": "an incident: --value Fair",
    "withhold": "an incident or tally: not handed on",
    "confidential": "a report; no ID: a source, --value NAME",
    "undo": "judgements",
    "repoint": "a judgement, then what it is to speak of instead",
}
_UNWRAPPED = "\b\n"  # a mark by which click keeps the lines of a paragraph


@click.command(epilog=_UNWRAPPED + "\n".join(f"{verdict:<15} {said_of}" for verdict, said_of in _VERDICTS.items()))
@click.argument("verdict", metavar="VERDICT", type=click.Choice(tuple(_VERDICTS)))
@click.argument("subjects", metavar="ID...", nargs=-1)
@click.option("--reason", required=True, help="Why: it is kept, and others will read it.")
@click.option("--value", help="The origin that is excluded, the bound or grade that is fixed.")
@click.option("--set", "fields", multiple=True, metavar="FIELD=VALUE", help="What is put right: count='at least 12'.")
@click.option("--words", help="The words of the report that a claim or its correction rests on.")
@with_case
@click.pass_context
def judge(
    ctx: click.Context,
    verdict: str,
    subjects: tuple[str, ...],
    reason: str,
    value: str | None,
    fields: tuple[str, ...],
    words: str | None,
    case_folder: Path | None,
) -> None:
    """Decide on claims and incidents: appended with author and reason, replayed on every run, undone by another.

    An id may be shortened. What it changes is told.
    """
    from corroborate.cli import changes

    case = case_of(ctx, case_folder)
    openly = case.openly()
    before = openly.record()
    told = verdict in _TOLD
    if told != bool(fields) or (words is not None and not told) or (verdict == "add" and words is None):
        raise click.UsageError("correct and add take --set FIELD=VALUE and --words, and nothing else does")
    choose = _chooser(before, case)
    made = _made(case, choose, (verdict, subjects), (reason, value), (fields, words))
    message(f"{made.id}: {changes.told(made, case.record(reports=False))}")
    shown = case.messages()
    for line in changes.between(before, openly.record(reports=False)):
        message(shown(f"  {line}"))


def _chooser(openly: "Record", case: "Case") -> "Choose":
    """Return what finds a thing that a person names as it is, or by the pseudonym under which it is shown."""
    from corroborate.errors import UsageError

    def choose(find: Callable[["Record", str], str], wanted: str) -> str:
        try:
            return find(openly, wanted)
        except UsageError:
            return find(case.record(), wanted)

    return choose


def _made(
    case: "Case",
    choose: "Choose",
    said: tuple[str, Sequence[str]],
    why: tuple[str, str | None],
    put_right: tuple[Sequence[str], str | None],
) -> "Judgement":
    from corroborate.cli.selection import report_of
    from corroborate.errors import UsageError
    from corroborate.model.ids import CaptureId, ClaimId, JudgementId
    from corroborate.model.judgement import Verdict

    (verdict, wanted), (reason, value), (fields, words) = said, why, put_right
    if verdict == _REPOINT:
        if value is not None or not wanted:
            raise UsageError("repoint takes a judgement, and the claims or incidents that it is to speak of")
        former = JudgementId(choose(_judgement, wanted[0]))
        return case.repoint(former, [choose(_thing, one) for one in wanted[1:]], reason)
    if verdict == "undo":
        return case.judge(Verdict.UNDO, [choose(_judgement, one) for one in wanted], reason, value)
    if verdict == Verdict.CONFIDENTIAL:
        return case.judge(Verdict.CONFIDENTIAL, [choose(report_of, one) for one in wanted], reason, value)
    if verdict in _TOLD and (len(wanted) != 1 or value is not None):
        raise UsageError("correct takes one claim, add one report, and --set for what is told of it")
    if verdict == Verdict.ADD:
        report = CaptureId(choose(report_of, wanted[0]))
        return case.add_claim(report, dict(map(_field, fields)), reason, words=words or "")
    subjects = [choose(_thing, one) for one in wanted]
    if verdict == Verdict.CORRECT:
        return case.correct(ClaimId(subjects[0]), dict(map(_field, fields)), reason, words=words)
    return case.judge(Verdict(verdict), subjects, reason, value)


def _field(told: str) -> tuple[str, str]:
    name, sign, value = told.partition("=")
    if not sign:
        raise click.UsageError(f"--set {told!r}: write the field, =, and its value: --set count='at least 12'")
    return name.strip(), value


def _thing(known: "Record", wanted: str) -> str:
    from corroborate.cli.selection import by_id

    return str(by_id(known, wanted).id)


def _judgement(known: "Record", wanted: str) -> str:
    from corroborate.errors import UsageError

    ids = [one.id for one in known.judgements]
    found = [one for one in ids if one.startswith(wanted) or one.partition("-")[2].startswith(wanted)]
    if len(found) != 1:
        raise UsageError(f"{wanted} is the beginning of {len(found)} judgements: `corroborate judgements` lists them")
    return found[0]


@click.command()
@click.option("--on", "about", metavar="ID", help="Only on this claim or incident, or on the claims of this incident.")
@with_json
@with_confidential
@with_case
@click.pass_context
def judgements(ctx: click.Context, about: str | None, as_json: bool, case_folder: Path | None) -> None:
    """List what people decided, in order: on what, why, whether it is in force, and what it rests on."""
    from corroborate.cli import ruled
    from corroborate.cli.selection import by_id
    from corroborate.model.rulings import by_subject

    known = viewed(ctx, case_folder).record(reports=False)
    found = known.rulings if about is None else by_subject(known).get(str(by_id(known, about).id), ())
    if as_json:
        for one in found:
            own = {"id": one.judgement.id, "in_force": one.is_in_force, "on": one.on}
            own |= {"undone_by": one.undone_by, "contested_by": one.contested_by}
            print_json(own | record(one.judgement, leave_out=("replayed",)))
        return
    ruled.rulings(found, known)
    if not found:
        message("Nothing to list.")
