"""Shares of a whole, each tied to the total that holds it."""

import pytest

from tests.reading_sentences import bounds, drafted, harm_in


def shared(text: str) -> list[str]:
    """Return the harm of a sentence, what each is a share of behind "<"."""
    found = drafted(text)
    words = [f"{draft.effect} {bounds(draft.count)} {draft.people}" for draft in found]
    return [
        word if draft.whole is None else f"{word} < {words[draft.whole]}"
        for word, draft in zip(words, found, strict=True)
    ]


WHOLE = "killed 12 people"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells injured 12 people, two critically.",
         ["injured 12 people", "injured 2 people < injured 12 people"]),
        ("12 people injured (2 critical) in a raid", ["injured 12 people", "injured 2 people < injured 12 people"]),
        ("12 people were killed, two critical of the war", [WHOLE]),
        ("12 people were killed, nine in Hama and three in Homs",
         [WHOLE, "killed 9 people < killed 12 people", "killed 3 people < killed 12 people"]),
        ("12 people were killed in Hama, nine in Homs and two in Idlib", [WHOLE, "killed 9 people", "killed 2 people"]),
        ("12 people were killed, nine guards and three cooks",
         [WHOLE, "killed 9 people < killed 12 people", "killed 3 people < killed 12 people"]),
        ("12 people were killed, nine guards and a cook", [WHOLE]),
        ("12 people were killed, nine guards and three cooks said", [WHOLE]),
        ("Of the 12 people killed, nine were children", [WHOLE, "killed 9 children < killed 12 people"]),
        ("12 people were shot, one fatally.", ["casualties 12 people", "killed 1 people < casualties 12 people"]),
        ("A family of four died: father, mother and two girls",
         ["killed 4 people", "killed 1 men < killed 4 people", "killed 1 women < killed 4 people",
          "killed 2 children < killed 4 people"]),
        ("Shells killed 12 people, including a clerk at the bank and two boys",
         [WHOLE, f"killed 1 people < {WHOLE}", f"killed 2 children < {WHOLE}"]),
        ("Shells killed 12 people with children among the dead", [WHOLE, f"killed vague children < {WHOLE}"]),
        ("Two boys among 18 killed in raid", ["killed 2 children", "killed 18 people"]),
        ("Ten rebels including two leaders were killed",
         ["killed 10 combatants", "killed 2 combatants < killed 10 combatants"]),
        ("12 people, including 3 children, were killed", [WHOLE, f"killed 3 children < {WHOLE}"]),
        ("12 people including 3 children were killed", [WHOLE, f"killed 3 children < {WHOLE}"]),
        ("Shells killed 12 people including 3 children", [WHOLE, f"killed 3 children < {WHOLE}"]),
        (
            "Shells killed 12 people, including 3 children and a nurse",
            [WHOLE, f"killed 3 children < {WHOLE}", f"killed 1 medics < {WHOLE}"],
        ),
        ("Shells killed 12 people, among them 3 children", [WHOLE, f"killed 3 children < {WHOLE}"]),
        (
            "Shells killed 12 soldiers, including two Chechens",
            ["killed 12 combatants", "killed 2 combatants < killed 12 combatants"],
        ),
        ("12 people were killed, 3 of them children", [WHOLE, f"killed 3 children < {WHOLE}"]),
        ("12 people, three of whom were children, were killed", [WHOLE, f"killed 3 children < {WHOLE}"]),
        ("12 people were killed, among whom were two nurses", [WHOLE, f"killed 2 medics < {WHOLE}"]),
        ("12 people were killed, 3 of them British", [WHOLE, f"killed 3 people < {WHOLE}"]),
        ("12 people were killed, 3 of them foreign", [WHOLE, f"killed 3 people < {WHOLE}"]),
        ("12 people were killed, at least 3 of them children", [WHOLE, f"killed 3.. children < {WHOLE}"]),
        ("12 people were killed, including women and children",
         [WHOLE, f"killed vague women < {WHOLE}", f"killed vague children < {WHOLE}"]),
        (
            "Raids killed 12 people and wounded 30, including 8 children",
            [WHOLE, "injured 30 people", "injured 8 children < injured 30 people"],
        ),
    ],
)  # fmt: skip
def test_a_share_is_tied_to_its_whole(text: str, expected: list[str]) -> None:
    assert shared(text) == expected


