"""The secret of a case, by which pseudonyms are made."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make room for it: it is made when it is first asked for."""
    op.create_table(
        "secret",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_secret"),
        sa.CheckConstraint("id = 1", name="only_one"),
    )


def downgrade() -> None:
    """Lose it: pseudonyms come out otherwise afterwards."""
    op.drop_table("secret")
