"""Why reports are taken for reports of one incident."""

import pytest

from corroborate.link import ties
from corroborate.link.compare import compare
from corroborate.link.profile import profile
from corroborate.model.claim import Claim
from tests.making_claims import Report, attack, day, killed

WHEN, TOWN = day("2018-02-04"), ("Sarmin", "Idlib")


def raid(name: str, dead: int) -> tuple[Claim, Claim]:
    report = Report(name)
    words = f"warplanes struck the grain depot beside the railway, killing {dead}"
    return (
        report.tell(attack(), words, when=WHEN, where=TOWN),
        report.tell(killed(dead), words, when=WHEN, where=TOWN, at=40),
    )


def test_every_report_names_the_one_that_it_is_tied_to_best_and_the_weights_that_make_the_sum() -> None:
    one, like, other = raid("a", 12), raid("b", 12), raid("c", 70)
    found = {tie.document: tie for tie in ties([*one, *like, *other])}
    tie = found[min(one[0].document, like[0].document)]
    assert {tie.document, tie.other} == {one[0].document, like[0].document}
    assert tie.score == compare(profile(one), profile(like)).score
    assert tie.score == pytest.approx(sum(weight for _, weight in tie.reasons))
    assert "both tell of the same day" in dict(tie.reasons)
    assert "they give the same total, of five or more" in dict(tie.reasons)


def test_two_reports_that_tie_best_to_each_other_are_told_once() -> None:
    one, like, other = raid("a", 12), raid("b", 12), raid("c", 70)
    found = ties([*one, *like, *other])
    assert len(found) == 2
    assert {other[0].document} < {document for tie in found for document in (tie.document, tie.other)}


def test_what_one_report_tells_alone_needs_no_ties() -> None:
    assert ties(raid("a", 12)) == ()
