import re
from collections.abc import Iterable, Sequence

import pytest

from corroborate.locate.place_names import Toponym, toponyms
from corroborate.model.document import Document, document_id
from corroborate.model.ids import CaptureId
from corroborate.model.situation import Place, PlaceKind
from corroborate.read.passages import passages

CAPTURE = CaptureId("0" * 64)


def _place(name: str, kind: PlaceKind, country: str, population: int, *parents: str) -> Place:
    return Place(
        name.casefold(), name, kind, 10.0, 10.0, 3.0, country, parents, population=population, source="GeoNames"
    )


KNOWN = (
    _place("Nigeria", PlaceKind.COUNTRY, "NG", 200_000_000),
    _place("Borno", PlaceKind.GOVERNORATE, "NG", 5_000_000),
    _place("Kano", PlaceKind.SETTLEMENT, "NG", 4_000_000),
    _place("Afghanistan", PlaceKind.COUNTRY, "AF", 30_000_000),
    _place("Helmand", PlaceKind.GOVERNORATE, "AF", 1_000_000),
    _place("Sangin", PlaceKind.SETTLEMENT, "AF", 5_000, "Helmand"),
    _place("Kabul", PlaceKind.SETTLEMENT, "AF", 4_000_000),
    _place("Hub", PlaceKind.SETTLEMENT, "AF", 2_000),
    _place("Hassan", PlaceKind.SETTLEMENT, "AF", 2_000),
    _place("Bani Zar", PlaceKind.SETTLEMENT, "AF", 900),
    _place("Zar", PlaceKind.SETTLEMENT, "NG", 900),
    _place("Mazar", PlaceKind.GOVERNORATE, "AF", 900_000),
    _place("Nice", PlaceKind.SETTLEMENT, "AF", 900_000),
)
ADJECTIVES = {"mazari": "mazar"}


class FewPlaces:
    """A gazetteer of a dozen places, by their exact names and an adjective."""

    def find(self, name: str) -> Sequence[Place]:
        return [place for place in KNOWN if place.name.casefold() in (name.casefold(), ADJECTIVES.get(name.casefold()))]

    def scan(self, text: str) -> Iterable[tuple[int, int]]:
        pattern = "|".join(sorted({re.escape(place.name) for place in KNOWN}, key=len, reverse=True))
        return [match.span() for match in re.finditer(rf"\b(?:{pattern})\b", text)]


