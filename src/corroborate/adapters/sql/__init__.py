"""The case in a database: tables, migrations, and the store that answers `ports.CaseStore`."""

from corroborate.adapters.sql.store import SqlStore, open_store

__all__ = ["SqlStore", "open_store"]
