import pytest

from corroborate.adapters.gazetteer import PackagedGazetteer, _Matcher
from corroborate.adapters.gazetteer_tables import rows
from corroborate.adapters.toponym_keys import plain_key, skeleton, tokens_key
from corroborate.model.situation import PlaceKind


@pytest.fixture(scope="module")
def gazetteer() -> PackagedGazetteer:
    return PackagedGazetteer()


@pytest.mark.parametrize(
    "spellings",
    [
        ("Saraqib", "Saraqeb", "Sarakeb"),
        ("Maarat al-Numan", "Maarrat an Numan", "Ma'arrat al-Nu\u2019man", "Maaret Numan"),
        ("Kafr Nabl", "Kafranbel", "Kafranbil"),
        ("Khan Sheikhoun", "Khan Shaykhun", "Khan Sheikhun"),
        ("Jisr al-Shughur", "Jisr ash-Shugur", "Jisr Al-Shughour"),
        ("Arbin", "Irbin", "Arbeen"),
        ("Tal Rifaat", "Tell Rifaat", "Tel Rifat"),
        ("Rashidin", "al-Rashideen", "Rashideen"),
        ("Deir ez-Zor", "Deir Ezzor", "Deir al-Zor", "Deir al-Zour"),
        ("Rif Dimashq", "Reef Dimashq", "Rural Damascus"),
        ("Hasakah", "Al-Hasakah", "Hassakeh"),
        ("Ghuwayran", "Gweiran", "Ghweran", "Ghwayran"),
        ("Raqqa", "ar-Raqqah", "Al-Raqqa"),
        ("Daraa", "Deraa", "Dar'a"),
    ],
)
def test_the_spellings_of_one_place_find_one_entry(gazetteer: PackagedGazetteer, spellings: tuple[str, ...]) -> None:
    assert len({gazetteer.find(spelling)[0].id for spelling in spellings}) == 1


def test_arabic_finds_what_english_finds(gazetteer: PackagedGazetteer) -> None:
    assert gazetteer.find("سراقب")[0] == gazetteer.find("Saraqib")[0]


def test_douma_is_first_of_all_the_one_near_damascus(gazetteer: PackagedGazetteer) -> None:
    douma = gazetteer.find("Douma")[0]
    assert (douma.latitude, douma.longitude) == (33.572, 36.403)


def test_a_region_that_no_table_of_towns_knows_is_found(gazetteer: PackagedGazetteer) -> None:
    ghouta = gazetteer.find("Eastern Ghouta")[0]
    assert ghouta.kind is PlaceKind.REGION
    assert ghouta.radius_km == 10


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Syria", PlaceKind.COUNTRY, "SY"),
        ("Britain", PlaceKind.COUNTRY, "GB"),
        ("Helmand", PlaceKind.GOVERNORATE, "AF"),
        ("Alabama", PlaceKind.GOVERNORATE, "US"),
        ("Kabul", PlaceKind.SETTLEMENT, "AF"),
        ("Nairobi", PlaceKind.SETTLEMENT, "KE"),
        ("Khan Younis", PlaceKind.SETTLEMENT, "PS"),
        ("Bethlehem", PlaceKind.SETTLEMENT, "PS"),
        ("Odessa", PlaceKind.SETTLEMENT, "UA"),
        ("Benue", PlaceKind.GOVERNORATE, "NG"),
        ("Kordofan", PlaceKind.REGION, "SD"),
        ("Gaza Strip", PlaceKind.REGION, "PS"),
    ],
)
def test_the_world_is_known_too(gazetteer: PackagedGazetteer, name: str, kind: PlaceKind, country: str) -> None:
    assert (gazetteer.find(name)[0].kind, gazetteer.find(name)[0].country) == (kind, country)


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Nairobi", PlaceKind.SETTLEMENT, "KE"),
        ("Nairobi County", PlaceKind.GOVERNORATE, "KE"),
        ("Kano", PlaceKind.SETTLEMENT, "NG"),
        ("Kano State", PlaceKind.GOVERNORATE, "NG"),
        ("Borno", PlaceKind.GOVERNORATE, "NG"),
        ("Guangdong", PlaceKind.GOVERNORATE, "CN"),
        ("Laurel County", PlaceKind.DISTRICT, "US"),
        ("Zakho District", PlaceKind.DISTRICT, "IQ"),
        ("Red Sea", PlaceKind.REGION, ""),
        ("Gulf of Aden", PlaceKind.REGION, ""),
        ("South Ossetia", PlaceKind.REGION, "GE"),
        ("Africa", PlaceKind.REGION, ""),
        ("Mt. Vernon", PlaceKind.SETTLEMENT, "US"),
    ],
)
def test_provinces_districts_and_seas_are_known(
    gazetteer: PackagedGazetteer, name: str, kind: PlaceKind, country: str
) -> None:
    assert (gazetteer.find(name)[0].kind, gazetteer.find(name)[0].country) == (kind, country)


