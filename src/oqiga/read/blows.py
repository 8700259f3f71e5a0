"""Attacks that are over in a day: what struck two days before such a one is no part of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from oqiga.model.claims import Claim, Event, Toll, When
from oqiga.model.terms import EventType, Stage
from oqiga.read.calendar_days import first_day

APART = 1
"""Days that one attack may be told apart from itself: nights, other zones."""
BLOWS = frozenset(
    {
        EventType.ARMED_ATTACK,
        EventType.BOMBING,
        EventType.SUICIDE_BOMBING,
        EventType.VEHICLE_ATTACK,
        EventType.STABBING,
        EventType.ASSASSINATION,
        EventType.ROBBERY,
    }
)
"""Not clashes, riots, shelling or the taking of hostages, which go on for days."""


def struck_on(events: Sequence[Event]) -> date | None:
    """Return the day of the attack that a report opens with, None where it opens otherwise or undated."""
    first = events[0] if events else None
    if first is None or first.type not in BLOWS or first.stage is not Stage.ACCOMPLISHED:
        return None
    return first_day(first.time.start) if first.time.precision.of_one_day else None


def is_blow(claim: Claim, when: When) -> bool:
    """Tell whether a claim on a day of its own tells of such an attack, or whom it hit."""
    own = claim.type in BLOWS if isinstance(claim, Event) else isinstance(claim, Toll)
    return own and when.precision.of_one_day
