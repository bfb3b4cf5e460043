"""Twice the text is twice the work, in every stage and whatever the text is made of; no test here looks at a clock."""

from collections.abc import Callable, Iterator

import pytest

from benchmark.claims import capture_of
from benchmark.speed import LEAD, SHAPES
from corroborate.attribute import attribute
from corroborate.extract import extract
from corroborate.link import link
from corroborate.locate import locate
from corroborate.read import read
from corroborate.wiring import gazetteer
from tests.counting_work import lines_run

_SHORT = 6_000  # characters
_FACTOR = 2.4  # of the work for twice the length: what is looked for within bounds may still fill them up
_CLAIMS = {"quoted sentences": 12_000, "short lines": 9_000}  # long enough to fill every bound


def _stages(text: str) -> Iterator[tuple[str, int]]:
    """Yield the stages 2 to 5 and the lines that each runs for a text."""
    content = text.encode()

    def counted(name: str, call: Callable[[], object]) -> tuple[str, int]:
        call()  # once unmeasured: what is read or worked out once for a process weighs on no text
        return name, lines_run(call)

    yield counted("read", lambda: read(capture_of(content), content, LEAD))
    document, _ = read(capture_of(content), content, LEAD)
    assert document is not None
    yield counted("extract", lambda: extract(document))
    mentions, _ = extract(document)
    yield counted("locate", lambda: locate(document, mentions, gazetteer()))
    situations, _ = locate(document, mentions, gazetteer())
    yield counted("attribute", lambda: attribute(document, mentions, situations))


def _text(shape: str, length: int) -> str:
    return "Strikes killed 5 people in Douma.\n" + SHAPES[shape](length)


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_reading_twice_the_text_is_twice_the_work(shape: str) -> None:
    once, twice = dict(_stages(_text(shape, _SHORT))), dict(_stages(_text(shape, 2 * _SHORT)))
    assert {stage: work for stage, work in twice.items() if work > _FACTOR * once[stage]} == {}


@pytest.mark.slow
@pytest.mark.parametrize("shape", _CLAIMS)
def test_linking_twice_the_claims_of_a_report_is_twice_the_work(shape: str) -> None:
    once, twice = (_link_lines(_text(shape, times * _CLAIMS[shape])) for times in (1, 2))
    assert twice <= _FACTOR * once


def _link_lines(text: str) -> int:
    content = text.encode()
    document, _ = read(capture_of(content), content, LEAD)
    assert document is not None
    mentions, _ = extract(document)
    claims, _ = attribute(document, mentions, locate(document, mentions, gazetteer())[0])
    return lines_run(lambda: link(claims))
