import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from corroborate.link import link
from corroborate.link.compare import compare, contradict
from corroborate.link.profile import profile
from corroborate.model.casualty import Count, Effect, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.incident import Cluster
from corroborate.model.issue import IssueKind
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.mention import Attack, Blame, DamagedObject, Harm, Method, Stance, Weapon
from corroborate.model.situation import Location, Place, PlaceKind
from tests.making_claims import Report, attack, blame, damage, day, injured, killed, share_of, unverified

HELMETS = ("White Helmets",)
MONITOR = ("Syrian Observatory for Human Rights",)
TOWN = ("Sarmin", "Idlib")


def incidents(*claims: Claim, judgements: tuple[Judgement, ...] = ()) -> list[Cluster]:
    return [cluster for cluster in link(claims, judgements)[0] if not cluster.is_tally]


def tallies(*claims: Claim) -> list[Cluster]:
    return [cluster for cluster in link(claims)[0] if cluster.is_tally]


def judged(verdict: Verdict, *claims: Claim) -> Judgement:
    return Judgement(verdict, tuple(c.id for c in claims), "Rana", "read both", datetime(2018, 3, 1, tzinfo=UTC))


def strike(report: Report, **changes: object) -> Claim:
    told: dict[str, object] = {"when": day("2018-02-04"), "where": TOWN, "by": ("Russian jets",), "sentence": 1}
    return report.tell(attack(), "Russian jets struck the grain depot of Sarmin", **(told | changes))  # type: ignore[arg-type]  # test words


def test_harm_and_attack_of_one_sentence_are_one_incident() -> None:
    report = Report("a")
    raid = strike(report)
    dead = report.tell(killed(5), "killing five people", when=day("2018-02-04"), where=TOWN, sentence=1, at=60)
    assert [set(c.claims) for c in incidents(raid, dead)] == [{raid.id, dead.id}]


def test_two_attacks_on_two_days_are_two_incidents() -> None:
    report = Report("a")
    assert len(incidents(strike(report), strike(report, when=day("2018-02-02"), sentence=2))) == 2


def test_two_towns_on_one_day_are_two_incidents() -> None:
    report = Report("a")
    other = report.tell(
        attack(), "another raid hit the mill of Binnish", when=day("2018-02-04"), where=("Binnish", "Idlib"), sentence=2
    )
    assert len(incidents(strike(report), other)) == 2


def test_a_headline_joins_the_lead_that_tells_it_again() -> None:
    report = Report("a")
    headline = report.tell(killed(5), "Five dead in Sarmin raid", when=day("2018-02-04"), where=("Sarmin",))
    lead = report.tell(
        killed(5),
        "five people died in a raid on Sarmin",
        when=day("2018-02-04"),
        where=TOWN,
        sources=HELMETS,
        sentence=1,
    )
    assert len(incidents(headline, lead, strike(report, sentence=1, at=50))) == 1


def test_reports_of_one_attack_are_one_incident_under_another_spelling() -> None:
    first, second = Report("a"), Report("b", "The Courier", "2018-02-06")
    again = strike(second, where=("Sarmeen", "Idlib province"))
    assert len(incidents(strike(first), again)) == 1


def test_the_same_town_in_another_year_is_another_incident() -> None:
    then, now = Report("a", published="2015-03-20"), Report("b")
    assert len(incidents(strike(then, when=day("2015-03-16")), strike(now))) == 2


@pytest.mark.parametrize("count", [Count(177, None, Qualifier.AT_LEAST), Count(190, 190, Qualifier.ABOUT)])
def test_harm_over_two_weeks_is_a_tally(count: Count) -> None:
    total = Report("a").tell(
        killed(count), "killed in the last two weeks", when=day("2018-01-01", "2018-01-15"), where=("Eastern Ghouta",)
    )
    assert [c.claims for c in tallies(total)] == [(total.id,)]


def test_civilians_and_people_of_two_origins_share_one_tally() -> None:
    report = Report("a", published="2018-01-15")
    span, area = day("2017-12-31", "2018-01-14"), ("Eastern Ghouta", "Damascus")
    helmets = report.tell(killed(177, People.CIVILIANS), "177 civilians", when=span, where=area, sources=HELMETS)
    monitor = report.tell(
        killed(Count(190, 190, Qualifier.ABOUT)),
        "about 190 people",
        when=span,
        where=area[:1],
        sources=MONITOR,
        sentence=1,
    )
    children = share_of(
        helmets, report.tell(killed(51, People.CHILDREN), "51 children", when=span, where=area, sources=HELMETS, at=20)
    )
    assert [set(c.claims) for c in tallies(helmets, monitor, children)] == [{helmets.id, monitor.id, children.id}]


