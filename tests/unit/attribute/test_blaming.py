"""The days of what somebody is blamed for, lent by the act that is told."""

from datetime import date

import pytest

from corroborate.attribute import attribute
from corroborate.model.casualty import Count
from corroborate.model.document import Document, document_id
from corroborate.model.ids import CaptureId
from corroborate.model.mention import Attack, Blame, Mention, Method, Stance
from corroborate.model.situation import NOWHERE, Granularity, Interval, Situation
from corroborate.model.span import Span
from corroborate.read.passages import passages
from tests.making_claims import day

AUGUST, APRIL = Interval(date(2013, 8, 1), date(2013, 8, 31), Granularity.MONTH), day("2017-04-04")


def day_of_blame(text: str, rule: str) -> Interval | None:
    """Return the days of a blame that another stage gave those of the main event by a rule; the gas was in August."""
    capture = CaptureId("c" * 64)
    document = Document(document_id(capture, text), capture, "report", text, tuple(passages(text)), "test")
    gas, blame = (
        Mention(Span.cut(text, at, at + len(quote)), content, Span.cut(text, at, at + len(quote)), "test")
        for quote, content in (
            ("Gas fell on the town", Attack(Method.CHEMICAL_ATTACK, Count.exactly(1), None)),
            ("blamed rebels", Blame("rebels", Stance.ACCUSED, None)),
        )
        if (at := text.index(quote)) >= 0
    )
    told = {gas.id: Situation(NOWHERE, AUGUST, "", "month"), blame.id: Situation(NOWHERE, APRIL, "", rule)}
    claims, _ = attribute(document, (gas, blame), told)
    return claims[1].situation.when


@pytest.mark.parametrize(
    ("text", "rule", "expected"),
    [
        ("Gas fell on the town. The army blamed rebels.", "focus", AUGUST),
        ("Gas fell on the town. It was hot. The army blamed rebels.", "main-event", AUGUST),
        ("Gas fell on the town. The army blamed rebels in April.", "same-sentence:month", APRIL),
        ("Gas fell on the town. It was hot. It was dry. Aid came. The army blamed rebels.", "focus", APRIL),
        ("The army blamed rebels. Gas fell on the town.", "focus", APRIL),
    ],
)
def test_blame_without_days_has_those_of_the_act_told_last(text: str, rule: str, expected: Interval) -> None:
    assert day_of_blame(text, rule) == expected
