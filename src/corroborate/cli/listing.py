"""`documents`, `claims`, `incidents`, `tallies`, `issues`: list and filter."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corroborate.cli.options import Day, viewed, with_case, with_confidential, with_json, with_past
from corroborate.cli.output import print_json, print_table, record

if TYPE_CHECKING:
    from corroborate.case import Case
    from corroborate.model.incident import Incident
    from corroborate.model.issue import Issue

_QUOTE, _MESSAGE = 90, 120  # signs of a quote, of a message, that a table shows


@click.command()
@click.option("--search", metavar="WORDS", help="Only reports that hold all of these words, the best first.")
@with_json
@with_confidential
@with_case
@click.pass_context
def documents(ctx: click.Context, search: str | None, as_json: bool, case_folder: Path | None) -> None:
    """List the reports of the case, with every name under which each was seen."""
    from corroborate.cli.selection import names_of

    case = viewed(ctx, case_folder)
    found = case.search(search) if search else case.documents()
    names, numbers = names_of(case.sightings()), Counter(claim.document for claim in case.claims())
    if as_json:
        for document in found:
            own = {"names": names[document.capture], "claims": numbers[document.id]}
            print_json(record(document, leave_out=("text", "passages")) | own)
        return
    print_table(
        ("document", "names", "publisher", "published", "claims"),
        (
            (d.id, ", ".join(names[d.capture]), d.publisher or "", str(d.published or ""), str(numbers[d.id]))
            for d in found
        ),
    )


@click.command()
@click.option("--kind", help="harm, attack, damage, blame or verification.")
@click.option("--effect", help="Of harm: killed, injured, displaced …")
@click.option("--document", help="Only of this report: its id or name.")
@with_json
@with_confidential
@with_case
@click.pass_context
def claims(
    ctx: click.Context,
    kind: str | None,
    effect: str | None,
    document: str | None,
    as_json: bool,
    case_folder: Path | None,
) -> None:
    """List who said what, word for word."""
    from corroborate.cli import words
    from corroborate.cli.selection import names_by_document, one_of
    from corroborate.evaluation import labels
    from corroborate.model.casualty import Effect
    from corroborate.model.mention import Harm, Kind
    from corroborate.publish.rulings import marks

    wanted_kind, wanted_effect = one_of(Kind, kind, "--kind"), one_of(Effect, effect, "--effect")
    case = viewed(ctx, case_folder)
    names = names_by_document(case.documents(), case.sightings())
    found = [
        claim
        for claim in case.claims()
        if (wanted_kind is None or claim.kind is wanted_kind)
        and (wanted_effect is None or (isinstance(claim.content, Harm) and claim.content.effect is wanted_effect))
        and (document is None or document in (claim.document, *names[claim.document]))
    ]
    decided = marks(case.record(reports=False)) if case.judgements() else {}
    if as_json:
        for claim in found:
            said = {**labels((claim,))[0], "id": claim.id, "part_of": claim.part_of}
            own = {"document": claim.document, "docs": names[claim.document], "origin": claim.origin}
            print_json({**said, **own, "maker": claim.maker, "decided": list(decided.get(claim.id, ()))})
        return
    print_table(
        ("claim", "report", "says", "when", "where", "through", "words"),
        (
            (
                c.id,
                names[c.document][0],
                "\n".join((words.content(c), *decided.get(c.id, ()))),
                words.days(c.situation.when),
                words.place(c.situation.where),
                words.sources(c),
                words.shortened(c.span.quote, _QUOTE),
            )
            for c in found
        ),
    )


@click.command()
@click.option("--place", help="Only in or near a place of this name.")
@click.option("--from", "first", type=Day(), help="Only on or after this day.")
@click.option("--to", "last", type=Day(), help="Only on or before this day.")
@click.option("--grade", help="Only of this grade, as the methodology names it.")
@click.option("--norm", help="Only what touches this norm: its name, or that of its file, as `norms list` has them.")
@click.option("--methodology", help="Grade by this methodology.  [default: the case's own]")
@click.option("--beside", help="Show what this other methodology makes of them, side by side.")
@with_json
@with_past
@with_confidential
@with_case
@click.pass_context
def incidents(  # click hands over each option by its name
    ctx: click.Context,
    place: str | None,
    first: date | None,
    last: date | None,
    grade: str | None,
    norm: str | None,
    methodology: str | None,
    beside: str | None,
    as_json: bool,
    case_folder: Path | None,
) -> None:
    """List what happened: one moment and place each, with ranges, origins and grade."""
    from corroborate.cli import selection, views
    from corroborate.model.rulings import by_subject

    case = viewed(ctx, case_folder)
    norms = selection.norms_of(norm, case.agreements())
    known = case.record(methodology, reports=as_json)
    found = selection.incidents(known.incidents, place=place, first=first, last=last, grade=grade, norms=norms)
    if beside is not None:
        _beside(case, found, (methodology, beside), as_json=as_json)
        return
    if as_json:
        names = selection.names_by_document(known.documents, known.sightings)
        concerned = by_subject(known)
        for incident in found:
            judged = [one.judgement.id for one in concerned.get(incident.id, ()) if one.is_in_force]
            print_json(record(incident) | {"docs": selection.docs(incident.documents, names), "judgements": judged})
        return
    views.incidents(found, known)


def _beside(case: "Case", found: "Sequence[Incident]", names: "tuple[str | None, str]", *, as_json: bool) -> None:
    """Show incidents, found under the first methodology, under the second as well."""
    from corroborate.cli import comparing
    from corroborate.errors import UsageError
    from corroborate.publish.comparing import Comparison

    by = case.legend(names[0]), case.legend(names[1])
    if by[0].name == by[1].name:
        raise UsageError(f"both methodologies are called {by[0].name!r}: --beside takes another one")
    others = {incident.id: incident for incident in case.incidents(names[1])}
    pairs = [Comparison((incident, others[incident.id]), by) for incident in found]
    show = comparing.as_json if as_json else comparing.side_by_side
    show(pairs)


@click.command()
@with_json
@with_past
@with_confidential
@with_case
@click.pass_context
def tallies(ctx: click.Context, as_json: bool, case_folder: Path | None) -> None:
    """List totals over a span of days and an area: they are never added to an incident."""
    from corroborate.cli import selection, views

    case = viewed(ctx, case_folder)
    if as_json:
        names = selection.names_by_document(case.documents(), case.sightings())
        for tally in case.tallies():
            print_json(record(tally) | {"docs": selection.docs(tally.documents, names)})
        return
    views.tallies(case.tallies(), {claim.id: claim for claim in case.claims()})


@click.command()
@click.option("--kind", help="Only of this kind, as in: unresolved_date, conflict.")
@with_json
@with_past
@with_confidential
@with_case
@click.pass_context
def issues(ctx: click.Context, kind: str | None, as_json: bool, case_folder: Path | None) -> None:
    """List every doubt that is open."""
    from corroborate.cli import words
    from corroborate.cli.selection import names_by_id, one_of
    from corroborate.model.issue import IssueKind

    wanted = one_of(IssueKind, kind, "--kind")
    case = viewed(ctx, case_folder)
    found = [issue for issue in case.issues() if wanted is None or issue.kind is wanted]
    if as_json:
        for issue in found:
            print_json({"id": issue.id} | record(issue))
        return
    names = names_by_id(case.documents(), case.sightings())
    names |= {claim.id: names[claim.document] for claim in case.claims()}
    names |= {incident.id: [incident.title] for incident in case.incidents()}
    names |= {tally.id: [tally.title] for tally in case.tallies()}
    print_table(
        ("issue", "kind", "stage", "about", "what"),
        ((i.id, i.kind.value, i.stage, _about(i, names), words.shortened(i.message, _MESSAGE)) for i in found),
    )


def _about(issue: "Issue", names: Mapping[str, list[str]]) -> str:
    """Return what a doubt is about, by name: the incident or tally that it concerns, else every report."""
    of_group = issue.stage == "reconcile"
    told = (", ".join(names.get(subject, [subject])) for subject in issue.subjects[: 1 if of_group else None])
    return "; ".join(dict.fromkeys(told))
