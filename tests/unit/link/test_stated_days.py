"""Days that only a statement tells: what it is about happened then, or some days before."""

from dataclasses import replace

import pytest

from corroborate.link import link
from corroborate.model.claim import Claim
from corroborate.model.incident import Cluster
from tests.making_claims import Report, attack, day, killed

TOWN = ("Sarmin", "Idlib")


def struck(name: str, when: str, sentence: int = 1) -> Claim:
    words = "Russian jets struck the grain depot beside the railway of Sarmin"
    report = Report(name, published=when)
    return report.tell(attack(), words, when=day(when), where=TOWN, by=("Russian jets",), sentence=sentence)


def stated(claim: Claim) -> Claim:
    return replace(claim, situation=replace(claim.situation, when_rule="statement"))


def clusters(*claims: Claim) -> tuple[Cluster, ...]:
    return link(claims)[0]


@pytest.mark.parametrize(("said", "incidents"), [("2018-02-04", 1), ("2018-02-07", 1), ("2018-02-08", 2)])
def test_what_a_statement_tells_may_have_happened_up_to_three_days_before(said: str, incidents: int) -> None:
    assert len(clusters(struck("a", "2018-02-04"), stated(struck("b", said)))) == incidents


def test_a_statement_before_an_attack_is_not_about_it() -> None:
    assert len(clusters(struck("a", "2018-02-04"), stated(struck("b", "2018-02-03")))) == 2


def test_a_day_that_the_sentence_tells_of_the_attack_itself_is_no_statements() -> None:
    dead = stated(Report("b").tell(killed(5), "killing five", when=day("2018-02-05"), where=TOWN, sentence=1, at=80))
    assert len(clusters(struck("a", "2018-02-04"), struck("b", "2018-02-05"), dead)) == 2


def test_what_happened_on_one_day_is_not_joined_with_the_next_by_a_statement_on_both() -> None:
    first, second = struck("a", "2018-02-04"), struck("c", "2018-02-05")
    found = clusters(first, second, stated(struck("b", "2018-02-06")))
    assert len(found) == 2
    assert not any({first.id, second.id} <= set(one.claims) for one in found)
