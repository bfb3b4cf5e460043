"""Forgetting in the database: rows go, entries of the log lose what they said, and nothing stays in free pages."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace

from sqlalchemy import Connection, Engine, delete, insert, select, text, update

from corroborate.adapters.custody_file import CustodyFile
from corroborate.adapters.sql import folding, log, readings, rows, schema
from corroborate.model.audit import AuditEntry, details, entry_of, trails, written_digest
from corroborate.model.erasure import Erasure
from corroborate.model.ids import CaptureId


def erase(connection: Connection, erasure: Erasure, copy: CustodyFile) -> tuple[AuditEntry, ...]:
    """Take out of the database what is to go, and return the entry that tells of it; the disk comes later."""
    with _unguarded(connection):
        for capture in erasure.captures:
            readings.drop(connection, capture)
            connection.execute(delete(schema.sighting).where(schema.sighting.c.capture == capture))
            connection.execute(delete(schema.capture).where(schema.capture.c.id == capture))
        for judgement in erasure.judgements:
            connection.execute(delete(schema.judgement).where(schema.judgement.c.id == judgement))
        for emptied in erasure.emptied:
            row = rows.judgement_row(emptied)
            connection.execute(update(schema.judgement).where(schema.judgement.c.id == emptied.id).values(row))
        for issue in erasure.issues:
            connection.execute(delete(schema.issue).where(schema.issue.c.id == issue))
        folding.clear(connection)
        digests = [written_digest(line) for line in log.lines(connection)]
        for number in erasure.entries:
            _seal(connection, number)
    connection.execute(insert(schema.erasing), [{"sha256": one} for one in (*erasure.captures, *erasure.files)])
    bound = details(entries=tuple(map(str, erasure.entries)), sequence=len(digests), trail=[*trails(digests)][-1])
    told = tuple(sorted((*erasure.act.details, *bound)))
    return log.append(connection, [*erasure.retold, replace(erasure.act, details=told)], copy)


def pending(connection: Connection) -> tuple[CaptureId, ...]:
    """Return the files of the evidence that have still to go."""
    return tuple(map(CaptureId, connection.execute(select(schema.erasing.c.sha256)).scalars()))


def settle(connection: Connection, copy: CustodyFile) -> None:
    """Write the copy of the log anew, as the log now is, and the search tables too."""
    copy.rewrite(log.lines(connection))
    connection.execute(text("INSERT INTO document_search(document_search) VALUES('rebuild')"))
    log.note_reach(connection, copy)


def scour(engine: Engine) -> None:
    """Leave nothing in free pages or in the write-ahead log; nobody else may have the database open."""
    with closing(engine.raw_connection()) as connection:
        for step in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            connection.cursor().execute(step)


def done(connection: Connection) -> None:
    """Note that nothing has to go any more."""
    connection.execute(delete(schema.erasing))


def _seal(connection: Connection, number: int) -> None:
    """Take out of an entry what it said; its number and hash stay."""
    audit = schema.audit.c
    entry = entry_of(connection.execute(select(audit.line).where(audit.sequence == number)).scalar_one())
    connection.execute(update(schema.audit).where(audit.sequence == number).values(line=entry.sealed.line))


@contextmanager
def _unguarded(connection: Connection) -> Iterator[None]:
    """Take away, for as long as this is open, what refuses to change or remove what was seen and decided."""
    found = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%\\_no\\_%' ESCAPE '\\'")
    guards: Sequence[tuple[str, str]] = [(row.name, row.sql) for row in connection.execute(found)]
    for name, _ in guards:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    for _, made in guards:
        connection.exec_driver_sql(made)
