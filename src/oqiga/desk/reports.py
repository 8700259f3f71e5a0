"""One report out of the book: its text, its claims, its versions, the incidents it is about, its copies."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from oqiga.book.book import Book
from oqiga.book.questions import filed_incident
from oqiga.errors import NotFoundError
from oqiga.ledger import index
from oqiga.ledger.engine import reading
from oqiga.ledger.tables import claims, revisions
from oqiga.model.claims import Claim
from oqiga.model.incident import Incident
from oqiga.model.report import Report
from oqiga.model.wire import claim_from_json, report_from_json


@dataclass(frozen=True, slots=True)
class Revision:
    """One version. stands: its claims count now; known: when it counts from."""

    id: str
    entry: int
    known: str
    stands: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A version of a report and what it claims. incidents: ids as they are now, by id of a claim."""

    report: Report
    claims: tuple[Claim, ...]
    shown: Revision
    revisions: tuple[Revision, ...]
    incident_of: dict[str, str]
    warnings: tuple[str, ...]
    relevant: bool

    @property
    def incidents(self) -> tuple[str, ...]:
        """The incidents the report is about, each once."""
        return tuple(dict.fromkeys(self.incident_of.values()))


def told(book: Book, report: str, *, revision: str | None = None) -> Told:
    """Return a report as it stands, or one of its versions. Raises NotFoundError."""
    with reading(book.engine, book.address) as connection:
        rows = connection.execute(
            select(revisions).where(revisions.c.report == report).order_by(revisions.c.entry)
        ).all()
        if revision is None:
            chosen = next((row for row in rows if row.current), None)
        else:
            chosen = next((row for row in rows if row.id == revision), None)
        if chosen is None:
            raise NotFoundError("the book has no report of that id", subject=report)
        found = connection.execute(
            select(claims.c.id, claims.c.sketch, claims.c.body)
            .where(claims.c.entry == chosen.entry)
            .order_by(claims.c.place)
        ).all()
        filed = {each.id: each.incident for each in index.of_reports(connection, [report])}
    kept = json.loads(chosen.reading)
    versions = tuple(Revision(row.id, row.entry, row.known, bool(row.current)) for row in rows)
    return Told(
        report=report_from_json(json.loads(chosen.body)),
        claims=tuple(claim_from_json(json.loads(row.body)) for row in found),
        shown=next(each for each in versions if each.entry == chosen.entry),
        revisions=versions,
        incident_of={row.id: filed[row.sketch] for row in found if filed.get(row.sketch)},
        warnings=tuple(kept["warnings"]),
        relevant=bool(kept["relevant"]),
    )


def about(book: Book, incidents: Iterable[str]) -> list[Incident]:
    """Return incidents by id as they stand now; those that are no more are left out."""
    found = (filed_incident(book, each) for each in incidents)
    return [incident for incident in found if incident is not None]


def copies(book: Book, found: Told) -> list[Report]:
    """Return other reports about the same incidents that carry much of the same words."""
    with reading(book.engine, book.address) as connection:
        sharing = [
            each
            for incident in found.incidents
            for each in index.members(connection, _web(connection, incident))
            if each.report != found.report.id and each.until is None
        ]
        entries = sorted({each.entry for each in sharing})[:200]
        rows = connection.execute(select(revisions.c.body).where(revisions.c.entry.in_(entries))).all()
    own = _shingles(found.report.text)
    others = [report_from_json(json.loads(row.body)) for row in rows]
    return [each for each in others if _alike(own, _shingles(each.text))]


def _web(connection: Connection, incident: str) -> str:
    filed = index.with_id(connection, incident)
    return filed.web if filed else ""


_WORDS = 6
_SHARED = 0.5


def _shingles(text: str) -> frozenset[str]:
    words = text.lower().split()
    return frozenset(" ".join(words[at : at + _WORDS]) for at in range(max(1, len(words) - _WORDS + 1)))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether half of the shorter text stands in the longer one word for word."""
    return len(one & other) >= _SHARED * min(len(one), len(other))
