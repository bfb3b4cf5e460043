"""The history of the tables, one module a step, run by Alembic when a case is opened."""

HEAD = "0007"
