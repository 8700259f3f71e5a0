"""What an expression is resolved against: publication, what the text has told, and the tense."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from oqiga.locate.mentions import TimexType
from oqiga.locate.times.moments import Published, months_from

Tense = Literal["past", "future", ""]
Night = Literal["begins", "ends", ""]
"""Whether a night that a text names begins on the day it goes under ("Friday night") or ends on it."""
Slots = Mapping[str, str]

AT_HAND = 60
"""So many pieces of text after a day was named, a clock may still be of it."""

STORY_DAYS = 31
"""A day farther from publication is background, and gives no day to a clock told after it."""


@dataclass(slots=True)
class Situation:
    """Where the reading of one text stands.

    told: the last day that was named; told_at, here: where it was, and where the reading is, in pieces.
    told_night: which night of it was named, if any. told_month: the last (year, month).
    quarter: the last (year, quarter); quarterly: whether the text speaks of quarters.
    tense: of the clause of the expression at hand. years: of the days (month, day) and months (month, 0) that
    the text names with their year anywhere, the one year, 0 for several. written: the day of a dateline
    before publication.
    """

    published: Published | None
    told: date | None = None
    told_at: int = 0
    told_night: Night = ""
    here: int = 0
    told_month: tuple[int, int] | None = None
    quarter: tuple[int, int] | None = None
    tense: Tense = ""
    quarterly: bool = False
    years: Mapping[tuple[int, int], int] = field(default_factory=dict)
    written: date | None = None

    @property
    def at_hand(self) -> bool:
        """Whether a day was named so shortly before that a clock without a day is of that day."""
        if self.told is None or self.here - self.told_at > AT_HAND:
            return False
        return self.today is None or abs((self.today - self.told).days) <= STORY_DAYS

    @property
    def today(self) -> date | None:
        """The day on which the text was written or came out, None when that is not known to the day."""
        if self.written is not None:
            return self.written
        return self.published.day if self.published else None

    @property
    def year(self) -> int | None:
        """The year of publication."""
        return self.published.year if self.published else None

    @property
    def month(self) -> tuple[int, int] | None:
        """The (year, month) of publication."""
        if self.published is None or self.published.month is None:
            return None
        return self.published.year, self.published.month


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means: its TIMEX3 type and value.

    level: what may be joined to it ("day", "weekday", "timed", "clock", "dial" (a clock
    of an unknown half of the day), "part", "month"; "" for nothing).
    clock: of a clock ("17:30") or a part of day ("EV").
    anchored: false when the day was only assumed, so that no `when` may rest on it.
    rough: a clock without minutes. alone: false when it is an expression only as a part of another.
    offset: days from the day that may follow ("the day before" Sunday).
    weekday: 1 (Monday) to 7 where one is named, else 0.
    eve: a night that is over by publication ("overnight" alone): it began on the day before.
    """

    type: TimexType
    value: str
    level: str = ""
    day: date | None = None
    clock: str = ""
    anchored: bool = True
    rough: bool = False
    alone: bool = True
    offset: int | None = None
    weekday: int = 0
    eve: bool = False

    @property
    def night(self) -> Night:
        """Which night of its day this is, "" for another part of it."""
        if self.clock != "NI":
            return ""
        return "ends" if self.eve else "begins"


def dated(day: date | None, unknown: str) -> Resolved:
    """Return a day; `unknown` is the value when it could not be told."""
    return Resolved("DATE", day.isoformat() if day else unknown, "day", day)


def weight(tense: Tense, direction: int) -> int:
    """Return how far a step back (-1) or ahead (1) seems: a past clause seldom names a far future day."""
    against = (tense == "past" and direction > 0) or (tense == "future" and direction < 0)
    return 3 if against else 1


_TOLD = 2
"""How many times further a month ahead seems to a past clause than a day ahead does."""


def nearest_month(month: int, situation: Situation) -> int | None:
    """Return the year that a month without a year belongs to, by tense and nearness."""
    if situation.month is None:
        return None
    year, now = situation.month
    ahead = (month - now) % 12
    if ahead == 0:
        return year
    told = _TOLD if situation.tense == "past" else 1  # "killed nine in December" is no December to come
    forward = ahead * told * weight(situation.tense, 1) < (12 - ahead) * weight(situation.tense, -1)
    return months_from(year, now, ahead if forward else ahead - 12)[0]


def fixed_year(slots: Slots, situation: Situation) -> int | None:
    """Return the year that an expression names itself: "2010", "last year", "a year earlier"."""
    if "year" in slots:
        return int(slots["year"])
    shift = {"last": -1, "this": 0, "next": 1}.get(slots.get("relation", ""))
    if shift is None and "shift" in slots:
        shift = int(slots["shift"])
    return None if shift is None or situation.year is None else situation.year + shift
