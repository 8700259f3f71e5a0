"""Bringing a book to the present layout, in one transaction, or refusing what is no book."""

from __future__ import annotations

from importlib import resources

from sqlalchemy import Connection, Engine, inspect, text

from oqiga.errors import LedgerError
from oqiga.ledger.engine import APPLICATION, masked, translated, writing

LATEST = "0006"
"""The version of the layout that this package writes."""


def bring_up(engine: Engine, address: str, *, create: bool = True) -> None:
    """Bring the book to the present layout, making it when there is none.

    create: whether an absent book may be made. Raises LedgerError for what is no book or is later.
    """
    with translated(address), engine.connect() as connection:
        version = _version(connection, address)
        connection.rollback()
        if version == LATEST:
            return
        if version is None and not create:
            raise LedgerError("there is no book here", subject=masked(address))
        if version is not None and version > LATEST:
            raise LedgerError(f"the book is of a later version ({version})", subject=masked(address))
        if connection.dialect.name == "sqlite":
            connection.connection.cursor().execute("PRAGMA journal_mode = WAL")
    with writing(engine, address) as connection:
        _upgrade(connection, LATEST)


def _version(connection: Connection, address: str) -> str | None:
    """Return the version of the layout, None for an empty database."""
    names = set(inspect(connection).get_table_names())
    if not names:
        return None
    mine = {"entries", "alembic_version"} <= names
    if mine and connection.dialect.name == "sqlite":
        mine = connection.execute(text("PRAGMA application_id")).scalar() == APPLICATION
    if not mine and connection.dialect.name == "sqlite":
        raise LedgerError("this file is a database, but not a book", subject=masked(address))
    if not mine:
        raise LedgerError("this database holds other tables; a book needs its own", subject=masked(address))
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _upgrade(connection: Connection, version: str) -> None:
    """Take the steps that are still to be taken, within the transaction of the connection.

    Which ones these are is read under its lock: another process may have taken them meanwhile.
    """
    from alembic import command  # only here: most books are up to date, and it takes long to import
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(resources.files("oqiga.ledger").joinpath("migrations")))
    config.attributes["connection"] = connection
    command.upgrade(config, version)
