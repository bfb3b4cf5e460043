"""Reports of many incidents, read: the three sets whose labels say which incident each report is about.

| set | reports | what each is labelled with |
|---|---|---|
| `linking` | 280 agency and newspaper texts on Syria | its main incident |
| `airwars` | 146 English texts behind Airwars' incidents in Syria | the incident, and how many it killed |
| `shootings` | 621 local news texts on shootings in the United States | the shooting |
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from benchmark.claims import reading_of
from benchmark.labels import SHARED, rows_of
from corroborate.model.record import Reading

SETS = ("linking", "airwars", "shootings")
_FOLDER = SHARED / "bench"


@dataclass(frozen=True, slots=True)
class Mixed:
    """A report with its labelled incident; `killed` are the coded bounds, None where the labels give none."""

    name: str
    incident: str
    reading: Reading
    killed: tuple[int, int] | None = None


@cache
def reports(collection: str) -> tuple[Mixed, ...]:
    """Return the reports of a set, read; none where the set is not there."""
    if not _FOLDER.is_dir():
        return ()
    return tuple({"linking": _linking, "airwars": _airwars, "shootings": _shootings}[collection]())


def _linking() -> Iterator[Mixed]:
    folder = _FOLDER / "linking"
    with (folder / "manifest.csv").open(newline="", encoding="utf-8") as file:
        rows = {row["doc"]: row for row in csv.DictReader(file)}
    for label in rows_of("linking/incidents.gold"):
        name = label["doc"]
        row = rows.get(name, {})
        text = (folder / "texts" / f"{name}.txt").read_text(encoding="utf-8")
        yield Mixed(name, label["incident"], _read(name, text, row.get("publisher"), row.get("published")))


def _airwars() -> Iterator[Mixed]:
    for row in rows_of("airwars_texts"):
        if row["lang"] == "en":
            printed = row["published"] if _day(row["published"]) else row["date"]
            low, high = row["killed"]
            killed = None if high is None else (low or 0, high)
            reading = _read(row["id"], row["text"], row["publisher"], printed)
            yield Mixed(row["id"], row["incident"], reading, killed)


def _shootings() -> Iterator[Mixed]:
    for row in rows_of("gva_docs"):
        yield Mixed(row["id"], row["incident"], _read(row["id"], row["text"], None, row["published"]))


def _read(name: str, text: str, publisher: str | None, published: str | None) -> Reading:
    return reading_of(name, text, publisher or None, _day(published))


def _day(written: str | None) -> date | None:
    """Return the day of an ISO date or time, None of anything else: some are written in words."""
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None
