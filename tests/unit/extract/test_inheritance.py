"""What a mention takes from the rest of the report: by toll, by nearness and method, and where it takes nothing."""

from corroborate.extract import extract
from corroborate.model.mention import Harm, Mention, Weapon
from tests.reading_sentences import report


def harm(text: str) -> list[Mention]:
    return [mention for mention in extract(report(text))[0] if isinstance(mention.content, Harm)]


def test_harm_takes_the_author_of_the_attack_in_its_passage() -> None:
    (mention,) = harm("Regime forces shelled Douma on Sunday and five farmers died.")
    assert mention.by == ("Regime forces",)


def test_harm_takes_the_author_of_the_attack_before_it() -> None:
    (mention,) = harm("Regime forces shelled Douma on Sunday. Five farmers were killed.")
    assert mention.by == ("Regime forces",)


def test_what_happened_apart_has_no_author_of_another_event() -> None:
    (mention,) = harm(
        "Regime forces shelled Douma on Sunday. In a separate incident, five farmers were killed in Homs."
    )
    assert mention.by == ()


def test_harm_since_a_day_has_not_the_author_of_what_happened_that_day() -> None:
    first, second = harm("Some 300 have been killed since May, when rebels crossed the river, killing 14 guards.")
    assert (first.by, second.by) == ((), ("rebels",))


def test_what_happened_weeks_ago_has_no_author_of_the_news() -> None:
    for apart in ("Two weeks ago", "Last month"):
        (mention,) = harm(f"Regime forces shelled Douma on Sunday. {apart}, five farmers were killed in Homs.")
        assert mention.by == ()


def test_who_arrests_people_lends_nobody_s_death_an_author() -> None:
    held, killed = harm("Police detained four men in Homs on Sunday. Five farmers were killed in a raid.")
    assert (held.by, killed.by) == (("Police",), ())
    held, killed = harm("Police detained four men in Homs over the killing of five farmers.")
    assert (held.by, killed.by) == (("Police",), ())


def test_harm_takes_no_author_from_far_off() -> None:
    quiet = "The market opened at dawn and people bought bread. "
    (mention,) = harm("Regime forces shelled Douma on Sunday. " + 6 * quiet + "Five farmers were killed in Homs.")
    assert mention.by == ()


def test_the_harm_of_a_whole_war_has_no_author() -> None:
    text = "Regime forces shelled Douma on Sunday. The war has killed more than 280,000 people since it began in 2011."
    (mention,) = harm(text)
    assert mention.by == ()


def test_the_harm_of_consecutive_years_has_no_author() -> None:
    first = "Rebels shelled Douma on Sunday."
    (mention,) = harm(f"{first} It is the fourth consecutive year in which more than 10,000 civilians were killed.")
    assert (mention.by, mention.weapons) == ((), ())
    (mention,) = harm(f"{first} On the fourth consecutive day, 10 civilians were killed.")
    assert mention.by == ("Rebels",)


def test_the_harm_of_a_whole_year_has_no_weapon_but_its_own() -> None:
    (mention,) = harm(
        "The country suffered more than 9,000 civilian casualties in 2017, as suicide attacks killed more people than"
        " before, the mission said."
    )
    assert mention.weapons == ()
    (mention,) = harm("Suicide attacks killed 60 people on Sunday, the mission said.")
    assert mention.weapons == (Weapon.SUICIDE_BOMB,)


def test_the_harm_since_long_has_no_author() -> None:
    text = "Regime forces shelled Douma on Sunday. Since early 2015 shells killed 32 people. These raids hurt 9 men."
    assert [mention.by for mention in harm(text)] == [(), ()]


def test_the_harm_since_a_few_days_has_its_author() -> None:
    (mention,) = harm("Regime forces shelled Douma on Sunday. Twelve people have been killed since Friday.")
    assert mention.by == ("Regime forces",)


def test_those_whom_a_party_lost_have_no_author() -> None:
    mentions = harm("Rebels killed four soldiers in Hama. The rebels lost five fighters in the attack.")
    assert [mention.by for mention in mentions] == [("Rebels",), ()]


def test_a_share_has_the_author_of_its_whole() -> None:
    mentions = harm("Russian strikes killed nine people, including two children.")
    assert [mention.by for mention in mentions] == [("Russian",), ("Russian",)]


def test_a_headline_has_the_author_that_the_first_sentences_tell() -> None:
    text = "Air strikes kill 12 in Douma\n\nThe town was quiet at noon.\n\nRussian strikes killed 12 people in Douma.\n"
    assert [mention.by for mention in harm(text)] == [("Russian",), ("Russian",)]


def test_another_kind_of_force_lends_no_author() -> None:
    (mention,) = harm("Rebels stormed a base in Hama. A car bomb exploded in Homs, and two people were killed.")
    assert mention.by == ()


def test_a_denial_lends_no_author() -> None:
    (mention,) = harm("The army denied that it was behind the raid. Six people were killed in it.")
    assert mention.by == ()


