"""A denial, or a check that came to nothing, changes no count: whatever its words, whoever published it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.adapters.gazetteer import PackagedGazetteer
from corroborate.extract.reply_patterns import Construction, Reading, constructions
from corroborate.grade import load
from corroborate.model.claim import Claim
from corroborate.model.document import Lead
from corroborate.model.incident import Incident
from corroborate.pipeline import fold, read_report
from tests.backends.filing import capture_of

GAZETTEER = PackagedGazetteer()
REPLIES = [row for row in constructions() if row.reading is not Reading.ADMITTED]
REPORT = (
    "At least 12 civilians, including 4 children, were killed in Coalition air strikes on Saraqeb in Idlib "
    "on 4 February 2018, the Observatory said. Rescuers said 15 people died and 30 were wounded."
)


def claims(name: str, publisher: str, published: date, text: str) -> tuple[Claim, ...]:
    content = text.encode()
    lead = Lead(name, name, publisher, published)
    return read_report(capture_of(text), content, lead, GAZETTEER).claims


TOLD = claims("report", "Gazette", date(2018, 2, 5), REPORT)


def counted(found: tuple[Claim, ...]) -> list[object]:
    return [(one.ranges, one.figures, one.origins) for one in incidents(found) if one.ranges]


def incidents(found: tuple[Claim, ...]) -> tuple[Incident, ...]:
    return fold(found, (), load("airwars"))[0]


@pytest.mark.parametrize("row", REPLIES, ids=lambda row: row.id)
def test_a_reply_changes_no_count(row: Construction) -> None:
    statement = f"February 4, 2018, near Saraqeb, Syria. {row.example}"
    answer = claims("statement", "US-led Coalition", date(2018, 5, 1), statement)
    assert counted((*TOLD, *answer)) == counted(TOLD)


@given(
    st.lists(st.sampled_from(REPLIES), min_size=1, max_size=4),
    st.sampled_from(["US-led Coalition", "Russian Ministry of Defence", "Gazette"]),
)
def test_nor_do_several_whoever_publishes_them(rows: list[Construction], publisher: str) -> None:
    statement = "February 4, 2018, near Saraqeb, Syria. " + " ".join(row.example for row in rows)
    answer = claims("statement", publisher, date(2018, 5, 1), statement)
    assert counted((*TOLD, *answer)) == counted(TOLD)
