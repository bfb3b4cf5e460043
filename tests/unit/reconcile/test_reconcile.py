from dataclasses import replace
from datetime import UTC, datetime

import pytest

from corroborate.model.casualty import CasualtyRange, Count, Effect, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.incident import Change, Cluster, Incident, Tally
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.mention import Method, Stance, Weapon
from corroborate.model.situation import Location, Place, PlaceKind
from corroborate.model.source import Source, SourceKind
from corroborate.reconcile import main_incidents, reconcile
from tests.making_claims import Report, attack, blame, day, injured, killed, share_of

HELMETS, MONITOR = ("White Helmets",), ("Syrian Observatory for Human Rights",)
TOWN, NIGHT = ("Saraqeb", "Idlib"), day("2018-02-04")


def at_least(number: int) -> Count:
    return Count(number, None, Qualifier.AT_LEAST)


def incident(*claims: Claim, judgements: tuple[Judgement, ...] = (), beside: tuple[Claim, ...] = ()) -> Incident:
    cluster = Cluster(tuple(sorted(c.id for c in claims)), is_tally=False, beside=tuple(c.id for c in beside))
    return reconcile([cluster], [*claims, *beside], judgements)[0][0]


def doubts(*claims: Claim) -> tuple[Issue, ...]:
    return reconcile([Cluster(tuple(sorted(c.id for c in claims)), is_tally=False)], claims)[2]


def of(made: Incident, people: People = People.PEOPLE, effect: Effect = Effect.KILLED) -> CasualtyRange:
    return next(one for one in made.ranges if (one.effect, one.people) == (effect, people))


def bounds(
    made: Incident, people: People = People.PEOPLE, effect: Effect = Effect.KILLED
) -> tuple[object, object, bool]:
    one = of(made, people, effect)
    return one.low.value, one.high.value, one.open


def dead(
    count: Count | int, sources: tuple[str, ...] = (), report: str = "a", published: str = "2018-02-05", at: int = 0
) -> Claim:
    made = Report(report, f"The {report.upper()} Times", published)
    return made.tell(killed(count), "people were killed", when=NIGHT, where=TOWN, sources=sources, sentence=at)


def test_two_origins_give_the_range_from_the_least_to_the_greatest() -> None:
    made = incident(dead(29, HELMETS), dead(33, MONITOR, at=1))
    assert bounds(made) == (29, 33, False)


def test_each_bound_names_its_claims_and_its_rule() -> None:
    low, high = dead(29, HELMETS), dead(33, MONITOR, at=1)
    found = of(incident(low, high))
    assert (found.low.claims, found.low.rule) == ((low.id,), "least-low-of-credible-origins")
    assert (found.high.claims, found.high.rule) == ((high.id,), "greatest-stated-figure")


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (at_least(29), (29, 29, True)),
        (Count(1001, None, Qualifier.MORE_THAN), (1001, 1001, True)),
        (Count(None, 40, Qualifier.AT_MOST), (0, 40, False)),
        (Count(30, 40, Qualifier.RANGE), (30, 40, False)),
        (Count(None, None, Qualifier.VAGUE), (None, None, True)),
        (Count(0, 0, Qualifier.NONE), (0, 0, False)),
    ],
)
def test_one_figure_bounds_as_its_words_do(count: Count, expected: tuple[object, object, bool]) -> None:
    assert bounds(incident(dead(count, HELMETS))) == expected


def test_words_without_a_number_set_no_bound() -> None:
    made = incident(dead(Count(None, None, Qualifier.VAGUE)), dead(at_least(29), MONITOR, at=1))
    assert bounds(made) == (29, 29, True)


def test_a_later_figure_of_an_origin_takes_the_place_of_its_earlier_one() -> None:
    first, second = dead(12, HELMETS), dead(19, HELMETS, "b", "2018-02-06")
    made = incident(first, second)
    assert bounds(made) == (19, 19, False)
    assert steps(made) == [(first.id, None, Change.FIRST), (second.id, first.id, Change.RAISED)]


