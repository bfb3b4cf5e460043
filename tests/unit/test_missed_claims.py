"""Claims that the program missed and a person added: by the report's own words, replayed, undone."""

from dataclasses import replace
from datetime import date

import pytest

from corroborate.errors import UsageError
from corroborate.model.casualty import People
from corroborate.model.claim import Claim
from corroborate.model.ids import CaptureId
from corroborate.model.incident import Incident
from corroborate.model.issue import IssueKind
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.mention import Harm
from corroborate.model.situation import NEAREST
from tests.unit.test_judgements import EARLIER, Bench, bench, killed, without

__all__ = ["bench"]  # a fixture

MISSED = "15 people were killed"


def capture_of(bench: Bench, name: str) -> CaptureId:
    return next(one.capture for one in bench.case.documents() if one.name == name)


def blind(bench: Bench) -> None:
    """Let the program read the strike as one that misses its second figure."""
    bench.read_again(without(MISSED))
    assert killed(bench.incident("Douma")) == (12, 12, True)


def added(bench: Bench, words: str = MISSED, **told: str) -> Judgement:
    fields = {"effect": "killed", "count": "15", "sources": "Gorge Hospital (medical)"} | told
    return bench.case.add_claim(capture_of(bench, "strike"), fields, "it was missed", words=words)


def by_hand(bench: Bench) -> list[Claim]:
    return [claim for claim in bench.case.claims() if claim.is_added]


def test_an_added_claim_counts_like_any_other_until_it_is_taken_back(bench: Bench) -> None:
    blind(bench)
    made = added(bench)
    assert killed(bench.incident("Douma"))[1] == 15
    (claim,) = by_hand(bench)
    assert (claim.span.quote, claim.maker, claim.rules) == (MISSED, "Layla", (f"added-by-person {made.id}",))
    assert claim.id in bench.incident("Douma").claims
    assert "Gorge Hospital" in bench.incident("Douma").origins
    (ruling,) = bench.case.record().rulings
    assert ruling.on == (claim.id,)
    assert bench.case.verify().faults == ()
    bench.case.judge(Verdict.UNDO, [made.id], "another of us reads it otherwise")
    assert killed(bench.incident("Douma")) == (12, 12, True)
    assert by_hand(bench) == []


def test_place_and_day_that_are_not_told_are_those_of_the_nearest_claim(bench: Bench) -> None:
    blind(bench)
    added(bench)
    (claim,) = by_hand(bench)
    near = bench.claim("At least 12 people").situation
    assert (claim.situation.where, claim.situation.when) == (near.where, near.when)
    assert (claim.situation.where_rule, claim.situation.when_rule) == (NEAREST, NEAREST)
    assert not claim.situation.place_is_told


@pytest.mark.parametrize(
    ("told", "words", "why"),
    [
        ({"count": "16"}, MISSED, "does not tell 16"),
        ({}, "16 people were killed", "does not say '16 people"),
        ({"method": "airstrike"}, MISSED, "by one of the fields effect"),
        ({"object": "home"}, MISSED, "by one of the fields effect"),
        ({"by": "Ruritania"}, MISSED, "does not name 'Ruritania'"),
        ({"count": "at least 12", "sources": "none"}, "At least 12 people, including", "says so already"),
    ],
)
def test_what_no_words_carry_or_is_read_already_is_not_added(
    bench: Bench, told: dict[str, str], words: str, why: str
) -> None:
    with pytest.raises(UsageError, match=why):
        added(bench, words, **told)
    assert bench.case.judgements() == ()


def test_an_added_claim_finds_its_words_where_a_newer_version_puts_them(bench: Bench) -> None:
    blind(bench)
    added(bench)
    bench.read_again(without(MISSED), before="Levant Wire, edited\n\n")
    assert killed(bench.incident("Douma"))[1] == 15
    assert bench.stale() == []
    assert bench.case.verify().faults == ()


def test_what_a_newer_version_reads_by_itself_is_not_there_twice_and_a_person_is_told(bench: Bench) -> None:
    blind(bench)
    added(bench)
    bench.read_again()
    assert by_hand(bench) == []
    assert killed(bench.incident("Douma"))[1] == 15
    (doubt,) = bench.stale()
    assert "reads by itself now" in doubt.message


