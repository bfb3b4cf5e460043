"""What a person decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corroborate.model.amendment import Amendment
from corroborate.model.ids import CaptureId, ClaimId, JudgementId, content_id
from corroborate.model.mention import Content
from corroborate.model.span import Span


class Verdict(StrEnum):
    """What a judgement says of its subjects."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    ADD = "add"
    EXCLUDE_ORIGIN = "exclude_origin"
    FIX_BOUND = "fix_bound"
    FIX_GRADE = "fix_grade"
    WITHHOLD = "withhold"
    CONFIDENTIAL = "confidential"
    UNDO = "undo"


PAIRS = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE})


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a claim stands that a judgement speaks of, so that it is known again however it is read later.

    `subject` is what was judged: the claim itself, or the incident that held it. `capture` is the SHA-256 of the
    report's bytes, `span` its words there and then, `content` what they were read to say.
    """

    subject: str
    claim: ClaimId
    capture: CaptureId
    span: Span
    content: Content

    @property
    def is_member(self) -> bool:
        """Say whether it stands for an incident that holds the claim, not for the claim alone."""
        return self.subject != self.claim


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision, with author and reason: appended, replayed on every run, undone by another judgement.

    `subjects` are the ids that were judged, `anchors` where their claims stood, the first to become known first;
    `value` is the origin that is excluded, the bound or grade that is fixed, the fields that are corrected, as the
    verdict needs. `replaces` is the judgement in whose place it stands. `replayed` is the id of the judgement of which
    this is the replay on what is read now, None for one as a person made it.
    """

    verdict: Verdict
    subjects: tuple[str, ...]
    author: str
    reason: str
    made_at: datetime
    value: str | None = None
    anchors: tuple[Anchor, ...] = ()
    amendment: Amendment | None = None
    replaces: JudgementId | None = None
    replayed: JudgementId | None = None

    @property
    def id(self) -> JudgementId:
        """Return its id, from all that a person said; a replay keeps it."""
        if self.replayed is not None:
            return self.replayed
        said = [self.verdict, *self.subjects, self.author, self.reason, self.made_at.isoformat(), self.value]
        for anchor in self.anchors:
            said += [anchor.subject, anchor.claim, anchor.capture, str(anchor.span.start), str(anchor.span.end)]
        if self.amendment is not None:
            said += self.amendment.said
        return JudgementId(content_id("judgement", *said, *([self.replaces] if self.replaces else [])))


def in_force(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that no other in force undoes or replaces, in the order in which they were made."""
    ordered = sorted(judgements, key=lambda j: (j.made_at, j.id))
    undone: set[str] = set()
    for judgement in reversed(ordered):
        if judgement.id in undone:
            continue
        if judgement.verdict is Verdict.UNDO:
            undone.update(judgement.subjects)
        elif judgement.replaces is not None:
            undone.add(judgement.replaces)
    return tuple(judgement for judgement in ordered if judgement.id not in undone)
