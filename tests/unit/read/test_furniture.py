"""Furniture told by the form of a line: what its patterns know, in which case, and how long a line may be."""

import pytest

from corroborate.read.furniture import LONGEST, furniture


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Retweeted", "button"),
        ("ALL RIGHTS RESERVED.", "button"),
        ("A page of 2018, all rights reserved", "button"),
        ("Some Reporter @somereporter", "button"),
        ("Related Stories", "related"),
        ("By Ann Writer", "byline"),
        ("(with Ann Writer) in Beirut", "byline"),
        ("Source: an agency in Beirut", "byline"),
        ("Source Gazette and agencies", "byline"),
        ("12 March 2018", "dateline"),
        ("Photo: the market after the raid", "caption"),
        ("The market after the raid. PHOTO CREDIT: an agency", "caption"),
        ("The market after the raid – Ann Writer", "caption"),
        ("The market after the raid [Reuters]", "caption"),
        ("... 4 Topics the raid on the market", "glued"),
    ],
)
def test_each_kind_is_told_by_its_form(line: str, kind: str) -> None:
    assert furniture(line) == kind


@pytest.mark.parametrize(
    "line",
    ["by ann writer", "Jets struck a market.", "Sources told us of two dead", "The market after the raid [two died]"],
)
def test_lines_of_a_report_are_of_no_kind(line: str) -> None:
    assert furniture(line) is None


def test_a_long_line_is_furniture_by_its_opening_only() -> None:
    rest = "x" * LONGEST
    assert (furniture(f"Photo: {rest}"), furniture(f"... 4 Topics {rest}")) == (None, "glued")
