"""What incidents touch of law and agreements, with the claims that bring them there; nothing is judged."""

from dataclasses import replace
from datetime import date

import pytest

from corroborate.grade import Agreement, Norm, agreements, touch
from corroborate.grade.norm_files import parsed_norms
from corroborate.model.claim import Claim
from corroborate.model.incident import Cluster, Incident
from corroborate.model.mention import DamagedObject, Method, Stance, Weapon
from corroborate.model.nearness import distance_km
from corroborate.model.norm import Touch
from corroborate.model.outline import Lie
from corroborate.model.situation import Interval, Location, Place, PlaceKind
from corroborate.model.span import Span
from corroborate.reconcile import reconcile
from corroborate.wiring import gazetteer
from tests.making_claims import Report, attack, blame, damage, day, killed, unverified

REPORT, WHEN = Report("a"), day("2018-02-04")
LAW = next(one for one in agreements() if one.name == "humanitarian-law")
AREAS = next(one for one in agreements() if one.name == "de-escalation-areas")
SQUARE = """
name = "own"
version = "1"
title = "A truce of ours"
source = "https://example.org/truce"
[[norm]]
name = "square"
title = "An attack in the square"
rule = "Truce, paragraph 1"
from = 2018-02-01
to = 2018-02-28
any = [{ condition = "method_told", methods = ["airstrike"], text = "An air strike is told" }]
[norm.zone]
margin_km = 2
inside = ["Edgeville"]
outside = ["Rimtown"]
outline = [
  ["south-west", 33.0, 36.0],
  ["north-west", 34.0, 36.0],
  ["north-east", 34.0, 37.0],
  ["south-east", 33.0, 37.0],
]
"""
OWN = (parsed_norms(SQUARE, "own.toml"),)


def incident(*claims: Claim) -> Incident:
    return reconcile([Cluster(tuple(sorted(c.id for c in claims)), is_tally=False)], claims)[0][0]


def touched(*claims: Claim, by: tuple[Agreement, ...] = (LAW,)) -> list[Touch]:
    return list(touch([incident(*claims)], claims, by)[0].norms)


def names(*claims: Claim) -> set[str]:
    return {one.norm for one in touched(*claims)}


def at(latitude: float, longitude: float, reach: float = 3, name: str = "Midtown") -> Location:
    place = Place(name, name, PlaceKind.SETTLEMENT, latitude, longitude, reach, "SY")
    return Location((name,), places=(place,), latitude=latitude, longitude=longitude, radius_km=reach)


def strike(where: Location, when: Interval | None = WHEN) -> Claim:
    return REPORT.tell(attack(), "an air strike", when=when, where=where)


def certainty(where: Location, when: Interval | None = WHEN) -> list[bool]:
    return [one.certain for one in touched(strike(where, when), by=OWN)]


def test_poison_gas_that_is_told_touches_its_ban_by_the_claims_that_tell_it() -> None:
    gas = REPORT.tell(attack(Method.CHEMICAL_ATTACK), "chlorine fell", when=WHEN, weapons=(Weapon.CHLORINE,))
    plain = REPORT.tell(killed(3), "three died", when=WHEN, sentence=1)
    (one,) = touched(gas, plain)
    assert (one.norm, one.certain, one.claims) == ("chemical-weapons", True, (gas.id,))
    assert "Art. I" in one.rule


def test_what_is_only_denied_or_could_not_be_checked_touches_nothing() -> None:
    shells = REPORT.tell(attack(Method.SHELLING), "shells fell", when=WHEN)
    denial = replace(REPORT.tell(blame("the army", Stance.DENIED), "no gas", sentence=1), weapons=(Weapon.CHLORINE,))
    check = replace(REPORT.tell(unverified(), "gas not verified", sentence=2), weapons=(Weapon.CHLORINE,))
    assert names(shells, denial, check) == set()


def test_an_attack_that_its_words_deny_touches_nothing() -> None:
    words = "denied that the army had fired gas"
    fired = REPORT.tell(attack(Method.CHEMICAL_ATTACK), words, when=WHEN, sources=("ministry",))
    denied = replace(fired, span=Span(len("denied that "), len(words), words.removeprefix("denied that ")))
    assert names(fired) == {"chemical-weapons"}
    assert names(denied, strike(at(33.5, 36.5))) == set()


def test_a_weapon_that_a_claim_only_took_over_touches_nothing() -> None:
    taken = REPORT.tell(killed(3), "three died", when=WHEN, weapons=(Weapon.SARIN,))
    assert names(taken, strike(at(33.5, 36.5))) == set()


