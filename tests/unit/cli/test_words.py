"""Values in words, as the terminal shows them."""

from corroborate.cli import words
from corroborate.model.casualty import Count, Qualifier
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Change, TallyRow, Update
from tests.making_claims import Report, killed

FIRST = Report("a").tell(killed(Count(11, None, Qualifier.AT_LEAST)), "at least 11")
LATER = Report("b", published="2018-02-06").tell(killed(17), "17")
CLAIMS = {claim.id: claim for claim in (FIRST, LATER)}


def move(before: ClaimId | None, now: ClaimId, change: Change) -> list[str]:
    return list(words.moves([Update("White Helmets", now, before, change)], CLAIMS))


def test_what_replaced_what_is_told_with_who_and_when() -> None:
    assert move(FIRST.id, LATER.id, Change.RAISED) == ["killed at least 11 people → 17 (White Helmets, 2018-02-06)"]


def test_a_lower_figure_is_told_as_a_correction() -> None:
    told = move(LATER.id, FIRST.id, Change.LOWERED)
    assert told == ["corrected: killed 17 people → at least 11 (White Helmets, 2018-02-05)"]


def test_a_first_figure_moved_nothing() -> None:
    assert move(None, FIRST.id, Change.FIRST) == []


def test_a_total_says_what_the_incidents_inside_come_to() -> None:
    row = TallyRow("White Helmets", "people", (FIRST.id,), FIRST.id)
    assert words.inside(row) == ""
    assert words.inside(TallyRow(row.origin, row.what, row.claims, row.current, covered=1300)) == (
        " (1,300 at the least in the incidents inside)"
    )
