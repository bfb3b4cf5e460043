import pytest

from corroborate.model.nearness import Nearness, holds, nearness
from corroborate.model.situation import Location, Place, PlaceKind


def place(name: str, kind: PlaceKind, latitude: float, longitude: float, *parents: str, reach: float = 3.0) -> Place:
    return Place(name, name, kind, latitude, longitude, reach, "SY", parents)


IDLIB = place("Idlib", PlaceKind.GOVERNORATE, 35.8, 36.7, reach=60.0)
ALEPPO = place("Aleppo", PlaceKind.GOVERNORATE, 36.2, 37.2, reach=90.0)
SARAQIB = place("Saraqib", PlaceKind.SETTLEMENT, 35.86, 36.81, "Idlib")
CITY = place("Aleppo City", PlaceKind.SETTLEMENT, 36.2, 37.15, "Aleppo", reach=10.0)


def known(entry: Place) -> Location:
    return Location((entry.name,), places=(entry,))


def unknown(name: str, within: Place) -> Location:
    """A name that no gazetteer has, in a place that it has."""
    return Location((name, within.name), within=within)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (unknown("Tal Zufran", IDLIB), unknown("Tal Zufran", IDLIB), Nearness.SAME),
        (unknown("Tal Zufran", IDLIB), known(IDLIB), Nearness.WITHIN),
        (unknown("Tal Zufran", IDLIB), known(SARAQIB), Nearness.WITHIN),
        (unknown("Tal Zufran", IDLIB), unknown("Kafr Zufr", IDLIB), Nearness.WITHIN),
        (unknown("Tal Zufran", IDLIB), known(CITY), Nearness.APART),
        (unknown("Rashdin", CITY), known(ALEPPO), Nearness.WITHIN),
        (unknown("Rashdin", CITY), known(SARAQIB), Nearness.FAR),
    ],
)
def test_an_unknown_name_lies_as_what_holds_it(one: Location, other: Location, expected: Nearness) -> None:
    assert nearness(one, other) is expected


def test_a_province_holds_the_unknown_villages_that_the_report_puts_in_it() -> None:
    assert holds(known(IDLIB), unknown("Tal Zufran", IDLIB))
    assert not holds(known(ALEPPO), unknown("Tal Zufran", IDLIB))
