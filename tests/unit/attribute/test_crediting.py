import pytest

from corroborate.attribute.crediting import House, house
from tests.asking_who_says import report


@pytest.mark.parametrize(
    "opening",
    [
        "BEIRUT (Reuters) - Five people were killed.",
        "BEIRUT/AMMAN, February 5 (Reuters) \N{EM DASH} Five people were killed.",
        "Five people killed in raid\n\nSource: Reuters\n\nFive people were killed.",
        "Five people killed in raid\n\nBy Reuters\n\nFive people were killed.",
    ],
)
def test_a_dateline_or_byline_credits_its_agency(opening: str) -> None:
    assert house(report(opening, "The Daily Example")) == House(None, "Reuters")


@pytest.mark.parametrize(
    "opening",
    [
        "Al-Bab (Aleppo) - Five people were killed.",
        "Five people were killed in the town, witnesses (Reuters spoke to three) said.",
        "By Reuters' count five people were killed.",
        "BEIRUT (a correspondent) - Five people were killed.",
    ],
)
def test_what_only_stands_in_brackets_credits_nobody(opening: str) -> None:
    assert house(report(opening, "The Daily Example")).credited is None


def test_a_publisher_that_credits_itself_is_its_own_house() -> None:
    assert house(report("BEIRUT (AFP) - Five people were killed.", "AFP")) == House("Agence France-Presse", None)


@pytest.mark.parametrize(
    ("publisher", "known"),
    [("الدفاع المدني السوري", "Syria Civil Defence"), ("المرصد السوري", "Syrian Observatory for Human Rights")],
)
def test_a_publisher_is_known_by_its_arabic_name(publisher: str, known: str) -> None:
    assert house(report("Five people were killed.", publisher)).publisher == known
