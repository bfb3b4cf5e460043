"""The record of the seeds against its specification, `seeds_incidents.toml`.

Read twice: from the labels of the seeds, so that linking, reconciling and grading stand alone, and through the whole
pipeline; `through` says what of an entry has to hold there.
"""

import csv
import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmark.labels import SHARED
from benchmark.linking import all_claims
from corroborate.grade import load
from corroborate.model.claim import Claim
from corroborate.model.document import Capture, Lead
from corroborate.model.ids import CaptureId, ClaimId
from corroborate.model.incident import Incident, Tally
from corroborate.model.mention import Attack, Damage, Harm, Stance
from corroborate.model.names import fold, place_key
from corroborate.model.situation import Interval
from corroborate.pipeline import fold as fold_claims
from corroborate.pipeline import read_report
from corroborate.wiring import gazetteer

pytestmark = pytest.mark.labelled
SPECIFICATION = tomllib.loads(Path(__file__).with_name("seeds_incidents.toml").read_text(encoding="utf-8"))
Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Seeds:
    claims: Mapping[ClaimId, Claim]
    incidents: tuple[Incident, ...]
    tallies: tuple[Tally, ...]


def seeds(claims: tuple[Claim, ...]) -> Seeds:
    incidents, tallies, _ = fold_claims(claims, (), load("airwars"))
    return Seeds({claim.id: claim for claim in claims}, incidents, tallies)


@cache
def labelled() -> Seeds:
    return seeds(tuple(all_claims("seeds")))


@cache
def whole() -> Seeds:
    return seeds(tuple(_read()))


