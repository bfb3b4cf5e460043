"""Tokens as words: known phrases, numbers, and words that the report only offers between quotation marks."""

import pytest

from corroborate.extract.lexicon import lexicon
from corroborate.extract.words import words_of
from tests.reading_sentences import bounds, drafted, sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The army said 40 "terrorists" had been "neutralised" in the hills', ["casualties 40 combatants"]),
        ("At least six ``brigands'' were killed", ["killed 6.. people"]),
        ("Some ‘dozens of’ villagers were killed", ["killed vague people"]),
        ('Five "security guards" were killed', ["killed 5 people"]),
        ('The raid "killed" two men', ["killed 2 men"]),
        ('Two members of the "Cedar Oath" were killed', ["killed 2 combatants"]),
        ('Five members of the "Northern Shield Brigades of Hama" were killed', ["killed 5 combatants"]),
        ('A nurse and a member of the "Cedar Oath," were killed', ["killed 1 medics", "killed 1 combatants"]),
        ('"Several dozen" were injured', ["injured vague people"]),
        ('A mob "hacked and burnt" eight bakers to death', ["killed 8 people"]),
        # the letters for a name
        ("Five Popular Guard Forces (PGF) fighters were killed", ["killed 5 combatants"]),
        ("Four Eastern Desert Guard (EDG) officers died", ["killed 4 combatants"]),
        ("The Eastern Desert Guard (EDG) said two nurses died", ["killed 2 medics"]),
        # speech keeps its marks
        ('He said, "Five farmers were killed"', ["killed 5 people"]),
    ],
)
def test_marks_around_a_word_or_two_part_nothing(text: str, expected: list[str]) -> None:
    assert [f"{one.effect} {bounds(one.count)} {one.people}" for one in drafted(text)] == expected


def test_only_words_that_tie_others_together_and_signs_stand_alone() -> None:
    text = "Because of a raid, he was following those who were trying to flee to two 'safe' towns."
    alone = [word.folded for word in words_of(sentence(text).tokens, lexicon()) if word.stands_alone]
    assert alone == ["because of", ",", "."]


def test_a_number_and_its_measure_are_one_word_before_what_is_measured() -> None:
    tokens = sentence("Two 250-kilogram bombs fell.").tokens
    assert "250-kilogram" in [word.folded for word in words_of(tokens, lexicon())]
