"""An incident in the list: what happened, where, how many, who says so, what changed."""

from __future__ import annotations

from dataclasses import dataclass

from oqiga.desk.views.figures import Change, Figure, figure_of, latest_change, whole
from oqiga.desk.views.measures import Level, level_in_force
from oqiga.desk.views.places import Spot, spots_of, where_of
from oqiga.desk.views.words import short
from oqiga.model.incident import Incident
from oqiga.model.terms import Outcome
from oqiga.publish.brief_sections import headline
from oqiga.publish.words import Translate, spoken_time


@dataclass(frozen=True, slots=True)
class Summary:
    """One row. changed: moment something became known last, None as of a past moment."""

    id: str
    title: str
    when: str
    where: str
    killed: Figure | None
    injured: Figure | None
    level: Level | None
    change: Change | None
    disputes: int
    reports: int
    background: bool
    changed: str | None
    spot: Spot | None


def summary_of(incident: Incident, changed: str | None, say: Translate, lang: str) -> Summary:
    """Return the row of an incident."""
    killed = whole(incident.tolls, Outcome.KILLED)
    injured = whole(incident.tolls, Outcome.INJURED)
    return Summary(
        id=incident.id,
        title=short(headline(incident, say, lang), 160),
        when=spoken_time(incident.time, lang),
        where=where_of(incident.places, lang),
        killed=figure_of(killed, say, lang) if killed else None,
        injured=figure_of(injured, say, lang) if injured else None,
        level=level_in_force(incident.measures, lang),
        change=latest_change(incident.tolls, say, lang),
        disputes=len(incident.disputes),
        reports=len(incident.reports),
        background=incident.background,
        changed=changed,
        spot=next(iter(spots_of(incident.places, say)), None),
    )