def test_a_party_is_not_told_to_harm_its_own() -> None:
    text = "Turkey shelled Afrin on Sunday. Eight Turkish soldiers were killed."
    assert [mention.by for mention in harm(text)] == [()]


def test_more_than_any_one_event_has_harmed_has_no_author() -> None:
    (mention,) = harm("Turkey shelled Afrin on Sunday. Some 6.5 million people are displaced.")
    assert mention.by == ()


def test_unknown_doers_are_no_party_named_before() -> None:
    text = "Turkey shelled Afrin on Sunday. A farmer was killed on Monday by unidentified gunmen near Azaz."
    assert [mention.by for mention in harm(text)] == [()]


def test_unknown_people_who_were_harmed_leave_the_author() -> None:
    text = "Turkey shelled Afrin on Sunday. An unidentified farmer was killed."
    assert [mention.by for mention in harm(text)] == [("Turkey",)]


def test_those_rescued_have_no_author() -> None:
    (mention,) = harm("Turkey shelled Afrin on Sunday. Five men were rescued from the rubble.")
    assert mention.by == ()


def test_who_fights_where_people_were_harmed_is_not_their_author() -> None:
    (mention,) = harm("Two girls were killed in Homs where rebels are fighting the army.")
    assert mention.by == ()


def test_who_struck_once_where_people_were_harmed_is_their_author() -> None:
    (mention,) = harm("Two girls were killed in Homs, where a Turkish drone attacked a car.")
    assert mention.by == ("Turkish",)


def test_the_author_in_the_words_of_a_toll_is_not_who_suffered_it() -> None:
    (mention,) = harm("The death toll of the Turkish drone attack on a car has risen to three.")
    assert mention.by == ("Turkish",)


def test_few_dead_are_no_event_by_their_number() -> None:
    quiet = "The market opened at dawn and people bought bread. "
    text = "Rebels killed six men in Hama on Friday. " + 6 * quiet + "Six girls were killed in Homs."
    assert [mention.by for mention in harm(text)] == [("Rebels",), ()]


def test_militants_are_not_told_to_harm_militants() -> None:
    text = "ISIS attacked a base in Hama. Some 80 militants were killed."
    assert [mention.by for mention in harm(text)] == [()]


def test_a_list_goes_on_with_its_author() -> None:
    text = "Russian strikes killed nine people on Sunday.\n\nSix died in Hama.\n\nThree died in Homs.\n"
    assert {mention.by for mention in harm(text)} == {("Russian",)}


def test_one_toll_told_twice_has_one_author() -> None:
    text = "Strike kills 35 in Hama\n\nOn Sunday 35 people were killed by Russian strikes in Hama, activists said.\n"
    assert [mention.by for mention in harm(text)] == [("Russian",), ("Russian",)]


def test_harm_takes_the_weapon_of_its_attack() -> None:
    (mention,) = harm("Helicopters dropped barrel bombs on Douma on Sunday. Five farmers were killed.")
    assert mention.weapons == (Weapon.BARREL_BOMB,)


def test_an_attack_keeps_to_its_own_weapon() -> None:
    mentions, _ = extract(
        report("Helicopters dropped barrel bombs on Douma on Sunday. Rebels shelled Aleppo on Monday.")
    )
    assert [mention.weapons for mention in mentions] == [(Weapon.BARREL_BOMB,), ()]


def test_members_of_a_sect_and_bandits_do_it_on_a_night() -> None:
    (mention,) = harm("Twelve people were killed by members of the Ansaru sect in Bama.")
    assert mention.by == ("members of the Ansaru sect",)
    (mention,) = harm("Ten guards were attacked and killed by bandits near Kaya on Friday night.")
    assert mention.by == ("bandits",)
    (mention,) = harm("Seven people were killed in clashes between rival tribes.")
    assert mention.by == ("rival tribes",)


def test_armed_men_are_nobody_by_name() -> None:
    (mention,) = harm("Nine people were shot dead by armed men on Friday.")
    assert mention.by == ()


def test_where_nobody_knows_whose_an_attack_was_no_author_is_lent() -> None:
    lead = "Army jets bombed Douma on Sunday. Five farmers were killed. "
    for doubt in (
        "It could not say whether the raid was by the army or by Russian jets.",
        "It was not clear who carried out the raid.",
        "No group has claimed responsibility for the raid.",
    ):
        (mention,) = harm(lead + doubt)
        assert mention.by == ()


def test_doubt_about_who_somebody_is_leaves_an_attack_its_author() -> None:
    (mention,) = harm("Army jets bombed Douma. Five men were killed. It is not known whether they are Turks or Kurds.")
    assert mention.by == ("Army",)


def test_whom_a_doer_is_told_behind_is_not_of_the_doer_s_own() -> None:
    seized, killed = harm("He was seized by two masked rebels and killed.")
    assert (seized.by, killed.by) == (("masked rebels",), ("masked rebels",))
