"""A claim knows its kind, its origin, and an id that a rerun finds again."""

from dataclasses import replace
from datetime import date

from corroborate.model.attribution import Attribution
from corroborate.model.casualty import Count, Effect, People
from corroborate.model.claim import Claim, claim_id
from corroborate.model.ids import CaptureId, DocumentId
from corroborate.model.mention import Harm, Kind, Mention
from corroborate.model.situation import NOWHERE, Situation
from corroborate.model.source import Source, SourceKind
from corroborate.model.span import Span

CAPTURE = CaptureId("ab" * 32)
SPAN = Span(0, 11, "four people")
MENTION = Mention(SPAN, Harm(Effect.KILLED, People.PEOPLE, Count.exactly(4)), SPAN, "harm.passive")
CLAIM = Claim(
    id=claim_id(CAPTURE, MENTION),
    document=DocumentId("doc-1"),
    span=SPAN,
    passage=SPAN,
    content=MENTION.content,
    by=(),
    weapons=(),
    situation=Situation(NOWHERE, None),
    attribution=Attribution(),
    publisher="The Gazette",
    published=date(2018, 2, 5),
    part_of=None,
    rules=("harm.passive",),
    maker="test",
)


def test_a_claim_has_the_kind_of_its_content() -> None:
    assert CLAIM.kind is Kind.HARM


def test_the_origin_is_the_first_of_the_chain_not_the_nearest() -> None:
    chain = (Source("a doctor", SourceKind.MEDICAL), Source("a broadcaster", SourceKind.MEDIA))
    assert replace(CLAIM, attribution=Attribution(chain)).origin == "a doctor"


def test_the_report_in_its_own_voice_is_its_publishers_word() -> None:
    assert CLAIM.origin == "The Gazette"


def test_reports_without_a_publisher_are_not_one_origin() -> None:
    one = replace(CLAIM, publisher=None)
    other = replace(one, document=DocumentId("doc-2"))
    assert one.origin != other.origin


def test_the_same_words_in_another_capture_are_another_claim() -> None:
    assert claim_id(CAPTURE, MENTION) == CLAIM.id
    assert claim_id(CaptureId("cd" * 32), MENTION) != CLAIM.id
