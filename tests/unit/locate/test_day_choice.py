from dataclasses import replace
from datetime import date

import pytest

from corroborate.locate.days import days
from corroborate.model.casualty import VAGUE, Count, Effect, People
from corroborate.model.document import Document, document_id
from corroborate.model.ids import CaptureId
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.mention import Attack, Blame, Content, Harm, Mention, Method, Stance, Status, Verification
from corroborate.model.span import Span
from corroborate.read.passages import passages

PUBLISHED = date(2018, 2, 7)  # a Wednesday
STRIKE = Attack(Method.AIRSTRIKE, VAGUE, None)


def killed(count: int) -> Harm:
    return Harm(Effect.KILLED, People.PEOPLE, Count.exactly(count))


def document(text: str, published: date | None = PUBLISHED) -> Document:
    capture = CaptureId("0" * 64)
    return Document(
        document_id(capture, text), capture, "report", text, tuple(passages(text)), "test", published=published
    )


def told(report: Document, *said: tuple[str, Content]) -> list[str]:
    """Return the days of the mentions whose words are given, in short form."""
    mentions = []
    for quote, content in said:
        start = report.text.index(quote)
        span = Span.cut(report.text, start, start + len(quote))
        mentions.append(Mention(span, content, span, "test"))
    chosen, _ = days(report, mentions)
    found = [chosen[mention.id][0] for mention in mentions]
    return [
        str(when.start) if when and when.days == 1 else f"{when.start}..{when.end}" if when else "none"
        for when in found
    ]


def issues(report: Document) -> tuple[Issue, ...]:
    return days(report, ())[1]


def test_a_mention_has_the_day_of_its_own_sentence_the_nearest_first() -> None:
    report = document("On Monday 4 were killed in the north while 9 were killed in the south on Tuesday.")
    assert told(report, ("4 were killed", killed(4)), ("9 were killed", killed(9))) == ["2018-02-05", "2018-02-06"]


def test_the_headline_has_the_day_of_the_lead() -> None:
    report = document("Air strikes kill 12\nAt least 12 people were killed in air strikes on Sunday, a monitor said.")
    assert told(report, ("Air strikes kill 12", killed(12))) == ["2018-02-04"]


FIGHTING = Attack(Method.GROUND_ASSAULT, VAGUE, None)
STORMED = "Gunmen stormed the port of Noor on Monday.\n\n"


@pytest.mark.parametrize(
    ("sentence", "harm", "force", "day"),
    [
        ("Two guards were killed in fighting there.", "Two guards were killed", "fighting", "2018-02-05"),
        ("Two guards were hurt during fighting there.", "Two guards were hurt", "fighting", "2018-02-05"),
        ("On 3 May two guards were hurt in fighting.", "two guards were hurt", "fighting", "2017-05-03"),
        ("Two guards were killed, amid months of fighting.", "Two guards were killed", "fighting", "none"),
        ("Two guards were killed as fighting goes on.", "Two guards were killed", "fighting", "none"),
    ],
)
def test_force_in_which_people_were_harmed_has_their_day(sentence: str, harm: str, force: str, day: str) -> None:
    report = document(STORMED + sentence)
    stormed = ("stormed the port", Attack(Method.GROUND_ASSAULT, Count.exactly(1), None))
    assert told(report, stormed, (harm, killed(2)), (force, FIGHTING))[-1] == day


def test_an_arrest_has_no_day_for_the_force_that_it_is_about() -> None:
    report = document("Gunfire killed two in Noor on Monday.\n\nA man was arrested in the shooting.")
    shooting = Attack(Method.SHOOTING, Count.exactly(1), None)
    arrest = Harm(Effect.DETAINED, People.PEOPLE, Count.exactly(1))
    said = (("killed two", killed(2)), ("A man was arrested", arrest), ("shooting", shooting))
    assert told(report, *said) == ["2018-02-05", "none", "2018-02-05"]


def test_an_entry_of_a_list_is_dated_by_the_month_at_its_head() -> None:
    report = document("Raids on 20 January killed 30.\n\n• November: raids killed 12.\n\n• January: raids killed 40.")
    assert told(report, ("killed 12", killed(12)), ("killed 40", killed(40))) == [
        "2017-11-01..2017-11-30",
        "2018-01-01..2018-01-31",
    ]


def test_a_span_over_which_events_are_counted_dates_the_count_and_not_the_last_of_them() -> None:
    report = document("The third raid in 2018 killed 12\n\nA raid on the market cost 12 lives on Monday.")
    said = ("The third raid in 2018", STRIKE), ("killed 12", killed(12)), ("cost 12 lives", killed(12))
    assert told(report, *said) == ["2018-01-01..2018-12-31", "2018-02-05", "2018-02-05"]


def test_a_span_over_which_events_are_counted_is_not_carried_on() -> None:
    report = document("It was the third raid in 2018. Two men died on the way to hospital.")
    assert told(report, ("the third raid in 2018", STRIKE), ("Two men died", killed(2))) == [
        "2018-01-01..2018-12-31",
        "none",
    ]


def test_a_span_in_which_people_were_killed_dates_them() -> None:
    report = document("Raids on the third district of the city killed 12 people in 2017.")
    assert told(report, ("killed 12", killed(12))) == ["2017-01-01..2017-12-31"]


def test_due_to_tells_a_cause_and_no_plan() -> None:
    report = document("Two people died due to heavy shelling of the town on 2 March 2016.")
    assert told(report, ("Two people died", killed(2))) == ["2016-03-02"]


def test_an_event_that_started_at_a_time_has_its_day_behind_an_insert() -> None:
    report = document(
        "The shelling of the town, near the border, started at about 8 pm on 2 March 2016 and killed two."
    )
    assert told(report, ("The shelling of the town", Attack(Method.SHELLING, VAGUE, None))) == ["2016-03-02"]


def test_the_day_of_a_statement_dates_fresh_news() -> None:
    report = document("A rescuer said on Tuesday that 3 people were killed in the raid.")
    assert told(report, ("3 people were killed", killed(3))) == ["2018-02-06"]


def test_the_day_of_a_statement_gives_way_to_the_day_of_the_event() -> None:
    report = document(
        "The toll from a raid has risen to 86, a monitor said on Wednesday.\n"
        "Rebels vowed revenge for the Monday strike on the town, which killed 80."
    )
    assert told(report, ("has risen to 86", killed(86)), ("killed 80", killed(80))) == ["2018-02-05", "2018-02-05"]


def test_a_span_counts_from_the_day_of_the_statement_that_tells_it() -> None:
    report = document("177 people were killed in the last two weeks, rescuers said in a statement on Sunday.")
    assert told(report, ("177 people were killed", killed(177))) == ["2018-01-21..2018-02-04"]


def test_a_dateline_is_no_day_of_an_event() -> None:
    report = document("7 February 2018\nJets raided the town.\n3 people were killed in the raid.")
    assert told(report, ("Jets raided the town", STRIKE), ("3 people were killed", killed(3))) == ["none", "none"]


@pytest.mark.parametrize("head", ["Ayn, 6 Feb 18 (Agency) --", "Ayn, 6 Feb 18 --", "AYN, 6 February (Agency) --"])
def test_a_dateline_with_a_year_of_two_digits_is_no_day_of_an_event(head: str) -> None:
    report = document(f"{head} Jets raided the town, a monitor said.")
    assert told(report, ("Jets raided the town", STRIKE)) == ["none"]
    report = document(f"{head} Jets raided the town on 3 February. 4 were killed.")
    assert told(report, ("Jets raided the town", STRIKE), ("4 were killed", killed(4))) == ["2018-02-03"] * 2


def test_the_next_sentence_carries_the_day_on() -> None:
    report = document("Jets hit the town on Monday. Six houses fell. 3 people were killed.")
    assert told(report, ("Jets hit the town", STRIKE), ("3 people were killed", killed(3))) == ["2018-02-05"] * 2


def test_background_gives_way_to_the_main_event() -> None:
    report = document(
        "Jets hit the town on Monday. The rebels killed 40 in its market in May 2016. Rescuers said 3 were killed."
    )
    assert told(
        report,
        ("Jets hit the town", STRIKE),
        ("killed 40", killed(40)),
        ("3 were killed", killed(3)),
    ) == ["2018-02-05", "2016-05-01..2016-05-31", "2018-02-05"]


def test_habits_and_campaigns_have_no_day() -> None:
    report = document("Jets hit the town on Monday. Jets often bomb the road. Fighters clashed in the hills.")
    clash = Attack(Method.GROUND_ASSAULT, VAGUE, None)
    assert told(
        report,
        ("Jets hit the town", STRIKE),
        ("Jets often bomb the road", STRIKE),
        ("Fighters clashed", clash),
    ) == ["2018-02-05", "none", "none"]


def test_the_toll_of_a_war_has_the_days_of_the_war() -> None:
    report = document(
        "Jets hit the town on Monday, killing 3. The war has killed 400,000 people. "
        "Millions have fled since the war began in March 2011."
    )
    displaced = Harm(Effect.DISPLACED, People.PEOPLE, VAGUE)
    assert told(
        report, ("killing 3", killed(3)), ("has killed 400,000", killed(400_000)), ("Millions have fled", displaced)
    ) == ["2018-02-05", "2011-03-01..2018-02-07", "2011-03-01..2018-02-07"]


