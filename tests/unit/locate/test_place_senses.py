import pytest

from corroborate.adapters.gazetteer import PackagedGazetteer
from corroborate.locate.place_groups import spots
from corroborate.locate.place_names import Toponym, named, toponyms
from corroborate.locate.place_points import Resolver
from corroborate.model.document import Document, document_id
from corroborate.model.ids import CaptureId
from corroborate.model.situation import Place
from corroborate.read.passages import passages

CAPTURE = CaptureId("0" * 64)


@pytest.fixture(scope="module")
def gazetteer() -> PackagedGazetteer:
    return PackagedGazetteer()


def resolved(gazetteer: PackagedGazetteer, text: str, *names: str) -> dict[str, Place | None]:
    """Return what each name of a text, at its first place, is taken for."""
    document = Document(document_id(CAPTURE, text), CAPTURE, "test", text, tuple(passages(text)), "test")
    read: list[Toponym] = []
    for name in names:
        toponym = named(document, text.index(name), text.index(name) + len(name), gazetteer)
        assert toponym is not None
        read.append(toponym)
    grouped = [
        spot
        for index in range(len(document.passages))
        for spot in spots(document, [toponym for toponym in read if toponym.passage == index])
    ]
    resolver = Resolver(document, read, grouped)
    return {toponym.name: resolver.resolve(toponym) for toponym in read}


def test_a_state_behind_a_town_tells_which_one_it_is(gazetteer: PackagedGazetteer) -> None:
    found = resolved(gazetteer, "A gunman killed two people in Paris, Texas, on Monday.", "Paris", "Texas")
    assert found["Paris"] is not None
    assert found["Paris"].parents == ("Texas",)


def test_an_abbreviated_state_does_too(gazetteer: PackagedGazetteer) -> None:
    found = resolved(gazetteer, "A bomb went off in Athens, Ga., police said.", "Athens", "Ga.")
    assert found["Athens"] is not None
    assert found["Athens"].parents == ("Georgia",)


@pytest.mark.parametrize(("town", "country"), [("Atlanta", "US"), ("Tbilisi", "GE")])
def test_the_other_names_tell_a_state_from_a_country(gazetteer: PackagedGazetteer, town: str, country: str) -> None:
    found = resolved(gazetteer, f"Shots were heard in Georgia. Police in {town} made arrests.", "Georgia", town)
    assert found["Georgia"] is not None
    assert found["Georgia"].country == country


def test_the_names_of_one_list_are_of_one_kind(gazetteer: PackagedGazetteer) -> None:
    found = resolved(
        gazetteer,
        "Prisons were raided in Oregon, Georgia, Ohio and Washington.",
        "Oregon",
        "Georgia",
        "Ohio",
        "Washington",
    )
    assert {place.kind.value for place in found.values() if place} == {"governorate"}


def test_a_country_comes_before_the_capital_that_bears_its_name(gazetteer: PackagedGazetteer) -> None:
    found = resolved(gazetteer, "Clashes went on in Mexico, and near Toluca.", "Mexico", "Toluca")
    assert found["Mexico"] is not None
    assert found["Mexico"].kind.value == "country"


def test_the_word_beside_a_name_tells_its_kind(gazetteer: PackagedGazetteer) -> None:
    found = resolved(gazetteer, "Herders attacked villages in Kano State.", "Kano State")
    assert found["Kano State"] is not None
    assert found["Kano State"].kind.value == "governorate"


def test_a_name_alone_is_the_best_known_place(gazetteer: PackagedGazetteer) -> None:
    found = resolved(gazetteer, "An explosion shook Paris.", "Paris")
    assert found["Paris"] is not None
    assert found["Paris"].country == "FR"


def test_the_noun_at_the_end_of_a_list_is_that_of_all_its_names(gazetteer: PackagedGazetteer) -> None:
    found = resolved(gazetteer, "Police searched homes in Clarke and Oconee counties, Georgia.", "Clarke", "Oconee")
    assert {(place.name, place.kind.value) for place in found.values() if place} == {
        ("Clarke County", "district"),
        ("Oconee County", "district"),
    }


def test_a_noun_behind_a_name_tells_a_province_from_a_town_and_from_a_province_abroad(
    gazetteer: PackagedGazetteer,
) -> None:
    found = resolved(gazetteer, "Colombian police killed two in Sucre department.", "Sucre")
    assert found["Sucre"] is not None
    assert (found["Sucre"].kind.value, found["Sucre"].country) == ("governorate", "CO")


