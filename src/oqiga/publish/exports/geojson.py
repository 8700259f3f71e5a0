"""GeoJSON, RFC 7946: a feature an incident; longitude before latitude."""

from __future__ import annotations

import json
from typing import Any

from oqiga.model.incident import Incident
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.exported import Exported
from oqiga.publish.exports.facts import attributed, first_day, main_incidents, outlets, point_of

LOSSES = ("An incident known only to a district, region or country has a null geometry.",)


def export(dossier: Dossier) -> Exported:
    """Write a FeatureCollection of the incidents that are not background."""
    features = [_feature(dossier, incident) for incident in main_incidents(dossier)]
    collection = {"type": "FeatureCollection", "features": features}
    return Exported(
        json.dumps(collection, ensure_ascii=False).encode("utf-8"), "application/geo+json", LOSSES
    )


def _feature(dossier: Dossier, incident: Incident) -> dict[str, Any]:
    point = point_of(incident)
    geometry = {"type": "Point", "coordinates": [point.longitude, point.latitude]} if point else None
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": geometry,
        "properties": {
            "title": incident.title,
            "type": incident.type,
            "date": first_day(incident),
            "time": {
                "start": incident.time.start,
                "end": incident.time.end,
                "precision": incident.time.precision,
            },
            "places": [{"name": each.name, "precision": each.precision} for each in incident.places],
            "precision": point.precision if point else None,
            "tolls": _tolls(dossier, incident),
            "parts": [_part(dossier, part) for part in dossier.parts_of(incident)],
            "sources": outlets(dossier, incident),
        },
    }


def _part(dossier: Dossier, part: Incident) -> dict[str, Any]:
    """Return a part of an incident; what it counts is counted in the incident."""
    return {
        "id": part.id,
        "title": part.title,
        "places": [{"name": each.name, "precision": each.precision} for each in part.places],
        "tolls": _tolls(dossier, part),
        "why": part.why,
    }


def _tolls(dossier: Dossier, incident: Incident) -> list[dict[str, Any]]:
    return [
        {
            "outcome": toll.outcome,
            "group": toll.group,
            "low": toll.low,
            "best": toll.best,
            "high": toll.high,
            "disputed": toll.disputed,
            "evidence": attributed(dossier, toll),
        }
        for toll in incident.tolls
    ]