def steps(made: Incident) -> list[tuple[str, str | None, Change]]:
    return [(step.claim, step.replaces, step.change) for step in made.history]


def test_a_later_lower_figure_is_a_correction_holds_and_says_so() -> None:
    first, second = dead(19, HELMETS), dead(15, HELMETS, "b", "2018-02-06")
    made = incident(first, second)
    assert bounds(made) == (15, 15, False)
    assert steps(made)[-1] == (second.id, first.id, Change.LOWERED)


def test_a_number_put_otherwise_is_no_correction() -> None:
    made = incident(dead(at_least(19), HELMETS), dead(19, HELMETS, "b", "2018-02-06"))
    assert bounds(made) == (19, 19, False)
    assert steps(made)[-1][2] is Change.RESTATED


def test_a_figure_that_its_origin_has_replaced_stays_replaced_when_another_report_repeats_it() -> None:
    told = [dead(11, HELMETS), dead(17, HELMETS, "b", "2018-02-06"), dead(11, HELMETS, "c", "2018-02-08")]
    made = incident(*told)
    assert bounds(made) == (17, 17, False)
    assert [step.change for step in made.history] == [Change.FIRST, Change.RAISED]


def test_a_figure_that_was_corrected_downwards_does_not_rise_again_by_being_repeated() -> None:
    told = [dead(19, HELMETS), dead(15, HELMETS, "b", "2018-02-06"), dead(19, HELMETS, "c", "2018-02-08")]
    assert bounds(incident(*told)) == (15, 15, False)


def test_an_origin_may_return_to_a_figure_in_its_own_report() -> None:
    own = replace(dead(11, (), "c", "2018-02-08"), publisher=HELMETS[0])
    made = incident(dead(11, HELMETS), dead(17, HELMETS, "b", "2018-02-06"), own)
    assert bounds(made) == (11, 11, False)
    assert steps(made)[-1][2] is Change.LOWERED


def test_a_later_figure_of_a_spot_in_the_area_is_a_part_and_replaces_nothing() -> None:
    whole = dead(21, HELMETS)
    part = dead(9, HELMETS, "b", "2018-02-06")
    whole, part = (
        replace(one, situation=replace(one.situation, where=where)) for one, where in ((whole, IDLIB), (part, SARAQIB))
    )
    made = incident(whole, part)
    assert bounds(made) == (21, 21, False)
    assert steps(made) == [(whole.id, None, Change.FIRST)]


def test_words_without_a_number_never_take_the_place_of_one() -> None:
    vague = dead(Count(None, None, Qualifier.VAGUE), HELMETS, "b", "2018-02-06")
    assert bounds(incident(dead(19, HELMETS), vague)) == (19, 19, False)


def test_who_says_only_that_nobody_was_hurt_is_no_origin_of_the_attack() -> None:
    struck = Report("a").tell(attack(), "jets struck", when=NIGHT, where=TOWN, sources=HELMETS)
    nobody = dead(Count(0, 0, Qualifier.NONE), ())
    assert incident(struck, nobody).origins == HELMETS
    assert incident(nobody).origins == ("The A Times",)


def test_a_report_that_repeats_an_attributed_figure_is_no_second_origin() -> None:
    made = incident(dead(at_least(177)), dead(177, HELMETS, at=1))
    assert made.origins == HELMETS
    assert bounds(made) == (177, 177, False)


def test_one_origin_through_two_reports_is_one_origin() -> None:
    made = incident(dead(9, HELMETS), dead(9, ("The White Helmets", "CNN"), "b"))
    assert (len(made.documents), len(made.origins)) == (2, 1)


def test_a_sentence_copied_word_for_word_is_the_word_of_its_first_printer() -> None:
    sentence = "nine people were killed as jets bombed the crowded vegetable market at noon"
    first = Report("a", "The Wire", "2018-02-05").tell(killed(9), sentence, when=NIGHT, where=TOWN)
    copy = Report("b", "The Daily", "2018-02-06").tell(killed(9), sentence, when=NIGHT, where=TOWN)
    assert incident(first, copy).origins == ("The Wire",)


