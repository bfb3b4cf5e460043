"""A judgement finds its claim again wherever a newer version begins and ends it, whatever id that gives it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from corroborate.model.claim import Claim
from corroborate.model.document import Document
from corroborate.model.ids import CaptureId, ClaimId, DocumentId
from corroborate.model.judgement import Anchor, Judgement, Verdict
from corroborate.model.span import Span
from corroborate.replay import replay
from tests.making_claims import Report, killed

_WIDTH, _MARGIN = 30, 5  # characters of a claim's words, and how far a newer version may move their ends
TEXT = "".join(f"{number:03d} people were killed there, a medic said. " for number in range(12))
DOCUMENT = Document(DocumentId("doc-1"), CaptureId("0" * 64), "a", TEXT, (), "reader")


def claim(start: int, number: int, name: str) -> Claim:
    span = Span.cut(TEXT, start, start + _WIDTH)
    made = Report("a").tell(killed(number), span.quote)
    return replace(made, id=ClaimId(name), document=DOCUMENT.id, span=span, passage=span)


@st.composite
def readings(draw: st.DrawFn) -> tuple[list[Claim], list[Claim]]:
    """Return the claims of a report, and the same as a newer version reads them: other ids, other ends."""
    starts = draw(st.lists(st.integers(1, 9), min_size=1, max_size=6, unique=True))
    old = [claim(start * _WIDTH, start, f"claim-{start}") for start in starts]
    new = [
        claim(one.span.start + draw(st.integers(-_MARGIN, _MARGIN)), start, f"claim-new-{start}")
        for one, start in zip(old, starts, strict=True)
    ]
    return old, draw(st.permutations(new))


def judged(one: Claim, minute: int) -> Judgement:
    anchor = Anchor(one.id, one.id, DOCUMENT.capture, one.span, one.content)
    made_at = datetime(2018, 3, 1, tzinfo=UTC) + timedelta(minutes=minute)
    return Judgement(Verdict.REJECT, (one.id,), "Rana", "read", made_at, anchors=(anchor,))


@given(readings(), st.randoms())
def test_each_judgement_finds_its_own_claim_again(case: tuple[list[Claim], list[Claim]], chance: st.DataObject) -> None:
    old, new = case
    judgements = [judged(one, minute) for minute, one in enumerate(old)]
    found = replay(new, judgements, [DOCUMENT])
    assert [j.subjects for j in found.judgements] == [(f"claim-new-{one.id.split('-')[1]}",) for one in old]
    assert [j.id for j in found.judgements] == [j.id for j in judgements]
    assert found.doubts == ()
    chance.shuffle(judgements)  # type: ignore[attr-defined]  # hypothesis hands over a Random
    assert replay(new, judgements, [DOCUMENT]) == found


@given(readings())
def test_a_judgement_whose_claim_is_gone_speaks_of_no_other(case: tuple[list[Claim], list[Claim]]) -> None:
    old, new = case
    gone = f"claim-new-{old[0].id.split('-')[1]}"
    found = replay([one for one in new if one.id != gone], [judged(old[0], 0)], [DOCUMENT])
    assert found.judgements == ()
    assert len(found.doubts) == 1