def found(text: str) -> list[Toponym]:
    """Return the toponyms of a text."""
    document = Document(document_id(CAPTURE, text), CAPTURE, "test", text, tuple(passages(text)), "test")
    return [toponym for passage in toponyms(document, FewPlaces()) for toponym in passage]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A noun of a kind behind the name, of one word or more, in small letters or as part of the name.
        (
            "Gunmen killed nine in Marte Local Government Area of Borno State.",
            ["Marte Local Government Area", "Borno State"],
        ),
        ("Jets bombed Tarin military airport.", ["Tarin"]),
        ("A rocket hit the Tarin Military Airport at dawn.", ["Tarin Military Airport"]),
        ("Six were shot at Tarin police station.", ["Tarin"]),
        ("A bomb hit a Kabul police checkpoint.", ["Kabul"]),
        ("Soldiers burned huts in Dorayi township and in Gara upazila.", ["Dorayi", "Gara"]),
        ("A shell fell on the Tarin refugee camp on Friday.", ["Tarin"]),
        # The owner of a name puts it where it stands itself.
        ("Two died in southern Helmand province's Sangin District.", ["southern Helmand", "Sangin District"]),
        # What stands between the preposition and the name.
        ("A blast shook a market in the Afghan capital Kabul.", ["Kabul"]),
        ("Clashes were reported in remote Tarin on Monday.", ["Tarin"]),
        ("Five people were killed in Mondays raid on Tarin.", ["Tarin"]),
        ("Four civilians were killed in the \u201cTarin\u201d area.", ["Tarin"]),
        ("Troops fired in the direction of Tarin, and left.", ["Tarin"]),
        # A place that is said to be one is one, whatever else its name may mean.
        ("Insurgents overran the town of Hub on Monday.", ["Hub"]),
        ("Shells fell on the Hassan neighbourhood.", ["Hassan"]),
        ("People were killed in a place called Yeri on Sunday.", ["Yeri"]),
        ("Fighters laid siege to Tarin for weeks.", ["Tarin"]),
        ("Five people lost their lives in Tarin on Monday.", ["Tarin"]),
        ("A mine killed two in North Tarin, police said.", ["North Tarin"]),
        ("Two died by the Oru stream, in Mado jurisdiction.", ["Oru", "Mado"]),
        ("Six were killed in Tarin department on Monday.", ["Tarin"]),
        ("A priest was shot at the Tarin chapel.", ["Tarin"]),
        ("Two died in a southern Kano neighbourhood.", ["southern Kano"]),
        ("Rockets fell on Camp Tarin, near Kabul.", ["Camp Tarin", "Kabul"]),
        ("Nine were killed in Tarin, 85 kilometres from Kabul.", ["Tarin", "Kabul"]),
        ("Raiders killed nine in Tarin outside Kabul.", ["Tarin", "Kabul"]),
        ("Raiders killed nine in Tarin community on Monday.", ["Tarin"]),
        ("A shell landed close to Tarin, five kilometres from Oru.", ["Tarin", "Oru"]),
        ("Miringa, a village in Borno, was razed on Monday.", ["Miringa", "Borno"]),
        ("Positions in the village of Tarinian were shelled.", ["Tarinian"]),
        ("A drone struck An Nubayr and left. Four died in An Nubayr.", ["An Nubayr", "An Nubayr"]),
        ("Ten died in the town of War-Oru, 70 kilometres away.", ["War-Oru"]),
        ("Warplanes carried out raids targeting Jabal Tarin in Helmand.", ["Jabal Tarin", "Helmand"]),
        ("A bomb went off 17 kilometres (10 miles) from Tarin on Monday.", ["Tarin"]),
        # Places that are described: the rim or a side of a whole without a name, a part behind its owner.
        ("Five were killed on the outskirts of the capital.", ["outskirts of the capital"]),
        ("Shells hit homes in the east of the city at dawn.", ["east of the city"]),
        ("Six died in a village near the town on Monday.", ["village near the town"]),
        ("Six died in a village near the town of Tarin on Monday.", ["Tarin"]),
        ("A truck bomb shook Kabul's diplomatic district.", ["Kabul", "diplomatic district"]),
        ("Shells hit the western outskirts of the city centre of Tarin.", ["Tarin"]),
        # Behind a name without its comma stands the day; a side of a place is part of its name.
        ("Eighteen died in Tarin Monday when a bomb went off.", ["Tarin"]),
        ("Fifteen died in a northern district of Kabul.", ["northern district of Kabul"]),
        # A list of names goes on to its "and", or to the end of the sentence.
        ("Shells fell in Tarin, Oru, Mado and Sangin.", ["Tarin", "Oru", "Mado", "Sangin"]),
        ("Shells fell in Tarin and Oru, Mado.", ["Tarin", "Oru", "Mado"]),
        ("A woman in a camp in Helmand province, Amal Haddo, was killed.", ["Helmand"]),
        # The capital of a sentence's first word is no part of the name; particles inside a name are.
        ("In Tarin village four were killed.", ["Tarin"]),
        ("A man was shot near Pau d'Orto on Monday.", ["Pau d'Orto"]),
        ("A man was shot in Olho das Flores on Monday.", ["Olho das Flores"]),
        ("A mine killed five in Shah Zar Kot district.", ["Shah Zar Kot"]),
        ("A mine killed five in Masaken Kabul city.", ["Kabul"]),
        # What a name is may follow without its comma; a side "of" something parts the name from it.
        ("Raids hit Babesh a village in Helmand.", ["Babesh", "Helmand"]),
        ("Raids went on near Tarin the town where a convoy was hit.", ["Tarin"]),
        ("Rockets were fired in Tel Tarin eastern of Kabul.", ["Tel Tarin", "Kabul"]),
        ("Troops ambushed fighters on Tarin barrens in Helmand.", ["Tarin", "Helmand"]),
        # Two sides of one place are one name; the adjective of a place has its name.
        ("Drones struck in northern and north-eastern Helmand.", ["northern and north-eastern Helmand"]),
        ("Drones struck in southern Helmand and northern Borno.", ["southern Helmand", "northern Borno"]),
        ("Four died in the Mazari capital, Kabul.", ["Mazar", "Kabul"]),
        # Between two places fighting goes on too; those of a faith or people live in a place.
        ("Shells fell in fighting between Kano and Sangin.", ["Kano", "Sangin"]),
        ("A mine lay between Orun and Mado on Monday.", ["Orun", "Mado"]),
        ("A car bomb killed 20 in the Shi'ite neighbourhood of Tarin.", ["Tarin"]),
        ("A car bomb killed 20 in the Turkmen Shiite village of Tarin.", ["Tarin"]),
        # A side of what a place owns is none of the place.
        ("Four died in clashes east of Nigeria's capital.", ["Nigeria"]),
        ("Four died in clashes east of Kano.", ["east of Kano"]),
        # Who holds a place, or lives there, is no part of its name; nor is what it is.
        ("Nine were killed in Taliban-held Sangin on Sunday.", ["Sangin"]),
        ("Nine were killed in the Hausa-speaking town of Tarin.", ["Tarin"]),
        ("Two died in Barangay Kano on Sunday.", ["Kano"]),
        ("Two died in Tarin rural village in Helmand.", ["Tarin", "Helmand"]),
        ("Ten died in the Afghan town of War-Oru on Monday.", ["War-Oru"]),
        ("Ten died in the resort of Nice on Monday.", ["Nice"]),
        ("Ten died in a suburban Kabul restaurant.", ["Kabul"]),
        ("A bus was stopped 17km from Tarin on Monday.", ["Tarin"]),
        ("Three died on the Tarin front near Kabul.", ["Tarin", "Kabul"]),
        ("Two died on the Sangin and Kabul fronts.", ["Sangin", "Kabul"]),
        ("Two died in the Orun and Tarin neighbourhoods of Kano.", ["Orun", "Tarin", "Kano"]),
        ("Two died in the Northern Province of Kano.", ["Kano"]),
        ("Shells fell on the Western part of al-Tarin South of Kano.", ["Western part of al-Tarin", "South of Kano"]),
        ("The Directorate said that shells fell at the Directorate of Health in Kano.", ["Kano"]),
        ("A missile hit Camp Oru Zar on Monday.", ["Camp Oru Zar"]),
        ("A missile hit Tarin Street killed two.", ["Tarin Street"]),
        # What lies about a place, or is some of it, is told by its name.
        ("Shells fell in the vicinity of Kano and on parts of Kabul.", ["Kano", "Kabul"]),
        ("A mine killed two in Afghanistan's Tarin Agency.", ["Afghanistan", "Tarin Agency"]),
        ("Two died in the Tarin-area village of Oru.", ["Oru"]),
        ("Raiders burned the Tiv villages of Oru and Mado.", ["Oru", "Mado"]),
        ("A blast killed ten in the Afghan capital, Kabul.", ["Kabul"]),
        # Of whom a place is the seat tells where, if nothing else does.
        ("Gunmen killed the mayor of Kabul.", ["Kabul"]),
        # A run that the gazetteer knows whole is one name.
        ("Shots were fired in Bani Zar and left two dead in Kabul.", ["Bani Zar", "Kabul"]),
        # Where stops and commas are lost, the next sentence, a nation's adjective and an English article end a name.
        ("A blast rocked Kabul Monitor A bomb killed four in Tarin.", ["Kabul", "Tarin"]),
        ("Six died in Tarin Nigerian officials said.", ["Tarin"]),
        ("Six died in Tarin an Orun resident said.", ["Tarin"]),
        ("Mortars hit Bani Zar Residents of Kabul and other residents fled.", ["Bani Zar", "Kabul"]),
        ("Fighters seized Tarin a largely empty camp on Monday.", ["Tarin"]),
        # What is owned may be described; the genitive may have lost its apostrophe.
        ("Jets struck Helmands hard-hit Sangin.", ["Helmand", "Sangin"]),
        ("Shells fell in Tarin and Mado as well as Oru.", ["Tarin", "Mado", "Oru"]),
        ("A shell hit the Kabul Opera House.", ["Kabul Opera House"]),
        ("A drone hit a car on the \u201cM4\u201d international highway.", ["M4"]),
    ],
)
def test_a_name_is_taken_as_it_stands(text: str, names: list[str]) -> None:
    assert [toponym.name for toponym in found(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Fighters of the Tarin Front fired at the Hassan Brigade.",
        "The Borno state media said that four had died.",
        "Islamic State killed nine soldiers, the High School Board said.",
        "Lawmakers heard state Sen. Tarin on the matter.",
        "Omar Hassan, 59, was killed.",
        "He hit the Red Crescent building and a Sunni village.",
        "The State of Tarin said that it was at war.",
        "Amal Tarin, a farmer from a village in the hills, was killed.",
        "A Syrian-Turkish patrol fired at the Assad-held side.",
        "Four died.\n\nIN A NUTSHELL\n\nThe army fired at them.",
        "Each week they fought on Tuesdays and Fridays.",
        "Thirteen died in clashes between the Fulars and Bambars on Monday.",
        "Rebels left under a deal between Nigeria and Afghanistan.",
        "Fighting broke out between Shabar Elite fighters and others.",
        "Fifteen were shot dead in Egar Clan on Monday.",
        "Moreover, the neighbourhoods around the prison were shelled.",
        "The town elder met Omar a teacher in the hills.",
        "Nine died when raiders attacked Tarin herdsmen and Hub traders.",
        "Nine died in clashes between the Hub and Tarin tribes.",
        "Nine died in an attack on three Tarin villages.",
        "Nine died near the South Sudanese border.",
        "Qari Amal Tarin was targeted on Friday.",
        "Six died, said the news agency Agencia Tarin in a report.",
        "A convoy struck a HUB and two men died.",
        "Five people were shot at a New Year's party.",
        "Four men were shot by the Tarin front on Monday.",
        "Nine died when the Islamic State in Iraq and Syria struck back.",
        "A raid hit the Hub of Mado Brigade.",
        "Gas was dropped on Nigerian Town.",
        "The Afghanistan air force may have struck them.",
        "We had to go, said Hassan 55 who left with his sons.",
        "Six Die in Bomb Rebels\n\nThe rebels said that six had died.",
        "Bombs Kill Six at Army Checkpoint.\n\nSix died at an army checkpoint.",
        "Gunmen seized the headquarters of Qaeda-affiliated rebels.",
        "They left KABUL (Agency) and the government said nothing.",
        "Rebels bombed the Orun-Tarin pipeline.",
        "Two were killed near the Orun railway.",
    ],
)
def test_bodies_persons_and_peoples_are_no_places(text: str) -> None:
    assert [toponym.name for toponym in found(text) if toponym.cue.value not in ("bare", "told")] == []


