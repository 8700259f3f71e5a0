"""Which rules fire for an incident as it stands now: pure, each change with a key that tells it apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from oqiga.model.earth import kilometres
from oqiga.model.incident import Incident
from oqiga.model.moments import latest
from oqiga.publish.alerts.changes import changes_of
from oqiga.publish.alerts.rules import Circle, Rule
from oqiga.publish.exports.facts import is_area

_RECALLED = timedelta(days=60)
"""After which a report that tells of something for the first time only recalls it, as at an anniversary."""


@dataclass(frozen=True, slots=True)
class Firing:
    """One rule that fires for one change. key: the same for the same change, so that it fires once.

    about: a figure or a measure whose changes these are, which fires again when it comes back to what it was;
    "" for what happens once. after: that it is no longer what the rule names, which is news only where the
    rule told of it before.
    """

    rule: str
    incident: str
    key: str
    reason: str
    about: str = ""
    after: bool = False


def firings(rules: Sequence[Rule], incident: Incident) -> list[Firing]:
    """Return everything that the rules have to say of an incident as it is known now."""
    found = []
    for rule in rules:
        if _concerns(rule, incident):
            found += [Firing(rule.name, incident.id, *change) for change in changes_of(rule, incident)]
    return found


def _concerns(rule: Rule, incident: Incident) -> bool:
    if _long_past(incident):
        return False
    if rule.types and incident.type not in rule.types:
        return False
    return rule.within is None or _inside(rule.within, incident)


def _long_past(incident: Incident) -> bool:
    """Tell whether reports only recall it: it was over long before the first of them gave a figure."""
    told = [latest(point.at) for toll in incident.tolls for point in toll.series if point.at]
    over = incident.time.end or incident.time.start
    return bool(told and over) and min(told) - latest(over or "") > _RECALLED


def _inside(circle: Circle, incident: Incident) -> bool:
    """Tell whether any point of the incident lies in the circle; a region's middle is no point of it."""
    points = [(place.latitude, place.longitude) for place in incident.places if not is_area(place)]
    return any(
        kilometres(circle.latitude, circle.longitude, latitude, longitude) <= circle.km
        for latitude, longitude in points
        if latitude is not None and longitude is not None
    )
