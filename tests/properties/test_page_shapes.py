"""Pages of every shape are read or refused with an issue, whatever their tags do."""

import hashlib

import pytest

from benchmark.pages import SHAPES
from benchmark.speed import LEAD
from corroborate.model.document import Capture
from corroborate.model.ids import CaptureId
from corroborate.model.issue import IssueKind
from corroborate.model.record import Reading
from corroborate.pipeline import read_report
from corroborate.wiring import gazetteer
from tests.reading_anything import violations

_SMALL = 30_000  # characters


def _read(page: str) -> Reading:
    content = page.encode()
    capture = Capture(CaptureId(hashlib.sha256(content).hexdigest()), len(content), "text/html")
    return read_report(capture, content, LEAD, gazetteer())


@pytest.mark.parametrize("shape", SHAPES)
def test_a_page_of_any_shape_is_read_or_refused_with_an_issue(shape: str) -> None:
    assert list(violations(_read(SHAPES[shape](_SMALL)))) == []


@pytest.mark.parametrize("value", ["1", '">"', "'<b>'"])
def test_a_tag_of_very_many_attributes_is_refused_whatever_stands_in_them(value: str) -> None:
    attributes = " ".join(f"a{number}={value}" for number in range(600))
    reading = _read(f"<html><body><p>Strikes killed 5 people in Douma.</p><p {attributes}>end</p></body></html>")
    assert [issue.kind for issue in reading.issues] == [IssueKind.TOO_LARGE]


def test_a_long_value_of_one_attribute_is_none_of_many() -> None:
    drawn = "M 1 2 L 3 4 " * 2_000
    reading = _read(f'<html><body><p>Strikes killed 5 people in Douma.</p><path d="{drawn}"/></body></html>')
    assert [claim.span.quote for claim in reading.claims if claim.kind == "harm"] == ["killed 5 people"]
