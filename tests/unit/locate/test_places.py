import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from corroborate.locate.place_cues import Cue
from corroborate.locate.place_entities import entities, is_inside
from corroborate.locate.place_evidence import Evidence
from corroborate.locate.place_groups import Spot, spots, without_actors
from corroborate.locate.place_names import toponyms
from corroborate.locate.place_outlook import Outlook
from corroborate.locate.places import places
from corroborate.model.casualty import VAGUE, Count, Effect, People
from corroborate.model.document import Document, document_id
from corroborate.model.ids import CaptureId
from corroborate.model.issue import IssueKind
from corroborate.model.mention import Attack, Harm, Mention, Method
from corroborate.model.situation import Granularity, Interval, Location, Place, PlaceKind, Relation
from corroborate.model.span import Span
from corroborate.read.passages import passages


def _place(name: str, kind: PlaceKind, point: tuple[float, float], *parents: str, country: str = "SY") -> Place:
    return Place(name.casefold() + country, name, kind, *point, 3.0, country, parents, source="curated")


KNOWN = (
    _place("Syria", PlaceKind.COUNTRY, (35.0, 38.5)),
    _place("Iraq", PlaceKind.COUNTRY, (33.0, 44.0), country="IQ"),
    _place("Russia", PlaceKind.COUNTRY, (60.0, 90.0), country="RU"),
    _place("Idlib", PlaceKind.GOVERNORATE, (35.8, 36.7)),
    _place("Rif Dimashq", PlaceKind.GOVERNORATE, (33.5, 36.7)),
    _place("Saraqib", PlaceKind.SETTLEMENT, (35.86, 36.81), "Idlib"),
    _place("Kafr Nabl", PlaceKind.SETTLEMENT, (35.61, 36.56), "Idlib"),
    _place("Harasta", PlaceKind.SETTLEMENT, (33.56, 36.36), "Rif Dimashq"),
    _place("Douma", PlaceKind.SETTLEMENT, (33.57, 36.40), "Rif Dimashq"),
    _place("Lebanon", PlaceKind.COUNTRY, (33.9, 35.9), country="LB"),
    _place("Beirut", PlaceKind.SETTLEMENT, (33.89, 35.50), country="LB"),
    replace(_place("Ankara", PlaceKind.SETTLEMENT, (39.9, 32.9), country="TR"), population=5_000_000),
    _place("Madaya", PlaceKind.SETTLEMENT, (33.69, 36.10), "Rif Dimashq"),
    _place("Zabdin", PlaceKind.SETTLEMENT, (35.9, 37.0)),
    replace(_place("Hadath", PlaceKind.SETTLEMENT, (36.2, 37.2)), population=900_000),
    replace(_place("San Hadath", PlaceKind.SETTLEMENT, (36.2, 37.2)), population=900_000),
    replace(_place("Marjat", PlaceKind.REGION, (36.2, 37.3)), population=40_000),
    _place("Marjan", PlaceKind.SETTLEMENT, (10.0, 10.0), country="SY"),
    _place("Marjan", PlaceKind.SETTLEMENT, (20.0, 20.0), country="SY"),
)


class FewPlaces:
    """A gazetteer of a dozen places, by their exact names."""

    def find(self, name: str) -> Sequence[Place]:
        return [place for place in KNOWN if place.name.casefold() == name.casefold()]

    def scan(self, text: str) -> Iterable[tuple[int, int]]:
        pattern = "|".join(sorted({re.escape(place.name) for place in KNOWN}, key=len, reverse=True))
        return [match.span() for match in re.finditer(rf"\b(?:{pattern})\b", text)]


def _document(text: str) -> Document:
    return Document(
        id=document_id(CaptureId("0" * 64), text),
        capture=CaptureId("0" * 64),
        name="test",
        text=text,
        passages=tuple(passages(text)),
        reader="test",
        published=date(2018, 2, 5),
    )


def _harm(text: str, quote: str, number: int) -> Mention:
    span = Span.cut(text, text.index(quote), text.index(quote) + len(quote))
    return Mention(span, Harm(Effect.KILLED, People.PEOPLE, Count.exactly(number)), span, "test")


def located(text: str, *quotes: str) -> list[tuple[Location, str]]:
    """Return where each quote's mention is put."""
    document = _document(text)
    mentions = []
    for number, quote in enumerate(quotes, 1):
        mentions.append(_harm(text, quote, number))
    found, _ = places(document, mentions, FewPlaces())
    return [found[mention.id] for mention in mentions]


def where(text: str, quote: str) -> tuple[str, ...]:
    return located(text, quote)[0][0].names


