"""Indexes by the plans of questions: incidents by when they began, and those that went on by their end.

Three that no question used are dropped; each report paid for them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make two indexes and drop four, one of them replaced."""
    op.drop_index("ix_revisions_id", "revisions")
    op.drop_index("ix_revisions_report", "revisions")
    op.drop_index("ix_sketches_incident", "sketches")
    op.drop_index("incidents_start", "incidents")
    began = "coalesce(start, first_known)"
    op.create_index("incidents_when", "incidents", [sa.text(f"{began} DESC"), "id"])
    long = sa.text(f'"end" > {began}')
    op.create_index("incidents_long", "incidents", ["end"], sqlite_where=long, postgresql_where=long)