def test_a_noun_before_a_name_tells_a_province_too(gazetteer: PackagedGazetteer) -> None:
    text = "Six men died in the northern province of Sucre, Colombian police said."
    document = Document(document_id(CAPTURE, text), CAPTURE, "test", text, tuple(passages(text)), "test")
    read = [toponym for passage in toponyms(document, gazetteer) for toponym in passage]
    place = Resolver(document, read).resolve(read[0])
    assert place is not None
    assert (place.kind.value, place.country) == ("governorate", "CO")


def test_a_town_is_not_one_of_its_name_in_another_country_than_the_province_behind_it(
    gazetteer: PackagedGazetteer,
) -> None:
    text = "Rebels shot two men by a stream in San Carlos, Morazan department."
    assert resolved(gazetteer, text, "San Carlos", "Morazan")["San Carlos"] is None
    text = "Rebels shot two men by a stream in San Carlos, El Salvador."
    assert resolved(gazetteer, text, "San Carlos", "El Salvador")["San Carlos"] is None
    text = "Rebels shot two men by a stream in San Carlos."
    assert resolved(gazetteer, text, "San Carlos")["San Carlos"] is not None


def test_a_town_is_not_one_of_its_name_far_from_the_city_that_tells_where_it_lies(
    gazetteer: PackagedGazetteer,
) -> None:
    text = "Rebels shot two men in Santo Domingo, 40 km southwest of Bogota."
    assert resolved(gazetteer, text, "Santo Domingo", "Bogota")["Santo Domingo"] is None


def test_a_continent_is_no_place_of_a_report_on_a_country(gazetteer: PackagedGazetteer) -> None:
    text = "Fear grew in Latin America. Six men died in Bogota."
    document = Document(document_id(CAPTURE, text), CAPTURE, "test", text, tuple(passages(text)), "test")
    assert [toponym.name for passage in toponyms(document, gazetteer) for toponym in passage] == ["Bogota"]


def test_a_dateline_abroad_makes_no_place_strange(gazetteer: PackagedGazetteer) -> None:
    text = "BEIRUT - Six men were killed in Maarat Misrin on Monday."
    document = Document(document_id(CAPTURE, text), CAPTURE, "test", text, tuple(passages(text)), "test")
    read = [toponym for passage in toponyms(document, gazetteer) for toponym in passage]
    place = Resolver(document, read).resolve(read[-1])
    assert place is not None
    assert place.country == "SY"


def test_a_great_city_comes_before_an_island_of_its_name(gazetteer: PackagedGazetteer) -> None:
    found = resolved(gazetteer, "A man was shot at a house in San Salvador.", "San Salvador")
    assert found["San Salvador"] is not None
    assert found["San Salvador"].country == "SV"


@pytest.mark.parametrize(("said", "country"), [("Lebanese", "LB"), ("Libyan", "LY")])
def test_adjectives_of_nations_tell_the_country(gazetteer: PackagedGazetteer, said: str, country: str) -> None:
    text = f"{said} officials said that {said} police had found six bodies in Tripoli."
    found = resolved(gazetteer, text, "Tripoli")
    assert found["Tripoli"] is not None
    assert found["Tripoli"].country == country


def test_a_village_of_another_country_that_sounds_alike_is_not_taken(gazetteer: PackagedGazetteer) -> None:
    text = "Gunmen raided Kachifa village in Borno State, and fled towards Maiduguri."
    found = resolved(gazetteer, text, "Kachifa", "Borno State", "Maiduguri")
    assert found["Maiduguri"] is not None
    assert found["Kachifa"] is None


def test_a_quarter_is_no_town_of_its_name_far_away(gazetteer: PackagedGazetteer) -> None:
    text = "Two were killed in the Lagoa neighbourhood of Recife."
    found = resolved(gazetteer, text, "Lagoa", "Recife")
    assert found["Recife"] is not None
    assert found["Lagoa"] is None


def test_a_region_that_nothing_else_speaks_of_is_not_meant_by_a_name_spelled_otherwise(
    gazetteer: PackagedGazetteer,
) -> None:
    syria = "Shells hit Saraqib, Binnish and Idlib on Monday. In Hasakah guards fled the prison of Al-Sinaa in Syria."
    assert resolved(gazetteer, syria, "Saraqib", "Binnish", "Idlib", "Hasakah", "Al-Sinaa")["Al-Sinaa"] is None
    egypt = "Shells hit Saraqib, Binnish and Idlib on Monday. In Hasakah guards spoke of raids in the Sinai."
    found = resolved(gazetteer, egypt, "Saraqib", "Binnish", "Idlib", "Hasakah", "Sinai")["Sinai"]
    assert found is not None
    assert found.country == "EG"
