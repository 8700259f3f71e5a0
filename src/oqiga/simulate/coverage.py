"""Coverage: which outlets report what of the invented world, how late, in which language, and how well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from oqiga.model.record import Reading
from oqiga.simulate.telling import LANGUAGES, Dispatch, copied, tell
from oqiga.simulate.world import Announcement, TrueIncident

COPIES = 0.30
"""Share of reports that carry another outlet's text."""
RUMOURS = 0.03
UNDATED = 0.10
"""Share of reports that do not name the day."""
ROUNDED = 0.05
MEMORIES = 0.05
"""Share of reports that recall an earlier incident."""
OUTLETS = 60
_FRESH = 0.9
"""Share of reports that carry the last announcement, not the one before."""


@dataclass(frozen=True, slots=True)
class Told:
    """One report with the truth about it. announcement: what it passes on, None for a rumour."""

    reading: Reading
    incident: TrueIncident
    published: datetime
    announcement: Announcement | None


def cover(world: Sequence[TrueIncident], *, seed: int, reports: int) -> list[Told]:
    """Return so many reports about the world in order of publication; every incident has at least one."""
    random = Random(seed)
    weights = [random.lognormvariate(0, 1) for _ in world]
    extra = random.choices(range(len(world)), weights=weights, k=max(0, reports - len(world)))
    counts = [1] * len(world)
    for number in extra:
        counts[number] += 1
    found: list[Told] = []
    for incident, count in zip(world, counts, strict=True):
        found += _of_incident(incident, count, world, random)
    return sorted(found, key=lambda told: (told.published, told.reading.report.id))


def _of_incident(
    incident: TrueIncident, count: int, world: Sequence[TrueIncident], random: Random
) -> list[Told]:
    found: list[Told] = []
    for _ in range(count):
        if found and random.random() < COPIES:
            found.append(_copy(random.choice(found), random))
        else:
            found.append(_own(incident, world, random))
    return found


def _copy(told: Told, random: Random) -> Told:
    published = told.published + timedelta(minutes=random.randrange(5, 600))
    reading = copied(told.reading, outlet=_outlet(random), published=published)
    return Told(reading, told.incident, published, told.announcement)


def _outlet(random: Random) -> str:
    return f"Outlet {random.randrange(OUTLETS)}"


def _own(incident: TrueIncident, world: Sequence[TrueIncident], random: Random) -> Told:
    position = random.randrange(len(incident.announcements))
    announcement = incident.announcements[position]
    published = announcement.at + timedelta(minutes=random.expovariate(1 / 90) + 5)
    for later in incident.announcements[position + 1 :]:
        if later.at < published and random.random() < _FRESH:
            announcement = later
    rumour = random.random() < RUMOURS
    earlier = incident.announcements[position - 1].killed if announcement.corrects and position else None
    recalled = random.choice(world) if random.random() < MEMORIES else None
    if recalled is not None and recalled.at > incident.at - timedelta(days=20):
        recalled = None
    rounded = not rumour and announcement.killed > 20 and random.random() < ROUNDED
    killed = round(announcement.killed, -1) if rounded else announcement.killed
    dispatch = Dispatch(
        incident=incident,
        outlet=_outlet(random),
        language=random.choices(LANGUAGES, weights=(5, 4, 2))[0],
        published=published,
        office=announcement.office,
        killed=killed * random.randrange(2, 6) if rumour else killed,
        injured=None if rumour else announcement.injured,
        earlier=None if rumour else earlier,
        said_on=announcement.at if random.random() < 0.5 else None,
        dated=random.random() >= UNDATED,
        rumour=rumour,
        approximate=rounded,
        recalled=recalled,
    )
    return Told(tell(dispatch, random), incident, published, None if rumour else announcement)
