"""Short stories of several reports against what their record must say, `stories.toml`, through the whole pipeline."""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corroborate.grade import load
from corroborate.model.casualty import CasualtyRange, Count
from corroborate.model.claim import Claim
from corroborate.model.document import Capture, Lead
from corroborate.model.ids import CaptureId, ClaimId, DocumentId
from corroborate.model.incident import Incident, Tally, Update
from corroborate.model.issue import IssueKind
from corroborate.model.mention import Attack, Damage, Harm
from corroborate.model.names import place_key
from corroborate.pipeline import fold, read_report
from corroborate.wiring import gazetteer

STORIES: dict[str, Any] = {
    story["name"]: story
    for story in tomllib.loads(Path(__file__).with_name("stories.toml").read_text(encoding="utf-8"))["story"]
}
ABOUT_FIGURES = {IssueKind.CONFLICT, IssueKind.TALLY_MISMATCH}
Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """The record of a story, with the names of its reports."""

    names: Mapping[DocumentId, str]
    claims: Mapping[ClaimId, Claim]
    incidents: tuple[Incident, ...]
    tallies: tuple[Tally, ...]
    doubts: tuple[IssueKind, ...]


@cache
def told(story: str) -> Told:
    names: dict[DocumentId, str] = {}
    claims: list[Claim] = []
    for name, (publisher, published, text) in STORIES[story]["reports"].items():
        content = text.encode()
        capture = Capture(CaptureId(hashlib.sha256(content).hexdigest()), len(content), "text/plain")
        lead = Lead(name, name, publisher, date.fromisoformat(published), language="en")
        reading = read_report(capture, content, lead, gazetteer())
        assert reading.document is not None
        names[reading.document.id] = name
        claims += reading.claims
    incidents, tallies, issues = fold(claims, (), load("airwars"))
    doubts = tuple(issue.kind for issue in issues if issue.kind in ABOUT_FIGURES)
    return Told(names, {claim.id: claim for claim in claims}, incidents, tallies, doubts)


def entries(kind: str) -> list[Any]:
    return [
        pytest.param(name, entry, id=f"{name}: {entry.get('place', kind)}")
        for name, story in STORIES.items()
        for entry in story.get(kind, ())
    ]


@pytest.mark.parametrize(("story", "entry"), entries("incident"))
def test_the_incident_of_a_story_is_as_a_reader_works_it_out(story: str, entry: Entry) -> None:
    record = told(story)
    (one,) = [i for i in record.incidents if place_key(i.where.names[0]) == place_key(entry["place"])]
    found: dict[str, object] = {
        "place": entry["place"],
        "links": len(one.documents),
        "origins": list(one.origins),
        "grade": one.grades[0].name,
        "ties": _ties(one, record),
        "ranges": {f"{r.effect} {r.people}": _words(r) for r in one.ranges if r.low.value is not None},
        "moved": [_move(update, record) for update in one.history if update.replaces],
        "issues": [str(kind) for kind in record.doubts],
    }
    assert {key: found[key] for key in entry} == entry


@pytest.mark.parametrize(("story", "entry"), entries("tally"))
def test_the_total_of_a_story_stands_beside_its_incidents(story: str, entry: Entry) -> None:
    record = told(story)
    (one,) = record.tallies
    places = {incident.id: incident.where.names[0] for incident in record.incidents}
    assert list(_rows(one, record)) == entry["rows"]
    assert sorted(places[covered] for covered in one.covers) == entry["covers"]
    assert [str(kind) for kind in record.doubts] == entry["issues"]


def _ties(one: Incident, record: Told) -> dict[str, list[str]]:
    ties: dict[str, list[str]] = {}
    for route in one.routes:
        ties.setdefault(f"{record.names[route.document]} < {route.origin}", []).append(str(route.tie))
    return ties


def _words(stated: CasualtyRange) -> str:
    return f"{stated.low.value}-{stated.high.value}{'+' * stated.open}"


def _move(update: Update, record: Told) -> str:
    before = _count(record.claims[update.replaces or update.claim])
    return f"{update.origin}: {before.low} > {_count(record.claims[update.claim]).low} {update.change}"


def _rows(one: Tally, record: Told) -> Iterator[str]:
    for row in one.rows:
        yield f"{row.origin}: {_count(record.claims[row.current]).low} {row.what}, {row.covered} inside"


def _count(claim: Claim) -> Count:
    assert isinstance(claim.content, Harm | Attack | Damage)
    return claim.content.count
