"""Names and addresses are found however a text writes them, and nothing else is."""

import pytest

from corroborate.veil.addresses import Addresses
from corroborate.veil.spellings import Spellings

NAMES = Spellings(["isma'il sa'ad", "Abú Zubayr Karimi", "o’neill", "محمد خالد"])


def shown(text: str) -> str:
    return NAMES.replaced(text, lambda _: "X")


@pytest.mark.parametrize(
    "written",
    [
        *(
            "Isma'il Sa'ad",
            "Ismaʿil Saʿad",
            "Isma’il-Sa’ad",
            "ISMAIL SAAD",
            "ismail_saad",
            "IsmailSaad",
            "Ismāʿīl Saʿad",
        ),
        *(
            "Abu Zubayr Karimi",
            "abu_zubayr_karimi",
            "Abú-Zubayr  Karími",
            "AbuZubayrKarimi",
            "Abu\u200b Zubayr Kar\u00adimi",
        ),
        *("ONeill", "O'Neill", "محمد خالد", "مُحَمَّد خالد"),
    ],
)
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    assert NAMES.are_in(f"as {written} told")
    assert shown(f"as {written} told") == "as X told"
    assert shown(f"/r/{written}.png") == "/r/X.png"


@pytest.mark.parametrize("other", ["Ismail", "Abu Zubayr", "Isma'ili Sa'adi", "Karimi", "Nabu Zubayr Karimi", ""])
def test_a_part_of_a_name_and_a_longer_word_are_others(other: str) -> None:
    assert not NAMES.are_in(other)
    assert shown(other) == other


def test_two_words_are_not_one_name_unless_its_own_words_part_there() -> None:
    assert Spellings(["Iran"]).replaced("I ran to Iran", lambda _: "X") == "I ran to X"


def test_of_two_names_the_longer_is_taken() -> None:
    found = Spellings(["Abu Ahmed", "Abu Ahmed Saleh"])
    assert found.replaced("Abu Ahmed Saleh and Abu Ahmed", str.upper) == "ABU AHMED SALEH and ABU AHMED"


def test_many_names_are_looked_for_word_by_word() -> None:
    many = Spellings([f"person number{count}" for count in range(200)])
    assert many.replaced("Person Number17 left", str) == "person number17 left"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("see https://a.example/posts/1", "see -"),
        ("see https://a.example/posts/12", "see -2"),
        ("see //a.example:8080/other", "see //-:8080/other"),
        ("/home/l/note.txt: no such file", "-: no such file"),
        ("see https://b.example/", "see https://b.example/"),
        ("no address", "no address"),
    ],
)
def test_an_address_is_found_whole_or_as_a_beginning(text: str, told: str) -> None:
    addresses = Addresses(["https://a.example/posts/1", "a.example", "/home/l/note.txt"])
    assert addresses.replaced(text, lambda _: "-") == told
    assert addresses.are_in(text) is (told != text)
