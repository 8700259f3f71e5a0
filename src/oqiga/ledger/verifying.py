"""Checking a book: the chain of entries, the content against its digests, and spans against texts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, func, select, text

from oqiga.ledger.chain import START, Entry, content_digest
from oqiga.ledger.tables import claims, decisions, entries, incidents, revisions, sketches

_AT_ONCE = 1_000
"""Entries that are checked together."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a book. entry: number of the entry it was found at, None for the whole."""

    entry: int | None
    what: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What checking a book found. head: digest of the last entry, to compare with a copy kept elsewhere."""

    entries: int
    reports: int
    claims: int
    head: str
    faults: tuple[Fault, ...]


def verify(connection: Connection) -> Verified:
    """Check the whole book, a stretch of entries at a time."""
    faults: list[Fault] = [*_of_file(connection), *_of_index(connection)]
    number, head = 0, START
    for stretch in _stretches(connection):
        faults += _of_content(stretch)
        for entry in stretch.entries:
            faults += _of_chain(entry, number, head)
            number, head = entry.number, entry.digest
    count = connection.execute(select(func.count()).select_from(claims)).scalar() or 0
    reports = connection.execute(select(func.count(func.distinct(revisions.c.report)))).scalar() or 0
    return Verified(number, reports, count, head, tuple(faults))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Entries that follow each other, with what belongs to them: bodies by the number of the entry."""

    entries: tuple[Entry, ...]
    reports: dict[int, str]
    claims: dict[int, list[str]]
    decisions: dict[int, str]


def _stretches(connection: Connection) -> Iterator[_Stretch]:
    """Yield the book in stretches; each is asked for at once, and none is too large for memory."""
    tables = (entries.c.number, revisions.c.entry, claims.c.entry, decisions.c.entry)
    last = max(connection.execute(select(func.max(column))).scalar() or 0 for column in tables)
    for first in range(0, last + 1, _AT_ONCE):
        numbers = range(first, first + _AT_ONCE)
        told: dict[int, list[str]] = {}
        for row in _within(connection, numbers, claims.c.entry, claims.c.body, order=claims.c.place):
            told.setdefault(row.entry, []).append(row.body)
        reports = _within(connection, numbers, revisions.c.entry, revisions.c.body)
        decided = _within(connection, numbers, decisions.c.entry, decisions.c.body)
        yield _Stretch(
            tuple(Entry(*row) for row in _within(connection, numbers, *entries.c)),
            {row.entry: row.body for row in reports},
            told,
            {row.entry: row.body for row in decided},
        )


def _within(
    connection: Connection,
    numbers: range,
    entry: Column[int],
    *columns: Column[Any],
    order: Column[int] | None = None,
) -> Sequence[Any]:
    """Return columns of the rows that belong to a stretch of entries, in their order."""
    asked = select(entry, *columns).where(entry >= numbers.start, entry < numbers.stop)
    return connection.execute(asked.order_by(entry, *([] if order is None else [order]))).all()


def _of_chain(entry: Entry, number: int, head: str) -> Iterator[Fault]:
    """Check an entry against the number and the digest of the one before it."""
    if entry.number != number + 1:
        yield Fault(entry.number, f"entries {number + 1} to {entry.number - 1} are missing")
    if entry.previous != head:
        yield Fault(entry.number, "does not follow the entry before it")
    if not entry.holds():
        yield Fault(entry.number, "was changed after it was entered")


def _of_file(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name != "sqlite":
        return
    for row in connection.execute(text("PRAGMA integrity_check(20)")):
        if row[0] != "ok":
            yield Fault(None, f"the file is damaged: {row[0]}")


def _of_content(stretch: _Stretch) -> Iterator[Fault]:
    """Check reports, claims and decisions against the entries they belong to."""
    bodies = {entry.number: entry for entry in stretch.entries}
    for number, report in stretch.reports.items():
        packed = stretch.claims.get(number, [])
        entry = bodies.get(number)
        if entry is None or json.loads(entry.body).get("content") != content_digest(report, packed):
            yield Fault(number, "the report or its claims were changed after they were entered")
            continue
        yield from _of_spans(number, json.loads(report)["text"], packed)
    for number, entry in bodies.items():
        if entry.kind in ("revision", "reading") and number not in stretch.reports:
            yield Fault(number, "its report is missing")
        if entry.kind == "decision" and stretch.decisions.get(number) != entry.body:
            yield Fault(number, "its decision is missing or was changed")


def _of_spans(entry: int, words: str, packed: list[str]) -> Iterator[Fault]:
    for body in packed:
        claim = json.loads(body)
        start, end = claim["span"]
        if not 0 <= start <= end <= len(words):
            yield Fault(entry, f"claim {claim['id']} points outside the text")
        elif words[start:end] != claim["quote"]:
            yield Fault(entry, f"claim {claim['id']} does not quote the words it points at")


def _of_index(connection: Connection) -> Iterator[Fault]:
    """Check that the index knows every standing version, and that every sketch leads to an incident."""
    standing = select(claims.c.sketch).join(revisions, revisions.c.entry == claims.c.entry)
    wanted = standing.where(revisions.c.current, claims.c.sketch.is_not(None)).distinct()
    known = select(sketches.c.id).where(sketches.c.until.is_(None))
    for row in connection.execute(wanted.except_(known)):
        yield Fault(None, f"the index lacks {row[0]}; rebuild it")
    places = select(sketches.c.incident).where(sketches.c.until.is_(None)).distinct()
    for row in connection.execute(places.except_(select(incidents.c.id))):
        yield Fault(None, f"the index lacks incident {row[0]}; rebuild it")
