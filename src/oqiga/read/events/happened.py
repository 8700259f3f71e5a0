"""What has happened is not dated ahead: "the Sunday blast" was on the last Sunday, whatever its tense."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from oqiga.model.claims import When
from oqiga.model.terms import BY_AUTHORITIES, EventType, Stage
from oqiga.read.calendar_days import first_day

_NOT_ATTACKS = BY_AUTHORITIES | {EventType.PROTEST, EventType.THREAT, EventType.OTHER}
"""Types of what may be told although it is yet to come."""
_WEEK = 7
_TOMORROW = 1
"""Days ahead that are none yet: publishers sit in other zones."""
_DAY = 10
"""Letters of an ISO date."""


def happened(when: When, type_: EventType, stage: Stage, published: str | None) -> When:
    """Return the time of an attack that happened, a week or a year back where it was resolved ahead.

    published: when the report came out, ISO 8601 of any precision, None when unknown.
    """
    out, first, last = first_day(published), first_day(when.start), first_day(when.end)
    if stage is not Stage.ACCOMPLISHED or type_ in _NOT_ATTACKS or None in (out, first, last):
        return when
    assert out is not None and first is not None and last is not None
    if (
        (first - out).days <= _TOMORROW
        or len(when.start or "") < _DAY
        or str(first.year) in (when.text or "")
    ):
        return when
    return replace(when, start=_back(first, when.start, when), end=_back(last, when.end, when))


def _back(day: date, moment: str | None, when: When) -> str | None:
    numbered = any(map(str.isdigit, when.text or ""))
    earlier = _year_before(day) if numbered else day - timedelta(days=_WEEK)
    return None if moment is None else f"{earlier.isoformat()}{moment[_DAY:]}"


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)
