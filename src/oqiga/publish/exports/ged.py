"""UCDP-GED-shaped CSV, 49 columns."""

from __future__ import annotations

from datetime import date

from oqiga.codebook.countries import country_name
from oqiga.model.incident import Incident
from oqiga.model.terms import Group, Outcome, PlacePrecision, TimePrecision
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.exported import Cell, Exported, separated
from oqiga.publish.exports.facts import (
    attributed_all,
    best_place,
    first_possible_day,
    last_possible_day,
    main_incidents,
    outlets,
    range_of,
    side_of,
    speakers,
    toll_of,
    town_of,
)

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id",
    "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources",
    "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
    "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt",
    "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
LOSSES = (
    "Conflict, dyad and actor ids and the type of violence are the coder's to decide and stay empty.",
    "An open upper end has no place: high is empty where nobody gave one.",
    "Dead attackers are written as deaths_a, dead police and military as deaths_b.",
    "Attackers whom a total leaves out are added to best, high and low, as UCDP counts them.",
    "A district, region or country has its middle as coordinates, as UCDP does; where_prec tells.",
    "Buildings and vehicles that were attacked are no actors: where nobody else is told, the side is empty.",
    "Injured, missing and detained have no columns; source_article carries them.",
)
_WHERE = {
    PlacePrecision.SITE: 1,
    PlacePrecision.NEIGHBOURHOOD: 1,
    PlacePrecision.CITY: 1,
    PlacePrecision.DISTRICT: 3,
    PlacePrecision.REGION: 4,
    PlacePrecision.COUNTRY: 6,
}
_WHEN = {TimePrecision.WEEK: 3, TimePrecision.MONTH: 4, TimePrecision.YEAR: 5, TimePrecision.UNKNOWN: 5}


def export(dossier: Dossier) -> Exported:
    """Write one row per incident that is not background."""
    rows = [_row(dossier, incident) for incident in main_incidents(dossier)]
    return Exported(separated(COLUMNS, rows), "text/csv", LOSSES)


def _row(dossier: Dossier, incident: Incident) -> dict[str, Cell]:
    reports = dossier.reports_about(incident)
    killed = toll_of(incident, Outcome.KILLED)
    day = first_possible_day(incident)
    return {
        "id": incident.id,
        "year": int(day[:4]) if day else None,
        "side_a": side_of(incident.perpetrators),
        "side_b": side_of(incident.targets),
        "number_of_sources": len(outlets(dossier, incident)),
        "source_article": attributed_all(dossier, incident),
        "source_office": "; ".join(outlets(dossier, incident)),
        "source_date": "; ".join(report.published[:10] for report in reports if report.published),
        "source_headline": "; ".join(report.title for report in reports if report.title),
        "source_original": "; ".join(speakers(dossier, killed.claims)) if killed else None,
        "event_clarity": 1 if len(incident.parts) == 0 else 2,
        "date_prec": _date_precision(incident) if day else None,
        "date_start": day,
        "date_end": last_possible_day(incident),
        **_where(incident),
        **_deaths(incident),
    }


def _date_precision(incident: Incident) -> int:
    """Return 1 for a day, 2 for two to six days, 3 a week, 4 a month, 5 a year or less exact."""
    if incident.time.precision in _WHEN:
        return _WHEN[incident.time.precision]
    first, last = first_possible_day(incident), last_possible_day(incident)
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days if first and last else 0
    return next((code for code, most in ((1, 0), (2, 5), (3, 6), (4, 30)) if days <= most), 5)


def _where(incident: Incident) -> dict[str, Cell]:
    place = best_place(incident)
    if place is None:
        return {}
    point = place.latitude is not None and place.longitude is not None
    return {
        "where_prec": _WHERE[place.precision],
        "where_coordinates": town_of(incident, place).name,
        "where_description": ", ".join(dict.fromkeys(each.name for each in incident.places)),
        "adm_1": place.admin1,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geom_wkt": f"POINT ({place.longitude} {place.latitude})" if point else None,
        "country": country_name(place.country) if place.country else None,
    }


def _deaths(incident: Incident) -> dict[str, Cell]:
    def best(group: Group) -> int | None:
        toll = toll_of(incident, Outcome.KILLED, group)
        return toll.best if toll else None

    found = range_of(incident, Outcome.KILLED)
    if found is None:
        return {}
    attackers, civilians = best(Group.ATTACKERS), best(Group.CIVILIANS)
    armed = [best(group) for group in (Group.POLICE, Group.MILITARY, Group.SECURITY_FORCES)]
    forces = (
        sum(each for each in armed if each is not None) if any(each is not None for each in armed) else None
    )
    told = sum(each for each in (attackers, civilians, forces) if each is not None)
    apart = attackers or 0
    if not told - apart <= found.best < told:
        apart = 0  # the total holds the attackers; one that cannot leaves them out
    return {
        "deaths_a": attackers,
        "deaths_b": forces,
        "deaths_civilians": civilians,
        "deaths_unknown": max(0, found.best + apart - told),
        "best": found.best + apart,
        "high": None if found.high is None else found.high + apart,
        "low": found.low + apart,
    }
