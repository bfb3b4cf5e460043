"""Alembic's way in: runs the steps on the connection that it is given, inside its transaction."""

from alembic import context

from corroborate.adapters.sql.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