def test_the_place_in_the_mentions_own_words_is_its_place() -> None:
    assert where("Shells killed four people in Saraqib on Sunday.", "killed four people in Saraqib") == ("Saraqib",)


def test_a_town_brings_the_province_that_holds_it() -> None:
    assert where("Two men died in the town of Saraqib in Idlib province.", "Two men died")[:2] == ("Saraqib", "Idlib")


def test_a_province_before_its_town_still_stands_behind_it() -> None:
    assert where("Six were hurt in the Idlib town of Saraqib.", "Six were hurt") == ("Saraqib", "Idlib")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # The nouns tell the tiers of places that nobody knows.
        ("Four died in Tal Zufran village of Zardan township (Kor district).", ("Tal Zufran", "Zardan", "Kor")),
        ("Four died in Tal Zufran village, Zardan township, Kor district.", ("Tal Zufran", "Zardan", "Kor")),
        ("Four died in the village of Tal Zufran, in the Saraqib area.", ("Tal Zufran", "Saraqib")),
        ("Four died in the Tal Zufran area of Zardan.", ("Tal Zufran", "Zardan")),
        ("Four died in Tal Zufran territory of [northern] Idlib.", ("Tal Zufran", "Idlib")),
        # A site or a quarter that is told to be one lies in the city behind it, if it may.
        ("Four died in the Zabdin refugee camp, Hadath.", ("Zabdin", "Hadath")),
        ("Four died in the Tal Zufran refugee camp in Hadath.", ("Tal Zufran", "Hadath")),
        ("Four died in the Hadath suburb of Zabdin.", ("Zabdin", "Hadath")),
        ("Four died at Tal Zufran 20 km south of the northern town of Saraqib.", ("Tal Zufran", "Saraqib")),
    ],
)
def test_tiers_that_belong_together_make_one_place(text: str, names: tuple[str, ...]) -> None:
    assert where(text, "Four died") == names


def test_the_suburbs_of_a_city_lie_in_it() -> None:
    assert where("Four died in the Marjat suburbs of Hadath.", "Four died") == ("Marjat", "Hadath")


def test_areas_side_by_side_are_not_taken_one_for_the_others_holder() -> None:
    for text in (
        "Six died in Tal Zufran area, Wadi Zardan area.",
        "Six died at Tal Zufran gas field, Zardan oil field.",
    ):
        document = _document(text)
        assert {spot.outer for spot in spots(document, toponyms(document, FewPlaces())[0])} == {()}
    assert "Harasta" not in where("Six died in the Zabdin refugee camp, Harasta.", "Six died")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Saraqib, a town adjacent to Madaya, four died.", ("Saraqib", "Madaya")),
        ("South of Madaya, Saraqib suffered when four died.", ("Saraqib", "South of Madaya")),
        ("Saraqib, located 20 km south of Madaya, was hit and four died.", ("Saraqib", "south of Madaya")),
    ],
)
def test_a_place_is_told_by_another_that_it_lies_beside(text: str, names: tuple[str, ...]) -> None:
    assert where(text, "four died") == names


def test_a_place_that_only_tells_where_another_lies_is_none_of_the_reports() -> None:
    document = _document("Four died in the town of Saraqib, south of Madaya.")
    found = entities([spots(document, passage) for passage in toponyms(document, FewPlaces())])
    assert [entity.toponym.name for entity in found] == ["Saraqib"]


def test_a_town_and_a_province_that_does_not_hold_it_are_listed() -> None:
    assert where("Six died in Saraqib and Rif Dimashq on Monday.", "Six died") == ("Saraqib", "Rif Dimashq")
    assert where("Six died in Saraqib and Idlib on Monday.", "Six died") != ("Saraqib", "Idlib")


TOLD_FIRST = "Gunmen killed 11 people in a church in northern Syria on Sunday."


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("The attack took place in the village of Tal Zardan in Idlib.", "Tal Zardan"),
        ("The shooting, blamed on men of a rival clan, happened in Saraqib.", "Saraqib"),
        ("An earlier attack took place in Saraqib.", "northern Syria"),
        ("The attack was condemned in Saraqib.", "northern Syria"),
    ],
)
def test_where_it_happened_is_told_outright_of_what_was_told_before(told: str, name: str) -> None:
    assert where(f"{TOLD_FIRST} {told}", "killed 11 people")[0] == name


def test_a_site_that_is_named_for_its_city_is_a_place_inside_it() -> None:
    document = _document("A shell hit the Hadath Opera House, and four died in the streets of Hadath.")
    found = entities([spots(document, passage) for passage in toponyms(document, FewPlaces())])
    assert [entity.toponym.name for entity in found] == ["Hadath Opera House", "Hadath"]
    assert is_inside(found[0], found[1])


