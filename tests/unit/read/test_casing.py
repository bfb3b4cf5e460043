from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.adapters.gazetteer import PackagedGazetteer
from corroborate.pipeline import claims_of
from corroborate.read.casing import natural
from tests.reading_sentences import report

REPORT = """Shells kill four in a market in Idlib

Four people were killed on Monday when shells hit a market in the city of Idlib, the Syrian Observatory for
Human Rights said. It's the third time this month, said Omar Halabi, a medic with the Red Crescent.

The US-led coalition denied that its jets had bombed Maarat al-Numan in May. Fighters of the National Shield [NSD]
did not comment. The NSD holds the town."""


@pytest.mark.parametrize("put", [str.upper, str.lower])
def test_a_report_without_capitals_or_without_small_letters_is_read_as_one_with_both(put: Callable[[str], str]) -> None:
    gazetteer = PackagedGazetteer()
    as_written, _ = claims_of(report(REPORT), gazetteer)
    found, _ = claims_of(report(put(REPORT)), gazetteer)
    assert [put(claim.span.quote) for claim in as_written] == [claim.span.quote for claim in found]
    assert [claim.situation for claim in as_written] == [claim.situation for claim in found]
    assert [claim.attribution.sources for claim in as_written] == [claim.attribution.sources for claim in found]


def test_it_is_spelled_as_in_a_newspaper() -> None:
    lines = REPORT.splitlines()
    assert natural(REPORT.upper()).splitlines()[2:5] == lines[2:5]
    assert natural(REPORT.upper()).splitlines()[6] == lines[6].replace("National Shield", "national shield")


def test_a_headline_in_capitals_is_spelled_as_the_text_below_it() -> None:
    text = (
        "ROSE REBELS SHELL CLAY AND RUSH\n\nThe Rose Rebels, as they call themselves, shelled Clay again. They rush on."
    )
    assert natural(text) == text.replace("ROSE REBELS SHELL CLAY AND RUSH", "Rose Rebels shell Clay and rush")


@pytest.mark.parametrize(
    ("told", "read"),
    [
        (
            "THE ARMED FRONT OF THE NORTH [FRUN] BOMBED A BRIDGE.",
            "The armed front of the north [FRUN] bombed a bridge.",
        ),
        (
            "THE ARMY OF\nFREE TAIZ [AFT] FLED.  THE ARMY OF FREE TAIZ IS AN ARMY.",
            "The Army of\nFree Taiz [AFT] fled.  The Army of Free Taiz is an army.",
        ),
        ("IN MAY THE TOWN OF ZARBEK MAY FALL, ON 3 MAY.", "In May the town of Zarbek may fall, on 3 May."),
        (
            "THEY DIDN'T FIRE ON NU'MAN'S HOUSE WITH M-16 RIFLES.",
            "They didn't fire on Nu'man's house with M-16 rifles.",
        ),
    ],
)
def test_names_and_small_words(told: str, read: str) -> None:
    assert natural(told) == read


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "BREAKING\n\nThree people were killed in Homs on Friday, SANA said. UN: AID HELD UP again.",
        "قتل ثلاثة أشخاص في الغارة على مدينة حلب، بحسب المرصد السوري لحقوق الإنسان",
        "12.05.2016 14:30\n\nNothing new was said by the two sides after their talks in Geneva.",
    ],
)
def test_what_tells_capitals_from_small_letters_stays_as_it_is(text: str) -> None:
    assert natural(text) == text


@given(st.text(alphabet=st.sampled_from("aAbBıİßẞǆÉé'’.[] \nMAYmay12"), max_size=200))
def test_only_case_is_changed_and_nothing_moves(text: str) -> None:
    read = natural(text)
    assert [sign.casefold() for sign in read] == [sign.casefold() for sign in text]
