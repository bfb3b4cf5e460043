"""Whose name stands behind what a source is, who signs a text, and whom "the source" means."""

import pytest

from tests.asking_who_says import chain


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("The daily La Tarde reported that five people died.", ["La Tarde"]),
        ("The opposition newspaper El Faro Nuevo said five people died.", ["El Faro Nuevo"]),
        ("Five people died, according to the radio station Sonora.", ["Sonora"]),
        ("Utopia's official Far East News Agency said five people died.", ["Far East News Agency"]),
        ("A doctor told Radio Springfield five people died.", ["doctor", "Radio Springfield"]),
        ("The Utopian news agency, Utopress, said five people died.", ["Utopress"]),
        ("Both sides reported that five people died.", ["sides"]),
        ("A peacekeeping officer in North Utopia said five people died.", ["peacekeeping officer in North Utopia"]),
    ],
)
def test_a_source_goes_by_its_whole_name_and_by_no_more(sentence: str, sources: list[str]) -> None:
    assert chain(sentence, "ive people died") == sources


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        (
            "The leaflet, signed by the National Salvation Front, says that five people died.",
            ["National Salvation Front"],
        ),
        ("The document, which was signed by the Homs Accord, says five people died.", ["Homs Accord"]),
        ("The statement says that five people died.", ["statement"]),
    ],
)
def test_who_signs_a_text_says_what_stands_in_it(sentence: str, sources: list[str]) -> None:
    assert chain(sentence, "ive people died") == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Police reported a raid. The source added that five people died.", ["Police"]),
        ("Residents of Homs said shells fell. The sources added that five people died.", ["Residents of Homs"]),
        ("A rebel source spoke of a raid. Ali Noor said it was over. The source said five people died.", ["Ali Noor"]),
        ("A rebel source said there was a raid. The source said five people died.", ["rebel source"]),
        ("The source said that five people died.", ["source"]),
    ],
)
def test_the_source_is_who_spoke_before(text: str, sources: list[str]) -> None:
    assert chain(text, "ive people died") == sources


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        (
            "The minister, who taught in Lima from 1991, when rebels took Ayacucho, until 1995, said five people died.",
            ["minister"],
        ),
        ("Five people died in strikes by the navy against suspected rebel camps near Homs.", []),
    ],
)
def test_neither_an_object_in_an_insert_nor_what_stands_before_an_adjective_speaks(
    sentence: str, sources: list[str]
) -> None:
    assert chain(sentence, "ive people died") == sources
