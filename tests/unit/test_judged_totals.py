"""What people decide of totals: whose word makes no row of them, what of them is not handed on."""

import pytest

from corroborate.errors import UsageError
from corroborate.model.casualty import Effect
from corroborate.model.incident import Tally
from corroborate.model.judgement import Verdict
from corroborate.model.rulings import by_subject
from corroborate.publish.exports import Choice, LeftOut, chosen
from tests.unit.test_folding_judgements import counting_links, stands
from tests.unit.test_judgements import Bench, bench

__all__ = ["bench"]  # a fixture

TOTALS = {
    "monitor": "At least 90 civilians have been killed in Idlib province in the last two weeks, the Syrian Observatory"
    " for Human Rights said.\n",
    "network": "The Syrian Network for Human Rights said that 120 civilians had been killed in Idlib province in the"
    " last two weeks.\n",
}


def total(bench: Bench) -> Tally:
    (found,) = [one for one in bench.case.tallies() if one.effect is Effect.KILLED]
    return found


def origins(one: Tally) -> list[str]:
    return sorted(row.origin for row in one.rows)


@pytest.fixture
def counted(bench: Bench) -> Bench:
    for name, text in TOTALS.items():
        bench.add(name, text)
    assert origins(total(bench)) == ["Syrian Network for Human Rights", "Syrian Observatory for Human Rights"]
    return bench


@pytest.mark.parametrize("everywhere", [False, True])
def test_an_excluded_origin_makes_no_row_of_a_total(counted: Bench, everywhere: bool) -> None:  # noqa: FBT001  # pytest's
    subjects = [] if everywhere else [total(counted).id]
    made = counted.case.judge(Verdict.EXCLUDE_ORIGIN, subjects, "it repeats", "Syrian Network for Human Rights")
    now = total(counted)
    assert origins(now) == [*now.origins] == ["Syrian Observatory for Human Rights"]
    assert len(now.excluded) == 1
    record = counted.case.record()
    assert [ruling.judgement.id for ruling in by_subject(record)[now.id]] == [made.id]
    counted.read_again(before="Edited\n\n")
    assert origins(total(counted)) == ["Syrian Observatory for Human Rights"]
    assert counted.stale() == []
    counted.case.judge(Verdict.UNDO, [made.id], "it does not")
    assert len(origins(total(counted))) == 2


def test_a_total_of_which_all_origins_are_excluded_stays_without_a_row(counted: Bench) -> None:
    for origin in origins(total(counted)):
        counted.case.judge(Verdict.EXCLUDE_ORIGIN, [total(counted).id], "it repeats", origin)
    assert (total(counted).rows, total(counted).origins, len(total(counted).excluded)) == ((), (), 2)


def test_a_withheld_total_is_not_handed_on_nor_are_its_sentences(counted: Bench) -> None:
    counted.case.judge(Verdict.WITHHOLD, [total(counted).id], "a source may be found by it")
    kept, left_out = chosen(counted.case.record(), Choice(unreviewed=True))
    assert (kept.tallies, left_out) == ((), LeftOut(unreviewed=0, withheld=0, totals=1))
    assert "90 civilians" not in repr(kept)
    assert "90 civilians" in repr(chosen(counted.case.record(), Choice(unreviewed=True, withheld=True))[0])


def test_a_total_is_made_anew_alone_after_a_judgement_on_it(counted: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    stands(counted.case)
    linked: list[int] = []
    monkeypatch.setattr("corroborate.pipeline.link_added", counting_links(linked))
    counted.case.judge(Verdict.EXCLUDE_ORIGIN, [total(counted).id], "it repeats", "Syrian Network for Human Rights")
    assert len(total(counted).rows) == 1
    assert linked == [0]
    stands(counted.case)


@pytest.mark.parametrize("verdict", [Verdict.FIX_GRADE, Verdict.ACCEPT])
def test_a_total_has_neither_grade_nor_review(counted: Bench, verdict: Verdict) -> None:
    with pytest.raises(UsageError, match="is none"):
        counted.case.judge(verdict, [total(counted).id], "why not", "Fair" if verdict is Verdict.FIX_GRADE else None)
