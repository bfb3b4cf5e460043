"""What people decided, as a terminal shows it."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from corroborate.cli import words
from corroborate.cli.output import console
from corroborate.model.judgement import Judgement
from corroborate.model.record import Record, Ruling
from corroborate.model.rulings import by_subject
from corroborate.publish.rulings import decision, standing

_QUOTE = 80


def rulings(found: Sequence[Ruling], record: Record) -> None:
    """Print judgements with what each speaks of now and whether it is in force."""
    for one in found:
        made = one.judgement
        console().print(_line(one))
        for subject in one.on or made.subjects:
            console().print(Text(f"    on {_named(subject, record)}"))
        if made.amendment is not None:
            console().print(Text(f"    by the words “{words.shortened(made.amendment.words.quote, _QUOTE)}”"))
        if made.replaces:
            console().print(Text(f"    in the place of {made.replaces}", "dim"))


def beneath(found: Sequence[Ruling]) -> None:
    """Print the judgements that concern one thing, beneath it."""
    if found:
        console().print(Text("\nJudgements", "bold"))
    for one in found:
        console().print(Text("  ") + _line(one))


def notes(record: Record) -> Mapping[str, str]:
    """Return by incident and tally what people decided of it, in few words: "accepted, 2 judgements"."""
    concerned = by_subject(record)
    return {one.id: ", ".join(standing(concerned.get(one.id, ()), one.id)) for one in record.groups}


def judgement(shown: Judgement, record: Record) -> None:
    """Print one judgement, and what it rests on."""
    rulings([one for one in record.rulings if one.judgement.id == shown.id], record)


def _line(one: Ruling) -> Text:
    made = one.judgement
    line = Text(f"{made.made_at:%Y-%m-%d %H:%M} {made.author}: ")
    line.append(decision(made), "bold" if one.is_in_force else "strike dim")
    line.append(f" — {made.reason}")
    if one.undone_by:
        line.append(f" (taken back by {one.undone_by})", "yellow")
    elif one.contested_by:
        line.append(f" (contradicts {one.contested_by}, which holds)", "yellow")
    return line.append(f" · {made.id}", "dim")


def _named(subject: str, record: Record) -> str:
    titles = {str(one.id): one.title for one in record.groups}
    if subject in titles:
        return f"{titles[subject]} ({subject})"
    said = next((claim for claim in record.claims if claim.id == subject), None)
    return f"“{words.shortened(said.span.quote, _QUOTE)}” ({subject})" if said else subject
