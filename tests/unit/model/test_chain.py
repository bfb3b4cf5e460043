"""What is likeliest of each of a chain of choices: its own odds, and those of the steps on either side."""

import pytest

from corroborate.model.chain import likeliest, odds_of, passes

STAYING = [[4.0, 1.0], [1.0, 4.0]]


def test_odds_are_those_of_the_sums_of_weights() -> None:
    assert odds_of([0.0, 0.0]) == [0.5, 0.5]
    one, other = odds_of([800.0, 799.0])
    assert one / other == pytest.approx(2.718, abs=0.001)


def test_each_choice_without_steps_that_matter_takes_its_own_likeliest() -> None:
    assert likeliest([[0.9, 0.1], [0.4, 0.6]], [[[1.0, 1.0], [1.0, 1.0]]]) == [0, 1]


def test_what_is_doubtful_by_itself_goes_with_what_stands_before_it() -> None:
    assert likeliest([[0.9, 0.1], [0.4, 0.6]], [STAYING]) == [0, 0]


def test_what_is_doubtful_by_itself_goes_with_what_stands_behind_it() -> None:
    assert likeliest([[0.4, 0.6], [0.9, 0.1]], [STAYING]) == [0, 0]


def test_choices_may_have_different_candidates() -> None:
    assert likeliest([[1.0], [0.4, 0.3, 0.3]], [[[0.1], [0.1], [2.0]]]) == [0, 2]


def test_both_passes_together_are_the_odds_over_all_ways() -> None:
    ahead, back = passes([[0.8, 0.2], [0.5, 0.5]], [STAYING])
    ways = [0.8 * 0.5 * 4 + 0.8 * 0.5 * 1, 0.2 * 0.5 * 1 + 0.2 * 0.5 * 4]
    both = [a * b for a, b in zip(ahead[0], back[0], strict=True)]
    assert both[0] / both[1] == pytest.approx(ways[0] / ways[1])


def test_no_choices_are_none() -> None:
    assert likeliest([], []) == []
