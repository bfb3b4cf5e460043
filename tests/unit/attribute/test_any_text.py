"""Whatever the words: no mention is lost, nothing fails, every span holds in its text."""

from hypothesis import given
from hypothesis import strategies as st

from corroborate.attribute import attribute
from corroborate.model.casualty import Count, Effect, People
from corroborate.model.document import Document, document_id
from corroborate.model.ids import CaptureId
from corroborate.model.mention import Harm, Mention
from corroborate.model.span import Span
from corroborate.read.passages import passages

WORDS = """the a group Observatory SOHR said says told that according to CNN who which , . ; : “ ” " ( ) 's and
but by of allegedly in Douma Reuters activists It He They reported reports statement quoted citing
as saying monitor Rami Abdel Rahman head director five people killed suspected attack accused of WHO
White Helmets video showed on Monday 12""".split()
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join), st.text(min_size=1, max_size=80)
)


@given(TEXTS, st.data())
def test_every_mention_becomes_a_claim_whose_spans_hold(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    capture = CaptureId("c" * 64)
    document = Document(document_id(capture, text), capture, "report", text, tuple(passages(text)), "test")
    span = Span.cut(text, start, end)
    mention = Mention(span, Harm(Effect.KILLED, People.PEOPLE, Count.exactly(5)), span, "test")
    claims, issues = attribute(document, (mention, mention), {})
    assert len(claims) == 1
    held = [claims[0].span, claims[0].passage, claims[0].attribution.cue, claims[0].attribution.hedge_cue]
    held += [issue.span for issue in issues]
    assert all(found.holds_in(text) for found in held if found is not None)
