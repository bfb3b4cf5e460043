"""Mentions, situations and attributions → claims."""

from collections.abc import Mapping, Sequence

from corroborate.attribute.speakers import attributions, passage_of
from corroborate.model.attribution import Attribution
from corroborate.model.claim import Claim, claim_id
from corroborate.model.document import Document
from corroborate.model.ids import ClaimId, MentionId
from corroborate.model.issue import Issue
from corroborate.model.mention import Mention
from corroborate.model.situation import NOWHERE, Situation
from corroborate.model.span import Span

MAKER = "corroborate"
_UNSITUATED = Situation(NOWHERE, None)


def attribute(
    document: Document,
    mentions: Sequence[Mention],
    situations: Mapping[MentionId, Situation],
    *,
    maker: str = MAKER,
) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    """Return a claim for every mention, in their order (two mentions of one id give one claim), and the doubts met.

    `maker` names the program and version that the claims are recorded under.
    """
    found, issues = attributions(document, mentions)
    ids = {mention.id: claim_id(document.capture, mention) for mention in mentions}
    claims: dict[ClaimId, Claim] = {}
    for at, mention in enumerate(mentions):
        situation = situations.get(mention.id, _UNSITUATED)
        claim = _claim(document, mention, situation, found[at], ids, maker)
        claims.setdefault(claim.id, claim)
    return tuple(claims.values()), issues


def _claim(
    document: Document,
    mention: Mention,
    situation: Situation,
    attribution: Attribution,
    ids: Mapping[MentionId, ClaimId],
    maker: str,
) -> Claim:
    rules = (mention.rule, situation.where_rule, situation.when_rule, attribution.rule)
    return Claim(
        id=ids[mention.id],
        document=document.id,
        span=mention.span,
        passage=_sentence(document, mention),
        content=mention.content,
        by=mention.by,
        weapons=mention.weapons,
        situation=situation,
        attribution=attribution,
        publisher=document.publisher,
        published=document.published,
        part_of=ids.get(mention.part_of) if mention.part_of else None,
        rules=rules,
        maker=maker,
    )


def _sentence(document: Document, mention: Mention) -> Span:
    """Return the sentence around a mention, as far as the mention reaches where it crosses a sentence's end."""
    if not document.passages:
        return mention.span
    passage = document.passages[passage_of(document.passages, mention)]
    return Span.cut(document.text, min(passage.start, mention.span.start), max(passage.end, mention.span.end))
