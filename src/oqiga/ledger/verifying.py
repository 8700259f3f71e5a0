"""Checking a book: the chain of entries, the content against its digests, and spans against texts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text

from oqiga.ledger.chain import START, Entry, content_digest
from oqiga.ledger.tables import claims, decisions, entries, incidents, revisions, sketches


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
    """Check the whole book."""
    faults: list[Fault] = [*_of_file(connection), *_of_content(connection), *_of_index(connection)]
    number, head = 0, START
    for row in connection.execute(select(entries).order_by(entries.c.number)):
        entry = Entry(*row)
        if entry.number != number + 1:
            faults.append(Fault(entry.number, f"entries {number + 1} to {entry.number - 1} are missing"))
        if entry.previous != head:
            faults.append(Fault(entry.number, "does not follow the entry before it"))
        if not entry.holds():
            faults.append(Fault(entry.number, "was changed after it was entered"))
        number, head = entry.number, entry.digest
    count = connection.execute(select(func.count()).select_from(claims)).scalar() or 0
    reports = connection.execute(select(func.count(func.distinct(revisions.c.report)))).scalar() or 0
    return Verified(number, reports, count, head, tuple(faults))


def _of_file(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name != "sqlite":
        return
    for row in connection.execute(text("PRAGMA integrity_check(20)")):
        if row[0] != "ok":
            yield Fault(None, f"the file is damaged: {row[0]}")


def _of_content(connection: Connection) -> Iterator[Fault]:
    bodies = {
        row.number: row
        for row in connection.execute(select(entries.c.number, entries.c.kind, entries.c.body))
    }
    seen = set()
    for row in connection.execute(select(revisions.c.entry, revisions.c.body).order_by(revisions.c.entry)):
        seen.add(row.entry)
        told = connection.execute(
            select(claims.c.body).where(claims.c.entry == row.entry).order_by(claims.c.place)
        )
        packed = [each.body for each in told]
        entry = bodies.get(row.entry)
        if entry is None or json.loads(entry.body).get("content") != content_digest(row.body, packed):
            yield Fault(row.entry, "the report or its claims were changed after they were entered")
            continue
        yield from _of_spans(row.entry, json.loads(row.body)["text"], packed)
    decided = {row.entry: row.body for row in connection.execute(select(decisions.c.entry, decisions.c.body))}
    for number, entry in bodies.items():
        if entry.kind in ("revision", "reading") and number not in seen:
            yield Fault(number, "its report is missing")
        if entry.kind == "decision" and decided.get(number) != entry.body:
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
