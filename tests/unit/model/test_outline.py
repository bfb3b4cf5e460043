import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.errors import InvariantError
from corroborate.model.outline import Lie, Outline

# Some 111 km high and, at this latitude, 93 km wide; with a bay cut into its eastern side.
BAY = Outline(((33.0, 36.0), (34.0, 36.0), (34.0, 37.0), (33.5, 36.5), (33.0, 37.0)), margin_km=2)


@pytest.mark.parametrize(
    ("latitude", "longitude", "reach", "lie"),
    [
        (33.5, 36.2, 1, Lie.INSIDE),
        (33.5, 36.2, 17, Lie.STRADDLING),
        (33.5, 35.5, 3, Lie.OUTSIDE),
        (33.5, 36.6, 0, Lie.OUTSIDE),  # in the bay
        (33.5, 36.52, 0, Lie.STRADDLING),  # nearer to the line than it is known
        (33.9, 36.7, 2, Lie.INSIDE),
        (40.0, 40.0, 100, Lie.OUTSIDE),
    ],
)
def test_a_circle_lies_inside_outside_or_across(latitude: float, longitude: float, reach: float, lie: Lie) -> None:
    assert BAY.lie(latitude, longitude, reach) is lie


def test_distances_are_those_on_the_ground() -> None:
    assert BAY.distance_km(33.5, 35.9) == pytest.approx(9.27, abs=0.05)
    assert BAY.distance_km(32.9, 35.9) == pytest.approx(14.5, abs=0.2)  # to the corner


@given(st.floats(32.5, 34.5), st.floats(35.5, 37.5), st.floats(0, 40), st.floats(0, 40))
def test_a_wider_circle_is_never_surer(latitude: float, longitude: float, one: float, other: float) -> None:
    lies = [BAY.lie(latitude, longitude, reach) for reach in sorted((one, other))]
    assert lies[0] is lies[1] or lies[1] is Lie.STRADDLING


@given(st.floats(32.5, 34.5), st.floats(35.5, 37.5))
def test_it_is_one_line_whichever_way_round_it_is_drawn(latitude: float, longitude: float) -> None:
    turned = Outline(BAY.corners[::-1], BAY.margin_km)
    assert turned.holds(latitude, longitude) == BAY.holds(latitude, longitude)


@pytest.mark.parametrize("corners", [((33.0, 36.0), (34.0, 36.0)), ((33.0, 36.0), (95.0, 36.0), (33.0, 37.0))])
def test_what_is_no_area_is_refused(corners: tuple[tuple[float, float], ...]) -> None:
    with pytest.raises(InvariantError):
        Outline(corners)
