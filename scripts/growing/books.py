"""A book that grows, and the copy of it as it was at a size: in a file, or on an embedded PostgreSQL."""

from __future__ import annotations

import argparse
import shutil
import time
from itertools import islice
from pathlib import Path
from typing import Protocol

import psutil
from sqlalchemy import func, select, text

from growing.worlds import NOW, stream
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

    def copy(self, to: Path) -> InFile:
        """Return a copy of the book as it is now."""
        back_up(self.address, to)
        return InFile(str(to))

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

    def __init__(self, folder: Path, name: str = "grown") -> None:
        self._folder, self._name, self._server = folder, name, Embedded(folder)
        self.address = self._server.address.replace("/postgres?", f"/{name}?")
        if not self._server.has(name):
            self._server.database(name)

    def copy(self, to: str) -> OnServer:
        """Return a copy of the book as it is now; nobody may be connected to it."""
        self._server.database(to, like=self._name)
        return OnServer(self._folder, to)

    def keep_base(self, book: Book) -> None:
        """Copy the book, unless that was done; nobody may be connected to it."""
        if not self._server.has("base"):
            book.engine.dispose()
            self._server.database("base", like=self._name)

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


def add_book_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that name a book to `copied`."""
    parser.add_argument("--ledger", help="a path")
    parser.add_argument("--postgres", type=Path, help="the folder of an embedded PostgreSQL")
    parser.add_argument("--database", default="grown", help="the book there")
    parser.add_argument("--simulated", type=int, default=0, help="fill the book with so many reports first")


def copied(options: argparse.Namespace, folder: Path) -> Place:
    """Return a copy of the book that is named, filled first where that was asked for."""
    if options.postgres:
        server = OnServer(options.postgres, options.database)
        fill(server.address, options.simulated)
        return server.copy("copied")
    fill(options.ledger, options.simulated)
    return InFile(options.ledger).copy(folder / "book.db")


def fill(address: str, reports: int, at_once: int = 500) -> None:
    """Fill a book with reports of the endless invented world, up to so many."""
    if not reports:
        return
    with Book.open(address, create=True) as book:
        done = entered(book)
        told = stream(done)
        for begun in range(done, reports, at_once):
            book.add_many(islice(told, min(at_once, reports - begun)), now=NOW)


def entered(book: Book) -> int:
    """Return how many entries the book has: here one a report."""
    with reading(book.engine, book.address) as connection:
        return int(connection.execute(select(func.max(entries.c.number))).scalar() or 0)
