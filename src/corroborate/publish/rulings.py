"""Judgements in words: what was decided, on what, and what became of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.record import Record, Ruling
from corroborate.publish.says import says
from corroborate.publish.words import day, plural, word

_ON_CLAIMS = frozenset({Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT, Verdict.ADD})


@dataclass(frozen=True, slots=True)
class RulingView:
    """A judgement as the page shows it: `on` names what it speaks of now, each with its place on the page."""

    anchor: str
    made: str
    author: str
    decision: str
    reason: str
    on: tuple[tuple[str, str], ...]
    words: str
    in_force: bool
    undone_by: str


def decision(judgement: Judgement) -> str:
    """Return what was decided: "bound fixed: killed civilians low 12"."""
    said = word("verdict", judgement.verdict)
    return f"{said}: {judgement.value}" if judgement.value else said


def reasoned(judgement: Judgement) -> str:
    """Return what was decided, by whom and why: "rejected (Layla: told of another day)"."""
    return f"{decision(judgement)} ({judgement.author}: {judgement.reason})"


def standing(rulings: Sequence[Ruling], incident: str) -> tuple[str, ...]:
    """Return in few words what judgements in force make of an incident: whether it may be handed on, and how many."""
    own = [one.judgement.verdict for one in rulings if one.is_in_force and incident in one.on]
    review = [verdict for verdict in own if verdict in (Verdict.ACCEPT, Verdict.WITHHOLD)][-1:]
    others = sum(one.is_in_force for one in rulings) - own.count(Verdict.ACCEPT) - own.count(Verdict.WITHHOLD)
    said = [word("verdict", verdict) for verdict in review]
    return tuple(said + [plural(others, "judgement")] * bool(others))


def readings(record: Record) -> Mapping[ClaimId, str]:
    """Return what each claim that was put right said as it was read."""
    return {claim.id: f"{says(claim.content)}: “{claim.span.quote}”" for claim in record.as_read}


def marks(record: Record) -> Mapping[ClaimId, tuple[str, ...]]:
    """Return by claim what people decided of it: that it is accepted, rejected, put right, its origin left out."""
    made: dict[ClaimId, list[str]] = defaultdict(list)
    as_read = readings(record)
    for ruling in record.rulings:
        if ruling.is_in_force and ruling.judgement.verdict in _ON_CLAIMS:
            for one in map(ClaimId, ruling.on):
                was = f"; read as {as_read[one]}" if ruling.judgement.amendment and one in as_read else ""
                made[one].append(reasoned(ruling.judgement) + was)
    for claim in (claim for one in record.groups for claim in one.excluded):
        made[claim].append("left out: a person excluded its origin")
    return {claim: tuple(said) for claim, said in made.items()}


def view(one: Ruling, names: Mapping[str, str], claims: Mapping[ClaimId, Claim]) -> RulingView:
    """Return what the page shows of a judgement; `names` are what its incidents and claims are called there."""
    made = one.judgement
    on = [(target, names[target]) for target in one.on if target in names]
    said = [claims[ClaimId(target)].span.quote for target in one.on if target in claims]
    quoted = made.amendment.words.quote if made.amendment else next(iter(said), "")
    return RulingView(
        anchor=made.id,
        made=day(made.made_at),
        author=made.author,
        decision=decision(made),
        reason=made.reason,
        on=tuple(on),
        words=quoted,
        in_force=one.is_in_force,
        undone_by=one.undone_by or one.contested_by or "",
    )
