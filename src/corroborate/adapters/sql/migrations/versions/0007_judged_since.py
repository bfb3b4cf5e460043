"""The last judgement that what is computed over all reports was made with, so that it can be told what came since."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make room for it: what was computed is computed anew when it is asked for next."""
    op.execute("DELETE FROM fold")
    op.add_column("fold", sa.Column("last_judgement", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Lose it."""
    op.execute("DELETE FROM fold")
    op.drop_column("fold", "last_judgement")
