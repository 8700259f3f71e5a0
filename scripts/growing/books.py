"""A book that grows, and the copy of it as it was at a size: in a file, or on an embedded PostgreSQL."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Protocol

import psutil
from sqlalchemy import func, select, text

from oqiga.book.book import Book
from oqiga.ledger.backup import back_up
from oqiga.ledger.engine import reading
from oqiga.ledger.tables import entries
from oqiga.simulate.embedded import Embedded


class Place(Protocol):
    """Where a growing book and its copies are."""

    address: str

    def keep_base(self, book: Book) -> None:
        """Keep a copy of the book as it is now, unless one is kept."""

    def fresh(self) -> str:
        """Return the address of a new copy of what was kept."""

    def size(self) -> int:
        """Return the bytes the book takes on the disk."""

    def processor(self) -> float:
        """Return the seconds of processor spent so far, a server's too."""


class InFile:
    """A book in a file; copies beside it."""

    def __init__(self, ledger: str) -> None:
        self.address = ledger
        self._base, self._copy = Path(f"{ledger}.base"), Path(f"{ledger}.copy")

    def keep_base(self, _book: Book) -> None:
        """Copy the book, unless that was done."""
        if not self._base.exists():
            back_up(self.address, self._base)

    def fresh(self) -> str:
        """Copy what was kept."""
        for end in ("-wal", "-shm"):
            Path(f"{self._copy}{end}").unlink(missing_ok=True)
        shutil.copyfile(self._base, self._copy)
        return str(self._copy)

    def size(self) -> int:
        """Return the bytes of the file and of what waits beside it."""
        found = (Path(self.address + end) for end in ("", "-wal"))
        return sum(path.stat().st_size for path in found if path.exists())

    def processor(self) -> float:
        """Return the time of this process."""
        return time.process_time()


class OnServer:
    """A book on an embedded PostgreSQL in a folder; copies are databases made after it."""

    def __init__(self, folder: Path) -> None:
        self._server = Embedded(folder)
        self.address = self._server.address.replace("/postgres?", "/grown?")
        if not self._server.has("grown"):
            self._server.database("grown")

    def keep_base(self, book: Book) -> None:
        """Copy the book, unless that was done; nobody may be connected to it."""
        if not self._server.has("base"):
            book.engine.dispose()
            self._server.database("base", like="grown")

    def fresh(self) -> str:
        """Copy what was kept."""
        return self._server.database("copy", like="base")

    def size(self) -> int:
        """Return the bytes of the database."""
        with Book.open(self.address) as book, reading(book.engine, book.address) as connection:
            return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar() or 0)

    def processor(self) -> float:
        """Return the time of this process and of all processes of the server."""
        spent: float = time.process_time()
        postmaster = psutil.Process(self._server.pid)
        ended = postmaster.cpu_times()
        spent += ended.children_user + ended.children_system
        for each in (postmaster, *postmaster.children()):
            try:
                times = each.cpu_times()
            except psutil.NoSuchProcess:
                continue  # it ended since, and is counted with the children by the next call
            spent += times.user + times.system
        return spent


def entered(book: Book) -> int:
    """Return how many entries the book has: here one a report."""
    with reading(book.engine, book.address) as connection:
        return int(connection.execute(select(func.max(entries.c.number))).scalar() or 0)
