"""schema.org JSON-LD: reports as NewsArticle, incidents as Event, disputed figures as Claim. No ratings."""

from __future__ import annotations

import json
from typing import Any

from oqiga.model.incident import Incident, SettledToll
from oqiga.model.report import Report
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.exported import Exported
from oqiga.publish.exports.facts import attributed, main_incidents, point_of, speakers

LOSSES = (
    "schema.org has no figures for people hurt: they stand in the event's description.",
    "No rating is given to any claim: nobody gave one.",
)


def export(dossier: Dossier) -> Exported:
    """Write one graph of the incidents that are not background and the reports about them."""
    graph: list[dict[str, Any]] = []
    for incident in main_incidents(dossier):
        for each in (incident, *dossier.parts_of(incident)):
            graph.append(_event(dossier, each))
            graph.extend(_claims(dossier, each))
    graph.extend(_article(report) for report in dossier.reports)
    packed = {"@context": "https://schema.org", "@graph": graph}
    return Exported(json.dumps(packed, ensure_ascii=False).encode("utf-8"), "application/ld+json", LOSSES)


def _event(dossier: Dossier, incident: Incident) -> dict[str, Any]:
    point = point_of(incident)
    event: dict[str, Any] = {
        "@type": "Event",
        "@id": f"urn:oqiga:{incident.id}",
        "name": incident.title,
        "description": " | ".join(attributed(dossier, toll) for toll in incident.tolls),
        "subjectOf": [{"@id": f"urn:oqiga:{report.id}"} for report in dossier.reports_about(incident)],
    }
    if incident.parts:
        event["subEvent"] = [{"@id": f"urn:oqiga:{part}"} for part in incident.parts]
    if incident.part_of:
        event["superEvent"] = {"@id": f"urn:oqiga:{incident.part_of}"}
    if incident.time.start:
        event["startDate"] = incident.time.start
        event["endDate"] = incident.time.end or incident.time.start
    if incident.places:
        event["location"] = {"@type": "Place", "name": ", ".join(place.name for place in incident.places)}
        if point:
            event["location"]["geo"] = {
                "@type": "GeoCoordinates",
                "latitude": point.latitude,
                "longitude": point.longitude,
            }
    return event


def _claims(dossier: Dossier, incident: Incident) -> list[dict[str, Any]]:
    return [_claim(dossier, incident, toll) for toll in incident.tolls if toll.disputed]


def _claim(dossier: Dossier, incident: Incident, toll: SettledToll) -> dict[str, Any]:
    claims = dossier.claims_of(toll.claims)
    return {
        "@type": "Claim",
        "@id": f"urn:oqiga:{incident.id}:{toll.outcome}:{toll.group}",
        "name": attributed(dossier, toll),
        "about": {"@id": f"urn:oqiga:{incident.id}"},
        "author": [{"@type": "Organization", "name": name} for name in speakers(dossier, toll.claims)],
        "appearance": [{"@id": f"urn:oqiga:{dossier.report_of[claim.id].id}"} for claim in claims],
    }


def _article(report: Report) -> dict[str, Any]:
    article: dict[str, Any] = {"@type": "NewsArticle", "@id": f"urn:oqiga:{report.id}"}
    optional = {
        "headline": report.title,
        "datePublished": report.published,
        "dateModified": report.updated,
        "inLanguage": report.language,
        "url": report.url,
        "publisher": {"@type": "Organization", "name": report.publisher} if report.publisher else None,
    }
    return article | {name: value for name, value in optional.items() if value}
