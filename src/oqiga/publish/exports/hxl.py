"""HXL-tagged CSV: plain numbers only, a range is two columns."""

from __future__ import annotations

from oqiga.codebook.countries import country_name
from oqiga.model.incident import Incident
from oqiga.model.terms import Outcome
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.exported import Cell, Exported, separated
from oqiga.publish.exports.facts import (
    attributed_all,
    best_place,
    first_possible_day,
    is_area,
    main_incidents,
    outlets,
    range_of,
    town_of,
)

_COUNTED = (Outcome.KILLED, Outcome.INJURED, Outcome.MISSING, Outcome.DISPLACED)
_HEAD = (
    ("incident", "#event+id"),
    ("type", "#event+type"),
    ("date", "#date+occurred"),
    ("date precision", "#date+occurred+precision"),
    ("place", "#loc+name"),
    ("region", "#adm1+name"),
    ("country", "#country+name"),
    ("country code", "#country+code+v_iso2"),
    ("latitude", "#geo+lat"),
    ("longitude", "#geo+lon"),
)
_TAIL = (("sources", "#meta+source"), ("evidence", "#description+evidence"))
COLUMNS = (
    *(name for name, _ in _HEAD),
    *(f"{outcome} {end}" for outcome in _COUNTED for end in ("min", "max")),
    *(name for name, _ in _TAIL),
)
TAGS = (
    *(tag for _, tag in _HEAD),
    *(f"#affected+{outcome}+{end}" for outcome in _COUNTED for end in ("min", "max")),
    *(tag for _, tag in _TAIL),
)
LOSSES = (
    "The best figure is lost between min and max; an open upper end is an empty max.",
    "Coordinates are left out for districts, regions and countries.",
)


def export(dossier: Dossier) -> Exported:
    """Write one row per incident that is not background, under a row of names and a row of tags."""
    rows = [_row(dossier, incident) for incident in main_incidents(dossier)]
    return Exported(separated(COLUMNS, rows, tags=TAGS), "text/csv", LOSSES)


def _row(dossier: Dossier, incident: Incident) -> dict[str, Cell]:
    place = best_place(incident)
    point = place if place and not is_area(place) else None
    row: dict[str, Cell] = {
        "incident": incident.id,
        "type": incident.type,
        "date": first_possible_day(incident),
        "date precision": incident.time.precision,
        "place": town_of(incident, place).name if place else None,
        "region": place.admin1 if place else None,
        "country": country_name(place.country) if place and place.country else None,
        "country code": place.country if place else None,
        "latitude": point.latitude if point else None,
        "longitude": point.longitude if point else None,
        "sources": "; ".join(outlets(dossier, incident)),
        "evidence": attributed_all(dossier, incident),
    }
    for outcome in _COUNTED:
        found = range_of(incident, outcome)
        row[f"{outcome} min"] = found.low if found else None
        row[f"{outcome} max"] = found.high if found else None
    return row
