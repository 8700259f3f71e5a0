"""Resolving hours and parts of the day: "5:30 p.m.", "noon", "in the morning", of the day they belong to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from oqiga.locate.times.moments import days_from
from oqiga.locate.times.situation import Resolved, Situation, Slots

UNKNOWN_DAY = "XXXX-XX-XX"
MORNING = "06:00"
"""A clock before this hour, told after a night, is of the day after that night began."""
EVENING = "18:00"
"""A clock from this hour on, told after a night that is over, is of the day on which it began."""


def timed(day: date | None, clock: str, *, anchored: bool, rough: bool = False) -> Resolved:
    """Return a clock ("17:30") or a part of the day ("EV") of a day, which may be unknown."""
    written = day.isoformat() if day else UNKNOWN_DAY
    return Resolved("TIME", f"{written}T{clock}", "timed", day, clock, anchored, rough)


def _loose(clock: str, situation: Situation, *, rough: bool = False) -> Resolved:
    """Return a clock or a part of day without a day of its own: of the day told, if that is at hand.

    Else its value takes the day told last, or that of publication, and no `when` rests on it.
    """
    day = situation.told or situation.today
    if situation.told and not clock.isalpha():
        if situation.told_night == "begins" and clock < MORNING:
            day = days_from(situation.told, 1)
        if situation.told_night == "ends" and clock >= EVENING:
            day = days_from(situation.told, -1)
    found = timed(day, clock, anchored=situation.at_hand, rough=rough)
    return replace(found, level="part" if clock.isalpha() else "clock")


def resolve_day_part(slots: Slots, situation: Situation) -> Resolved | None:
    """ "in the morning": of the last day told; of publication only as its value, never as its day."""
    found = _loose(slots["part"], situation)
    return replace(found, alone=slots.get("alone") != "never")


def resolve_clock(slots: Slots, situation: Situation) -> Resolved | None:
    """ "5:30 p.m.", "14:45", "noon": an hour that may be of either half of the day is left open."""
    if "noon" in slots:
        return _loose(slots["noon"], situation)
    if "hhmm" in slots:
        return _loose(f"{slots['hhmm'][:2]}:{slots['hhmm'][2:]}", situation)
    if not slots["hour"].isdigit():
        return None
    hour, minute = int(slots["hour"]), int(slots.get("minute", "0"))
    half = slots.get("half_of_day") or _HALF_OF_PART.get(slots.get("part", ""), "")
    of_half = slots.get("half_of_day") and slots.get("dial") != "24"  # not Kazakh "кешкі сағат 19:00-де"
    if hour > 24 or (of_half and not 1 <= hour <= 12):
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    found = _loose(f"{hour:02d}:{minute:02d}", situation, rough="minute" not in slots)
    bare = slots.get("alone") == "never"
    if not half and slots.get("dial") == "12" and 1 <= hour <= 12:
        return replace(found, level="dial", anchored=False, alone=not bare)
    return None if bare else found


_HALF_OF_PART = {"MO": "am", "AF": "pm", "EV": "pm", "NI": "pm"}
