"""A span is an exact stretch of text, or it is refused."""

import pytest

from corroborate.errors import InvariantError
from corroborate.model.span import Span

TEXT = "Four people died. قتل أربعة 🕊 in the north."


def test_a_cut_span_carries_the_words_that_stand_there() -> None:
    span = Span.cut(TEXT, 5, 11)
    assert span.quote == "people"
    assert span.holds_in(TEXT)


def test_offsets_are_code_points_beyond_the_basic_plane_too() -> None:
    start = TEXT.index("🕊")
    assert Span.cut(TEXT, start, start + 1).quote == "🕊"
    assert Span.cut(TEXT, start + 2, start + 4).quote == "in"


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 4), (-2, 3), (len(TEXT) - 1, len(TEXT) + 1)])
def test_a_stretch_that_the_text_has_not_cannot_be_cut(start: int, end: int) -> None:
    with pytest.raises(InvariantError):
        Span.cut(TEXT, start, end)


def test_a_quote_of_another_length_is_refused() -> None:
    with pytest.raises(InvariantError):
        Span(0, 4, "Fours")


def test_a_stored_span_does_not_hold_in_another_text() -> None:
    assert not Span(0, 4, "Five").holds_in(TEXT)


def test_spans_that_touch_do_not_overlap() -> None:
    assert not Span.cut(TEXT, 0, 4).overlaps(Span.cut(TEXT, 4, 8))
    assert Span.cut(TEXT, 0, 5).overlaps(Span.cut(TEXT, 4, 8))


def test_a_span_covers_itself_and_what_lies_inside() -> None:
    whole, part = Span.cut(TEXT, 0, 11), Span.cut(TEXT, 5, 11)
    assert whole.covers(whole)
    assert whole.covers(part)
    assert not part.covers(whole)


def test_spans_sort_in_text_order() -> None:
    first, second, third = Span.cut(TEXT, 0, 4), Span.cut(TEXT, 0, 11), Span.cut(TEXT, 5, 11)
    assert sorted([third, second, first]) == [first, second, third]
