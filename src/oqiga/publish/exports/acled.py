"""ACLED-shaped CSV, 31 columns."""

from __future__ import annotations

from oqiga.codebook.countries import country_name, iso_numeric
from oqiga.codebook.crosswalk import equivalents
from oqiga.model.incident import Incident
from oqiga.model.terms import Group, Outcome, PlacePrecision, TimePrecision
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.exported import Cell, Exported, separated
from oqiga.publish.exports.facts import (
    attributed_all,
    best_place,
    first_possible_day,
    last_told,
    main_incidents,
    outlets,
    range_of,
    side_of,
    town_of,
)

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
    "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
    "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
LOSSES = (
    "ACLED has one figure for the dead: the lowest standing one is written; the range stays in notes.",
    "Unknown deaths are written as 0, as ACLED does, and notes say so.",
    "Injured, missing and detained have no columns; they stay in notes.",
    "A region or country has its middle as coordinates, as ACLED does, with geo_precision 3.",
    "Buildings and vehicles that were attacked are no actors: where nobody else is told, the side is empty.",
    "Actor codes, interaction, source scale and region are the coder's to decide and stay empty.",
)
_TIME = {TimePrecision.WEEK: 2, TimePrecision.MONTH: 3, TimePrecision.YEAR: 3, TimePrecision.UNKNOWN: 3}
_PLACE = {PlacePrecision.DISTRICT: 2, PlacePrecision.REGION: 3, PlacePrecision.COUNTRY: 3}


def export(dossier: Dossier) -> Exported:
    """Write one row per incident that is not background and has a date or a place."""
    rows = [_row(dossier, incident) for incident in main_incidents(dossier)]
    return Exported(separated(COLUMNS, rows), "text/csv", LOSSES)


def _row(dossier: Dossier, incident: Incident) -> dict[str, Cell]:
    place = best_place(incident)
    day = first_possible_day(incident)
    same = equivalents(incident.type)
    killed = range_of(incident, Outcome.KILLED)
    civilians = any(toll.group is Group.CIVILIANS for toll in incident.tolls)
    country = place.country if place else None
    told = last_told(dossier, incident)
    return {
        "event_id_cnty": incident.id,
        "event_date": day,
        "year": int(day[:4]) if day else None,
        "time_precision": _TIME.get(incident.time.precision, 1),
        "disorder_type": same.acled_disorder,
        "event_type": same.acled_event,
        "sub_event_type": same.acled_sub_event,
        "actor1": side_of(incident.perpetrators),
        "actor2": side_of(incident.targets),
        "civilian_targeting": "Civilian targeting" if civilians else None,
        "iso": iso_numeric(country) if country else None,
        "country": country_name(country) if country else None,
        "admin1": place.admin1 if place else None,
        "location": town_of(incident, place).name if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "geo_precision": _PLACE.get(place.precision, 1) if place else None,
        "source": "; ".join(outlets(dossier, incident)),
        "notes": _notes(dossier, incident, known=killed is not None),
        "fatalities": killed.low if killed else 0,
        "timestamp": int(told.timestamp()) if told else None,
    }


def _notes(dossier: Dossier, incident: Incident, *, known: bool) -> str:
    parts = [incident.title, attributed_all(dossier, incident)]
    parts.append("" if known else "fatalities unknown")
    return ". ".join(part for part in parts if part)