def test_killed_and_injured_are_counted_in_two_tallies() -> None:
    span = day("2017-12-31", "2018-01-14")
    dead = Report("a").tell(killed(177), "177 killed", when=span, where=("Eastern Ghouta",))
    hurt = Report("a").tell(injured(811), "811 wounded", when=span, where=("Eastern Ghouta",), at=20)
    assert len(tallies(dead, hurt)) == 2


def test_harm_of_a_day_over_an_area_is_a_tally_beside_the_attack_inside_it() -> None:
    report = Report("a")
    total = report.tell(
        killed(16),
        "16 killed in and around Idlib in the last 24 hours",
        when=day("2018-02-04", "2018-02-05"),
        where=("Idlib",),
    )
    raid = strike(report)
    assert tallies(total, raid)[0].claims == (total.id,)
    assert incidents(total, raid)[0].claims == (raid.id,)


def test_people_counted_as_displaced_are_a_tally() -> None:
    displaced = Harm(Effect.DISPLACED, People.PEOPLE, Count.exactly(6_500_000))
    claim = Report("a").tell(displaced, "6.5 million internally displaced people", where=("Syria",))
    assert len(tallies(claim)) == 1


def test_one_attack_of_an_uncertain_day_stays_an_incident() -> None:
    claim = Report("a").tell(damage(), "a clinic was hit in the last few days", when=day("2018-01-12", "2018-01-15"))
    assert len(incidents(claim)) == 1


def test_repeated_attacks_without_a_day_are_a_tally() -> None:
    series = Attack(Method.AIRSTRIKE, Count(None, None, Qualifier.VAGUE), None)
    claim = Report("a").tell(series, "jets have repeatedly bombed the countryside", where=("Idlib",))
    assert len(tallies(claim)) == 1


def test_a_denial_of_this_attack_belongs_to_it() -> None:
    report = Report("a")
    raid = strike(report)
    denial = report.tell(
        blame("Russia", Stance.DENIED, "the strike"), "Moscow denied the strike", sources=("Russia",), sentence=1, at=60
    )
    assert denial.id in incidents(raid, denial)[0].claims


def answer(publisher: str) -> Claim:
    spot = Report("answer", publisher, "2018-05-01")
    return spot.tell(unverified(), "insufficient evidence of harm in Sarmin", when=day("2018-02-04"), where=TOWN)


def test_a_party_that_cannot_tell_answers_for_the_attack_that_another_report_lays_to_it() -> None:
    raid = Report("a").tell(attack(), "Russian jets struck Sarmin", when=day("2018-02-04"), where=TOWN, by=("Russia",))
    said = answer("Russian Ministry of Defence")
    assert [set(one.claims) for one in incidents(raid, said)] == [{raid.id, said.id}]


def test_what_a_newspaper_could_not_check_is_no_answer_to_another_report() -> None:
    raid = Report("a").tell(attack(), "Russian jets struck Sarmin", when=day("2018-02-04"), where=TOWN, by=("Russia",))
    assert [one.claims for one in incidents(raid, answer("The Gazette"))] == [(raid.id,)]


@pytest.mark.parametrize(
    "words",
    [
        "the ministry denied that its aircraft carried out any strikes in the area",
        "the ministry denied any involvement",
    ],
)
def test_a_sweeping_denial_right_behind_an_attack_denies_that_attack(words: str) -> None:
    report = Report("a")
    raid = report.tell(attack(), "jets struck Sarmin", when=day("2018-02-04"), where=TOWN)
    denial = report.tell(
        Blame("Syrian government", Stance.DENIED, words.partition("denied ")[2]),
        words,
        when=day("2018-02-04"),
        where=TOWN,
        sources=("Syrian government",),
        at=40,
    )
    assert [set(one.claims) for one in incidents(raid, denial)] == [{raid.id, denial.id}]


def test_a_general_denial_stands_beside_what_it_concerns_and_nothing_else() -> None:
    report = Report("a")
    gas = report.tell(
        attack(Method.CHEMICAL_ATTACK),
        "chlorine was dropped on Sarmin",
        when=day("2018-02-04"),
        where=TOWN,
        weapons=(Weapon.CHLORINE,),
    )
    shells = report.tell(
        attack(Method.SHELLING),
        "shells fell on Binnish",
        when=day("2018-02-03"),
        where=("Binnish", "Idlib"),
        sentence=1,
    )
    denial = report.tell(
        Blame("Syrian government", Stance.DENIED, "using chemical weapons"),
        "the government has repeatedly denied using chemical weapons",
        sources=("Syrian government",),
        weapons=(Weapon.CHEMICAL,),
        sentence=2,
    )
    beside = {cluster.claims: cluster.beside for cluster in incidents(gas, shells, denial)}
    assert beside == {(gas.id,): (denial.id,), (shells.id,): ()}


