"""Names of those who use force: who can, how they are spelled, and the fullest form that a report gives."""

import pytest

from corroborate.extract.actors import concerns, fullest, is_actor, is_meant_by, name
from tests.reading_sentences import chunked, sentence


@pytest.mark.parametrize(
    "text",
    [
        "The army",
        "Rebels",
        "Nusra Front",
        "Russian warplanes",
        "Two soldiers",
        "SDF personnel",
        "The popular resistance",
    ],
)
def test_forces_craft_groups_and_fighters_are_actors(text: str) -> None:
    assert is_actor(chunked(f"{text} fled.")[0])


@pytest.mark.parametrize("text", ["The farmers", "A market", "They", "A group"])
def test_others_are_not(text: str) -> None:
    assert not is_actor(chunked(f"{text} fled.")[0])


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("The Syrian army", "Syrian army"),
        ("Two other soldiers", "soldiers"),
        ("Its allies", "allies"),
        ("Both Kurdish forces", "Kurdish forces"),
        ("Golan Heights Israeli drones", "Israeli drones"),
        ("Aleppo Nusra Front", "Nusra Front"),
        ("The terrorist group Nusra Front", "Nusra Front"),
        ("Homs province rebel groups", "rebel groups"),
    ],
)
def test_a_name_goes_without_article_and_count(text: str, spelled: str) -> None:
    text = f"{text} fled."
    assert name(chunked(text)[0], sentence(text).tokens, text) == spelled


@pytest.mark.parametrize(
    ("spelled", "names", "text", "full"),
    [
        ("IS", (), "The Islamic State group seized the town. IS fled.", "Islamic State group"),
        ("SDF fighters", (), "The Syrian Democratic Forces (SDF) said so.", "Syrian Democratic Forces"),
        ("Nusra", (), "Al-Nusra Front fired. Nusra fled.", "Al-Nusra Front"),
        ("regime", ("Assad regime", "regime"), "The Assad regime shelled. The regime fled.", "Assad regime"),
        ("Russian", ("Russian", "Russia"), "Russian jets bombed. Russia shelled it.", "Russia"),
        ("Russian", ("Russian",), "Russian jets bombed. Russia denied it.", "Russian"),
        ("regime", ("regime air force", "Syrian regime"), "The regime fled.", "Syrian regime"),
        ("Turkish", ("Turkish-backed rebels", "Turkish army"), "The Turkish army fled.", "Turkish army"),
        ("military", ("Syrian army", "rebels"), "The Syrian army fled. The military fled.", "Syrian army"),
        ("police", ("Riot police", "police"), "Riot police fled.", "police"),
        ("Moscow", ("Moscow",), "Russia shelled. Moscow shelled.", "Russia"),
        ("rebel groups", (), "Rebel groups fired. A rebel group fled.", "rebel groups"),
        ("Saudi-led coalition", (), "The Saudi-led coalition struck. The coalition fled.", "Saudi-led coalition"),
        ("Russian", ("Russian",), "Russian jets bombed.", "Russian"),
        ("Assad regimes", (), "The Assad regime shelled. Assad regimes jets fled.", "Assad regime"),
        ("rebels", ("rebels",), "The rebels fled.", "rebels"),
        (
            "PFD",
            ("PFD",),
            "The People's Front for Democracy (PFD) fled. The PFD fired.",
            "People's Front for Democracy",
        ),
        ("PFD", ("PFD",), "The Pan-Fijian Defence Union (PFD) fled.", "PFD"),
        ("militants", ("militants from the Red Front",), "Militants fled.", "militants from the Red Front"),
        ("rebels", ("rebels from the Red Front",), "Rebels fled.", "rebels"),
    ],
)
def test_the_fullest_form_of_a_report_is_taken(spelled: str, names: tuple[str, ...], text: str, full: str) -> None:
    assert fullest(spelled, names, text) == full


def test_an_acronym_is_not_found_in_a_word() -> None:
    assert fullest("ISIS", (), "This is a crisis, and ISIS fled.") == "ISIS"


@pytest.mark.parametrize(
    ("party", "words"), [("Turkey", "eight Turkish soldiers were killed"), ("Islamic State group", "eight IS members")]
)
def test_the_people_of_a_party_are_known_by_its_names(party: str, words: str) -> None:
    assert concerns(party, words)


@pytest.mark.parametrize("party", ["terrorists", "Turkey"])
def test_other_people_are_none_of_a_party(party: str) -> None:
    assert not concerns(party, "eight soldiers were killed")


@pytest.mark.parametrize(
    ("adjective", "doers"),
    [("terrorist", "Terrorist groups"), ("extremist", "two extremists"), ("Terrorist", "terrorists")],
)
def test_an_adjective_that_judges_means_doers_who_are_called_so(adjective: str, doers: str) -> None:
    assert is_meant_by(adjective, doers)


@pytest.mark.parametrize(
    ("adjective", "doers"), [("terrorist", "rebels"), ("terrorist", "Terrorist"), ("rebel", "rebels")]
)
def test_no_adjective_means_others(adjective: str, doers: str) -> None:
    assert not is_meant_by(adjective, doers)
