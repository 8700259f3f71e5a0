"""Places as a map may honestly show them: never a point where only a town, a region or a country is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from oqiga.desk.views.words import PRECISIONS, short
from oqiga.model.claims import Place
from oqiga.model.terms import PlacePrecision
from oqiga.publish.words import Translate, where_named

RADII_KM = {
    PlacePrecision.SITE: 6.0,
    PlacePrecision.NEIGHBOURHOOD: 6.0,
    PlacePrecision.CITY: 6.0,
    PlacePrecision.DISTRICT: 35.0,
    PlacePrecision.REGION: 150.0,
    PlacePrecision.COUNTRY: 0.0,
}
"""How wide a place is drawn. Coordinates of sites and neighbourhoods are those of their town."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place. precise: in words; radius: kilometres of its ring, 0 for a whole country (`country`)."""

    name: str
    latitude: float
    longitude: float
    radius: float
    country: str
    precise: str
    area: bool

    def feature(self, **properties: Any) -> dict[str, Any]:
        """Return the spot as GeoJSON, longitude first."""
        return {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [self.longitude, self.latitude]},
            "properties": {
                "name": self.name,
                "radius": self.radius,
                "country": self.country,
                "precise": self.precise,
                "area": self.area,
                **properties,
            },
        }


def spots_of(places: Sequence[Place], say: Translate) -> list[Spot]:
    """Return the places with coordinates, one a position, the most exact name first."""
    found: dict[tuple[float, float], Spot] = {}
    for place in places:
        if place.latitude is None or place.longitude is None:
            continue
        key = (round(place.latitude, 3), round(place.longitude, 3))
        if key not in found:
            found[key] = Spot(
                short(place.name, 80),
                place.latitude,
                place.longitude,
                RADII_KM[place.precision],
                place.country or "",
                say(PRECISIONS[place.precision]),
                place.precision is PlacePrecision.COUNTRY,
            )
    return list(found.values())


def where_of(places: Sequence[Place], lang: str) -> str:
    """Return where, in a line: the most exact name, the town, the country."""
    return ", ".join(short(name, 60) for name in where_named(places, lang))
