"""Reports by their main incident: the whole pipeline against `bench/linking`, B-cubed and pairs.

    python -m benchmark.incidents

A report may stand in several incidents and the labels know only its main one, so a report is first put into one found
incident: of those that hold it, the one with most labelled reports (ties by id); one in none stands alone.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from benchmark.claims import capture_of, gazetteer
from benchmark.labels import SHARED
from corroborate.grade import load
from corroborate.model.claim import Claim
from corroborate.model.document import Lead
from corroborate.model.ids import DocumentId
from corroborate.model.incident import Incident
from corroborate.pipeline import fold, read_report

_FOLDER = SHARED / "bench" / "linking"


@cache
def _found() -> tuple[dict[str, str], tuple[tuple[str, frozenset[str]], ...]]:
    """Return the labelled incident of each report, and the found incidents with the reports in each."""
    lines = (_FOLDER / "incidents.gold.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {record["doc"]: record["incident"] for record in map(json.loads, lines)}
    with (_FOLDER / "manifest.csv").open(newline="", encoding="utf-8") as file:
        rows = {row["doc"]: row for row in csv.DictReader(file)}
    claims: list[Claim] = []
    names: dict[DocumentId, list[str]] = defaultdict(list)
    for name in gold:
        content = (_FOLDER / "texts" / f"{name}.txt").read_bytes()
        row = rows.get(name, {})
        published = date.fromisoformat(row["published"]) if row.get("published") else None
        reading = read_report(
            capture_of(content), content, Lead(name, name, row.get("publisher") or None, published), gazetteer()
        )
        claims.extend(reading.claims)
        if reading.document is not None:
            names[reading.document.id].append(name)
    incidents, _, _ = fold(tuple(claims), (), load("airwars"))
    return gold, tuple((one.id, frozenset(_told_by(one, names))) for one in incidents)


def _told_by(one: Incident, names: Mapping[DocumentId, list[str]]) -> Iterator[str]:
    """Yield the names of the reports that tell of an incident, as `corroborate link-report` lists them."""
    for document in one.documents:
        if document not in one.recalled:
            yield from names[document]


def _placed(gold: Mapping[str, str]) -> dict[str, str]:
    holders: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for incident, documents in _found()[1]:
        for document in documents:
            holders[document].append((-len(documents), incident))
    return {name: min(holders[name])[1] if name in holders else f"alone {name}" for name in gold}


def measured() -> Iterator[tuple[str, float]]:
    """Yield B-cubed F1 and pairs F1, in per cent."""
    if not _FOLDER.is_dir():
        return
    gold, _ = _found()
    found = _placed(gold)
    theirs, ours = _members(gold), _members(found)
    precision = recall = 0.0
    same_gold = same_found = both = 0
    for name in gold:
        a, b = theirs[gold[name]], ours[found[name]]
        precision += len(a & b) / len(b)
        recall += len(a & b) / len(a)
        same_gold, same_found, both = same_gold + len(a) - 1, same_found + len(b) - 1, both + len(a & b) - 1
    yield "linking B3", _f1(precision / len(gold), recall / len(gold))
    yield "linking pairs", _f1(both / same_found if same_found else 1.0, both / same_gold)


def _members(clusters: Mapping[str, str]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for name, cluster in clusters.items():
        members[cluster].add(name)
    return members


def _f1(precision: float, recall: float) -> float:
    return round(200 * precision * recall / (precision + recall), 1) if precision + recall else 0.0


if __name__ == "__main__":
    for label, value in measured():
        print(f"{label} {value}")
