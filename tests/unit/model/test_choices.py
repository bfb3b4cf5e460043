import copy
from collections.abc import Callable

import pytest

from corroborate.model.choices import Choices


class Side(Choices):
    """A list for these tests."""

    LEFT = "left"
    RIGHT = "right"


def test_a_member_is_its_word_and_one_of_its_list() -> None:
    assert isinstance(Side.LEFT, Side)
    assert f"{Side.LEFT}, {Side.RIGHT.value}" == "left, right"


def test_a_list_gives_its_members_in_their_order() -> None:
    assert list(Side) == [Side.LEFT, Side.RIGHT]


@pytest.mark.parametrize("again", [lambda one: Side(one.value), copy.deepcopy])
def test_a_member_made_again_is_the_same(again: Callable[[Side], Side]) -> None:
    assert again(Side.LEFT) is Side.LEFT


def test_no_other_word_makes_a_member() -> None:
    with pytest.raises(ValueError, match="up"):
        Side("up")