def test_a_superlative_is_measured_over_a_span_and_not_dated_by_it() -> None:
    report = document("Jets hit the town on Monday. It was the deadliest raid in two years and killed 9.")
    assert told(report, ("Jets hit the town", STRIKE), ("killed 9", killed(9))) == ["2018-02-05", "2018-02-05"]


def test_a_whole_month_narrows_to_the_exact_day_told_elsewhere() -> None:
    report = document("The embassy bombing last month killed 9. The bombing on 12 January wounded many, killing 9.")
    assert told(report, ("killed 9", killed(9)), ("killing 9", killed(9))) == ["2018-01-12", "2018-01-12"]


def test_nothing_told_is_none() -> None:
    report = document("Jets hit the town. 3 people were killed.")
    assert told(report, ("Jets hit the town", STRIKE), ("3 people were killed", killed(3))) == ["none", "none"]


def test_impossible_and_lacking_dates_are_issues_told_once() -> None:
    report = document("It was on February 30. Then on Monday, and on Tuesday, 3 died.", published=None)
    found = issues(report)
    assert [issue.kind for issue in found] == [IssueKind.UNRESOLVED_DATE] * 2
    assert [issue.span.quote for issue in found if issue.span] == ["February 30", "Monday"]
    assert issues(replace(report, text=report.text, published=PUBLISHED)) == found[:1]


def test_since_the_middle_of_a_month_begins_on_the_day_named_elsewhere() -> None:
    report = document("They counted 35 raids since mid-January. Since 16 January nine people were killed.")
    raids = Attack(Method.AIRSTRIKE, Count.exactly(35), None)
    assert told(report, ("35 raids", raids), ("nine people were killed", killed(9))) == ["2018-01-16..2018-02-07"] * 2


def test_today_in_a_quotation_is_the_day_of_the_event_and_not_of_publication() -> None:
    report = document('Jets raided the town on Monday. "They killed 3 of us today," a man said.')
    assert told(report, ("Jets raided", STRIKE), ("killed 3 of us", killed(3))) == ["2018-02-05", "2018-02-05"]


def test_a_deed_of_politics_dates_no_violence() -> None:
    report = document("The minister met his aides on Tuesday over the bombing that killed 9.")
    assert told(report, ("killed 9", killed(9))) == ["none"]


def test_the_day_of_a_demand_is_not_that_of_the_violence_it_is_about() -> None:
    report = document("A union demanded the council take urgent steps on Tuesday after the bombing that killed 9.")
    assert told(report, ("killed 9", killed(9))) == ["none"]


def test_arrests_after_a_bombing_do_not_take_its_day() -> None:
    report = document("A bomb killed 9 people on Monday. Police have arrested four men.")
    detained = Harm(Effect.DETAINED, People.MEN, Count.exactly(4))
    assert told(report, ("killed 9 people", killed(9)), ("arrested four men", detained)) == ["2018-02-05", "none"]


def test_what_a_campaign_has_done_spans_from_its_beginning() -> None:
    report = document(
        "The army launched an offensive on 25 January to retake the valley.\n"
        "The offensive has killed about 60 people, a monitor said on Tuesday."
    )
    assert told(report, ("has killed about 60 people", killed(60))) == ["2018-01-25..2018-02-06"]


def test_since_the_offensive_began_counts_from_the_day_that_the_report_gives() -> None:
    report = document(
        "40 soldiers have died since the operation began.\nOn January 20, the army launched its operation in the hills."
    )
    assert told(report, ("40 soldiers have died", killed(40))) == ["2018-01-20..2018-02-07"]


def test_a_time_behind_a_semicolon_dates_what_stands_there() -> None:
    report = document(
        "A driver was shot at on Friday.\n"
        "His family said he was killed in the street; on Sunday, the ministry said that the man shot himself."
    )
    assert told(report, ("was shot at", STRIKE), ("he was killed", killed(1))) == ["2018-02-02", "2018-02-02"]


def test_a_relative_clause_keeps_its_time_to_itself() -> None:
    report = document("Jets are pounding the town, which was taken in March by rebels.")
    assert told(report, ("Jets are pounding the town", STRIKE)) == ["none"]


def test_a_heading_within_the_report_has_the_days_of_what_follows() -> None:
    report = document(
        "Raids on the coast\nJets raided the coast on Sunday, killing 4 people.\n\n"
        "Shells kill 9 in the capital\n\nOn Tuesday, shells fell on the capital and killed 9 people."
    )
    assert told(report, ("4 people", killed(4)), ("Shells kill 9", killed(9))) == ["2018-02-04", "2018-02-06"]


def test_those_of_whom_more_is_told_have_the_days_of_what_it_is_told_of() -> None:
    report = document(
        "On Sunday a raid killed 3 people. There are 2.1 million displaced people in the province, many of whom fled."
    )
    displaced = Harm(Effect.DISPLACED, People.PEOPLE, Count.exactly(2_100_000))
    assert told(report, ("2.1 million displaced", displaced), ("many of whom fled", killed(1))) == ["none", "none"]


def test_one_attack_among_many_has_no_day() -> None:
    report = document(
        "Jets struck the town on Sunday.\n“One especially fierce raid on homes killed 7,” a doctor said on Tuesday."
    )
    assert told(report, ("Jets struck the town", STRIKE), ("killed 7", killed(7))) == ["2018-02-04", "none"]


def test_a_later_paragraph_about_another_day_does_not_date_fresh_news() -> None:
    report = document(
        "Rockets wound 5 in the valley\n\nRescuers have reported that 5 people were wounded by rockets.\n\n"
        "On Saturday, rescuers told of the death of a man in another village."
    )
    said = (("Rockets wound 5", killed(5)), ("were wounded by rockets", STRIKE), ("the death of a man", killed(1)))
    assert told(report, *said) == ["none", "none", "2018-02-03"]


def test_what_a_caption_shows_has_no_day() -> None:
    report = document("Jets raided the town on Sunday.\n\nNeighbours carry a boy who was hurt from a cellar.")
    assert told(report, ("Jets raided the town", STRIKE), ("was hurt", killed(1))) == ["2018-02-04", "none"]


def test_a_report_of_an_aftermath_has_the_day_of_what_its_first_passage_tells() -> None:
    report = document(
        "Guard charged in killing\n"
        "A clerk was shot dead at his desk last summer.\n"
        "“Today we have our man,” an officer said.\n"
        "The guard was charged on Tuesday with the killing."
    )
    said = ("Guard charged in killing", killed(1)), ("A clerk was shot dead", killed(1)), ("the killing", killed(1))
    assert told(report, *said) == ["2017-06-01..2017-08-31"] * 3


def test_a_sentence_that_only_says_when_it_took_place_dates_the_event() -> None:
    report = document(
        "Gunmen fired on a clinic and 2 nurses were hurt.\nThe attack took place at noon on 15 January, a nurse said."
    )
    assert told(report, ("2 nurses were hurt", Harm(Effect.INJURED, People.MEDICS, Count.exactly(2)))) == ["2018-01-15"]


def test_until_a_day_frames_nothing() -> None:
    report = document(
        "On Monday shells killed 4 people.\nUntil Friday, no shell had come so near.\nA child was killed too."
    )
    assert told(report, ("A child was killed", killed(1))) == ["2018-02-05"]


def test_a_speaker_named_behind_the_day_does_not_take_it() -> None:
    report = document("7 people were killed in the raid on Monday, said a doctor.")
    assert told(report, ("7 people were killed", killed(7))) == ["2018-02-05"]


def test_a_pronoun_takes_the_day_of_the_sentence_before() -> None:
    report = document(
        "Since 3 January shells have killed 40 people.\n"
        "Police found a store of bombs in a barn on Monday. They killed 2 guards."
    )
    assert told(report, ("killed 2 guards", killed(2))) == ["2018-02-05"]


def test_a_week_after_something_counts_only_for_what_follows_in_its_clause() -> None:
    report = document("In January, a week after the feast, a bomb killed 3 people.")
    assert told(report, ("a bomb killed 3", killed(3))) == ["2018-01-01..2018-01-31"]


def test_what_others_have_been_doing_since_a_day_dates_no_raid() -> None:
    report = document(
        "On Monday, shells hit the town. The shells hurt 8 people near a road that rebels who have been trying "
        "to break in since Friday hold."
    )
    hurt = Harm(Effect.INJURED, People.PEOPLE, Count.exactly(8))
    assert told(report, ("shells hit the town", STRIKE), ("hurt 8 people", hurt)) == ["2018-02-05", "2018-02-05"]


def test_uncounted_force_that_was_used_once_takes_the_day_before() -> None:
    report = document("On Monday mobs clashed with police. A police car was hit with petrol bombs.")
    thrown = Attack(Method.OTHER, VAGUE, "car")
    assert told(report, ("A police car was hit", thrown)) == ["2018-02-05"]


def test_a_deed_on_the_day_of_the_event_leaves_it_that_day() -> None:
    report = document(
        "A bomb killed 4 people in the port this morning.\nThis morning police urged onlookers to leave the scene of "
        "the bombing."
    )
    bombing = Attack(Method.BOMBING, VAGUE, None)
    assert told(report, ("killed 4 people", killed(4)), ("the bombing", bombing)) == ["2018-02-07", "2018-02-07"]


def test_the_day_of_a_condemnation_is_not_that_of_the_bombing() -> None:
    report = document(
        "The council condemned the bombing of two schools in the north of the country on Wednesday.\n"
        "The bombs killed 20 pupils on Sunday."
    )
    bombing = Attack(Method.BOMBING, VAGUE, None)
    assert told(report, ("the bombing of two schools", bombing), ("killed 20", killed(20))) == ["2018-02-04"] * 2


