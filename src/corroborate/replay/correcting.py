"""Claims → claims as people have put them right."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from corroborate.model.amendment import Amendment, value_of, with_values
from corroborate.model.claim import Claim
from corroborate.model.document import Document
from corroborate.model.ids import ClaimId
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.span import Span
from corroborate.replay.finding import Finder


class Words(NamedTuple):
    """The words that a claim is put right by, and the sentence around them."""

    span: Span
    passage: Span


def correct(
    claims: Sequence[Claim], judgements: Sequence[Judgement], finder: Finder
) -> tuple[tuple[Claim, ...], tuple[Claim, ...], tuple[Issue, ...]]:
    """Return the claims put right, those of them that were changed as they were read, and the doubts.

    An amendment whose words do not stand in the report any more is a doubt, and changes nothing.
    """
    known = {claim.id: claim for claim in claims}
    as_read: dict[ClaimId, Claim] = {}
    doubts: list[Issue] = []
    for judgement in judgements:
        amendment = judgement.amendment
        for anchor in judgement.anchors if judgement.verdict is Verdict.CORRECT else ():
            claim, report = known[anchor.claim], finder.document(anchor.capture)
            words = words_now(amendment, claim, report) if amendment else None
            if amendment is None or words is None:
                doubts.append(_unfounded(judgement, claim))
                continue
            as_read.setdefault(claim.id, claim)
            known[claim.id] = _corrected(claim, amendment, words, judgement)
    return tuple(known.values()), tuple(as_read.values()), tuple(doubts)


def _corrected(claim: Claim, amendment: Amendment, words: Words, judgement: Judgement) -> Claim:
    right = with_values(claim, {name: value_of(amendment.claim, name) for name in amendment.fields})
    rules = (*claim.rules, f"corrected-by-person {judgement.id}")
    if amendment.is_of_content:
        right = replace(right, span=words.span, passage=words.passage)
    return replace(right, rules=rules, maker=judgement.author)


def words_now(amendment: Amendment, claim: Claim, report: Document | None) -> Words | None:
    """Return where the words stand in the report as it is read now, nearest to the claim; None where they do not."""
    if claim.document == amendment.claim.document or report is None:
        return Words(amendment.words, amendment.claim.passage)
    quote, text = amendment.words.quote, report.text
    places = [match.start() for match in re.finditer(re.escape(quote), text)]
    if not places:
        return None
    start = min(places, key=lambda at: abs(at - claim.span.start))
    words = Span.cut(text, start, start + len(quote))
    around = (Span.cut(text, p.start, p.end) for p in report.passages if p.start <= words.start and words.end <= p.end)
    return Words(words, next(around, words))


def _unfounded(judgement: Judgement, claim: Claim) -> Issue:
    quote = judgement.amendment.words.quote if judgement.amendment else ""
    message = (
        f"The amendment by {judgement.author} rests on “{quote}”, which the report as it is read now does not say: it"
        f" changes nothing. `judge undo {judgement.id}` takes it back; then correct {claim.id} anew."
    )
    return Issue(IssueKind.STALE_JUDGEMENT, "replay", (judgement.id, claim.id), message)
