"""What was read of reports, in the database: put in, replaced and dropped a report at a time."""

from collections.abc import Sequence

from sqlalchemy import Connection, Table, delete, insert, select, update

from corroborate.adapters.sql import keeping, rows, schema
from corroborate.model.ids import CaptureId
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.record import UNREAD, Reading


def add_missing(connection: Connection, table: Table, row: dict[str, object], key: tuple[str, ...] = ("id",)) -> bool:
    """Add a row unless one of the same key is there; say whether it was added."""
    same = [table.c[name] == row[name] for name in key]
    if connection.execute(select(table.c.id).where(*same)).first() is not None:
        return False
    connection.execute(insert(table), row)
    return True


def replace(connection: Connection, capture: CaptureId, reading: Reading, maker: str) -> str:
    """Put what was read of a capture in the place of what was read before; return its hash, as it is checked by."""
    former = select(schema.document.c.id).where(schema.document.c.capture == capture)
    if connection.execute(former).first() is not None:
        connection.execute(delete(schema.fold))  # what was computed of the earlier reading stands no longer
    drop(connection, capture)
    document = reading.document
    documents = [] if document is None else [rows.document_row(document)]
    claims = [rows.claim_row(claim) for claim in reading.claims]
    _add_all(connection, schema.document, documents)
    _add_all(connection, schema.claim, claims)
    _add_issues(connection, reading.issues, capture)
    made = {"capture": capture, "document": document.id if document else None, "maker": maker}
    connection.execute(insert(schema.reading), made)
    return keeping.digest(documents, claims)


def drop(connection: Connection, capture: CaptureId) -> None:
    """Drop all that was read from a capture."""
    former = select(schema.document.c.id).where(schema.document.c.capture == capture)
    connection.execute(delete(schema.claim).where(schema.claim.c.document.in_(former)))
    connection.execute(delete(schema.reading).where(schema.reading.c.capture == capture))
    connection.execute(delete(schema.document).where(schema.document.c.capture == capture))
    connection.execute(delete(schema.issue).where(schema.issue.c.scope == capture))


def leave_unread(connection: Connection, capture: CaptureId) -> None:
    """Note that a report has yet to be read, or read anew, as what is known of it has changed."""
    told = "It came with a package and is not read yet: the same `corroborate import`, or `add --anew`, reads it."
    waiting = rows.issue_row(Issue(IssueKind.UNREAD, "collect", (capture,), told), capture)
    add_missing(connection, schema.issue, waiting, key=("scope", "id"))
    reading = schema.reading
    if connection.execute(update(reading).where(reading.c.capture == capture).values(maker=UNREAD)).rowcount == 0:
        connection.execute(insert(reading), {"capture": capture, "document": None, "maker": UNREAD})


def _add_all(connection: Connection, table: Table, found: Sequence[dict[str, object]]) -> None:
    if found:
        connection.execute(insert(table), found)


def _add_issues(connection: Connection, issues: Sequence[Issue], scope: str) -> None:
    _add_all(connection, schema.issue, [rows.issue_row(i, scope) for i in {i.id: i for i in issues}.values()])