def test_those_among_the_dead_are_killed_though_no_total_is_told() -> None:
    assert shared("Two nurses were among the dead") == ["killed 2 medics"]
    assert shared("Among the wounded were three children") == ["injured 3 children"]
    assert shared("Among the dead is a local prisons chief") == ["killed 1 people"]
    assert shared("Among the bodies found by guards were two nuns") == ["killed 2 people"]
    assert shared("A nurse, Huda Karim, and a guard were among the dead") == ["killed 1 medics", "killed 1 people"]
    assert shared("Two nurses, Ali Noor of Hama and Sam Hill of Homs, were among the dead") == ["killed 2 medics"]
    assert shared("Seven members of one family were among the dead") == ["killed 7 people"]
    assert shared("Three women were among the killed people") == ["killed 3 women"]
    assert shared("Most were civilians, but two guards were among the wounded") == ["injured 2 people"]
    assert shared("Those killed were mostly farmers of the villages but included two nurses") == ["killed 2 medics"]
    whole = "killed 9 people"
    assert shared("The dead included nine guards, two of whom were women") == [whole, f"killed 2 women < {whole}"]
    assert shared("The dead included three nurses and a guard") == ["killed 3 medics", "killed 1 people"]
    assert shared("Those killed included 12 men") == ["killed 12 men"]
    assert shared("Among the detainees are two nurses") == ["detained 2 medics"]
    assert shared("The rest of the dead were guards and nurses") == ["killed vague people", "killed vague medics"]
    assert shared("Four children are among the 28 dead") == ["killed 4 children", "killed 28 people"]


@pytest.mark.parametrize(
    "text",
    [
        "12 people were killed, most of them women",
        "12 people were killed, mostly civilians",
        "12 people were killed, the majority of them children",
    ],
)
def test_a_share_without_a_number_is_no_count(text: str) -> None:
    assert shared(text) == [WHOLE]


def test_what_is_larger_than_the_whole_is_no_share() -> None:
    assert shared("12 people were killed, including 300 children") == [WHOLE]


def test_what_is_included_without_harm_is_no_harm() -> None:
    assert shared("The council has 12 members, including 3 women") == []


def test_nobody_has_no_shares() -> None:
    assert all("<" not in line for line in shared("No one was killed, including 3 children"))


def test_a_total_is_broken_down_behind_a_colon_or_in_brackets() -> None:
    whole = "killed 7 people"
    assert shared("Shells killed 7 people: four men and three women.") == [
        whole,
        f"killed 4 men < {whole}",
        f"killed 3 women < {whole}",
    ]
    assert shared("Shells injured 3 others (two girls and a man)")[1:] == [
        "injured 2 children < injured 3 people",
        "injured 1 men < injured 3 people",
    ]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("12 people were killed, of whom three were nurses", "killed 3 medics < killed 12 people"),
        ("12 people were wounded, three of them seriously", "injured 3 people < injured 12 people"),
        ("12 boys were wounded, many of whom severely", "injured vague children < injured 12 children"),
        ("12 people were wounded, two of whom are in critical condition", "injured 2 people < injured 12 people"),
        ("12 people have been killed (1 nurse)", "killed 1 medics < killed 12 people"),
        ("12 people were killed, four of them from one family", "killed 4 people < killed 12 people"),
        ("They counted 12 bodies, among them those of three women", "killed 3 women < killed 12 people"),
        ("The raid left 12 dead: nine drivers and three nurses", "killed 3 medics < killed 12 people"),
        ("12 people died: nine drivers and three nurses", "killed 3 medics < killed 12 people"),
        ("12 were killed; they were nine drivers and three nurses", "killed 3 medics < killed 12 people"),
    ],
)
def test_a_share_is_told_by_its_people_or_by_how_badly_they_are_hurt(text: str, share: str) -> None:
    assert shared(text)[-1] == share


def test_those_who_fare_otherwise_are_no_share() -> None:
    assert shared("12 people were abducted, three of whom were freed") == ["abducted 12 people"]


def test_a_list_of_those_among_the_dead_is_carried_on() -> None:
    assert shared("Two nurses were among the dead, as well as women and children")[1:] == [
        "killed vague women",
        "killed vague children",
    ]


def test_a_total_spread_over_places_behind_a_colon_has_them_as_shares() -> None:
    told = shared("Raids killed 21 civilians, including six children: nine in Arbin and twelve in Misraba.")
    assert told == [
        "killed 21 civilians",
        "killed 6 children < killed 21 civilians",
        "killed 9 civilians < killed 21 civilians",
        "killed 12 civilians < killed 21 civilians",
    ]


def test_people_of_other_groups_that_happen_to_add_up_to_the_first_are_no_shares_of_it() -> None:
    found = harm_in("Five women, three men and two children were killed.")
    assert [mention.part_of for mention in found] == [None, None, None]
