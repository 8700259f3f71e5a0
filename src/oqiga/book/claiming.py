"""Claims by their ids, whichever incident they are about: a few of many without opening any incident."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import bindparam, select

from oqiga.book.book import Book
from oqiga.book.questions import reports_of
from oqiga.ledger.engine import reading
from oqiga.ledger.tables import claims, revisions
from oqiga.model.claims import Claim
from oqiga.model.report import Report
from oqiga.model.wire import claim_from_json

_AT_ONCE = 400
_CLAIMS = (
    select(claims.c.id, claims.c.entry, claims.c.body, revisions.c.report)
    .join(revisions, revisions.c.entry == claims.c.entry)
    .where(claims.c.id.in_(bindparam("wanted", expanding=True)), revisions.c.current)
)


def confidences_of(book: Book, wanted: Iterable[str]) -> dict[str, float]:
    """Return how sure the reader is of claims that stand, by id."""
    return {row.id: float(json.loads(row.body)["confidence"]) for row in _rows(book, wanted)}


def claims_with_ids(book: Book, wanted: Iterable[str]) -> tuple[dict[str, Claim], dict[str, Report]]:
    """Return claims that stand, by id, and by the same ids the reports that make them."""
    rows = list(_rows(book, wanted))
    with reading(book.engine, book.address) as connection:
        reports = reports_of(connection, {row.entry for row in rows})
    return (
        {row.id: claim_from_json(json.loads(row.body)) for row in rows},
        {row.id: reports[row.report] for row in rows},
    )


def _rows(book: Book, wanted: Iterable[str]) -> Iterator[Any]:
    ids: Sequence[str] = sorted(set(wanted))
    with reading(book.engine, book.address) as connection:
        for start in range(0, len(ids), _AT_ONCE):
            yield from connection.execute(_CLAIMS, {"wanted": ids[start : start + _AT_ONCE]}).all()
