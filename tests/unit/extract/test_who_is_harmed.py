"""Who is harmed and how many: kinds of people, peoples, ranks, lists of names, and whose losses they were."""

import pytest

from tests.reading_sentences import brief, harm_in


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Three subversives were killed and seven others wounded", ["killed 3 combatants", "injured 7 combatants"]),
        ("Two patrolmen were murdered", ["killed 2 combatants"]),
        ("They murdered the clergymen and two maids", ["killed vague people", "killed 2 people"]),
        ("Troops killed the Berom", ["killed vague people"]),
        ("Gunmen killed the Jesuits and their cook", ["killed vague people", "killed 1 people"]),
        ("They killed Noor", ["killed 1 people"]),
        ("Major Omar Noor was killed", ["killed 1 combatants"]),
        ("Gunmen abducted party secretary general Omar Noor", ["abducted 1 people"]),
        ("Gunmen abducted General Omar Noor", ["abducted 1 combatants"]),
    ],
)
def test_kinds_of_people_and_peoples(sentence: str, told: list[str]) -> None:
    assert brief(harm_in(f"{sentence}.")) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Neither Noor nor his wife was injured", ["injured none people"]),
        ("Neither the driver nor the passengers were hurt", ["injured none people"]),
        ("Neither of the two men was hurt", ["injured none men"]),
        ("The raid did not result in any casualties", ["casualties none people"]),
        ("The army did not suffer casualties", ["casualties none combatants"]),
        ("The raid did not only cause casualties", []),
        ("There were no victims", ["casualties none people"]),
        ("No victims were named", []),
        ("The army denied the killing of 12 farmers", []),
        ("The army denied the arrest of two activists", []),
    ],
)
def test_nobody_was_harmed(sentence: str, told: list[str]) -> None:
    assert brief(harm_in(f"{sentence}.")) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Did the army suffer casualties in the clash?", []),
        ("Is it true that the group killed three men?", []),
        ("Who killed the two nurses?", ["killed 2 medics"]),
        ("Why did the troops kill 12 farmers?", ["killed 12 people"]),
        ("Twelve people were killed, but did soldiers kill them?", ["killed 12 people"]),
    ],
)
def test_what_is_only_asked_is_not_told(sentence: str, told: list[str]) -> None:
    assert brief(harm_in(sentence)) == told
