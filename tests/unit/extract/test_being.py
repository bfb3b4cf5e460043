"""Who the harmed are told to be."""

import pytest

from tests.reading_sentences import brief, harm_in

WHOLE = "killed 20 people"


def told(text: str) -> list[str]:
    """Return the harm told behind a toll of twenty, each with the sign "<" where it is a share of it."""
    found = harm_in(f"Shells killed 20 people in Aden. {text}")
    words = brief(found)
    return [words[at] + (" <" if one.part_of == found[0].id else "") for at, one in enumerate(found)][1:]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("At least six of those killed were rebel fighters.", ["killed 6.. combatants <"]),
        ("Ten of those killed are believed to be civilians.", ["killed 10 civilians <"]),
        ("Ten of those killed were identified as soldiers.", ["killed 10 combatants <"]),
        ("Ten of those killed were identified by a clinic as civilians.", ["killed 10 civilians <"]),
        ("Ten of the dead were civilians.", ["killed 10 civilians <"]),
        ("At least ten of them were civilians.", ["killed 10.. civilians <"]),
        ("Ten of them were soldiers and two were nurses.", ["killed 10 combatants <", "killed 2 medics <"]),
        ("The dead were 12 civilians and eight soldiers.", ["killed 12 civilians <", "killed 8 combatants <"]),
        ("The dead: 12 civilians and eight soldiers.", ["killed 12 civilians <", "killed 8 combatants <"]),
        ("All those killed were soldiers.", ["killed vague combatants <"]),
        ("Among those killed was a nurse who was killed by a shell.", ["killed 1 medics"]),
        ('The victims included "nurses and soldiers".', ["killed vague medics <", "killed vague combatants <"]),
        ("Among those killed were 12 civilians.", ["killed 12 civilians <"]),
        ("Two guards and a nurse made up the rest of the dead.", ["killed 2 people <", "killed 1 medics <"]),
        ("The remainder of the dead were farmers and rebels.", ["killed vague people <", "killed vague combatants <"]),
        (
            "Ten of the dead were soldiers while the rest were nurses and farmers.",
            ["killed 10 combatants <", "killed vague medics", "killed vague people"],
        ),
    ],
)
def test_a_number_of_the_harmed_is_told_with_who_they_were(text: str, shares: list[str]) -> None:
    assert told(text) == shares


@pytest.mark.parametrize(
    "text",
    [
        "Most of those killed were women.",
        "The dead were soldiers.",
        "Six of them were not civilians.",
        "The town has a garrison. Ten of them were soldiers.",
    ],
)
def test_who_they_were_alone_is_no_number_of_the_harmed(text: str) -> None:
    assert told(text) == []