def test_a_great_town_abroad_where_nothing_is_put_is_none_of_the_reports() -> None:
    document = _document("Ankara Jets of the government killed four people in Saraqib.")
    found = without_actors([spots(document, passage) for passage in toponyms(document, FewPlaces())])
    assert [spot.inner[0].name for passage in found for spot in passage] == ["Saraqib"]


def test_towns_of_two_countries_are_no_list_without_a_comma() -> None:
    document = _document("Jets struck in Saraqib Beirut was quiet.")
    assert [len(spot.inner) for spot in spots(document, toponyms(document, FewPlaces())[0])] == [1, 1]


def test_a_country_that_a_province_borders_does_not_hold_it() -> None:
    assert where("Four died in Zardan province which borders Iraq.", "Four died")[:1] == ("Zardan",)
    assert "Iraq" not in where("Four died in Zardan province which borders Iraq.", "Four died")
    assert "Iraq" not in where("Four died in Zardan, a town near Iraq\u2019s border.", "Four died")


def test_a_province_named_in_its_country_holds_the_village_named_next() -> None:
    text = "Jets struck in Syria's Idlib on Monday. Two died in the village of Tal Zufran."
    assert where(text, "Two died") == ("Tal Zufran", "Idlib")


def test_a_site_holds_no_place_that_is_named_after_it() -> None:
    text = "Rockets hit the Harasta airbase. Two died at the Zardan camp."
    assert where(text, "Two died") == ("Zardan",)


def test_a_quarter_lies_in_the_town_named_before_it_and_in_what_holds_that() -> None:
    text = "In Harasta (Rif Dimashq), men quarrelled. Two died in the Zardan neighbourhood."
    assert where(text, "Two died") == ("Zardan", "Harasta", "Rif Dimashq")


def test_a_town_does_not_lie_in_the_neighbour_after_whom_their_district_is_named() -> None:
    text = "Rockets fell between Harasta and Arbin in Eastern Ghouta. Two died in Misraba."
    assert "Harasta" not in where(text, "Two died")


def test_between_two_towns_is_one_place_half_way() -> None:
    location, _ = located("Rockets fell between Harasta and Douma and hurt six.", "hurt six")[0]
    assert location.names[0] == "between Harasta and Douma"
    assert location.relation is Relation.BETWEEN
    assert location.latitude == pytest.approx(33.565)
    assert location.radius_km is not None
    assert 1 < location.radius_km < 4


def test_a_distance_and_a_direction_move_the_point() -> None:
    location, _ = located("A bus was hit and nine died 20 km south of Saraqib.", "nine died")[0]
    assert location.relation is Relation.OFFSET
    assert location.latitude == pytest.approx(35.68, abs=0.01)
    assert location.longitude == pytest.approx(36.81, abs=0.01)


def test_a_place_where_something_is_only_said_is_none_of_the_events() -> None:
    text = "Officers reported in Douma that five men were killed. A patrol had seen them in Harasta."
    assert where(text, "five men were killed") == ("Harasta",)


def test_a_village_nobody_knows_lies_where_the_report_says_and_not_in_a_province_named_long_ago() -> None:
    told = "Six were hurt in Idlib. " + "Nobody came. " * 4 + "Five men were killed in Tarin."
    assert where(told, "Five men were killed") == ("Tarin",)
    told = "Six were hurt in Idlib. Five men were killed in Tarin. Tarin, Rif Dimashq, is small."
    assert where(told, "Five men were killed") == ("Tarin", "Rif Dimashq")


def test_a_site_lies_in_what_follows_and_a_country_holds_what_lies_beside_a_town() -> None:
    assert where("Five men were killed at the Marjan farm, in Saraqib, Idlib.", "Five men") == (
        "Marjan",
        "Saraqib",
        "Idlib",
    )
    assert where("Five men were killed south of Beirut, Lebanon.", "Five men") == ("south of Beirut", "Lebanon")


def test_a_town_far_off_only_tells_how_far_a_place_lies() -> None:
    text = "Six men were hurt in Madaya, 250 km from Hadath. Five men were killed in Hadath."
    assert where(text, "Five men were killed") == ("Hadath",)


def test_a_list_of_towns_has_no_holder_among_them() -> None:
    text = "Five men were killed in the towns of Tarin, Oru, Saraqib, and Douma."
    assert where(text, "Five men were killed") == ("Tarin", "Oru", "Saraqib", "Douma")
    text = "Five men were killed in the Tarin, Oru and Mado districts of Douma."
    assert where(text, "Five men were killed") == ("Tarin", "Oru", "Mado", "Douma")


