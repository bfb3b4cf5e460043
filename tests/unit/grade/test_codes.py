"""Codes: the columns in which methodologies enter precision, clarity, type of violence."""

from datetime import date

import pytest

from corroborate.grade import grade, load
from corroborate.model.casualty import People
from corroborate.model.claim import Claim
from corroborate.model.grade import Grade
from corroborate.model.incident import Cluster
from corroborate.model.mention import Method, Stance
from corroborate.model.precision import PlacePrecision, day_precision, place_precision
from corroborate.model.situation import NOWHERE, Granularity, Interval, Location, Place, PlaceKind, Relation
from corroborate.reconcile import reconcile
from tests.making_claims import Report, attack, blame, day, killed

REPORT = Report("a")


def place(kind: PlaceKind = PlaceKind.SETTLEMENT, population: int | None = None) -> Place:
    return Place("p", "Saraqeb", kind, 35.86, 36.8, 2.0, "SY", ("Idlib",), population=population)


def located(*places: Place, relation: Relation = Relation.IN) -> Location:
    return Location(("Saraqeb",), relation, places, 35.86, 36.8, 2.0)


def days(number: int) -> Interval:
    start = date(2018, 2, 1)
    return Interval(start, date.fromordinal(start.toordinal() + number - 1), Granularity.DAYS)


def under(methodology: str, *claims: Claim) -> Grade:
    cluster = Cluster(tuple(sorted(claim.id for claim in claims)), is_tally=False)
    return grade(reconcile([cluster], claims)[0], claims, load(methodology))[0].grades[0]


def struck(where: Location, when: Interval | None = None, method: Method = Method.AIRSTRIKE) -> Claim:
    return REPORT.tell(attack(method), "jets struck", when=when, where=where, sources=("a medic",))


def fatal(people: People) -> Claim:
    return REPORT.tell(killed(3, people), "three died", sources=("a medic",), sentence=1)


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (NOWHERE, PlacePrecision.NOWHERE),
        (Location(("Saraqeb",)), PlacePrecision.UNRESOLVED),
        (located(place()), PlacePrecision.SETTLEMENT),
        (located(place(), relation=Relation.COUNTRYSIDE), PlacePrecision.NEAR),
        (located(place(), place(), relation=Relation.BETWEEN), PlacePrecision.BETWEEN),
        (located(place(PlaceKind.GOVERNORATE), relation=Relation.COUNTRYSIDE), PlacePrecision.GOVERNORATE),
    ],
)
def test_a_place_is_as_precise_as_the_entry_that_it_resolves_to(where: Location, found: PlacePrecision) -> None:
    assert place_precision(where) is found


@pytest.mark.parametrize(
    ("number", "found"),
    [(1, "day"), (2, "days"), (6, "days"), (7, "week"), (8, "month"), (31, "month"), (32, "year"), (400, "year")],
)
def test_days_are_as_precise_as_they_are_few(number: int, found: str) -> None:
    precision = day_precision(days(number))
    assert precision is not None
    assert precision.value == found


def test_no_day_has_no_precision() -> None:
    assert day_precision(None) is None


def codes(methodology: str, *claims: Claim) -> dict[str, str | None]:
    return {code.name: code.value for code in under(methodology, *claims).codes}


def test_ucdp_codes_the_day_the_place_and_how_clear_they_are() -> None:
    found = codes("ucdp", struck(located(place()), days(1)))
    assert (found["date_prec"], found["where_prec"], found["event_clarity"]) == ("1", "1", "1")
    found = codes("ucdp", struck(located(place(PlaceKind.GOVERNORATE)), days(10)))
    assert (found["date_prec"], found["where_prec"], found["event_clarity"]) == ("4", "4", "2")


def test_what_is_not_known_has_no_code_and_says_what_was_tried() -> None:
    given = under("ucdp", struck(NOWHERE))
    assert (given.code("date_prec"), given.code("where_prec")) == (None, None)
    tried = next(code for code in given.codes if code.name == "where_prec").reasons
    assert len(tried) == 6
    assert {reason.text for reason in tried} == {"place known: no; no place is told."}


