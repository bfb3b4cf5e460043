"""Judgements in words: what was decided, and what became of it."""

from collections.abc import Mapping, Sequence

from corroborate.model.ids import ClaimId
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.record import Record, Ruling
from corroborate.publish.evidence import says
from corroborate.publish.words import plural, word


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