def test_a_part_of_a_country_behind_a_town_holds_it() -> None:
    assert where("Five men were killed in Douma, in the eastern region.", "Five men") == ("Douma", "eastern region")


def test_a_name_that_a_saint_gave_and_one_with_an_article_stay_whole() -> None:
    assert where("Five men were killed in San Hadath Guayal.", "Five men") == ("San Hadath Guayal",)
    assert where("Five men were killed at El Hadath hamlet.", "Five men") == ("El Hadath",)


def test_a_place_may_be_told_by_what_it_is_before_its_province_follows() -> None:
    text = "Five men were killed in Saraqib, a village in the northern province of Idlib."
    assert where(text, "Five men were killed") == ("Saraqib", "Idlib")


def test_an_unknown_village_keeps_its_name_and_leaves_an_issue() -> None:
    text = "Jets bombed the village of Tal Zufran in Idlib and killed three."
    location, _ = located(text, "killed three")[0]
    assert location.names == ("Tal Zufran", "Idlib")
    assert location.places == ()


def test_an_unknown_village_lies_somewhere_in_the_place_that_the_report_puts_it_in() -> None:
    location, _ = located("Jets bombed the village of Tal Zufran in Idlib and killed three.", "killed three")[0]
    assert location.within is not None
    assert (location.within.name, location.latitude) == ("Idlib", 35.8)
    nowhere, _ = located("Jets bombed the village of Tal Zufran in Syria and killed three.", "killed three")[0]
    assert (nowhere.within, nowhere.latitude) == (None, None)


def test_a_name_of_two_places_leaves_an_issue_that_names_them() -> None:
    text = "Five people were killed in Marjan."
    document = Document(
        document_id(CaptureId("0" * 64), text), CaptureId("0" * 64), "test", text, tuple(passages(text)), "test"
    )
    span = Span.cut(text, 0, 23)
    mention = Mention(span, Harm(Effect.KILLED, People.PEOPLE, Count.exactly(5)), span, "test")
    _, issues = places(document, [mention], FewPlaces())
    assert [issue.kind for issue in issues] == [IssueKind.AMBIGUOUS_PLACE]
    assert issues[0].message.count("Marjan") == 3


@pytest.mark.parametrize(
    "text",
    [
        "BEIRUT (Reuters) - Shells killed four people in Saraqib.",
        "The Islamic State of Iraq said its shells killed four people in Saraqib.",
        "Russia said that shells killed four people in Saraqib.",
        "The Madaya Media Centre said shells killed four people in Saraqib.",
    ],
)
def test_bodies_governments_and_datelines_are_no_event_places(text: str) -> None:
    assert where(text, "killed four people in Saraqib") == ("Saraqib",)


def test_a_sentence_without_a_place_stays_at_that_of_the_sentence_before() -> None:
    text = "An air strike hit Saraqib on Monday. Four people were killed."
    assert located(text, "air strike hit Saraqib", "Four people were killed")[1][0].names == ("Saraqib",)


def test_every_choice_names_its_rule() -> None:
    text = "Air strike kills four\n\nFour people were killed in Saraqib. The dead were two couples."
    found = located(text, "kills four", "Four people were killed", "two couples")
    assert all(rule.startswith("place.") for _, rule in found)


def test_a_report_without_places_puts_nothing_anywhere() -> None:
    assert where("Four people were killed on Monday.", "Four people were killed") == ()


def test_no_mentions_need_no_places() -> None:
    assert located("Nothing happened in Saraqib.") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "IN ON AT",
        "in in in",
        "al- al al-",
        "of of Of",
        "between and between",
        "'s of the",
        "\u0600\u0628 \u0639\u0644\u0649",
    ],
)
def test_odd_texts_are_read_without_a_fault(text: str) -> None:
    padded = f"killed {text} killed"
    assert len(located(padded, "killed")) == 1


def test_the_places_of_a_text_do_not_depend_on_the_order_of_its_mentions() -> None:
    text = "Shells killed two in Saraqib. In Douma a raid killed three. Four died in Kafr Nabl."
    quotes = ("killed two", "killed three", "Four died")
    for order in itertools.permutations(quotes):
        named = dict(zip(order, (found[0].names[:1] for found in located(text, *order)), strict=True))
        assert set(named) == set(quotes)


def test_a_word_that_only_opens_names_takes_the_rest_along() -> None:
    [(found, _)] = located("Rebels shelled Tal Marjan in Idlib and killed 3 people.", "3 people")
    assert found.names[0] == "Tal Marjan"


