"""The first layout of the book. Written out, so that later changes to the tables do not change it."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables of version 0001."""
    short, text, number = sa.String(40), sa.Text(), sa.Integer()
    op.create_table(
        "entries",
        sa.Column("number", number, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("at", short, nullable=False),
        sa.Column("subject", text, nullable=False),
        sa.Column("body", text, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
    )
    op.create_table(
        "revisions",
        sa.Column("entry", number, sa.ForeignKey("entries.number"), primary_key=True, autoincrement=False),
        sa.Column("id", short, nullable=False, index=True),
        sa.Column("report", text, nullable=False, index=True),
        sa.Column("known", short, nullable=False),
        sa.Column("publisher", text),
        sa.Column("body", text, nullable=False),
        sa.Column("reading", text, nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
    )
    op.create_index("revisions_current", "revisions", ["report", "current"])
    op.create_table(
        "claims",
        sa.Column("entry", number, sa.ForeignKey("revisions.entry"), primary_key=True, autoincrement=False),
        sa.Column("place", number, primary_key=True, autoincrement=False),
        sa.Column("id", text, nullable=False, index=True),
        sa.Column("sketch", short),
        sa.Column("body", text, nullable=False),
    )
    op.create_index("claims_sketch", "claims", ["sketch", "entry"])
    op.create_table(
        "decisions",
        sa.Column("entry", number, sa.ForeignKey("entries.number"), primary_key=True, autoincrement=False),
        sa.Column("id", short, nullable=False, unique=True),
        sa.Column("at", short, nullable=False),
        sa.Column("body", text, nullable=False),
    )
    op.create_table(
        "decided_reports",
        sa.Column("report", text, primary_key=True),
        sa.Column("decision", short, primary_key=True),
    )
    _index_tables(short, text, number)
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id = {0x4F514741}")


def _index_tables(short: sa.String, text: sa.Text, number: sa.Integer) -> None:
    op.create_table(
        "sketches",
        sa.Column("id", short, primary_key=True),
        sa.Column("entry", number, primary_key=True, autoincrement=False),
        sa.Column("report", text, nullable=False, index=True),
        sa.Column("known", short, nullable=False),
        sa.Column("until", short),
        sa.Column("body", text, nullable=False),
        sa.Column("web", short, nullable=False, index=True),
        sa.Column("incident", short, nullable=False, index=True),
    )
    op.create_table(
        "keys",
        sa.Column("key", sa.String(80), primary_key=True),
        sa.Column("sketch", short, primary_key=True),
        sa.Column("entry", number, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "incidents",
        sa.Column("id", short, primary_key=True),
        sa.Column("web", short, nullable=False, index=True),
        sa.Column("type", sa.String(32), nullable=False),
        sa.Column("start", short),
        sa.Column("end", short),
        sa.Column("first_known", short, nullable=False),
        sa.Column("changed", short, nullable=False),
        sa.Column("killed", number),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("latitude", sa.Float()),
        sa.Column("longitude", sa.Float()),
        sa.Column("reports", number, nullable=False),
        sa.Column("body", text, nullable=False),
    )
    op.create_index("incidents_changed", "incidents", ["changed"])
    op.create_index("incidents_start", "incidents", ["start"])
    op.create_index("incidents_killed", "incidents", ["killed"])
    op.create_index("incidents_position", "incidents", ["latitude", "longitude"])