def test_who_names_an_attack_only_to_deny_it_is_no_origin_of_it() -> None:
    report = Report("a")
    named = report.tell(attack(), "a strike on the market", when=NIGHT, sources=("Russia",), sentence=2)
    denial = report.tell(blame("Russia", Stance.DENIED), "denied", sources=("Russia",), sentence=2)
    assert incident(dead(9, HELMETS), named, denial).origins == HELMETS


def test_a_publisher_and_the_source_that_it_is_elsewhere_are_one_origin() -> None:
    own = Report("a", "White Helmets").tell(killed(9), "nine", when=NIGHT, where=TOWN)
    relayed = dead(9, ("White Helmets",), "b")
    source = Source("White Helmets", SourceKind.ORGANISATION, canonical="Syria Civil Defence")
    relayed = replace(relayed, attribution=replace(relayed.attribution, sources=(source,)))
    assert incident(own, relayed).origins == ("Syria Civil Defence",)


def test_a_spokesperson_counts_as_the_body_spoken_for() -> None:
    claim = dead(9, ("Raed Saleh",), "b")
    speaker = Source("Raed Saleh", SourceKind.PERSON, organisation="White Helmets")
    claim = replace(claim, attribution=replace(claim.attribution, sources=(speaker,)))
    assert incident(dead(9, HELMETS), claim).origins == HELMETS


def test_parts_of_one_origin_and_the_total_of_another_stay_apart() -> None:
    report = Report("a")
    women = report.tell(injured(5, People.WOMEN), "five women", when=NIGHT, where=TOWN, sources=HELMETS)
    child = report.tell(injured(1, People.CHILDREN), "one child", when=NIGHT, where=TOWN, sources=HELMETS)
    treated = report.tell(injured(6), "treated six", when=NIGHT, where=TOWN, sources=("a clinic",), sentence=1)
    made = incident(women, child, treated)
    assert [one.high.value for one in made.ranges] == [1, 5, 6]


def test_one_death_told_three_ways_is_one_person() -> None:
    report = Report("a")
    told = [
        report.tell(killed(1, People.COMBATANTS), words, when=NIGHT, sources=sources, sentence=at)
        for at, (words, sources) in enumerate(
            [
                ("the pilot died in a gunfight", ()),
                ("he was shot", ("rebels",)),
                ("a grenade killed him", ("the ministry",)),
            ]
        )
    ]
    assert bounds(incident(*told), People.COMBATANTS) == (1, 1, False)


def test_persons_told_one_by_one_are_the_floor() -> None:
    report = Report("a")
    brothers = [
        report.tell(killed(1, People.MEN), "his brother", when=NIGHT, sources=HELMETS, at=place)
        for place in (1, 15, 30)
    ]
    found = of(incident(*brothers), People.MEN)
    assert (found.low.value, found.high.value, found.low.rule) == (3, 3, "persons-told-one-by-one")


def test_a_share_keeps_its_tie_and_may_not_exceed_its_total() -> None:
    whole = dead(29, HELMETS)
    children = Report("a").tell(
        killed(31, People.CHILDREN), "31 children", when=NIGHT, where=TOWN, sources=HELMETS, at=5
    )
    part = share_of(whole, children)
    assert of(incident(whole, part), People.CHILDREN).part_of is People.PEOPLE
    assert IssueKind.CONFLICT in {issue.kind for issue in doubts(whole, part)}


def test_origins_that_exclude_each_other_are_a_conflict_only_in_one_scope() -> None:
    here, there = dead(8, HELMETS), dead(20, MONITOR, at=1)
    assert [issue.kind for issue in doubts(here, there)] == [IssueKind.CONFLICT]
    wider = replace(there, situation=replace(there.situation, where=Location(("Idlib",))))
    assert doubts(here, wider) == ()


def test_all_sides_of_a_conflict_stand_in_one_issue_with_their_figures() -> None:
    sides = dead(8, HELMETS), dead(20, MONITOR, at=1), dead(31, ("a council",), at=2)
    (issue,) = doubts(*sides)
    assert set(issue.subjects[1:]) == {claim.id for claim in sides}
    assert [told in issue.message for told in ("8 (White Helmets)", "20 (", "31 (a council)")] == [True] * 3


