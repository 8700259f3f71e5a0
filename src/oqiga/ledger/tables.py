"""The tables of the book.

What is entered (`entries`, `revisions`, `claims`, `decisions`) is only ever added. The rest is an index
computed from it, so that a question or one more report costs the same in a large book as in a small one; it
is written in the same transaction, and `oqiga verify --rebuild` computes it anew.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text, func

metadata = MetaData()

entries = Table(
    "entries",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("at", String(40), nullable=False),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
)
"""Everything that was ever entered, in order; each holds the digest of the one before.
kind: "revision", "reading" (a report read anew), "decision" or "rejected"."""

revisions = Table(
    "revisions",
    metadata,
    Column("entry", Integer, ForeignKey("entries.number"), primary_key=True, autoincrement=False),
    Column("id", String(40), nullable=False),
    Column("report", Text, nullable=False),
    Column("known", String(40), nullable=False),
    Column("publisher", Text),
    Column("body", Text, nullable=False),
    Column("reading", Text, nullable=False),
    Column("current", Boolean, nullable=False),
)
"""Versions of reports. body: the report as JSON; reading: relevance and warnings. current: of all versions of
the report, the one whose claims stand."""
Index("revisions_current", revisions.c.report, revisions.c.current)

claims = Table(
    "claims",
    metadata,
    Column("entry", Integer, ForeignKey("revisions.entry"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, index=True),
    Column("sketch", String(40)),
    Column("body", Text, nullable=False),
)
"""Claims as JSON, in the order of the text. sketch: the one they belong to, None without incident."""
Index("claims_sketch", claims.c.sketch, claims.c.entry)

decisions = Table(
    "decisions",
    metadata,
    Column("entry", Integer, ForeignKey("entries.number"), primary_key=True, autoincrement=False),
    Column("id", String(40), nullable=False, unique=True),
    Column("at", String(40), nullable=False),
    Column("body", Text, nullable=False),
)

decided_reports = Table(
    "decided_reports",
    metadata,
    Column("report", Text, primary_key=True),
    Column("decision", String(40), primary_key=True),
)
"""Which reports a decision points at; index."""

sketches = Table(
    "sketches",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("report", Text, nullable=False, index=True),
    Column("known", String(40), nullable=False),
    Column("until", String(40)),
    Column("body", Text, nullable=False),
    Column("web", String(40), nullable=False, index=True),
    Column("incident", String(40), nullable=False),
)
"""What each report says of each incident; index. until: when a later version of the report took its place.
web: those that hang together by links; incident: the one it is part of now, so that its id leads there."""
REPLACED = sketches.c.until.is_not(None)
Index("sketches_until", sketches.c.until, sqlite_where=REPLACED, postgresql_where=REPLACED)

keys = Table(
    "keys",
    metadata,
    Column("key", String(80), primary_key=True),
    Column("sketch", String(40), primary_key=True),
    Column("entry", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Blocks by place and time; index."""

reckoned = Table(
    "reckoned",
    metadata,
    Column("what", String(40), primary_key=True),
    Column("version", Integer, nullable=False),
)
"""Which version of reconciling computed the index; index."""

incidents = Table(
    "incidents",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("web", String(40), nullable=False, index=True),
    Column("type", String(32), nullable=False),
    Column("start", String(40)),
    Column("end", String(40)),
    Column("first_known", String(40), nullable=False),
    Column("changed", String(40), nullable=False),
    Column("killed", Integer),
    Column("disputed", Boolean, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("reports", Integer, nullable=False),
    Column("body", Text, nullable=False),
)
"""Incidents as they stand now; index. changed: when the last report or decision about it became known."""
Index("incidents_changed", incidents.c.changed)
WHEN = func.coalesce(incidents.c.start, incidents.c.first_known)
"""When an incident began or, where no report tells, became known."""
LONG = incidents.c.end > WHEN
"""Whether it went on."""
Index("incidents_when", WHEN.desc(), incidents.c.id)
Index("incidents_long", incidents.c.end, sqlite_where=LONG, postgresql_where=LONG)
Index("incidents_killed", incidents.c.killed)
Index("incidents_position", incidents.c.latitude, incidents.c.longitude)

wordings = Table(
    "wordings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("incident", String(40), nullable=False, unique=True),
    Column("words", Text, nullable=False),
)
"""The different words of what is known of each incident, folded, a space between; index.

They are looked up in what the database keeps true to them: SQLite in the table `wordings_found`, PostgreSQL
in the column `found`."""