def test_a_place_may_be_described_and_not_named() -> None:
    [(found, _)] = located("Shells killed 4 people in the rebel-held east of the city.", "4 people")
    assert found.names == ("rebel-held east",)


def test_a_side_of_a_named_place_is_no_place_of_its_own() -> None:
    [(found, _)] = located("A raid killed 5 people in the northern province of Idlib.", "5 people")
    assert "Idlib" in found.names[0]


def test_a_kind_of_place_before_of_makes_a_name_of_what_follows() -> None:
    [(found, _)] = located("Gunmen killed 2 people in the neighbourhood of Qardan the mayor said.", "2 people")
    assert found.names[0] == "Qardan"


def test_a_persons_surname_is_no_place() -> None:
    [(found, _)] = located(
        "Colonel Marjan led the attack in Saraqib. Fighters of Marjan killed 6 people.", "killed 6 people"
    )
    assert found.names[0] == "Saraqib"


def test_an_unknown_name_stays_where_something_is_firmly_put_there() -> None:
    [(found, _)] = located("In Iraq, a bomb killed 7 people in Douma late on Sunday.", "7 people")
    assert found.names[0] == "Douma"


def test_the_place_that_people_are_brought_from_is_where_it_happened() -> None:
    text = "Fighting goes on in Idlib. Rescuers evacuated 8 people from Douma."
    assert where(text, "evacuated 8 people from Douma")[0] == "Douma"


def test_a_surname_that_ends_a_longer_name_is_no_place() -> None:
    text = "James Varney was shot in Saraqib. A driver of Varney killed 9 people."
    assert where(text, "killed 9 people")[0] == "Saraqib"


def test_a_country_in_the_genitive_holds_the_people_that_it_counts() -> None:
    assert spots_of("Camps hold some of Syria's 7 displaced people.")[0].cue is Cue.PREPOSITION
    assert spots_of("Camps hold some of Syria's displaced people.")[0].cue is not Cue.PREPOSITION


def test_a_part_told_only_by_its_holder_is_no_place() -> None:
    text = "Air raids hit Saraqib. Shells killed 3 people in rebel-held areas."
    assert where(text, "killed 3 people") == ("Saraqib",)


def test_a_dateline_in_capitals_is_no_place_of_events() -> None:
    text = "BEIRUT, Lebanon - A raid killed 3 people near Saraqib, rescuers said."
    assert where(text, "killed 3 people")[0] == "Saraqib"


def test_a_surname_behind_an_initial_is_no_place() -> None:
    text = "James C. Varney lived in Saraqib. A friend of Varney killed 9 people there."
    assert where(text, "killed 9 people")[0] == "Saraqib"


def test_the_province_is_the_one_named_last() -> None:
    text = "Shells killed two people in Saraqib in Idlib. Hospitals in the province took in 90 wounded."
    document = _document(text)
    mention = _harm(text, "90 wounded", 90)
    named = toponyms(document, FewPlaces())
    evidence = Evidence(document, [spots(document, passage) for passage in named], {})
    meant = [features for _, features in evidence.offers([mention])[0] if "meant" in features]
    assert len(meant) == 1
    assert "level.province" in meant[0]


@pytest.mark.parametrize(
    ("text", "leading"),
    [
        (
            "Raids hit Idlib province, in the town of Saraqib. Later shells fell on Harasta, and nine people died.",
            "Saraqib",
        ),
        ("Raids hit Idlib province on Sunday, and nine people died.", "Idlib"),
    ],
)
def test_a_report_opens_with_the_first_town_of_its_opening(text: str, leading: str) -> None:
    document = _document(text)
    named = toponyms(document, FewPlaces())
    evidence = Evidence(document, [spots(document, passage) for passage in named], {})
    offers = evidence.offers([_harm(text, "nine people died", 9)])[0]
    leads = [standing.spot for standing, features in offers if any(name.startswith("leads.") for name in features)]
    assert [spot.inner[0].name for spot in leads if spot is not None] == [leading]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("Nine people died on Sunday.", []),
        ("Nine people died in raids such as regularly hit the market.", ["past"]),
        ("Nine people died in raids across the land.", ["whole"]),
    ],
)
def test_words_of_habit_and_of_a_whole_country_speak_for_a_wider_place(told: str, words: list[str]) -> None:
    text = f"Raids hit Saraqib in Idlib.\n\n{told}"
    document = _document(text)
    mention = _harm(text, "Nine people died", 9)
    day = Interval(date(2018, 2, 4), date(2018, 2, 4), Granularity.DAY)
    grouped = [spots(document, passage) for passage in toponyms(document, FewPlaces())]
    for when, undated in (({mention.id: day}, []), ({}, ["undated"])):
        nowhere = Evidence(document, grouped, when).offers([mention])[0][-1][1]
        found = [name for name in ("past", "whole", "undated") if f"nowhere.{name}" in nowhere]
        assert found == [*words, *undated]


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        (" in Saraqib.", "told"),
        (" when shells fell, as residents and officials of the province told reporters, in Saraqib.", "told"),
        (" in a shelter. Saraqib was quiet.", "bare"),
    ],
)
def test_a_place_that_a_sentence_names_last_is_that_of_its_mention(behind: str, told: str) -> None:
    text = f"War goes on in Idlib. Nine people died{behind}"
    document = _document(text)
    named = toponyms(document, FewPlaces())
    evidence = Evidence(document, [spots(document, passage) for passage in named], {})
    offers = evidence.offers([_harm(text, "Nine people died", 9)])[0]
    assert {standing.told for standing, _ in offers} == {told}


