"""What a forgetting has still to remove from the disk."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make room for it: it is empty but while something is forgotten."""
    op.create_table(
        "erasing",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_erasing"),
    )


def downgrade() -> None:
    """Take the room away."""
    op.drop_table("erasing")
