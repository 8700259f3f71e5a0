"""What the commands about a book share: which book, what time it is, where "near" is."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Annotated

import typer

from oqiga.book.asked import circle_around, kilometres_of, no_date
from oqiga.book.book import Book
from oqiga.cli.console import complain
from oqiga.gather.zones import told_moment
from oqiga.ledger.asking import Near

LedgerOption = Annotated[
    str | None,
    typer.Option("--ledger", help="The book: a path or a postgresql:// address.", envvar="OQIGA_LEDGER"),
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", help="Only what was published and decided by then, ISO 8601.")
]
PolicyOption = Annotated[str, typer.Option("--policy", help="How figures are settled; see the codebook.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Write JSON, one object a line.")]


def book_address(ledger: str | None) -> str:
    """Return where the book is: as named, else as OQIGA_LEDGER names it, else `oqiga.db` here."""
    return ledger or os.environ.get("OQIGA_LEDGER") or "oqiga.db"


OUTDATED = (
    "the incidents of this book were computed by an earlier version; `oqiga verify --rebuild` computes them "
    "anew from its entries, which loses nothing"
)


def open_book(ledger: str | None, *, create: bool = False) -> Book:
    """Open the book that was named, else the one OQIGA_LEDGER names, else `oqiga.db` here.

    Says on standard error when an earlier version computed its incidents.
    """
    book = Book.open(book_address(ledger), create=create)
    if book.outdated:
        complain(OUTDATED)
    return book


def clock() -> str:
    """Return the present moment, UTC, to the microsecond: decisions keep their order."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def checked_publication(written: str | None) -> str | None:
    """Return when a report was published, in ISO 8601. Raises UsageError when it is no date."""
    try:
        return None if written is None else told_moment(written)
    except ValueError as error:
        raise no_date("--published", written or "") from error


def circle(near: str | None, within: str) -> Near | None:
    """Return the circle around a named place or a point ("50.28,57.17"). Raises UsageError."""
    kilometres = kilometres_of(within, name="--within")
    return None if near is None else circle_around(near, kilometres)
