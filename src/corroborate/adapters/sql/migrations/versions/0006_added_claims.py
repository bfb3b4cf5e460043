"""Claims that people added, kept beside those that were read, for what is computed over all."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Tell added claims apart: of what a case holds yet, none was added."""
    op.add_column("claim", sa.Column("added", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Drop what was added, and what was computed with it: the judgements stay."""
    op.execute("DELETE FROM fold")
    op.execute("DELETE FROM claim WHERE added")
    op.drop_column("claim", "added")
