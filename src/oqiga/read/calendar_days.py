"""Days of ISO dates of whatever precision, for comparing claims."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

_YEAR, _MONTH, _DAY = 4, 7, 10

STORY_DAYS = 31
"""How old what the top of a report tells may be and still be its story."""


def first_day(moment: str | None) -> date | None:
    """Return the first day of "2016", "2016-06", "2016-06-05" or a moment; None for None or no such day."""
    return _day(moment, last=False)


def last_day(moment: str | None) -> date | None:
    """Return the last day of "2016", "2016-06", "2016-06-05" or a moment; None for None or no such day."""
    return _day(moment, last=True)


def _day(moment: str | None, *, last: bool) -> date | None:
    if moment is None:
        return None
    try:
        if len(moment) >= _DAY:
            return date.fromisoformat(moment[:_DAY])
        if len(moment) == _MONTH:
            year, month = int(moment[:4]), int(moment[5:])
            return date(year, month, monthrange(year, month)[1] if last else 1)
        return date(int(moment), 12 if last else 1, 31 if last else 1) if len(moment) == _YEAR else None
    except ValueError:
        return None
