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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The secretariat of foreign relations said five people died.", "secretariat of foreign relations"),
        ("Five people died, said the head of rescue operations.", "head of rescue operations"),
        ("Five people died, according to the ministry of water resources.", "ministry of water resources"),
        ("Five people died, according to rebel reports.", "rebel reports"),
        ("The armed forces press office said five people died.", "armed forces press office"),
        ("The foreign affairs ministry said five people died.", "foreign affairs ministry"),
        ("According to the general staff, five people died.", "general staff"),
    ],
)
def test_what_an_office_is_for_is_part_of_its_name(text: str, name: str) -> None:
    assert chain(text, "ive people died") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "He was buried, after five people died, according to Islamic law.",
        "According to the peace agreement, the guards under whom five people died must go.",
        "Those under whom five people died were tried according to the Utopian penal code.",
    ],
)
def test_a_law_or_plan_by_which_something_is_done_is_no_source(text: str) -> None:
    assert chain(text, "five people died") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Colonel Ivan Petrov met the press. The officer said five people died.", "Ivan Petrov"),
        ("A raid began, Colonel Ivan Petrov said. The military chief said five people died.", "Ivan Petrov"),
        ("A raid began, Colonel Ivan Petrov said. A young leader said five people died.", "young leader"),
        ("A raid began, military reports said. Five people died, according to the same reports.", "military reports"),
        ("A raid began, a rebel spokesman said. The same source said five people died.", "rebel spokesman"),
        ("A raid began, the army's press office said. The army said five people died.", "army"),
        ("The Tarhuna Nurses Union (TNU) met. TNU said five people died.", "Tarhuna Nurses Union"),
        ("TNU said five people died. The TNU [Tarhuna Nurses Union] is new.", "Tarhuna Nurses Union"),
        ("The army relief board (ARB) met. ARB said five people died.", "ARB"),
        ("The army relief board (ARB) said so. The ARB report says five people died.", "army relief board"),
    ],
)
def test_who_was_told_of_in_other_words_is_the_one_who_speaks(text: str, name: str) -> None:
    assert chain(text, "ive people died") == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The chief, head of the harbour guard, accused Ivan Petrov, a trader, of a raid in which five people died.",
            ["chief"],
        ),
        ("The doctors treating judge Ivan Petrov said five people died.", ["doctors"]),
        ("Lawyers defending Ivan Petrov said five people died.", ["Lawyers"]),
        ("Ivan Petrov met the guards under whom five people died, who according to police had fled.", []),
        ("After five people died, a man accused of the raid was held.", []),
        ("Five people died, confirmed police spokesman Ivan Petrov.", ["Ivan Petrov"]),
        ("Five people died, reported hospital sources.", ["hospital sources"]),
        ("The ministry gave the press its first report. The report indicated that five people died.", ["ministry"]),
        ("Chancellor Anna Kline went home. The chancellor said five people died.", ["Anna Kline"]),
        ("The envoy Anna Kline spoke. Kline has fled. She said five people died.", ["Anna Kline"]),
        (
            "Radio Zawiya told of a raid. The Red Cross heard of it. The UN mission said five people died.",
            ["UN mission"],
        ),
        ("Five people died, the police reported to Radio Zawiya.", ["police", "Radio Zawiya"]),
        ("The army reported to Reuters that five people died.", ["army", "Reuters"]),
        ("According to a member of the bomb squad, five people died.", ["member of the bomb squad"]),
        ("The guard met. The commander of the area said five people died.", ["commander of the area"]),
        ("A raid began, General Ivan Petrov said. The commander of the area said five people died.", ["Ivan Petrov"]),
        ("After five people died, troops seized some military intelligence documents.", []),
        ("Radio Zawiya said a raid began. The rebel radio said five people died.", ["Radio Zawiya"]),
        ("That five people died was verified by inspections by the Tarhuna Relief Board.", ["Tarhuna Relief Board"]),
    ],
)
def test_only_who_speaks_is_the_source(text: str, names: list[str]) -> None:
    assert chain(text, "ive people died") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Reports received from the town say five people died.", ["Reports"]),
        ("Figures published on Monday show that five people died.", ["Figures"]),
        ("Red Front in a statement published on Monday said five people died.", ["Red Front"]),
        ("A report from Oruro department says five people died.", ["report"]),
        ("The Oruro department told of a raid. The health department said five people died.", ["health department"]),
        ("The guard is in no danger, doctors said.\n\nAnother guard fled. There five people died.", []),
        ("The guard is in no danger, doctors said.\n\nAnother raid came, in which five people died.", []),
        ("Doctors told of a raid. Another raid came, in which five people died.", ["Doctors"]),
    ],
)
def test_what_a_source_is_like_or_carries_on_names_no_other(text: str, names: list[str]) -> None:
    assert chain(text, "five people died") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Colonel Ivan Petrov, commander of the guard, the best in town, said five people died.", ["Ivan Petrov"]),
        ("Ivan Petrov, head of the harbour guard, a force of old men, told us five people died.", ["Ivan Petrov"]),
        ("A police source told of a raid. The group said five people died.", ["group"]),
        ("An officer fled. Colonel Ivan Petrov told of it. The officer said five people died.", ["Ivan Petrov"]),
    ],
)
def test_a_person_stands_before_every_insert_and_no_unnamed_source_is_a_group(text: str, names: list[str]) -> None:
    assert chain(text, "five people died") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("TARHUNA (Reuters) - Chancellor Anna Kline fled. The chancellor said five people died.", ["Anna Kline"]),
        ("Tarhuna, 3 May 99 (DPA) -- Ivan Petrov, a trader, fled. He said five people died.", ["Ivan Petrov"]),
        ("Ivan Petrov, a trader who was near where it fell said five people died.", ["Ivan Petrov"]),
        ("The guards maintain that five people died.", ["guards"]),
        ("The army maintains posts on the road on which five people died.", []),
    ],
)
def test_who_is_told_of_behind_a_dateline_or_before_a_clause_speaks(text: str, names: list[str]) -> None:
    assert chain(text, "five people died") == names