def test_fighting_since_monday_is_the_main_event() -> None:
    report = document(
        "Fighters seize villages, 40 taken\n"
        "Residents said 40 people were taken.\n"
        "Armed men have been going from house to house in the valley, taking people since Saturday.\n"
        "Saturday's raid began at dawn."
    )
    taken = Harm(Effect.ABDUCTED, People.PEOPLE, Count.exactly(40))
    some = Harm(Effect.ABDUCTED, People.PEOPLE, VAGUE)
    raid = Attack(Method.GROUND_ASSAULT, VAGUE, None)
    said = ("40 taken", taken), ("40 people were taken", taken), ("taking people", some), ("Saturday's raid", raid)
    assert told(report, *said) == ["2018-02-03..2018-02-07"] * 3 + ["2018-02-03"]


def test_names_between_the_speech_and_its_day_do_not_part_them() -> None:
    report = document(
        "Gas killed 90 people on Sunday.\n"
        "He told Foreign Minister Anna Maria Rossi in a telephone conversation on Tuesday that rebels used the gas."
    )
    gas = Attack(Method.CHEMICAL_ATTACK, VAGUE, None)
    assert told(report, ("Gas killed 90", killed(90)), ("rebels used the gas", gas)) == ["2018-02-04", "2018-02-04"]


def test_what_is_compared_keeps_its_own_year() -> None:
    report = document("There were 4,300 strikes in 2017, compared with 1,300 the previous year.")
    strikes = (Attack(Method.AIRSTRIKE, Count.exactly(count), None) for count in (4300, 1300))
    said = zip(("4,300 strikes in 2017", "compared with 1,300 the previous year"), strikes, strict=True)
    assert told(report, *said) == ["2017-01-01..2017-12-31", "2016-01-01..2016-12-31"]


def test_when_it_began_is_the_day_of_what_happened_then() -> None:
    report = document("It is the second car bomb since 29 January, when a blast killed 5 people.")
    bomb = Attack(Method.BOMBING, Count.exactly(2), None)
    assert told(report, ("the second car bomb", bomb), ("killed 5 people", killed(5))) == [
        "2018-01-29..2018-02-07",
        "2018-01-29",
    ]


def test_days_after_an_attack_count_back_from_the_day_of_the_sentence() -> None:
    report = document("Jets bombed a clinic on Wednesday. It comes two days after jets hit a convoy.")
    assert told(report, ("two days after jets hit a convoy", STRIKE)) == ["2018-02-05"]


def test_a_named_day_stays_the_main_one_behind_the_background() -> None:
    report = document(
        "Man charged with murder\n"
        "A man was charged with murder on Tuesday over the death of a nurse.\n"
        "Police have been looking for him since shortly after the Oct. 23 slaying.\n"
        "He is a suspect in shootings that hurt 3 doctors in November.\n"
        "Doctors say that the nurse was shot with a rifle."
    )
    hurt = Harm(Effect.INJURED, People.MEDICS, Count.exactly(3))
    said = ("the death of a nurse", killed(1)), ("hurt 3 doctors", hurt), ("the nurse was shot", killed(1))
    assert told(report, *said) == ["2017-10-23", "2017-11-01..2017-11-30", "2017-10-23"]


def test_the_headline_of_an_aftermath_has_the_exact_day_that_is_told_later() -> None:
    report = document(
        "Six held over school bombings\n"
        "Police held six men over the bombing of two schools last month, a paper reported on Tuesday.\n"
        "The bombs went off on 7 January and killed 40 pupils."
    )
    bombings = Attack(Method.BOMBING, VAGUE, None)
    said = ("school bombings", bombings), ("the bombing of two schools", bombings), ("killed 40 pupils", killed(40))
    assert told(report, *said) == ["2018-01-07"] * 3


def test_what_is_done_again_and_again_has_no_day_even_beside_one() -> None:
    report = document("Rebels regularly bomb the road but the blast that killed 3 on Monday was unusual.")
    bombing = Attack(Method.BOMBING, VAGUE, None)
    assert told(report, ("Rebels regularly bomb the road", bombing), ("killed 3", killed(3))) == ["none", "2018-02-05"]


def test_earlier_shelling_has_not_the_day_of_later_shelling() -> None:
    report = document("Shells killed 3 people on Monday. A man was buried who was killed in earlier shelling.")
    assert told(report, ("Shells killed 3", killed(3)), ("killed in earlier shelling", killed(1))) == [
        "2018-02-05",
        "none",
    ]


def test_crimes_at_large_have_no_day_and_this_crime_has_one() -> None:
    report = document(
        "Jets killed 9 people on Monday.\nThe council condemned the crimes of the regime.\n"
        "It blamed the army for this crime."
    )
    accused = Blame("regime", Stance.ACCUSED, "crimes")
    said = ("Jets killed 9", killed(9)), ("condemned the crimes", accused), ("blamed the army for this crime", accused)
    assert told(report, *said) == ["2018-02-05", "none", "2018-02-05"]


def test_doubt_about_an_event_or_its_reports_has_its_day() -> None:
    report = document(
        "Jets killed 9 people on Monday.\nIt could not tell whether the jets were foreign.\n"
        "It could not verify the reports."
    )
    unsure = Verification(Status.UNVERIFIED, "reports")
    said = ("could not tell whether the jets were foreign", unsure), ("could not verify the reports", unsure)
    assert told(report, *said) == ["2018-02-05", "2018-02-05"]


def test_a_date_without_a_year_that_is_not_told_as_past_lies_ahead() -> None:
    report = document("On 20 February a vote is held.\nA bomb killed 4 people in the town.")
    assert told(report, ("A bomb killed 4", killed(4))) == ["none"]


@pytest.mark.parametrize(
    "plan",
    [
        "Hundreds voiced their will to return on 20 February.",
        "Rebels called on workers to take part in an armed strike on 20 February.",
        "The minister announced that on 20 February he will meet the rebels.",
        "Rebels threatened the 20 February local elections.",
        "The talks would have gone on in Ayn on 20 and 21 February.",
        "Guards were posted for the parade on Monday of next week.",
    ],
)
def test_what_people_are_still_to_do_lies_ahead(plan: str) -> None:
    report = document(f"{plan} A bomb killed 4 people.")
    assert told(report, ("A bomb killed 4", killed(4))) == ["none"]


def test_what_was_done_is_not_ahead_because_a_plan_is_told_before_it() -> None:
    report = document("Unions planned a strike to protest the raid committed yesterday, which killed 9.")
    assert told(report, ("killed 9", killed(9))) == ["2018-02-06"]
    report = document("The strike is to be launched on 20 February. A bomb killed 4 people.")
    assert told(report, ("A bomb killed 4", killed(4))) == ["none"]


def test_a_date_without_a_year_that_is_told_as_past_lies_behind() -> None:
    report = document("A bomb killed 4 people on 9 March.")
    assert told(report, ("A bomb killed 4", killed(4))) == ["2017-03-09"]


def test_what_the_police_did_with_a_man_is_not_the_day_of_his_deed() -> None:
    report = document(
        "The agency is still at work on the 7 January bombings.\n"
        "The man who threw a grenade at the guards was identified on Tuesday.\n"
        "The bombs killed 40 people."
    )
    grenade = Attack(Method.BOMBING, Count.exactly(1), None)
    assert told(report, ("threw a grenade", grenade), ("killed 40", killed(40))) == ["2018-01-07", "2018-01-07"]


def test_a_day_far_off_does_not_date_an_event_that_is_only_named() -> None:
    report = document(
        "The envoy took up her work again on Tuesday, meeting a minister to finish talks that were cut short by the "
        "bombing of her office.\n"
        "On 7 January, she and the minister had just sat down in the building next door.\n"
        "The bomb killed 40 people."
    )
    bombing = Attack(Method.BOMBING, VAGUE, None)
    assert told(report, ("the bombing of her office", bombing), ("killed 40", killed(40))) == ["2018-01-07"] * 2


def test_this_attack_keeps_its_day_beside_the_day_of_a_truce() -> None:
    report = document(
        "Jets raided the town on Monday.\n"
        "This attack breaks the truce that the two governments agreed upon, which was signed on 6 March 2017."
    )
    assert told(report, ("Jets raided", STRIKE), ("This attack", STRIKE)) == ["2018-02-05", "2018-02-05"]


def test_uncounted_deaths_of_a_campaign_have_its_span() -> None:
    report = document(
        "Aid workers spoke on Tuesday of civilian deaths in the valley.\nThe army launched its offensive on 20 January."
    )
    deaths = Harm(Effect.KILLED, People.CIVILIANS, VAGUE)
    offensive = Attack(Method.GROUND_ASSAULT, Count.exactly(1), None)
    assert told(report, ("civilian deaths", deaths), ("launched its offensive", offensive)) == [
        "2018-01-20..2018-02-06",
        "2018-01-20",
    ]


def test_people_in_custody_have_the_day_of_no_attack() -> None:
    report = document("A bomb killed 4 people on Monday.\nTwo men remain in custody, an officer says.")
    held = Harm(Effect.DETAINED, People.MEN, Count.exactly(2))
    assert told(report, ("A bomb killed 4", killed(4)), ("Two men remain in custody", held)) == ["2018-02-05", "none"]


