"""Verbs of harm beside groups that they do not harm, and two verbs that share whom they harm."""

import pytest

from tests.reading_sentences import bounds, drafted


def told(text: str) -> list[str]:
    return [f"{draft.effect} {bounds(draft.count)} {draft.people}" for draft in drafted(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Suicide bombings killed and wounded more people than in any year before",
        "Air raids shot up to 4,361 in a year",
        "He has been arrested more than a dozen times",
        "The ministry expelled two diplomats",
        "Kenya deported five Iraqis and a Libyan",
        "The gunmen fled in a car",
        "Two suspects fled on foot",
        "Three doctors were shot at on the road",
        "Last year profits were badly hurt",
        "Gunmen killed them in the town",
        "They were shaved and buried in a mass grave",
        "Two men were buried on Friday",
        "Rescuers treat a victim",
        "Doctors have treated children there for years",
        "The movie was shot in 18 days",
        "A driver fled the scene",
        "Two men fled from police",
        "All the water gets treated",
        "The army relocated the school",
        "Detectives catch murder suspect",
        "There is no information about casualties",
        "Twenty people were treated for cholera",
        "He may have fled the country",
        "Officials evacuated the building",
        "The city laid off 17 jail guards",
        "Police sought two murder suspects",
        "The virus killed 40 birds",
    ],
)
def test_who_is_not_harmed_is_not_counted(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The regime expelled 300 families from the town", ["displaced 300 people"]),
        ("Congo expelled thousands of Angolans", ["displaced vague people"]),
        ("A baker was shot at around 11 p.m. on Friday", ["casualties 1 people"]),
        ("A baker was shot on Friday", ["casualties 1 people"]),
        ("A man was buried up to his neck in rubble", ["trapped 1 men"]),
        ("He met 12 wounded nurses and two displaced families", ["injured 12 medics"]),
        ("Five kidnap victims came home", ["abducted 5 people"]),
        ("Three nurses fled on foot", ["displaced 3 medics"]),
        ("Her father shot her in the stomach", ["casualties 1 people"]),
        ("A driver was badly hurt", ["injured 1 people"]),
        ("Three doctors were shot at the gate", ["casualties 3 medics"]),
        # two verbs, one object or subject
        ("Gunmen kidnapped and killed five farmers", ["abducted 5 people", "killed 5 people"]),
        ("Five farmers were kidnapped and killed", ["abducted 5 people", "killed 5 people"]),
        ("Police arrested and deported 12 men", ["detained 12 men", "displaced 12 men"]),
        ("Shells killed and wounded 12 men", ["casualties 12 men"]),
        ("The raid led to the death and injury of 20 men", ["casualties 20 men"]),
        ("A raid brought the killing or wounding of several children", ["casualties vague children"]),
        ("Five soldiers were captured while fleeing", ["detained 5 combatants"]),
        ("A court ordered life imprisonment for two men after the arrest of three", ["detained 3 people"]),
        ("Doctors treated 12 children for burns", ["injured 12 children"]),
        ("A stray bullet struck a girl", ["casualties 1 children"]),
        ("Families relocated to Hama", ["displaced vague people"]),
        ("Two officers arrested in the probe", ["detained 2 combatants"]),
        ("The raid ended without any news of casualties", ["casualties none people"]),
        ("It fell without causing human losses", ["casualties none people"]),
        ("Killed: 12 soldiers and two bakers", ["killed 12 combatants", "killed 2 people"]),
        ("Some 18 jihadist fighters and leaders were killed", ["killed ~18 combatants"]),
        ("The army said it lost 12 men", ["killed 12 combatants"]),
    ],
)
def test_who_is_harmed_is_counted(text: str, expected: list[str]) -> None:
    assert told(text) == expected
