"""FollowTheMoney entities, one JSON object a line: an Event an incident, an Article a report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from oqiga.model.claims import Participant
from oqiga.model.incident import Incident
from oqiga.model.report import Report
from oqiga.model.terms import ParticipantKind
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.exported import Exported
from oqiga.publish.exports.facts import attributed_lines, main_incidents, outlets

LOSSES = (
    "Figures have no property of their own: each is a line of notes with its source.",
    "Parts of an attack are lines of notes of the whole, no entities.",
    "Named perpetrators and targets become entities; who did what to whom is lost.",
)
_SCHEMATA = {ParticipantKind.PERSON: "Person", ParticipantKind.ORGANIZATION: "Organization"}


def export(dossier: Dossier) -> Exported:
    """Write the entities of the incidents that are not background, and of the reports about them."""
    entities: dict[str, dict[str, Any]] = {}
    for incident in main_incidents(dossier):
        for entity in _entities(dossier, incident):
            entities[entity["id"]] = entity
    lines = "".join(f"{json.dumps(entity, ensure_ascii=False)}\n" for entity in entities.values())
    return Exported(lines.encode("utf-8"), "application/jsonl", LOSSES)


def _entities(dossier: Dossier, incident: Incident) -> Iterator[dict[str, Any]]:
    named = [each for each in (*incident.perpetrators, *incident.targets) if each.kind in _SCHEMATA]
    involved = {each.name: _participant(incident, each) for each in named}
    reports = dossier.reports_about(incident)
    yield from involved.values()
    yield from (_article(report) for report in reports)
    start, end = incident.time.start, incident.time.end
    countries = dict.fromkeys(place.country.lower() for place in incident.places if place.country)
    properties = {
        "name": [incident.title],
        "startDate": [start] if start else [],
        "endDate": [end] if end and end != start else [],
        "location": list(dict.fromkeys(place.name for place in incident.places)),
        "country": list(countries),
        "involved": [entity["id"] for entity in involved.values()],
        "notes": attributed_lines(dossier, incident),
        "publisher": outlets(dossier, incident),
        "proof": [f"oqiga-{report.id}" for report in reports],
        "recordId": [incident.id],
    }
    yield _entity(f"oqiga-{incident.id}", "Event", properties)


def _participant(incident: Incident, participant: Participant) -> dict[str, Any]:
    schema = _SCHEMATA[participant.kind]
    key = f"oqiga-{incident.id}-{participant.span.start}-{participant.span.end}"
    return _entity(key, schema, {"name": [participant.name]})


def _article(report: Report) -> dict[str, Any]:
    properties = {
        "title": [report.title] if report.title else [],
        "publishedAt": [report.published] if report.published else [],
        "publisher": [report.publisher] if report.publisher else [],
        "sourceUrl": [report.url] if report.url else [],
        "bodyText": [report.text],
    }
    return _entity(f"oqiga-{report.id}", "Article", properties)


def _entity(key: str, schema: str, properties: dict[str, list[str]]) -> dict[str, Any]:
    return {
        "id": key,
        "schema": schema,
        "properties": {name: each for name, each in properties.items() if each},
    }