def test_a_doubt_about_videos_belongs_to_what_was_told_just_before() -> None:
    report = Report("a")
    doubt = report.tell(unverified(), "we could not verify these claims", sources=("The Gazette",), sentence=1, at=70)
    assert doubt.id in incidents(strike(report), doubt)[0].claims


def test_a_judgement_different_keeps_two_reports_apart() -> None:
    one, other = strike(Report("a")), strike(Report("b", "The Courier"))
    assert len(incidents(one, other, judgements=(judged(Verdict.DIFFERENT, one, other),))) == 2


def test_a_judgement_same_joins_what_nothing_else_would() -> None:
    one, other = strike(Report("a")), strike(Report("b", "The Courier"), when=None, where=())
    assert len(incidents(one, other, judgements=(judged(Verdict.SAME, one, other),))) == 1


def test_an_undone_judgement_changes_nothing() -> None:
    one, other = strike(Report("a")), strike(Report("b", "The Courier"))
    apart = judged(Verdict.DIFFERENT, one, other)
    undo = Judgement(Verdict.UNDO, (apart.id,), "Omar", "same crater", datetime(2018, 3, 2, tzinfo=UTC))
    assert len(incidents(one, other, judgements=(apart, undo))) == 1


def test_a_rejected_claim_is_in_no_cluster() -> None:
    claim = strike(Report("a"))
    assert incidents(claim, judgements=(judged(Verdict.REJECT, claim),)) == []


def test_a_claim_tied_to_nothing_is_an_issue() -> None:
    report = Report("a")
    lost = report.tell(killed(2), "two people died there", sentence=9)
    issues = link([strike(report), lost])[1]
    assert (IssueKind.UNLINKED, (lost.id,)) in {(issue.kind, issue.subjects) for issue in issues}


def test_a_doubtful_join_is_an_issue_with_both_sides_and_the_weights() -> None:
    one = strike(Report("a"))
    other = Report("b", "The Courier").tell(attack(Method.SHOOTING), "gunmen", when=day("2018-02-04"), where=TOWN)
    doubts = [issue for issue in link([one, other])[1] if issue.kind is IssueKind.DOUBTFUL_LINK]
    assert {one.id, other.id} == set(doubts[0].subjects)
    assert re.search(r"both name one settlement, quarter or site \(\+\d\.\d\)", doubts[0].message)
    assert re.search(r"they tell of different methods of attack \(-\d\.\d\)", doubts[0].message)


def test_one_attack_that_reports_of_later_date_tell_a_day_apart_is_one_and_is_asked_about() -> None:
    one, other = strike(Report("a")), strike(Report("b", "The Courier"), when=day("2018-02-05"))
    clusters, issues = link([one, other])
    assert len(clusters) == 1
    assert "they tell of two days in a row" in next(i.message for i in issues if i.kind is IssueKind.DOUBTFUL_LINK)


def test_an_attack_printed_before_the_day_of_the_next_one_stays_another_and_is_asked_about() -> None:
    one = strike(Report("a", published="2018-02-04"))
    clusters, issues = link([one, strike(Report("b", "The Courier"), when=day("2018-02-05"))])
    assert len(clusters) == 2
    assert "kept apart by a day" in next(i.message for i in issues if i.kind is IssueKind.DOUBTFUL_LINK)


def test_two_attacks_a_day_apart_that_have_little_else_in_common_stay_two() -> None:
    shots = Report("b", "The Courier").tell(attack(Method.SHOOTING), "gunmen", when=day("2018-02-05"), where=TOWN)
    assert len(incidents(strike(Report("a")), shots)) == 2


def test_days_in_a_row_do_not_chain_attacks_two_days_apart() -> None:
    days = ("2018-02-03", "2018-02-04", "2018-02-05")
    first, second, third = (strike(Report(told, f"The {told}"), when=day(told)) for told in days)
    found = incidents(first, second, third)
    assert len(found) == 2
    assert not any({first.id, third.id} <= set(one.claims) for one in found)


def on_map(name: str, latitude: float, longitude: float, kind: PlaceKind = PlaceKind.SETTLEMENT) -> Location:
    place = Place(f"id-{name}", name, kind, latitude, longitude, 3, "SY", parents=("Idlib",))
    return Location((name,), places=(place,), latitude=latitude, longitude=longitude, radius_km=3)


def test_one_name_that_was_placed_in_two_provinces_is_a_doubt() -> None:
    there = replace(on_map("Abbara", 36.158, 39.02), names=("al-Bara",))
    bara = replace(on_map("Bara", 35.685, 36.542), names=("al-Bara",))
    other = replace(there, names=("Abbara",))
    raid, again = strike(Report("a"), where=bara), strike(Report("b", "The Herald"), where=there)
    clusters, issues = link([raid, again])
    assert len(clusters) == 2
    (doubt,) = [issue for issue in issues if issue.kind is IssueKind.DOUBTFUL_LINK]
    assert ("which have one name" in doubt.message, set(doubt.subjects)) == (True, {raid.id, again.id})
    assert link([raid, strike(Report("b", "The Herald"), where=other)])[1] == ()


