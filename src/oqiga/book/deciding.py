"""Decisions: an analyst points at incidents, reports or claims; the book keeps what they decided for good."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from oqiga.book.book import Book
from oqiga.book.weaving import join_merged, refresh
from oqiga.errors import NotFoundError, UsageError
from oqiga.ledger import index
from oqiga.ledger.engine import reading, writing
from oqiga.ledger.entering import enter_decision
from oqiga.ledger.index import FiledSketch
from oqiga.ledger.tables import claims, decisions, revisions
from oqiga.model.claims import Claim, Toll
from oqiga.model.decision import Anchor, Decision, DecisionKind
from oqiga.model.ids import decision_id, whole_and_part
from oqiga.model.span import Span
from oqiga.model.wire import claim_from_json, decision_from_json
from oqiga.reconcile.decisions import in_effect, with_values

Values = Mapping[str, str | int | bool | None]
_ABOUT_INCIDENTS = (DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.NOTE)


def decide(
    book: Book,
    kind: DecisionKind,
    about: Sequence[str],
    *,
    analyst: str,
    reason: str,
    now: str,
    values: Values | None = None,
) -> Decision:
    """Enter a decision and bring the incidents it bears on up to date.

    about: for a merge, ids of incidents; for a split, an incident and the reports to take out of it; for a
    note, an incident; for a withdrawal, the decision; else the claims. values: of a correction.
    Raises NotFoundError for an id the book does not have, UsageError for a decision that says nothing.
    """
    if not analyst.strip() or not reason.strip():
        raise UsageError("a decision needs an analyst and a reason")
    with writing(book.engine, book.address) as connection:
        withdraws = about[0] if kind is DecisionKind.WITHDRAW else None
        anchors = _anchors(connection, kind, about)
        if kind is DecisionKind.CORRECT:
            _checked(connection, anchors, values or {})
        decision = Decision(
            id=decision_id(
                kind.value, analyst, reason, now, *about, json.dumps(dict(values or {}), sort_keys=True)
            ),
            kind=kind,
            analyst=analyst,
            reason=reason,
            at=now,
            about=anchors,
            values=dict(values or {}),
            withdraws=withdraws,
        )
        if enter_decision(connection, decision):
            _bring_up_to_date(book, connection, decision)
    return decision


def _bring_up_to_date(book: Book, connection: Connection, decision: Decision) -> None:
    touched = index.of_reports(connection, {anchor.report for anchor in decision.about})
    webs = {filed.web for filed in touched}
    if decision.kind is DecisionKind.MERGE:
        joined = join_merged(connection, decision)
        webs = (webs - joined) | {min(joined)}
    refresh(connection, webs, book.memory, all_of_it=True)


def _anchors(connection: Connection, kind: DecisionKind, about: Sequence[str]) -> tuple[Anchor, ...]:
    if not about:
        raise UsageError(f"what is to be decided? {kind.value} needs an id")
    if kind is DecisionKind.WITHDRAW:
        return _decision(connection, about[0]).about
    if kind is DecisionKind.MERGE and len(set(about)) < 2:
        raise UsageError("a merge needs two incidents")
    if kind is DecisionKind.SPLIT:
        return _of_split(connection, about)
    if kind in _ABOUT_INCIDENTS:
        return tuple(_of_incident(connection, each) for each in about)
    return tuple(_of_claim(connection, each) for each in about)


def _decision(connection: Connection, wanted: str) -> Decision:
    row = connection.execute(select(decisions.c.body).where(decisions.c.id == wanted)).first()
    if row is None:
        raise NotFoundError("the book has no decision of that id", subject=wanted)
    return decision_from_json(json.loads(row.body))


def _of_incident(connection: Connection, incident: str) -> Anchor:
    whole, part = whole_and_part(incident)
    if part is not None:
        raise UsageError(f"{incident} is a part; decide on the whole, {whole}, or on claims")
    filed = index.with_id(connection, incident) or index.with_id_like(connection, incident)
    if filed is None:
        raise NotFoundError("the book has no incident of that id", subject=incident)
    standing = [each for each in index.members(connection, filed.web) if each.until is None]
    own = [each for each in standing if each.incident == filed.incident]
    return _anchor(next((each for each in own if each.id == filed.id), own[0] if own else filed))


def _anchor(filed: FiledSketch) -> Anchor:
    span = Span(*json.loads(filed.body)["span"])
    return Anchor(id=filed.id, report=filed.report, kind="incident", span=span)


def _of_split(connection: Connection, about: Sequence[str]) -> tuple[Anchor, ...]:
    """Return the anchor of the incident, then those of what the named reports say of it."""
    incident, *reports = about
    if not reports:
        raise UsageError("a split needs the reports to take out of the incident")
    kept = _of_incident(connection, incident)
    found = index.with_id(connection, kept.id)
    members = index.members(connection, found.web) if found else []
    own = [each for each in members if found and each.incident == found.incident and each.until is None]
    taken = [each for each in own if each.report in reports or each.id in reports]
    missing = set(reports) - {each.report for each in taken} - {each.id for each in taken}
    if missing:
        raise NotFoundError("the incident has no such report", subject=", ".join(sorted(missing)))
    rest = [each for each in own if each not in taken]
    if not rest:
        raise UsageError("a split must leave a report in the incident")
    first = next((each for each in rest if each.id == kept.id), rest[0])
    return (_anchor(first), *(_anchor(each) for each in taken))


def _of_claim(connection: Connection, wanted: str) -> Anchor:
    claim, report = claim_with_id(connection, wanted)
    toll = claim if isinstance(claim, Toll) else None
    return Anchor(
        id=claim.id,
        report=report,
        kind=claim.kind,
        span=claim.span,
        outcome=toll.outcome.value if toll else None,
        group=toll.group.value if toll else None,
    )


def claim_with_id(connection: Connection, wanted: str) -> tuple[Claim, str]:
    """Return the latest claim of that id and the report that makes it. Raises NotFoundError."""
    row = connection.execute(
        select(claims.c.body, revisions.c.report)
        .join(revisions, revisions.c.entry == claims.c.entry)
        .where(claims.c.id == wanted)
        .order_by(claims.c.entry.desc())
    ).first()
    if row is None:
        raise NotFoundError("the book has no claim of that id", subject=wanted)
    return claim_from_json(json.loads(row.body)), row.report


def _checked(connection: Connection, anchors: Sequence[Anchor], values: Values) -> None:
    if not values:
        raise UsageError("a correction needs the right values")
    for anchor in anchors:
        with_values(claim_with_id(connection, anchor.id)[0], dict(values))


def decisions_of(book: Book, *, as_of: str | None = None) -> tuple[Decision, ...]:
    """Return all decisions in effect, in order of time."""
    with reading(book.engine, book.address) as connection:
        rows = connection.execute(select(decisions.c.body).order_by(decisions.c.entry))
        return in_effect([decision_from_json(json.loads(row.body)) for row in rows], as_of)
