"""What a person decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corroborate.model.ids import JudgementId, content_id


class Verdict(StrEnum):
    """What a judgement says of its subjects."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    ACCEPT = "accept"
    REJECT = "reject"
    EXCLUDE_ORIGIN = "exclude_origin"
    FIX_BOUND = "fix_bound"
    FIX_GRADE = "fix_grade"
    WITHHOLD = "withhold"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision, with author and reason: appended, replayed on every run, undone by another judgement.

    `subjects` are ids; `value` is the origin that is excluded or the bound that is fixed, as the verdict needs.
    """

    verdict: Verdict
    subjects: tuple[str, ...]
    author: str
    reason: str
    made_at: datetime
    value: str | None = None

    @property
    def id(self) -> JudgementId:
        """Return its id, from all that it says."""
        said = (self.verdict, *self.subjects, self.author, self.reason, self.made_at.isoformat(), self.value)
        return JudgementId(content_id("judgement", *said))


def in_force(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that no other in force undoes, in the order in which they were made."""
    ordered = sorted(judgements, key=lambda j: (j.made_at, j.id))
    undone: set[str] = set()
    for judgement in reversed(ordered):
        if judgement.verdict is Verdict.UNDO and judgement.id not in undone:
            undone.update(judgement.subjects)
    return tuple(judgement for judgement in ordered if judgement.id not in undone)
