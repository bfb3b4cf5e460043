"""Spellings of one place or party meet; those of two stay apart."""

import pytest

from corroborate.model.names import fold, place_key
from corroborate.model.party import party_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khan Sheikhoun", "Khan Shaykhun"),
        ("Douma", "Duma"),
        ("the city of Idlib", "Idlib"),
        ("Saraqeb", "Saraqib"),
        ("Maarrat an-Nu'man", "Maarat al-Numan"),
    ],
)
def test_spellings_of_one_place_have_one_key(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Eastern Ghouta", "Western Ghouta"), ("Darayya", "Daraa"), ("Harasta", "Harim"), ("Homs", "Hama")],
)
def test_places_of_two_names_have_two_keys(one: str, other: str) -> None:
    assert place_key(one) != place_key(other)


def test_articles_accents_and_apostrophes_are_folded_away() -> None:
    assert fold("The Ḩarastā’s") == "harasta"


def test_the_names_of_one_party_are_one_party() -> None:
    assert party_of("the Russian air force") == party_of("Moscow") == "Russia"


def test_an_unknown_party_keeps_its_name() -> None:
    assert party_of("the fifth column of the north") == "the fifth column of the north"
