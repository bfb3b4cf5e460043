"""The tables that migrations make are the tables that the store expects."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from corroborate.adapters.sql import database, migrations, open_store
from corroborate.adapters.sql.schema import metadata
from corroborate.errors import StoreError


def configuration() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    return config


def test_the_head_that_is_looked_for_is_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(configuration()).get_current_head() == migrations.HEAD


def test_migrations_make_what_the_schema_says(tmp_path: Path) -> None:
    engine = database.connect(tmp_path / "case.db")
    options = {"include_name": lambda name, _kind, _parents: not str(name).startswith("document_search")}
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
    engine.dispose()


def test_every_migration_can_be_taken_back(tmp_path: Path) -> None:
    engine = database.connect(tmp_path / "case.db")
    config = configuration()
    with database.writing(engine) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    engine.dispose()


def test_connections_keep_a_write_ahead_log_and_enforce_foreign_keys(tmp_path: Path) -> None:
    engine = database.connect(tmp_path / "case.db")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    engine.dispose()


def test_a_case_of_a_newer_version_is_refused_in_words(tmp_path: Path) -> None:
    engine = database.connect(tmp_path / "case.db")
    with database.writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreError, match="another version"):
        open_store(tmp_path / "case.db")


def test_a_file_that_is_no_database_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "case.db").write_text("a shopping list, long enough to be looked at as a header of a file" * 20)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path / "case.db")
