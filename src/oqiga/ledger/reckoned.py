"""Which version of reconciling computed the incidents of a book."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from oqiga.ledger.tables import reckoned, revisions

_INCIDENTS = "incidents"


def reckoned_by(connection: Connection) -> int | None:
    """Return the version that the incidents were computed by, None when that was not kept."""
    found: int | None = connection.execute(
        select(reckoned.c.version).where(reckoned.c.what == _INCIDENTS)
    ).scalar()
    return found


def note_reckoned(connection: Connection, version: int) -> None:
    """Note that the incidents of the book are computed by this version."""
    connection.execute(delete(reckoned).where(reckoned.c.what == _INCIDENTS))
    connection.execute(reckoned.insert(), {"what": _INCIDENTS, "version": version})


def is_empty(connection: Connection) -> bool:
    """Tell whether the book holds no report yet."""
    return connection.execute(select(revisions.c.entry).limit(1)).first() is None
