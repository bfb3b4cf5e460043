"""What was computed over all reports is written as it changes, with what stages remember of it.

It is computed anew when it is asked for next: nothing of it is taken over.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_COMPUTED = ("member", "incident", "tally", "fold")


def upgrade() -> None:
    """Remove what was computed, and make room for the rest."""
    _forget()
    for table in ("incident", "tally"):
        op.drop_column(table, "position")
        op.add_column(table, sa.Column("title", sa.String(), nullable=False))
    op.add_column("fold", sa.Column("last_document", sa.Integer(), nullable=False))
    op.create_table(
        "finding",
        sa.Column("found_in", sa.String(), nullable=False),
        sa.Column("issue", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("found_in", "issue", name="pk_finding"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_finding_issue", "finding", ["issue"])
    op.create_table(
        "card",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_card"),
    )
    op.create_index("ix_card_kind", "card", ["kind", "id"], unique=True)
    op.create_index("ix_card_id", "card", ["id"])
    op.create_table(
        "card_key",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("card", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["card"], ["card.number"], name="fk_card_key_card", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "card", name="pk_card_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_card_key_card", "card_key", ["card"])


def downgrade() -> None:
    """Remove what was computed, and the room for the rest."""
    _forget()
    for table in ("card_key", "card", "finding"):
        op.drop_table(table)
    op.drop_column("fold", "last_document")
    for table in ("incident", "tally"):
        op.drop_column(table, "title")
        op.add_column(table, sa.Column("position", sa.Integer(), nullable=False))


def _forget() -> None:
    for table in _COMPUTED:  # an empty table takes a column that may not be null
        op.execute(sa.delete(sa.table(table)))
    op.execute("DELETE FROM issue WHERE scope = 'fold'")
