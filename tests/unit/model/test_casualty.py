"""Counts keep the bounds that the words give them."""

import pytest

from corroborate.errors import InvariantError
from corroborate.model.casualty import NOBODY, VAGUE, Count, Qualifier


def test_a_plain_number_bounds_both_ends() -> None:
    assert Count.exactly(29) == Count(29, 29, Qualifier.EXACT)


def test_words_may_leave_either_end_open() -> None:
    assert Count(29, None, Qualifier.AT_LEAST).high is None
    assert Count(None, 40, Qualifier.AT_MOST).low is None


def test_nobody_is_a_number_and_vague_is_none() -> None:
    assert (NOBODY.low, NOBODY.high) == (0, 0)
    assert (VAGUE.low, VAGUE.high) == (None, None)


def test_a_low_above_the_high_is_refused() -> None:
    with pytest.raises(InvariantError):
        Count(5, 4, Qualifier.RANGE)


@pytest.mark.parametrize("qualifier", [q for q in Qualifier if q is not Qualifier.VAGUE])
def test_only_vague_words_go_without_bounds(qualifier: Qualifier) -> None:
    with pytest.raises(InvariantError):
        Count(None, None, qualifier)


def test_vague_words_set_no_bound() -> None:
    with pytest.raises(InvariantError):
        Count(24, 36, Qualifier.VAGUE)
