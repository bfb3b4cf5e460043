"""Claims that the program missed, as people added them → claims of the reports as they are read now."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.model.claim import ADDED, Claim
from corroborate.model.document import Document
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.judgement import Anchor, Judgement, Verdict
from corroborate.replay.correcting import words_now
from corroborate.replay.finding import Finder


def missed(
    claims: Sequence[Claim], judgements: Sequence[Judgement], documents: Sequence[Document]
) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    """Return the claims that people added, where their reports are read now, and the doubts.

    What the report does not say any more, and what the program reads by itself now, is a doubt and no claim.
    """
    finder = Finder(claims, documents)
    found: list[Claim] = []
    doubts: list[Issue] = []
    for judgement in judgements:
        for anchor in judgement.anchors if judgement.verdict is Verdict.ADD else ():
            claim, report = _claim(judgement, anchor, finder), finder.document(anchor.capture)
            read = finder.find(anchor)
            if claim is None:
                gone = "which the report as it is read now does not say: it adds nothing"
                doubts.append(_doubt(judgement, gone, report.id if report else anchor.capture))
            elif read is not None and read.content == anchor.content:
                doubts.append(_doubt(judgement, "which the program reads by itself now: it adds nothing", read.id))
            else:
                found.append(claim)
    return tuple(found), tuple(doubts)


def _claim(judgement: Judgement, anchor: Anchor, finder: Finder) -> Claim | None:
    """Return the claim with its words where they stand now; None where they do not."""
    amendment, report = judgement.amendment, finder.document(anchor.capture)
    if amendment is None or report is None:
        return None
    claim = replace(
        amendment.claim,
        document=report.id,
        publisher=report.publisher,
        published=report.published,
        rules=(*amendment.claim.rules, f"{ADDED} {judgement.id}"),
        maker=judgement.author,
    )
    words = words_now(amendment, claim, report)
    if words is None or not words.span.holds_in(report.text):
        return None
    return replace(claim, span=words.span, passage=words.passage)


def _doubt(judgement: Judgement, what: str, about: str) -> Issue:
    quote = judgement.amendment.words.quote if judgement.amendment else ""
    message = f"The claim that {judgement.author} added rests on “{quote}”, {what}. `judge undo {judgement.id}`."
    return Issue(IssueKind.STALE_JUDGEMENT, "replay", (judgement.id, about), message)
