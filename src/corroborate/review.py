"""A person's decision, appended with its audit entry."""

from corroborate.errors import UsageError
from corroborate.model.judgement import Judgement
from corroborate.ports import CaseStore


def judge(store: CaseStore, judgement: Judgement) -> Judgement:
    """Append a decision and return it; a UsageError where author or reason are missing."""
    if not judgement.author.strip() or not judgement.reason.strip():
        raise UsageError("a judgement needs its author and a reason: it will be read by others")
    store.decide(judgement)
    return judgement
