"""The packaged outline of Syria: governorates and towns, for orientation."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Area:
    """A governorate: its name, its middle and its rings, corners as latitude and longitude."""

    name: str
    center: tuple[float, float]
    rings: tuple[tuple[tuple[float, float], ...], ...]


def outline_source() -> str:
    """Return where the packaged outline comes from."""
    return f"{_data()['source']}; towns: {_data()['towns_source']}"


@cache
def areas() -> tuple[Area, ...]:
    """Return the governorates."""
    listed = _data()["areas"]
    if not isinstance(listed, list):
        return ()
    return tuple(
        Area(
            area["name"],
            (area["center"][1], area["center"][0]),
            tuple(tuple((y, x) for x, y in ring) for ring in area["rings"]),
        )
        for area in listed
    )


@cache
def towns() -> tuple[tuple[str, float, float], ...]:
    """Return names, latitudes and longitudes of towns, the largest first."""
    listed = _data()["towns"]
    return tuple((name, north, east) for name, north, east in listed) if isinstance(listed, list) else ()


def area_at(latitude: float, longitude: float) -> str | None:
    """Return the name of the governorate around a point, None outside of all."""
    around = [a for a in areas() if any(_inside((latitude, longitude), ring) for ring in a.rings)]
    return min(around, key=span_of).name if around else None


def _inside(at: tuple[float, float], ring: Sequence[tuple[float, float]]) -> bool:
    within = False
    for (y1, x1), (y2, x2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > at[0]) != (y2 > at[0]) and at[1] < (x2 - x1) * (at[0] - y1) / (y2 - y1) + x1:
            within = not within
    return within


@cache
def _data() -> Mapping[str, object]:
    loaded: Mapping[str, object] = json.loads((files(__package__) / "syria_outline.json").read_text(encoding="utf-8"))
    return loaded


def span_of(area: Area) -> float:
    """Return how far an area reaches from south to north, in degrees."""
    latitudes = [corner[0] for ring in area.rings for corner in ring]
    return max(latitudes) - min(latitudes)
