import random

import pytest

from corroborate.reconcile.copies import in_common, reprints, sketch

WIRE = (
    "Warplanes bombed a crowded vegetable market in the town on Monday morning, killing eleven people, rescuers said."
)
EDITED = "Warplanes bombed a crowded vegetable market in the town early on Monday, killing 11 people, rescuers said."
OTHER = "Eleven shoppers died when two rockets fell among the stalls where farmers of the valley sell their vegetables."
WORDS = [f"word{number}" for number in range(4000)]


def place(*texts: str) -> dict[int, int]:
    return reprints([sketch([text]) for text in texts], range(len(texts)), whole=False)


def test_a_sentence_that_was_lightly_edited_is_a_reprint_of_the_first() -> None:
    assert place(WIRE, OTHER, EDITED) == {2: 0}


def test_a_sentence_with_its_first_half_cut_off_is_a_reprint() -> None:
    assert place(WIRE, WIRE.partition("market ")[2]) == {1: 0}


def test_few_words_in_common_are_chance() -> None:
    assert place("Five people were killed in Douma on Monday.", "Five people were killed in Douma on Monday.") == {}


def test_texts_of_one_report_are_never_reprints_of_each_other() -> None:
    assert reprints([sketch([WIRE]), sketch([WIRE])], ["a", "a"], whole=False) == {}


def test_a_flash_inside_a_longer_report_makes_the_sentence_a_reprint_and_not_the_report() -> None:
    longer = [WIRE, *(f"{OTHER} {number} hours later {OTHER[::-1]}" for number in range(3))]
    sketches = [sketch([WIRE]), sketch(longer)]
    assert reprints(sketches, ["a", "b"], whole=True) == {}
    assert reprints(sketches, ["a", "b"], whole=False) == {1: 0}


@pytest.mark.parametrize("shared", [0, 300, 1200])
def test_what_long_texts_have_in_common_is_estimated_within_a_tenth(shared: int) -> None:
    chance = random.Random(shared)  # noqa: S311  # synthetic text, no secret
    common, *ends = ([chance.choice(WORDS) for _ in range(length)] for length in (shared, 1600 - shared, 1600 - shared))
    one, other = (sketch([" ".join(common + end)]) for end in ends)
    assert abs(in_common(one, other) - max(0, shared - 2)) <= 160
