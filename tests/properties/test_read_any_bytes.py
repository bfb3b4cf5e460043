from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.collect import sniff
from corroborate.model.document import Capture, Lead, unmarked
from corroborate.model.ids import CaptureId
from corroborate.read import read
from corroborate.read.tokens import fold, seen
from tests.reading_anything import is_left_out

LEAD = Lead("report", "report", published=date(2018, 2, 5))
MEDIA = st.sampled_from(("text/plain", "text/html", "application/pdf", "application/json", "image/png"))
OPENINGS = st.sampled_from(
    (b"", b"<html><p>", b"%PDF-1.4\n1 0 obj\n", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"{\\rtf")
)
PIECES = st.lists(
    st.one_of(
        st.binary(max_size=40),
        st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.sampled_from(
            (b"<div>", b"</p>", b"&#xD800;", b"<script>", b"endobj", b"stream\n", b"<< /Kids [1 0 R] >>", b"\r")
        ),
    ),
    max_size=12,
).map(b"".join)


@settings(max_examples=300, deadline=None)
@given(OPENINGS, PIECES, st.one_of(st.none(), MEDIA))
def test_no_bytes_make_reading_raise(opening: bytes, rest: bytes, media_type: str | None) -> None:
    content = opening + rest
    capture = Capture(CaptureId("0" * 64), len(content), media_type or sniff(content))
    document, issues = read(capture, content, LEAD)
    assert document is not None or issues
    if document is not None:
        document.text.encode("utf-8")
        assert "\r" not in document.text


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_passages_lie_in_order_in_the_text_and_hold_all_its_signs(text: str) -> None:
    capture = Capture(CaptureId("0" * 64), 1, "text/plain")
    document, _ = read(capture, text.replace("\x00", "").encode(), LEAD)
    if document is None:
        return
    at, text = 0, unmarked(document.text)
    for passage in document.passages:
        assert is_left_out(text[at : passage.start])
        assert passage.start < passage.end
        assert all(fold(seen(text[token.start : token.end])) == token.folded for token in passage.tokens)
        at = passage.end
    assert is_left_out(text[at:])
