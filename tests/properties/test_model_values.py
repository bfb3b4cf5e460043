"""What holds of the model's values whatever they are made from."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from corroborate.errors import InvariantError
from corroborate.model.casualty import Count, Qualifier
from corroborate.model.ids import content_id
from corroborate.model.situation import Granularity, Interval
from corroborate.model.span import Span

PARTS = st.lists(st.one_of(st.text(), st.integers(), st.none()), max_size=5)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(st.text(min_size=1), st.data())
def test_a_cut_span_holds_in_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.cut(text, start, end)
    assert span.holds_in(text)
    assert span.quote == text[start:end]
    assert span.covers(span)


@given(st.text(max_size=20), st.integers(-25, 25), st.integers(-25, 25))
def test_cutting_gives_a_true_span_or_none(text: str, start: int, end: int) -> None:
    try:
        span = Span.cut(text, start, end)
    except InvariantError:
        assert not 0 <= start < end <= len(text)
    else:
        assert span.holds_in(text)


@given(PARTS, PARTS)
def test_other_parts_give_another_id(one: list[str | int | None], other: list[str | int | None]) -> None:
    assert (content_id("x", *one) == content_id("x", *other)) == (one == other)


@given(st.none() | st.integers(0, 99), st.none() | st.integers(0, 99), st.sampled_from(Qualifier))
def test_a_count_that_could_be_made_does_not_contradict_itself(
    low: int | None, high: int | None, qualifier: Qualifier
) -> None:
    try:
        count = Count(low, high, qualifier)
    except InvariantError:
        return
    assert count.low is None or count.high is None or count.low <= count.high
    assert (count.low is None and count.high is None) == (count.qualifier is Qualifier.VAGUE)


@given(DAYS, DAYS, DAYS, DAYS)
def test_overlapping_is_mutual_and_means_a_shared_day(a: date, b: date, c: date, d: date) -> None:
    one = Interval(min(a, b), max(a, b), Granularity.DAYS)
    other = Interval(min(c, d), max(c, d), Granularity.DAYS)
    shared = max(one.start, other.start) <= min(one.end, other.end)
    assert one.overlaps(other) == other.overlaps(one) == shared
    assert one.days >= 1
