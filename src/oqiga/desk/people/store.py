"""The file of people: users, sessions, tokens and the log. A SQLite file beside the book, never in it.

Secrets are not in it: passwords are argon2 hashes, sessions and tokens are SHA-256 digests of long random
words. Moments are seconds since 1970.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from oqiga.errors import SettingsError

_LAYOUT = """
CREATE TABLE IF NOT EXISTS users (
  name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL, made REAL NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS sessions (
  digest TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, csrf TEXT NOT NULL, made REAL NOT NULL,
  expires REAL NOT NULL);
CREATE TABLE IF NOT EXISTS tokens (
  id TEXT PRIMARY KEY, digest TEXT NOT NULL UNIQUE, name TEXT NOT NULL, purpose TEXT NOT NULL,
  scopes TEXT NOT NULL, made REAL NOT NULL, expires REAL, revoked INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS log (
  number INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, name TEXT NOT NULL, what TEXT NOT NULL,
  subject TEXT NOT NULL, address TEXT NOT NULL);
"""
_BUSY_S = 20


class Store:
    """The open file. One connection a thread; all statements are parametrised."""

    def __init__(self, path: Path) -> None:
        """Open or make the file, readable by its owner alone. Raises SettingsError when it cannot be."""
        self._path = path
        self._local = threading.local()
        try:
            if not path.exists():
                path.touch(mode=0o600)
            with self.writing() as connection:
                connection.executescript(_LAYOUT)
        except (OSError, sqlite3.Error) as error:
            raise SettingsError(f"the file of people cannot be used: {error}", subject=str(path)) from error

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = sqlite3.connect(self._path, timeout=_BUSY_S)
            found.row_factory = sqlite3.Row
            found.execute("PRAGMA journal_mode = WAL")
            self._local.connection = found
        return found

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Open one transaction: all of it is kept, or nothing."""
        connection = self._connection()
        with connection:
            yield connection

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """Return what a question gives."""
        return self._connection().execute(statement, values).fetchall()

    def close(self) -> None:
        """Close the connection of this thread."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is not None:
            found.close()
            self._local.connection = None
