"""What a report makes of the force that its passages offer: which method an open word means, and what only repeats."""

import math

import pytest

from corroborate.extract import extract
from corroborate.extract.context import LEAST, Told, Weighed, likelihood, weights
from corroborate.extract.method_choice import Overview, author_class, method_signs, word_class
from corroborate.model.casualty import VAGUE
from corroborate.model.document import PassageKind
from corroborate.model.mention import Attack, Mention, Method
from corroborate.model.span import Span
from tests.reading_sentences import report


def methods(text: str) -> list[str]:
    return [str(m.content.method) for m in extract(report(text))[0] if isinstance(m.content, Attack)]


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("Warplanes struck Hama. Two farmers died. The strikes on the market in Homs killed a nurse.", "airstrike"),
        ("Shelling of Hama by the army killed two farmers on Sunday.", "shelling"),
        ("An Israeli raid hit a depot near Homs on Sunday, killing two soldiers.", "airstrike"),
        ("Russian bombings killed seven farmers in Hama on Sunday.", "airstrike"),
        ("Extremists bombed a church in Hama on Sunday, killing two priests.", "bombing"),
        ("Syrian air force raids left 15 farmers dead in Hama on Sunday.", "airstrike"),
        ("Insurgents' raids killed seven farmers in Hama on Sunday.", "ground_assault"),
        ("Ruritanian troops raided the camp in Hama on Sunday.", "ground_assault"),
        ("Israeli raid kills four in Hama\n\nIsraeli troops raided a Hama camp, killing four men.", "ground_assault"),
        ("The town of Hama was under attack by the air force on Sunday, and two farmers died.", "airstrike"),
    ],
)
def test_an_open_word_takes_its_method_from_the_report(text: str, method: str) -> None:
    assert set(methods(text)) == {method}


@pytest.mark.parametrize(
    "text",
    [
        "The two sides agreed to stop the fighting.",
        "They called for an end to the attacks.",
        "The army would bomb the town if talks failed.",
        "He denied any role in the attack.",
    ],
)
def test_force_that_is_spoken_about_is_not_told(text: str) -> None:
    assert methods(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Russian air strikes on Hama killed five farmers on Sunday.",
        "Regime forces shelled a market in Douma on Monday.",
        "A car bomb exploded outside a mosque in Homs on Friday, killing nine people.",
        "Rebels fired three rockets at Aleppo.",
    ],
)
def test_force_that_was_used_is_told(text: str) -> None:
    assert len(methods(text)) == 1


def test_what_an_air_force_does_comes_from_the_air() -> None:
    assert methods("Afghan air force strikes killed 14 fighters in Helmand on Sunday.") == ["airstrike"]


@pytest.mark.parametrize("word", ["strikes", "raid", "bombing", "blasts"])
def test_an_open_word_means_no_siege_and_no_shootdown(word: str) -> None:
    text = f"Rebels shot down two jets over Homs on Sunday. The {word} in Hama on Monday killed nine farmers."
    assert not {"siege"} & set(methods(text))
    assert methods(text).count("shootdown") == 1


def test_a_lead_that_is_printed_twice_is_told_once() -> None:
    lead = "An air strike on the town of Ayn in the north killed nine farmers and their sons on Sunday."
    assert len(methods(f"May 3 2020 {lead}\n\nTags Ruritania {lead}")) == 1


def test_what_points_back_without_adding_is_told_once() -> None:
    text = "Jets bombed a market in Hama on Sunday, killing five farmers. Doctors feared more deaths from the bombing."
    assert methods(text) == ["airstrike"]


def test_the_first_force_of_a_report_repeats_none_though_it_points_back() -> None:
    assert methods("The council met after the shootout in the harbour.") == ["shooting"]
    assert methods("Two men died in a shootout in the harbour. The council met after the shootout.") == ["shooting"]


def test_signs_weigh_together_with_what_is_always_there() -> None:
    table = weights()
    sign = next(sign for sign in table if sign != "always")
    assert log_odds(likelihood(frozenset({sign}))) == pytest.approx(table[sign] + table["always"])
    assert log_odds(likelihood(frozenset({"unheard-of"}))) == pytest.approx(table["always"])


def log_odds(likely: float) -> float:
    return math.log(likely / (1 - likely))


def offer(method: Method, *, word: str = "", day: str = "", signs: tuple[str, ...] = ()) -> Told:
    quote = Span.cut("an attack", 0, len("an attack"))
    mention = Mention(quote, Attack(method, VAGUE, None), quote, "A01-noun")
    return Told(mention, 0, PassageKind.BODY, frozenset(signs), word=word, days=frozenset({day} - {""}))


def test_what_is_surely_told_is_left_out_where_its_method_is_a_guess() -> None:
    told = offer(Method.OTHER, signs=("author.first", "names.new", "det.number", "target.people"))
    assert Weighed(told, told.signs, certainty=1.0).is_told()
    assert not Weighed(told, told.signs, certainty=LEAST / 2).is_told()


def test_a_day_speaks_for_the_method_of_what_was_told_of_it() -> None:
    strike = offer(Method.AIRSTRIKE, day="sunday")
    overview = Overview([strike])
    sunday, monday = (
        set(method_signs(overview, offer(Method.OTHER, word="attack", day=day), Method.AIRSTRIKE, Method.OTHER))
        for day in ("sunday", "monday")
    )
    assert {"same-day", "other-day"} & sunday == {"same-day"}
    assert {"same-day", "other-day"} & monday == {"other-day"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("US-led coalition", "coalition"),
        ("Israel's air force", "aviation"),
        ("Israel's army", "israel"),
        ("Syrian army", "government"),
        ("Syrian rebels", "rebel"),
        ("Turkish-backed militia", "rebel"),
        ("anti-ISIS coalition", "coalition"),
        ("Nusra Front", "extremist"),
    ],
)
def test_authors_fall_into_classes_by_their_means(name: str, kind: str) -> None:
    assert author_class(name) == kind


def test_no_name_and_an_unknown_one_are_told_apart() -> None:
    assert author_class("") == "none"
    assert author_class("Extremely Unheard-of Brigade") == "other"


@pytest.mark.parametrize(
    ("word", "kind"), [("raid", "strike"), ("targeting", "hit"), ("bombardment", "bombard"), ("ambush", "force")]
)
def test_open_words_fall_into_classes(word: str, kind: str) -> None:
    assert word_class(word) == kind
