"""Which rules fire for an incident as it stands now: pure, each change with a key that tells it apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from oqiga.model.earth import kilometres
from oqiga.model.incident import Incident, SettledToll
from oqiga.model.terms import MeasureStatus, MeasureType
from oqiga.publish.alerts.rules import Circle, Rule
from oqiga.publish.exports.facts import is_area
from oqiga.publish.phrases import first_reason


@dataclass(frozen=True, slots=True)
class Firing:
    """One rule that fires for one change. key: the same for the same change, so that it fires once.

    about: a figure whose changes these are, which fires again when it comes back to what it was; "" for what
    happens once.
    """

    rule: str
    incident: str
    key: str
    reason: str
    about: str = ""


class _Change(NamedTuple):
    key: str
    reason: str
    about: str = ""


def firings(rules: Sequence[Rule], incident: Incident) -> list[Firing]:
    """Return everything that the rules have to say of an incident as it is known now."""
    found = []
    for rule in rules:
        if _concerns(rule, incident):
            found += [Firing(rule.name, incident.id, *change) for change in _changes(rule, incident)]
    return found


def _concerns(rule: Rule, incident: Incident) -> bool:
    if rule.types and incident.type not in rule.types:
        return False
    return rule.within is None or _inside(rule.within, incident)


def _inside(circle: Circle, incident: Incident) -> bool:
    """Tell whether any point of the incident lies in the circle; a region's middle is no point of it."""
    points = [(place.latitude, place.longitude) for place in incident.places if not is_area(place)]
    return any(
        kilometres(circle.latitude, circle.longitude, latitude, longitude) <= circle.km
        for latitude, longitude in points
        if latitude is not None and longitude is not None
    )


def _changes(rule: Rule, incident: Incident) -> Iterator[_Change]:
    if rule.new:
        yield _Change("new", f"a new incident: {incident.title}")
    for wanted in rule.toll:
        for toll in incident.tolls:
            if (toll.outcome, toll.group) == (wanted.outcome, wanted.group) and toll.best >= wanted.at_least:
                name = _name(toll)
                reason = f"{name}: {toll.best}, {first_reason(toll)}"
                yield _Change(f"toll {name} {toll.best}", reason, f"toll {name}")
    if rule.alert_level or rule.communications:
        yield from _measures(rule, incident)
    for toll in incident.tolls:
        yield from _figure_changes(rule, toll)


def _measures(rule: Rule, incident: Incident) -> Iterator[_Change]:
    for measure in incident.measures:
        level = measure.type is MeasureType.ALERT_LEVEL and rule.alert_level
        cut = measure.type is MeasureType.COMMUNICATIONS_SHUTDOWN and rule.communications
        if (level or cut) and measure.status is not MeasureStatus.LIFTED:
            what = f"alert level {measure.level}" if level else "communications cut"
            where = f", {measure.places[0].name}" if measure.places else ""
            yield _Change(f"measure {what}{where}", f"{what}{where}: “{measure.quote}”")


def _figure_changes(rule: Rule, toll: SettledToll) -> Iterator[_Change]:
    name, why = _name(toll), first_reason(toll)
    if rule.disputed and toll.disputed:
        yield _Change(f"disputed {name} {toll.best}", f"{name} is disputed: {why}")
    fallen = [each.low for each in toll.series if not each.standing and not each.denied]
    if rule.corrected and max(fallen, default=0) > toll.best:
        key = f"corrected {name} {max(fallen)} {toll.best}"
        reason = f"{name} corrected from {max(fallen)} to {toll.best}: {why}"
        yield _Change(key, reason, f"corrected {name}")
    if rule.retracted and toll.series and not any(point.standing for point in toll.series):
        yield _Change(f"retracted {name}", f"every figure of {name} was withdrawn: {why}")


def _name(toll: SettledToll) -> str:
    return f"{toll.outcome.value} {toll.group.value}"