def test_a_denial_changes_no_figure() -> None:
    told = dead(9, HELMETS)
    denial = Report("a").tell(blame("Russia", Stance.DENIED), "Moscow denied it", sources=("Russia",), sentence=3)
    assert incident(told).ranges == incident(told, denial).ranges


def test_what_a_party_concedes_of_its_own_act_is_kept_apart() -> None:
    told = dead(9, HELMETS)
    owned = Report("b", "The B Times").tell(killed(2), "two", when=NIGHT, by=("Russian jets",), sources=("Russia",))
    made = incident(told, owned)
    assert bounds(made) == (9, 9, False)
    assert [(one.low.value, one.origins) for one in made.conceded] == [(2, ("Russia",))]


def test_a_claim_of_killed_fighters_is_no_concession() -> None:
    claim = Report("b").tell(killed(40, People.COMBATANTS), "40", when=NIGHT, by=("Russia",), sources=("Russia",))
    assert incident(claim).conceded == ()


def test_a_report_is_mainly_about_what_its_headline_tells() -> None:
    report = Report("a")
    headline = report.tell(attack(), "raid on Sarmin", when=NIGHT, where=TOWN)
    other = report.tell(killed(50), "fifty died last year", when=day("2017-04-04"), sentence=4)
    clusters = [Cluster((one.id,), is_tally=False) for one in (headline, other)]
    incidents = reconcile(clusters, [headline, other])[0]
    main = next(one.id for one in incidents if headline.id in one.claims)
    assert main_incidents(incidents, [other, headline]) == {headline.document: main}


def test_an_excluded_origin_sets_no_bound() -> None:
    low, high = dead(29, HELMETS), dead(90, ("a forum",), at=1)
    ruling = Judgement(
        Verdict.EXCLUDE_ORIGIN, (low.id,), "Rana", "not there", datetime(2018, 3, 1, tzinfo=UTC), "A forum"
    )
    assert bounds(incident(low, high, judgements=(ruling,))) == (29, 29, False)


def test_a_fixed_bound_stands_and_names_its_judgement() -> None:
    claim = dead(29, HELMETS)
    ruling = Judgement(
        Verdict.FIX_BOUND, (claim.id,), "Rana", "names", datetime(2018, 3, 1, tzinfo=UTC), "killed people high 31"
    )
    found = of(incident(claim, judgements=(ruling,)))
    assert (found.low.value, found.high.value, found.high.rule) == (29, 31, f"fixed-by-person {ruling.id}")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("killed people low 35", (35, 35, True)),  # above what is stated: the high end is raised, and stays open
        ("killed people high 31", (29, 31, False)),  # fixed: no longer open
        ("killed people high 3", (3, 3, False)),
    ],
)
def test_a_fixed_end_never_crosses_the_other(value: str, expected: tuple[int, int, bool]) -> None:
    claim = dead(Count(29, None, Qualifier.AT_LEAST), HELMETS)
    ruling = Judgement(Verdict.FIX_BOUND, (claim.id,), "Rana", "names", datetime(2018, 3, 1, tzinfo=UTC), value)
    assert bounds(incident(claim, judgements=(ruling,))) == expected


def test_a_fixed_end_tells_what_would_stand_there_without_it() -> None:
    claim = dead(29, HELMETS)
    ruling = Judgement(
        Verdict.FIX_BOUND, (claim.id,), "Rana", "names", datetime(2018, 3, 1, tzinfo=UTC), "killed people high 31"
    )
    assert of(incident(claim, judgements=(ruling,))).high.note == "fixed by a person, else 29"


