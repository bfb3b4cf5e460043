"""Verbs that mean harm beside people, harm told as figures, bodies that were found."""

import pytest

from tests.reading_sentences import bounds, drafted


def told(text: str) -> list[str]:
    return [f"{draft.effect} {bounds(draft.count)} {draft.people}" for draft in drafted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a share of the displaced
        (
            "The area is home to over 1.1 million of Utopia's 6.5 million internally displaced people",
            ["displaced 1100001.. people", "displaced 6500000 people"],
        ),
        # who the dead were, who was feared dead, put to death, overcome
        ("Three of the dead were children", ["killed 3 children"]),
        ("Three of the dead were found", ["killed 3 people"]),
        ("As many as 40 people were feared dead", []),
        ("His father was executed by rebels", ["killed 1 men"]),
        ("Dozens of women were overcome by tear gas", ["injured vague women"]),
        ("The army said 30 militants were rendered ineffective", ["casualties 30 combatants"]),
        ("Dozens of fighters loyal to the president died", ["killed vague combatants"]),
        ("The raid killed 18 people, with 14 nurses among them", ["killed 18 people", "killed 14 medics"]),
        # captured
        ("The rebels captured 12 soldiers", ["detained 12 combatants"]),
        ("Gunmen seized two aid workers on the road", ["abducted 2 people"]),
        ("Police captured three suspects", ["detained 3 people"]),
        ("Two pilots captured by rebels were shown", ["detained 2 combatants"]),
        ("Eight Turkish soldiers are being held by the rebels", ["detained 8 combatants"]),
        ("The militia is holding 21 nurses as human shields", ["abducted 21 medics"]),
        ("The meeting was held by the board", []),
        ("It is a large jail holding 4,000 people", ["detained 4000 people"]),
        ("The raid killed 40 cows and two goats", []),
        ("They held two men responsible for it", []),
        ("Rebels captured the town", []),
        ("They arrested two bakers and seized their bread", ["detained 2 people"]),
        ("A father and his son captured the 12 foot shark", []),
        ("A video captured three men on a roof", []),
        # held back
        ("More than 300 civilians are being prevented by militants from fleeing", ["trapped 301.. civilians"]),
        ("Families trying to leave the town were barred from leaving", ["trapped vague people"]),
        ("The militants prevented 300 families from leaving", ["trapped 300 people"]),
        ("Residents were not allowed to leave", ["trapped vague people"]),
        ("Residents were allowed to leave", []),
        ("The law prevents people from stealing", []),
        # affected, struck
        ("Twelve people were affected by the gas", ["injured 12 people"]),
        ("No foreigners were affected by the blast", ["casualties none people"]),
        ("Twelve people were affected by the flood", []),
        ("Two men were hit by a stray bullet", ["casualties 2 men"]),
        ("A boy was struck in the head", ["injured 1 children"]),
        ("Six women were cut by flying glass", ["injured 6 women"]),
        ("The road was cut by rebels", []),
        ("Food for residents was cut by rebels", []),
        # lives
        ("The war has claimed soldiers' lives", ["killed vague combatants"]),
        ("Two guards paid with their lives", ["killed 2 people"]),
        # figures
        ("Dead: 192 Injured: 4,877 Missing: 12", ["killed 192 people", "injured 4877 people", "missing 12 people"]),
        ("Civilian victims of the war exceed 10,000", ["casualties 10001.. civilians"]),
        ("The victims in Hama numbered 213", ["casualties 213 people"]),
        ("Victims of the war exceed 9,000", ["casualties 9001.. people"]),
        ("The dead numbered at least 30", ["killed 30.. people"]),
        ("The dead said that 12 left", []),
        ("The victims said 12 left", []),
        # bodies
        ("The body of Karim Noor was found", ["killed 1 people"]),
        ("The bodies of Karim Noor and his son were recovered", ["killed 1 people", "killed 1 children"]),
        ("A nurse's body was discovered in a ditch", ["killed 1 medics"]),
        ("They found a body in the river", ["killed 1 people"]),
        ("They hoped to recover the body of Karim Noor", []),
        ("The body of the text was found to be long", []),
    ],
)
def test_harm_is_read_where_people_stand(text: str, expected: list[str]) -> None:
    assert told(text) == expected
