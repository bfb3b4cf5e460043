"""What ranges a methodology makes of the figures of an incident: words, whose figures count, low, high, best."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from corroborate.grade import grade, load
from corroborate.model.attribution import Attribution
from corroborate.model.casualty import VAGUE, CasualtyRange, Count, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.incident import Cluster, Incident
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.mention import Content, Method, Stance
from corroborate.model.source import Source, SourceKind
from corroborate.reconcile import reconcile
from tests.making_claims import Report, attack, blame, day, injured, killed

REPORT = Report("a")


def said(content: Content, source: str, words: str = "were killed", kind: SourceKind = SourceKind.WITNESS) -> Claim:
    at = sum(map(ord, source + words + repr(content))) % 997
    claim = REPORT.tell(content, words, when=day("2018-02-04"), sentence=at)
    return replace(claim, attribution=Attribution((Source(source, kind),)))


def under(methodology: str, *claims: Claim, judgements: Sequence[Judgement] = ()) -> Incident:
    cluster = Cluster(tuple(sorted(claim.id for claim in claims)), is_tally=False)
    made = reconcile([cluster], claims, judgements)[0]
    return grade(made, claims, load(methodology), judgements)[0]


def of(made: Incident, people: People = People.PEOPLE) -> CasualtyRange:
    return next(one for one in made.ranges if one.people is people)


def ends(made: CasualtyRange) -> tuple[int | None, int | None, int | None]:
    return made.low.value, made.best.value if made.best else None, made.high.value


AT_LEAST_29 = Count(29, None, Qualifier.AT_LEAST)
UP_TO_40 = Count(None, 40, Qualifier.AT_MOST)


@pytest.mark.parametrize(
    ("methodology", "words", "low", "high", "top"),
    [
        ("airwars", "dozens of people were killed", 12, 24, "closed"),
        ("airwars", "hundreds were killed", 100, 200, "closed"),
        ("airwars", "people were killed", 2, 2, "open"),
        ("airwars", "many people were killed", None, None, "open"),
        ("ucdp", "dozens of people were killed", 12, 12, "open"),
        ("acled", "dozens of people were killed", 12, 12, "closed"),
        ("acled", "hundreds were killed", 100, 100, "closed"),
        ("acled", "tens of people were killed", 10, 10, "closed"),
        ("acled", "several people were killed", 10, 10, "closed"),
        ("acled", "a few people were killed", 3, 3, "closed"),
        ("acled", "people were killed", 10, 10, "closed"),
        ("gppi", "dozens of people were killed", None, None, "open"),
        ("every-casualty", "dozens of people were killed", None, None, "open"),
    ],
)
def test_vague_words_are_what_the_methodology_takes_them_for(
    methodology: str, words: str, low: int | None, high: int | None, top: str
) -> None:
    claim = said(killed(VAGUE), "a medic", words)
    found = of(under(methodology, claim))
    assert (found.low.value, found.high.value, found.open) == (low, high, top == "open")
    assert found.low.claims == (() if low is None else (claim.id,))
    assert found.origins == ("a medic",)


def test_a_bound_from_words_says_which_words_and_as_what() -> None:
    found = of(under("airwars", said(killed(VAGUE), "a medic", "Dozens of\npeople were killed")))
    assert (found.low.note, found.high.note) == ("“dozens” as 12 to 24",) * 2
    assert found.low.rule == "least-low-of-credible-origins"


def test_acled_takes_few_where_people_were_shot() -> None:
    shot = REPORT.tell(attack(Method.SHOOTING), "gunmen fired", when=day("2018-02-04"), sources=("a medic",))
    assert of(under("acled", said(killed(VAGUE), "a medic", "people were killed"), shot)).high.value == 3


def test_for_airwars_words_are_silent_where_anybody_gives_a_number() -> None:
    made = under("airwars", said(killed(VAGUE), "a council", "dozens were killed"), said(killed(40), "a medic"))
    assert ends(of(made)) == (40, None, 40)


def test_for_acled_words_count_beside_numbers_and_the_smallest_figure_is_taken() -> None:
    claims = said(killed(VAGUE), "a council", "dozens were killed"), said(killed(40), "a medic")
    found = of(under("acled", *claims))
    assert ends(found) == (12, None, 12)
    assert (found.low.rule, found.low.claims) == ("most-conservative-figure", (claims[0].id,))


def test_for_acled_an_unknown_number_is_taken_for_none_beside_a_known_one() -> None:
    claims = said(killed(VAGUE), "a council", "several people were killed"), said(killed(40), "a medic")
    assert ends(of(under("acled", *claims))) == (40, None, 40)


def test_an_origin_that_gives_a_number_of_a_part_is_not_taken_at_its_vague_word() -> None:
    claims = said(killed(VAGUE), "a medic", "people were killed"), said(killed(9, People.CIVILIANS), "a medic")
    assert ends(of(under("acled", *claims))) == (9, None, 9)


def test_acled_takes_up_to_forty_for_forty_and_says_one_figure() -> None:
    assert ends(of(under("acled", said(killed(UP_TO_40), "a medic")))) == (40, None, 40)
    found = of(under("acled", said(killed(AT_LEAST_29), "a medic")))
    assert (ends(found), found.open) == ((29, None, 29), False)


def test_the_likeliest_is_the_figure_that_most_origins_allow() -> None:
    claims = said(killed(AT_LEAST_29), "a medic"), said(killed(31), "a council"), said(killed(35), "a nurse")
    found = of(under("ucdp", *claims))
    assert ends(found) == (29, 31, 35)
    assert found.best is not None
    assert (found.best.rule, found.best.claims) == ("figure-that-most-origins-allow (2 of 3)", (claims[1].id,))


def test_of_figures_that_as_many_allow_the_smallest_is_the_likeliest_and_none_is_averaged() -> None:
    assert ends(of(under("ucdp", said(killed(8), "a medic"), said(killed(4), "a council")))) == (4, 4, 8)


def test_deaths_are_told_of_all_be_they_told_of_a_part() -> None:
    found = of(under("ucdp", said(killed(9, People.CIVILIANS), "a medic")))
    assert ends(found) == (9, 9, 9)
    assert found.low.note == "told of civilians alone"


def test_fighters_and_civilians_of_one_origin_are_added_for_the_deaths_of_ucdp() -> None:
    claims = said(killed(3, People.COMBATANTS), "a medic"), said(killed(2, People.CIVILIANS), "a medic")
    found = of(under("ucdp", *claims))
    assert ends(found) == (5, 5, 5)
    assert (set(found.low.claims), found.low.note) == ({c.id for c in claims}, "civilians (2) and combatants (3)")


@pytest.mark.parametrize("methodology", ["ucdp", "acled"])
def test_women_and_men_of_one_origin_are_added_for_all_deaths(methodology: str) -> None:
    claims = said(killed(2, People.WOMEN), "a medic"), said(killed(1, People.MEN), "a medic")
    found = of(under(methodology, *claims))
    assert (found.low.value, found.high.value, found.low.note) == (3, 3, "women (2) and men (1)")


def test_women_and_children_are_no_sum_beside_the_civilians_whom_they_are_of() -> None:
    claims = [said(killed(n, who), "a medic") for n, who in ((11, People.CIVILIANS), (4, People.CHILDREN))]
    assert ends(of(under("ucdp", *claims, said(killed(2, People.WOMEN), "a medic")))) == (11, 11, 11)


def test_figures_of_different_origins_are_never_added() -> None:
    claims = said(killed(3, People.COMBATANTS), "a medic"), said(killed(2, People.CIVILIANS), "a council")
    assert of(under("ucdp", *claims)).high.value == 3


def test_a_part_counts_beside_a_total_only_where_it_is_greater() -> None:
    total = said(killed(12), "a medic")
    assert ends(of(under("ucdp", total, said(killed(9, People.CIVILIANS), "a council")))) == (12, 12, 12)
    assert ends(of(under("ucdp", total, said(killed(15, People.CIVILIANS), "a council")))) == (12, 12, 15)


def test_an_origin_that_tells_of_some_people_and_of_more_civilians_speaks_by_these() -> None:
    claims = said(killed(1), "a medic"), said(killed(9, People.CIVILIANS), "a medic")
    assert ends(of(under("ucdp", *claims))) == (9, 9, 9)


def test_the_likeliest_of_a_part_is_never_above_that_of_the_whole() -> None:
    claims = said(killed(12), "a medic"), said(killed(15, People.CIVILIANS), "a council")
    made = under("ucdp", *claims, said(killed(7, People.CIVILIANS), "a nurse"))
    assert (ends(of(made)), ends(of(made, People.CIVILIANS))) == ((12, 12, 15), (7, 7, 15))
    none_fits = of(under("ucdp", *claims), People.CIVILIANS).best
    assert none_fits is not None
    assert none_fits.value is None


def test_ucdp_and_acled_count_deaths_alone() -> None:
    for methodology in ("ucdp", "acled"):
        assert under(methodology, said(injured(4), "a medic")).ranges == ()


def test_an_armed_group_counts_for_ucdp_only_where_nobody_else_gives_a_figure() -> None:
    boast = said(killed(200), "the brigade", kind=SourceKind.ARMED_GROUP)
    assert ends(of(under("ucdp", boast))) == (200, 200, 200)
    assert ends(of(under("ucdp", boast, said(killed(20), "a medic")))) == (20, 20, 20)
    assert ends(of(under("airwars", boast, said(killed(20), "a medic")))) == (20, None, 200)


def test_what_a_party_concedes_stands_apart_for_airwars_and_counts_for_ucdp() -> None:
    admitted = said(blame("Russia", Stance.ADMITTED, "the strike"), "Russia", "admitted it", SourceKind.GOVERNMENT)
    claims = said(killed(9), "a medic"), admitted, said(killed(2), "Russia", kind=SourceKind.GOVERNMENT)
    assert ends(of(under("airwars", *claims))) == (9, None, 9)
    assert ends(of(under("ucdp", *claims))) == (2, 2, 9)


def test_a_person_overrules_every_methodology() -> None:
    claims = said(killed(9), "a medic"), said(killed(40), "a council")
    made_at = datetime(2018, 3, 1, tzinfo=UTC)
    left_out = Judgement(Verdict.EXCLUDE_ORIGIN, (claims[0].id,), "Rana", "boasts", made_at, "a council")
    fixed = Judgement(Verdict.FIX_BOUND, (claims[0].id,), "Rana", "hospital list", made_at, "killed people high 50")
    for methodology in ("airwars", "ucdp", "acled"):
        assert of(under(methodology, *claims, judgements=(left_out,))).high.value == 9
        found = of(under(methodology, *claims, judgements=(fixed,)))
        assert (found.high.value, found.high.rule) == (50, f"fixed-by-person {fixed.id}")


def test_grading_anew_starts_from_the_figures_whatever_the_grade_before() -> None:
    claims = said(killed(VAGUE), "a medic", "dozens were killed"), said(injured(4), "a medic")
    cluster = Cluster(tuple(sorted(claim.id for claim in claims)), is_tally=False)
    bare = reconcile([cluster], claims)[0]
    by_acled = grade(bare, claims, load("acled"))
    assert grade(by_acled, claims, load("airwars"))[0].ranges == grade(bare, claims, load("airwars"))[0].ranges


def test_single_persons_of_several_groups_in_one_passage_are_so_many_at_the_least() -> None:
    nurse = REPORT.tell(killed(1, People.MEDICS), "a nurse", when=day("2018-02-04"), sources=("a medic",))
    patient = REPORT.tell(killed(1), "a patient", when=day("2018-02-04"), sources=("a medic",))
    found = of(under("ucdp", nurse, patient))
    assert ends(found) == (2, 2, 2)
    assert (found.low.rule, set(found.low.claims)) == ("persons-told-one-by-one", {nurse.id, patient.id})


def test_a_source_is_of_the_kind_as_which_it_is_named_anywhere_in_the_case() -> None:
    own = Report("b", publisher="the brigade").tell(killed(200), "two hundred", when=day("2018-02-04"))
    elsewhere = said(injured(3), "the brigade", kind=SourceKind.ARMED_GROUP)
    assert ends(of(under("ucdp", own, elsewhere, said(killed(20), "a medic")))) == (20, 20, 20)
    assert ends(of(under("ucdp", own, said(killed(20), "a medic")))) == (20, 20, 200)
