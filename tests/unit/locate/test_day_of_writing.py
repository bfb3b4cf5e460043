from dataclasses import replace
from datetime import date

import pytest

from corroborate.locate.day_of_writing import day_of_writing
from corroborate.locate.days import days
from corroborate.model.issue import IssueKind
from corroborate.model.mention import Mention
from corroborate.model.span import Span
from tests.reading_sentences import report
from tests.unit.locate.test_day_choice import STRIKE

PRINTED = date(2018, 2, 7)


def written(opening: str) -> date | None:
    return day_of_writing(replace(report(f"{opening} The depot burned on Saturday."), published=PRINTED))


@pytest.mark.parametrize(
    "opening",
    [
        "Last updated at Feb 12, 2018.",
        "Last updated Feb. 12 2018",
        "Last updated on 12 February 2018.",
        "LAST UPDATED: February 12th, 2018.",
        "Last updated at Feb 122018 BEIRUT",
    ],
)
def test_a_report_was_written_when_it_says_it_was_last_updated(opening: str) -> None:
    assert written(opening) == date(2018, 2, 12)


@pytest.mark.parametrize("opening", ["", "Last updated on 31 February 2018.", "Last updated at dawn.", "x " * 300])
def test_a_report_that_says_no_such_day_was_written_when_it_was_published(opening: str) -> None:
    assert written(opening) == PRINTED


def test_what_stands_far_below_the_opening_updates_something_else() -> None:
    assert written("The depot burned. " * 40 + "Last updated on 12 February 2018.") == PRINTED


def test_days_are_counted_from_the_update_and_an_issue_says_so() -> None:
    text = "Last updated at Feb 12, 2018. Warplanes struck the depot on Saturday."
    document = replace(report(text), published=PRINTED)
    start = text.index("Warplanes")
    span = Span.cut(text, start, start + len("Warplanes struck"))
    chosen, issues = days(document, [mention := Mention(span, STRIKE, span, "test")])
    when, _ = chosen[mention.id]
    assert when is not None
    assert when.start == date(2018, 2, 10)
    (issue,) = [one for one in issues if one.kind is IssueKind.METADATA_CONFLICT]
    assert issue.span is not None
    assert issue.span.quote == "Last updated at Feb 12, 2018"
    assert "2018-02-07" in issue.message


def test_an_update_on_the_day_of_publication_is_no_issue() -> None:
    document = replace(report("Last updated on 7 February 2018. Warplanes struck on Monday."), published=PRINTED)
    assert days(document, [])[1] == ()
