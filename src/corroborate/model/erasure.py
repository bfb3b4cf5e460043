"""What is taken out of a case for good, because a person is protected by it or the law demands it."""

from collections.abc import Iterable
from dataclasses import dataclass

from corroborate.model.audit import Act, entry_of
from corroborate.model.ids import CaptureId, IssueId, JudgementId
from corroborate.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Erasure:
    """What goes: captures with all that was read from them, judgements, doubts, and what entries of the log said.

    `emptied` are judgements that stay, without the words of what goes; `files` are other evidence that goes. `act` is
    the entry that tells of it, `retold` are acts that stand in the place of some that are sealed.
    """

    captures: tuple[CaptureId, ...]
    judgements: tuple[JudgementId, ...]
    emptied: tuple[Judgement, ...]
    issues: tuple[IssueId, ...]
    entries: tuple[int, ...]
    files: tuple[str, ...]
    retold: tuple[Act, ...]
    act: Act


def forgotten(lines: Iterable[str]) -> frozenset[str]:
    """Return the hashes of the captures that lines of a custody log tell were forgotten."""
    acts = (entry_of(line).act for line in lines if '"act":"forget"' in line)
    told = (dict(act.details).get("captures") for act in acts)
    return frozenset(one for captures in told if isinstance(captures, tuple) for one in captures)
