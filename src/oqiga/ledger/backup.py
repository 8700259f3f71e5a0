"""Copies of a book: taken while it is in use, checked before they are trusted."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from oqiga.errors import LedgerError
from oqiga.ledger.engine import APPLICATION


def back_up(address: str, target: Path) -> None:
    """Write a copy of a SQLite book as it is at one moment; others may go on writing to it.

    Raises LedgerError when the target exists, or the book is on a server (whose own tools do this).
    """
    _only_files(address)
    if target.exists():
        raise LedgerError("the target exists already", subject=str(target))
    partial = target.with_name(target.name + ".partial")
    try:
        _copy(address, str(partial))
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def restore(source: Path, address: str) -> None:
    """Put a copy in the place of a book. Raises LedgerError when it is no book, or the place is taken."""
    _only_files(address)
    if not source.is_file():
        raise LedgerError("there is no such file", subject=str(source))
    if Path(address).exists():
        raise LedgerError("there is a book already; move it away first", subject=address)
    if _application(str(source)) != APPLICATION:
        raise LedgerError("this file is not a book", subject=str(source))
    back_up(str(source), Path(address))


def _only_files(address: str) -> None:
    if "://" in address:
        raise LedgerError("a book on a server is copied with the server's tools, such as pg_dump")


def _application(path: str) -> int:
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            return int(connection.execute("PRAGMA application_id").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise LedgerError("this file is not a book", subject=path) from error


def _copy(source: str, target: str) -> None:
    try:
        there = sqlite3.connect(target)
        here = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
        try:
            here.backup(there)
        finally:
            here.close()
            there.close()
    except sqlite3.Error as error:
        raise LedgerError(f"the copy failed: {error}", subject=target) from error
