"""The harmed called by name: who the dead were, and lists of names behind a number."""

import pytest

from tests.reading_sentences import brief, harm_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The dead were named as Karim Noor, 34, a father of two, and Omar Nadir.",
            ["killed 1 men", "killed 1 people"],
        ),
        ("More victims have been identified: Dan Cole, 59; Dov and Dina Katz, both aged 77.", ["killed 1 people"] * 3),
        ("The victim of the May 3 strike on the town was Karim Noor.", ["killed 1 people"]),
        ("The soldiers killed were Captain Karim Noor and Lieutenant Omar Nadir.", ["killed 1 combatants"] * 2),
        ("The names of the wounded are Karim Noor and Omar Nadir.", ["injured 1 people"] * 2),
        ("Wounded: Karim Noor, Omar Nadir.", ["injured 1 people"] * 2),
        ("Arrested: Karim Noor and Omar Nadir.", ["detained 1 people"] * 2),
        ("The dead boy was identified as Karim Noor.", ["killed 1 children"]),
        (
            "Captain Karim Noor alongside nine of his comrades was killed.",
            ["killed 1 combatants", "killed 9 combatants"],
        ),
        ("The ministry named the dead as Karim Noor and Omar Nadir.", ["killed 1 people"] * 2),
    ],
)
def test_the_harmed_are_told_by_their_names(text: str, expected: list[str]) -> None:
    assert brief(harm_in(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The dead were from Hama and Homs.",
        "The victims were identified as Ruritanian citizens.",
        "The wounded were taken to Karim Hospital and Noor Hospital.",
        "The victims were not Karim Noor and Omar Nadir.",
    ],
)
def test_where_the_harmed_are_from_or_were_taken_is_no_name(text: str) -> None:
    assert brief(harm_in(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men were killed: Karim Noor and Omar Nadir.", ["killed 2 men", "killed 1 men", "killed 1 men"]),
        ("Raids killed two guards, identified as Karim Noor and Omar Nadir.",
         ["killed 2 people", "killed 1 people", "killed 1 people"]),
        # as many names as there are people, and more than one
        ("Three men were killed: Karim Noor and Omar Nadir.", ["killed 3 men"]),
        ("A man, named as Karim Noor, was killed.", ["killed 1 men"]),
    ],
)  # fmt: skip
def test_names_behind_a_number_are_its_shares(text: str, expected: list[str]) -> None:
    assert brief(harm_in(text)) == expected
