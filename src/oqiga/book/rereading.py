"""Reading the reports of a book again: what the present reader makes of them, before any of it is kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import select

from oqiga.book.book import Book
from oqiga.ledger.engine import reading
from oqiga.ledger.tables import claims, revisions
from oqiga.model.claims import Claim
from oqiga.model.record import Record
from oqiga.model.report import Report
from oqiga.model.wire import claim_from_json, claim_to_json, report_from_json

_NOT_TOLD = {"id", "confidence", "extractor", "incident", "part_of", "superseded_by"}


@dataclass(frozen=True, slots=True)
class Reread:
    """What another reading of a report changes. added, gone: claims, as a person reads them."""

    report: str
    added: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether anything is claimed now that was not, or the other way round."""
        return bool(self.added or self.gone)


def reread_reports(
    book: Book, read: Callable[[Report], Record], *, now: str, keep: bool = False
) -> Iterator[Reread]:
    """Read every standing report again and tell what changes; keep it when asked to.

    read: the present reader. Decisions stay: they find their words again in the new claims.
    """
    with reading(book.engine, book.address) as connection:
        entries = [
            row.entry
            for row in connection.execute(
                select(revisions.c.entry).where(revisions.c.current).order_by(revisions.c.entry)
            )
        ]
    for entry in entries:
        report, before = _stored(book, entry)
        record = replace(read(report), report=report)
        old, new = _told(before), _told(record.claims)
        step = Reread(
            report.id,
            tuple(new[key] for key in new if key not in old),
            tuple(old[key] for key in old if key not in new),
        )
        if keep and (step.changed or tuple(before) != record.claims):
            book.read_anew(record, now=now)
        yield step


def read_anew_if_changed(book: Book, record: Record, *, now: str) -> bool:
    """Enter another reading of a report of the book where it tells otherwise; return whether it does."""
    wanted = select(revisions.c.entry).where(revisions.c.current, revisions.c.report == record.report.id)
    with reading(book.engine, book.address) as connection:
        entry = connection.execute(wanted).scalar_one()
    report, before = _stored(book, entry)
    changed = tuple(before) != record.claims
    if changed:
        book.read_anew(replace(record, report=report), now=now)
    return changed


def _stored(book: Book, entry: int) -> tuple[Report, list[Claim]]:
    with reading(book.engine, book.address) as connection:
        body = connection.execute(select(revisions.c.body).where(revisions.c.entry == entry)).scalar_one()
        rows = connection.execute(
            select(claims.c.body).where(claims.c.entry == entry).order_by(claims.c.place)
        )
        told = [claim_from_json(json.loads(row.body)) for row in rows]
    return report_from_json(json.loads(body)), told


def _told(found: list[Claim] | tuple[Claim, ...]) -> dict[str, str]:
    """Return claims by what they say, ids and confidence left out, each with a line for a person."""
    by_content = {}
    for claim in found:
        packed = {key: value for key, value in claim_to_json(claim).items() if key not in _NOT_TOLD}
        by_content[json.dumps(packed, sort_keys=True)] = (
            f"{claim.kind}: {' '.join(claim.quote.split())[:100]}"
        )
    return by_content
