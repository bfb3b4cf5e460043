"""A judgement on an incident speaks of the incident that holds most of the claims it held."""

from datetime import UTC, datetime

from corroborate.model.claim import Claim
from corroborate.model.ids import CaptureId
from corroborate.model.issue import IssueKind
from corroborate.model.judgement import Anchor, Judgement, Verdict
from corroborate.replay import rulings, settle
from tests.making_claims import Report, killed

CLAIMS = [Report(name).tell(killed(number), "were killed") for number, name in enumerate("abcd", start=1)]
A, B, C, D = (claim.id for claim in CLAIMS)


def judged(verdict: Verdict, *claims: Claim, subject: str = "incident-1") -> Judgement:
    anchors = tuple(Anchor(subject, claim.id, CaptureId("0" * 64), claim.span, claim.content) for claim in claims)
    subjects = tuple(claim.id for claim in claims)
    return Judgement(verdict, subjects, "Rana", "read", datetime(2018, 3, 1, tzinfo=UTC), anchors=anchors)


def test_it_is_of_the_one_with_most_of_them_and_says_nothing_where_few_have_left() -> None:
    (settled,), doubts = settle([judged(Verdict.ACCEPT, *CLAIMS)], [[D], [C, A, B]])
    assert (settled.subjects, doubts) == ((A, B, C), ())


def test_an_accepted_incident_to_which_claims_came_since_is_a_doubt_until_it_is_accepted_again() -> None:
    first = judged(Verdict.ACCEPT, *CLAIMS[:3])
    _, (doubt,) = settle([first], [[A, B, C, D]])
    assert doubt.subjects == (first.id, D)
    assert "before 1 of its claims came to it" in doubt.message
    assert settle([first, judged(Verdict.ACCEPT, *CLAIMS)], [[A, B, C, D]])[1] == ()
    assert settle([judged(Verdict.FIX_GRADE, *CLAIMS[:3])], [[A, B, C, D]])[1] == ()


def test_one_that_fell_apart_is_a_doubt() -> None:
    (settled,), (doubt,) = settle([judged(Verdict.FIX_GRADE, *CLAIMS)], [[D], [C], [A, B]])
    assert settled.subjects == (A, B)
    assert doubt.kind is IssueKind.STALE_JUDGEMENT
    assert "stand in 3 incidents" in doubt.message


def test_one_whose_claims_stand_in_no_incident_is_a_doubt_and_rules_nothing() -> None:
    settled, (doubt,) = settle([judged(Verdict.FIX_BOUND, CLAIMS[0])], [[B]])
    assert settled == ()
    assert "stand in none" in doubt.message


def test_what_is_withheld_stays_so_wherever_any_of_it_has_come() -> None:
    judgement = judged(Verdict.WITHHOLD, *CLAIMS)
    settled, doubts = settle([judgement], [[D], [A, B, C]])
    (ruling,) = rulings([judgement], settled, {"incident-2": [D], "incident-3": [A, B, C]})
    assert (set(ruling.on), doubts) == ({"incident-2", "incident-3"}, ())


def test_a_judgement_tells_what_took_it_back() -> None:
    first = judged(Verdict.REJECT, CLAIMS[0], subject=A)
    undoing = Judgement(Verdict.UNDO, (first.id,), "Omar", "no", datetime(2018, 3, 2, tzinfo=UTC))
    found = rulings([first, undoing], [], {"incident-1": [A]})
    assert [(one.undone_by, one.is_in_force) for one in found] == [(undoing.id, False), (None, True)]
