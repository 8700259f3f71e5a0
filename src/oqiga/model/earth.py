"""Distances on the globe."""

from __future__ import annotations

import math

_EARTH_KM = 6371.0088
"""Mean radius (IUGG)."""
SPOT_KM = 3.0
"""Towns so near are one under two names, or one is a part of the other (Westminster, London)."""


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the great-circle distance between two points given in degrees (haversine)."""
    first, second = math.radians(latitude), math.radians(other_latitude)
    across = math.radians(other_longitude - longitude)
    half = (
        math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(across / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
