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
