"""POLECAT-shaped TSV, 40 columns."""

from __future__ import annotations

from oqiga.codebook.countries import country_name, iso_alpha_3
from oqiga.codebook.crosswalk import equivalents
from oqiga.model.incident import Incident
from oqiga.model.terms import PlacePrecision
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.exported import Cell, Exported, separated
from oqiga.publish.exports.facts import (
    best_place,
    first_possible_day,
    main_incidents,
    outlets,
    side_of,
    town_of,
)

COLUMNS = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
)
LOSSES = (
    "POLECAT has no figures: tolls, ranges and disputes are lost.",
    "Actors and recipients are not resolved to sectors, titles or Wikipedia entries.",
    "Buildings and vehicles that were attacked are no actors: where nobody else is told, the side is empty.",
    "Intensity and quad code rest on POLECAT's own weights and stay empty.",
)
_VERSION = "oqiga-1"


def export(dossier: Dossier) -> Exported:
    """Write one row per incident that is not background."""
    rows = [_row(dossier, incident) for incident in main_incidents(dossier)]
    return Exported(separated(COLUMNS, rows, delimiter="\t"), "text/tab-separated-values", LOSSES)


def _row(dossier: Dossier, incident: Incident) -> dict[str, Cell]:
    reports = dossier.reports_about(incident)
    same = equivalents(incident.type)
    place = best_place(incident)
    city = next((each for each in incident.places if each.precision is PlacePrecision.CITY), None)
    actor = side_of(incident.perpetrators)
    recipient = side_of(incident.targets)
    published = sorted(report.published for report in reports if report.published)
    return {
        "Event ID": incident.id,
        "Event Date": first_possible_day(incident),
        "Event Type": same.plover_event,
        "Event Mode": same.plover_mode,
        "Actor Name Raw": actor,
        "Recipient Name Raw": recipient,
        "Placename": town_of(incident, place).name if place else None,
        "City": city.name if city else None,
        "Province": place.admin1 if place else None,
        "Country": iso_alpha_3(place.country) if place and place.country else None,
        "Latitude": place.latitude if place else None,
        "Longitude": place.longitude if place else None,
        "GeoNames ID": place.geonames_id if place else None,
        "Raw Placename": place.name if place else None,
        "Source": "; ".join(outlets(dossier, incident)),
        "Publication Date": published[0][:10] if published else None,
        "Story Locations": "; ".join(
            dict.fromkeys(country_name(each.country) for each in incident.places if each.country)
        ),
        "Language": "; ".join(dict.fromkeys(report.language for report in reports if report.language)),
        "Version": _VERSION,
    }
