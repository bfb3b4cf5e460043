"""How locations lie to each other does not depend on which is asked first."""

from hypothesis import given
from hypothesis import strategies as st

from corroborate.model.names import fold, place_key
from corroborate.model.nearness import Nearness, distance_km, holds, nearness
from corroborate.model.party import party_of
from corroborate.model.situation import NOWHERE, Location, Place, PlaceKind, Relation

NAMES = st.sampled_from(["Douma", "Dūmā", "Harasta", "Eastern Ghouta", "Idlib", "Saraqeb", "Saraqib town", "Syria"])
PLACES = st.builds(
    Place,
    id=st.sampled_from(["a", "b", "c", "d"]),
    name=NAMES,
    kind=st.sampled_from(PlaceKind),
    latitude=st.floats(32, 37),
    longitude=st.floats(35, 42),
    radius_km=st.floats(0.1, 80),
    country=st.sampled_from(["SY", "IQ"]),
    parents=st.lists(NAMES, max_size=2).map(tuple),
)
LOCATIONS = st.builds(
    Location,
    names=st.lists(NAMES, min_size=1, max_size=3).map(tuple),
    relation=st.sampled_from(Relation),
    places=st.lists(PLACES, max_size=2).map(tuple),
    within=st.none() | PLACES,
)


@given(LOCATIONS, LOCATIONS)
def test_nearness_is_mutual(one: Location, other: Location) -> None:
    assert nearness(one, other) is nearness(other, one)


@given(LOCATIONS)
def test_a_location_is_the_same_as_itself(location: Location) -> None:
    assert nearness(location, location) is Nearness.SAME
    assert holds(location, location)


@given(LOCATIONS)
def test_nothing_is_known_of_nowhere(location: Location) -> None:
    assert nearness(location, NOWHERE) is Nearness.UNKNOWN
    assert not holds(NOWHERE, location)


@given(PLACES, PLACES, PLACES)
def test_distances_are_distances(a: Place, b: Place, c: Place) -> None:
    assert distance_km(a, a) == 0
    assert abs(distance_km(a, b) - distance_km(b, a)) < 1e-6
    assert distance_km(a, c) <= distance_km(a, b) + distance_km(b, c) + 1e-6


@given(st.text())
def test_folding_a_name_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text())
def test_any_name_has_a_key_and_a_party(name: str) -> None:
    assert place_key(name) == place_key(name.upper()) or name.upper().casefold() != name.casefold()
    assert party_of(name) == name or party_of(name)