def test_thousands_killed_are_no_day_s_toll() -> None:
    report = document("Jets killed 9 people on Monday.\nPlanes of that make have killed thousands of children.")
    many = Harm(Effect.KILLED, People.CHILDREN, VAGUE)
    assert told(report, ("Jets killed 9", killed(9)), ("killed thousands of children", many)) == ["2018-02-05", "none"]


def test_what_has_been_carried_out_in_the_past_has_no_day() -> None:
    report = document(
        "A bomb killed 9 people on Monday.\nThe group has carried out several bombings in the north.\n"
        "It shelled the town in the past."
    )
    bombings = Attack(Method.BOMBING, VAGUE, None)
    said = ("A bomb killed 9", killed(9)), ("several bombings", bombings), ("shelled the town", bombings)
    assert told(report, *said) == ["2018-02-05", "none", "none"]


def test_a_raid_that_hit_us_yesterday_is_the_main_event() -> None:
    report = document("Raid kills 9\nA doctor says that 9 died.\nThe raid that hit the town yesterday was the first.")
    died = Harm(Effect.KILLED, People.PEOPLE, Count.exactly(9))
    assert told(report, ("Raid kills 9", died), ("9 died", died)) == ["2018-02-06", "2018-02-06"]


def test_the_day_of_an_arrest_is_not_that_of_the_shooting() -> None:
    report = document(
        "The police told more of the party at which 2 people died.\n"
        "A third man was arrested on Monday over the fatal shooting on 11 January.\n"
        "The 2 were killed at the gathering."
    )
    held = Harm(Effect.DETAINED, People.MEN, Count.exactly(1))
    shooting = Attack(Method.SHOOTING, Count.exactly(1), None)
    said = ("2 people died", killed(2)), ("A third man was arrested", held), ("the fatal shooting", shooting)
    assert told(report, *said, ("2 were killed", killed(2))) == ["2018-01-11", "2018-02-05", "2018-01-11", "2018-01-11"]


def test_a_sentence_that_begins_with_it_may_say_when_it_was() -> None:
    report = document("Two guards were shot.\nIt happened on 15 January at the gate of the port.")
    assert told(report, ("Two guards were shot", killed(2))) == ["2018-01-15"]


def test_a_time_behind_its_event_is_nearer_than_one_before() -> None:
    report = document("Bond was set on Tuesday for the killing of a child last Saturday.")
    assert told(report, ("killing of a child", killed(1))) == ["2018-02-03"]


def test_a_birth_or_a_founding_dates_no_event() -> None:
    report = document("A man born in 1968 was killed. The shelling hit a school built in 2004.")
    assert told(report, ("A man born", killed(1)), ("shelling", Attack(Method.SHELLING, VAGUE, None))) == ["none"] * 2


def test_an_entry_of_a_list_begins_with_the_day_of_what_happened() -> None:
    entry = "January 20, 2018, near Sarmin, Syria, via a monitor's report. Two people were killed in the raid."
    assert told(document(entry), ("Two people were killed", killed(2))) == ["2018-01-20"]


def test_a_day_at_the_head_that_lies_near_publication_is_the_report_s_own() -> None:
    report = document("February 6, 2018, Gazette. Two people were killed in the raid.")
    assert told(report, ("Two people were killed", killed(2))) == ["none"]


def test_who_has_insufficient_evidence_of_an_event_speaks_of_its_day() -> None:
    report = document("January 20, 2018, near Sarmin. There is insufficient evidence that it did harm.")
    said = ("insufficient evidence that it did harm", Verification(Status.UNVERIFIED, None))
    assert told(report, said) == ["2018-01-20"]


def test_harm_up_to_now_has_the_days_since_the_violence_began() -> None:
    report = document(
        "Fighting has raged in the north since 10 January. At least 40 men have been killed.\n"
        "A rescuer said that two guards were killed on Monday."
    )
    assert told(report, ("At least 40 men have been killed", killed(40)), ("two guards", killed(2))) == [
        "2018-01-10..2018-02-07",
        "2018-02-05",
    ]


def test_a_week_that_opens_its_sentence_is_of_another_event_than_the_exact_day() -> None:
    report = document("Two guards were shot on Friday.\nLast week, five men were killed in a raid.")
    assert told(report, ("Two guards", killed(2)), ("five men", killed(5))) == [
        "2018-02-02",
        "2018-01-29..2018-02-04",
    ]


def test_harm_up_to_now_is_counted_from_the_event_since_which_it_is_told() -> None:
    report = document("At least 600 people have been killed since the January 2017 coup.")
    assert told(report, ("At least 600 people have been killed", killed(600))) == ["2017-01-01..2018-02-07"]


def test_a_time_before_a_semicolon_dates_what_follows_it_without_one() -> None:
    report = document("A bomb fell on the town on Monday; a boy was killed. Two guards were shot on Sunday.")
    assert told(report, ("a boy was killed", killed(1)), ("Two guards", killed(2))) == ["2018-02-05", "2018-02-04"]


def test_the_next_day_counts_from_what_happened_and_not_from_who_told_it() -> None:
    report = document(
        "Gunmen killed 15 traders on Friday, the ministry said on Sunday. The next day, 25 men were killed in a market."
    )
    assert told(report, ("killed 15 traders", killed(15)), ("25 men were killed", killed(25))) == [
        "2018-02-02",
        "2018-02-03",
    ]


def test_later_counts_from_what_happened_and_not_from_what_has_gone_on() -> None:
    report = document("On Friday ten men died in the shelling that has gone on for 20 days. Two died a day later.")
    assert told(report, ("ten men died", killed(10)), ("Two died", killed(2))) == ["2018-02-02", "2018-02-03"]


def test_a_strike_that_came_after_another_is_what_was_told_last_and_its_clause_holds_what_the_other_did() -> None:
    report = document(
        "A drone killed 12 people on Sunday. The strike came two days after jets hit a camp, killing 18 fighters."
    )
    assert told(report, ("jets hit a camp", STRIKE), ("killing 18 fighters", killed(18))) == ["2018-02-02"] * 2


def test_harm_since_an_event_without_a_date_has_not_the_day_of_the_news() -> None:
    news = "A missile killed 3 people on Monday. "
    for since in ("Since the start of the full-scale invasion", "Since the coup"):
        report = document(f"{news}{since}, 234 civilians have been killed in the region.")
        assert told(report, ("234 civilians have been killed", killed(234))) == ["none"]
    report = document(f"The war began in March 2015. {news}Since the war began, 40 nurses have died in the town.")
    assert told(report, ("40 nurses have died", killed(40))) == ["2015-03-01..2018-02-07"]
    report = document(f"{news}It was the worst attack since the coup: 40 nurses were killed.")
    assert told(report, ("40 nurses were killed", killed(40))) == ["2018-02-05"]


def by_verb(report: Document, quote: str, verb: str, method: Method) -> Mention:
    """Return a mention of force that a verb in the quoted words tells."""
    start = report.text.index(quote)
    at = report.text.index(verb, start)
    span, trigger = Span.cut(report.text, start, start + len(quote)), Span.cut(report.text, at, at + len(verb))
    return Mention(span, Attack(method, Count.exactly(1), None), trigger, "A02-verb")


def test_force_that_goes_on_and_land_that_has_been_won_take_no_day_from_the_story() -> None:
    report = document(
        "Jets hit the town on Monday. The army shells the road to the port. Rebels have seized two villages. "
        "Rebels had taken the dam. Jets had bombed the bridge."
    )
    dated = by_verb(report, "Jets hit the town", "hit", Method.AIRSTRIKE)
    standing = (
        by_verb(report, "The army shells the road", "shells", Method.SHELLING),
        by_verb(report, "Rebels have seized two villages", "have seized", Method.GROUND_ASSAULT),
        by_verb(report, "Rebels had taken the dam", "had taken", Method.GROUND_ASSAULT),
    )
    told_before = by_verb(report, "Jets had bombed the bridge", "had bombed", Method.AIRSTRIKE)
    chosen, _ = days(report, (dated, *standing, told_before))
    assert [chosen[mention.id][0] for mention in standing] == [None, None, None]
    assert chosen[told_before.id][0] == chosen[dated.id][0] is not None


def test_what_is_still_tried_takes_no_day_from_the_story() -> None:
    report = document(
        "Jets hit the town on Monday. Rebels have tried to storm the dam. With men trying to seize the hill, all flee. "
        "The army begins to retake the port. Guards tried to enter the camp. Men were trying to reach the farm. "
        "The army foiled attempts to cross the river."
    )
    dated = by_verb(report, "Jets hit the town", "hit", Method.AIRSTRIKE)
    lasting = ("to storm the dam", "to seize the hill", "to retake the port")
    past = ("to enter the camp", "to reach the farm", "to cross the river")
    tried = [by_verb(report, told, " ".join(told.split()[:2]), Method.GROUND_ASSAULT) for told in (*lasting, *past)]
    chosen, _ = days(report, (dated, *tried))
    monday = chosen[dated.id][0]
    assert [chosen[mention.id][0] for mention in tried] == [None] * len(lasting) + [monday] * len(past)


