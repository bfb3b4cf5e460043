"""Whom the passages before one name, asked only when something points back to them."""

from corroborate.extract.chunking import units
from corroborate.extract.line import Line
from corroborate.extract.past import Past
from corroborate.extract.persons import Persons
from corroborate.model.casualty import People
from tests.reading_sentences import report, sentence

TEXT = """Nusra Front stormed the village.
The army shelled a market.
The Russian army said that a nurse fled.
"""


def past_of(text: str) -> Past:
    """Return the past of a report of which every passage was read."""
    document = report(text)
    past = Past(text, Persons(document))
    for passage in document.passages:
        past.hear(Line(units(passage), passage))
    return past


def test_the_last_passage_that_tells_of_one_kind_answers() -> None:
    past = past_of(TEXT)
    assert past.party() == ("Russian army",)
    assert past.acting() == ("army",)
    assert past.groups() == ("Nusra Front",)
    assert past.person("he").people is People.MEDICS
    assert [one.name for one in past.named()[-1]] == ["Russian army"]


def test_a_pronoun_means_nobody_of_the_other_sex() -> None:
    past = past_of("A nurse fell. His wife ran to him.")
    assert past.person("she").people is People.WOMEN
    assert past.person("he").people is People.MEDICS


def test_what_was_told_before_a_question_is_not_forgotten_by_it() -> None:
    past = past_of("Nusra Front stormed the village.")
    assert past.groups() == ("Nusra Front",)
    quiet = sentence("It rained.")
    past.hear(Line(units(quiet), quiet))
    assert past.groups() == ("Nusra Front",)


def test_a_passage_without_a_sign_is_asked_only_behind_the_last_five() -> None:
    past = Past("", Persons(report("")))
    for text in ("The army met.", *(f"It rained {at} times." for at in range(5))):
        past.pass_over(sentence(text))
    past.recall()
    assert past.party() == ()


def test_a_party_named_far_back_in_a_long_report_is_found() -> None:
    assert past_of("The army shelled a market.\n" + "It rained again.\n" * 100).party() == ("army",)
