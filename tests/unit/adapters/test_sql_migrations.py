"""The tables that migrations make are the tables that the store expects."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import column, create_engine, inspect, table, text

from corroborate.adapters.sql import database, migrations, open_store
from corroborate.adapters.sql.schema import metadata
from corroborate.case.log_check import check_log
from corroborate.errors import StoreError
from corroborate.model.audit import Act, ActKind, entry_of
from tests.backends.filing import NOON


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


def test_a_log_of_the_first_version_is_written_anew_and_says_so(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'case.db'}")
    config = configuration()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        said = {"sequence": 1, "at": NOON.isoformat(), "actor": "Layla", "subject": "judgement-1", "previous": "0" * 64}
        row = {**said, "act": "judge", "details": '["accept", "claim-1"]', "digest": "ab" * 32}
        connection.execute(table("audit", *(column(name) for name in row)).insert(), row)
    engine.dispose()
    store = open_store(tmp_path / "case.db")
    judged, migrated = (entry_of(line).act for line in store.audit())
    assert (judged.kind, judged.actor, judged.at) == (ActKind.JUDGE, "Layla", NOON)
    assert judged.details == (("subjects", ("claim-1",)), ("verdict", "accept"))
    assert dict(migrated.details)["former_head"] == "ab" * 32
    store.log(Act(ActKind.VIEW, NOON, "Omar", "claims"))
    found = check_log(store.audit(), store.audit_copy(), store.head())
    assert (len(found.entries), found.faults) == (3, ())
    store.close()