def test_what_a_newer_version_of_the_text_does_not_say_is_no_claim_and_an_issue(bench: Bench) -> None:
    blind(bench)
    made = added(bench)
    assert made.amendment is not None
    elsewhere = replace(made.amendment.words, quote="15 people were saved!")
    forged = replace(made, amendment=replace(made.amendment, words=elsewhere), reason="by another hand")
    bench.case.judge(Verdict.UNDO, [made.id], "to be said again")
    bench.case._desk.store.decide(forged)
    assert by_hand(bench) == []
    (doubt,) = bench.stale()
    assert "does not say" in doubt.message


def test_an_added_claim_can_be_judged_like_any_other(bench: Bench) -> None:
    blind(bench)
    added(bench)
    (claim,) = by_hand(bench)
    bench.case.correct(claim.id, {"people": "civilians"}, "the hospital counts civilians")
    assert killed(bench.incident("Douma"), People.CIVILIANS)[1] == 15
    bench.case.judge(Verdict.REJECT, [claim.id], "of another day")
    assert killed(bench.incident("Douma")) == (12, 12, True)


def test_reports_that_come_later_meet_what_was_added_and_it_stays_once(bench: Bench) -> None:
    blind(bench)
    added(bench)
    (claim,) = by_hand(bench)
    bench.add("earlier", EARLIER)
    bench.add("far", "Shelling killed two men in Homs on Sunday, residents said.\n")

    def holding(incidents: tuple[Incident, ...]) -> list[Incident]:
        return [one for one in incidents if claim.id in one.claims]

    (stepwise,) = holding(bench.case.incidents())
    assert {figure.count.low for figure in stepwise.figures} >= {14, 15}
    assert by_hand(bench) == [claim]
    bench.read_again(without(MISSED))
    assert holding(bench.case.incidents()) == [stepwise]


def test_in_a_language_that_is_not_read_a_claim_is_added_by_its_words_alone(bench: Bench) -> None:
    bench.add("arabic", "قصف على دوما\n\nقتل أحد عشر شخصا في قصف على دوما يوم الأحد.\n")
    assert IssueKind.LANGUAGE in {issue.kind for issue in bench.case.issues()}
    told = {"effect": "killed", "count": "11", "where": "دوما", "when": "2018-02-04"}
    bench.case.add_claim(capture_of(bench, "arabic"), told, "read by two of us", words="قتل أحد عشر شخصا")
    (claim,) = by_hand(bench)
    assert isinstance(claim.content, Harm)
    assert (claim.content.count.low, claim.situation.where.places[0].name) == (11, "Douma")
    assert claim.id in {member for one in bench.case.incidents() for member in one.claims}


def test_a_known_source_counts_under_one_name_in_arabic_too(bench: Bench) -> None:
    bench.add("arabic", "قصف على دوما\n\nقالت الخوذ البيضاء إن عشرة أشخاص قتلوا في دوما.\n")
    told = {"effect": "killed", "count": "10", "where": "دوما", "sources": "الخوذ البيضاء"}
    bench.case.add_claim(capture_of(bench, "arabic"), told, "read by two of us", words="عشرة أشخاص قتلوا")
    (claim,) = by_hand(bench)
    assert claim.origin == "Syria Civil Defence"


def test_what_was_not_published_yet_was_not_claimed_yet(bench: Bench) -> None:
    blind(bench)
    added(bench)
    assert bench.case.as_of(date(2018, 2, 4)).claims() == ()
    assert len([one for one in bench.case.as_of(date(2018, 2, 5)).claims() if one.is_added]) == 1


def test_of_a_confidential_report_no_word_of_an_added_claim_is_shown(bench: Bench) -> None:
    blind(bench)
    added(bench)
    bench.case.judge(Verdict.CONFIDENTIAL, [capture_of(bench, "strike")], "they can be found")
    shown = repr(bench.case.record())
    assert MISSED not in shown
    assert MISSED in repr(bench.case.openly().record())
