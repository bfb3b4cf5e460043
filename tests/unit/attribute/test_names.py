"""Names of sources: where they begin and end, and what is none."""

import pytest

from tests.asking_who_says import chain


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ahmed bin Salman said five people died.", "Ahmed bin Salman"),
        ("Maria de la Cruz told reporters that five people died.", "Maria de la Cruz"),
        ("Five people died, according to General Pieter van der Berg.", "Pieter van der Berg"),
        ("Five people died, said Bishop Anselmo Reyes y Mora.", "Anselmo Reyes y Mora"),
        ("Omar al Bashiri, a judge, said five people died.", "Omar al Bashiri"),
        ("Even Anna Kline said five people died.", "Anna Kline"),
        ("Once again Anna Kline said five people died.", "Anna Kline"),
    ],
)
def test_small_words_inside_a_name_belong_to_it_and_those_that_open_a_sentence_do_not(text: str, name: str) -> None:
    assert chain(text, "ive people died") == [name]
