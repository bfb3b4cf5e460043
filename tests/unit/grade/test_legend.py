"""What a reader is told of a methodology."""

import pytest

from corroborate.grade import legend, load, methodologies


def test_the_rules_of_a_methodology_are_told_in_sentences() -> None:
    told = legend(load("ucdp")).rules
    assert told[0].startswith("Killed, people in all: low is the least that the origins that stand allow")
    assert "best is the figure that the counts of most origins allow" in told[0]
    assert "figures that one origin gives of civilians and combatants are added" in told[0]
    assert "Figures of these kinds of source count only where no other gives one: armed group." in told
    assert "What a party concedes of its own doing counts as any figure." in told


def test_words_are_told_with_what_they_are_taken_for() -> None:
    assert "“dozens” as 12 to 24" in " ".join(legend(load("airwars")).rules)
    assert "Words without a number (“dozens”) set no end." in legend(load("gppi")).rules
    assert any(rule.startswith("Words without a number count beside numbers") for rule in legend(load("acled")).rules)


@pytest.mark.parametrize("name", methodologies())
def test_each_grade_has_its_meaning_and_each_rule_is_a_sentence(name: str) -> None:
    told = legend(load(name))
    assert all(meaning.endswith(".") for _, meaning in told.grades)
    assert all(rule.endswith(".") for rule in told.rules)