@pytest.mark.parametrize("department", ["The Justice Department", "Kabul Police Department", "A health department"])
def test_a_department_is_a_province_but_not_of_a_government(department: str) -> None:
    assert found(f"{department} counted nine dead.") == []
    assert found("Nine died in Tarin department.")[0].said is PlaceKind.GOVERNORATE


@pytest.mark.parametrize(
    "text",
    [
        "Officers today reported in Kabul that nine had died.",
        "Nine people had died, it was reported in Kabul.",
        "The minister said on Monday in Kabul, Afghanistan, that nine had died.",
        "In a statement issued in Kabul, the ministry spoke of nine dead.",
        "At a news conference in Kabul the minister spoke of nine dead.",
        "Nine had died, a man told reporters in Kabul.",
        "The rebels proposed in Kabul that the war should end.",
        "Both sides met on Monday in Kabul.",
        "After talks in Kabul nine men were freed.",
    ],
)
def test_where_something_is_only_said_nothing_else_is_put(text: str) -> None:
    assert found(text)[0].cue == "told"


@pytest.mark.parametrize(
    "text",
    [
        "Clashes were reported in Kabul on Monday.",
        "Clashes reported in Kabul killed nine.",
        "Nine deaths were confirmed in Kabul.",
        "Officers reported that nine had died in Kabul.",
    ],
)
def test_what_is_reported_somewhere_happened_there(text: str) -> None:
    assert found(text)[0].cue == "preposition"


