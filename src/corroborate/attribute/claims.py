"""Mentions, situations and attributions → claims."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corroborate.attribute.arming import armed
from corroborate.attribute.blaming import dated
from corroborate.attribute.crediting import House, house
from corroborate.attribute.speakers import attributions
from corroborate.model.attribution import Attribution
from corroborate.model.claim import Claim, claim_id
from corroborate.model.document import Document
from corroborate.model.ids import ClaimId, MentionId
from corroborate.model.issue import Issue
from corroborate.model.mention import Blame, Content, Mention, Stance
from corroborate.model.party import is_office
from corroborate.model.passing import passing
from corroborate.model.situation import NOWHERE, Situation
from corroborate.model.source import SourceKind
from corroborate.model.span import Span

MAKER = "corroborate"  # the reading records the version; a stage does not know the package that it is part of
_PARTIES = frozenset({SourceKind.GOVERNMENT, SourceKind.ARMED_GROUP})
_UNSITUATED = Situation(NOWHERE, None)


@passing
class _Identity:
    """What a claim is known by: its id, the claim of which it is a share, who made it, who printed it."""

    id: ClaimId
    part_of: ClaimId | None
    maker: str
    house: House


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
    keys = [mention.id for mention in mentions]
    ids = {key: claim_id(document.capture, mention) for key, mention in zip(keys, mentions, strict=True)}
    claims: dict[ClaimId, Claim] = {}
    printed = house(document)
    for key, mention, attribution in zip(keys, mentions, found, strict=True):
        if ids[key] not in claims:
            part_of = ids.get(mention.part_of) if mention.part_of else None
            identity = _Identity(ids[key], part_of, maker, printed)
            claims[ids[key]] = _claim(document, mention, situations.get(key, _UNSITUATED), attribution, identity)
    return tuple(dated(document, armed(list(claims.values())))), issues


def _claim(
    document: Document, mention: Mention, situation: Situation, attribution: Attribution, identity: _Identity
) -> Claim:
    rules = (mention.rule, situation.where_rule, situation.when_rule, attribution.rule)
    return Claim(
        id=identity.id,
        document=document.id,
        span=mention.span,
        passage=_sentence(document, mention),
        content=_owned(mention.content, document, attribution),
        by=mention.by,
        weapons=mention.weapons,
        situation=situation,
        attribution=attribution,
        publisher=document.publisher,
        published=document.published,
        part_of=identity.part_of,
        rules=rules,
        maker=identity.maker,
        house=identity.house.publisher,
        credit=identity.house.credited,
    )


def _owned(content: Content, document: Document, attribution: Attribution) -> Content:
    """Return what is said; a denial or admission that names no party is of who makes it, if that speaks for a party."""
    if not isinstance(content, Blame) or content.actor or content.stance not in (Stance.DENIED, Stance.ADMITTED):
        return content
    first = next(iter(attribution.sources), None)
    if first is not None:
        return replace(content, actor=first.origin) if first.kind in _PARTIES or is_office(first.origin) else content
    publisher = document.publisher
    return replace(content, actor=publisher) if publisher and is_office(publisher) else content


def _sentence(document: Document, mention: Mention) -> Span:
    """Return the sentence around a mention, as far as the mention reaches where it crosses a sentence's end."""
    if not document.passages:
        return mention.span
    passage = document.passages[document.passage_at(mention.span.start)]
    return Span.cut(document.text, min(passage.start, mention.span.start), max(passage.end, mention.span.end))
