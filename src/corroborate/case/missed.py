"""A claim that the program missed, as a person tells it in text → an amendment, held against the words of the report.

It is told as corrections are (`correcting`): its words occur in the report letter for letter, and its number in them.
Place and day that a person does not tell are those of the nearest claim of the report.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from corroborate.attribute import house
from corroborate.case.correcting import Ground, amendment, sentence_of, sources_of, standing_at
from corroborate.errors import UsageError
from corroborate.model.amendment import Amendment
from corroborate.model.attribution import Attribution
from corroborate.model.casualty import VAGUE, Count, Effect, People
from corroborate.model.claim import Claim, claim_id
from corroborate.model.document import Document
from corroborate.model.ids import CaptureId
from corroborate.model.mention import (
    Attack,
    Blame,
    Content,
    Damage,
    DamagedObject,
    Harm,
    Mention,
    Method,
    Stance,
    Status,
    Verification,
)
from corroborate.model.record import Record
from corroborate.model.situation import NEAREST, NOWHERE, Situation
from corroborate.model.span import Span
from corroborate.ports import Gazetteer

_RULE = "person"
# The field that tells of what kind a claim is, and what it says while nothing else is told of it.
_KINDS: Mapping[str, Callable[[], Content]] = {
    "effect": lambda: Harm(Effect.KILLED, People.PEOPLE, VAGUE),
    "method": lambda: Attack(Method.OTHER, Count.exactly(1), None),
    "object": lambda: Damage(DamagedObject.OTHER, Count.exactly(1)),
    "stance": lambda: Blame("", Stance.UNKNOWN, None),
    "status": lambda: Verification(Status.UNVERIFIED, None),
}


def missed_claim(
    report: CaptureId, told: Mapping[str, str], words: str, record: Record, gazetteer: Gazetteer
) -> Amendment:
    """Return the amendment that adds a claim to a report; a UsageError where it cannot be, or is read already."""
    document = next((one for one in record.documents if one.capture == report), None)
    if document is None:
        raise UsageError(f"{report} was not read: nothing can be added to it")
    span = standing_at(words, document)
    mine = [claim for claim in record.claims if claim.document == document.id]
    made = amendment(Ground(_draft(document, span, told, mine), document, sources_of(record), gazetteer), told, None)
    _check_new(made.claim, mine)
    mention = Mention(span, made.claim.content, span, _RULE)
    return replace(made, claim=replace(made.claim, id=claim_id(document.capture, mention)))


def _draft(document: Document, span: Span, told: Mapping[str, str], others: list[Claim]) -> Claim:
    """Return a claim of the kind that is told, which says nothing yet beside its words."""
    kinds = [name for name in told if name in _KINDS]
    if len(kinds) != 1:
        raise UsageError(f"say what is claimed, by one of the fields {', '.join(_KINDS)}: --set effect=killed")
    content, printed = _KINDS[kinds[0]](), house(document)
    return Claim(
        id=claim_id(document.capture, Mention(span, content, span, _RULE)),
        document=document.id,
        span=span,
        passage=sentence_of(span, document),
        content=content,
        by=(),
        weapons=(),
        situation=_situation(span, others),
        attribution=Attribution(()),
        publisher=document.publisher,
        published=document.published,
        part_of=None,
        rules=(),
        maker=_RULE,
        house=printed.publisher,
        credit=printed.credited,
    )


def _situation(span: Span, others: list[Claim]) -> Situation:
    """Return the place and the day of the claims that stand nearest to the words."""
    near = sorted(others, key=lambda claim: (abs(claim.span.start - span.start), claim.id))
    where = next((one.situation.where for one in near if one.situation.where.names), NOWHERE)
    when = next((one.situation.when for one in near if one.situation.when), None)
    return Situation(where, when, NEAREST, NEAREST)


def _check_new(made: Claim, others: list[Claim]) -> None:
    """Refuse what a claim on the same words says already."""
    known = next((one for one in others if one.content == made.content and one.span.overlaps(made.span)), None)
    if known is not None:
        raise UsageError(f"{known.id} says so already, by the words “{known.span.quote}”: correct or accept it")