def test_force_in_the_present_has_its_day_in_the_lead_and_beside_numbers_of_the_harmed() -> None:
    report = document("Jets bomb the town on Monday. Rebels shell the port and kill four people.")
    start = report.text.index("kill four")
    span = Span.cut(report.text, start, start + len("kill four people"))
    lead = by_verb(report, "Jets bomb the town", "bomb", Method.AIRSTRIKE)
    beside = by_verb(report, "Rebels shell the port", "shell", Method.SHELLING)
    chosen, _ = days(report, (lead, beside, Mention(span, killed(4), span, "test")))
    assert chosen[lead.id][0] == chosen[beside.id][0] is not None


def test_the_event_since_which_an_attack_is_the_worst_keeps_its_month_to_itself() -> None:
    report = document(
        "A truck blew up on Monday, in the worst attack since an October 2017 bombing, when a bomb killed 46 people."
    )
    assert told(report, ("the worst attack", STRIKE), ("killed 46 people", killed(46))) == [
        "2018-02-05",
        "2017-10-01..2017-10-31",
    ]


def test_months_after_an_attack_count_for_it_beside_the_day_of_another() -> None:
    report = document("Monday's violence comes just over two months after raids killed 100 people.")
    assert told(report, ("raids killed 100 people", killed(100))) == ["2017-12-01..2017-12-31"]


def test_what_those_did_who_came_when_it_began_has_that_day() -> None:
    report = document("Some 300 have been killed since 7 January, when rebels crossed the river, killing 14 guards.")
    assert told(report, ("Some 300 have been killed", killed(300)), ("killing 14 guards", killed(14))) == [
        "2018-01-07..2018-02-07",
        "2018-01-07",
    ]


def test_the_strike_that_hit_early_on_a_day_is_the_main_event() -> None:
    report = document(
        "A strike killed 33 people in a school, a monitor said on Wednesday. The strike hit the village on Monday."
    )
    assert told(report, ("killed 33 people", killed(33)), ("a monitor said", Verification(Status.CONFIRMED, None)))[
        0
    ] == ("2018-02-05")


def test_the_day_of_a_share_is_not_that_of_the_whole() -> None:
    report = document(
        "Fighting has raged since 20 January. Eighteen soldiers have died, 13 of them on Sunday. Two nuns have died."
    )
    said = (("Eighteen soldiers have died", killed(18)), ("13 of them", killed(13)), ("Two nuns have died", killed(2)))
    assert told(report, *said) == ["2018-01-20..2018-02-07", "2018-02-04", "2018-01-20..2018-02-07"]


def test_a_measure_is_the_time_of_what_happened_when_it_began() -> None:
    report = document("It is the worst attack since April 2017, when a blast killed 46 people.")
    assert told(report, ("the worst attack", STRIKE), ("killed 46 people", killed(46))) == [
        "none",
        "2017-04-01..2017-04-30",
    ]


def test_a_toll_told_again_with_its_days_lends_them_to_the_lead() -> None:
    report = document(
        "Bombing kills more than 550 in the town.\n\nAir raids went on. A nurse said she was tired.\n\n"
        "Shells fell on Monday. Raids killed more than 550 people in the last eight days, a monitor said."
    )
    said = (("Bombing kills more than 550", killed(551)), ("killed more than 550 people", killed(551)))
    assert told(report, *said) == ["2018-01-30..2018-02-07"] * 2


def test_who_was_killed_in_earlier_shelling_has_not_the_day_of_the_news() -> None:
    report = document("Shells killed two nurses on Monday. Four boys were killed in earlier army shelling.")
    assert told(report, ("Four boys were killed", killed(4))) == ["none"]
    report = document("Shells killed two nurses on Monday. Four boys were killed in army shelling.")
    assert told(report, ("Four boys were killed", killed(4))) == ["2018-02-05"]


def test_the_day_of_a_poll_or_a_truce_is_none_of_the_violence_around_it() -> None:
    report = document("On Monday 4 were killed in the run-up to a February 3 poll.")
    assert told(report, ("4 were killed", killed(4))) == ["2018-02-05"]
    report = document("Another 5 were killed before rallies for a disputed February 3 poll.")
    assert told(report, ("5 were killed", killed(5))) == ["none"]
    report = document("On February 3 talks failed and 6 were killed.")
    assert told(report, ("6 were killed", killed(6))) == ["2018-02-03"]


def test_who_were_at_the_place_that_was_hit_were_there_on_its_day() -> None:
    report = document("Shells hit a tent where mourners had gathered on Monday and 4 were killed.")
    assert told(report, ("4 were killed", killed(4))) == ["2018-02-05"]


def test_a_death_told_again_without_a_day_is_on_the_day_of_that_death() -> None:
    report = document("Ali Noor died. Sam Hill was hurt on Monday. Noor was killed on 12 January.")
    assert told(report, ("Ali Noor died", killed(1)), ("Noor was killed", killed(1))) == ["2018-01-12"] * 2
    other = document("A Utopian died. A man was hurt on Monday. A Utopian was killed on 12 January.")
    assert told(other, ("A Utopian died", killed(1)), ("A Utopian was killed", killed(1))) != ["2018-01-12"] * 2


def test_a_siege_and_those_held_in_it_have_no_day_but_their_own() -> None:
    report = document(
        "Shells hit the town on Monday. 40,000 people are trapped in Ayn. The army besieges the town of Noor. Two boys"
        " were trapped in a cellar. Three people are trapped under the rubble. On Sunday rebels surrounded Homs."
    )
    held, siege = Harm(Effect.TRAPPED, People.PEOPLE, VAGUE), Attack(Method.SIEGE, VAGUE, None)
    assert told(report, ("40,000 people are trapped", held), ("besieges the town", siege)) == ["none"] * 2
    under = told(report, ("Two boys were trapped", held), ("Three people are trapped", held))
    assert under == ["2018-02-05"] * 2
    assert told(report, ("rebels surrounded Homs", siege)) == ["2018-02-04"]


def test_what_has_lasted_since_a_day_goes_on_past_a_sentence_that_names_none() -> None:
    report = document(
        "Raids have killed 60 people since Sunday. They hit the market. Another 42 people have been killed in Noor."
    )
    assert (
        told(report, ("killed 60", killed(60)), ("hit the market", STRIKE), ("42 people", killed(42)))[::2]
        == ["2018-02-04..2018-02-07"] * 2
    )


def test_a_month_is_not_narrowed_to_the_day_of_an_arrest() -> None:
    report = document("Two brothers were arrested on 18 January. Rebels took the town last month.")
    arrest, capture = Harm(Effect.DETAINED, People.MEN, Count.exactly(2)), Attack(Method.GROUND_ASSAULT, VAGUE, None)
    assert told(report, ("were arrested", arrest), ("took the town", capture))[1] == "2018-01-01..2018-01-31"


def test_how_many_hours_something_took_is_no_day() -> None:
    report = document("Jets struck on Monday. The wounded lay there for more than two hours. 40 died in 24 hours.")
    wounded = Harm(Effect.INJURED, People.PEOPLE, VAGUE)
    days_told = told(report, ("Jets struck", STRIKE), ("The wounded lay", wounded), ("40 died", killed(40)))
    assert days_told == ["2018-02-05", "2018-02-05", "2018-02-06..2018-02-07"]


def test_one_attack_among_many_has_no_day_and_one_who_died_has_that_of_the_attack() -> None:
    report = document("Jets killed 9 people on Monday.\nOne heavy raid killed 5.\nOne died in a raid on the road.")
    said = ("One heavy raid killed 5", killed(5)), ("One died", killed(1))
    assert told(report, *said) == ["none", "2018-02-05"]


def test_the_day_behind_what_media_reported_is_that_of_the_report_alone() -> None:
    report = document("Raids have killed 9 people, the Daily Planet reported on Monday.\nIt said 2 more were hurt.")
    hurt = Harm(Effect.INJURED, People.PEOPLE, Count.exactly(2))
    assert told(report, ("killed 9 people", killed(9)), ("2 more were hurt", hurt)) == ["none", "none"]


def test_the_day_behind_what_somebody_said_is_that_of_fresh_news() -> None:
    report = document("Raids have killed 9 people, a monitor said on Monday.")
    assert told(report, ("killed 9 people", killed(9))) == ["2018-02-05"]


def test_the_day_of_a_report_dates_what_is_over_in_a_moment() -> None:
    report = document("A bomb exploded in the market, killing 9 people, local media reported on Monday.")
    assert told(report, ("killing 9 people", killed(9))) == ["2018-02-05"]


def test_the_day_before_what_somebody_reported_is_that_of_fresh_news() -> None:
    report = document("Earlier today, activists reported that jets killed 9 people.")
    assert told(report, ("killed 9 people", killed(9))) == ["2018-02-07"]


def test_a_report_on_a_main_event_has_the_day_of_the_event() -> None:
    report = document("Jets killed 9 people on Monday.\nThe jets were foreign, the Daily Planet reported on Tuesday.")
    assert told(report, ("jets were foreign", STRIKE)) == ["2018-02-05"]


def test_a_month_or_week_in_which_something_was_said_or_agreed_dates_no_violence() -> None:
    report = document("Experts last week said that raids had killed 9.")
    assert told(report, ("killed 9", killed(9))) == ["none"]
    report = document("Raids killed 9 despite a truce signed in January.")
    assert told(report, ("killed 9", killed(9))) == ["none"]


def test_the_day_behind_what_was_posted_on_a_page_is_that_of_the_report() -> None:
    report = document("Rebels killed 40, the army said in a bulletin posted on the ministry's own website on Monday.")
    assert told(report, ("killed 40", killed(40))) == ["none"]


