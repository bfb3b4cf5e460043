"""Harm that illness, weather or an accident did, beside harm by force."""

import pytest

from corroborate.extract import extract
from tests.reading_sentences import brief, harm_in, report

_WAR = "Rebels shelled the town on Monday, killing four men. "


@pytest.mark.parametrize(
    "text",
    [
        "Cholera has killed 40 people in the valley. Three more have died since.",
        "A bus overturned near the lake. Nine passengers were injured and two died.",
        "The quake left 12 people dead. At least 50 are missing.",
        "His aunt died when the boat sank. Her brother was rescued.",
        "Three people were killed in a car crash.",
    ],
)
def test_a_report_of_a_mishap_without_a_word_of_force_tells_no_harm(text: str) -> None:
    assert harm_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last year 60 people died of measles.", []),
        ("Sixty people died of measles and shelling last year.", ["killed 60 people"]),
        ("The floods displaced 300 families.", []),
        ("Dozens starved to death as disease spread in the besieged camp.", ["killed vague people"]),
        ("Two men were killed on the road.", ["killed 2 men"]),
        ("Police arrested two nurses after the flu vaccine ran out.", ["detained 2 medics"]),
    ],
)
def test_a_mishap_in_a_report_of_force_is_left_by_its_own_sentence(text: str, expected: list[str]) -> None:
    assert brief(harm_in(_WAR + text)) == ["killed 4 men", *expected]


def test_a_report_of_sport_tells_no_force() -> None:
    match = "The striker scored before halftime. Her coach praised the shot, and the attack on the goal that followed."
    assert (
        extract(report(f"{match} The visitors bombarded the keeper and stormed their way to the top of the league."))[0]
        == ()
    )


def test_force_at_a_game_is_force() -> None:
    match = "The striker scored before halftime at the league's stadium."
    assert brief(harm_in(f"{match} Gunmen then killed three men.")) == ["killed 3 men"]


def test_who_is_held_is_told_even_beside_an_illness() -> None:
    assert brief(harm_in("Police arrested three men over the flu vaccine.")) == ["detained 3 men"]
