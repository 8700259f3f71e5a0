"""PLOVER JSON, one event a line."""

from __future__ import annotations

import json
from typing import Any

from oqiga.codebook.countries import country_name, iso_alpha_3
from oqiga.codebook.crosswalk import equivalents
from oqiga.model.claims import Place
from oqiga.model.incident import Incident
from oqiga.model.terms import Outcome, PlacePrecision
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.exported import Exported
from oqiga.publish.exports.facts import (
    best_place,
    coded_day,
    first_possible_day,
    main_incidents,
    outlets,
    range_of,
    toll_of,
    town_of,
)

LOSSES = (
    "PLOVER has one number for the dead, injured and arrested: the best is written; ranges stay in `oqiga`.",
    "An event without a figure has a null size, never a zero.",
    "The date of coding is the day of the latest report about it: nothing here asks the clock.",
)
_RESOLUTION = {
    PlacePrecision.SITE: 1,
    PlacePrecision.NEIGHBOURHOOD: 1,
    PlacePrecision.CITY: 2,
    PlacePrecision.DISTRICT: 3,
    PlacePrecision.REGION: 4,
    PlacePrecision.COUNTRY: 5,
}


def export(dossier: Dossier) -> Exported:
    """Write one JSON object per incident that is not background."""
    lines = [json.dumps(_event(dossier, each), ensure_ascii=False) for each in main_incidents(dossier)]
    return Exported("".join(f"{line}\n" for line in lines).encode("utf-8"), "application/jsonl", LOSSES)


def _event(dossier: Dossier, incident: Incident) -> dict[str, Any]:
    same = equivalents(incident.type)
    place = best_place(incident)
    evidence = [claim for toll in incident.tolls for claim in toll.claims]
    quotes = [claim.quote for claim in dossier.claims_of(evidence)]
    return {
        "has_event": True,
        "id": incident.id,
        "date": first_possible_day(incident),
        "event": same.plover_event,
        "mode": same.plover_mode,
        "actor": [{"text": each.name} for each in incident.perpetrators],
        "recipient": [{"text": each.name} for each in incident.targets],
        "event_loc": place.name if place else None,
        "event_text": quotes[0] if quotes else incident.title,
        "size": {
            "dead": _best(incident, Outcome.KILLED),
            "injured": _best(incident, Outcome.INJURED),
            "arrested": _best(incident, Outcome.DETAINED),
        },
        "location": _location(place, town_of(incident, place)) if place else None,
        "cite_info": {"sources": outlets(dossier, incident)},
        "coder": "oqiga",
        "coded_date": coded_day(dossier, incident),
        "oqiga": {
            "tolls": [
                {
                    "outcome": toll.outcome,
                    "group": toll.group,
                    "low": toll.low,
                    "best": toll.best,
                    "high": toll.high,
                }
                | {"why": toll.why, "claims": _claims(dossier, toll.claims)}
                for toll in incident.tolls
            ]
        },
    }


def _best(incident: Incident, outcome: Outcome) -> int | None:
    """Return the best figure; none where nobody tells more than the most there can be."""
    found, whole = range_of(incident, outcome), toll_of(incident, outcome)
    only_most = whole is not None and whole.at_most and found is not None and found.low == 0
    return None if found is None or only_most else found.best


def _location(place: Place, town: Place) -> dict[str, Any]:
    return {
        "extracted_place": place.name,
        "resolved_place": town.name if place.geonames_id else None,
        "geonameid": place.geonames_id,
        "lat": place.latitude,
        "lon": place.longitude,
        "city": town.name if town.precision is PlacePrecision.CITY else None,
        "district": place.name if place.precision is PlacePrecision.DISTRICT else None,
        "province": place.admin1,
        "country": country_name(place.country) if place.country else None,
        "country_code": iso_alpha_3(place.country) if place.country else None,
        "feature_class": None,
        "feature_code": None,
        "resolution": _RESOLUTION[place.precision],
    }


def _claims(dossier: Dossier, ids: tuple[str, ...]) -> list[dict[str, Any]]:
    return [
        {
            "claim": claim.id,
            "report": dossier.report_of[claim.id].id,
            "span": list(claim.span),
            "quote": claim.quote,
        }
        for claim in dossier.claims_of(ids)
    ]
