"""Which rules fire for an incident as it stands now: pure, each change with a key that tells it apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oqiga.model.earth import kilometres
from oqiga.model.incident import Incident, SettledToll
from oqiga.model.terms import MeasureStatus, MeasureType
from oqiga.publish.alerts.rules import Circle, Rule
from oqiga.publish.exports.facts import is_area
from oqiga.publish.phrases import first_reason


@dataclass(frozen=True, slots=True)
class Firing:
    """One rule that fires for one change. key: the same for the same change, so that it fires once."""

    rule: str
    incident: str
    key: str
    reason: str


def firings(rules: Sequence[Rule], incident: Incident) -> list[Firing]:
    """Return everything that the rules have to say of an incident as it is known now."""
    found = []
    for rule in rules:
        if _concerns(rule, incident):
            found += [Firing(rule.name, incident.id, key, reason) for key, reason in _changes(rule, incident)]
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


def _changes(rule: Rule, incident: Incident) -> Iterator[tuple[str, str]]:
    if rule.new:
        yield "new", f"a new incident: {incident.title}"
    for wanted in rule.toll:
        for toll in incident.tolls:
            if (toll.outcome, toll.group) == (wanted.outcome, wanted.group) and toll.best >= wanted.at_least:
                yield f"toll {_name(toll)} {toll.best}", f"{_name(toll)}: {toll.best}, {first_reason(toll)}"
    if rule.alert_level or rule.communications:
        yield from _measures(rule, incident)
    for toll in incident.tolls:
        yield from _figure_changes(rule, toll)


def _measures(rule: Rule, incident: Incident) -> Iterator[tuple[str, str]]:
    for measure in incident.measures:
        level = measure.type is MeasureType.ALERT_LEVEL and rule.alert_level
        cut = measure.type is MeasureType.COMMUNICATIONS_SHUTDOWN and rule.communications
        if (level or cut) and measure.status is not MeasureStatus.LIFTED:
            what = f"alert level {measure.level}" if level else "communications cut"
            where = f", {measure.places[0].name}" if measure.places else ""
            yield f"measure {what}{where}", f"{what}{where}: “{measure.quote}”"


def _figure_changes(rule: Rule, toll: SettledToll) -> Iterator[tuple[str, str]]:
    if rule.disputed and toll.disputed:
        yield f"disputed {_name(toll)} {toll.best}", f"{_name(toll)} is disputed: {first_reason(toll)}"
    for point in toll.series:
        if not point.standing:
            lower = toll.best < point.low
            if rule.corrected and lower:
                yield (
                    f"corrected {point.claim}",
                    f"{_name(toll)} corrected from {point.low} to {toll.best}: {first_reason(toll)}",
                )
    if rule.retracted and toll.series and not any(point.standing for point in toll.series):
        yield f"retracted {_name(toll)}", f"every figure of {_name(toll)} was withdrawn: {first_reason(toll)}"


def _name(toll: SettledToll) -> str:
    return f"{toll.outcome.value} {toll.group.value}"
