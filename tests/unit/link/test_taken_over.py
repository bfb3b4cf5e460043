"""What a report takes over from elsewhere in it, and what counts nothing."""

from dataclasses import replace

import pytest

from corroborate.link import link
from corroborate.model.casualty import Count, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.incident import Cluster
from corroborate.model.mention import Attack, Method
from tests.making_claims import Report, attack, day, killed, unverified

WEEKS = day("2018-01-01", "2018-01-14")
SHELLING = Attack(Method.SHELLING, Count(None, None, Qualifier.VAGUE), None)


def taken_over(claim: Claim) -> Claim:
    return replace(claim, situation=replace(claim.situation, where_rule="place.focus"))


def clusters(*claims: Claim) -> tuple[Cluster, ...]:
    return link(claims)[0]


def test_shelling_over_weeks_without_a_number_is_no_tally_of_its_own() -> None:
    told = Report("a").tell(SHELLING, "shelling continued for two weeks", when=WEEKS, where=("Douma",))
    assert clusters(told) == ()


def test_it_stands_with_the_total_that_it_did() -> None:
    report = Report("a")
    total = report.tell(killed(163), "163 were killed over two weeks", when=WEEKS, where=("Douma",))
    told = report.tell(SHELLING, "by shelling", when=WEEKS, where=("Douma",), sentence=1)
    assert [one.claims for one in clusters(total, told)] == [tuple(sorted((total.id, told.id)))]


def test_a_place_that_is_taken_over_keeps_no_two_totals_of_a_report_apart() -> None:
    report = Report("a")
    total = report.tell(killed(163), "163 were killed over two weeks", when=WEEKS, where=("Eastern Ghouta", "Damascus"))
    other = report.tell(
        killed(180), "180 have died", when=WEEKS, where=("Harasta", "Damascus"), sentence=2, sources=("B",)
    )
    assert len(clusters(total, other)) == 2
    assert len(clusters(total, taken_over(other))) == 1


@pytest.mark.parametrize("words", ["the new offensive", "its air campaign", "bombing runs"])
def test_an_operation_is_no_incident(words: str) -> None:
    told = Report("a").tell(attack(), f"jets joined {words}", when=day("2018-02-03"), where=("Idlib",))
    assert clusters(told) == ()


def test_what_could_not_be_verified_may_be_a_total() -> None:
    report = Report("a")
    total = report.tell(killed(58), "58 were killed over two weeks", when=WEEKS, where=("Idlib",))
    check = replace(
        report.tell(unverified(), "could not verify the figures"), passage=replace(total.passage, start=310, end=610)
    )
    assert check.id in clusters(total, check)[0].claims
