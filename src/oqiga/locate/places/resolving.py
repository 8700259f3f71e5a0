"""From an entry of the gazetteer to a place of the record."""

from __future__ import annotations

from oqiga.locate.places.gazetteer import Entry, Gazetteer
from oqiga.model.claims import Place
from oqiga.model.span import Span
from oqiga.model.terms import PlacePrecision


def resolved(name: str, entry: Entry, span: Span, places: Gazetteer) -> Place:
    """Return an entry of the gazetteer as a place named by these words."""
    return Place(
        name=name,
        geonames_id=entry.geonames_id or None,
        country=entry.country or None,
        admin1=entry.name if entry.feature == "ADM1" else places.region_name(entry),
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision=precision_of(entry),
        span=span,
    )


def precision_of(entry: Entry) -> PlacePrecision:
    """Return how exact a place of the gazetteer is."""
    if entry.is_country:
        return PlacePrecision.COUNTRY
    if entry.feature == "PPLX":
        return PlacePrecision.NEIGHBOURHOOD
    if entry.is_city:
        return PlacePrecision.CITY
    if entry.feature.startswith("ADM") and entry.feature != "ADM1":
        return PlacePrecision.DISTRICT
    return PlacePrecision.REGION