def test_who_did_it_is_told_with_who_says_so() -> None:
    raid = Report("a").tell(attack(), "jets struck", when=NIGHT, where=TOWN, by=("Assad regime",), sources=HELMETS)
    own = Report("a").tell(
        attack(), "our jets struck", when=NIGHT, where=TOWN, by=("Russia",), sources=("Russia",), sentence=1
    )
    denial = Report("a").tell(blame("the Syrian army", Stance.DENIED), "never", sources=("Syrian army",), sentence=2)
    said = {(r.actor, r.stance, r.general, r.origins) for r in incident(raid, own, beside=(denial,)).responsibility}
    assert said == {
        ("Syrian government", Stance.ACCUSED, False, HELMETS),
        ("Russia", Stance.CLAIMED, False, ("Russia",)),
        ("Syrian government", Stance.DENIED, True, ("Syrian army",)),
    }


def test_a_title_says_what_where_and_when() -> None:
    gas = Report("a").tell(
        attack(Method.CHEMICAL_ATTACK), "gas", when=NIGHT, where=TOWN, weapons=(Weapon.CHLORINE,), sources=HELMETS
    )
    assert incident(gas).title == "Chlorine attack, Saraqeb, Idlib — 4 February 2018"


SPAN = day("2018-02-01", "2018-02-10")
IDLIB = Location(("Idlib",), places=(Place("g1", "Idlib", PlaceKind.GOVERNORATE, 35.8, 36.7, 50, "SY"),))
SARAQIB = Location(
    TOWN, places=(Place("s1", "Saraqib", PlaceKind.SETTLEMENT, 35.86, 36.8, 3, "SY", parents=("Idlib",)),)
)


def tally_of(total: Claim, *inside: Claim) -> tuple[Tally, tuple[Issue, ...]]:
    clusters = [Cluster((total.id,), is_tally=True), *(Cluster((one.id,), is_tally=False) for one in inside)]
    _, tallies, issues = reconcile(clusters, [total, *inside])
    return tallies[0], issues


def total(count: int) -> Claim:
    return Report("a").tell(killed(count), "killed in ten days", when=SPAN, where=IDLIB, sources=MONITOR)


def struck(count: int, name: str) -> Claim:
    return Report(name).tell(killed(count), "killed in one raid", when=NIGHT, where=SARAQIB, sources=HELMETS)


def test_a_tally_is_tied_to_the_incidents_in_its_span_and_area() -> None:
    made, issues = tally_of(total(40), struck(9, "b"))
    assert (len(made.covers), issues) == (1, ())


def test_a_tally_below_what_its_incidents_come_to_is_an_issue() -> None:
    issues = tally_of(total(10), struck(9, "b"), struck(8, "c"))[1]
    assert [issue.kind for issue in issues] == [IssueKind.TALLY_MISMATCH]


def test_a_row_of_a_tally_keeps_what_its_figure_replaced() -> None:
    first = total(40)
    later = Report("b", published="2018-02-09").tell(
        killed(36), "killed in ten days", when=SPAN, where=IDLIB, sources=MONITOR
    )
    row = reconcile([Cluster(tuple(sorted((first.id, later.id))), is_tally=True)], [first, later])[1][0].rows[0]
    assert (row.current, [step.change for step in row.history]) == (later.id, [Change.FIRST, Change.LOWERED])


def test_a_lower_total_of_days_that_begin_later_corrects_nothing() -> None:
    first = total(40)
    week = day("2018-02-07", "2018-02-14")
    later = Report("b", published="2018-02-15").tell(killed(30), "in a week", when=week, where=IDLIB, sources=MONITOR)
    row = reconcile([Cluster(tuple(sorted((first.id, later.id))), is_tally=True)], [first, later])[1][0].rows[0]
    assert (row.current, len(row.history)) == (first.id, 1)


def test_a_tally_has_a_row_for_each_origin_and_people() -> None:
    helmets = Report("a").tell(killed(177, People.CIVILIANS), "177", when=SPAN, where=IDLIB, sources=HELMETS)
    cluster = Cluster(tuple(sorted((helmets.id, total(190).id))), is_tally=True)
    made = reconcile([cluster], [helmets, total(190)])[1][0]
    assert [(row.origin, row.what) for row in made.rows] == [(HELMETS[0], "civilians"), (MONITOR[0], "people")]
