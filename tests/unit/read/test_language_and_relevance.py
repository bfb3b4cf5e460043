import pytest

from corroborate.read.language import language
from corroborate.read.relevance import is_relevant


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Two people were wounded in Binnish.", "en"),
        ("Shells hit Binnish market", "en"),
        ("Deux personnes ont été blessées dans le marché de la ville.", "fr"),
        ("Zwei Menschen wurden auf dem Markt der Stadt verletzt.", "de"),
        ("Pazar yerinde iki kişi yaralandı ve bir çocuk öldü.", "tr"),
        ("أصيب شخصان بجروح في قصف على المدينة", "ar"),
        ("دو نفر در این حمله که به بازار شد زخمی شدند", "fa"),
        ("Два человека были ранены", "und"),
        ("2018", "und"),
        ("", "und"),
    ],
)
def test_the_language_is_told_by_script_and_common_words(text: str, code: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "A child was killed",
        "FIVE DEAD",
        "the shelling of Douma",
        "they fled",
        "A car blew up",
        "Two stabbed",
        "The army retook Ayn",
        "أصيب شخصان",
        "وقصفت الطائرات المدينة",
    ],
)
def test_a_sign_of_harm_or_force_makes_a_text_relevant(text: str) -> None:
    assert is_relevant(text)


@pytest.mark.parametrize("text", ["The museum opens on Sunday.", "A new bakery in town", "", "افتتح المتحف أبوابه"])
def test_a_text_without_such_a_sign_is_not(text: str) -> None:
    assert not is_relevant(text)


def test_a_short_english_text_with_foreign_names_is_english() -> None:
    assert language("A bomb killed 6 near a mosque in Musayyib.") == "en"
    assert language("Rebels shelled Al Fath and Al Mubeen, near Bab al Yemen.") == "en"
