"""Harm that its words take back, and harm beside such words that did happen."""

import pytest

from tests.reading_sentences import bounds, drafted


def told(text: str) -> list[str]:
    return [f"{draft.effect} {bounds(draft.count)} {draft.people}" for draft in drafted(text)]


@pytest.mark.parametrize(
    "text",
    [
        # denied
        "A spokesman denied that air raids had forced villagers to flee",
        "The army denied killing 30 people and wounding 12",
        "He dismissed reports that 12 soldiers had been killed",
        "There is no evidence that civilians were killed",
        "Two suspects have been charged but not arrested",
        "He said they'll all get killed",
        # told falsely
        "Two soldiers were mistakenly reported killed",
        "A baker was falsely said to have died",
        "The army wrongly said that 12 rebels were killed",
        "The station had earlier erroneously reported that nine people were killed",
        "The mayor was wrongly believed dead",
        "An earlier report that 12 people had died was wrong",
        "Reports of 12 deaths in the blast proved incorrect",
        "The agency withdrew its report that 12 people were killed",
        "The agency corrected an earlier report that 12 people had died",
        "Contrary to earlier reports that 12 people died, the raid failed",
        "It was not true that 12 people died",
        "It is untrue that 12 people died",
        # all but happened
        "The blast nearly killed two soldiers",
        "Two soldiers were almost killed",
        # doubted
        "It was unclear whether the group was suggesting that three people died of gas",
        "He did not know whether the two men had been abducted",
        # vowed
        "Her husband had vowed to live and die there",
        "He did not say whether there were nurses among the dead",
        # aimed at, barred, avoided
        "She heard him talk about killing a minister",
        "Guards were banned from arresting civilians",
        "The order prevented the army from killing civilians",
        "They spoke of a plan for storming the camp and killing three guards",
        "The raid ended without killing civilians",
        "They guarded the road at the expense of saving lives",
        # sought, feared
        "A reward was offered for information leading to the arrest of two men",
        "The court issued a warrant for the arrest of two generals",
        "They demanded the arrest of three officers",
        "Shelling could result in the deaths of two children",
        "Any injury to a child is one too many",
        "The two sides agreed on the evacuation of 300 families",
        # what is done to people, of nobody in particular
        "There is no genocide",
        "The flight of two jets woke the town",
    ],
)
def test_what_words_take_back_is_no_harm(text: str) -> None:
    assert told(text) == []


def test_what_somebody_will_look_into_has_happened() -> None:
    assert told("A panel would investigate the killing of two hostages") == ["killed 2 people"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The group denied the raid, which killed 12 civilians", ["killed 12 civilians"]),
        ("The raid killed 12 people after the army denied that it was near", ["killed 12 people"]),
        ("The militia is accused of killing 12 men", ["killed 12 men"]),
        ("Two soldiers were mistakenly killed", ["killed 2 combatants"]),
        ("The army, which wrongly announced a truce, killed 12 people", ["killed 12 people"]),
        ("The report that 12 people died was true", ["killed 12 people"]),
        ("The army did not withdraw its report that 12 people died", ["killed 12 people"]),
        ("Two soldiers were almost certainly killed", ["killed 2 combatants"]),
        ("He did not deny that three men were killed", ["killed 3 men"]),
        ("The group put right its toll saying three men had died", ["killed 3 men"]),
        ("They were told of the killing of two nurses", ["killed 2 medics"]),
        ("There is information about the death of three drivers", ["killed 3 people"]),
        (
            "He did not say whether there was a raid however noted that a commander had been killed",
            ["killed 1 combatants"],
        ),
        ("They announced the arrest of three officers", ["detained 3 combatants"]),
    ],
)
def test_harm_beside_such_words_is_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected
