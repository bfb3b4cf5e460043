"""What the claims of one event share."""

from datetime import date

from corroborate.link.profile import shared_days
from corroborate.model.situation import Granularity, Interval


def days(first: int, last: int) -> Interval:
    return Interval(date(2018, 2, first), date(2018, 2, last), Granularity.DAYS)


def test_spans_share_the_days_that_lie_in_all() -> None:
    shared = shared_days(days(1, 5), None, days(3, 9))
    assert shared is not None
    assert (shared.start.day, shared.end.day) == (3, 5)


def test_of_spans_that_share_no_day_the_finest_is_left() -> None:
    assert shared_days(days(1, 4), days(6, 7)) == days(6, 7)


def test_no_spans_share_nothing() -> None:
    assert shared_days(None, None) is None