@pytest.mark.parametrize(("days", "told"), [((5, 5), ["that-day"]), ((5, 6), ["new-day"]), ((5, None), [])])
def test_a_step_between_mentions_tells_whether_both_are_of_one_day(
    days: tuple[int, int | None], told: list[str]
) -> None:
    text = "Two people died in Saraqib. Nine people died in Harasta."
    document = _document(text)
    mentions = [_harm(text, "Two people died", 2), _harm(text, "Nine people died", 9)]
    each = [None if day is None else Interval(date(2016, 9, day), date(2016, 9, day), Granularity.DAY) for day in days]
    when = dict(zip([mention.id for mention in mentions], each, strict=True))
    named = toponyms(document, FewPlaces())
    evidence = Evidence(document, [spots(document, passage) for passage in named], when)
    before, after = (offer[0][0] for offer in evidence.offers(mentions))
    assert [manner for manner in evidence.manners(after, before) if manner.endswith("day")] == told


def test_a_part_of_a_place_that_nobody_knows_is_the_same_place() -> None:
    text = "Nine died on the outskirts of Zarur town. Two died in Zarur town, and one in the east of Saraqib."
    document = _document(text)
    known = entities([spots(document, passage) for passage in toponyms(document, FewPlaces())])
    assert [[spot.inner[0].name for spot in entity.spots] for entity in known] == [
        ["outskirts of Zarur", "Zarur"],
        ["east of Saraqib"],
    ]


def test_each_of_several_places_has_its_own_share() -> None:
    text = "One man was killed in each of the towns of Saraqib, Kafr Nabl and Harasta. They were buried."
    quotes = ("One man was killed", text[:61], text[:73], "They were buried")
    told = [location.names for location, _ in located(text, *quotes)]
    assert [names[0] for names in told[:3]] == ["Saraqib", "Kafr Nabl", "Harasta"]
    assert told[3][:3] == ("Saraqib", "Kafr Nabl", "Harasta")


def test_places_of_two_countries_are_one_list() -> None:
    location, _ = located("Bombs killed nine in Saraqib, Syria, and Beirut, Lebanon.", "Bombs killed nine")[0]
    assert location.names[:2] == ("Saraqib", "Beirut")


def test_a_name_nobody_knows_between_a_place_and_its_province_parts_them_not() -> None:
    assert where("Nine were killed in Tal Zufran (Marj, Idlib) on Monday.", "Nine were killed") == (
        "Tal Zufran",
        "Idlib",
    )


def test_an_area_of_a_town_lies_in_it() -> None:
    assert where("A blast killed six in the Zufran area of Saraqib.", "A blast killed six")[:2] == ("Zufran", "Saraqib")


def test_a_final_s_is_a_lost_genitive_only_before_what_is_owned() -> None:
    owned = located("Shells killed four people in Idlibs countryside on Sunday.", "killed four people")[0][0]
    assert owned.names[:1] == ("Idlib",)
    spelled = located("Rescuers in Idlibs on Sunday took out four people.", "took out four people")[0][0]
    assert spelled.names[:1] == ("Idlibs",)
    village = located("Shells killed four people in Idlibs village on Sunday.", "killed four people")[0][0]
    assert village.names[:1] == ("Idlibs",)
    capital = located("Shells killed four people in Idlibs capital on Sunday.", "killed four people")[0][0]
    assert capital.names[:1] == ("Idlib",)
    city = located("Shells killed four people in Idlibs town of Saraqib.", "killed four people")[0][0]
    assert city.names == ("Saraqib", "Idlib")


