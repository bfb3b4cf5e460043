"""A judgement is known by all that it says."""

from dataclasses import replace
from datetime import UTC, datetime

from corroborate.adapters.sql.rows import judgement_row, to_judgement
from corroborate.model.amendment import Amendment
from corroborate.model.judgement import Judgement, Verdict, in_force
from tests.making_claims import Report, killed

JUDGEMENT = Judgement(
    Verdict.SAME, ("incident-1", "incident-2"), "Layla", "one strike, two spellings", datetime(2026, 1, 2, tzinfo=UTC)
)


def test_author_reason_and_time_are_part_of_its_id() -> None:
    others = [
        replace(JUDGEMENT, verdict=Verdict.DIFFERENT),
        replace(JUDGEMENT, author="Omar"),
        replace(JUDGEMENT, reason="another reason"),
        replace(JUDGEMENT, made_at=datetime(2026, 1, 3, tzinfo=UTC)),
        replace(JUDGEMENT, value="12"),
    ]
    assert len({JUDGEMENT.id, *(other.id for other in others)}) == 6


def test_what_is_put_right_is_part_of_its_id_and_a_replay_keeps_it() -> None:
    claim = Report("a").tell(killed(12), "twelve died")
    right = replace(claim, content=killed(14))
    amended = replace(JUDGEMENT, verdict=Verdict.CORRECT, amendment=Amendment(("count",), claim.span, right))
    forged = replace(amended, amendment=Amendment(("count",), claim.span, replace(claim, content=killed(2))))
    assert len({JUDGEMENT.id, amended.id, forged.id}) == 3
    assert replace(JUDGEMENT, subjects=("claim-2",), replayed=JUDGEMENT.id).id == JUDGEMENT.id


def test_a_row_cannot_pass_itself_off_as_the_replay_of_another_judgement() -> None:
    forged = replace(JUDGEMENT, reason="another reason", replayed=JUDGEMENT.id)
    assert to_judgement(judgement_row(forged)).id != JUDGEMENT.id


def test_a_judgement_that_replaces_another_is_in_force_in_its_place_until_it_is_undone() -> None:
    later = replace(JUDGEMENT, reason="said again", replaces=JUDGEMENT.id, made_at=datetime(2026, 1, 3, tzinfo=UTC))
    undo = Judgement(Verdict.UNDO, (later.id,), "Omar", "no", datetime(2026, 1, 4, tzinfo=UTC))
    assert in_force([JUDGEMENT, later]) == (later,)
    assert in_force([JUDGEMENT, later, undo]) == (JUDGEMENT, undo)


def test_the_same_judgement_read_back_has_the_same_id() -> None:
    assert replace(JUDGEMENT).id == JUDGEMENT.id
