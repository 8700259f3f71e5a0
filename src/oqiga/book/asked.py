"""From a person's words to the parts of a question: moments, types, circles, checked once for every door."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from oqiga.errors import UsageError
from oqiga.ledger.asking import Near
from oqiga.model.moments import calendar_moment
from oqiga.model.terms import EventType

_POINT = re.compile(r"^\s*(-?\d{1,2}(?:\.\d{1,9})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,9})?)\s*$")
_DISTANCE = re.compile(r"^\s*(\d{1,5}(?:\.\d{1,3})?)\s*(km|m)?\s*$")


def no_date(name: str, moment: str) -> UsageError:
    """Return the complaint about what is no date; name: of the option or parameter."""
    return UsageError(f"{name} takes an ISO 8601 date such as 2016-06-05, not {moment!r}")


def checked_date(moment: str | None, name: str) -> str | None:
    """Return the moment. Raises UsageError naming the option or parameter when it is no ISO 8601 date."""
    if moment is None:
        return None
    try:
        calendar_moment(moment)
    except ValueError as error:
        raise no_date(name, moment) from error
    return moment


def known_types(types: Iterable[str]) -> tuple[str, ...]:
    """Return the event types as given. Raises UsageError naming the first that is none."""
    given, known = tuple(types), [kind.value for kind in EventType]
    wrong = [each for each in given if each not in known]
    if wrong:
        raise UsageError(f"no type {wrong[0]!r}; there are {', '.join(known)}")
    return given


def circle_at(latitude: float, longitude: float, kilometres: float) -> Near:
    """Return the circle around a point, in degrees. Raises UsageError where there is none."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise UsageError(f"there is no point {latitude}, {longitude}: latitude and longitude are in degrees")
    if not kilometres > 0:
        raise UsageError(f"a circle is some kilometres wide, not {kilometres}")
    return Near(latitude, longitude, kilometres)


def kilometres_of(within: str, *, name: str) -> float:
    """Return a distance ("50km", "800m"). Raises UsageError naming the option or parameter."""
    distance = _DISTANCE.match(within)
    if distance is None:
        raise UsageError(f"{name} takes a distance such as 50km, not {within!r}")
    return float(distance.group(1)) / (1000 if distance.group(2) == "m" else 1)


def circle_around(near: str, kilometres: float) -> Near:
    """Return the circle around a named place or a point ("50.28,57.17"). Raises UsageError."""
    point = _POINT.match(near)
    if point is not None:
        return circle_at(float(point.group(1)), float(point.group(2)), kilometres)
    return circle_at(*_spot(near), kilometres)


@lru_cache(maxsize=256)
def _spot(name: str) -> tuple[float, float]:
    """Return where the largest town of that name lies, else the largest place. Raises UsageError."""
    from oqiga.locate.places.gazetteer import gazetteer

    hits = [hit for hit in gazetteer().find(name) if hit.kind != "rough"]
    if not hits:
        raise UsageError(f"no place called {name!r} is known; a point such as 50.28,57.17 will do")
    best = max((hit.entry for hit in hits), key=lambda entry: (entry.is_city, entry.population, -entry.row))
    return best.latitude, best.longitude
