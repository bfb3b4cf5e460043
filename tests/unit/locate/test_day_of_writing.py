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


@pytest.mark.parametrize(
    "head",
    [
        "Depot burns\n\n2018-02-12 Depot burns. A fire was seen.",
        "Depot burns\n\nMon Feb 12 2018 Depot burns. A fire was seen.",
        "Depot burns\n\nPublished February 12 2018 A fire was seen.",
        "Depot burns\n\nPosted on 12 February 2018 by Ali Noor A fire was seen.",
        "Depot burns\n\nDate of publication 12 February 2018 A fire was seen.",
        "Depot burns - World - Gazette Depot burns AFP Monday 12 Feb 2018 A fire was seen.",
        "Monday, 12 February 2018\n\nA fire was seen.",
    ],
)
@pytest.mark.parametrize("published", [PRINTED, None])
def test_a_report_was_written_on_the_day_that_stands_at_its_head(head: str, published: date | None) -> None:
    assert day_of_writing(replace(report(head), published=published)) == date(2018, 2, 12)


@pytest.mark.parametrize(
    ("head", "filed"),
    [
        ("PORT AYN, Feb. 6 - A fire was seen.", 6),
        ("PORT AYN, Western Shore, February 6 (Agency) -- A fire was seen.", 6),
        ("Port Ayn, 6 February 2018 (Agency) – A fire was seen.", 6),
        ("Port Ayn (Utopia), 6 Feb 18 (Radio Ayn Channel Five in English) -- A fire was seen.", 6),
        ("PORT AYN, 6 FEB 18 (AGENCY) A FIRE WAS SEEN.", 6),
        ("Port Ayn, 6 Feb 08 (Agency) -- A fire was seen.", 7),
        ("PORT AYN, Jan. 6 - A fire was seen.", 7),
        ("In Port Ayn, on February 6 - a Tuesday - a fire was seen.", 7),
    ],
)
def test_a_report_was_written_on_the_day_of_its_dateline(head: str, filed: int) -> None:
    assert day_of_writing(replace(report(head), published=PRINTED)) == date(2018, 2, filed)


@pytest.mark.parametrize(
    ("head", "filed"),
    [
        ("Port Ayn, 6 Feb 18 (Agency) -- A fire was seen.", date(2018, 2, 6)),
        ("Port Ayn (Utopia), 6 Feb 89 -- A fire was seen.", date(1989, 2, 6)),
        ("PORT AYN, February 6, 2018 (Agency) -- A fire was seen.", date(2018, 2, 6)),
        ("PORT AYN, February 6 (Agency) -- A fire was seen.", None),
        ("Port Ayn, 30 Feb 89 -- A fire was seen.", None),
    ],
)
def test_a_dateline_that_tells_its_year_dates_a_report_whose_print_is_not_known(head: str, filed: date | None) -> None:
    assert day_of_writing(report(head)) == filed


@pytest.mark.parametrize(
    "head",
    [
        "February 12, 2018: two raids on the depot.",
        "On Monday 12 February 2018 a fire was seen.",
        "A fire was seen on 12 February 2018 in the depot.",
        "Tuesday 12 February 2018 A fire was seen.",
        "12 May 2018 A fire was seen.",
        "7-02-2018 A fire was seen in Ayn.",
        "Depot burns\n\nA fire was seen.\n\n12 February 2018",
    ],
    ids=["an entry", "an event", "in a sentence", "another weekday", "too far", "its own", "at the foot"],
)
def test_other_dates_are_not_that_of_the_report(head: str) -> None:
    assert day_of_writing(replace(report(head), published=PRINTED)) == PRINTED


@pytest.mark.parametrize("head", ["", "Published February 7 2018 "])
def test_a_report_was_written_on_the_day_after_where_it_tells_what_was_said_then(head: str) -> None:
    text = f"Depot burns\n\n{head}Jets struck the depot on Wednesday, a monitor said on Thursday."
    assert day_of_writing(replace(report(text), published=PRINTED)) == date(2018, 2, 8)
    text = text.replace("said on", "said last")
    assert day_of_writing(replace(report(text), published=PRINTED)) == PRINTED


def test_a_date_in_figures_that_lost_its_first_is_not_that_of_the_report() -> None:
    published = date(2018, 2, 16)
    assert day_of_writing(replace(report("6-02-2018 A fire was seen."), published=published)) == published


@pytest.mark.parametrize(
    ("figures", "written"), [("06-01-2016", date(2016, 1, 6)), ("01/06/2016", date(2016, 1, 6)), ("01-02-2016", None)]
)
def test_of_two_readings_a_report_has_the_one_near_its_publication(figures: str, written: date | None) -> None:
    published = date(2016, 1, 2)
    found = day_of_writing(replace(report(f"{figures} Shells fell on a market."), published=published))
    assert found == (written or published)


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
