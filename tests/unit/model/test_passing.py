"""Values that no stage hands on: compared and hashed by what they hold, with no room for more."""

from dataclasses import replace

import pytest

from corroborate.model.passing import passing


@passing
class _Word:
    text: str
    forms: tuple[str, ...] = ()


def test_passing_values_are_equal_by_what_they_hold() -> None:
    assert {_Word("raid"), _Word("raid"), replace(_Word("raid"), text="raids")} == {_Word("raid"), _Word("raids")}


def test_passing_values_take_no_other_field() -> None:
    with pytest.raises(AttributeError):
        setattr(_Word("raid"), "sense", "attack")  # noqa: B010  # the type checker refuses the plain form