@pytest.mark.parametrize(
    "text",
    [
        "Many took part in Hub's murder in Kabul.",
        "The murder of magistrate Amin Hub Tarin was told in Kabul. Men spoke of Hub in Kabul.",
        "The killing of candidate Amin Kano Tarin was told in Kabul.",
        "Amin Zar was buried in Kabul. The attack on Zar shocked Kabul.",
    ],
)
def test_a_persons_name_that_is_a_places_too_is_told_by_a_title_or_by_what_is_owned(text: str) -> None:
    assert {toponym.name for toponym in found(text)} == {"Kabul"}


def test_a_place_of_two_sides_is_put_where_its_preposition_puts_it() -> None:
    assert found("Drones struck in northern and north-eastern Helmand.")[0].cue.value == "preposition"


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("barrens", PlaceKind.SITE), ("village", PlaceKind.SETTLEMENT), ("highlands", PlaceKind.REGION)],
)
def test_the_noun_behind_a_name_tells_how_large_the_place_is(noun: str, kind: PlaceKind) -> None:
    assert found(f"Troops ambushed fighters in Tarin {noun} on Monday.")[0].kind is kind


@pytest.mark.parametrize("dateline", ["Kabul (Agency) - ", "KABUL - "])
def test_a_dateline_tells_of_its_country_and_of_no_event(dateline: str) -> None:
    names = found(f"{dateline}Nine men died in Sangin.")
    assert [(toponym.name.title(), toponym.cue) for toponym in names] == [("Kabul", "told"), ("Sangin", "preposition")]


