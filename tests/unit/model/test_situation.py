"""Where and when are whole values, or refused."""

from datetime import date

import pytest

from corroborate.errors import InvariantError
from corroborate.model.situation import NOWHERE, Granularity, Interval, Location


def days(start: int, end: int) -> Interval:
    return Interval(date(2018, 2, start), date(2018, 2, end), Granularity.DAYS)


def test_both_ends_of_an_interval_count() -> None:
    assert days(4, 4).days == 1
    assert days(1, 14).days == 14


def test_an_interval_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvariantError):
        days(5, 4)


def test_intervals_that_share_one_day_overlap() -> None:
    assert days(1, 4).overlaps(days(4, 6))
    assert days(4, 6).overlaps(days(1, 4))
    assert not days(1, 3).overlaps(days(4, 6))


def test_half_a_coordinate_is_refused() -> None:
    with pytest.raises(InvariantError):
        Location(("Douma",), latitude=33.57)


def test_nowhere_has_no_name_and_no_point() -> None:
    assert NOWHERE.names == ()
    assert NOWHERE.latitude is None
