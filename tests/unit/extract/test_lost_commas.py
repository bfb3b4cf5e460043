"""Noun groups that end though no comma stands between them and the next."""

import pytest

from tests.reading_sentences import bounds, drafted


def told(text: str) -> list[str]:
    return [f"{draft.effect} {bounds(draft.count)} {draft.people}" for draft in drafted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A blast hit the bus killing five women and wounding 39 police and hospital officials said",
         ["killed 5 women", "injured 39 people"]),
        ("Raids killed a boy and two women Utopia News reported", ["killed 1 children", "killed 2 women"]),
        ("Raids killed 26 people police said on Sunday", ["killed 26 people"]),
        ("Raids killed three soldiers and 10 civilians Defence Minister Omar Noor said",
         ["killed 3 combatants", "killed 10 civilians"]),
        ("A raid killed 13 people including his daughter police said",
         ["killed 13 people", "killed 1 children"]),
        ("The riot killed a dozen inmates and a female visitor Kenyan authorities said",
         ["killed 12 people", "killed 1 women"]),
        ("At least 19 were killed and 46 wounded police said", ["killed 19.. people", "injured 46 people"]),
        ("The bomb killed seven tailors injured 13 others and burned a bus", ["killed 7 people", "injured 13 people"]),
        ("A blast killed him two guards and a driver", ["killed 1 people", "killed 2 people", "killed 1 people"]),
        ("A guard his wife and two sons were killed", ["killed 1 people", "killed 1 women", "killed 2 children"]),
        ("Three women three children and one old man were killed",
         ["killed 3 women", "killed 3 children", "killed 1 men"]),
        ("He was hacked to death in a killing police said", ["killed 1 people"]),
        ("Gunmen killed a teacher and five nurses in the district officials said",
         ["killed 1 people", "killed 5 medics"]),
        ("Two were killed including a nurse and 15 others wounded",
         ["killed 2 people", "killed 1 medics", "injured 15 people"]),
    ],
)  # fmt: skip
def test_who_tells_is_not_who_suffered(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen hold five nurses hostage", ["abducted 5 medics"]),
        ("Rockets fell on five IDPs camps", []),
        ("Raids killed five civilians said an official", ["killed 5 civilians"]),
        ("A blast wounded two police officers", ["injured 2 combatants"]),
    ],
)
def test_words_that_belong_together_stay_together(text: str, expected: list[str]) -> None:
    assert told(text) == expected