def _read() -> Iterator[Claim]:
    with (SHARED / "seeds" / "manifest.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            content = (SHARED / "seeds" / f"{row['doc']}.txt").read_bytes()
            capture = Capture(CaptureId(hashlib.sha256(content).hexdigest()), len(content), "text/plain")
            lead = Lead(row["doc"], row["doc"], row["publisher"], date.fromisoformat(row["published"]))
            yield from read_report(capture, content, lead, gazetteer()).claims


def entries(kind: str) -> list[Any]:
    return [pytest.param(entry, id=entry["name"]) for entry in SPECIFICATION[kind]]


def through(kind: str) -> list[Any]:
    """Return the entries that must hold through the pipeline, each with no more than what must."""
    chosen = [entry for entry in SPECIFICATION[kind] if "through" in entry]
    kept = [{key: entry[key] for key in entry if key in {"name", *entry["through"]}} for entry in chosen]
    return [pytest.param(entry, id=entry["name"]) for entry in kept]


@pytest.mark.parametrize("entry", entries("incident"))
def test_the_labels_come_to_one_incident_of_each(entry: Entry) -> None:
    found = labelled()
    complaints = {one.title: list(_lacking_in_incident(entry, one, found.claims)) for one in found.incidents}
    assert [title for title, lacking in complaints.items() if not lacking], complaints
    assert len([title for title, lacking in complaints.items() if not lacking]) == 1


@pytest.mark.parametrize("entry", entries("tally"))
def test_the_labels_come_to_one_tally_of_each(entry: Entry) -> None:
    found = labelled()
    complaints = {one.title: list(_lacking_in_tally(entry, one, found.claims)) for one in found.tallies}
    assert len([title for title, lacking in complaints.items() if not lacking]) == 1, complaints


@pytest.mark.parametrize("entry", through("incident"))
def test_the_pipeline_comes_to_one_incident_of_each(entry: Entry) -> None:
    found = whole()
    complaints = {one.title: list(_lacking_in_incident(entry, one, found.claims)) for one in found.incidents}
    assert [title for title, lacking in complaints.items() if not lacking], complaints


@pytest.mark.parametrize("entry", through("tally"))
def test_the_pipeline_comes_to_one_tally_of_each(entry: Entry) -> None:
    found = whole()
    complaints = {one.title: list(_lacking_in_tally(entry, one, found.claims)) for one in found.tallies}
    assert [title for title, lacking in complaints.items() if not lacking], complaints


def test_the_pipeline_tells_of_one_attack_with_chlorine_on_saraqib() -> None:
    gas = [one for one in whole().incidents if "chlorine" in one.weapons and one.when and one.when.start.year == 2018]
    assert (
        len([one for one in gas if one.where.names[:1] and place_key(one.where.names[0]) == place_key("Saraqib")]) == 1
    )


def test_nothing_of_2015_joins_anything_of_2018() -> None:
    for found in (labelled(), whole()):
        clusters: list[Incident | Tally] = [*found.incidents, *found.tallies]
        for one in clusters:
            assert len({claim.published.year for claim in _told(found, one) if claim.published}) == 1


def test_no_label_stands_in_two_clusters() -> None:
    found: list[Incident | Tally] = [*labelled().incidents, *labelled().tallies]
    claims = [claim for one in found for claim in one.claims]
    assert len(claims) == len(set(claims))


def accepted(wanted: str) -> set[str]:
    """Return the folded names under which an origin of the specification may count."""
    return {fold(wanted), *(fold(name) for name in SPECIFICATION["names"].get(wanted, ()))}


def are_the(wanted: list[str], found: tuple[str, ...]) -> bool:
    """Say whether the origins found are the wanted ones and no others."""
    left = {fold(name) for name in found}
    return all(accepted(name) & left for name in wanted) and left <= {n for name in wanted for n in accepted(name)}


def _told(found: Seeds, one: Incident | Tally) -> list[Claim]:
    return [found.claims[claim] for claim in one.claims]


def _lacking_in_incident(entry: Entry, one: Incident, claims: Mapping[ClaimId, Claim]) -> Iterator[str]:
    yield from _out_of_place(entry, "day", one)
    kinds = {str(claims[claim].kind) for claim in one.claims}
    yield from (f"no {kind}" for kind in entry.get("kinds", ()) if kind not in kinds)
    yield from (f"no {weapon}" for weapon in entry.get("weapons", ()) if weapon not in one.weapons)
    tellers = {fold(origin) for origin in one.origins}
    yield from (f"not told by {name}" for name in entry.get("origins", ()) if not accepted(name) & tellers)
    yield from (f"told by {name}" for name in entry.get("not_origins", ()) if accepted(name) & tellers)
    if len(one.origins) != entry.get("tellers", len(one.origins)):
        yield f"told by {one.origins}"
    if "grade" in entry and one.grades[0].name != entry["grade"]:
        yield f"graded {one.grades[0].name}"
    said = {(r.actor, r.stance, r.general) for r in one.responsibility}
    for key, stance, general in (
        ("accused", Stance.ACCUSED, False),
        ("denied", Stance.DENIED, False),
        ("denied_generally", Stance.DENIED, True),
    ):
        yield from (f"{name} not {key}" for name in entry.get(key, ()) if (name, stance, general) not in said)
    yield from _lacking_in_ranges(entry, one)


def _lacking_in_ranges(entry: Entry, one: Incident) -> Iterator[str]:
    ranges = {(str(r.effect), str(r.people)): r for r in one.ranges}
    for wanted in entry.get("ranges", ()):
        found = ranges.get((wanted["effect"], wanted["people"]))
        if found is None:
            yield f"no {wanted['people']} {wanted['effect']}"
            continue
        figures = (found.low.value, found.high.value, found.open, found.part_of)
        expected = (wanted.get("low"), wanted.get("high"), wanted.get("open", False), wanted.get("part_of"))
        if figures != expected:
            yield f"{wanted['people']} {wanted['effect']}: {figures}"
        if not are_the(wanted["origins"], found.origins):
            yield f"{wanted['people']} {wanted['effect']} by {found.origins}"


def _lacking_in_tally(entry: Entry, one: Tally, claims: Mapping[ClaimId, Claim]) -> Iterator[str]:
    yield from _out_of_place(entry, "span", one)
    if "effect" in entry and one.effect != entry["effect"]:
        yield f"counts {one.effect}"
    rows = {(fold(row.origin), row.what): claims[row.current].content for row in one.rows}
    for wanted in entry["rows"]:
        told = [rows[name, wanted["what"]] for name in accepted(wanted["origin"]) if (name, wanted["what"]) in rows]
        content = told[0] if told else None
        if not isinstance(content, Harm | Attack | Damage):
            yield f"no row {wanted['origin']} {wanted['what']}"
        elif (content.count.low, content.count.high) != (wanted.get("low"), wanted.get("high")):
            yield f"row {wanted['origin']} {wanted['what']}: {content.count}"


def _out_of_place(entry: Entry, key: str, one: Incident | Tally) -> Iterator[str]:
    if key in entry:
        start, end = (date.fromisoformat(edge) for edge in entry[key])
        if one.when is None or not one.when.overlaps(Interval(start, end, one.when.granularity)):
            yield f"of {one.when}"
    names = " ".join(place_key(name) for name in one.where.names[:1])
    if "place" in entry and f" {place_key(entry['place'])} " not in f" {names} ":
        yield f"in {one.where.names}"
