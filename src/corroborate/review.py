"""A person's decision → a judgement, appended with its audit entry."""

from collections.abc import Sequence

from corroborate.errors import UsageError
from corroborate.model.judgement import Judgement, Verdict
from corroborate.ports import CaseStore, Clock

_SUBJECTS_AT_LEAST = {Verdict.SAME: 2, Verdict.DIFFERENT: 2, Verdict.UNSURE: 2}


def judge(  # noqa: PLR0913  # a judgement has so many parts; all but four by name
    store: CaseStore,
    clock: Clock,
    verdict: Verdict,
    subjects: Sequence[str],
    *,
    author: str,
    reason: str,
    value: str | None = None,
) -> Judgement:
    """Append a decision and return it; a UsageError where author, reason or subjects are missing."""
    if not author.strip() or not reason.strip():
        raise UsageError("a judgement needs its author and a reason: it will be read by others")
    least = _SUBJECTS_AT_LEAST.get(verdict, 1)
    if len(set(subjects)) < least:
        raise UsageError(f"the verdict '{verdict}' needs {least} different subjects, not {len(set(subjects))}")
    judgement = Judgement(verdict, tuple(subjects), author.strip(), reason.strip(), clock.now(), value)
    store.decide(judgement)
    return judgement
