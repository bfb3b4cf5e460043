"""A case in SQLite, behind the port `CaseStore`."""

import fcntl
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Column, Connection, Engine, Table, delete, func, insert, select, text
from sqlalchemy.exc import SQLAlchemyError

from corroborate.adapters.custody_file import CustodyFile
from corroborate.adapters.presence import Presence, refuse_locked
from corroborate.adapters.sql import erasing, folding, keeping, log, readings, rows, schema
from corroborate.adapters.sql.database import connect, writing
from corroborate.adapters.sql.folding import SqlStanding
from corroborate.errors import CorroborateError, StoreError
from corroborate.model import acts
from corroborate.model.audit import Act, ActKind, AuditEntry, LogHead, details
from corroborate.model.claim import Claim
from corroborate.model.document import Capture, Document, Sighting
from corroborate.model.erasure import Erasure
from corroborate.model.handover import Takeover
from corroborate.model.ids import CaptureId, DocumentId, JudgementId
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement
from corroborate.model.memory import Change, Since
from corroborate.model.record import Fold, Intake
from corroborate.model.verification import Kept

LOG_COPY = "custody.jsonl"
_COLLECT = "collect"


def open_store(path: Path) -> "SqlStore":
    """Open the case's database, made where it is missing, with the copy of its log beside it; else a StoreError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path.parent} cannot be made: {error.strerror}") from error
    presence = Presence(path.parent)
    try:
        refuse_locked(path.parent)
        return SqlStore(connect(path), CustodyFile(path.with_name(LOG_COPY)), presence)
    except CorroborateError:
        presence.leave()
        raise


class SqlStore:
    """Answers `ports.CaseStore`. Each method is one transaction; what it adds to the log, the log's copy follows."""

    def __init__(self, engine: Engine, copy: CustodyFile, presence: Presence) -> None:
        self._engine = engine
        self._copy = copy
        self._presence = presence
        self._has_acted = False
        self._seen: Connection | None = None

    # --- what is written ------------------------------------------------------------------------------------------

    def file(self, intake: Intake) -> None:
        """Write all that was learnt of one report, and its audit entries, in one transaction; nothing twice."""
        with self._act() as (connection, done):
            new = readings.add_missing(connection, schema.capture, rows.capture_row(intake.capture))
            new |= readings.add_missing(connection, schema.sighting, rows.sighting_row(intake.sighting))
            if new:
                done.append(acts.collecting(intake.capture, intake.sighting))
            if intake.reading is not None:
                kept = readings.replace(connection, intake.capture.id, intake.reading, intake.maker)
                done.append(acts.reading(intake, intake.reading, kept))

    def note(self, issue: Issue, actor: str, at: datetime) -> None:
        """Keep a doubt about something that never became a capture; the same doubt once."""
        with self._act() as (connection, done):
            if readings.add_missing(connection, schema.issue, rows.issue_row(issue, _COLLECT), key=("scope", "id")):
                subject = issue.subjects[0] if issue.subjects else ""
                done.append(Act(ActKind.NOTE, at, actor, subject, details(kind=issue.kind.value)))

    def decide(self, judgement: Judgement) -> None:
        """Append a judgement and its audit entry in one transaction."""
        with self._act() as (connection, done):
            if readings.add_missing(connection, schema.judgement, rows.judgement_row(judgement)):
                done.append(acts.judging(judgement))

    def take_over(self, takeover: Takeover) -> None:
        """Write what a package brings, and its audit entries, in one transaction; nothing twice."""
        with self._act() as (connection, done):
            for capture, sighting in takeover.sightings:
                readings.add_missing(connection, schema.capture, rows.capture_row(capture))
                readings.add_missing(connection, schema.sighting, rows.sighting_row(sighting))
            for unread in takeover.unread:
                readings.leave_unread(connection, unread)
            for judgement in takeover.judgements:
                readings.add_missing(connection, schema.judgement, rows.judgement_row(judgement))
            connection.execute(delete(schema.fold))
            done.extend(takeover.acts)

    def log(self, act: Act) -> None:
        """Append an act that changes nothing else: a view, an export, a check."""
        with self._act() as (_, done):
            done.append(act)

    def refold(self, change: Change, maker: str, as_of: int, *, afresh: bool) -> bool:
        """Change what was computed over all reports in one transaction; False where the case has moved on since.

        `afresh`: nothing of what stood remains.
        """
        with self._write() as connection:
            if log.head(connection).changed != as_of:
                return False
            if afresh:
                folding.clear(connection)
            folding.write(connection, change)
            connection.execute(delete(schema.fold))
            last = {
                f"last_{table.name}": connection.scalar(select(func.max(table.c.number))) or 0
                for table in (schema.document, schema.judgement)
            }
            connection.execute(insert(schema.fold), {"id": 1, "maker": maker, "as_of": as_of, **last})
        return True

    def forget(self, erasure: Erasure) -> None:
        """Take out for good what is to go; `scour` removes it from the disk. A StoreError where others are at work."""
        with self._presence.exclusively(), self._write() as connection:
            erasing.erase(connection, erasure, self._copy)

    def scour(self, remove: Callable[[Sequence[CaptureId]], None]) -> None:
        """Remove from the disk what was forgotten, where anything waits for that; `remove` takes files of the evidence.

        It can be cut off at any point and done again. A StoreError where somebody else has the case open.
        """
        with self._read() as connection:
            waiting = erasing.pending(connection)
        if not waiting:
            return
        with self._presence.exclusively():
            remove(waiting)
            with self._write() as connection:
                erasing.settle(connection, self._copy)
            with _chained(self._engine):
                erasing.scour(self._engine)
            with self._write() as connection:
                erasing.done(connection)

    # --- what is read ---------------------------------------------------------------------------------------------

    def folded(self) -> tuple[str, int] | None:
        """Return the maker of the stored fold and the audit entry that it stands for; None where there is none."""
        with self._read() as connection:
            row = connection.execute(select(schema.fold.c.maker, schema.fold.c.as_of)).first()
        return (row.maker, row.as_of) if row else None

    def since(self) -> Since | None:
        """Return what the stored fold was made without; None where there is no fold to add it to."""
        document, judgement = schema.document.c, schema.judgement.c
        with self._read() as connection:
            last = connection.execute(select(schema.fold.c.last_document, schema.fold.c.last_judgement)).first()
            if last is None:
                return None
            read = connection.scalars(select(document.id).where(document.number > last.last_document))
            said = connection.scalars(select(judgement.id).where(judgement.number > last.last_judgement))
            return Since(tuple(read), tuple(said))

    def standing(self) -> SqlStanding:
        """Return what stands of the case, to be asked for."""
        return SqlStanding(self._read)

    def sequence(self) -> int:
        """Return the number of the last audit entry that changed the record, 0 in an empty case."""
        with self._read() as connection:
            return log.head(connection).changed

    def sightings(self, capture: CaptureId | None = None) -> tuple[Sighting, ...]:
        """Return the sightings, of one capture or of all, in the order in which they were filed."""
        query = select(schema.sighting).order_by(schema.sighting.c.number)
        if capture is not None:
            query = query.where(schema.sighting.c.capture == capture)
        with self._read() as connection:
            return tuple(map(rows.to_sighting, connection.execute(query).mappings()))

    def reader(self, capture: CaptureId) -> str | None:
        """Return what made the reading of a capture, None where it was not read yet."""
        query = select(schema.reading.c.maker).where(schema.reading.c.capture == capture)
        with self._read() as connection:
            return connection.execute(query).scalar()

    def captures(self) -> tuple[Capture, ...]:
        """Return all captures, by id."""
        with self._read() as connection:
            found = connection.execute(select(schema.capture).order_by(schema.capture.c.id)).mappings()
            return tuple(map(rows.to_capture, found))

    def documents(self, ids: Sequence[DocumentId] | None = None) -> tuple[Document, ...]:
        """Return the documents, of these ids or all, by name."""
        return self._documents(schema.document.c.id, ids)

    def documents_of(self, captures: Sequence[CaptureId]) -> tuple[Document, ...]:
        """Return the documents that were read from these captures, by name."""
        return self._documents(schema.document.c.capture, captures)

    def _documents(self, column: Column[str], among: Sequence[str] | None) -> tuple[Document, ...]:
        query = select(schema.document).order_by(schema.document.c.name, schema.document.c.id)
        if among is not None:
            query = query.where(column.in_(among))
        with self._read() as connection:
            return tuple(map(rows.to_document, connection.execute(query).mappings()))

    @contextmanager
    def kept(self) -> Iterator[Kept]:
        """Return what the case keeps as it is checked, to be gone through while this is open."""
        with self._read() as connection:
            yield keeping.kept(connection)

    def claims(self) -> tuple[Claim, ...]:
        """Return all claims as they were read, by document's name and place in its text."""
        claim, document = schema.claim.c, schema.document.c
        query = select(schema.claim).join(schema.document, document.id == claim.document).where(~claim.added)
        query = query.order_by(document.name, document.id, claim.start, claim.end, claim.id)
        with self._read() as connection:
            return tuple(map(rows.to_claim, connection.execute(query).mappings()))

    def issues(self) -> tuple[Issue, ...]:
        """Return all doubts, of collecting, reading and folding, in a stable order."""
        issue = schema.issue.c
        query = select(schema.issue).order_by(issue.subject, issue.kind, issue.id)
        with self._read() as connection:
            return tuple(map(rows.to_issue, connection.execute(query).mappings()))

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all judgements in the order in which they were made."""
        query = select(schema.judgement).order_by(schema.judgement.c.number)
        with self._read() as connection:
            return tuple(map(rows.to_judgement, connection.execute(query).mappings()))

    def taken_over(self) -> frozenset[JudgementId]:
        """Return the judgements that packages brought."""
        with self._read() as connection:
            return frozenset(map(JudgementId, log.imported(connection, "judgement-")))

    def fold(self) -> Fold | None:
        """Return the stored fold, None where there is none."""
        with self._read() as connection:
            made = connection.execute(select(schema.fold)).first()
            if made is None:
                return None
            incidents = tuple(map(rows.to_incident, _in_order(connection, schema.incident)))
            tallies = tuple(map(rows.to_tally, _in_order(connection, schema.tally)))
            doubts = select(schema.issue).where(schema.issue.c.scope == folding.FOLD).order_by(schema.issue.c.id)
            issues = tuple(map(rows.to_issue, connection.execute(doubts).mappings()))
        return Fold(incidents, tallies, issues, made.maker, made.as_of)

    def audit(self) -> Iterator[str]:
        """Yield the lines of the custody log from its beginning, as they stand."""
        with self._read() as connection:
            yield from log.lines(connection)

    def audit_copy(self) -> Iterator[str]:
        """Yield the lines of the copy of the log beside the database, as they stand."""
        yield from self._copy.lines()

    def head(self) -> LogHead:
        """Return where the log ends, as its last writer noted it."""
        with self._read() as connection:
            return log.head(connection)

    def secret(self) -> bytes:
        """Return the secret of the case, by which pseudonyms are made: random, and the same from its first use on."""
        query = select(schema.secret.c.value)
        with self._read() as connection:
            known: bytes | None = connection.execute(query).scalar()
        if known is not None:
            return known
        with self._write() as connection:
            connection.execute(
                insert(schema.secret).prefix_with("OR IGNORE"), {"id": 1, "value": secrets.token_bytes()}
            )
            return bytes(connection.execute(query).scalar_one())

    def search(self, words: str) -> tuple[DocumentId, ...]:
        """Return the documents whose text holds all of the words, the best first."""
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not quoted:
            return ()
        query = text(
            "SELECT document.id FROM document_search JOIN document ON document.number = document_search.rowid"
            " WHERE document_search MATCH :words ORDER BY document_search.rank, document.name"
        )
        with self._read() as connection:
            return tuple(DocumentId(row.id) for row in connection.execute(query, {"words": quoted}))

    def close(self) -> None:
        """Let go of the database; where something was done, the copy of the log is synced, and its reach noted."""
        if self._has_acted:
            with suppress(StoreError):  # a close that fails must not hide what failed before; the next act notes it too
                self._copy.sync()
                with self._write() as connection:
                    log.note_reach(connection, self._copy)
        self._engine.dispose()
        self._presence.leave()

    @contextmanager
    def alone(self, waiting: Callable[[], None]) -> Iterator[None]:
        """Hold the right to add to the case, one process at a time; `waiting` is told where another has it."""
        folder = os.open(self._copy.path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                waiting()
                fcntl.flock(folder, fcntl.LOCK_EX)
            yield
        finally:
            os.close(folder)  # and with it the lock, as when the process dies

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """See the case as it now is for as long as this is open, whatever is written meanwhile."""
        with self._read() as connection:
            log.head(connection)  # the first look is what the database holds on to
            self._seen = connection
            try:
                yield
            finally:
                self._seen = None

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        if self._seen is not None:
            yield self._seen
            return
        with _chained(self._engine), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with _chained(self._engine), writing(self._engine) as connection:
            yield connection

    @contextmanager
    def _act(self) -> Iterator[tuple[Connection, list[Act]]]:
        """Open a transaction with the acts that it adds to the log; once it is committed, the log's copy follows."""
        done: list[Act] = []
        with self._write() as connection:
            yield connection, done
            entries = self._append(connection, done) if done else ()
        if entries:
            self._has_acted = True
            self._copy.follow(lambda last: self._lines_after(last, entries))

    def _append(self, connection: Connection, done: Sequence[Act]) -> tuple[AuditEntry, ...]:
        return log.append(connection, done, self._copy)

    def _lines_after(self, sequence: int, entries: Sequence[AuditEntry]) -> list[str]:
        if entries[0].sequence == sequence + 1:
            return [entry.line for entry in entries]
        with self._read() as connection:
            return list(log.lines(connection, after=sequence))


@contextmanager
def _chained(engine: Engine) -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise StoreError(f"{engine.url.database}: the database refused ({reason})") from error


def _in_order(connection: Connection, table: Table) -> Iterator[rows.Row]:
    day = table.c.first_day
    yield from connection.execute(select(table).order_by(day.is_(None), day, table.c.title, table.c.id)).mappings()