def test_state_media_behind_a_day_are_no_verb_of_speech() -> None:
    report = document("Jets killed 4 on Sunday.\nMortars killed 9 in the north on Monday state media said.")
    assert told(report, ("killed 9", killed(9))) == ["2018-02-05"]


def test_a_sentence_that_turns_to_another_event_does_not_date_the_main_one() -> None:
    report = document("Raids have killed 9 people.\nShells killed 4 on Tuesday.\nAlso on Wednesday, mortars killed 2.")
    assert told(report, ("Raids have killed 9", killed(9)), ("mortars killed 2", killed(2))) == [
        "2018-02-06",
        "2018-02-07",
    ]


def test_what_stands_behind_since_in_a_comparison_has_the_day_of_the_earlier_event() -> None:
    report = document("It was the worst raid since a bomb killed 9 people on Friday.")
    assert told(report, ("killed 9 people", killed(9))) == ["2018-02-02"]
    report = document("He was the first to die since a raid on Friday that killed 9 people.")
    assert told(report, ("killed 9 people", killed(9))) == ["2018-02-02"]


def test_what_has_grown_or_broken_out_since_a_day_goes_on() -> None:
    fighting = Attack(Method.GROUND_ASSAULT, VAGUE, None)
    report = document("People have fled since fighting surged along the road in the north on 30 January.")
    assert told(report, ("fighting", fighting)) == ["2018-01-30..2018-02-07"]


def test_a_long_clause_with_since_opens_a_span() -> None:
    report = document(
        "Raids have intensified since rebels launched a campaign from the north to break a siege of the old eastern"
        " districts of the city on 30 January."
    )
    assert told(report, ("Raids", STRIKE)) == ["2018-01-30..2018-02-07"]


def test_a_habit_may_be_told_far_before_what_is_done() -> None:
    report = document("Jets hit the town on Monday. It is regularly targeted in foreign and other air strikes.")
    assert told(report, ("air strikes", STRIKE)) == ["none"]
    report = document("The town is regularly targeted, including in a raid that killed 9 on Monday.")
    assert told(report, ("killed 9", killed(9))) == ["2018-02-05"]


def test_words_that_fix_no_day_go_before_a_day_farther_away() -> None:
    report = document("Soldiers left the town that rebels stormed on Monday but raids killed 9 in recent weeks.")
    assert told(report, ("raids killed 9", killed(9))) == ["none"]
    report = document("Jets killed 9 on Monday in a town that was recently taken.")
    assert told(report, ("Jets killed 9", killed(9))) == ["2018-02-05"]


def test_a_time_before_the_reports_own_date_is_of_another_sentence() -> None:
    report = document(
        "Raids on the town\nRebels left the town in January AFP Tuesday 6 Feb 2018 Jets have killed 9 people, a monitor"
        " said on Tuesday."
    )
    assert told(report, ("killed 9 people", killed(9))) == ["2018-02-06"]


def test_months_of_a_clause_about_a_noun_date_only_what_it_tells() -> None:
    report = document("Jets killed 9 people on Monday.\nA raid on the town which rebels took last month killed 4.")
    said = ("killed 9", killed(9)), ("which rebels took", STRIKE), ("killed 4", killed(4))
    assert told(report, *said) == ["2018-02-05", "2018-01-01..2018-01-31", "2018-02-05"]


def test_months_of_a_clause_with_after_behind_a_headline_date_nothing_else() -> None:
    report = document("Raids on the town\nJets have hit the town After rebels left last month the army kills 9 in it")
    assert told(report, ("kills 9", killed(9))) == ["none"]


def test_what_was_said_in_a_month_past_has_no_day_of_fresher_news() -> None:
    report = document("Jets killed 9 people on Monday. Last month the envoy told reporters that raids had hurt 40.")
    hurt = Harm(Effect.INJURED, People.PEOPLE, Count.exactly(40))
    assert told(report, ("raids had hurt 40", hurt)) == ["none"]


def test_a_date_behind_its_weekday_explains_it() -> None:
    report = document("Gas on the road\nOn Tuesday evening, 6 February 2018, gas killed 9 people.")
    assert told(report, ("killed 9 people", killed(9))) == ["2018-02-06"]


def test_what_a_sentence_without_a_day_takes_from_the_main_event_goes_on_behind_it() -> None:
    report = document(
        "Jets killed 9 people on Monday.\nRebels killed 40 there in May 2016.\nSix were hurt, rescuers said.\n"
        "The council said 5 more had been taken to hospital."
    )
    hurt, more = (Harm(Effect.INJURED, People.PEOPLE, Count.exactly(count)) for count in (6, 5))
    said = ("killed 9", killed(9)), ("killed 40", killed(40)), ("Six were hurt", hurt), ("5 more", more)
    assert told(report, *said) == ["2018-02-05", "2016-05-01..2016-05-31", "2018-02-05", "2018-02-05"]


def test_more_of_a_toll_has_the_days_of_the_toll() -> None:
    report = document(
        "Jets hit the town on Monday.\nRaids have grown since 30 January.\n40 people have been killed, monitors say.\n"
        "The toll includes 12 killed by mines."
    )
    said = (
        ("Jets hit", STRIKE),
        ("Raids", STRIKE),
        ("40 people have been killed", killed(40)),
        ("12 killed", killed(12)),
    )
    assert told(report, *said) == ["2018-02-05", *["2018-01-30..2018-02-07"] * 3]


def test_a_weekday_of_another_zone_of_time_dates_nothing() -> None:
    report = document("Gas hit the town on Wednesday.\nThe attack took place at 3 am (0000 GMT / 8 pm Tuesday EDT).")
    assert told(report, ("Gas hit", STRIKE), ("The attack", STRIKE)) == ["2018-02-07", "2018-02-07"]


def test_the_war_may_be_dated_where_something_is_measured_by_it() -> None:
    report = document(
        "The town was spared the worst of the war since it began in March 2011.\n"
        "More than 290,000 have been killed since the war started."
    )
    assert told(report, ("290,000 have been killed", killed(290_000))) == ["2011-03-01..2018-02-07"]


def test_people_who_live_elsewhere_have_no_day_and_people_who_fled_have_one() -> None:
    report = document("Jets killed 9 people on Monday. Refugees from the town live in camps. Civilians fled the town.")
    displaced = Harm(Effect.DISPLACED, People.PEOPLE, VAGUE)
    said = ("killed 9", killed(9)), ("Refugees", displaced), ("Civilians fled", displaced)
    assert told(report, *said) == ["2018-02-05", "none", "2018-02-05"]


def test_force_as_the_object_of_what_is_done_now_has_no_day() -> None:
    report = document("Jets killed 9 people on Monday. The coalition is currently carrying out raids near the town.")
    assert told(report, ("killed 9", killed(9)), ("raids near the town", STRIKE)) == ["2018-02-05", "none"]


def test_that_attack_is_the_one_told_last_however_old() -> None:
    report = document(
        "Jets killed 9 people on Monday.\nGas killed 40 in August 2013.\n"
        "Western states held the army responsible for that attack."
    )
    blamed = Blame("army", Stance.ACCUSED, "that attack")
    said = ("killed 9", killed(9)), ("Gas killed 40", killed(40)), ("held the army responsible", blamed)
    assert told(report, *said) == ["2018-02-05", *["2013-08-01..2013-08-31"] * 2]


def test_a_statement_far_behind_the_head_is_of_other_news() -> None:
    text = "Mortars kill 45\nMortars killed 45 people. Shells hurt many. Jets hit the camp. A mine killed 2."
    report = document(f"{text} The minister said on Monday that 900 people had left.")
    left = Harm(Effect.DISPLACED, People.PEOPLE, Count.exactly(900))
    said = (
        ("Mortars killed 45", killed(45)),
        ("Shells hurt", STRIKE),
        ("Jets hit", STRIKE),
        ("A mine killed 2", killed(2)),
    )
    assert told(report, *said, ("900 people had left", left)) == [*["none"] * 4, "2018-02-05"]


def test_how_long_something_has_lasted_after_an_event_is_not_its_days() -> None:
    report = document("Raids on the town\nHis wife has not heard from him for two years after jets hit the town.")
    assert told(report, ("jets hit the town", STRIKE)) == ["none"]


def test_a_day_before_the_verb_of_who_speaks_behind_it_is_that_of_the_event() -> None:
    report = document(
        "Raids on the town\nJets killed 4, a monitor said on Tuesday.\nThey struck on Monday said the mayor."
    )
    assert told(report, ("killed 4", killed(4)), ("They struck", STRIKE)) == ["2018-02-05", "2018-02-05"]


def test_a_day_that_opens_a_clause_is_that_of_who_speaks_in_it() -> None:
    report = document(
        "Raids on the town\nJets killed 4 on Saturday; on Monday, the army said the pilot blew himself up."
    )
    assert told(report, ("killed 4", killed(4)), ("pilot blew himself up", STRIKE)) == ["2018-02-03", "2018-02-03"]


def test_fighting_that_broke_out_has_the_day_told_before() -> None:
    clash = Attack(Method.GROUND_ASSAULT, VAGUE, None)
    report = document("Jets killed 9 people on Monday. Heavy clashes then broke out near the town.")
    assert told(report, ("killed 9", killed(9)), ("Heavy clashes", clash)) == ["2018-02-05", "2018-02-05"]