def test_each_of_two_figures_has_the_town_behind_it() -> None:
    text = "Shells killed four people in Harasta and another three, two of them cousins, in the town of Douma."
    found = located(text, "killed four people", "another three")
    assert [location.names[0] for location, _ in found] == ["Harasta", "Douma"]


@pytest.mark.parametrize(
    ("quote", "count"), [("driven millions from their homes", VAGUE), ("killed 400,000 people", Count.exactly(400_000))]
)
def test_a_figure_of_a_war_is_of_the_country(quote: str, count: Count) -> None:
    text = (
        "Shells hit Saraqib in Syria on Sunday. The war has driven millions from their homes and killed 400,000 people."
    )
    span = Span.cut(text, text.index(quote), text.index(quote) + len(quote))
    mention = Mention(span, Harm(Effect.KILLED, People.PEOPLE, count), span, "test")
    found, _ = places(_document(text), [mention], FewPlaces())
    assert found[mention.id][0].names == ("Syria",)


def test_a_figure_told_of_a_province_and_of_its_town_is_told_of_the_town() -> None:
    text = (
        "Jets killed 22 children in Idlib.\n\nThe monitor said the 22 children died in a school in the town of Saraqib."
    )
    spans = [
        Span.cut(text, text.index(quote), text.index(quote) + len(quote)) for quote in ("killed 22", "22 children died")
    ]
    toll = Harm(Effect.KILLED, People.CHILDREN, Count.exactly(22))
    mentions = [Mention(span, toll, span, "test") for span in spans]
    found, _ = places(_document(text), mentions, FewPlaces())
    assert [found[mention.id][0].names[0] for mention in mentions] == ["Saraqib", "Saraqib"]


def test_a_figure_told_of_two_towns_is_not_moved() -> None:
    text = "Jets killed two children in Harasta.\n\nShells killed two children in Saraqib in Idlib."
    assert [
        place.names[0] for place, _ in located(text, "killed two children in Harasta", "killed two children in S")
    ] == [
        "Harasta",
        "Saraqib",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Five died in Saraqib, just 20 km (12 miles) to the east of Kafr Nabl.", ("Saraqib", "east of Kafr Nabl")),
        ("Five died in Kafr Nabl, near Saraqib, on Monday.", ("Kafr Nabl", "Saraqib")),
        ("Five died southeast of Idlib near Saraqib on Monday.", ("Saraqib", "southeast of Idlib")),
        ("Five died in Harasta and six more near Douma.", ("Harasta",)),
    ],
)
def test_a_town_told_to_lie_by_another_is_the_place_and_the_other_stands_behind_it(
    text: str, names: tuple[str, ...]
) -> None:
    assert grouped(text)[0] == names


def test_names_side_by_side_are_a_list_that_lost_its_commas() -> None:
    assert grouped("Five died in Saraqib Kafr Nabl and Harasta.") == [("Saraqib", "Kafr Nabl", "Harasta")]
    assert grouped("Five died in Saraqib Idlib.") == [("Saraqib", "Idlib")]


def test_a_province_in_a_genitive_without_its_apostrophe_holds_what_follows() -> None:
    assert grouped("Gas was used in shelling Idlibs Zar Tamr district.") == [("Zar Tamr", "Idlib")]
    assert grouped("Gas was used in shelling Tamrs Zar district.") == [("Tamrs Zar",)]


def test_a_suburb_named_behind_its_city_lies_in_it() -> None:
    assert grouped("Five died in the Idlib suburb Harasta.") == [("Harasta", "Idlib")]
    assert grouped("The Idlib suburb of Saraqib was shelled.") == [("Saraqib", "Idlib")]
    assert grouped("Five died in the Idlib capital, Saraqib, on Monday.") == [("Saraqib", "Idlib")]


@pytest.mark.parametrize(
    "text",
    [
        "Saraqib was bombed on Monday.",
        "Saraqib and Kafr Nabl have been under siege for two years.",
        "They left Saraqib, which is surrounded by troops.",
        "Saraqib saw heavy shelling on Monday.",
        "Saraqib has seen days of shelling.",
    ],
)
def test_the_subject_of_what_befell_it_was_struck(text: str) -> None:
    assert spots_of(text)[0].cue is Cue.STRUCK


@pytest.mark.parametrize(
    "text", ["Saraqib saw a new market open on Monday.", "Saraqib and Kafr Nabl have been spared."]
)
def test_the_subject_of_anything_else_was_not(text: str) -> None:
    assert spots_of(text)[0].cue is Cue.BARE


