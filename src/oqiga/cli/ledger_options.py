"""What the commands about a book share: which book, what time it is, where "near" is."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Annotated

import typer

from oqiga.book.asked import calendar_moment, circle_around, kilometres_of, no_date
from oqiga.book.book import Book
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


def open_book(ledger: str | None, *, create: bool = False) -> Book:
    """Open the book that was named, else the one OQIGA_LEDGER names, else `oqiga.db` here."""
    return Book.open(ledger or os.environ.get("OQIGA_LEDGER") or "oqiga.db", create=create)


def clock() -> str:
    """Return the present moment, UTC, to the microsecond: decisions keep their order."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def checked_date(moment: str | None, option: str) -> str | None:
    """Return the moment. Raises UsageError when it is no ISO 8601 date."""
    if moment is None:
        return None
    try:
        calendar_moment(moment)
    except ValueError as error:
        raise no_date(option, moment) from error
    return moment


def circle(near: str | None, within: str) -> Near | None:
    """Return the circle around a named place or a point ("50.28,57.17"). Raises UsageError."""
    kilometres = kilometres_of(within, name="--within")
    return None if near is None else circle_around(near, kilometres)