@pytest.mark.parametrize(
    ("harmed", "norm"),
    [
        (DamagedObject.HOSPITAL, "medical-units"),
        (DamagedObject.SCHOOL, "schools"),
        (DamagedObject.WORSHIP, "places-of-worship"),
        (DamagedObject.AID, "humanitarian-aid"),
        (DamagedObject.MARKET, "civilian-objects"),
    ],
)
def test_harm_to_a_protected_object_touches_its_norm(harmed: DamagedObject, norm: str) -> None:
    assert names(REPORT.tell(damage(harmed), "it was damaged", when=WHEN)) == {norm}


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("two clinics", {"medical-units"}),
        ("an Ambulance", {"medical-units"}),
        ("the water station", {"indispensable-objects"}),
        ("the dam", {"dangerous-forces"}),
        ("the damaged depot", set()),
        (None, set()),
    ],
)
def test_what_is_aimed_at_touches_the_norm_of_its_name(target: str | None, found: set[str]) -> None:
    assert names(REPORT.tell(attack(target=target), "it was hit", when=WHEN)) == found


def test_a_place_well_inside_lies_in_a_zone_and_one_across_its_line_may() -> None:
    assert certainty(at(33.5, 36.5)) == [True]
    assert certainty(at(33.5, 36.04)) == [False]
    assert certainty(at(33.5, 35.8)) == []


def test_a_place_that_the_file_lists_is_settled_by_it() -> None:
    assert certainty(at(33.5, 36.04, name="Edgeville")) == [True]
    assert certainty(at(33.5, 36.04, name="Rimtown")) == []


def test_a_namesake_far_away_of_a_place_that_is_listed_is_another() -> None:
    assert certainty(at(35.5, 36.0, name="Edgeville")) == []


def test_a_place_that_reaches_farther_than_the_zone_lies_in_none() -> None:
    assert certainty(at(33.5, 36.5, reach=200)) == []


def test_an_incident_without_a_place_lies_in_no_zone() -> None:
    assert certainty(Location(("somewhere",))) == []


def test_days_before_and_after_touch_nothing_and_days_in_part_may() -> None:
    inside = at(33.5, 36.5)
    assert certainty(inside, day("2018-01-31")) == []
    assert certainty(inside, day("2018-03-01")) == []
    assert certainty(inside, day("2018-01-30", "2018-02-02")) == [False]
    assert certainty(inside, None) == [False]


def test_the_reasons_tell_place_and_days_in_plain_words() -> None:
    (one,) = touched(strike(at(33.5, 36.04)), by=OWN)
    assert [reason.text for reason in one.reasons] == [
        "An air strike is told: airstrike.",
        (
            "Midtown may lie in the area: the point that stands for it is 4 km inside the outline, which is drawn to"
            " within 2 km; the place reaches 3 km."
        ),
        "2018-02-04 lies in its time: from 2018-02-01 to 2018-02-28.",
    ]


@pytest.mark.parametrize("norm", AREAS.norms, ids=lambda norm: norm.name)
def test_the_places_of_a_packaged_zone_are_in_the_gazetteer_and_none_that_is_inside_lies_outside(norm: Norm) -> None:
    zone = norm.zone
    assert zone is not None
    for name in (*zone.inside, *zone.outside):
        found = [place for place in gazetteer().find(name) if place.country == "SY" and place.name == name]
        near = [place for place in found if zone.outline.distance_km(place.latitude, place.longitude) < 60]
        assert near, name
        lies = {zone.outline.lie(place.latitude, place.longitude, place.radius_km) for place in near}
        assert name in zone.outside or lies != {Lie.OUTSIDE}, name


@pytest.mark.parametrize(
    ("town", "when", "found"),
    [
        ("Douma", "2018-02-04", {("de-escalation-eastern-ghouta", True)}),
        ("Douma", "2016-02-04", set()),
        ("Douma", "2018-04-20", set()),
        ("Saraqib", "2018-02-04", {("de-escalation-idlib", True)}),
        ("Talbiseh", "2017-09-01", {("de-escalation-northern-homs", True)}),
        ("Nawa", "2018-06-01", {("de-escalation-south", True)}),
        ("Damascus", "2018-02-04", set()),
        ("Jaramana", "2018-02-04", set()),
        ("Raqqa", "2018-02-04", set()),
    ],
)
def test_towns_lie_in_the_de_escalation_areas_in_their_time(town: str, when: str, found: set[tuple[str, bool]]) -> None:
    chosen = [place for place in gazetteer().find(town) if place.country == "SY"]
    place = min(chosen, key=lambda one: distance_km(one, chosen[0]))
    where = Location(
        (town,), places=(place,), latitude=place.latitude, longitude=place.longitude, radius_km=place.radius_km
    )
    raid = REPORT.tell(attack(), "jets struck", when=day(when), where=where)
    assert {(one.norm, one.certain) for one in touched(raid, by=(AREAS,))} == found


def test_incidents_keep_all_else() -> None:
    told = REPORT.tell(attack(), "jets struck", when=WHEN)
    plain = incident(told)
    assert replace(touch([plain], (told,), agreements())[0], norms=()) == plain


def test_the_ban_of_chemical_weapons_names_no_day_but_the_areas_do() -> None:
    assert {norm.period.first for norm in AREAS.norms} == {date(2017, 5, 6)}
    assert all(norm.period.first is None for norm in LAW.norms)
