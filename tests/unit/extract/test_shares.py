"""Shares whose whole stands in a passage before theirs, by the words and by the sum."""

import pytest

from tests.reading_sentences import brief, harm_in


def tied(text: str) -> list[str]:
    """Return the harm of a report, each with what it is a share of behind "<"."""
    found = harm_in(text)
    words = dict(zip((mention.id for mention in found), brief(found), strict=True))
    return [words[one.id] + (f" < {words[one.part_of]}" if one.part_of else "") for one in found]


WHOLE = "killed 9 people"


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Two nurses were among the dead.", [f"killed 2 medics < {WHOLE}"]),
        ("The medic said that 4 women were among the dead as well as children.",
         [f"killed 4 women < {WHOLE}", f"killed vague children < {WHOLE}"]),
        ("One of those killed was a nurse.", [f"killed 1 medics < {WHOLE}"]),
        ("One of those killed was Ali Noor, a nurse.", [f"killed 1 medics < {WHOLE}"]),
        ("Three of the victims were nurses.", [f"killed 3 medics < {WHOLE}"]),
        ("At least six of them died in the blast.", [f"killed 6.. people < {WHOLE}"]),
        ("Two men, one of them a nurse, were killed.", ["killed 2 men", "killed 1 medics < killed 2 men"]),
        ("Three of the attackers were killed.", ["killed 3 combatants"]),
        ("Twelve nurses were among the dead.", ["killed 12 medics"]),
    ],
)  # fmt: skip
def test_people_among_the_dead_are_a_share_of_the_toll_told_before(text: str, shares: list[str]) -> None:
    assert tied(f"A bomb killed 9 people in the market of Aden. {text}") == [WHOLE, *shares]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Six died in Taiz. Another three were killed in Ibb.",
         [f"killed 6 people < {WHOLE}", f"killed 3 people < {WHOLE}"]),
        ("Two died in Taiz, four in Ibb were killed. Three more were also killed in Aden.",
         [f"killed 2 people < {WHOLE}", f"killed 4 people < {WHOLE}", f"killed 3 people < {WHOLE}"]),
        ("Six died in Taiz. Another two were killed in Ibb.", ["killed 6 people", "killed 2 people"]),
        ("Six died in Taiz on Monday. Three were killed in Ibb in May.", ["killed 6 people", "killed 3 people"]),
        ("Six died in Taiz. He was later killed. Another two were killed.",
         ["killed 6 people", "killed 1 people", "killed 2 people"]),
    ],
)  # fmt: skip
def test_tolls_that_add_up_to_the_one_before_them_are_its_shares(text: str, shares: list[str]) -> None:
    assert tied(f"Raids killed 9 people in Yemen. {text}") == [WHOLE, *shares]


def test_a_number_holds_those_among_the_dead_rather_than_a_group_without_one() -> None:
    told = tied("A bomb killed 9 people. Women were killed there, he said. Two women were among the dead.")
    assert told[-1] == f"killed 2 women < {WHOLE}"


def test_one_of_the_wounded_is_of_the_group_that_was_wounded() -> None:
    told = tied("Two officers were killed and three others wounded. One of the wounded was in critical condition.")
    assert told == [
        "killed 2 combatants",
        "injured 3 combatants",
        "injured 1 people < injured 3 combatants",
    ]


def test_a_headline_adds_up_several_events() -> None:
    text = "9 killed in raids\n\nSix men died in a raid on Taiz. Another three men were killed in a raid on Ibb."
    assert tied(text) == [WHOLE, "killed 6 men", "killed 3 men"]


def test_combatants_are_no_share_of_civilians() -> None:
    assert tied("Raids killed 9 civilians. Six nurses died in Taiz. Another three soldiers were killed.")[1:] == [
        "killed 6 medics",
        "killed 3 combatants",
    ]