def test_a_share_has_the_days_of_its_whole() -> None:
    report = document(
        "Jets hit the town on Monday.\nRaids have grown since 30 January.\n"
        "Another 40 people including 8 children have been killed."
    )
    quotes = "Jets hit", "Raids", "40 people including 8 children have been killed", "including 8 children"
    cuts = [Span.cut(report.text, at, at + len(quote)) for quote in quotes for at in (report.text.index(quote),)]
    jets, raids = (Mention(cut, STRIKE, cut, "test") for cut in cuts[:2])
    whole = Mention(cuts[2], killed(40), cuts[2], "test")
    share = Mention(cuts[-1], killed(8), cuts[-1], "test", part_of=whole.id)
    chosen, _ = days(report, (jets, raids, whole, share))
    assert chosen[share.id] == chosen[whole.id] != chosen[jets.id]


def test_the_main_event_has_the_day_of_its_statement_before_a_span_over_which_force_is_counted() -> None:
    report = document(
        "40 killed\nRaids hit the town, an officer said on Wednesday.\nJets flew 12 sorties over the past 24 hours."
    )
    said = ("40 killed", killed(40)), ("Raids hit", STRIKE), ("Jets flew 12 sorties", STRIKE)
    assert told(report, *said) == ["2018-02-07", "2018-02-07", "2018-02-06..2018-02-07"]


def test_a_month_so_far_is_no_main_event() -> None:
    text = "Gas hits the town\nThe use of gas has grown this month.\nGas fell on it on Friday, rescuers said."
    report = document(text, date(2018, 2, 3))
    said = ("Gas hits", STRIKE), ("The use of gas", STRIKE), ("Gas fell on it", STRIKE)
    assert told(report, *said) == ["2018-02-02", "2018-02-01..2018-02-03", "2018-02-02"]


def test_the_day_of_a_picture_above_the_lead_is_none_of_the_main_event() -> None:
    report = document(
        "Bomb hits the city\nA boy hurt in a raid on Saturday sits in a tent February 6 2018 (File photo)"
        " A bomb killed 6 in the city on Tuesday."
    )
    said = ("Bomb hits", STRIKE), ("A boy hurt", STRIKE), ("A bomb killed 6", killed(6))
    assert told(report, *said) == ["2018-02-06", "2018-02-03", "2018-02-06"]


def test_two_years_are_one_span() -> None:
    report = document("A bomb killed 9 on Monday.\nThe army had used gas in 2014 and 2015.")
    assert told(report, ("The army had used gas", STRIKE)) == ["2014-01-01..2015-12-31"]


def test_earlier_this_week_reaches_to_publication() -> None:
    report = document("Gas killed 87 people earlier this week.", date(2018, 2, 10))
    assert told(report, ("Gas killed 87", killed(87))) == ["2018-02-05..2018-02-10"]


def test_the_united_states_are_no_verb_of_speech() -> None:
    report = document("Jets killed 4 on Sunday.\nA gunman shot 3 people in the United States on Monday.")
    shot = Attack(Method.SHOOTING, VAGUE, None)
    assert told(report, ("killed 4", killed(4)), ("A gunman shot 3", shot)) == ["2018-02-04", "2018-02-05"]


def test_people_who_were_released_were_so_on_a_day() -> None:
    report = document("Jets killed 4 on Sunday.\nSome 30 hostages were released on Monday.")
    freed = Harm(Effect.RESCUED, People.PEOPLE, Count.exactly(30))
    assert told(report, ("killed 4", killed(4)), ("30 hostages", freed)) == ["2018-02-04", "2018-02-05"]


def test_what_an_attack_is_said_to_be_is_no_state() -> None:
    report = document("Jets killed 9 people on Monday.\nThe raid on the camp is the latest attack on those who fled.")
    assert told(report, ("killed 9", killed(9)), ("attack on those who fled", STRIKE)) == ["2018-02-05", "2018-02-05"]


def test_a_war_is_dated_by_the_revolt_that_it_began_with() -> None:
    report = document(
        "Jets hit the town.\nIt was the cradle of the uprising in 2011.\nThe war has made millions flee their homes."
    )
    fled = Harm(Effect.DISPLACED, People.PEOPLE, VAGUE)
    assert told(report, ("made millions flee", fled)) == ["2011-01-01..2018-02-07"]


def test_the_toll_of_a_campaign_reaches_from_the_day_that_was_told_of_it() -> None:
    report = document(
        "Jets killed 9 people on Monday.\nIt was amid an aerial offensive that began on 15 January.\n"
        "The bombing campaign has killed hundreds."
    )
    said = ("killed 9", killed(9)), ("has killed hundreds", Harm(Effect.KILLED, People.PEOPLE, VAGUE))
    assert told(report, *said) == ["2018-02-05", "2018-01-15..2018-02-07"]


@pytest.mark.parametrize(
    ("text", "quote", "day"),
    [
        ("Rescuers searched for survivors on Tuesday after a raid on Sunday that killed 9.", "killed 9", "2018-02-04"),
        ("Thousands marched on Tuesday over the raids. Jets had killed 9 on Sunday.", "the raids", "2018-02-04"),
        (
            "Seven men remained in critical condition on Tuesday. Jets had hit the town on Sunday.",
            "Seven",
            "2018-02-04",
        ),
        ("The toll rose to 9 on Tuesday. Jets had hit the town on Sunday.", "rose to 9", "2018-02-04"),
        ("Jets hit the town on Sunday. Rebels claimed responsibility on Tuesday. 9 died.", "9 died", "2018-02-04"),
        ("Nine died, police said on Tuesday. Sunday's blast tore down a wall.", "Nine died", "2018-02-04"),
        ("Police were searching on Tuesday for the man who killed 9. Jets hit it on Sunday.", "killed 9", "2018-02-04"),
        ("The number killed by a bomb that hit on Sunday passed 9 on Tuesday. It rained.", "killed by", "2018-02-04"),
        ("Jets hit the town on Sunday as hundreds of worshippers prayed, killing 9.", "killing 9", "2018-02-04"),
        ("Jets killed 9 people as hundreds of worshippers prayed on Sunday.", "killed 9", "2018-02-04"),
    ],
)
def test_what_people_do_after_violence_has_a_day_of_its_own(text: str, quote: str, day: str) -> None:
    days_told = told(document(text), (quote, killed(9)), (text.rpartition(". ")[2], STRIKE))
    assert days_told[0] == day


def test_another_attack_with_figures_of_its_own_does_not_date_fresh_news() -> None:
    report = document("A bomb killed 12, police said on Tuesday. Dust rose. A suicide attack on Sunday killed 2.")
    said = ("killed 12", killed(12)), ("A suicide attack", STRIKE), ("killed 2", killed(2))
    assert told(report, *said) == ["2018-02-06", "2018-02-04", "2018-02-04"]


def test_lines_that_hold_a_date_alone_date_what_follows_them() -> None:
    report = document("Incidents\n\n4 February 2018\n\nA mine killed 3.\n\n5 February 2018\n\nA shell killed 4.")
    assert told(report, ("A mine killed 3", killed(3)), ("A shell killed 4", killed(4))) == ["2018-02-04", "2018-02-05"]


def test_the_toll_since_an_event_is_counted_from_its_day() -> None:
    report = document("A raid on Sunday killed a chief. Ten people have been killed since the raid.")
    assert told(report, ("Ten people have been killed", killed(10)), ("A raid", STRIKE)) == [
        "2018-02-04..2018-02-07",
        "2018-02-04",
    ]


def test_the_toll_after_the_deadliest_day_since_it_began_is_of_all_its_days() -> None:
    report = document(
        "Raids killed 42 on Tuesday, the deadliest day since the hostilities began on Friday. "
        "In all, 90 people have been killed."
    )
    assert told(report, ("Raids killed 42", killed(42)), ("90 people have been killed", killed(90))) == [
        "2018-02-06",
        "2018-02-02..2018-02-07",
    ]


def test_a_charge_so_far_has_no_day_and_a_charge_over_an_attack_has_one() -> None:
    report = document(
        "Gas was dropped on Sunday. The army has denied using chemical weapons. It has denied using gas in the attack."
    )
    denied = Blame("The army", Stance.DENIED, None)
    said = ("Gas was dropped", STRIKE), ("has denied using chemical weapons", denied)
    assert told(report, *said) == ["2018-02-04", "none"]


def test_hours_earlier_tells_of_no_former_killing() -> None:
    report = document("Jets hit the town on Sunday. A helicopter fell hours earlier, killing all five on board.")
    assert told(report, ("Jets hit", STRIKE), ("killing all five", killed(5))) == ["2018-02-04", "2018-02-04"]


def test_what_befell_one_person_has_one_day_however_it_is_told() -> None:
    taken = Harm(Effect.ABDUCTED, People.PEOPLE, Count.exactly(1))
    report = document(
        "Those who kidnapped Ali Noor want money, his family said on Tuesday. Noor, a father of two, was"
        " kidnapped on 3 January. A shell fell yesterday. Noor may have been seized by mistake."
    )
    said = (
        ("kidnapped Ali Noor", taken),
        ("a father of two, was kidnapped", taken),
        ("A shell fell", STRIKE),
    )
    assert told(report, *said, ("Noor may have been seized", taken)) == [
        "2018-01-03",
        "2018-01-03",
        "2018-02-06",
        "2018-01-03",
    ]


