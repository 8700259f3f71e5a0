"""The day that a report tells first: most often the day of what it reports."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from oqiga.locate.mentions import TimeMention
from oqiga.model.terms import TimePrecision

_OF_A_DAY = frozenset(
    {TimePrecision.MINUTE, TimePrecision.HOUR, TimePrecision.PART_OF_DAY, TimePrecision.DAY}
)


def leading_day(mentions: Iterable[TimeMention], published: date, *, within: int = 400) -> TimeMention | None:
    """Return the first mention of one single day up to publication, None when no such day is told.

    mentions: in the order of the text. within: days before publication beyond which a day is background.
    """
    for mention in mentions:
        day = single_day(mention)
        if day is not None and 0 <= (published - day).days <= within:
            return mention
    return None


def single_day(mention: TimeMention) -> date | None:
    """Return the day that a mention names, None when it names a longer stretch or an unknown one."""
    when = mention.when
    if when is None or when.start is None or when.end is None or when.precision not in _OF_A_DAY:
        return None
    first = date.fromisoformat(when.start[:10])
    return first if when.end[:10] == when.start[:10] else None
