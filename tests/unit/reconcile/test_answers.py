"""What parties answer to what is laid to them, each by day; no answer changes a figure."""

from dataclasses import replace

from corroborate.model.claim import Claim
from corroborate.model.incident import Answer, Cluster, Incident, Position
from corroborate.model.mention import Stance
from corroborate.reconcile import reconcile
from tests.making_claims import Report, attack, blame, day, killed, unverified

NIGHT, TOWN = day("2018-02-04"), ("Sarmin",)
COMMAND = "Russian Ministry of Defence"
TOLD = Report("a").tell(killed(9), "nine were killed", when=NIGHT, where=TOWN, by=("Russia",))


def incident(*claims: Claim) -> Incident:
    return reconcile([Cluster(tuple(sorted(c.id for c in claims)), is_tally=False)], claims)[0][0]


def stated(stance: Stance, published: str, sentence: int = 0) -> Claim:
    report = Report(published, COMMAND, published)
    return report.tell(blame("Russia", stance), "statement", when=NIGHT, where=TOWN, sentence=sentence)


def positions(*claims: Claim) -> list[tuple[str, Position]]:
    return [(one.party, one.position) for one in incident(TOLD, *claims).answers]


def test_a_denial_of_who_publishes_it_is_its_answer() -> None:
    denial = stated(Stance.DENIED, "2018-02-06")
    (answer,) = incident(TOLD, denial).answers
    assert answer == Answer("Russia", Position.DENIED, denial.published, (denial.id,))


def test_the_answers_of_a_party_stand_in_the_order_of_their_days() -> None:
    said = (stated(Stance.ADMITTED, "2018-05-01"), stated(Stance.DENIED, "2018-02-06"))
    assert positions(*said) == [("Russia", Position.DENIED), ("Russia", Position.ADMITTED)]


def test_of_one_day_an_admission_counts_before_a_denial() -> None:
    said = (stated(Stance.DENIED, "2018-02-06"), stated(Stance.ADMITTED, "2018-02-06", sentence=1))
    assert positions(*said) == [("Russia", Position.ADMITTED)]


def test_who_says_that_it_struck_and_harmed_nobody_denies() -> None:
    own = Report("c", COMMAND).tell(attack(), "our raid", when=NIGHT, where=TOWN, by=("Russia",))
    denial = Report("c", COMMAND).tell(blame("Russia", Stance.DENIED), "no harm", when=NIGHT, sentence=1)
    assert positions(own, denial) == [("Russia", Position.DENIED)]
    assert positions(own) == [("Russia", Position.CLAIMED)]


def test_the_accused_who_cannot_tell_answers_so() -> None:
    report = Report("c", COMMAND)
    assert positions(report.tell(unverified(), "insufficient evidence", when=NIGHT)) == [("Russia", Position.UNPROVEN)]


def test_others_who_cannot_tell_answer_nothing() -> None:
    assert positions(Report("c", "US Central Command").tell(unverified(), "no way to tell", when=NIGHT)) == []
    assert positions(Report("c", "The Gazette").tell(unverified(), "could not verify", when=NIGHT)) == []


def test_a_coalition_is_the_one_that_answers_for_itself() -> None:
    told = Report("b").tell(killed(5), "five were killed", when=NIGHT, where=TOWN, by=("coalition",))
    office = Report("c", "CJTF – Operation Inherent Resolve", "2018-03-06")
    denial = office.tell(blame("Coalition", Stance.DENIED), "no strikes were carried out", when=NIGHT, where=TOWN)
    made = incident(told, denial)
    assert {one.actor for one in made.responsibility} == {"Coalition against Islamic State"}
    assert {one.party for one in made.answers} == {"Coalition against Islamic State"}


def test_what_others_say_of_a_party_is_no_answer_of_it() -> None:
    told = Report("c").tell(blame("Russia", Stance.DENIED), "Moscow did not", sources=("a monitor",), when=NIGHT)
    assert positions(told) == []


def test_no_answer_changes_a_figure_a_range_or_an_origin() -> None:
    plain = incident(TOLD)
    for claim in (
        stated(Stance.DENIED, "2018-02-06"),
        Report("c", COMMAND).tell(unverified(), "insufficient evidence", when=NIGHT),
    ):
        answered = incident(TOLD, claim)
        assert (answered.ranges, answered.figures, answered.origins) == (plain.ranges, plain.figures, plain.origins)
        assert answered.answers != plain.answers


def test_a_party_that_tells_of_its_own_harm_in_its_own_publication_concedes_it() -> None:
    admitted = stated(Stance.ADMITTED, "2018-05-01")
    conceded = replace(
        Report("2018-05-01", COMMAND, "2018-05-01").tell(killed(2), "two were killed", when=NIGHT, sentence=1),
        by=("our forces",),
    )
    made = incident(TOLD, admitted, conceded)
    assert [(one.low.value, one.high.value, one.origins) for one in made.conceded] == [(2, 2, (COMMAND,))]
    assert [(one.low.value, one.high.value) for one in made.ranges] == [(9, 9)]
