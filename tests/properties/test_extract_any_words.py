"""The grammar holds whatever the words: no crash, every quote verbatim, every share tied to a mention of the report."""

from hypothesis import given
from hypothesis import strategies as st

from corroborate.extract import extract
from corroborate.model.document import Document, document_id
from corroborate.model.ids import CaptureId
from corroborate.read.passages import passages

_WORDS = (
    "killed wounded dead died injured including among them of whom the a an 5 dozens several no one "
    "people civilians children soldiers who which that was were been have has not to by in on with for "
    'and or , . ; : ( ) " “ ” | • - 12,000 at least more than between air strikes airstrike shelling '
    "attack bombs missiles hospital houses accused denied responsibility claimed blamed behind Russia "
    "Idlib ISIS regime forces he they it said could verify whether massacre toll rose lives lost forced "
    "from their homes rubble under"
).split()
_CAPTURE = CaptureId("0" * 64)


def _document(text: str) -> Document:
    return Document(document_id(_CAPTURE, text), _CAPTURE, "any", text, tuple(passages(text)), "test")


def _holds(text: str) -> None:
    mentions, _ = extract(_document(text))
    ids = {mention.id for mention in mentions}
    for mention in mentions:
        assert mention.span.holds_in(text)
        assert mention.trigger.holds_in(text)
        assert mention.part_of is None or mention.part_of in ids
        assert mention.rule


@given(st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join))
def test_any_order_of_its_own_words_is_read_without_a_crash(text: str) -> None:
    _holds(text)


@given(st.text(max_size=300))
def test_any_unicode_text_is_read_without_a_crash(text: str) -> None:
    _holds(text)
