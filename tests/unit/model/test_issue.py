"""The same doubt about the same thing is one issue."""

from dataclasses import replace

from corroborate.model.issue import Issue, IssueKind
from corroborate.model.span import Span

ISSUE = Issue(IssueKind.AMBIGUOUS_PLACE, "locate", ("doc-1",), "two places of this name", Span(0, 4, "Hass"))


def test_a_rerun_finds_the_same_issue() -> None:
    assert replace(ISSUE).id == ISSUE.id


def test_another_subject_kind_message_or_place_is_another_issue() -> None:
    others = [
        replace(ISSUE, kind=IssueKind.UNRESOLVED_PLACE),
        replace(ISSUE, subjects=("doc-2",)),
        replace(ISSUE, message="three places of this name"),
        replace(ISSUE, span=Span(9, 13, "Hass")),
        replace(ISSUE, span=None),
    ]
    assert len({ISSUE.id, *(other.id for other in others)}) == 6
