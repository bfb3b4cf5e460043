"""The record of the example reports against its specification, `demo_record.toml`, through the whole pipeline."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corroborate import Case
from corroborate.model.casualty import CasualtyRange
from corroborate.model.incident import Incident, Tally
from corroborate.model.mention import Attack, Damage, Harm, Stance
from corroborate.model.names import place_key
from corroborate.model.record import Record
from corroborate.model.situation import Interval

SPECIFICATION = tomllib.loads(Path(__file__).with_name("demo_record.toml").read_text(encoding="utf-8"))
Entry = Mapping[str, Any]


@pytest.fixture(scope="module")
def record(demo_case: Case) -> Record:
    return demo_case.record()


def entries(kind: str) -> list[Any]:
    return [pytest.param(entry, id=entry["name"]) for entry in SPECIFICATION[kind]]


@pytest.mark.parametrize("entry", entries("incident"))
def test_the_examples_come_to_one_incident_of_each(entry: Entry, record: Record) -> None:
    lacking = {one.title: list(_lacking_in_incident(entry, one, record)) for one in record.incidents}
    assert len([title for title, complaints in lacking.items() if not complaints]) == 1, _nearest(lacking)


@pytest.mark.parametrize("entry", entries("tally"))
def test_the_examples_come_to_one_tally_of_each(entry: Entry, record: Record) -> None:
    lacking = {one.title: list(_lacking_in_tally(entry, one, record)) for one in record.tallies}
    assert len([title for title, complaints in lacking.items() if not complaints]) == 1, _nearest(lacking)


def test_the_readme_shows_as_much_as_the_examples_come_to(record: Record) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    shown = re.search(
        r"\((\d+) claims\).*?^(\d+) incidents.*?^(\d+) tallies.*?^(\d+) doubts", readme, re.DOTALL | re.MULTILINE
    )
    assert shown
    made = (record.claims, record.incidents, record.tallies, record.issues)
    assert tuple(map(int, shown.groups())) == tuple(map(len, made))


def _nearest(lacking: Mapping[str, Sequence[str]]) -> list[tuple[str, Sequence[str]]]:
    return sorted(lacking.items(), key=lambda one: len(one[1]))[:2]


def _lacking_in_incident(entry: Entry, one: Incident, record: Record) -> Iterator[str]:
    yield from _out_of_place(entry, "day", one)
    yield from _other("reports", entry, len(one.documents))
    yield from _other("grade", entry, one.grades[0].name)
    if "origins" in entry and sorted(entry["origins"]) != sorted(one.origins):
        yield f"told by {one.origins}"
    if "weapons" in entry and set(entry["weapons"]) != set(map(str, one.weapons)):
        yield f"with {one.weapons}"
    for key, stances in (("accused", {Stance.ACCUSED}), ("denied", {Stance.DENIED}), ("admitted", {Stance.ADMITTED})):
        yield from _other(
            key, entry, sorted({r.actor for r in one.responsibility if r.stance in stances and not r.general})
        )
    yield from _other("generally", entry, sorted({r.actor for r in one.responsibility if r.general}))
    yield from _other("answers", entry, [[answer.party, str(answer.position)] for answer in one.answers])
    yield from _other("touches", entry, [f"{t.norm}{'' if t.certain else '?'}" for t in one.norms])
    yield from _other("links", entry, _links(one, record))
    yield from _other("moved", entry, list(_moved(one, record)))
    for key, found in (("ranges", one.ranges), ("conceded", one.conceded)):
        stated = {(str(r.effect), str(r.people)): r for r in found}
        for wanted in entry.get(key, ()):
            yield from _differs(wanted, stated.get((wanted["effect"], wanted["people"])))


def _differs(wanted: Entry, found: CasualtyRange | None) -> Iterator[str]:
    said = f"{wanted['people']} {wanted['effect']}"
    if found is None:
        yield f"no {said}"
        return
    expected = (wanted["low"], wanted["high"], wanted.get("open", False), wanted.get("part_of"))
    if (found.low.value, found.high.value, found.open, found.part_of) != expected:
        yield f"{said}: {found.low.value}-{found.high.value}, open {found.open}, of {found.part_of}"
    if sorted(found.origins) != sorted(wanted["origins"]):
        yield f"{said} by {found.origins}"


def _lacking_in_tally(entry: Entry, one: Tally, record: Record) -> Iterator[str]:
    yield from _out_of_place(entry, "span", one)
    yield from _other("reports", entry, len(one.documents))
    if (one.effect or "attacks") != entry["effect"]:
        yield f"counts {one.effect}"
    claims = {claim.id: claim.content for claim in record.claims}
    rows = [(row.origin, row.what, *_bounds(claims[row.current])) for row in one.rows]
    wanted = [(row["origin"], row["what"], row.get("low"), row.get("high")) for row in entry["rows"]]
    if sorted(rows, key=str) != sorted(wanted, key=str):
        yield f"rows {rows}"
    yield from _other("links", entry, _links(one, record))
    yield from _other("covered", entry, [row.covered for row in one.rows])
    if "covers" in entry and {_entry_of(name, record) for name in entry["covers"]} != set(one.covers):
        yield f"covers {one.covers}"


def _entry_of(name: str, record: Record) -> str:
    """Return the incident that meets an entry."""
    entry = next(entry for entry in SPECIFICATION["incident"] if entry["name"] == name)
    return next(one.id for one in record.incidents if not list(_lacking_in_incident(entry, one, record)))


def _links(one: Incident | Tally, record: Record) -> dict[str, list[str]]:
    """Return the reports behind each origin that tells of it."""
    named = {document.id: document.name for document in record.documents}
    return {
        origin: sorted({named[route.document] for route in one.routes if route.origin == origin})
        for origin in one.origins
    }


def _moved(one: Incident, record: Record) -> Iterator[dict[str, object]]:
    claims = {claim.id: claim.content for claim in record.claims}
    for update in (update for update in one.history if update.replaces):
        before, now = claims[update.replaces or update.claim], claims[update.claim]
        if isinstance(before, Harm) and isinstance(now, Harm):
            figures = {"from": before.count.low, "to": now.count.low, "change": str(update.change)}
            yield {"origin": update.origin, "effect": str(now.effect), "people": str(now.people), **figures}


def _bounds(content: object) -> tuple[int | None, int | None]:
    return (content.count.low, content.count.high) if isinstance(content, Harm | Attack | Damage) else (None, None)


def _other(key: str, entry: Entry, found: object) -> Iterator[str]:
    if key in entry and entry[key] != found:
        yield f"{key}: {found}"


def _out_of_place(entry: Entry, key: str, one: Incident | Tally) -> Iterator[str]:
    if key in entry:
        start, end = (date.fromisoformat(edge) for edge in entry[key])
        if one.when is None or (one.when.start, one.when.end) != (start, end):
            yield f"of {one.when and Interval(one.when.start, one.when.end, one.when.granularity)}"
    if "place" in entry and [place_key(name) for name in one.where.names[:1]] != [place_key(entry["place"])]:
        yield f"in {one.where.names}"