@pytest.mark.parametrize(
    ("told", "cue"),
    [
        ("A bomb exploded here on Monday.", "preposition"),
        ("Six bombs went off in this city at dawn.", "preposition"),
        ("Nine were wounded on this northern city's west side.", "preposition"),
        ("It was reported here today that nine had died.", "told"),
    ],
)
def test_here_and_this_city_mean_the_place_of_the_dateline(told: str, cue: str) -> None:
    names = found(f"Kabul (Agency) - Nine men died in Sangin.\n\n{told}")
    assert [(toponym.name, toponym.cue) for toponym in names[2:]] == [("Kabul", cue)]


@pytest.mark.parametrize(
    "told",
    [
        "Six families came here on Monday.",
        '"A bomb exploded here", a man said.',
        "We saw a bomb explode here.",
        "A bomb went off in this town of Oru.",
        "Bombs went off here in Sangin.",
    ],
)
def test_here_is_not_where_somebody_came_or_spoke_or_was_named(told: str) -> None:
    names = found(f"Kabul (Agency) - Nine men died in Sangin.\n\n{told}")
    assert "Kabul" not in [toponym.name for toponym in names[1:]]


def test_a_note_in_brackets_may_stand_before_a_second_dateline() -> None:
    names = found("Kabul, 18 Aug 89 (Agency) -- [TEXT] Sangin -- Nine men died in this town.")
    assert [(toponym.name, toponym.cue) for toponym in names] == [
        ("Kabul", "bare"),
        ("Sangin", "told"),
        ("Sangin", "preposition"),
    ]


def test_who_speaks_behind_the_noun_of_a_province_is_no_place() -> None:
    names = found("The governor of Helmand province Omar Zarbek told reporters that nine men died.")
    assert [toponym.name for toponym in names] == ["Helmand"]


def test_those_told_of_behind_an_attack_are_no_places() -> None:
    assert found("As a result of the attack Tarin, Oru, and Mado were killed.") == []


def test_a_town_before_means_and_force_is_where_it_fell() -> None:
    assert found("The mayor spoke of a series of Kabul dynamite attacks.")[0].cue == "force"


def test_a_place_where_somebody_was_to_speak_is_one() -> None:
    assert found("He was shot when he was about to give a speech in Kabul.")[0].cue == "preposition"


def test_a_name_of_a_province_that_ends_a_titled_persons_is_the_persons() -> None:
    assert found("Nine died, president Amin Oru Helmand said.") == []


def test_a_clinic_where_the_wounded_are_cared_for_is_told_by_direction_only() -> None:
    assert found("A man was shot and is being treated at the Tarin clinic.")[0].cue == "direction"
    assert found("A man was shot at the Tarin clinic.")[0].cue == "preposition"


def test_where_somebody_is_at_present_is_told_by_direction_only() -> None:
    assert found("The minister is currently in Kabul.")[0].cue == "direction"


def test_the_noun_at_the_end_of_a_list_tells_what_all_its_names_are() -> None:
    names = found("Nine died in the Tarin, Hassan and Oru neighbourhoods.")
    assert [toponym.name for toponym in names] == ["Tarin", "Hassan", "Oru"]
    assert {toponym.said for toponym in names} == {PlaceKind.NEIGHBOURHOOD}


def test_what_is_hit_itself_is_put_where_it_stands() -> None:
    assert found("A bomb went off at a university branch in Tarin.")[0].cue == "preposition"