def test_the_place_of_a_killing_is_nobody_that_was_killed() -> None:
    report = document(
        "One was killed in Port Ayn on 3 January. A shell fell yesterday. The mayor of Port Ayn was killed."
    )
    said = (
        ("One was killed in Port Ayn", killed(1)),
        ("A shell fell", STRIKE),
        ("The mayor of Port Ayn was", killed(1)),
    )
    assert told(report, *said) == ["2018-01-03", "2018-02-06", "2018-02-06"]


def test_the_day_of_talks_is_not_that_of_what_they_were_about() -> None:
    report = document("The first round of the talks ended in Ayn on Monday. Rebels killed 9.")
    assert told(report, ("Rebels killed 9", killed(9))) == ["none"]
    report = document("On the road to Ayn rebels fired on Monday. Later they fled. The army said 9 were killed.")
    assert told(report, ("9 were killed", killed(9))) == ["2018-02-05"]


def test_for_how_many_days_on_end_gives_way_to_the_day_told() -> None:
    report = document(
        "The capital was shaken for the third day in a row. Rebels came this afternoon. The blast killed 9."
    )
    assert told(report, ("The blast killed 9", killed(9))) == ["2018-02-07"]


def test_the_day_of_what_was_answered_is_not_that_of_the_answer() -> None:
    report = document(
        "Rebels shelled the barracks on Tuesday.\n"
        "The attack was in revenge for the death of a commander near the town of Ayn, on 29 October 2016."
    )
    said = ("The attack was", STRIKE), ("the death of a commander", killed(1))
    assert told(report, ("shelled the barracks", STRIKE), *said) == ["2018-02-06", "2018-02-06", "2016-10-29"]
    report = document("The army shelled the town in retaliation on Tuesday.")
    assert told(report, ("shelled the town", STRIKE)) == ["2018-02-06"]


def test_the_hour_of_another_zone_is_no_other_day() -> None:
    report = document("At 2000 on 4 February [0200 GMT on 5 February] rebels shelled the barracks.")
    assert told(report, ("rebels shelled the barracks", STRIKE)) == ["2018-02-04"]


def test_how_fast_something_is_done_is_no_day() -> None:
    report = document("In less than 24 hours the army drives them out. Rebels killed 4.")
    assert told(report, ("Rebels killed 4", killed(4))) == ["none"]


def test_last_night_and_early_this_morning_are_one_night() -> None:
    report = document("At least 30 were hurt in clashes late last night and early this morning.")
    assert told(report, ("At least 30 were hurt", killed(30))) == ["2018-02-06..2018-02-07"]


def test_a_word_of_habit_behind_a_comma_is_another_clauses() -> None:
    report = document("Two guards died on Monday. Seven men, who had fled a routine search, attacked a patrol.")
    assert told(report, ("Two guards died", killed(2)), ("attacked a patrol", STRIKE)) == ["2018-02-05"] * 2


def test_over_so_many_units_of_something_is_counted_back() -> None:
    report = document("During the two months of the siege some 20 were killed.")
    assert told(report, ("some 20 were killed", killed(20))) == ["2017-12-07..2018-02-07"]


@pytest.mark.parametrize(
    "told_on",
    [
        "The government ruled on Tuesday that the strike was lawful.",
        "The two men -- both members of the board -- said on Tuesday that they were ready.",
        "The ministry received confirmation on Tuesday of what was said.",
        "The council decreed on Tuesday that shops be closed.",
        "The minister reaffirmed on Tuesday that an inquiry goes on.",
    ],
)
def test_the_day_of_what_was_decided_or_said_is_no_day_of_violence(told_on: str) -> None:
    report = document(f"Rebels killed 9 on Sunday. {told_on} The blast hurt 4.")
    hurt = Harm(Effect.INJURED, People.PEOPLE, Count.exactly(4))
    assert told(report, ("Rebels killed 9", killed(9)), ("The blast hurt 4", hurt)) == ["2018-02-04"] * 2


@pytest.mark.parametrize(
    ("text", "killing", "when"),
    [
        ("Survivors marked on Tuesday the 30th anniversary of |the massacre of 40|.", 40, "1988-02-06"),
        ("Thousands marched today on the tenth anniversary of the bombing that |killed 40|.", 40, "2008-02-07"),
        ("On Monday, the anniversary of |the killing of 40|, a mass was said.", 40, "none"),
        ("Rebels |killed 40| on Monday, the tenth anniversary of their first raid.", 40, "2018-02-05"),
    ],
)
def test_an_anniversary_is_not_the_day_of_the_event_that_it_recalls(text: str, killing: int, when: str) -> None:
    before, words, after = text.split("|")
    assert told(document(before + words + after), (words, killed(killing))) == [when]


def test_a_time_after_something_is_counted_from_the_day_told_behind_it() -> None:
    report = document("Three days after rebels killed 9, soldiers killed 4 on Monday.")
    assert told(report, ("rebels killed 9", killed(9)), ("soldiers killed 4", killed(4))) == [
        "2018-02-02",
        "2018-02-05",
    ]


def test_how_long_nothing_was_done_about_a_killing_is_not_its_day() -> None:
    report = document("Nobody has been able to solve the murder of the bishop in ten years.")
    assert told(report, ("the murder of the bishop", killed(1))) == ["none"]


def test_the_day_on_which_the_events_occurred_is_that_of_the_violence() -> None:
    report = document("Nine villagers were murdered, the church said. It said that the events occurred on 3 January.")
    assert told(report, ("Nine villagers were murdered", killed(9))) == ["2018-01-03"]


def test_the_day_behind_an_hour_is_that_of_what_occurred_then() -> None:
    report = document("A bomb killed 4 people at 5 a.m. Monday.")
    assert told(report, ("A bomb killed 4", killed(4))) == ["2018-02-05"]


@pytest.mark.parametrize(
    ("told_by", "end"),
    [
        ("According to a January report, 50,000 people were killed.", "2018-01-31"),
        ("The envoy in December said 50,000 people were killed.", "2017-12-31"),
        ("The envoy said on Tuesday that 50,000 people were killed.", "2018-02-07"),
    ],
)
def test_the_toll_of_a_war_ends_with_the_month_in_which_it_was_told(told_by: str, end: str) -> None:
    report = document(f"The war in Oruvia began in March 2011. {told_by}")
    assert told(report, ("50,000 people were killed", killed(50_000))) == [f"2011-03-01..{end}"]


@pytest.mark.parametrize(
    ("text", "days_told"),
    [
        ("Three days of heavy fighting ended Saturday, and 12 were killed.", "2018-01-31..2018-02-03"),
        ("ORU -- Two days of clashes in the hills ended on Monday, and 12 were killed.", "2018-02-03..2018-02-05"),
        (
            "Raids that began on Saturday and continued on Monday went on: 12 were killed.",
            "2018-02-03..2018-02-05",
        ),
        ("Three days of talks began on Monday, and 12 were killed.", "2018-02-05"),
        ("A truce began on Saturday, and 12 were killed on Monday.", "2018-02-05"),
    ],
)
def test_what_lasted_has_all_its_days(text: str, days_told: str) -> None:
    assert told(document(text), ("12 were killed", killed(12))) == [days_told]


def test_people_on_a_bus_that_was_hit_had_left_before() -> None:
    fled = Harm(Effect.DISPLACED, People.PEOPLE, VAGUE)
    report = document("A bomb hit buses carrying people evacuated from two towns on Monday, and 12 were killed.")
    start = report.text.index("people evacuated")
    span = Span.cut(report.text, start, start + len("people evacuated"))
    mention = Mention(span, fled, span, "H03-reduced")
    assert days(report, [mention])[0][mention.id] == (None, "carried")
    assert told(report, ("12 were killed", killed(12))) == ["2018-02-05"]


@pytest.mark.parametrize(
    ("text", "quote", "day"),
    [
        ("The envoy on Tuesday condemned raids on Homs.", "raids on Homs", "none"),
        ("The envoy on Tuesday strongly condemned raids on Homs Monday.", "raids on Homs", "2018-02-05"),
        ("The envoy had condemned raids on Homs of 3 February.", "raids on Homs", "2018-02-03"),
        ("The latest toll of the raids as of Monday: 9 killed.", "9 killed", "none"),
        ("The nun was killed within a week of her abduction.", "was killed", "none"),
        ("A man of 1935 Old Orchard St. was killed on Monday.", "was killed", "2018-02-05"),
        ("Raids were on page one of Monday's newspaper.", "Raids were", "none"),
        ("Monday's deaths brought the toll to 9.", "the toll to 9", "2018-02-05"),
        ("The war, which began in 2012, has killed 900 people.", "has killed 900", "2012-01-01..2018-02-07"),
        ("The war began in 2012 and killed 900 people.", "killed 900", "2012-01-01..2012-12-31"),
    ],
)
def test_a_day_dates_what_happened_then_and_nothing_that_is_only_told_with_it(text: str, quote: str, day: str) -> None:
    content = STRIKE if "aids" in quote else killed(9)
    assert told(document(text), (quote, content)) == [day]


def test_the_day_of_a_crime_is_not_that_of_an_arrest_for_it() -> None:
    held = Harm(Effect.DETAINED, People.PEOPLE, Count.exactly(1))
    for crime in ("last year's embassy bombings", "the 3 January bombings", "the bombings of two embassies last year"):
        assert told(document(f"A man was held in connection with {crime}."), ("A man was held", held)) == ["none"]
    assert told(document("A man was held on Monday over last year's raids."), ("A man was held", held)) == [
        "2018-02-05"
    ]