def test_two_towns_side_by_side_are_two_incidents_even_in_one_report() -> None:
    report = Report("a")
    market = strike(report, where=on_map("Maarrat an Numan", 35.643, 36.671))
    clinic = strike(report, where=on_map("Kafr Nabl", 35.614, 36.562), sentence=2)
    assert len(incidents(market, clinic)) == 2


def test_a_bare_name_may_mean_the_province_around_its_town() -> None:
    report = Report("a")
    town = strike(report, where=on_map("Saraqib", 35.864, 36.806))
    province = strike(report, where=on_map("Idlib", 35.931, 36.634), sentence=0)
    assert len(incidents(town, province)) == 1


@pytest.mark.parametrize(("name", "level"), [("Idlib", "same_town"), ("Saraqib", "within")])
def test_one_bare_name_that_was_taken_for_a_town_and_for_its_province_is_one_name(name: str, level: str) -> None:
    town = strike(Report("a"), where=replace(on_map(f"{name} City", 35.931, 36.634), names=(name,)))
    around = replace(on_map("Idlib", 35.8, 36.68, PlaceKind.GOVERNORATE), radius_km=60)
    province = strike(Report("b", "The Courier"), where=around)
    found = compare(profile([town]), profile([province])).levels
    assert ("place", level) in {each for each, _ in found}


@pytest.mark.parametrize(("harmed", "apart"), [(DamagedObject.VEHICLE, False), (DamagedObject.SCHOOL, True)])
def test_the_load_of_a_convoy_and_its_lorries_are_one_target_and_a_load_and_a_school_are_two(
    harmed: DamagedObject, *, apart: bool
) -> None:
    report = Report("a")
    where = on_map("Saraqib", 35.864, 36.806)
    load = report.tell(damage(DamagedObject.AID), "the flour burned", when=day("2018-02-04"), where=where)
    province = on_map("Idlib", 35.8, 36.68, PlaceKind.GOVERNORATE)
    hit = report.tell(damage(harmed), "it was hit", when=day("2018-02-04"), where=province, sentence=1)
    assert contradict(profile([load]), profile([hit])) is apart


def test_a_campaign_told_with_the_day_of_its_beginning_joins_the_tally_of_its_span() -> None:
    report = Report("a", published="2018-01-15")
    words = "the offensive has killed about 190 people"
    monitor = report.tell(killed(190), words, when=day("2017-12-31"), where=("Eastern Ghouta",), sources=MONITOR)
    span = day("2017-12-31", "2018-01-14")
    helmets = report.tell(killed(177), "177 killed", when=span, where=("Eastern Ghouta",), sources=HELMETS, sentence=1)
    assert [set(c.claims) for c in tallies(monitor, helmets)] == [{monitor.id, helmets.id}]


def test_a_general_denial_of_another_report_stands_beside_what_it_concerns() -> None:
    gas = Report("a").tell(
        attack(Method.CHEMICAL_ATTACK),
        "chlorine fell on Sarmin",
        when=day("2018-02-04"),
        where=TOWN,
        weapons=(Weapon.CHLORINE,),
    )
    denial = Report("b", "State News", "2018-02-07").tell(
        Blame("Syrian government", Stance.DENIED, "using chemical weapons"),
        "the ministry said that the army has never used chemical weapons",
        sources=("Syrian government",),
    )
    assert [cluster.beside for cluster in incidents(gas, denial)] == [(denial.id,)]


ALEPPO = Location(
    ("Aleppo",), places=(Place("c", "Aleppo City", PlaceKind.SETTLEMENT, 36.2, 37.15, 10, "SY", ("Aleppo",)),)
)
MADAYA = Location(
    ("Madaya",), places=(Place("m", "Madaya", PlaceKind.SETTLEMENT, 33.69, 36.1, 3, "SY", ("Rural Damascus",)),)
)
SYRIA = Location(("Syria",), places=(Place("s", "Syria", PlaceKind.COUNTRY, 35, 38, 400, "SY"),))


@pytest.mark.parametrize(
    ("also", "parted"),
    [(ALEPPO, False), (SYRIA, True)],  # a town that both name outweighs one that they do not; a country does not
)
def test_places_far_apart_part_two_reports_unless_other_places_of_theirs_fit(also: Location, *, parted: bool) -> None:
    other = Report("b", "The Courier")
    dead = other.tell(killed(5), "killing five people", when=day("2018-02-04"), where=also, sentence=1, at=60)
    both = profile([strike(other, where=MADAYA), dead])
    assert contradict(profile([strike(Report("a"), where=ALEPPO)]), both) is parted
