"""Triage: what no rule could read is passed over, and nothing else."""

import pytest

from benchmark.labels import reports
from corroborate.extract import extract
from corroborate.extract.lexicon import rows
from corroborate.extract.triage import stirs
from tests.reading_sentences import brief, harm_in, report, sentence


@pytest.mark.parametrize(
    "text",
    [
        "Five farmers were killed",
        "Nine deaths were recorded",
        "Warplanes circled above Hama",
        "An air-strike on Hama",
        "Two were ki-lled",
        "The ministry denied it",
        "Nobody has claimed responsibility",
        "It could not be verified",
        "The school was reduced to rubble",
        "A barrel bomb fell",
        "Thousands left their homes",
    ],
)
def test_a_passage_with_a_sign_of_harm_force_or_blame_is_read(text: str) -> None:
    assert stirs(sentence(text))


@pytest.mark.parametrize("example", [row[5] for row in rows("frames.tsv")])
def test_every_frame_of_the_table_begins_with_a_sign(example: str) -> None:
    assert stirs(sentence(example))


@pytest.mark.parametrize(
    "text",
    ["The council met on Sunday", "Bread was dearer than in spring", "Some 3,000 people came to the festival"],
)
def test_a_passage_without_a_sign_is_passed_over(text: str) -> None:
    assert not stirs(sentence(text))
    assert extract(report(text)) == ((), ())


def test_whom_a_passage_without_a_sign_names_can_still_be_meant_later() -> None:
    text = "A photographer came to the festival. He was killed there by a mine."
    assert not stirs(sentence("A photographer came to the festival."))
    assert brief(harm_in(text)) == ["killed 1 journalists"]


def test_the_items_of_an_open_list_are_read_without_a_sign() -> None:
    text = "Raids killed 17 civilians on Sunday.\nThey were:\n- 12 children in Hama.\n"
    assert brief(harm_in(text)) == ["killed 17 civilians", "killed 12 children"]


@pytest.mark.labelled
def test_hardly_a_labelled_claim_stands_in_a_passage_that_is_passed_over() -> None:
    claims = passed = 0
    for labelled in reports("dev", kinds=("agency", "post", "news")):
        for mention in labelled.mentions:
            holds = [one for one in labelled.document.passages if one.start <= mention.span.start < one.end]
            claims += 1
            passed += not any(stirs(passage) for passage in holds)
    assert passed < 0.02 * claims  # items of lists, which are read though no sign stands in them
