"""Whom a report calls by name, as it tells elsewhere, and whom "he" and "she" mean."""

import pytest

from corroborate.model.mention import Weapon
from tests.reading_sentences import brief, harm_in

REST = " The raid was on Friday."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a title, a gloss, an age
        ("Noor was killed. The town mourned Dr. Ali Noor.", ["killed 1 medics"]),
        ("The envoy met Sam Hill, a Reuters cameraman, in May. Hill was killed.", ["killed 1 journalists"]),
        ("Layla Noor, 9, was killed.", ["killed 1 children"]),
        ("Noor was killed on the way to school. A candle was lit for 9-year-old Layla Noor.", ["killed 1 children"]),
        ("Layla Noor, 29, was killed.", ["killed 1 people"]),
        ("Noor, a member of the Civil Defence, was killed.", ["killed 1 rescuers"]),
        ("They wept for Ali Noor, head of the Salba clinic. Noor was killed.", ["killed 1 medics"]),
        ("Ali Noor, an employee of the ministry, was killed.", ["killed 1 people"]),
        ("They wept for the nurse Sami al-Noor. Al-Noor was killed.", ["killed 1 medics"]),
        ("Raids killed five men, including Sami al-Noor.", ["killed 5 men", "killed 1 men"]),
        ("A girl, identified as Layla Noor, was there. Noor was killed.", ["killed 1 children"]),
        ("The young man named Ali al-Noor fled. Al-Noor was killed.", ["displaced 1 men", "killed 1 men"]),
        ("As Layla Noor slept, it rained. Noor was killed.", ["killed 1 people"]),
        (
            "Ali Noor, his wife and two sons were killed.",
            ["killed 1 people", "killed 1 women", "killed 2 children"],
        ),
        # a family of one surname
        (
            "Omar Noor and Layla Noor, 6, were killed.",
            ["killed 1 people", "killed 1 children"],
        ),
        # pronouns
        ("Sam Hill was a nurse for years before he was killed.", ["killed 1 medics"]),
        ("Hill worked for the Mines Board when he was abducted.", ["abducted 1 people"]),
        ("A soldier came by. Layla Noor had left when she was wounded.", ["injured 1 people"]),
        ("His wife saw how he was killed.", ["killed 1 people"]),
        # what became of who was shot
        ("Noor, 52, was shot with a rifle. The killing of Ali Noor shocked the town.", ["killed 1 people"] * 2),
        ("Noor was shot with a rifle. Sam Hill died of cold.", ["casualties 1 people", "killed 1 people"]),
    ],
)
def test_a_name_stands_for_who_the_report_says_it_is(text: str, expected: list[str]) -> None:
    assert brief(harm_in(f"News of the day\n\n{text}{REST}\n")) == expected


def test_a_death_told_again_has_the_weapon_that_it_was_told_with() -> None:
    quiet = "The town met. " * 6
    first, second, *_ = harm_in(f"Sam Hill was killed. Ali Noor was killed. {quiet} Noor was shot dead on Friday.")
    assert first.weapons == ()
    assert second.weapons == (Weapon.SMALL_ARMS,)
