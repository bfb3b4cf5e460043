"""What the database keeps, as it is checked: each reading as one hash, and what would be found by another's id."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, Table, Text, select, type_coerce

from corroborate.adapters.sql import rows, schema
from corroborate.model.ids import CaptureId, ClaimId, DocumentId
from corroborate.model.verification import Kept

_BODY, _NUMBER, _ID = "body", "number", "id"


def kept(connection: Connection) -> Kept:
    """Return all that is checked, to be gone through while the connection is open."""
    return Kept(_texts(connection), _quotes(connection), _readings(connection), _misfiled(connection))


def digest(documents: Sequence[rows.Row], claims: Sequence[rows.Row]) -> str:
    """Return the hash of a reading by its rows as they are written: of its document, if it has one, and its claims."""
    told = ((schema.document, documents), (schema.claim, claims))
    written = (_line(table, {**row, _BODY: json.dumps(row[_BODY])}) for table, found in told for row in found)
    return _hash(written)


def _texts(connection: Connection) -> Iterator[tuple[CaptureId, DocumentId, str]]:
    document = schema.document.c
    for row in connection.execute(select(document.capture, document.id, document.text)):
        yield CaptureId(row.capture), DocumentId(row.id), row.text


def _quotes(connection: Connection) -> Iterator[tuple[ClaimId, DocumentId, int, int, str]]:
    claim = schema.claim.c
    for row in connection.execute(select(claim.id, claim.document, claim.body)):
        span = row.body["span"]
        yield ClaimId(row.id), DocumentId(row.document), span["start"], span["end"], span["quote"]


def _readings(connection: Connection) -> Iterator[tuple[CaptureId, str]]:
    captures: dict[str, str] = {}
    told: dict[str, list[str]] = defaultdict(list)
    for row in _rows(connection, schema.document):
        captures[row["id"]] = row["capture"]
        told[row["id"]].append(_line(schema.document, row))
    for row in _rows(connection, schema.claim, ~schema.claim.c.added):
        told[row["document"]].append(_line(schema.claim, row))
    found = {capture: _hash(told[document]) for document, capture in captures.items()}
    for capture in connection.execute(select(schema.reading.c.capture)).scalars():
        yield CaptureId(capture), found.get(capture, _hash(()))


def _misfiled(connection: Connection) -> Iterator[str]:
    kinds: tuple[tuple[Table, Callable[[rows.Row], dict[str, object]]], ...] = (
        (schema.sighting, lambda row: rows.sighting_row(rows.to_sighting(row))),
        (schema.judgement, lambda row: rows.judgement_row(rows.to_judgement(row))),
    )
    for table, made_anew in kinds:
        for row in connection.execute(select(table)).mappings():
            made = made_anew(row)
            if any(made[name] != row[name] for name in made.keys() - {_BODY, _ID}):
                yield row["id"]


def _rows(connection: Connection, table: Table, *wanted: ColumnElement[bool]) -> Iterator[rows.Row]:
    """Yield the rows of a table that are wanted, their bodies as they are written there."""
    columns = [type_coerce(column, Text) if column.name == _BODY else column for column in table.c]
    yield from connection.execute(select(*columns).where(*wanted)).mappings()


def _line(table: Table, row: rows.Row) -> str:
    """Return a row as one text; the number that the database gave it is left out."""
    cells = (row[column.name] for column in table.c if column.name != _NUMBER)
    return json.dumps([table.name, *(cell.hex() if isinstance(cell, bytes) else str(cell) for cell in cells)])


def _hash(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
