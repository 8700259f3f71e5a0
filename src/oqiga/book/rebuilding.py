"""Computing the whole index anew from what was entered, as when reports come to be compared otherwise."""

from __future__ import annotations

import json
from itertools import pairwise

from sqlalchemy import Connection, delete, select

from oqiga.book.memory import Memory
from oqiga.book.weaving import file_version, join_merged, refresh
from oqiga.ledger.entering import Version
from oqiga.ledger.tables import claims, decisions, entries, incidents, keys, revisions, sketches, wordings
from oqiga.model.claims import Claim
from oqiga.model.decision import DecisionKind
from oqiga.model.moments import instant
from oqiga.model.wire import claim_from_json, decision_from_json, report_from_json
from oqiga.reconcile.sketching import sketches_of


def rebuild(connection: Connection, memory: Memory) -> None:
    """Drop the index and file every version of every report again, in the order of entry."""
    for table in (keys, sketches, incidents, wordings):
        connection.execute(delete(table))
    rows = connection.execute(
        select(revisions, entries.c.at)
        .join(entries, entries.c.number == revisions.c.entry)
        .order_by(revisions.c.entry)
    ).all()
    until = _ends([(row.report, row.entry, row.known, row.current) for row in rows])
    for row in rows:
        report = report_from_json(json.loads(row.body))
        told = _claims(connection, row.entry)
        version = Version(row.entry, row.id, row.report, row.known)
        found = sketches_of(report, told, entered=row.at)
        file_version(connection, version, found, memory, until=until.get(row.entry))
    for told in connection.execute(select(decisions.c.body).order_by(decisions.c.entry)).scalars():
        decision = decision_from_json(json.loads(told))
        if decision.kind is DecisionKind.MERGE:
            join_merged(connection, decision)
    present = {row.web for row in connection.execute(select(sketches.c.web).distinct())}
    refresh(connection, present, memory, all_of_it=True)


def _ends(versions: list[tuple[str, int, str, bool]]) -> dict[int, str]:
    """Return when each version stopped standing: when the next one by time counts from."""
    ends: dict[int, str] = {}
    by_report: dict[str, list[tuple[str, int, str]]] = {}
    for report, entry, known, _ in versions:
        by_report.setdefault(report, []).append((instant(known), entry, known))
    for known_versions in by_report.values():
        ordered = sorted(known_versions)
        ends.update((before[1], after[2]) for before, after in pairwise(ordered))
    return ends


def _claims(connection: Connection, entry: int) -> list[Claim]:
    """Return the claims of a version in the order of its text."""
    rows = connection.execute(select(claims.c.body).where(claims.c.entry == entry).order_by(claims.c.place))
    return [claim_from_json(json.loads(row.body)) for row in rows]
