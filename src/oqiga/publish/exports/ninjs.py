"""ninjs 3.1, IPTC's news in JSON: one news object an incident, one JSON object a line."""

from __future__ import annotations

import json
from typing import Any

from oqiga.model.claims import Place
from oqiga.model.incident import Incident
from oqiga.model.report import Report
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.exported import Exported
from oqiga.publish.exports.facts import attributed, is_area, last_told, main_incidents

LOSSES = (
    "ninjs has no figures: each is a description in words, with speaker, as-of time and place in the report.",
    "Who is blamed, what was said and what is in force are left out: ninjs cannot tell a claim from a fact.",
    "Bodies of reports are left out; their addresses stay as associations.",
)
_STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}


def export(dossier: Dossier) -> Exported:
    """Write one object per incident that is not background."""
    lines = [json.dumps(_object(dossier, each), ensure_ascii=False) for each in main_incidents(dossier)]
    return Exported("".join(f"{line}\n" for line in lines).encode("utf-8"), "application/jsonl", LOSSES)


def _object(dossier: Dossier, incident: Incident) -> dict[str, Any]:
    reports = dossier.reports_about(incident)
    told = last_told(dossier, incident)
    optional = {
        "versionCreated": told.strftime("%Y-%m-%dT%H:%M:%SZ") if told else None,
        "language": reports[0].language if len({report.language for report in reports}) == 1 else None,
        "descriptions": [
            {"role": f"{toll.outcome}-{toll.group}", "value": attributed(dossier, toll)}
            for toll in incident.tolls
        ],
        "places": [_place(place) for place in incident.places],
        "infoSources": [
            {"name": name, "role": "publisher"}
            for name in dict.fromkeys(report.publisher for report in reports if report.publisher)
        ],
        "associations": [_association(report) for report in reports],
    }
    return {
        "uri": f"urn:oqiga:{incident.id}",
        "standard": _STANDARD,
        "type": "text",
        "representationType": "partial",
        "headlines": [{"value": incident.title}],
        "events": [{"id": incident.id, "name": incident.title, "uri": f"urn:oqiga:{incident.id}"}],
        "subjects": [{"literal": incident.type.value, "name": incident.type.value.replace("_", " ")}],
        **{name: value for name, value in optional.items() if value},
    }


def _place(place: Place) -> dict[str, Any]:
    packed: dict[str, Any] = {"name": place.name}
    if place.geonames_id is not None:
        packed["uri"] = f"https://sws.geonames.org/{place.geonames_id}/"
    if not is_area(place) and place.latitude is not None and place.longitude is not None:
        packed["geoJSON"] = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return packed


def _association(report: Report) -> dict[str, Any]:
    named = {"name": report.title or report.id, "rel": "source", "uri": f"urn:oqiga:{report.id}"}
    return named | ({"altIds": [{"role": "address", "value": report.url}]} if report.url else {})
