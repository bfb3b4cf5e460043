"""The subject that agrees with its verb, past phrases, shares and relative clauses that stand between."""

import pytest

from tests.reading_sentences import bounds, drafted


def told(text: str) -> list[str]:
    return [f"{draft.effect} {bounds(draft.count)} {draft.people}" for draft in drafted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four residents of Arin and Belo, both in the district of Upper Kaswa, were killed", ["killed 4 people"]),
        ("Four residents of Arin and Belo both in the district of Upper Kaswa, were killed", ["killed 4 people"]),
        ("A journalist known for covering gangs and smuggling networks was murdered", ["killed 1 journalists"]),
        ("A farmer who was walking between two rows of trees was wounded", ["injured 1 people"]),
        ("Six policemen who were abducted by men operating along the river have been killed", ["killed 6 combatants"]),
        ("Forty people who had been shopping at a market had been killed", ["killed 40 people"]),
        ("As all people living in the house were arrested, a raid began", ["detained vague people"]),
        ("Alex Noor had served as an officer in Arin and had been shot", ["casualties 1 people"]),
        ("A teacher and activist was killed", ["killed 1 people"]),
        ("Three villagers from Arin, in the area of Belo, have been arrested", ["detained 3 people"]),
    ],
)
def test_the_subject_agrees_with_the_verb(text: str, expected: list[str]) -> None:
    assert told(text)[-1:] == expected or set(expected) <= set(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Police in Arin say the state of Belo were overrun",
        "The driver told police that houses in Belo were buried",
        "After two men left Arin, the gates of Belo were trapped",
    ],
)
def test_people_of_another_clause_are_no_subject(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three guards were on Friday night killed in Arin", ["killed 3 people"]),
        ("The trader was on January 5, wounded", ["injured 1 people"]),
        ("The trader was yesterday, in the early hours of the morning, wounded", ["injured 1 people"]),
        ("Gunmen killed a family of six in Arin", ["killed 6 people"]),
        ("A group of twelve people was abducted in Arin", ["abducted 12 people"]),
        (
            "A bomb killed seven people and wounded nine, police and medics said",
            ["killed 7 people", "injured 9 people"],
        ),
        ("Guards wounded eight inmates involved in a riot", ["injured 8 people"]),
        ("Eight killed 20 wounded in Arin", ["killed 8 people", "injured 20 people"]),
    ],
)
def test_times_collectives_and_speakers_are_told_apart(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed Omar Nasser, a trader, in Arin", ["killed 1 people"]),
        ("Gunmen killed a party leader, Omar Nasser, and his two aides", ["killed 1 people", "killed 2 people"]),
        ("Omar Nasser, a soldier, was killed", ["killed 1 combatants"]),
        ("Three Jagei and two soldiers were killed", ["killed 3 people", "killed 2 combatants"]),
        ("The mayor of Arin and his driver were wounded", ["injured 1 people", "injured 1 people"]),
        ("Raiders killed two herders and 40 goats", ["killed 2 people"]),
        ("The head of Upper Arin, Omar Nasser, and his driver were killed", ["killed 1 people", "killed 1 people"]),
        ("The leader of a small party and his guard was shot dead", ["killed 1 people", "killed 1 people"]),
        ("A producer and an announcer have been killed", ["killed 1 people", "killed 1 people"]),
        ("A drug and theft suspect was killed", ["killed 1 people"]),
        ("Raiders killed the owner of a shop", ["killed 1 people"]),
        ("Gunmen attacked and killed a trader", ["killed 1 people"]),
    ],
)
def test_names_roles_and_owned_people_are_counted_once(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Masked men stabbed a writer to death near her home", ["killed 1 people"]),
        ("Attackers hacked 12 villagers to death", ["killed 12 people"]),
        ("Police shot two protesters dead", ["killed 2 people"]),
        ("The day ended with eight people dying", ["killed 8 people"]),
        ("Locals burned tyres", []),
        ("The judge sentenced two men to death", []),
        ("Fatalities: 3", ["killed 3 people"]),
        ("Unspecified fatalities coded as 10", ["killed 10 people"]),
        ("Gunmen killed an unspecified number of people", ["killed vague people"]),
    ],
)
def test_deaths_told_by_what_stands_behind_the_verb_or_noun(text: str, expected: list[str]) -> None:
    assert told(text) == expected
