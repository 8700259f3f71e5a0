"""Entering versions of reports with their claims, decisions, and inputs that were refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, bindparam, select, update

from oqiga.ledger.chain import append, content_digest
from oqiga.ledger.tables import claims, decided_reports, decisions, revisions
from oqiga.model.claims import Claim
from oqiga.model.decision import Decision
from oqiga.model.ids import revision_id
from oqiga.model.moments import instant
from oqiga.model.record import Reading
from oqiga.model.wire import claim_to_json, decision_to_json, dumps, report_to_json

Status = Literal["entered", "known", "revised", "rejected"]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a report in the book. known: when it counts from, publication or entry."""

    entry: int
    id: str
    report: str
    known: str


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of a report. version: the new one, None when the book knew the report.

    replaced: the version whose claims no longer stand. late_for: the one that was published later than this
    one but entered before it, and goes on standing.
    """

    status: Status
    why: str
    version: Version | None = None
    replaced: Version | None = None
    late_for: Version | None = None


_CURRENT = select(revisions.c.entry, revisions.c.id, revisions.c.known).where(
    revisions.c.report == bindparam("wanted"), revisions.c.current
)


def current_version(connection: Connection, report: str) -> Version | None:
    """Return the version of a report whose claims stand, None when the book has none."""
    found = connection.execute(_CURRENT, {"wanted": report}).first()
    return Version(found.entry, found.id, report, found.known) if found else None


def enter_reading(
    connection: Connection,
    reading: Reading,
    *,
    now: str,
    sketch_of: Callable[[Claim], str | None],
    anew: bool = False,
) -> Entered:
    """Enter one report with its claims.

    now: the time of entry, ISO 8601. sketch_of: what a claim's incident is called in the index.
    anew: the report may be one the book has, read by another reader: its claims replace the earlier ones.
    """
    report = reading.report
    version_id = revision_id(title=report.title, published=report.published, text=report.text)
    before = current_version(connection, report.id)
    if before is not None and before.id == version_id and not anew:
        return Entered("known", "the book has this report")
    bodies = [dumps(claim_to_json(claim)) for claim in reading.claims]
    packed = dumps(report_to_json(report))
    digest = content_digest(packed, bodies)
    entry = append(
        connection,
        kind="reading" if anew else "revision",
        at=now,
        subject=report.id,
        body=dumps({"version": version_id, "content": digest}),
    )
    known = report.told or now
    if before is not None:
        known = before.known if anew else _counts_from(report.told, before.known, now)
    version = Version(entry.number, version_id, report.id, known)
    late = before is not None and not anew and instant(known) < instant(before.known)
    _write(connection, version, reading, packed, bodies, sketch_of, current=not late)
    if before is None:
        return Entered("entered", "", version)
    if late:
        return Entered("revised", "an earlier version than the one that stands", version, late_for=before)
    connection.execute(update(revisions).where(revisions.c.entry == before.entry).values(current=False))
    why = "the report was read anew" if anew else "a later version of the report"
    return Entered("revised", why, version, replaced=before)


def _counts_from(told: str | None, before: str, now: str) -> str:
    """Return when a new version counts from: the moment it gives itself, or else its entry."""
    return now if told is None or told == before else told


def _write(
    connection: Connection,
    version: Version,
    reading: Reading,
    packed: str,
    bodies: Sequence[str],
    sketch_of: Callable[[Claim], str | None],
    *,
    current: bool,
) -> None:
    connection.execute(
        revisions.insert(),
        {
            "entry": version.entry,
            "id": version.id,
            "report": version.report,
            "known": version.known,
            "publisher": reading.report.publisher,
            "body": packed,
            "reading": dumps(
                {
                    "relevant": reading.relevant,
                    "relevance": reading.relevance,
                    "warnings": list(reading.warnings),
                    "credits": list(reading.report.credits),
                    "language": reading.report.language,
                }
            ),
            "current": current,
        },
    )
    rows = [
        {"entry": version.entry, "place": place, "id": claim.id, "sketch": sketch_of(claim), "body": body}
        for place, (claim, body) in enumerate(zip(reading.claims, bodies, strict=True))
    ]
    if rows:
        connection.execute(claims.insert(), rows)


def enter_decision(connection: Connection, decision: Decision) -> bool:
    """Enter a decision. Returns False when the book has it already."""
    known = select(decisions.c.id).where(decisions.c.id == decision.id)
    if connection.execute(known).first() is not None:
        return False
    body = dumps(decision_to_json(decision))
    entry = append(connection, kind="decision", at=decision.at, subject=decision.id, body=body)
    connection.execute(
        decisions.insert(), {"entry": entry.number, "id": decision.id, "at": decision.at, "body": body}
    )
    rows = [
        {"report": report, "decision": decision.id}
        for report in dict.fromkeys(anchor.report for anchor in decision.about)
    ]
    if rows:
        connection.execute(decided_reports.insert(), rows)
    return True


def enter_rejection(connection: Connection, *, subject: str, why: str, now: str) -> None:
    """Note an input that could not be made a report or could not be read."""
    append(connection, kind="rejected", at=now, subject=subject, body=dumps({"why": why}))
