"""Opening the database: connections that keep their promises, and the schema brought up to date."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from corroborate.adapters.sql.migrations import HEAD
from corroborate.errors import StoreError

_BUSY_MS = 30_000  # another process's transaction is one report: it is over long before


def connect(path: Path) -> Engine:
    """Return an engine for the SQLite file at the path, its schema up to date; a StoreError where that fails."""
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        _migrate(engine)
    except (SQLAlchemyError, sqlite3.Error) as error:
        engine.dispose()
        raise StoreError(f"{path} cannot be opened as a case's database: {_reason(error)}") from error
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that holds the write lock from its beginning, so that what it reads stays so until it ends."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say so, schema changes included
    # FULL: what was acknowledged survives a power cut too, at one sync a report.
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={_BUSY_MS}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(engine: Engine) -> None:
    with engine.connect() as connection:
        version = _version(connection)
    if version == HEAD:
        return
    with writing(engine) as connection:
        if _version(connection) != HEAD:  # nobody else was quicker
            _upgrade(connection)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection) -> None:
    from alembic import command, config, util  # noqa: PLC0415  # Alembic takes 0.3 s to load, and is needed once in a database's life

    with as_file(files("corroborate.adapters.sql") / "migrations") as folder:
        settings = config.Config()
        settings.set_main_option("script_location", str(folder).replace("%", "%%"))
        settings.attributes["connection"] = connection
        try:
            command.upgrade(settings, "head")
        except util.CommandError as error:
            raise StoreError(
                f"the case was written by another version of Corroborate ({error}); open it with the newest one"
            ) from error


def _reason(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).splitlines()[0]
