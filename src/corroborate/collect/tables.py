"""A table of texts (CSV, TSV) → its rows as reports: what people export from platforms, sheets and archivers."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path

from corroborate.collect.archiver import dictionary, media
from corroborate.collect.beside import inside
from corroborate.collect.manifest import iso_day
from corroborate.model.capturing import Medium, Member
from corroborate.model.document import Lead

_LARGEST_CELL = 16_000_000  # characters
_ARCHIVER = frozenset(("whole", "media"))  # what the columns of Auto Archiver's table hold, beside the status
_DAY_FIRST = ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y")
Row = Mapping[str, str]


def is_archiver_table(head: str) -> bool:
    """Say whether a table begins as Auto Archiver's own do, in whose folder lie the media of its rows."""
    return set(_columns(next(csv.reader(head.splitlines()[:1]), []))) >= _ARCHIVER


def table_members(
    content: bytes, media_type: str, name: str, folder: Path | None = None
) -> Iterator[Member | Medium | str] | None:
    """Return the rows of a table that has a column of texts, and in words what is wrong with some; None for any other.

    The columns are told by their headings, which stand in `data/columns.tsv`. A row without text is no report: a link
    that nobody could archive holds nothing to read. What a row names as its media is taken from the folder.
    """
    delimiter = "\t" if media_type == "text/tab-separated-values" else ","
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        columns = _columns(next(reader, []))
    except csv.Error:
        return None
    return _rows(reader, columns, name, folder) if {"text", "whole"} & set(columns) else None


def _rows(
    reader: Iterator[Sequence[str]], columns: Sequence[str], name: str, folder: Path | None
) -> Iterator[Member | Medium | str]:
    before = csv.field_size_limit(_LARGEST_CELL)
    number = 1
    try:
        for cells in reader:
            number += 1
            row = _whole({holds: cell.strip() for holds, cell in zip(columns, cells, strict=False) if holds})
            row = {"name": f"{name}-{number}"} | {holds: cell for holds, cell in row.items() if cell}
            published = _day(row.get("published", ""))
            if row.get("text"):
                yield from _member(row, number, published)
            if row.get("media"):
                yield from _media(row, number, published, folder)
    except csv.Error as error:
        yield f"row {number + 1} cannot be read: {error}. The rows before it were read."
    finally:
        csv.field_size_limit(before)


def _member(row: Row, number: int, published: date | None) -> Iterator[Member | str]:
    title = row.get("title", "")
    text = row["text"] if not title or title in row["text"] else f"{title}\n\n{row['text']}"
    if row.get("published") and published is None:
        yield f"row {number}: `{row['published']}` is no day that can be told: the day of publication is left open"
    yield Member(
        place=f"row-{number}",
        content=text.encode(),
        name=row["name"],
        publisher=row.get("publisher"),
        published=published,
        url=row.get("url"),
        language=row.get("language"),
        archived_at=_moment(row.get("archived", "")),
    )


def _media(row: Row, number: int, published: date | None, folder: Path | None) -> Iterator[Medium | str]:
    missing = 0
    for at, file in enumerate(media(row["media"]), start=1):
        path = next((path for place in file.places if (path := inside(folder, place)) is not None), None)
        if path is None:
            missing += 1
            continue
        name = f"{row['name']}-media-{at}"
        lead = Lead(name, str(path), row.get("publisher"), published, row.get("url"))
        yield Medium(lead, file.sha256)
    if missing:
        yield f"row {number}: {missing} of its media do not lie beside the table: they are not preserved"


def _columns(headings: Sequence[str]) -> list[str]:
    """Return what each column holds ("" for what is not read); the first of two that hold the same counts."""
    known, found = _headings(), list[str]()
    for heading in headings:
        holds = known.get(heading.strip().casefold(), "")
        found.append("" if holds in found else holds)
    return found


def _whole(row: Row) -> Row:
    """Return the row with what its column of a whole dictionary tells, where it has one."""
    if not row.get("whole"):
        return row
    told = dictionary(row["whole"])
    known = _headings()
    return {known[name.casefold()]: value for name, value in reversed(told.items()) if name.casefold() in known} | {
        holds: cell for holds, cell in row.items() if cell and holds != "whole"
    }


def _day(said: str) -> date | None:
    """Return the day of an ISO date or time, of seconds since 1970, or of day, month, year where that is no other."""
    if said.isdecimal() and len(said) >= len("1000000000"):
        seconds = int(said[: len("1000000000")])
        return datetime.fromtimestamp(seconds, UTC).date()
    try:
        return iso_day(said)
    except ValueError:
        return _told_day_first(said)


def _told_day_first(said: str) -> date | None:
    for form in _DAY_FIRST:
        try:
            day = datetime.strptime(said, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
        months = 12
        return day if day.day > months or day.day == day.month else None  # 3/4/2018 may be two days
    return None


def _moment(said: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


@cache
def _headings() -> dict[str, str]:
    text = files("corroborate").joinpath("collect/data/columns.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {heading: holds for holds, headings in rows if holds != "holds" for heading in headings.split("|")}
