"""Captures are known by their bytes, documents by what was read from them."""

import hashlib

import pytest

from corroborate.errors import InvariantError
from corroborate.model.document import Capture, document_id
from corroborate.model.ids import CaptureId
from tests.reading_sentences import report

DIGEST = hashlib.sha256(b"a report").hexdigest()


def test_a_capture_is_known_by_its_sha256() -> None:
    assert Capture(CaptureId(DIGEST), 8, "text/plain").id == DIGEST


@pytest.mark.parametrize("wrong", ["", "abc", DIGEST.upper(), DIGEST[:-1] + "g", DIGEST + "0"])
def test_a_capture_with_another_id_is_refused(wrong: str) -> None:
    with pytest.raises(InvariantError):
        Capture(CaptureId(wrong), 8, "text/plain")


def test_a_document_changes_its_id_with_its_text_and_its_capture() -> None:
    other = CaptureId(hashlib.sha256(b"another").hexdigest())
    ids = {
        document_id(CaptureId(DIGEST), "a report"),
        document_id(CaptureId(DIGEST), "a report."),
        document_id(other, "a report"),
    }
    assert len(ids) == 3


def test_an_offset_lies_in_the_passage_that_begins_last_before_it() -> None:
    document = report("First sentence here.\n\nA second one.")
    second = document.passages[1].start
    assert [document.passage_at(offset) for offset in (0, second - 1, second, len(document.text))] == [0, 0, 1, 1]
