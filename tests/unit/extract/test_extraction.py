"""A report as a whole: what stands twice, what stands beside it, and what one sentence leaves to the next."""

import pytest

from corroborate.extract import extract
from corroborate.model.mention import Attack, Harm, Weapon
from tests.reading_sentences import brief, harm_in, report


def test_a_sentence_that_stands_twice_word_for_word_is_claimed_once() -> None:
    once = "Five farmers were killed in Hama on Sunday.\n"
    assert len(harm_in(once + "Jets flew over the city all day.\n" + once)) == 1


def test_a_lead_printed_again_behind_other_words_is_claimed_once_unless_a_source_is_added() -> None:
    lead = "raids killed five farmers on Wednesday in the hills north of the town of Hama"
    assert len(harm_in(f"July 2015 Some {lead}.\nTags Hama Homs Some {lead}.\n")) == 1
    assert len(harm_in(f"July 2015 Some {lead}.\nTags Hama Homs Some {lead} a monitor said.\n")) == 2


def test_a_headline_is_a_passage_of_its_own() -> None:
    assert brief(harm_in("Raids kill five in Hama\n\nFive farmers were killed by jets in Hama on Sunday.\n")) == [
        "killed 5 people",
        "killed 5 people",
    ]


def test_a_headline_copied_into_the_first_line_is_claimed_once() -> None:
    headline = "Raids kill five farmers in Hama"
    assert len(harm_in(f"{headline}\n\n{headline} on Sunday morning.\n")) == 1


def test_what_a_page_says_beside_its_report_is_left_out() -> None:
    text = "Five farmers were killed in Hama on Sunday.\n\nRelated stories\nRaids kill nine people in Homs\n"
    assert brief(harm_in(text)) == ["killed 5 people"]


def test_a_title_that_runs_into_its_first_sentence_is_read_once() -> None:
    title = "Troops killed at least 50 rebels in the hills of Homs"
    assert brief(harm_in(f"{title} {title} as they went on.")) == ["killed 50.. combatants"]


def test_a_number_behind_one_woman_counts_people_of_any_kind() -> None:
    assert brief(harm_in("A bomb killed a woman and wounded 25.")) == ["killed 1 women", "injured 25 people"]


def test_a_bare_number_takes_its_people_from_the_harm_told_before_it() -> None:
    assert brief(harm_in("Shells killed three civilians and wounded dozens.")) == [
        "killed 3 civilians",
        "injured vague civilians",
    ]


@pytest.mark.parametrize("pronoun", ["He", "She"])
def test_he_and_she_are_the_person_last_told(pronoun: str) -> None:
    text = f"A photographer went to the front on Sunday. {pronoun} was killed there by a mine."
    assert brief(harm_in(text)) == ["killed 1 journalists"]


def test_an_origin_of_a_harm_is_its_quote_word_for_word() -> None:
    text = "On Sunday, at least five farmers were killed in Hama."
    (mention,) = harm_in(text)
    assert mention.span.quote == "at least five farmers were killed"
    assert text[mention.span.start : mention.span.end] == mention.span.quote
    assert mention.trigger.quote == "were killed"


def test_a_harm_takes_the_author_and_the_weapon_of_its_attack() -> None:
    (harm,) = harm_in("Russian warplanes bombed a market with cluster bombs, killing five farmers.")
    assert harm.by
    assert harm.weapons


def test_harm_has_all_the_weapons_of_its_attack_not_the_nearest_alone() -> None:
    (harm,) = harm_in("Rebels fired rocket and mortar shells on the town, killing five farmers.")
    assert harm.weapons == (Weapon.ROCKET, Weapon.MORTAR)


def test_an_adjective_that_judges_means_the_doers_told_nearest() -> None:
    harm = harm_in(
        "Extremist groups shelled Hama, killing two. A bus burned until the evening, and the road was closed for hours."
        "\n\nFour others were killed in an extremist attack. Three extremists from the Red Front shelled Homs."
    )
    assert [mention.by for mention in harm][1] == ("extremists from the Red Front",)


def test_mentions_come_in_text_order() -> None:
    mentions, _ = extract(report("Jets bombed Hama. Five farmers were killed. A hospital was destroyed."))
    starts = [mention.span.start for mention in mentions]
    assert starts == sorted(starts)
    assert {type(mention.content) for mention in mentions} >= {Attack, Harm}


def test_every_mention_names_its_rule() -> None:
    mentions, _ = extract(report("Jets bombed Hama. Five farmers were killed. Nobody claimed responsibility."))
    assert mentions
    assert all(mention.rule for mention in mentions)


@pytest.mark.parametrize("text", ["", "Nothing happened.", "The council met on Sunday to discuss the price of bread."])
def test_a_report_without_harm_or_force_gives_nothing(text: str) -> None:
    assert extract(report(text)) == ((), ())


def test_a_rule_that_is_switched_off_reads_nothing() -> None:
    told = report("Jets bombed Hama. Five farmers were killed. Nobody has claimed responsibility.")
    rules = {mention.rule for mention in extract(told)[0]}
    for rule in rules:
        without = {mention.rule for mention in extract(told, without=frozenset({rule.partition("-")[0]}))[0]}
        assert rule not in without


def test_shares_of_a_whole_go_with_the_rule_that_reads_the_whole() -> None:
    told = report("Twelve people, including 3 children, were killed.")
    assert extract(told, without=frozenset({"H01"})) == ((), ())
    assert len(extract(told, without=frozenset({"P01"}))[0]) == 1


@pytest.mark.parametrize(
    "words",
    [
        "were killed and ",
        "fled and died and ",
        "massacre of ",
        "men in men in ",
        "the ",
        "killed, (",
        "to kill to die ",
    ],
)
def test_a_sentence_without_an_end_is_read_to_its_end(words: str) -> None:
    extract(report("Five men " + words * (12_000 // len(words))))
