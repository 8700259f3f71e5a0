"""What every export asks of an incident: its figures, its best place, its days, its sources, its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from oqiga.codebook.targets import says_only_people
from oqiga.model.claims import Event, Participant, Place
from oqiga.model.incident import Incident, SettledToll
from oqiga.model.moments import latest
from oqiga.model.terms import Certainty, Group, Outcome, ParticipantKind, PlacePrecision
from oqiga.publish.dossier import Dossier

_WITHIN_TOWNS = {PlacePrecision.SITE, PlacePrecision.NEIGHBOURHOOD}
_THINGS = {ParticipantKind.FACILITY, ParticipantKind.VEHICLE}
_AREAS = {PlacePrecision.DISTRICT, PlacePrecision.REGION, PlacePrecision.COUNTRY}


@dataclass(frozen=True, slots=True)
class Range:
    """low <= best <= high in persons; high is None when open."""

    low: int
    best: int
    high: int | None


def toll_of(incident: Incident, outcome: Outcome, group: Group = Group.ALL) -> SettledToll | None:
    """Return the settled figure of one outcome and group, None when nobody gave one."""
    return next((toll for toll in incident.tolls if toll.outcome is outcome and toll.group is group), None)


def range_of(incident: Incident, outcome: Outcome) -> Range | None:
    """Return the figure of an outcome: of everybody, else the sum of its disjoint groups, else None.

    The most that there can be ("up to 10") is no figure of everybody where any group is counted.
    """
    whole = toll_of(incident, outcome)
    if whole is not None and not whole.at_most:
        return Range(whole.low, whole.best, whole.high)
    victims = toll_of(incident, outcome, Group.VICTIMS)
    attackers = toll_of(incident, outcome, Group.ATTACKERS)
    apart = [Group.CIVILIANS, Group.POLICE, Group.MILITARY, Group.SECURITY_FORCES]
    parts = [victims] if victims else [toll_of(incident, outcome, group) for group in apart]
    found = [toll for toll in (*parts, attackers) if toll is not None]
    if not found:
        found = [toll for toll in incident.tolls if toll.outcome is outcome][:1]
    if not found:
        return None
    highs = [toll.high for toll in found]
    high = None if None in highs else sum(each for each in highs if each is not None)
    if whole is not None and high is not None:
        high = max(high, whole.best)
    return Range(sum(toll.low for toll in found), sum(toll.best for toll in found), high)


def side_of(participants: Sequence[Participant]) -> str | None:
    """Return the name of the first who can act or suffer; None where only things or "people" are told."""
    named = (each.name for each in participants if each.kind not in _THINGS)
    return next((name for name in named if not says_only_people(name)), None)


def best_place(incident: Incident) -> Place | None:
    """Return the most exact place, None when none is known."""
    return incident.places[0] if incident.places else None


def town_of(incident: Incident, place: Place) -> Place:
    """Return the place whose coordinates a site or a quarter has: its town, itself where none is told."""
    towns = (each for each in incident.places if each.precision not in _WITHIN_TOWNS)
    same = (each for each in towns if each.geonames_id is not None and each.geonames_id == place.geonames_id)
    return next(same, place)


def is_area(place: Place) -> bool:
    """Tell whether a place is a district, a region or a country, whose middle is no point of anything."""
    return place.precision in _AREAS


def point_of(incident: Incident) -> Place | None:
    """Return the most exact place that is a point and has coordinates."""
    return next((each for each in incident.places if not is_area(each) and each.latitude is not None), None)


def first_day(incident: Incident) -> str | None:
    """Return the day it began, None unless it is known to the day."""
    start = incident.time.start
    return start[:10] if start and len(start) >= 10 and incident.time.precision.of_one_day else None


def first_possible_day(incident: Incident) -> str | None:
    """Return the earliest day it can have happened on, None when no time is known."""
    start = incident.time.start
    return f"{start}-01-01"[:10] if start and len(start) == 4 else f"{start}-01"[:10] if start else None


def last_possible_day(incident: Incident) -> str | None:
    """Return the latest day it can have happened on, None when no time is known."""
    end = incident.time.end or incident.time.start
    if end is None:
        return None
    return end[:10] if len(end) >= 10 else latest(end).date().isoformat()


def last_told(dossier: Dossier, incident: Incident) -> datetime | None:
    """Return the moment of the latest report about an incident, UTC, None when none is dated."""
    return max((latest(each.told) for each in dossier.reports_about(incident) if each.told), default=None)


def coded_day(dossier: Dossier, incident: Incident) -> str | None:
    """Return the day of the latest report about an incident."""
    told = last_told(dossier, incident)
    return told.date().isoformat() if told else None


def outlets(dossier: Dossier, incident: Incident) -> list[str]:
    """Return the publishers of the reports about an incident, each once, earliest first."""
    named = (report.publisher or report.url or report.id for report in dossier.reports_about(incident))
    return list(dict.fromkeys(named))


def speakers(dossier: Dossier, ids: Iterable[str]) -> list[str]:
    """Return who is said to have said these claims, each once."""
    named = (source.name for claim in dossier.claims_of(ids) for source in claim.said_by[:1])
    return list(dict.fromkeys(named))


def told_by(dossier: Dossier, ids: Iterable[str]) -> list[str]:
    """Return the outlets that tell these claims, each once; for what no source but they themselves tells."""
    reports = (dossier.report_of[claim.id] for claim in dossier.claims_of(ids))
    return list(dict.fromkeys(report.publisher for report in reports if report.publisher))


def certainly_told(dossier: Dossier, incident: Incident) -> bool:
    """Tell whether anybody states outright that it happened: an event, or people hurt where none is told."""
    told = dossier.claims_of(id for entry in incident.timeline for id in entry.claims)
    events = [each for each in told if isinstance(each, Event)]
    return any(each.certainty is Certainty.STATED for each in events or told)


def attributed(dossier: Dossier, toll: SettledToll) -> str:
    """Write one figure with speaker, as-of time, quote offsets and report, as no figure leaves without."""
    high = "or more" if toll.high is None else f"to {toll.high}"
    count = f"up to {toll.best}" if toll.at_most else f"{toll.best} ({toll.low} {high})"
    if toll.low == toll.high:
        count = str(toll.best)
    who = ", ".join(speakers(dossier, toll.claims) or told_by(dossier, toll.claims)) or "the report itself"
    places = []
    for claim in dossier.claims_of(toll.claims):
        report = dossier.report_of[claim.id]
        places.append(f"{report.id}[{claim.span.start}:{claim.span.end}]")
    figure = f"{toll.outcome} {toll.group}: {count}"
    return f"{figure}; {who}; as of {toll.as_of or 'not stated'}; {' '.join(places)}"


def attributed_all(dossier: Dossier, incident: Incident) -> str:
    """Write all figures of an incident and of its parts, each with where it comes from."""
    return " | ".join(attributed_lines(dossier, incident))


def attributed_lines(dossier: Dossier, incident: Incident) -> list[str]:
    """Return the figures of an incident and of its parts, a line each; a part's stand behind its title."""
    lines = [attributed(dossier, toll) for toll in incident.tolls]
    for part in dossier.parts_of(incident):
        told = [attributed(dossier, toll) for toll in part.tolls] or ["no figure of its own"]
        lines += [f"part, counted above: {part.title}: {line}" for line in told]
    return lines


def main_incidents(dossier: Dossier) -> list[Incident]:
    """Return the incidents that are not background."""
    return [incident for incident in dossier.incidents if not incident.background]
