"""Pages of incidents and reports: a few rows at a time, whatever the size of the book."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from oqiga.book.book import Book
from oqiga.book.questions import incident_lines as known_then
from oqiga.desk.asking import Asked
from oqiga.errors import NotFoundError
from oqiga.ledger.asking import conditions
from oqiga.ledger.engine import reading
from oqiga.ledger.tables import incidents, revisions
from oqiga.model.wire import dumps

_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Listed:
    """One incident of a page. body: as JSON; changed: when something about it became known last."""

    id: str
    body: str
    changed: str | None
    first_known: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of incidents. cursor: of the next page, None after the last."""

    rows: tuple[Listed, ...]
    cursor: str | None


def incident_page(book: Book, asked: Asked, *, order: str, size: int, cursor: str | None) -> Page:
    """Return one page, the latest first. Raises NotFoundError for a cursor that is none of ours."""
    if asked.as_of is not None:
        return _page_as_of(book, asked, size, cursor)
    with reading(book.engine, book.address) as connection:
        return _page_now(connection, asked, order, size, _unpacked(cursor, 2))


def _page_now(connection: Connection, asked: Asked, order: str, size: int, after: list[Any] | None) -> Page:
    """Fetch until the page is full: a circle is checked row by row, its box by the index."""
    question = asked.question()
    key = _key(order)
    fixed = conditions(connection, question)
    found: list[Any] = []
    for _ in range(_ROUNDS):
        beyond = (
            [] if after is None else [or_(key < after[0], and_(key == after[0], incidents.c.id > after[1]))]
        )
        rows = connection.execute(
            select(incidents, key.label("key"))
            .where(*fixed, *beyond)
            .order_by(key.desc(), incidents.c.id)
            .limit(size + 1)
        ).all()
        near = question.near
        found += [row for row in rows if near is None or near.holds(row.latitude, row.longitude)]
        if len(found) > size or len(rows) <= size:
            break
        after = [rows[-1].key, rows[-1].id]
    shown = found[:size]
    more = len(found) > size
    listed = tuple(Listed(row.id, row.body, row.changed, row.first_known) for row in shown)
    return Page(listed, _packed([shown[-1].key, shown[-1].id]) if more else None)


def _key(order: str) -> ColumnElement[str]:
    if order == "time":
        return func.coalesce(incidents.c.start, incidents.c.first_known)
    return incidents.c.changed


def _page_as_of(book: Book, asked: Asked, size: int, cursor: str | None) -> Page:
    first = _unpacked(cursor, 1) or [0]
    if not isinstance(first[0], int) or first[0] < 0:
        raise _no_page(cursor)
    end = first[0] + size
    lines = known_then(book, replace(asked.question(), limit=end + 1), as_of=asked.as_of)
    shown = (Listed(json.loads(line)["id"], line, None, None) for line in lines[first[0] : end])
    return Page(tuple(shown), _packed([end]) if len(lines) > end else None)


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A page of reports, the latest entered first; each without its text."""

    rows: tuple[dict[str, Any], ...]
    cursor: str | None


def report_page(book: Book, *, size: int, cursor: str | None) -> ReportPage:
    """Return one page of the versions that stand. Raises NotFoundError for a cursor that is none of ours."""
    after = _unpacked(cursor, 1)
    if after is not None and not isinstance(after[0], int):
        raise _no_page(cursor)
    wanted = select(revisions.c.entry, revisions.c.body, revisions.c.known, revisions.c.reading)
    wanted = wanted.where(revisions.c.current)
    if after is not None:
        wanted = wanted.where(revisions.c.entry < after[0])
    with reading(book.engine, book.address) as connection:
        rows = connection.execute(wanted.order_by(revisions.c.entry.desc()).limit(size + 1)).all()
    listed = tuple(_report(row) for row in rows[:size])
    return ReportPage(listed, _packed([rows[size - 1].entry]) if len(rows) > size else None)


def _report(row: Any) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(row.body)
    del report["text"]
    return {**report, "known": row.known, "relevant": json.loads(row.reading)["relevant"]}


def _no_page(cursor: str | None) -> NotFoundError:
    return NotFoundError("this list has no page under that cursor", subject=cursor)


def _packed(values: list[Any]) -> str:
    return base64.urlsafe_b64encode(dumps(values).encode()).decode().rstrip("=")


def _unpacked(cursor: str | None, count: int) -> list[Any] | None:
    if not cursor:
        return None
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError) as error:
        raise _no_page(cursor) from error
    whole = isinstance(values, list) and len(values) == count
    if not whole or not all(isinstance(each, str | int) and not isinstance(each, bool) for each in values):
        raise _no_page(cursor)
    if count == 2 and not all(isinstance(each, str) for each in values):
        raise _no_page(cursor)
    return list(values)
