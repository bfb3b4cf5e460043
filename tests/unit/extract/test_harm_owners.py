"""Nouns of harm with an owner whom it befell: "the mayor's murder", "the pilot's body was found"."""

import pytest

from tests.reading_sentences import brief, chunked, harm_in


def read(text: str) -> list[str]:
    return brief(harm_in(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid followed Harlan's slaying.", ["killed 1 people"]),
        ("BAKER'S MURDER AFTER RAID", ["killed 1 people"]),
        ("The two brothers' deaths in the raid were mourned.", ["killed 2 men"]),
        ("Her son's abduction by gunmen was filmed.", ["abducted 1 children"]),
        ("The three nurses' kidnapping by rebels was filmed.", ["abducted 3 medics"]),
        ("A family's displacement by the raid was filmed.", ["displaced 1 people"]),
        ("A six-year-old boy's injuries in the attack were light.", ["injured 1 children"]),
        ("The mayor, whose murder was filmed, had fled the raid.", ["killed 1 people"]),
        # an apostrophe that the text has lost
        ("The raid followed Harlans murder.", ["killed 1 people"]),
        ("The pilots murder followed the raid.", ["killed 1 combatants"]),
        ("The childs death followed the raid.", ["killed 1 children"]),
        # a body that was found
        ("The pilot's body was found after the raid.", ["killed 1 combatants"]),
        ("Harlans body was pulled from the rubble after the raid.", ["killed 1 people"]),
        ("Two boys' bodies were found after the raid.", ["killed 2 children"]),
        ("Nine men whose bodies were found had fled the raid.", ["killed 9 men"]),
    ],
)
def test_a_noun_of_harm_befell_its_owner(text: str, expected: list[str]) -> None:
    assert read(text)[: len(expected)] == expected


@pytest.mark.parametrize(
    "text",
    [
        # told before
        "The victims' deaths in the raid were mourned.",
        "His death in the raid was mourned.",
        # the owner's deed
        "The sniper's killings were filmed in the raid.",
        "Rebels' killings were filmed in the raid.",
        # an owner that is nobody
        "Last year's deaths were worse than the raid.",
        "The town's death toll from the raid was mourned.",
        "The company's murder campaign followed the raid.",
        "Mass murder was told of after the raid.",
        "Paris murders were told of after the raid.",
        # sought, or not found
        "They demanded Harlan's arrest after the raid.",
        "Rebels offered money for information leading to the mayor's arrest after the raid.",
        "The pilot's body was washed after the raid.",
    ],
)
def test_a_noun_of_harm_with_another_owner_tells_nothing_new(text: str) -> None:
    assert read(text) == []


def test_who_did_it_to_others_is_not_its_owner() -> None:
    assert read("The raid followed the army's killing of 12 bakers.") == ["killed 12 people"]


def test_an_owner_called_by_name_is_who_the_report_says() -> None:
    assert read("Rebels attacked the clinic. Sara Harlan, a nurse, hid. Harlan's murder came later.") == [
        "killed 1 medics"
    ]


def test_only_a_noun_of_harm_has_an_owner() -> None:
    (murder,) = [unit for unit in chunked("the old mayor's murder") if unit.owner]
    assert murder.owner is not None
    assert (murder.owner.word, murder.owner.determiner) == ("mayor", "the")
    assert not any(unit.owner for unit in chunked("the old mayor's car"))