@pytest.mark.parametrize("posted", ["the agency's representative in", "its envoy to", "al-Qaeda's affiliate in"])
def test_where_somebody_serves_nothing_need_have_happened(posted: str) -> None:
    assert spots_of(f"Nine died, said {posted} Saraqib.")[0].cue is Cue.DIRECTION


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Saraqib was shelled. In the town of Harasta nine died, and in the town six were hurt.", ["the town six"]),
        ("Saraqib was shelled. Six were hurt in the same town on Monday.", ["the same tow"]),
        ("Saraqib was shelled. Six were hurt in the besieged town.", ["the besieged"]),
        ("Saraqib was shelled. Six were hurt in the northern town of Harasta.", []),
    ],
)
def test_the_town_means_the_last_one_named_before_unless_it_is_named(text: str, meant: list[str]) -> None:
    document = _document(text)
    named = [spots(document, passage) for passage in toponyms(document, FewPlaces())]
    known = entities(named)
    outlook = Outlook(document, 1, known)
    assert [text[at:][:12] for at, _ in outlook.meant] == meant


@pytest.mark.parametrize(
    ("text", "spoken_at"),
    [
        ("Six guards died in Saraqib, a minister told reporters in Harasta.", ["Harasta"]),
        ("At talks held in the town of Harasta, envoys mourned six guards who died in Saraqib.", ["Harasta"]),
        ("Six guards died in Saraqib and four in Harasta.", []),
        ("A minister said in Harasta that six guards died when shells hit Harasta.", []),
    ],
)
def test_a_place_behind_words_of_saying_alone_is_where_something_was_said(text: str, spoken_at: list[str]) -> None:
    document = _document(text)
    known = entities([spots(document, passage) for passage in toponyms(document, FewPlaces())])
    outlook = Outlook(document, 0, known)
    assert [known[i].toponym.name for i in sorted(outlook.spoken_at)] == spoken_at


def test_what_is_said_in_one_town_of_another_happened_in_the_other() -> None:
    text = "In Saraqib six guards were killed on Monday, officials said in Harasta."
    assert where(text, "six guards were killed")[:1] == ("Saraqib",)


def spots_of(text: str) -> list[Spot]:
    """Return the spots of a text, in its order."""
    document = _document(text)
    return [spot for passage in toponyms(document, FewPlaces()) for spot in spots(document, passage)]


def grouped(text: str) -> list[tuple[str, ...]]:
    """Return the names of each spot of a text, small to large."""
    return [tuple(toponym.name for toponym in (*spot.inner, *spot.outer)) for spot in spots_of(text)]


def test_a_list_goes_on_behind_what_its_first_place_is() -> None:
    assert _where("Raids on Beirut, the Lebanese capital, and Madaya killed 12.", "Raids on Beirut") == (
        "Beirut",
        "Madaya",
    )


def test_each_figure_is_told_of_the_country_right_behind_it() -> None:
    text = "The raids on 7 May killed 240 people in Syria and 10 in Iraq."
    assert _where(text, "killed 240 people") == ("Syria",)


def test_an_attack_is_told_of_what_it_went_for() -> None:
    text = "In Beirut an envoy said that the raid on Iraq had nothing to do with the bombs in Beirut."
    document, raid = _document(text), Attack(Method.AIRSTRIKE, Count.exactly(1), None)
    span = Span.cut(text, text.index("the raid"), text.index(" had"))
    mention = Mention(span, raid, span, "test")
    where, _ = places(document, [mention], FewPlaces())
    assert where[mention.id][0].names == ("Iraq",)


def test_one_person_dies_in_one_place() -> None:
    text = "Ali Noor was killed in Saraqib on Monday.\n\nRaids on Douma killed six.\n\nAli Noor was killed by a sniper."
    start = text.rindex("Ali Noor was killed")
    assert _where(text, "Ali Noor was killed", at=start, count=Count.exactly(1)) == ("Saraqib",)


def _where(text: str, quote: str, *, at: int | None = None, count: Count = VAGUE) -> tuple[str, ...]:
    """Return the names of the place of a mention, told with every other of its kind in the text."""
    document = _document(text)
    harm = Harm(Effect.KILLED, People.PEOPLE, count)
    starts = [match.start() for match in re.finditer(re.escape(quote), text)]
    mentions = [
        Mention(span, harm, span, "test") for span in (Span.cut(text, start, start + len(quote)) for start in starts)
    ]
    where, _ = places(document, mentions, FewPlaces())
    chosen = next(one for one in mentions if at is None or one.span.start == at)
    return where[chosen.id][0].names
