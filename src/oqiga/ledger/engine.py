"""Opening a book: SQLite in a file, or PostgreSQL by address; errors of the database in words of the book."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from oqiga.errors import LedgerError

APPLICATION = 0x4F514741
"""Marks a SQLite file as a book ("OQGA")."""
_BUSY_MS = 60_000
_LOCK = 7_305_814_211
"""Number of the advisory lock that keeps writers to a PostgreSQL book in line."""

CHANNEL = "oqiga_entries"
"""Where a PostgreSQL book tells that something was written to it."""
_WAIT = text("SELECT pg_advisory_xact_lock(:lock)")
_TELL = text(f"SELECT pg_notify('{CHANNEL}', '')")

_WORDS = (
    ("disk is full", "the disk is full; nothing of this entry was kept"),
    ("no space left", "the disk is full; nothing of this entry was kept"),
    ("readonly database", "the book can only be read: its file or folder is not writable"),
    ("read-only", "the book can only be read"),
    ("not a database", "this file is not a book"),
    ("malformed", "the file is damaged; restore it from a backup"),
    ("database is locked", "another process keeps writing to the book"),
    ("unable to open", "the file cannot be opened or made there"),
    ("could not connect", "the database server cannot be reached"),
    ("connection failed", "the database server cannot be reached"),
)


def engine_for(address: str) -> Engine:
    """Return an engine for a path or a postgresql:// address. Nothing is opened yet.

    Raises LedgerError for any other kind of address.
    """
    if on_server(address):
        return _postgres(address)
    if "://" in address:
        raise LedgerError("a book is a path or a postgresql:// address", subject=address)
    engine = create_engine(f"sqlite:///{address}", connect_args={"timeout": _BUSY_MS / 1000})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def on_server(address: str) -> bool:
    """Tell an address of a PostgreSQL server from a path."""
    return address.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))


def _postgres(address: str) -> Engine:
    plain = address.split("://", 1)[1]
    try:
        engine = create_engine(f"postgresql+psycopg://{plain}", pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise LedgerError(
            "PostgreSQL needs the extra: pip install 'oqiga[postgres]'", subject=masked(address)
        ) from error
    except (ValueError, ArgumentError) as error:
        raise LedgerError("this is no address of a database", subject=masked(address)) from error
    event.listen(engine, "connect", _prepare_postgres)
    return engine


def masked(address: str) -> str:
    """Return the address without its password."""
    if "://" not in address or "@" not in address:
        return address
    scheme, rest = address.split("://", 1)
    user, host = rest.rsplit("@", 1)
    return f"{scheme}://{user.split(':', 1)[0]}@{host}"


def _prepare_postgres(connection: Any, _record: object) -> None:
    """Keep a session to its own process, without compiling: every question of a book reads a few rows.

    In a large book the server expects far more of some, and starting workers costs more than it saves.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")
        cursor.execute("SET jit = off")
    connection.commit()


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by _begin_sqlite
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA cache_size = -65536")
    cursor.execute("PRAGMA mmap_size = 1073741824")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def writing(engine: Engine, address: str) -> Iterator[Connection]:
    """Open one transaction that writes; other writers wait. All of it is kept, or nothing."""
    with (
        translated(address),
        engine.connect().execution_options(writing=True) as connection,
        connection.begin(),
    ):
        if connection.dialect.name == "postgresql":
            connection.execute(_WAIT, {"lock": _LOCK})
            connection.execute(_TELL)  # heard by others when the transaction is kept, never before
        yield connection


@contextmanager
def reading(engine: Engine, address: str) -> Iterator[Connection]:
    """Open one transaction that only reads, and sees one state of the book throughout."""
    with translated(address), engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def translated(address: str) -> Iterator[None]:
    """Turn errors of the database into LedgerError, the cause kept."""
    try:
        yield
    except DBAPIError as error:
        told = str(error.orig).lower()
        words = next((words for sign, words in _WORDS if sign in told), f"the database says: {error.orig}")
        raise LedgerError(words, subject=masked(address)) from error
    except UnicodeEncodeError as error:
        raise LedgerError("text that is not valid Unicode cannot be kept", subject=masked(address)) from error
    except SQLAlchemyError as error:
        raise LedgerError(str(error), subject=masked(address)) from error


def check_folder(address: str) -> None:
    """Raise LedgerError when the folder that should hold a SQLite book does not exist."""
    folder = Path(address).absolute().parent
    if not folder.is_dir():
        raise LedgerError("the folder does not exist", subject=str(folder))
