"""Signs that only mark words, that nobody sees, or that set them: what is read of a report does not hang on them."""

import re
from collections.abc import Callable

import pytest

from corroborate.adapters.gazetteer import PackagedGazetteer
from corroborate.model.document import unmarked, words_in
from corroborate.pipeline import claims_of
from corroborate.read.relevance import is_relevant
from corroborate.read.tokens import tokens
from tests.reading_sentences import report

REPORT = (
    "Air strikes kill seven in Tal Rifaat\n\n"
    "Seven people were killed on Monday in air strikes on Tal Rifaat, the White Helmets said. "
    '"It\'s the third raid this week," said Omar Halabi, a medic.\n'
    "Government forces shelled a school in Maarat al-Numan. "
    "Two teachers were wounded, according to the Levant Monitoring Group.\n"
    "In the city of Homs, unidentified gunmen assassinated a judge."
)


def _between(pattern: str, put: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, put, text)


DRESSES = {
    "hashtags": _between(r"(?<=in |on )(?=Tal|Maarat|Homs)", "#"),
    "names as hashtags": _between(r"Tal Rifaat", "#Tal_Rifaat"),
    "a headline in bold": _between(r"\A(.*)", r"**\1**"),
    "a headline between stars": _between(r"\A(.*)", r"*\1*"),
    "soft hyphens": _between(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad"),
    "spaces of no width": _between(r" ", " \u200b"),
    "marks of direction": _between(r"(?<!\S)(\w[\w'-]*)", "\u200e\\1\u200f"),
    "two spaces": _between(r" ", "  "),
    "HTML's names of signs": lambda text: text.replace('"', "&quot;").replace("'", "&#39;"),
    "bullets": _between(r"(?<=[a-z.]) ?\n+(?=[A-Z])", "\n• "),
    "emoji before lines": _between(r"(?m)^(?=[A-Z])", "🔴 "),
    "points for a full stop": _between(r"(?<=[a-z])\. (?=[A-Z])", "… "),
    "a word broken at the end of its line": _between(r"assassinated", "assas-\nsinated"),
}


@pytest.mark.parametrize("dress", DRESSES)
def test_what_is_read_does_not_hang_on_how_it_is_set(dress: str) -> None:
    gazetteer = PackagedGazetteer()
    plainly, _ = claims_of(report(REPORT), gazetteer)
    text = DRESSES[dress](REPORT)
    assert text != REPORT
    found, _ = claims_of(report(text), gazetteer)
    assert len(found) == len(plainly) == 9
    for claim, other in zip(found, plainly, strict=True):
        assert claim.span.quote == text[claim.span.start : claim.span.end]
        assert type(claim.content) is type(other.content)
        assert claim.situation == other.situation
        assert (claim.by, claim.attribution.sources) == (other.by, other.attribution.sources)


def test_a_token_leaves_out_what_nobody_sees_and_keeps_its_place() -> None:
    text = "kil\u00adled in as-\nsaults and two-\nfold"
    assert [(token.text, text[token.start : token.end]) for token in tokens(text, 0, len(text))] == [
        ("killed", "kil\u00adled"),
        ("in", "in"),
        ("assaults", "as-\nsaults"),
        ("and", "and"),
        ("twofold", "two-\nfold"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Mine 5 * 3", "he __ they said __ fled", "``Stop''", "R&D; and A&B", "snake_", "#1 and #", "a * b", "&unknown;"],
)
def test_signs_that_mean_something_stay(text: str) -> None:
    assert unmarked(text) == text


def test_no_sign_moves_another() -> None:
    text = "**#A_b** &quot;x&quot; \u200by &amp; it&#39;s"
    assert len(unmarked(text)) == len(text)
    assert words_in(unmarked(text), 0, 8) == "A b"


def test_a_report_whose_signs_of_harm_are_masked_or_parted_is_taken_up() -> None:
    assert is_relevant("Three were kil\u00adled.")
    assert is_relevant("Three were k*lled.") or is_relevant("Three were kil*led.")
    assert not is_relevant("The mu\u00adseum opens.")
