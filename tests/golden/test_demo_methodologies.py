"""The example reports under each methodology against the specification, `demo_methodologies.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corroborate import Case
from corroborate.grade import methodologies
from corroborate.model.casualty import CasualtyRange
from corroborate.model.incident import Incident
from corroborate.model.names import place_key

SPECIFICATION = tomllib.loads(Path(__file__).with_name("demo_methodologies.toml").read_text(encoding="utf-8"))
DEATHS_ALONE = {"ucdp", "acled", "every-casualty"}
Entry = Mapping[str, Any]
Told = tuple[str, str, int | None, int | None, int | None, bool]


@pytest.fixture(scope="module")
def record(demo_case: Case) -> Mapping[str, tuple[Incident, ...]]:
    return {name: demo_case.incidents(name) for name in methodologies()}


def entries() -> list[Any]:
    return [
        pytest.param(methodology, entry, id=f"{methodology}: {entry['name']}")
        for methodology, specified in SPECIFICATION.items()
        for entry in specified
    ]


def test_every_methodology_is_specified() -> None:
    assert set(SPECIFICATION) == set(methodologies())


@pytest.mark.parametrize(("methodology", "entry"), entries())
def test_the_examples_are_what_the_methodology_makes_of_them(
    methodology: str, entry: Entry, record: Mapping[str, tuple[Incident, ...]]
) -> None:
    there = [one for one in record[methodology] if _is_there(entry, one)]
    lacking = {one.title: list(_lacking(methodology, entry, one)) for one in there}
    assert len([title for title, complaints in lacking.items() if not complaints]) == 1, lacking


@pytest.mark.parametrize("methodology", sorted(DEATHS_ALONE))
def test_where_deaths_alone_count_nothing_else_has_a_range(
    methodology: str, record: Mapping[str, tuple[Incident, ...]]
) -> None:
    assert {str(made.effect) for one in record[methodology] for made in one.ranges} == {"killed"}


def _is_there(entry: Entry, one: Incident) -> bool:
    day = date.fromisoformat(entry["day"])
    named = [place_key(name) for name in one.where.names[:1]] == [place_key(entry["place"])]
    return named and one.when is not None and one.when.start <= day <= one.when.end


def _lacking(methodology: str, entry: Entry, one: Incident) -> Iterator[str]:
    (given,) = one.grades
    if given.name != entry["grade"]:
        yield f"graded {given.name}"
    for name, value in entry.get("codes", {}).items():
        if (given.code(name) or "") != value:
            yield f"{name} is {given.code(name)}"
    wanted = {_wanted(specified) for specified in entry["ranges"]}
    found = {_found(made) for made in one.ranges if made.high.value is not None}
    if wanted - found or (methodology in DEATHS_ALONE and found - wanted):
        yield f"ranges {sorted(found)}"
    for specified in entry["ranges"]:
        made = next((r for r in one.ranges if (r.effect, r.people) == (specified["effect"], specified["people"])), None)
        if made is not None and {bound.note for bound in (made.low, made.high)} != {specified.get("note", "")}:
            yield f"notes {made.low.note!r}, {made.high.note!r}"


def _wanted(entry: Entry) -> Told:
    bounds = entry["low"], entry.get("best"), entry["high"]
    return (entry["effect"], entry["people"], *bounds, entry.get("open", False))


def _found(made: CasualtyRange) -> Told:
    bounds = made.low.value, made.best.value if made.best else None, made.high.value
    return (str(made.effect), str(made.people), *bounds, made.open)
