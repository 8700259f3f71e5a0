"""Whether an expression of time names one single day."""

from __future__ import annotations

from datetime import date

from oqiga.locate.mentions import TimeMention


def single_day(mention: TimeMention) -> date | None:
    """Return the day that a mention names, None when it names a longer stretch or an unknown one."""
    when = mention.when
    if when is None or when.start is None or when.end is None or not when.precision.of_one_day:
        return None
    first = date.fromisoformat(when.start[:10])
    return first if when.end[:10] == when.start[:10] else None