def test_acled_codes_near_a_town_as_2_and_a_week_as_2() -> None:
    found = codes("acled", struck(located(place(), relation=Relation.NEAR), days(7)))
    assert found == {"time_precision": "2", "geo_precision": "2"}


@pytest.mark.parametrize(
    ("people", "word"), [(None, "Village"), (4_999, "Village"), (5_000, "Town"), (100_000, "City")]
)
def test_airwars_tells_villages_towns_and_cities_apart_by_their_inhabitants(people: int | None, word: str) -> None:
    assert codes("airwars", struck(located(place(population=people))))["geolocation_accuracy"] == word


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ((), "Single source claim"),
        ((("a council", Stance.UNKNOWN, ""),), "Likely"),
        ((("a medic", Stance.ACCUSED, "Russia"), ("a council", Stance.ACCUSED, "Jaish al-Islam")), "Contested"),
        ((("a medic", Stance.ACCUSED, "Russia"), ("Russia", Stance.DENIED, "Russia")), "Contested"),
        ((("Russia", Stance.CLAIMED, "Russia"),), "Declared"),
        ((("Russia", Stance.DENIED, "Russia"), ("Jaish al-Islam", Stance.CLAIMED, "Jaish al-Islam")), "Declared"),
    ],
)
def test_airwars_tells_the_status_of_the_strike(said: tuple[tuple[str, Stance, str], ...], status: str) -> None:
    strike = REPORT.tell(attack(), "was struck", when=day("2018-02-04"), where=located(place()), sources=("a monitor",))
    told = [
        REPORT.tell(blame(actor, stance, "the strike"), "said so", sources=(source,), sentence=number)
        if actor
        else REPORT.tell(attack(), "struck again", when=day("2018-02-04"), sources=(source,), sentence=number)
        for number, (source, stance, actor) in enumerate(said, start=1)
    ]
    assert codes("airwars", strike, *told)["strike_status"] == status


def test_force_by_a_state_is_state_based_where_it_kills_civilians_too() -> None:
    blamed = REPORT.tell(blame("the army of Russia", Stance.ACCUSED, "the strike"), "blamed", sources=("a medic",))
    given = under("ucdp", struck(located(place())), fatal(People.CIVILIANS), blamed)
    assert given.code("type_of_violence") == "1"


def test_an_execution_of_civilians_is_one_sided_whoever_did_it() -> None:
    told = struck(located(place()), method=Method.EXECUTION)
    assert codes("ucdp", told, fatal(People.CIVILIANS))["type_of_violence"] == "3"
    assert codes("ucdp", told, fatal(People.COMBATANTS))["type_of_violence"] is None


def test_force_between_groups_is_non_state() -> None:
    blamed = REPORT.tell(blame("Jaish al-Islam", Stance.ACCUSED, "the strike"), "blamed", sources=("a medic",))
    assert codes("ucdp", struck(located(place())), blamed)["type_of_violence"] == "2"


def test_a_code_names_the_claims_that_it_rests_on() -> None:
    claim = struck(located(place()), days(1))
    found = next(code for code in under("ucdp", claim).codes if code.name == "where_prec")
    assert [reason.claims for reason in found.reasons] == [(claim.id,)]
    assert found.meaning == "The exact place"


def test_acled_calls_figures_that_differ_disputed() -> None:
    one = REPORT.tell(killed(3), "three died", when=day("2018-02-04"), sources=("a medic",))
    other = REPORT.tell(killed(5), "five died", when=day("2018-02-04"), sources=("a council",), sentence=1)
    assert under("acled", one, other).name == "Disputed"
    assert under("acled", one).name == "Reported"


def test_ucdp_takes_no_incident_without_a_death() -> None:
    assert under("ucdp", struck(located(place()))).name == "No event"
    assert under("ucdp", struck(located(place())), fatal(People.PEOPLE)).name == "Event"
