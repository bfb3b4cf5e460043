"""A judgement → the same, its subjects being the claims that they are now; and the doubt where one is gone."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.model.claim import Claim
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.judgement import PAIRS, Anchor, Judgement, Verdict
from corroborate.replay.finding import Finder

_OF_READINGS = frozenset({Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT})


def point(judgement: Judgement, finder: Finder) -> tuple[tuple[Judgement, ...], tuple[Issue, ...]]:
    """Return the judgement on what it speaks of now, none where all of that is gone, and the doubts.

    Its subjects are ids of claims: each claim itself; for an incident all claims that it held.
    """
    if not judgement.anchors:
        gone = [s for s in judgement.subjects if s.startswith("claim-") and not finder.holds(s)]
        return (judgement,), ((_doubt(judgement, gone, f"speaks of {', '.join(gone)}: gone"),) if gone else ())
    found = [(anchor, claim) for anchor in judgement.anchors if (claim := finder.find(anchor))]
    if judgement.verdict is Verdict.ADD and not found:
        return (), ()  # `missed` says why
    lost = [s for s in judgement.subjects if s not in {anchor.subject for anchor, _ in found}]
    doubts = [_gone(judgement, subject, finder) for subject in lost]
    doubts += [_read_otherwise(judgement, a, c) for a, c in found if _is_otherwise(judgement, a, c)]
    sides = {anchor.subject for anchor, _ in found}
    if not found or (judgement.verdict in PAIRS and len(sides) == 1):
        return (), tuple(doubts)
    anchors = tuple(_on(anchor, claim) for anchor, claim in found)
    subjects = tuple(dict.fromkeys(anchor.claim for anchor in anchors))
    return (replace(judgement, subjects=subjects, anchors=anchors, replayed=judgement.id),), tuple(doubts)


def _on(anchor: Anchor, claim: Claim) -> Anchor:
    subject = anchor.subject if anchor.is_member else claim.id
    return replace(anchor, subject=subject, claim=claim.id)


def _is_otherwise(judgement: Judgement, anchor: Anchor, claim: Claim) -> bool:
    """Say whether a claim that a person judged as it was read says something else now.

    What a person put right is read otherwise only where it is read neither as it was nor as it was put right.
    """
    if anchor.is_member or judgement.verdict not in _OF_READINGS or claim.content == anchor.content:
        return False
    return judgement.amendment is None or claim.content != judgement.amendment.claim.content


def _gone(judgement: Judgement, subject: str, finder: Finder) -> Issue:
    anchors = [anchor for anchor in judgement.anchors if anchor.subject == subject]
    if not anchors:
        return _doubt(judgement, [subject], f"speaks of {subject}, of which nothing is known")
    document = finder.document(anchors[0].capture)
    report = document.name if document else f"the report {anchors[0].capture[:12]}"
    what = "an incident told of by" if anchors[0].is_member else "a claim in"
    text = f"speaks of {what} “{anchors[0].span.quote}” ({report}), which is read as no such claim any more"
    return _doubt(judgement, [document.id] if document else [], text, anchors[0])


def _read_otherwise(judgement: Judgement, anchor: Anchor, claim: Claim) -> Issue:
    text = f"speaks of “{anchor.span.quote}”, which is read otherwise now: see whether it still holds"
    return _doubt(judgement, [claim.id], text, anchor)


def _doubt(judgement: Judgement, about: Sequence[str], text: str, anchor: Anchor | None = None) -> Issue:
    mend = f"`judge repoint {judgement.id} ID` points it at what is meant, `judge undo {judgement.id}` takes it back."
    message = f"The judgement '{judgement.verdict}' by {judgement.author} {text}. {mend}"
    span = anchor.span if anchor else None
    return Issue(IssueKind.STALE_JUDGEMENT, "replay", (judgement.id, *about), message, span)
