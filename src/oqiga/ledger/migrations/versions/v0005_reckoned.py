"""Which version of reconciling computed the index, so that a book says when it should be computed anew."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, empty: an index that was computed before is of an unknown version."""
    by_letters = sa.String(40).with_variant(sa.String(40, collation="C"), "postgresql")
    op.create_table(
        "reckoned",
        sa.Column("what", by_letters, primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
    )
