"""Questions to a book: which incidents, one incident in full, as of any moment and by any policy."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from oqiga.book.book import Book
from oqiga.book.weaving import built, evidence, grouped, stands
from oqiga.errors import NotFoundError
from oqiga.ledger import index
from oqiga.ledger.asking import Question, ask, row_with_id, webs_changed_after
from oqiga.ledger.engine import reading
from oqiga.ledger.index import FiledSketch
from oqiga.ledger.tables import revisions
from oqiga.ledger.wording import holds, words_of
from oqiga.model.claims import Claim
from oqiga.model.decision import Decision
from oqiga.model.ids import whole_and_part
from oqiga.model.incident import Incident
from oqiga.model.moments import instant
from oqiga.model.report import Report
from oqiga.model.wire import dumps, incident_from_json, incident_to_json, report_from_json
from oqiga.publish.dossier import Dossier
from oqiga.reconcile.arithmetic import people
from oqiga.reconcile.policies import policy_named


@dataclass(frozen=True, slots=True)
class Shown:
    """One incident in full, with the claims it rests on and the reports that make them.

    asked: the id it was asked by; it differs from the incident's when that was merged or grew.
    decisions: those about the incident, withdrawn ones and their withdrawals included.
    parts: of the incident.
    """

    asked: str
    incident: Incident
    claims: Mapping[str, Claim]
    report_of: Mapping[str, Report]
    decisions: tuple[Decision, ...]
    parts: tuple[Incident, ...] = ()

    @property
    def dossier(self) -> Dossier:
        """The same as briefs and exports take it."""
        return Dossier(
            incidents=(self.incident,), parts=self.parts, claims=self.claims, report_of=self.report_of
        )


def incident_lines(book: Book, question: Question, *, as_of: str | None = None) -> list[str]:
    """Return the incidents that answer the question, the latest first, each as a line of JSON."""
    with reading(book.engine, book.address) as connection:
        if as_of is None:
            return [row.body for row in ask(connection, question)]
        return [each.line() for each in _as_of(book, connection, question, as_of)]


def incidents(book: Book, question: Question, *, as_of: str | None = None) -> list[Incident]:
    """Return the incidents that answer the question, the latest first.

    as_of: only what was published and decided by then counts; only what changed since is computed anew.
    """
    with reading(book.engine, book.address) as connection:
        if as_of is None:
            return [incident_from_json(json.loads(row.body)) for row in ask(connection, question)]
        return [each.incident() for each in _as_of(book, connection, question, as_of)]


@dataclass(frozen=True, slots=True)
class _Then:
    """An incident as of a past moment: as it is filed now, or computed anew where it was otherwise.

    order: when it happened or became known, and its id.
    """

    order: tuple[str, str]
    made: Incident | str

    def incident(self) -> Incident:
        """Return the incident."""
        return incident_from_json(json.loads(self.made)) if isinstance(self.made, str) else self.made

    def line(self) -> str:
        """Return the incident as a line of JSON."""
        return self.made if isinstance(self.made, str) else dumps(incident_to_json(self.made))


def _as_of(book: Book, connection: Connection, question: Question, as_of: str) -> list[_Then]:
    """Return the incidents of then, the latest first; only what was otherwise then is computed anew."""
    moved = webs_changed_after(connection, as_of, question)
    rows = ask(connection, question, unchanged_since=as_of, but=moved)
    found = [_Then((row.start or row.first_known, row.id), row.body) for row in rows]
    for web in moved:
        filed = index.members(connection, web)
        if not any(stands(each, as_of) for each in filed):
            continue
        decisions = index.decisions_about(connection, {each.report for each in filed})
        for group in grouped(connection, filed, decisions, book.memory, as_of=as_of):
            made = built(connection, group, decisions, book.memory, as_of=as_of)
            moments = sorted(instant(each.known) for each in group)
            found += [
                _Then((incident.time.start or moments[0], incident.id), incident)
                for incident in made[:1]
                if answers(incident, moments[-1], question) and _words_answer(connection, incident, question)
            ]
    found.sort(key=lambda each: each.order[1])
    found.sort(key=lambda each: each.order[0], reverse=True)
    return found[: question.limit]


def _words_answer(connection: Connection, incident: Incident, question: Question) -> bool:
    """Tell whether what was known of an incident has the words that a question asks for."""
    if question.words is None:
        return True
    return holds(words_of(connection, dumps(incident_to_json(incident))), question.words)


def answers(incident: Incident, changed: str, question: Question) -> bool:
    """Tell whether an incident answers a question, but for words. changed: when it became known last."""
    start, end = incident.time.start, incident.time.end or incident.time.start
    if incident.background and not question.background:
        return False
    if question.since is not None and (end or changed) < question.since[:10]:
        return False
    if question.until is not None and (start or changed) > question.until + "~":
        return False
    if question.types and incident.type.value not in question.types:
        return False
    if question.min_killed is not None and (people(incident.tolls) or 0) < question.min_killed:
        return False
    if question.disputed and not incident.disputes:
        return False
    if question.changed_since is not None and changed < instant(question.changed_since):
        return False
    spot = next((place for place in incident.places if place.latitude is not None), None)
    near = question.near
    return near is None or (spot is not None and near.holds(spot.latitude, spot.longitude))


def show(book: Book, incident: str, *, as_of: str | None = None, policy: str = "default") -> Shown:
    """Return one incident in full.

    incident: its id, or that of any incident that became part of it; the beginning of an id will do. The id
    of a part gives the part, or the whole where reports no longer tell of it apart.
    Raises NotFoundError when the book has none, or had none as of then.
    """
    whole, part = whole_and_part(incident)
    with reading(book.engine, book.address) as connection:
        filed = _found(connection, whole)
        shown = _shown(book, connection, incident, filed, as_of, policy)
    return shown if part is None else _part_of(shown, part)


def _part_of(shown: Shown, part: str) -> Shown:
    """Return the part of an incident, the incident itself where it has no such part."""
    found = next((each for each in shown.parts if whole_and_part(each.id)[1] == part), None)
    return shown if found is None else replace(shown, incident=found, parts=())


def with_their_parts(book: Book, found: Sequence[Incident], *, as_of: str | None = None) -> list[Incident]:
    """Return incidents, the parts of each behind it."""
    told: list[Incident] = []
    for each in found:
        told += [each, *(show(book, each.id, as_of=as_of).parts if each.parts else ())]
    return told


def dossier(book: Book, question: Question, *, as_of: str | None = None, policy: str = "default") -> Dossier:
    """Return the incidents that answer a question with everything they rest on, for exports."""
    shown = [
        show(book, each.id, as_of=as_of, policy=policy) for each in incidents(book, question, as_of=as_of)
    ]
    return Dossier(
        incidents=tuple(each.incident for each in shown),
        parts=tuple(part for each in shown for part in each.parts),
        claims={name: claim for each in shown for name, claim in each.claims.items()},
        report_of={name: report for each in shown for name, report in each.report_of.items()},
    )


def _found(connection: Connection, incident: str) -> FiledSketch:
    found = index.with_id(connection, incident) or index.with_id_like(connection, incident)
    if found is None:
        raise NotFoundError("the book has no incident of that id", subject=incident)
    return found


def _shown(
    book: Book, connection: Connection, asked: str, filed: FiledSketch, as_of: str | None, policy: str
) -> Shown:
    group, decisions = group_of(book, connection, filed, as_of)
    made = built(connection, group, decisions, book.memory, as_of=as_of, policy=policy_named(policy).name)
    if not made:
        raise NotFoundError("nothing was known of it by then", subject=asked)
    told = evidence(connection, group, book.memory)
    reports = reports_of(connection, {each.entry for each in group})
    return Shown(
        asked=asked,
        incident=made[0],
        claims={each.claim.id: each.claim for each in told},
        report_of={each.claim.id: reports[each.report.id] for each in told},
        decisions=tuple(decisions),
        parts=made[1:],
    )


def group_of(
    book: Book, connection: Connection, filed: FiledSketch, as_of: str | None
) -> tuple[Sequence[FiledSketch], list[Decision]]:
    """Return the sketches of the incident that a sketch is part of, and the decisions about its web."""
    web = index.members(connection, filed.web)
    decisions = index.decisions_about(connection, {each.report for each in web})
    groups = grouped(connection, web, decisions, book.memory, as_of=as_of)
    now = {each.id for each in web if each.incident == filed.incident}
    ranked = sorted(
        groups,
        key=lambda group: (
            any(each.id == filed.id for each in group),
            any(each.report == filed.report for each in group),
            sum(each.id in now for each in group),
        ),
    )
    if not ranked or not any(each.id in now or each.report == filed.report for each in ranked[-1]):
        raise NotFoundError("nothing was known of it by then", subject=filed.id)
    return ranked[-1], decisions


def reports_of(connection: Connection, entries: set[int]) -> dict[str, Report]:
    """Return the versions of reports by id of the report."""
    rows = connection.execute(select(revisions.c.body).where(revisions.c.entry.in_(sorted(entries))))
    found = [report_from_json(json.loads(row.body)) for row in rows]
    return {report.id: report for report in found}


def filed_incident(book: Book, incident: str) -> Incident | None:
    """Return the incident of that very id as it stands now, None when it went into another or is none."""
    with reading(book.engine, book.address) as connection:
        row = row_with_id(connection, incident)
    return incident_from_json(json.loads(row.body)) if row else None
