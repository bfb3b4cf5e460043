"""Harm that a verb carries on past the phrases behind it."""

import pytest

from tests.reading_sentences import bounds, drafted


def told(text: str) -> list[str]:
    return [f"{draft.effect} {bounds(draft.count)} {draft.people}" for draft in drafted(text)]


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("Raids killed 20 people in Idlib, 5 in Hama and 3 in Homs.", ["killed 5 people", "killed 3 people"]),
        ("Shells killed three men in Hama and a boy in the town of Salba.", ["killed 1 children"]),
        ("Nine nurses were killed in Hama and one in the town of Salba.", ["killed 1 medics"]),
        ("Ten soldiers were wounded in the ambush along with two drivers.", ["injured 2 people"]),
        ("Ten soldiers were wounded in the ambush, as well as women and children.",
         ["injured vague women", "injured vague children"]),
        ("Raids killed 19 men, including two guards, in Hama and another 23 people in Homs.", ["killed 23 people"]),
        ("Raids killed 19 men, including two boys, and 83 soldiers.", ["killed 83 combatants"]),
        ("Raids killed 19 civilians, including two boys, and three soldiers.", ["killed 3 combatants"]),
        ("Raids left 19 men, including two boys, and 83 soldiers dead.", ["killed 83 combatants"]),
        (
            "There were 15 dead among the rebels and 23 among their foes as well as two civilians.",
            ["killed 23 combatants", "killed 2 civilians"],
        ),
        ("A guide was abducted with his driver, Sam Hill, in Salba.", ["abducted 1 people"]),
        ("He drowned with nine other adults when the boat sank.", ["killed 9 people"]),
        ("The bomb killed 25 people on the bus and 11 on the ground.", ["killed 11 people"]),
        ("Nine people died on Monday, four on Tuesday and another on Friday.", ["killed 4 people"]),
        ("One was killed in each of Hama, Homs and Salba.", ["killed 1 people"] * 3),
        ("One was killed in each of the towns of Hama and Homs.", ["killed 1 people"] * 2),
        ("Two nurses died in each of the three villages.", ["killed 2 medics"] * 3),
        ("A man was found dead, as were three children.", ["killed 3 children"]),
        ("A baker was shot dead alongside his wife and two sons.", ["killed 1 women", "killed 2 children"]),
    ],
)  # fmt: skip
def test_harm_reaches_people_behind_a_phrase(text: str, carried: list[str]) -> None:
    assert told(text)[-len(carried) :] == carried


@pytest.mark.parametrize(
    "text",
    [
        "Three people died in an attack on two nurses and a guard.",  # the nurses were attacked
        "Shells killed three men in Hama and a boy saw it.",
        "The bodies of three men were found as well as two survivors.",
        "Shells killed three men in Hama and 41 people were hungry.",
        "Shells killed three men in Hama and two goats in Homs.",
        "Three men were killed in Hama while a boy hid there.",
        "He was shot dead with two rifles.",
        "He was shot dead in a fight with two guards.",
    ],
)
def test_who_is_joined_to_others_or_does_something_is_not_reached(text: str) -> None:
    assert len(told(text)) == 1
