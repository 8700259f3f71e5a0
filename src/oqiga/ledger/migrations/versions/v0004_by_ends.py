"""An index of sketches whose version was replaced, by when: what was known at a past moment asks for them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index; most sketches are not in it."""
    replaced = sa.text("until IS NOT NULL")
    op.create_index("sketches_until", "sketches", ["until"], sqlite_where=replaced, postgresql_where=replaced)