@pytest.mark.parametrize(
    "text",
    [
        "The offices of Tarin were destroyed by a bomb.",
        "A bomb destroyed the newspaper Tarin on Monday.",
        "Men close to Amin Tarin's government fled.",
        "A bomb destroyed the works of Las on Monday.",
        "The U.S. Department of Health counted nine dead.",
        "A mob burned the Costa Rican embassy.",
        "Papers were taken from Tarin's home.",
        "Nine died in the attack on Luis Tarin Oru.",
    ],
)
def test_what_a_body_owns_tells_of_no_place(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("opening", ["The United Nations mission", "Al-Qaida", "The Movement for Jihad"])
def test_where_a_body_works_is_told_by_direction_only(opening: str) -> None:
    assert [toponym.cue.value for toponym in found(f"{opening} in Helmand published a toll.")] == ["direction"]


@pytest.mark.parametrize(("who", "cue"), [("An institute", "preposition"), ("Militants", "direction")])
def test_what_is_located_somewhere_is_there_and_who_is_may_strike_elsewhere(who: str, cue: str) -> None:
    assert [toponym.cue.value for toponym in found(f"{who} located in Kabul burned.")] == [cue]


@pytest.mark.parametrize("between", ["'s divided", "s divided", "'s second city"])
def test_what_is_owned_is_put_where_its_owner_stands(between: str) -> None:
    assert [toponym.cue.value for toponym in found(f"Shells fell in Helmand{between} Sangin.")] == ["preposition"] * 2


def test_what_befell_a_place_may_follow_where_it_lies() -> None:
    assert [toponym.cue.value for toponym in found("It said that Sangin west of the capital came under fire.")] == [
        "struck"
    ]


def test_a_village_nobody_knows_that_people_are_from_is_told_by_direction_only() -> None:
    assert [toponym.cue.value for toponym in found("Sixty people from Tarin village died.")] == ["direction"]


def test_a_street_that_is_named_after_a_place_lies_in_neither() -> None:
    assert [toponym.known for toponym in found("A bomb went off on Kano Street.")] == [()]


def test_where_a_group_is_banned_is_told_by_direction_only() -> None:
    assert [toponym.cue.value for toponym in found("The group, outlawed in Nigeria, fired.")] == ["direction"]


def test_a_place_that_somebody_lives_in_is_told_by_direction_only() -> None:
    assert [toponym.cue.value for toponym in found("The chief, who lives in Kabul, was shot.")] == ["direction"]


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Two people died in Tarin. The Tarin attack was the third.", "Tarin"),
        ("Two people died in Tarin. The two had left Tarin at dawn.", "Tarin"),
        ("Shells hit the town of Tarin on Sunday. Tarin residents counted ten.", "Tarin"),
        ("Mortars Kill Two Shepherds in Tarin\n\nMortars killed two shepherds in Tarin on Sunday.", "Tarin"),
    ],
)
def test_a_name_that_is_a_place_once_is_one_wherever_it_stands(text: str, again: str) -> None:
    assert [toponym.name for toponym in found(text)] == [again] * 2


@pytest.mark.parametrize(
    "text",
    [
        "He was held in Tarin's death. Tarin fell.",
        "They fired toward Tarin. Tarin fell.",
    ],
)
def test_a_name_that_may_be_a_persons_tells_of_no_place_elsewhere(text: str) -> None:
    assert len(found(text)) < 2


@pytest.mark.parametrize(
    "text",
    [
        "A bomb in Tarin killed six.",
        "Clashes in Tarin reportedly went on.",
        "The rebel-held village of Tarin fell.",
        "Six fled from the town of Tarin.",
    ],
)
def test_a_name_that_nobody_knows_may_stand_before_a_verb_or_behind_its_noun(text: str) -> None:
    assert [toponym.name for toponym in found(text)] == ["Tarin"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two were killed in the Afghan capital on Monday.", ["Afghan capital"]),
        ("Two were killed in the Afghan capital. Kabul was calm.", ["Kabul", "Kabul"]),
        ("Two were killed in the Afghan capital Kabul.", ["Kabul"]),
        ("Two were killed in Kabul, the Afghan capital, on Monday.", ["Kabul"]),
        ("Two died in clashes over Afghan capital markets.", []),
        ("Two were killed in the Utopian capital.", []),
    ],
)
def test_the_capital_of_a_country_is_a_place_by_the_name_that_the_report_gives_it(text: str, names: list[str]) -> None:
    assert [toponym.name for toponym in found(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Fighters died in breakaway Mazar.",
        "Fighters died in oil-wealthy Mazar.",
        "Fighters died in northern Nigerian Mazar.",
    ],
)
def test_what_a_place_is_like_stands_between_it_and_its_preposition(text: str) -> None:
    assert [(toponym.name.split()[-1], str(toponym.cue)) for toponym in found(text)] == [("Mazar", "preposition")]
