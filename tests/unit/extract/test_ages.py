"""Ages behind people: no part of the sentence that a rule needs, but they tell children."""

import pytest

from tests.reading_sentences import brief, harm_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Layla Noor, 7, and her brother Sami, 4, were killed by a mine.", ["killed 1 children"] * 2),
        ("Children as young as nine were killed in the raid.", ["killed vague children"]),
        ("Two women aged 58 and 63 were wounded in the attack.", ["injured 2 women"]),
        ("Three residents aged between 50 and 72 were wounded.", ["injured 3 people"]),
        ("Villagers aged from 17 to 30 were killed in the raid.", ["killed vague people"]),
        ("A guest, aged 12, and a man aged 60 were injured in the shelling.", ["injured 1 children", "injured 1 men"]),
        (
            "The strike killed Ali Noor (34), his wife Sara (30) and their two nephews, aged 3 and 5.",
            ["killed 1 people", "killed 1 women", "killed 2 children"],
        ),
        ("Ali Noor, 40 years old, died on the spot.", ["killed 1 people"]),
        ("Ahmad Khalil 34 was killed when a drone hit his car.", ["killed 1 people"]),
        ("A child named Sami Noor, from the old city, aged 9, was killed.", ["killed 1 children"]),
        ("Two women from the old city, aged 30 and 40, were killed.", ["killed 2 women"]),
        # what counts or dates is no age
        ("In Deir Ezzor 34 were killed.", ["killed 34 people"]),
        ("In Homs, 12 died, and in Hama, 7 people were killed.", ["killed 12 people", "killed 7 people"]),
        ("On May 5, 2019, 12 people were killed in Idlib.", ["killed 12 people"]),
        ("Shells hit Homs, 70 people were wounded.", ["injured 70 people"]),
    ],
)
def test_an_age_stands_in_no_ones_way(text: str, expected: list[str]) -> None:
    assert brief(harm_in(text)) == expected
