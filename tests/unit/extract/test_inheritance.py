"""What a mention takes from the rest of the report: by toll, by nearness and method, and where it takes nothing."""

from corroborate.extract import extract
from corroborate.model.mention import Harm, Mention, Weapon
from tests.reading_sentences import report


def harm(text: str) -> list[Mention]:
    return [mention for mention in extract(report(text))[0] if isinstance(mention.content, Harm)]


def test_harm_takes_the_author_of_the_attack_in_its_passage() -> None:
    (mention,) = harm("Regime forces shelled Douma on Sunday and five farmers died.")
    assert mention.by == ("Regime forces",)


def test_harm_takes_the_author_of_the_attack_before_it() -> None:
    (mention,) = harm("Regime forces shelled Douma on Sunday. Five farmers were killed.")
    assert mention.by == ("Regime forces",)


def test_harm_takes_no_author_from_far_off() -> None:
    quiet = "The market opened at dawn and people bought bread. "
    (mention,) = harm("Regime forces shelled Douma on Sunday. " + 6 * quiet + "Five farmers were killed in Homs.")
    assert mention.by == ()


def test_the_harm_of_a_whole_war_has_no_author() -> None:
    text = "Regime forces shelled Douma on Sunday. The war has killed more than 280,000 people since it began in 2011."
    (mention,) = harm(text)
    assert mention.by == ()


def test_one_toll_told_twice_has_one_author() -> None:
    text = "Strike kills 35 in Hama\n\nOn Sunday 35 people were killed by Russian strikes in Hama, activists said.\n"
    assert [mention.by for mention in harm(text)] == [("Russian",), ("Russian",)]


def test_harm_takes_the_weapon_of_its_attack() -> None:
    (mention,) = harm("Helicopters dropped barrel bombs on Douma on Sunday. Five farmers were killed.")
    assert mention.weapons == (Weapon.BARREL_BOMB,)


def test_an_attack_keeps_to_its_own_weapon() -> None:
    mentions, _ = extract(
        report("Helicopters dropped barrel bombs on Douma on Sunday. Rebels shelled Aleppo on Monday.")
    )
    assert [mention.weapons for mention in mentions] == [(Weapon.BARREL_BOMB,), ()]
