"""A judgement is known by all that it says."""

from dataclasses import replace
from datetime import UTC, datetime

from corroborate.model.judgement import Judgement, Verdict

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


def test_the_same_judgement_read_back_has_the_same_id() -> None:
    assert replace(JUDGEMENT).id == JUDGEMENT.id
