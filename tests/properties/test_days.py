from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from corroborate.locate.days import days
from corroborate.locate.time_anchor import Anchor
from corroborate.locate.time_expressions import time_expressions
from corroborate.locate.time_grammar import grammar
from corroborate.locate.time_words import rows
from corroborate.model.document import Document, document_id
from corroborate.model.ids import CaptureId
from corroborate.read.passages import passages

_WORDS = sorted({row.cells[1] for row in rows("time_words.tsv")} | {pattern.example for pattern in grammar().patterns})
_PIECES = st.one_of(
    st.sampled_from(_WORDS),
    st.integers(0, 10**12).map(str),
    st.sampled_from(["the", "in", "of", "since", "between", "and", "to", ",", ".", "-", "31/02/2018", "on", "ago"]),
    st.text(max_size=6),
)
_TEXTS = st.lists(_PIECES, max_size=25).map(" ".join)
_ANCHORS = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(_TEXTS, _ANCHORS)
def test_any_words_give_times_in_order_inside_the_text(text: str, published: date | None) -> None:
    for passage in passages(text):
        at = passage.start
        for expression in time_expressions(passage, text, Anchor(published)):
            assert at <= expression.start < expression.end <= passage.end
            at = expression.end


@given(_TEXTS, _ANCHORS)
def test_any_report_gets_its_issues_and_no_crash(text: str, published: date | None) -> None:
    capture = CaptureId("0" * 64)
    report = Document(document_id(capture, text), capture, "any", text, tuple(passages(text)), "t", published=published)
    _, issues = days(report, ())
    assert all(issue.span is not None and issue.span.holds_in(text) for issue in issues)


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_the_latest_one_up_to_publication(published: date, back: int) -> None:
    meant = published - timedelta(days=back)
    text = f"It happened on {meant:%A}."
    (passage,) = passages(text)
    (expression,) = time_expressions(passage, text, Anchor(published))
    assert expression.interval is not None
    assert (expression.interval.start, expression.interval.end) == (meant, meant)


@given(
    st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y"])
)
def test_a_full_date_means_itself_in_every_order(meant: date, form: str) -> None:
    text = f"It happened on {meant.strftime(form)} there."
    found = [e for passage in passages(text) for e in time_expressions(passage, text, Anchor(None))]
    assert [e.interval and (e.interval.start, e.interval.end) for e in found] == [(meant, meant)]
