"""An invented world with known truth: incidents, what offices announce about them, and look-alikes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from oqiga.datafiles import data_file

BEGINNING = datetime(2015, 1, 1, tzinfo=UTC)
LOOK_ALIKES = 0.15
"""Share of incidents that resemble another one: same town and type, a day later or a year later."""
CORRECTIONS = 0.15
"""Share of incidents whose toll an office corrects, mostly downwards."""


@cache
def world_book() -> dict[str, Any]:
    """Return the towns, offices and templates of the invented world."""
    book: dict[str, Any] = data_file("oqiga.simulate", "world")
    return book


@dataclass(frozen=True, slots=True)
class Announcement:
    """What an office says at one moment. corrects: it takes back its earlier figure, and says so."""

    at: datetime
    office: str
    killed: int
    injured: int
    corrects: bool = False


@dataclass(frozen=True, slots=True)
class TrueIncident:
    """One thing that happened in the invented world. town, site: places in `world.yaml`."""

    number: int
    type: str
    town: int
    site: int
    at: datetime
    announcements: tuple[Announcement, ...]

    def standing(self, known: tuple[Announcement, ...]) -> int | None:
        """Return the right toll of killed for somebody who heard these announcements, None for none."""
        heard = [each for each in self.announcements if each in known]
        return heard[-1].killed if heard else None


def make_world(
    *, seed: int, incidents: int, days: int, beginning: datetime = BEGINNING
) -> tuple[TrueIncident, ...]:
    """Return invented incidents over so many days, the same for the same arguments."""
    random = Random(seed)
    found: list[TrueIncident] = []
    for number in range(incidents):
        if found and random.random() < LOOK_ALIKES:
            found.append(_look_alike(random, number, random.choice(found[-200:])))
        else:
            at = beginning + timedelta(days=random.randrange(days), hours=random.randrange(4, 20))
            book = world_book()
            incident = TrueIncident(
                number,
                random.choice(list(book["types"])),
                random.randrange(len(book["towns"])),
                random.randrange(len(book["sites"])),
                at,
                (),
            )
            found.append(replace(incident, announcements=_announced(random, at)))
    return tuple(found)


def _look_alike(random: Random, number: int, model: TrueIncident) -> TrueIncident:
    at = model.at + timedelta(days=random.choice((1, 2, 30, 365)))
    return replace(model, number=number, at=at, announcements=_announced(random, at))


def _announced(random: Random, at: datetime) -> tuple[Announcement, ...]:
    """Return what offices announce: a first count, perhaps risen, perhaps corrected."""
    killed = max(1, int(random.lognormvariate(1.6, 1.0)))
    injured = killed * random.randrange(1, 5)
    office = random.choice(("police", "government", "health"))
    moment = at + timedelta(hours=random.uniform(1, 4))
    found = [Announcement(moment, office, killed, injured)]
    for _ in range(random.choice((0, 0, 1, 1, 2))):
        moment += timedelta(hours=random.uniform(5, 24))
        killed += random.randrange(1, 2 + killed // 2)
        office = random.choice((office, office, "health"))
        found.append(Announcement(moment, office, killed, injured + killed))
    if random.random() < CORRECTIONS and killed > 2:
        moment += timedelta(hours=random.uniform(8, 40))
        right = max(1, int(killed * random.choice((0.6, 0.75, 0.9))))
        if right != killed:
            found.append(Announcement(moment, "health", right, injured, corrects=True))
    return tuple(found)
