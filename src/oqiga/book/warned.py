"""What the reader warned of in reports that a book holds."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import select

from oqiga.book.book import Book
from oqiga.ledger.engine import reading
from oqiga.ledger.tables import revisions


def warnings_of(book: Book, reports: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return what the reader warned of in reports as they stand, by id, of those that it warned of."""
    with reading(book.engine, book.address) as connection:
        rows = connection.execute(
            select(revisions.c.report, revisions.c.reading).where(
                revisions.c.current, revisions.c.report.in_(reports)
            )
        ).all()
    found = {row.report: tuple(json.loads(row.reading)["warnings"]) for row in rows}
    return {report: warnings for report, warnings in found.items() if warnings}