def test_a_town_lies_in_its_province(gazetteer: PackagedGazetteer) -> None:
    assert gazetteer.find("Maiduguri")[0].parents == (gazetteer.find("Borno")[0].name,)


@pytest.mark.parametrize(("name", "whole"), [("Calif.", "California"), ("TX", "Texas"), ("W.Va.", "West Virginia")])
def test_an_abbreviation_is_its_province_only_as_it_is_written(
    gazetteer: PackagedGazetteer, name: str, whole: str
) -> None:
    assert whole in [place.name for place in gazetteer.find(name)]
    assert whole not in [place.name for place in gazetteer.find(name.lower())]


def test_a_great_town_comes_before_a_village_that_sounds_alike(gazetteer: PackagedGazetteer) -> None:
    assert [place.country for place in gazetteer.find("Kano")[:2]] == ["NG", "SY"]


def test_a_country_stands_at_its_middle(gazetteer: PackagedGazetteer) -> None:
    kenya = gazetteer.find("Kenya")[0]
    assert (round(kenya.latitude), round(kenya.longitude)) == (1, 38)


@pytest.mark.parametrize("name", ["", "-", "Xqzzt", "42"])
def test_no_place_is_made_of_nothing(gazetteer: PackagedGazetteer, name: str) -> None:
    assert gazetteer.find(name) in ([], ())


def test_scanning_finds_the_longest_spelling_with_its_article(gazetteer: PackagedGazetteer) -> None:
    text = "Shells fell on Ma'arrat al-Nu'man, on al-Bab and in Khan Shaykhun on Monday."
    assert [text[start:end] for start, end in gazetteer.scan(text)] == ["Ma'arrat al-Nu'man", "al-Bab", "Khan Shaykhun"]


def test_scanning_does_not_join_what_a_comma_parts(gazetteer: PackagedGazetteer) -> None:
    text = "in Khan, Shaykhun"
    assert "Khan, Shaykhun" not in [text[start:end] for start, end in gazetteer.scan(text)]


def test_scanning_leaves_words_in_lower_case_alone(gazetteer: PackagedGazetteer) -> None:
    assert list(gazetteer.scan("homs is spelled without a capital here")) == []


def test_keys_are_found_leftmost_and_longest_by_whole_words() -> None:
    matcher = _Matcher(["han shihun", "han", "idlib"])
    text = "\x02han\x01\x02shihun\x01\x03\x02idlib\x01\x02han\x01\x02hans\x01"
    found = [text[start:end].replace("\x01\x02", " ").strip("\x01\x02") for start, end in matcher.find(text)]
    assert found == ["han shihun", "idlib", "han"]


def test_keys_fold_articles_doublings_and_vowels() -> None:
    assert tokens_key("al-Hasakah") == tokens_key("Hassakeh")
    assert tokens_key("Deir ez-Zor") == tokens_key("Dayr az Zawr")


def test_keys_keep_different_places_apart() -> None:
    names = ["Homs", "Hama", "Idlib", "Aleppo", "Saraqib", "Sarmin", "Douma", "Daraya", "Harasta", "Harim"]
    assert len({tokens_key(name) for name in names}) == len(names)


def test_a_skeleton_needs_four_consonants() -> None:
    assert skeleton("Homs") == ""


def test_the_plain_key_is_the_name_without_its_marks() -> None:
    assert plain_key("Şanlıurfa-Süd") == plain_key("sanlıurfa sud")


@pytest.mark.parametrize("name", ["Bani Zeid", "Bab al-Nairab", "Zebdiyeh"])
def test_a_quarter_lies_in_its_city(gazetteer: PackagedGazetteer, name: str) -> None:
    place = gazetteer.find(name)[0]
    assert (place.kind, place.country, place.parents[-1]) == (PlaceKind.NEIGHBOURHOOD, "SY", "Aleppo")


def test_every_packaged_quarter_has_an_id_of_its_own() -> None:
    ids = [row["id"] for row in rows("gazetteer_syria.tsv.gz") if row["kind"] == "neighbourhood"]
    assert len(ids) == len({*ids})


def test_an_article_that_is_grown_on_a_name_is_an_article(gazetteer: PackagedGazetteer) -> None:
    assert gazetteer.find("Deir al-Adas")[0].parents[-1] == "Daraa"
