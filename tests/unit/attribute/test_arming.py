"""The means of a series of attacks, lent to what else is told of its event."""

from dataclasses import replace

import pytest

from corroborate.attribute.arming import armed
from corroborate.model.attribution import Attribution
from corroborate.model.casualty import VAGUE
from corroborate.model.claim import Claim
from corroborate.model.mention import Method, Weapon
from corroborate.model.source import Source, SourceKind
from tests.making_claims import Report, attack, blame, damage, day, killed

REPORT = Report("report")
MONDAY, AYN = day("2018-02-05"), ("Ayn", "Homs")
SHELLING = REPORT.tell(attack(Method.SHELLING), "shelling", when=MONDAY, where=AYN, by=("army",))
DEATHS = REPORT.tell(killed(6), "killed six", when=MONDAY, where=AYN, by=("army",), at=40)
RUINS = REPORT.tell(damage(), "hit a hospital", when=MONDAY, where=AYN, at=80)
SERIES = replace(attack(Method.SHELLING), count=VAGUE)
ROCKETS = REPORT.tell(SERIES, "rockets", when=MONDAY, where=AYN, by=("army",), weapons=(Weapon.ROCKET,), sentence=2)


def means(*claims: Claim) -> list[str]:
    return ["+".join(claim.weapons) for claim in armed(claims)]


def test_a_series_lends_its_means_to_attack_harm_and_damage_of_its_event() -> None:
    assert means(SHELLING, DEATHS, RUINS, ROCKETS) == ["rocket"] * 4


@pytest.mark.parametrize(
    "other",
    [
        replace(ROCKETS, content=attack(Method.SHELLING)),
        replace(ROCKETS, by=("rebels",)),
        replace(ROCKETS, situation=replace(ROCKETS.situation, when=day("2018-02-04"))),
        replace(ROCKETS, situation=replace(ROCKETS.situation, when=None)),
        replace(ROCKETS, situation=REPORT.tell(SERIES, "rockets", when=MONDAY, where=("Noor",)).situation),
        replace(ROCKETS, content=replace(SERIES, method=Method.AIRSTRIKE)),
        replace(ROCKETS, weapons=(Weapon.OTHER,)),
        replace(ROCKETS, weapons=(Weapon.CLUSTER_MUNITION,)),
    ],
    ids=["one shell", "another party", "another day", "no day", "another place", "from the air", "vague", "a part"],
)
def test_nothing_is_lent_by_one_attack_or_by_that_of_another_event(other: Claim) -> None:
    assert means(SHELLING, DEATHS, other)[:2] == ["", ""]


def test_two_means_of_one_event_lend_none() -> None:
    mortars = replace(ROCKETS, weapons=(Weapon.MORTAR,))
    assert means(SHELLING, ROCKETS, mortars)[0] == ""


def test_attacks_that_one_sentence_sets_apart_lend_each_other_nothing() -> None:
    assert means(replace(SHELLING, passage=ROCKETS.passage), ROCKETS) == ["", "rocket"]


def test_a_drone_is_what_its_one_strike_came_from_as_one_source_tells_it() -> None:
    drone = replace(ROCKETS, content=attack(Method.DRONE_ATTACK), weapons=(Weapon.DRONE,))
    strike = replace(SHELLING, content=attack(Method.AIRSTRIKE))
    assert means(strike, DEATHS, drone) == ["drone"] * 3
    told = replace(drone, attribution=Attribution((Source("Radio Noor", SourceKind.MEDIA),)))
    assert means(strike, DEATHS, told) == ["", "", "drone"]


def test_harm_has_the_way_of_the_attack_told_nearest() -> None:
    fight = REPORT.tell(attack(Method.GROUND_ASSAULT), "clashes", when=MONDAY, where=AYN, at=60)
    assert means(DEATHS, fight, ROCKETS)[0] == ""


def test_responsibility_takes_no_means() -> None:
    assert means(REPORT.tell(blame("army"), "blamed the army", when=MONDAY, where=AYN), ROCKETS)[0] == ""
