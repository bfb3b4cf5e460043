from datetime import UTC, datetime

import pytest

from corroborate.errors import SettingsError
from corroborate.grade import grade, load, methodologies
from corroborate.model.casualty import People
from corroborate.model.claim import Claim
from corroborate.model.grade import Grade
from corroborate.model.incident import Cluster
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.mention import Stance
from corroborate.reconcile import reconcile
from tests.making_claims import Report, attack, blame, day, killed, unverified

WHEN, WHERE = day("2018-02-04"), ("Saraqeb", "Idlib")
REPORT = Report("a")


def told(source: str, by: tuple[str, ...] = ("Russian jets",), at: int = 0) -> Claim:
    return REPORT.tell(attack(), "jets struck", when=WHEN, where=WHERE, sources=(source,), by=by, sentence=at)


def says(actor: str, stance: Stance, source: str, words: str = "said so") -> Claim:
    return REPORT.tell(blame(actor, stance, words), words, sources=(source,), sentence=5)


def graded(*claims: Claim, beside: tuple[Claim, ...] = (), judgements: tuple[Judgement, ...] = ()) -> Grade:
    cluster = Cluster(tuple(sorted(c.id for c in claims)), is_tally=False, beside=tuple(c.id for c in beside))
    every = [*claims, *beside]
    return grade(reconcile([cluster], every)[0], every, load("airwars"), judgements)[0].grades[0]


def test_one_origin_is_weak() -> None:
    assert graded(told("White Helmets")).name == "Weak"


def test_two_origins_and_a_belligerent_are_fair() -> None:
    assert graded(told("White Helmets"), told("a clinic", at=1)).name == "Fair"


def test_two_origins_without_any_force_told_are_weak() -> None:
    found = [
        REPORT.tell(killed(3), "three died", when=WHEN, sources=(name,), sentence=i) for i, name in enumerate("xy")
    ]
    assert graded(*found).name == "Weak"


def test_a_denial_by_the_accused_contests() -> None:
    assert graded(told("White Helmets"), says("Russia", Stance.DENIED, "Russia")).name == "Contested"


def test_a_general_denial_contests_nothing() -> None:
    assert graded(told("White Helmets"), beside=(says("Russia", Stance.DENIED, "Russia"),)).name == "Weak"


def test_could_not_verify_is_no_denial() -> None:
    doubt = REPORT.tell(unverified(), "could not verify", sources=("The Gazette",), sentence=3)
    assert graded(told("White Helmets"), doubt).name == "Weak"


def test_competing_accusations_contest() -> None:
    assert graded(told("White Helmets"), told("state television", ("rebels",), at=1)).name == "Contested"


def test_two_parties_accused_together_do_not_compete() -> None:
    both = ("Russian jets", "Syrian army")
    assert graded(told("White Helmets", both), told("a clinic", ("Russia",), at=1)).name == "Fair"


def test_owning_up_to_civilian_harm_confirms_even_where_others_deny() -> None:
    admission = says("Russia", Stance.ADMITTED, "Russia", "regretted that civilians were killed")
    assert graded(told("White Helmets"), admission, says("Syria", Stance.DENIED, "Syria")).name == "Confirmed"


def test_an_admission_with_a_figure_of_civilians_confirms() -> None:
    admission = says("Syrian army", Stance.ADMITTED, "Syrian army", "a stray shell of ours hit the bakery")
    figure = REPORT.tell(killed(2, People.CIVILIANS), "two civilians", when=WHEN, sources=("Syrian army",), sentence=6)
    assert graded(told("White Helmets", ("Syrian army",)), admission, figure).name == "Confirmed"


def test_owning_up_to_a_strike_alone_does_not_confirm() -> None:
    assert graded(told("White Helmets"), says("Russia", Stance.ADMITTED, "Russia", "struck terrorists")).name == "Weak"


def ruling(claim: Claim, value: str, day_of_march: int = 1) -> Judgement:
    made_at = datetime(2018, 3, day_of_march, tzinfo=UTC)
    return Judgement(Verdict.FIX_GRADE, (claim.id,), "Rana", "a barracks", made_at, value)


def test_only_a_person_discounts() -> None:
    claim = told("White Helmets")
    given = graded(claim, judgements=(ruling(claim, "Discounted"),))
    assert given.name == "Discounted"
    assert [reason.text for reason in given.because] == ["Rana: a barracks"]
    assert "Weak: otherwise" in {reason.rule for reason in given.reasons}


def test_a_person_may_fix_any_grade_and_the_last_decision_that_stands_counts() -> None:
    claim = told("White Helmets")
    fair, confirmed = ruling(claim, "Fair"), ruling(claim, "airwars Confirmed", 2)
    assert graded(claim, judgements=(fair, confirmed)).name == "Confirmed"
    undone = Judgement(Verdict.UNDO, (confirmed.id,), "Rana", "an error", datetime(2018, 3, 3, tzinfo=UTC))
    assert graded(claim, judgements=(fair, confirmed, undone)).name == "Fair"


@pytest.mark.parametrize("value", ["ucdp Event", "Splendid"])
def test_a_grade_of_another_methodology_changes_nothing(value: str) -> None:
    claim = told("White Helmets")
    assert graded(claim, judgements=(ruling(claim, value),)).name == "Weak"


def test_every_condition_that_was_tried_is_told_with_its_claims() -> None:
    claim = told("White Helmets")
    given = graded(claim)
    reasons = {reason.rule: reason for reason in given.reasons}
    assert not reasons["Fair: independent_origins"].held
    assert reasons["Fair: belligerent_action"].claims == (claim.id,)
    assert (
        reasons["Contested: denied_by_accused"].text
        == "A party denies this incident, or its part in it: no; no denials of this incident."
    )


def test_a_second_grading_replaces_the_first_of_the_same_methodology() -> None:
    claims = [told("White Helmets")]
    made = reconcile([Cluster((claims[0].id,), is_tally=False)], claims)[0]
    once = grade(made, claims, load("airwars"))
    assert grade(once, claims, load("airwars")) == once


def test_the_packaged_methodologies_load_and_name_their_source() -> None:
    assert "airwars" in methodologies()
    assert all(load(name).source.startswith("https://") for name in methodologies())


def test_an_unknown_methodology_names_those_that_there_are() -> None:
    with pytest.raises(SettingsError, match="airwars"):
        load("moon")
